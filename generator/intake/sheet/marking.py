"""The workbook given back: the cells that must be mended are coloured, and say what would be right."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from generator.intake.sheet.grid import Book, Sheet
from generator.intake.sheet.looks import look
from generator.intake.sheet.xlsx import AUTHOR

# What must be mended before its notice is written; what was only left out.
_MEND, _LEFT = "FFFFC7CE", "FFFFEB9C"
# A comment may be long; a reader reads a window of it.
_LONGEST = 1_000
_MADE = (2000, 1, 1, 0, 0, 0)
# A cell, or the first of a row.
_AT = re.compile(
    r"(?P<sheet>.{0,60})!(?P<cell>[A-Z]{1,3}[0-9]{1,7}|[0-9]{1,7})(?::[A-Z0-9]{1,12})?", re.DOTALL
)
_CLOCK = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*")


def marked(raw: bytes, book: Book, mend: Mapping[str, str], left: Mapping[str, str]) -> bytes:
    """The bytes of a workbook with comments; `mend` and `left` are sentences by cell: 成交结果!G5.

    What is no xlsx becomes one, with the same cells in the same places.
    """
    workbook = _opened(raw) if book.what == "xlsx" else _made(book)
    for cells, colour in ((left, _LEFT), (mend, _MEND)):
        for at, told in cells.items():
            _mark(workbook, at, told, colour)
    held = BytesIO()
    workbook.save(held)
    return _timeless(held.getvalue())


def _opened(raw: bytes) -> Any:
    workbook = openpyxl.load_workbook(BytesIO(raw))
    for sheet in workbook.worksheets:
        # Our own headings explain themselves by comments of nobody.
        for cell in list(sheet._cells.values()):
            if cell.comment and cell.comment.author == AUTHOR:
                cell.comment, cell.fill = None, PatternFill()
    return workbook


def _made(book: Book) -> Any:
    """A workbook of what was read of another sort of file."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for sheet in book.sheets:
        _copied(sheet, workbook.create_sheet(sheet.name[:31]))
    return workbook


def _copied(sheet: Sheet, made: Any) -> None:
    for (row, column), cell in sheet.cells.items():
        one = made.cell(row, column)
        one.value = cell.value
        if isinstance(cell.value, str):
            # What begins with a sign of equality is a text here, not a formula.
            one.data_type = "s"
            one.number_format = "@"
        elif look(cell.format).day:
            one.number_format = cell.format
    for first, last in sorted(set(sheet.merged.values())):
        made.merge_cells(
            start_row=first[0], start_column=first[1], end_row=last[0], end_column=last[1]
        )


def _mark(workbook: Any, at: str, told: str, colour: str) -> None:
    found = _AT.fullmatch(at)
    if found is None or found["sheet"] not in workbook.sheetnames:
        return
    name = found["cell"]
    cell = workbook[found["sheet"]][name if name[0].isalpha() else f"A{name}"]
    if type(cell).__name__ == "MergedCell":
        return
    before = f"{cell.comment.text}\n" if cell.comment else ""
    cell.comment = Comment(f"{before}{told}"[:_LONGEST], AUTHOR, width=320, height=120)
    cell.fill = PatternFill("solid", start_color=colour, end_color=colour)


def _timeless(raw: bytes) -> bytes:
    """The same workbook without the hour at which it was saved: same input, same bytes."""
    held = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(raw)) as saved,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in saved.namelist():
            data = saved.read(name)
            if name == "docProps/core.xml":
                data = _CLOCK.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            made.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
