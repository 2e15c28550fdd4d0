"""Dates as notices print them: a day, a month or a year, sometimes an hour."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T\d\d:\d\d(?::\d\d)?)?)?)?"
)
PATTERN = r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$"
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


def chinese(day: date) -> str:
    """2026年3月2日（周一）"""
    return f"{day.year}年{day.month}月{day.day}日（周{_WEEKDAYS[day.weekday()]}）"


@lru_cache(maxsize=65536)
def parse(text: str) -> Date:
    """The date that an ISO day, month or year names. Raises ValueError."""
    found = _SHAPE.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day = (int(found[name]) if found[name] else 0 for name in ("year", "month", "day"))
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    time = found["time"][1:] if found["time"] else None
    if time and not _is_hour(time):
        raise ValueError(text)
    return Date(first, last, text, time)


def _is_hour(time: str) -> bool:
    hour, minute, *second = (int(part) for part in time.split(":"))
    return hour <= 24 and minute < 60 and all(part < 60 for part in second)


def _validated(given: Any) -> Date:
    if isinstance(given, Date):
        return given
    try:
        return parse(given)
    except (TypeError, ValueError):
        shaped = isinstance(given, str) and _SHAPE.fullmatch(given)
        raise PydanticCustomError(
            "date",
            "写的是 {given}；{remedy}",
            {
                "given": f"‘{given}’",
                "remedy": "日历上没有这一天（或这一时刻），请核对"
                if shaped
                else "日期请写成 2026-03-02；只知道月份写 2026-03，有钟点写 2026-03-02T10:00",
            },
        ) from None


When = Annotated[
    Date,
    PlainValidator(_validated),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": PATTERN, "examples": ["2026-03-02"]}),
]
