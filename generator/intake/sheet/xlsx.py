"""A workbook of today, read by openpyxl: values and formulas, what is merged, hidden or struck out."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

import openpyxl
from openpyxl.utils.datetime import from_excel

from generator.intake.sheet import template_keys
from generator.intake.sheet.grid import At, Book, Cell, Sheet, Value
from generator.intake.sheet.unopened import Unopened

# Formats that a Chinese spreadsheet knows by their number alone.
_NAMELESS = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm"),
}
MOST_CELLS = 400_000
_ERROR = "公式出错，显示 {0}"
_UNCOUNTED = "公式没有算出的数；请在表格软件里打开、保存一次，或改写成数字"
_STRUCK = "字上划了删除线，不知道还算不算；请删去，或去掉删除线"
# Who comments on a workbook that is given back.
AUTHOR = "公示"
_NOTED = "单元格有批注，批注没有读：{0}"


def book(raw: bytes) -> Book:
    """The sheets of a workbook. Raises Unopened."""
    values, formulas = _loaded(raw, data_only=True), _loaded(raw, data_only=False)
    notes: list[tuple[str, str]] = []
    sheets = []
    for one in values.worksheets:
        if one.max_row * one.max_column > MOST_CELLS and len(one._cells) > MOST_CELLS:
            raise Unopened(f"表“{one.title}”超过 {MOST_CELLS} 格；请只留要录入的行")
        sheet = _sheet(one, formulas[one.title], values.epoch)
        sheets.append(sheet)
        # Beside the heads of a template stand our own comments.
        notes += () if template_keys.found(sheet) else _notes(one)
    return Book("xlsx", tuple(sheets), tuple(notes))


def _loaded(raw: bytes, *, data_only: bool) -> Any:
    with catch_warnings():
        # What it cannot keep, such as a list to choose from, is nothing that is read here.
        simplefilter("ignore")
        try:
            return openpyxl.load_workbook(BytesIO(raw), data_only=data_only)
        except Exception as problem:
            raise Unopened("工作簿打不开，可能损坏了；请在表格软件里另存为 xlsx 再试") from problem


def _sheet(one: Any, formulas: Any, epoch: datetime) -> Sheet:
    cells: dict[At, Cell] = {}
    for at, raw in sorted(one._cells.items()):
        formula = formulas._cells[at].value
        is_formula = formulas._cells[at].data_type == "f"
        if raw.value is not None or is_formula:
            cells[at] = _cell(raw, epoch, has_formula=is_formula and formula is not None)
    return Sheet(
        one.title,
        cells,
        dict(_merged(one, cells)),
        frozenset(row for row, look in one.row_dimensions.items() if look.hidden),
        frozenset(_hidden_columns(one)),
        one.sheet_state != "visible",
    )


def _notes(one: Any) -> Iterator[tuple[str, str]]:
    """What somebody wrote beside the cells; not what we wrote when it was last given back."""
    for _, cell in sorted(one._cells.items()):
        if cell.comment and cell.comment.author != AUTHOR:
            told = " ".join(str(cell.comment.text).split())
            yield f"{one.title}!{cell.coordinate}", _NOTED.format(told[:60])


def _cell(raw: Any, epoch: datetime, *, has_formula: bool) -> Cell:
    format_ = _NAMELESS.get(raw._style.numFmtId) or raw.number_format or "General"
    value = raw.value
    if raw.data_type == "e":
        return Cell(str(value), format_, _ERROR.format(value))
    if has_formula and value is None:
        return Cell(None, format_, _UNCOUNTED)
    trouble = _STRUCK if raw.font and raw.font.strike else ""
    return Cell(_value(value, format_, epoch), format_, trouble)


def _value(value: Any, format_: str, epoch: datetime) -> Value:
    """A value of ours; a number that a nameless format shows as a day is that day."""
    match value:
        case bool() | datetime() | None:
            return value
        case int() | float():
            if format_ in _NAMELESS.values() and 0 < value < 2_958_466:
                return _day(value, epoch)
            return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        case time() | timedelta():
            return str(value)
    return str(value)


def _day(serial: float, epoch: datetime) -> datetime:
    found = from_excel(serial, epoch)
    return found if isinstance(found, datetime) else datetime.combine(epoch, found)


def _merged(one: Any, cells: Mapping[At, Cell]) -> Iterator[tuple[At, tuple[At, At]]]:
    last_row, last_column = (max((at[n] for at in cells), default=0) for n in (0, 1))
    for held in one.merged_cells.ranges:
        ends = (held.min_row, held.min_col), (held.max_row, held.max_col)
        # A range may be whole columns; what lies behind the last cell holds nothing.
        for row in range(held.min_row, min(held.max_row, last_row) + 1):
            for column in range(held.min_col, min(held.max_col, last_column) + 1):
                yield (row, column), ends


def _hidden_columns(one: Any) -> Iterator[int]:
    for look in one.column_dimensions.values():
        if look.hidden:
            yield from range(look.min or 1, min(look.max or 1, one.max_column) + 1)
