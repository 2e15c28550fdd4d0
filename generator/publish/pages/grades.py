"""The evaluations of a supplier, in the order of their days."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.publish import permalinks
from generator.publish.press import Press
from generator.publish.project.result import qualified
from generator.records.digest import Digest
from generator.records.known import Party
from generator.records.model.dates import Date

# What happened on the day of a grade, by the key that states it.
_DAYS = {
    "completed_on": "评价完成",
    "evaluated_until": "评价结束",
    "evaluated_on": "评价",
    "": "公告",
}


class MarkLine(NamedTuple):
    """An evaluation in the history of a supplier."""

    on: str
    href: str
    title: str
    score: str | None
    grade: str | None
    scale: str | None
    # Whose it is, of what it is only a part, how it is known, and that another notice speaks of it.
    notes: tuple[str, ...] = ()


def of_supplier(press: Press, found: list[Digest], party: Party) -> Iterator[MarkLine]:
    """Its evaluations, those without a day first, then by day."""
    scales = press.directory.scales
    names = {party.id, party.record.name}
    every = [(one, digest) for digest in found for one in digest.marks]
    pairs = [(one, digest) for one, digest in every if names & set(one.suppliers)]
    for mark, digest in sorted(pairs, key=lambda pair: _day(pair[0].on)):
        on = f"{mark.on.chinese}，{_DAYS[mark.by]}" if mark.on else "日期未载明"
        scale = scales.get(mark.scale or "", mark.scale)
        href = f"{permalinks.of(digest)}#{mark.stem}"
        later = ("后来另有公告说到它，见同一项目",) if mark.disputed else ()
        notes = tuple(filter(None, (qualified(mark), *later)))
        yield MarkLine(on, href, mark.title, mark.score, mark.grade, scale, notes)


def _day(on: Date | None) -> date:
    return on.first if on else date.min
