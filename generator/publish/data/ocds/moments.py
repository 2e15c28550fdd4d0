"""Days as the standard wants them: with an hour and a zone, none of it guessed."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from generator.records.model.dates import Date
from generator.records.reading import Filed
from generator.records.register import placed

_ZONE = "+08:00"
_LAST_MINUTE = "24:00"


class Moment(NamedTuple):
    """When a release is dated, by which key of the record, and as it is printed."""

    at: datetime
    basis: str
    date: Date


def moment(filed: Filed) -> Moment | None:
    """The day a notice was out; else the one that places it, else the one it was recorded on."""
    if found := placed(filed.record):
        return Moment(_first(found.date), found.key, found.date)
    recorded = filed.record.source.recorded
    return Moment(_first(recorded), "recorded", recorded) if recorded else None


def start(given: Date) -> str:
    """The beginning of a day, or the hour that is printed."""
    return printed(_first(given))


def end(given: Date) -> str:
    """The last second of a day, or the hour that is printed."""
    return printed(_first(given) if given.time else _midnight(given.last) + _ALMOST_A_DAY)


def printed(at: datetime) -> str:
    """A moment in Chinese time."""
    return f"{at.isoformat()}{_ZONE}"


_ALMOST_A_DAY = timedelta(hours=23, minutes=59, seconds=59)


def _first(given: Date) -> datetime:
    if given.time is None:
        return _midnight(given.first)
    if given.time.startswith(_LAST_MINUTE):
        return _midnight(given.first) + timedelta(days=1)
    return datetime.fromisoformat(f"{given.first}T{given.time}")


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
