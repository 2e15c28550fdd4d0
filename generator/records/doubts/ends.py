"""The day on which something ends, against how long it is printed to last, and the day it follows.

A bar of one year that ends after three keeps a supplier out for two more.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.records.doubts.days import bound, gap
from generator.records.doubts.doubt import Doubt, place
from generator.records.doubts.order import deed
from generator.records.doubts.sight import Sight
from generator.records.model.dates import Date, parse
from generator.records.source import Path
from generator.records.spellings import duration, tens
from generator.records.stretches import YEAR, Stretch, stretch
from generator.records.walk import given

# Until when a decision holds, which time does not count; until when something is to be mended.
_SPANS = frozenset({"effective", "excluded"})
_ROWS = ("follow_up", "measures", "sanctions")
CONCERNS = frozenset({*_SPANS, *_ROWS, "due"})
_NUMBER = r"(?<![\d一二两三四五六七八九十年至到—-])(?:(?P<{0}>\d{{1,2}}|[一二两三四五六七八九十]{{1,2}}) ?(?P<{1}>年|个月))"
_BARS = r"不得|禁止|暂停|取消"
# 一年内不得承接, 取消其三年内的承接资格; 取消2026年度的资格 says no length.
_BARRED = re.compile(
    rf"{_NUMBER.format('n', 'unit')}(?:之内|以内|内|期)[^。；，,]{{0,12}}(?:{_BARS})"
    rf"|(?:{_BARS})[^。；\d一二两三四五六七八九十]{{0,24}}{_NUMBER.format('m', 'by')}(?!度)"
)
# 组织专家评审4日, 补正材料5个工作日; the day of a date stands behind its month.
_COUNTED = re.compile(r"(?<![\d月年.])(?P<n>\d{1,3}) ?(?:个?(?P<working>工作日)|天|日)")
_DAYS = {"year": 365.25, "month": 30.44}
# A year may be counted from the next day, or to the day of the same name.
_SLACK = 10
# Working days reach so much farther; around the long holidays by a week more.
_WORKING, _REST, _HOLIDAYS = 1.4, 4, 8
_LONG_HOLIDAYS = frozenset({1, 2, 9, 10})


class Lasting(NamedTuple):
    """How long something lasts by the words of the notice: a number, `year`, `month`, `day` or `working`."""

    number: int
    unit: str
    words: str


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Ends that the printed length, or the day before, contradicts."""
    for path, part in seen.spans:
        if _SPANS & set(path):
            yield from _ends(seen, path, part)
    yield from _due(seen)


def _ends(seen: Sight, path: Path, part: Any) -> Iterator[Doubt]:
    start, end = bound(part, "from_"), bound(part, "to")
    if end is None:
        return
    called, with_ = place(seen.record, path), ((seen.stem, (*path, "from")),)
    said = stretch(part.printed) if part.printed else None
    if said and not _agrees(said, start, end):
        told = f"{called}到 {end} 为止，原文写法是“{part.printed[:40]}”；两个对不上，请照原文核对"
        yield Doubt("MG-2", (*path, "to"), told, with_)
    elif start and gap(end, start) >= 0:
        yield from _long(seen, path, part, (start, end))


def _long(seen: Sight, path: Path, part: Any, ends: tuple[Date, Date]) -> Iterator[Doubt]:
    """A stretch that is as long as nothing says."""
    start, end = ends
    lengths = list(_lengths(seen, path, part))
    if lengths and not any(_fits(one, start, end) for one in lengths):
        told = f"{place(seen.record, path)}从 {start} 到 {end}，写明的是“{lengths[0].words}”；两个对不上，请照原文核对"
        yield Doubt("MG-2", (*path, "to"), told, ((seen.stem, (*path, "from")),))


def _agrees(said: Stretch, start: Date | None, end: Date) -> bool:
    """Whether the printed ends are these; a year that they leave out is any."""
    return all(
        not text or YEAR in text or day is None or gap(day, parse(text)) == 0
        for text, day in ((said.first, start), (said.last, end))
    )


def _lengths(seen: Sight, path: Path, part: Any) -> Iterator[Lasting]:
    """What the stretch is said to last: in its length, as printed, in the words of the decision."""
    if found := _of_length(part.length):
        yield found
    if part.printed and (said := _of_printed(part.printed)):
        yield said
    if "effective" in path:
        yield from _of_words(_words(seen, path))


def _of_length(length: Any) -> Lasting | None:
    for unit in ("years", "months", "days") if length else ():
        if number := getattr(length, unit):
            name = "working" if unit == "days" and length.working else unit[:-1]
            return Lasting(number, name, length.printed or f"{number} {_CALLED[name]}")
    return None


def _of_printed(printed: str) -> Lasting | None:
    said = stretch(printed)
    found = said.length if said else duration(printed)
    if found is None and (counted := _COUNTED.search(printed)):
        found = counted["n"], "working" if counted["working"] else "day"
    return Lasting(int(found[0]), found[1], printed[:40]) if found else None


_CALLED = {"year": "年", "month": "个月", "day": "天", "working": "个工作日"}


def _words(seen: Sight, path: Path) -> str:
    """What the row around a stretch says, else the decision itself."""
    record = seen.record
    if path[0] == "measures":
        return record.measures[path[1]].text or ""
    return "。".join(filter(None, (given(record, "text"), given(record, "outcome"))))


def _of_words(words: str) -> Iterator[Lasting]:
    for found in _BARRED.finditer(words):
        number, unit = found["n"] or found["m"], found["unit"] or found["by"]
        count = int(number) if number.isdigit() else tens(number.replace("两", "二"))
        yield Lasting(count, "year" if unit == "年" else "month", found[0])


def _fits(said: Lasting, start: Date, end: Date) -> bool:
    most, least = (end.last - start.first).days + 1, max(0, (end.first - start.last).days)
    if said.unit in _DAYS:
        right = said.number * _DAYS[said.unit]
        return least - _SLACK <= right <= most + _SLACK
    far = said.number * _WORKING + _REST + (_HOLIDAYS if _near_holidays(start, end) else 0)
    return least <= far and most + 1 >= said.number


def _near_holidays(start: Date, end: Date) -> bool:
    months = {start.first.month, end.last.month}
    return bool(months & _LONG_HOLIDAYS)


def _due(seen: Sight) -> Iterator[Doubt]:
    """What is to be mended is due after the deed that asks for it; what is already mended was due before."""
    after = deed(seen)
    if after is None or not seen.stated & {*_ROWS, "due"}:
        return
    key, day = after
    for path, part in _orders(seen):
        due = part.due
        if due and not (given(part, "done_on") or given(part, "outcome")) and gap(due, day) < 0:
            called = place(seen.record, (*path, "due"))
            told = f"{called} {due}，早于{place(seen.record, (key,))} {day}；请照原文核对"
            at = (*path, "due")
            yield Doubt("MG-2", at, told, ((seen.stem, (key,)),))


def _orders(seen: Sight) -> Iterator[tuple[Path, Any]]:
    if given(seen.record, "due"):
        yield (), seen.record
    for key in _ROWS:
        for i, one in enumerate(given(seen.record, key, ()) or ()):
            # What supports somebody may be listed in words alone.
            if not isinstance(one, str):
                yield (key, i), one
