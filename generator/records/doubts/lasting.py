"""How long a stretch lasts, where it is said in a number: what no stretch of its kind lasts."""

from collections.abc import Iterator
from decimal import Decimal

from generator.records.doubts.doubt import Doubt, place
from generator.records.doubts.sight import Sight
from generator.records.model.times import Length, Term
from generator.records.source import Path

# No service of this field is bought for longer.
_MOST = {"year": 30, "month": 360, "day": 30 * 366, None: 1000}
_CALLED = {"year": " 年", "month": " 个月", "day": " 天", None: ""}
# So many days, months or years would be the number of a year in front of a date.
_YEARS = (1990, 2100)
# A notice stands open for days.
_OPEN_DAYS = 60


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Terms of decades, notices that stand open for months, lengths that are the number of a year."""
    for path, part in seen.lasting:
        if isinstance(part, Term) and part.length is not None:
            yield from _term(seen, path, part)
        elif isinstance(part, Length):
            yield from _length(seen, path, part)


def _term(seen: Sight, path: Path, term: Term) -> Iterator[Doubt]:
    assert term.length is not None
    if term.length > _MOST[term.unit] or _is_year(term.length):
        yield _asked(seen, path, (*path, "length"), f"{term.length}{_CALLED[term.unit]}")


def _length(seen: Sight, path: Path, length: Length) -> Iterator[Doubt]:
    stated = {"year": length.years, "month": length.months, "day": length.days}
    is_open = path[-2:] == ("notice_period", "length")
    for unit, number in stated.items():
        if number is None:
            continue
        too_long = number > _OPEN_DAYS if unit == "day" else True
        if number > _MOST[unit] or _is_year(number) or (is_open and too_long):
            yield _asked(seen, path[:-1], path, f"{number}{_CALLED[unit]}")
            return


def _is_year(number: Decimal | int) -> bool:
    return number % 1 == 0 and _YEARS[0] <= number <= _YEARS[1]


def _asked(seen: Sight, whole: Path, at: Path, said: str) -> Doubt:
    told = (
        f"{place(seen.record, whole)}的长短写的是 {said}，长得不像；是起止日期的，请写 from 和 to"
    )
    return Doubt("MG-2", at, told)
