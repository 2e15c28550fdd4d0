"""Dates as notices print them: a day, a month or a year, sometimes an hour."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from generator.records.model.part import FIRST_YEAR, LAST_YEAR, wrong

_SHAPE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?P<time>T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?)?"
)
# As near as a pattern comes; that a month has no 31st only the calendar knows.
_HOUR = r"T(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?)"
_DAY = rf"-(0[1-9]|[12][0-9]|3[01])({_HOUR})?"
PATTERN = rf"^(19|20|21)[0-9]{{2}}(-(0[1-9]|1[0-2])({_DAY})?)?$"
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, order=True, slots=True)
class Date:
    """A stretch of days named by one date; `time` only where it is printed."""

    first: date
    last: date
    text: str
    time: str | None = None

    @property
    def day(self) -> date | None:
        """The one day it names; None for a month or a year."""
        return self.first if self.first == self.last else None

    def __str__(self) -> str:
        return self.text

    @property
    def chinese(self) -> str:
        """2026年3月2日（周一）, 2026年3月 or 2026年; the hour only if printed."""
        if self.day is None:
            month = f"{self.first.month}月" if len(self.text) > 4 else ""
            return f"{self.first.year}年{month}"
        return f"{chinese(self.first)}{f' {self.time}' if self.time else ''}"


@lru_cache(maxsize=4096)
def chinese(day: date) -> str:
    """2026年3月2日（周一）"""
    return f"{day.year}年{day.month}月{day.day}日（周{_WEEKDAYS[day.weekday()]}）"


@lru_cache(maxsize=65536)
def parse(text: str) -> Date:
    """The date that an ISO day, month or year names. Raises ValueError."""
    found = _SHAPE.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day = int(found["year"]), found["month"], found["day"]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    first = date(year, int(month or 1), int(day or 1))
    last = date(year, int(month or 12), int(day or monthrange(year, int(month or 12))[1]))
    time = found["time"][1:] if found["time"] else None
    if time and not _is_hour(time):
        raise ValueError(text)
    return Date(first, last, text, time)


def _is_hour(time: str) -> bool:
    hour, minute, *second = (int(part) for part in time.split(":"))
    return (hour, minute, *second) <= (24, 0, 0) and minute < 60 and all(one < 60 for one in second)


def _validated(given: Any) -> Date:
    if isinstance(given, Date):
        return given
    # YAML reads a year that stands alone as a number.
    said = str(given) if isinstance(given, int) and FIRST_YEAR <= given <= LAST_YEAR else given
    try:
        return parse(said)
    except (TypeError, ValueError):
        raise wrong("date", given, _remedy(given)) from None


def _remedy(given: Any) -> str:
    """What is wrong with the number that stands where a date belongs."""
    found = _SHAPE.fullmatch(str(given)) if isinstance(given, str | int) else None
    if not found:
        return "日期请写成 2026-03-02；只知道月份写 2026-03，有钟点写 2026-03-02T10:00"
    if "00" in {found["month"], found["day"]}:
        return "月和日从 01 起；只知道月份写 2026-03，只知道年份写 2026"
    if not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
        return f"年份应在 {FIRST_YEAR} 至 {LAST_YEAR} 之间，请核对"
    return "日历上没有这一天（或这一时刻），请核对"


_NAMED: dict[str, Any] = {"type": "string", "pattern": PATTERN}
_YEAR: dict[str, Any] = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
# What an editor takes for a date, and for one in place of a start or an end.
SCHEMA: dict[str, Any] = {"anyOf": [_NAMED, _YEAR], "examples": ["2026-03-02"]}

When = Annotated[
    Date,
    PlainValidator(_validated),
    PlainSerializer(str),
    WithJsonSchema(SCHEMA),
]
