"""Working days with 调休, counted in both readings. The only user of chinese_calendar.

Reading A leaves the starting day out, reading B counts it; which of them a text
knows, `counting` says.
"""

from datetime import date, timedelta
from functools import lru_cache

from chinese_calendar import holidays, workdays

_DAY = timedelta(days=1)
_SATURDAY = 5
# `is_workday` asks for these of every day anew, which costs more than all the rest of a rule.
_YEARS = range(min(holidays).year, max(holidays).year + 1)


class UnknownYear(LookupError):
    """The days off of this year are not known: not published yet, or before those on file."""

    def __init__(self, year: int) -> None:
        super().__init__(f"本站没有{year}年的放假安排，无法计算")
        self.year = year


def is_working(day: date) -> bool:
    """Whether offices work on this day. Raises UnknownYear."""
    found = _is_working(day)
    if found is None:
        raise UnknownYear(day.year)
    return found


@lru_cache(maxsize=65536)
def _is_working(day: date) -> bool | None:
    if day.year not in _YEARS:
        return None
    return day in workdays or (day.weekday() < _SATURDAY and day not in holidays)


# Many notices of one day ask for the same.
@lru_cache(maxsize=65536)
def working_days_after(start: date, count: int) -> date:
    """Reading A: the last of `count` working days after the starting day."""
    day = start
    while count > 0:
        day += _DAY
        count -= is_working(day)
    return day


def working_days_from(start: date, count: int) -> date:
    """Reading B: the same with the starting day counted if offices work on it."""
    return working_days_after(start - _DAY, count)


# The page of a project, its rows and its answer ask for the same days.
@lru_cache(maxsize=1024)
def working_days_between(first: date, last: date) -> tuple[date, ...]:
    """The working days from `first` to `last`, both included. Raises UnknownYear."""
    days = (first + _DAY * i for i in range((last - first).days + 1))
    return tuple(day for day in days if is_working(day))
