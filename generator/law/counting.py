"""Counts the days of the law.

Reading A leaves the starting day out, reading B counts it. Calendar days, and all
days of a text that has an article on counting, know A only (Civil Code 201; orders
no. 87 art. 85, no. 94 art. 42, no. 110 art. 49). Working days of other texts may be
counted both ways: where no place has declared one, what depends on it is not judged.
"""

from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from generator.law.calendar import (
    UnknownYear,
    is_working,
    working_days_after,
    working_days_between,
    working_days_from,
)
from generator.law.instruments import Limit

_DAY = timedelta(days=1)
UNITS = {"working-days": "个工作日", "days": "日"}


class Answer(Enum):
    """Whether a limit is kept; OPEN where it depends on the reading."""

    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"


class Counted(NamedTuple):
    """The answer, and the last (or first possible) day in each reading."""

    answer: Answer
    a: date
    b: date


def at_most(start: date, end: date, limit: Limit, declared: str | None) -> Counted:
    """Whether `end` lies within the limit after `start`.

    After the last day of reading A it is broken; a place that declared B is
    held to B where the text leaves that open. Raises UnknownYear where that decides.
    """
    if _surely_within(start, end, limit):
        return Counted(Answer.KEPT, end, end)
    a, b = last_day(start, limit), last_day(start, limit, "B")
    last = b if declared == "B" else a
    return Counted(Answer.KEPT if end <= last else Answer.BROKEN, a, b)


def at_least(start: date, end: date, limit: Limit, declared: str | None) -> Counted:
    """Whether at least the limit lies between `start` and `end`. Raises UnknownYear."""
    a, b = _end(start, limit, "A"), _end(start, limit, "B")
    if declared:
        kept = end >= (a if declared == "A" else b)
        return Counted(Answer.KEPT if kept else Answer.BROKEN, a, b)
    if end >= a:
        return Counted(Answer.KEPT, a, b)
    return Counted(Answer.BROKEN if end < b else Answer.OPEN, a, b)


def last_day(start: date, limit: Limit, reading: str = "A") -> date:
    """The last day of a limit after `start`, rolled off rest days. Raises UnknownYear."""
    return _rolled(_end(start, limit, reading), limit)


def _end(start: date, limit: Limit, reading: str) -> date:
    """The last day in a reading; in reading A where the limit does not know the other."""
    counts_start = reading == "B" and "B" in limit.readings
    if limit.unit == "working-days":
        count = working_days_from if counts_start else working_days_after
        return count(start, limit.number)
    return start + _DAY * limit.number


def _rolled(day: date, limit: Limit) -> date:
    # 民法典 203; weekends are let count too, so that nobody is called late in error.
    while limit.unit == "days" and not is_working(day):
        day += _DAY
    return day


def _surely_within(start: date, end: date, limit: Limit) -> bool:
    """Whether the days known are enough to say so: a year ahead may have no calendar yet."""
    if limit.unit == "days":
        return end <= start + _DAY * limit.number
    try:
        _end(start, limit, "A")
    except UnknownYear:
        # Fewer than the limit have passed, so the starting day is let in by either reading.
        passed = working_days_between(start + _DAY, end) if end > start else ()
        return len(passed) < limit.number
    return False
