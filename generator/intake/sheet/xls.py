"""A workbook of before 2007, read by calamine: it knows no formats, no hidden rows, no formulas."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from generator.intake.sheet.grid import At, Book, Cell, Sheet, Value
from generator.intake.sheet.unopened import Unopened

BLIND = "xls 里看不到隐藏的行和数字格式；请核对，最好另存为 xlsx 再导入"
# How a day is shown there nobody knows: with year, month and day at least it is held.
_DAY = "yyyy-mm-dd"
_UNSURE = (
    "xls 里看不到日期的格式，不知道是不是只写到月；请写成 2026年3月2日 或 2026年3月，或另存为 xlsx"
)


def book(raw: bytes) -> Book:
    """The sheets of a workbook. Raises Unopened."""
    try:
        found = CalamineWorkbook.from_filelike(BytesIO(raw))
        sheets = [
            _sheet(found, one.name, hidden=one.visible != SheetVisibleEnum.Visible)
            for one in found.sheets_metadata
        ]
    except Exception as problem:
        raise Unopened(
            "打不开：可能加了密码，或者是 Word 的 .doc；请去掉密码，在表格软件里另存为 xlsx"
        ) from problem
    return Book("xls", tuple(sheets), (("", BLIND),))


def _sheet(found: Any, name: str, *, hidden: bool) -> Sheet:
    one = found.get_sheet_by_name(name)
    rows = one.to_python(skip_empty_area=False)
    cells: dict[At, Cell] = {}
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value not in {"", None}:
                cells[row, column] = _cell(value)
    return Sheet(name, cells, dict(_merged(one)), is_hidden=hidden)


def _cell(value: Any) -> Cell:
    if isinstance(value, date) and value.day == 1:
        return Cell(_value(value), _DAY, _UNSURE)
    return Cell(_value(value), _DAY if isinstance(value, date) else "General")


def _value(value: Any) -> Value:
    match value:
        case bool() | datetime():
            return value
        case date():
            return datetime.combine(value, time())
        case int() | float():
            return Decimal(repr(value)) if value != int(value) else Decimal(int(value))
        case time() | timedelta():
            return str(value)
    return str(value)


def _merged(one: Any) -> Iterator[tuple[At, tuple[At, At]]]:
    for (top, left), (bottom, right) in one.merged_cell_ranges or ():
        ends = (top + 1, left + 1), (bottom + 1, right + 1)
        for row in range(top, min(bottom, one.total_height) + 1):
            for column in range(left, min(right, one.total_width) + 1):
                yield (row + 1, column + 1), ends
