"""What this portal corrected in its own transcription, as entries of a feed."""

from collections.abc import Iterator, Mapping, Sequence

from generator.publish import permalinks
from generator.publish.data.feeds.entry import Entry, clean, tag
from generator.publish.data.feeds.noted import Mended
from generator.publish.data.stock import Stock
from generator.publish.press import Press
from generator.records.digest import Digest

_RECORD = "project"


def corrections(press: Press, stock: Stock, digests: Sequence[Digest]) -> Iterator[Entry]:
    """All corrections of our own in these records, and which of them were withdrawn."""
    held = {one.id: one for one in digests}
    for id, some in stock.read("mended"):
        if id in held:
            yield from (_entry(press, held[id], one) for one in some)


def _entry(press: Press, digest: Digest, one: Mended) -> Entry:
    titles = {line.stem: line.title for line in digest.notices}
    anchor = "record" if one.stem == _RECORD else one.stem
    bare = digest.loose or digest.withdrawn or one.stem not in {*titles, _RECORD}
    href = permalinks.of(digest) + ("" if bare else f"#{anchor}")
    id = tag(press, digest.id, one.stem, f"fix-{one.number}" if one.number else "withdrawn")
    said = clean(f"{one.what}：{one.why}" if one.number else "")
    return Entry(id, href, clean(_title(digest, one, titles)), one.day, "", said)


def _title(digest: Digest, one: Mended, titles: Mapping[str, str]) -> str:
    if not one.number:
        return f"已撤回：{digest.id}{'' if one.stem == _RECORD or digest.loose else f'/{one.stem}'}"
    return f"本站更正：{titles.get(one.stem, digest.title)}"
