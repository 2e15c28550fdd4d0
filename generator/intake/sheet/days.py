"""A cell that holds a day, a month or a year, as near as it is shown; or a question."""

import re
from datetime import datetime, timedelta
from decimal import Decimal

from generator.intake.clearing import clear
from generator.intake.sheet.doubtful import Doubtful, Nothing, Way
from generator.intake.sheet.grid import Cell
from generator.intake.sheet.names import is_stroke
from generator.records.model.part import FIRST_YEAR, LAST_YEAR
from generator.records.spellings import NARROW
from generator.records.spellings import day as spelt

_EPOCH = datetime(1899, 12, 30)
# Serial numbers of the days from 1954 to 2119.
_SERIALS = range(20_000, 80_000)
_RIGHT = "请写成 2026年3月2日；只知道月份写 2026年3月"
_SECONDS = re.compile(r"(?<=\d:\d\d):00(?:\.0+)?$")
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(?::00)?(?:\.0+)?$")
_YEARLESS = re.compile(r"\d{1,2} ?(?:月|[./-]) ?\d{1,2} ?[日号]?")
_LIKE_A_DAY = re.compile(r"(?:19|20)\d\d ?[年./-] ?\d{1,2} ?(?:[月./-] ?\d{1,2} ?[日号]?)")


def day(cell: Cell) -> str:
    """The day of a cell as a record writes it. Raises Doubtful, Nothing."""
    match cell.value:
        case datetime():
            return _of_moment(cell, cell.value)
        case Decimal():
            return _of_number(cell.value)
        case str():
            return _of_text(clear(cell.value))
    raise Doubtful(f"这里要写日期；{_RIGHT}")


def _of_moment(cell: Cell, value: datetime) -> str:
    seen = cell.look.day
    if {"y", "m", "d"} <= set(seen):
        clock = value.strftime("T%H:%M") if "h" in seen and (value.hour or value.minute) else ""
        return f"{value.year:04}-{value.month:02}-{value.day:02}{clock}"
    if "y" in seen and "d" not in seen:
        return f"{value.year:04}-{value.month:02}" if "m" in seen else f"{value.year:04}"
    whole = value.date().isoformat()
    if "m" in seen:
        raise Doubtful(
            f"显示 {cell.shown}，没有年份（{value.year} 年是表格软件自己补的）；{_RIGHT}",
            Way(whole, f"是 {value.year} 年", whole),
        )
    raise Doubtful(f"看不出是哪一天；{_RIGHT}")


def _of_number(value: Decimal) -> str:
    if value != value.to_integral_value():
        raise Doubtful(
            f"是数字 {value.normalize():f}，不是日期（2026.1 可能是 1 月，也可能是 10 月）；{_RIGHT}"
        )
    whole = int(value)
    if FIRST_YEAR <= whole <= LAST_YEAR:
        return str(whole)
    if found := spelt(str(whole)) if len(str(whole)) == 8 else None:
        return found
    if whole in _SERIALS:
        meant = (_EPOCH + timedelta(days=whole)).date().isoformat()
        raise Doubtful(
            f"是一个数字，可能是 {meant} 的序号；请把单元格的格式改成日期，或{_RIGHT[1:]}",
            Way(meant, "是这一天", meant),
        )
    raise Doubtful(f"是数字，不是日期；{_RIGHT}")


def _of_text(text: str) -> str:
    if is_stroke(text):
        raise Nothing("没有写日期")
    said = _SECONDS.sub("", _MIDNIGHT.sub("", text))
    if re.fullmatch(r"\d{5}", said.translate(NARROW)):
        return _of_number(Decimal(said.translate(NARROW)))
    if found := spelt(said):
        return found
    if _YEARLESS.fullmatch(said.translate(NARROW)):
        raise Doubtful(f"没有写年份；{_RIGHT}")
    if _LIKE_A_DAY.fullmatch(said.translate(NARROW)):
        raise Doubtful(f"日历上没有这一天；{_RIGHT}")
    raise Doubtful(f"不是一个日期；{_RIGHT}")
