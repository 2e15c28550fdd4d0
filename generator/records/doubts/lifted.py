"""A purchase that the procurement law is lifted from: whose words say that it is none."""

from collections.abc import Iterator

from generator.records.doubts.chain import PROJECT
from generator.records.doubts.doubt import Doubt
from generator.records.doubts.sight import Sight
from generator.records.model.part import Part
from generator.records.source import Path
from generator.vocabulary import label

# Under these the rules of the procurement law are not asked; a guess at one must look like a guess.
_LIFTING = frozenset({"below-limit", "grant", "community", "none"})
CONCERNS = frozenset({"begins", "regime"})


def doubts(seen: Sight) -> Iterator[Doubt]:
    """The regime of a project, in its own file or where it begins, that nothing bears out."""
    record = seen.record
    if record.begins:
        yield from _unsupported(seen, ("begins",), record.begins)
    elif record.kind == PROJECT and record.own_file:
        yield from _unsupported(seen, (), record)


def _unsupported(seen: Sight, path: Path, sorted_: Part) -> Iterator[Doubt]:
    at, regime = (*path, "regime"), getattr(sorted_, "regime", None)
    said = seen.filed.annotation(*at)
    if regime in _LIFTING and seen.filed.is_stated(*at) and not (said.printed or said.note):
        yield Doubt("MG-14", at, _told(regime))


def _told(regime: str) -> str:
    return (
        f"采购性质写的是“{label('regime', regime)}”，照它就不对照政府采购的规定，却没有写公告是怎样说的；"
        f"公告自己写明的，请写 {{value: {regime}, printed: 公告的原话}}，"
        f"看出来的，请写 {{value: {regime}, basis: inferred, note: 怎样看出来的}}"
    )
