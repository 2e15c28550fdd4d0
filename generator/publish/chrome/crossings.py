"""Links from one hand-written page to another file of `content/`; each must lead to one."""

import posixpath
import re
from collections.abc import Iterator, Set

from generator.publish.chrome.markup import Slip

# Where it leads within the site, up to what stands behind the name of the file.
_FILE = re.compile(r"\]\( *+(?!//)([^\s()<>\"'`\[\]\\:?#]++)(?=[?#)\s])")
# Files that are made of records; a page leads to them by their address on the site.
_MADE = re.compile(
    r"(?:content/)?(?:(?:api|calendar|feeds|verify)/|manifest\.|"
    # Beside them lie folders of the repository, which no page leads to.
    r"data/(?!divisions\.csv|(?:projects|notices|parties|jurisdictions)/))"
)
# No file of ours lies deeper.
_DEPTH = 12


def dead(path: str, text: str, known: Set[str]) -> Iterator[Slip]:
    """Links of a page to a file that is not there.

    `known` holds files, and what a finding speaks of already: one absence, one finding.
    """
    for link in _FILE.finditer(text):
        if "." not in posixpath.basename(link[1]):
            # A page that is made of records; its folder has a page of its own.
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link[1]))
        if _MADE.match(target):
            continue
        if known.isdisjoint(_upwards(target)):
            why = f"链接指向 {link[1][:60]}，content/ 里没有这个文件；请改成有的，或删去链接"
            yield Slip(link.start(), why)


def _upwards(path: str) -> list[str]:
    """A path and the folders that it lies in."""
    steps = path.split("/", _DEPTH)
    return ["/".join(steps[:end]) for end in range(1, len(steps) + 1)]
