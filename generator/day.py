"""Today: the only place that asks a clock, for the command line alone."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator import usage
from generator.edition import mishaps

SHANGHAI = ZoneInfo("Asia/Shanghai")
_EPOCH = "SOURCE_DATE_EPOCH"


def today(given: datetime | None) -> date:
    """The day of this run: `--on`, else SOURCE_DATE_EPOCH, else the clock in Shanghai.

    Raises Halt if the environment gives no day.
    """
    # MkDocs reads the variable too, whatever day is given here.
    stated = _stated()
    if given:
        return given.date()
    return stated or datetime.now(SHANGHAI).date()


def _stated() -> date | None:
    """The day of the environment; an empty variable is none."""
    epoch = os.environ.get(_EPOCH, "")
    if epoch.strip():
        return _day_of(epoch)
    os.environ.pop(_EPOCH, None)
    return None


def _day_of(epoch: str) -> date:
    try:
        day = datetime.fromtimestamp(int(epoch), UTC).astimezone(SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        day = date.min
    if not usage.FIRST <= day <= usage.LAST:
        raise mishaps.Halt(
            f"环境变量 {_EPOCH} 写的是 {epoch[:40]}；要写从 1970-01-01 起的秒数，"
            "例如 1795399200；不需要时请删去这个变量",
            2,
        )
    return day
