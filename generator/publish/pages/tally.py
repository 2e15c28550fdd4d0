"""How many real notices there are, in the pages written by hand that say so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.publish.chrome.paging import COUNTS
from generator.publish.pages.browse import shown
from generator.publish.press import File, Press
from generator.records.digest import Digest

_PLACE = re.compile(r'(<span data-count="([a-z]+)">)[^<]*(?=</span>)')


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """Every page that names a count, with what is counted today."""
    held = counts(digests)
    for path, page in press.chrome.counted.items():
        text = _PLACE.sub(lambda place: f"{place[1]}{held[place[2]]}", page)
        yield File(path, text.encode())


def counts(digests: Sequence[Digest]) -> dict[str, int]:
    """Real notices: all, by how much of them was seen, by whose page it was; samples apart."""
    lines = [line for digest in digests if digest.is_counted for line in shown(digest)]
    found = Counter(word for line in lines for word in (line.extent, line.tier))
    found["real"] = len(lines)
    found["sample"] = sum(digest.sample and not digest.withdrawn for digest in digests)
    return {name: found[name] for name in COUNTS}
