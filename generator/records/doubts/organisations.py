"""The file of an organisation: its days, its counts and years beside their neighbours in time."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from generator.records.doubts.days import gap
from generator.records.doubts.doubt import Doubt, is_shifted, place
from generator.records.doubts.sight import Sight
from generator.records.model.dates import Date
from generator.records.model.meaning import Day
from generator.records.model.party import Certified, PartyRecord
from generator.records.source import Path
from generator.records.walk import marked

# What a rule reads of an organisation on the day it was chosen, and the days of its grades.
_ASKED = frozenset(slot.name for slot, _ in marked(PartyRecord, Day))
# No register of today is older; no organisation was inspected or certified before.
_OLDEST, _FIRST_INSPECTED = date(1949, 10, 1), 1990
_MOST_CERTIFIED = 2_000
# From one year to the next a small team may grow tenfold; a team of twenty does not.
_TEN, _SMALL, _NEAR_DAYS = 10, 20, 4 * 366
_FAR = Decimal("6.9")
# A grade holds for a few years, and is told shortly before it begins.
_LONGEST_GRADE, _AHEAD = 8 * 366, 366
_NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年度")


def doubts(seen: Sight, today: date) -> Iterator[Doubt]:
    """What cannot all be right in one organisation's file."""
    if _ASKED.isdisjoint(seen.record.model_fields_set):
        return
    yield from _days(seen, today)
    yield from _inspections(seen, today)
    yield from _certified(seen)
    yield from _grades(seen, today)


def _days(seen: Sight, today: date) -> Iterator[Doubt]:
    """Days of what was done lie between the first register and today, after the own registration."""
    party: PartyRecord = seen.record
    done: list[tuple[Path, Date | None]] = [(("registered_on",), party.registered_on)]
    for i, one in enumerate(party.certified_social_workers):
        done.append((("certified_social_workers", i, "as_of"), one.as_of))
    done += [(("penalties", i, "date"), one.date) for i, one in enumerate(party.penalties)]
    for path, day in done:
        if day is None:
            continue
        if day.first > today:
            why = f"在今天（{today}）之后"
        elif day.last < _OLDEST:
            why = "早得不像"
        elif party.registered_on and day.last < party.registered_on.first:
            why = f"早于登记日期 {party.registered_on}"
        else:
            continue
        told = f"{place(party, path)}写的是 {day}，{why}；请核对年份"
        yield Doubt("MG-2", path, told, _beside(seen, path))


def _beside(seen: Sight, path: Path) -> tuple[tuple[str, Path], ...]:
    """The day of registration, which may be the wrong one as well."""
    own: Path = ("registered_on",)
    return ((seen.stem, own),) if seen.record.registered_on and path != own else ()


def _inspections(seen: Sight, today: date) -> Iterator[Doubt]:
    """Each year is inspected once, after the registration, and not before it has come."""
    party: PartyRecord = seen.record
    first = party.registered_on.first.year if party.registered_on else _FIRST_INSPECTED
    years: set[int] = set()
    for i, one in enumerate(party.annual_inspections):
        path: Path = ("annual_inspections", i, "year")
        if one.year > today.year:
            why = f"在今天（{today}）之后"
        elif one.year < max(first, _FIRST_INSPECTED):
            why = f"早于登记日期 {party.registered_on}" if party.registered_on else "早得不像"
        elif one.year in years:
            why = "这一年写了两次"
        else:
            why = _unlike(one.year, one.source)
        years.add(one.year)
        if why:
            told = f"{place(party, path)}写的是 {one.year}，{why}；请核对年份"
            yield Doubt("MG-2", path, told, _beside(seen, path))


def _unlike(year: int, source: str) -> str:
    """Whether its source is named after other years."""
    named = [int(one) for one in _NAMED_YEAR.findall(source)]
    if not named or any(abs(one - year) <= 1 for one in named):
        return ""
    return f"来源写的是 {named[0]} 年度"


def _certified(seen: Sight) -> Iterator[Doubt]:
    """How many are certified, beside the counts before and after; their days beside the sources."""
    party: PartyRecord = seen.record
    rows = sorted(enumerate(party.certified_social_workers), key=lambda row: row[1].as_of.first)
    for i, one in rows:
        if why := _unlike(one.as_of.first.year, one.source):
            path: Path = ("certified_social_workers", i, "as_of")
            told = f"{place(party, path)}写的是 {one.as_of}，{why}；请核对年份"
            yield Doubt("MG-2", path, told)
        if one.count > _MOST_CERTIFIED:
            path = ("certified_social_workers", i, "count")
            told = f"{place(party, path)}写的是 {one.count} 人，多得不像；请核对"
            yield Doubt("MG-12", path, told)
    yield from _steps(seen, rows)


def _steps(seen: Sight, rows: list[tuple[int, Certified]]) -> Iterator[Doubt]:
    """A count a digit away from those before and after; of the two ends from the one beside."""
    far = [_is_far(one, other) for (_, one), (_, other) in pairwise(rows)]
    for at, (i, one) in enumerate(rows):
        beside = _beside_which(far, at)
        if beside is None:
            continue
        j, other = rows[beside]
        alone = 0 < at < len(far)
        if alone or max(one.count, other.count) >= _SMALL:
            path: Path = ("certified_social_workers", i, "count")
            told = f"{place(seen.record, path)}写的是 {one.count} 人，{other.as_of} 是 {other.count} 人，相差太大；请照原文核对"
            with_: Path = ("certified_social_workers", j, "count")
            yield Doubt("MG-5", path, told, ((seen.stem, with_),))


def _beside_which(far: list[bool], at: int) -> int | None:
    """The neighbour that shows a count to be odd; None where none does, or the neighbour is odd itself."""
    last = len(far)
    before, after = at > 0 and far[at - 1], at < last and far[at]
    if before and (after or (at == last and not (at > 1 and far[at - 2]))):
        return at - 1
    return 1 if after and at == 0 and last > 1 and not far[1] else None


def _is_far(one: Certified, other: Certified) -> bool:
    """Whether two counts that follow each other soon are a digit apart; later only if digits agree."""
    few, many = sorted((one.count, other.count))
    if many < _TEN or not few or many < few * _FAR:
        return False
    near = gap(other.as_of, one.as_of) <= _NEAR_DAYS
    return near or is_shifted(Decimal(one.count), Decimal(other.count))


def _grades(seen: Sight, today: date) -> Iterator[Doubt]:
    """A grade ends after it begins, a few years later, and belongs to a registered organisation."""
    party: PartyRecord = seen.record
    for i, one in enumerate(party.organisation_grades):
        begin, end = one.valid_from, one.valid_to
        path: Path = ("organisation_grades", i, "valid_from")
        if begin and (begin.first - today).days > _AHEAD:
            told = f"{place(party, path)}写的是 {begin}，在今天（{today}）之后一年多；请核对年份"
            yield Doubt("MG-2", path, told)
        elif begin and party.registered_on and begin.last < party.registered_on.first:
            told = f"{place(party, path)}写的是 {begin}，早于登记日期 {party.registered_on}；请核对年份"
            yield Doubt("MG-2", path, told, _beside(seen, path))
        if begin and end and not 0 <= gap(end, begin) <= _LONGEST_GRADE:
            why = "结束早于开始" if end.last < begin.first else "长得不像"
            told = f"机构等级第{i + 1}项从 {begin} 到 {end}，{why}；请核对年份"
            yield Doubt("MG-2", ("organisation_grades", i, "valid_to"), told, ((seen.stem, path),))
