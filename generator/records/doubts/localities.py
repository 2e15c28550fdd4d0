"""The rules of a place: sums, wages, days and grade scales, each beside its own kind."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.records.doubts import bands, within
from generator.records.doubts.days import spans
from generator.records.doubts.doubt import Doubt, is_swapped, place, step
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import number
from generator.records.model.jurisdiction import JurisdictionRecord, Threshold
from generator.records.source import Path

_OLDEST = date(1990, 1, 1)
# What is decided today begins within three years, and may end within so many.
_BEGINS, _ENDS = 3, 20
# A document holds from about the year in its number on: 武民政〔2013〕67号.
_NUMBERED = re.compile(r"[〔\[（(]((?:19|20)\d\d)[〕\]）)]")
_BEFORE, _AFTER = 1, 3
# No threshold of a place is smaller or larger, whatever it is for; in yuan.
_LEAST, _MOST = Decimal(10_000), Decimal(20_000_000)
_HUNDRED = Decimal(100)
# So much the average wage of a place may fall or rise in one year, new ways to count included.
_FALL, _RISE = Decimal("0.7"), Decimal("1.35")


class Row(NamedTuple):
    """A sum in yuan with its place in the record."""

    yuan: Decimal
    path: Path


def doubts(seen: Sight, today: date) -> Iterator[Doubt]:
    """What cannot all be right in the rules of one place."""
    yield from spans(seen)
    yield from within.doubts(seen)
    yield from _days(seen, today)
    yield from _thresholds(seen)
    yield from _wages(seen, today)
    for i, one in enumerate(seen.record.scales):
        yield from bands.doubts(seen, ("scales", i), one)


def _days(seen: Sight, today: date) -> Iterator[Doubt]:
    """Days in force: not before anything of this kind, nor long after today, nor before the number."""
    for path, day in seen.days:
        if path[0] == "source":
            continue
        most = today.year + (_ENDS if path[-1] == "to" else _BEGINS)
        if day.last < _OLDEST or day.first.year > most:
            why = "早得不像" if day.last < _OLDEST else "晚得不像"
            told = f"{place(seen.record, path)}写的是 {day}，{why}；请核对年份"
            yield Doubt("MG-2", path, told)
    record: JurisdictionRecord = seen.record
    for key in ("rule_books", "scales"):
        for i, one in enumerate(getattr(record, key)):
            named = _NUMBERED.search(one.number or "")
            off = one.from_.first.year - int(named[1]) if one.from_ and named else 0
            if not -_BEFORE <= off <= _AFTER:
                path = (key, i, "from")
                told = f"{place(record, path)}写的是 {one.from_}，文号是“{one.number[:30]}”；请核对年份"
                yield Doubt("MG-2", path, told)


def _thresholds(seen: Sight) -> Iterator[Doubt]:
    """A threshold alone, then beside those of its kind."""
    held: dict[str, list[Row]] = defaultdict(list)
    rows: Sequence[Threshold] = seen.record.thresholds
    for i, one in enumerate(rows):
        path: Path = ("thresholds", i, "amount")
        percent, exact = one.amount.percent, one.amount.yuan
        if percent is not None and percent > _HUNDRED:
            told = f"{place(seen.record, path)}写的是 {number(percent)}%，超过 100%；请核对小数点"
            yield Doubt("MG-12", path, told)
        if exact is None:
            continue
        if not _LEAST <= exact <= _MOST:
            why = "少得不像" if exact < _LEAST else "多得不像"
            told = f"{place(seen.record, path)}写的是 {number(exact)} 元，{why}；请核对元和万元"
            yield Doubt("MG-12", path, told)
        elif exact:
            held[one.kind].append(Row(exact, path))
    for some in held.values():
        yield from _far(seen, some)


def _far(seen: Sight, rows: list[Row]) -> Iterator[Doubt]:
    """A sum about ten times any other of its kind, or like the nearest with two digits changed."""
    ordered = sorted(rows)
    for at, one in enumerate(ordered):
        beside = [*ordered[max(0, at - 1) : at], *ordered[at + 1 : at + 2]]
        near = min(beside, key=lambda other: _ratio(one, other), default=None)
        if near is None or not (step(one.yuan, near.yuan) or is_swapped(one.yuan, near.yuan)):
            continue
        # Of two nobody knows which is wrong: they are asked about once.
        if len(ordered) == 2 and one.path < near.path:
            continue
        told = f"{place(seen.record, one.path)}写的是 {number(one.yuan)} 元，同类的{place(seen.record, near.path)}是 {number(near.yuan)} 元；请核对元和万元"
        yield Doubt("MG-5", one.path, told, ((seen.stem, near.path),))


def _ratio(one: Row, other: Row) -> Decimal:
    return max(one.yuan, other.yuan) / min(one.yuan, other.yuan)


def _wages(seen: Sight, today: date) -> Iterator[Doubt]:
    """The average wages of the years: no year that is not over, none twice, none far from the next."""
    rows = sorted(enumerate(seen.record.average_wages), key=lambda row: row[1].year)
    for i, one in rows:
        if one.year >= today.year:
            path: Path = ("average_wages", i, "year")
            told = f"{place(seen.record, path)}写的是 {one.year}，这一年还没有过完；请核对年份"
            yield Doubt("MG-2", path, told)
    known: list[tuple[int, Row]] = []
    for i, each in rows:
        exact, path = each.amount.yuan, ("average_wages", i, "amount")
        if exact is not None and not within.WAGES[0] <= exact <= within.WAGES[1]:
            told = f"{place(seen.record, path)}（{each.year} 年）写的是 {number(exact)} 元；请核对小数点和单位"
            yield Doubt("MG-12", path, told)
        elif exact:
            known.append((each.year, Row(exact, path)))
    for (year, one), (later, other) in pairwise(known):
        years, ratio = later - year, other.yuan / one.yuan
        if _FALL ** max(years, 1) <= ratio <= _RISE ** max(years, 1):
            continue
        told = f"{place(seen.record, other.path)}（{later} 年）写的是 {number(other.yuan)} 元，{year} 年是 {number(one.yuan)} 元，相差太大；请照原文核对"
        yield Doubt("MG-5", other.path, told, ((seen.stem, one.path),))
