"""Workbooks as clerks make them, from a few lines: rows, merged ranges, formats, hidden rows."""

import csv
import io
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Font


class Shown(NamedTuple):
    """A value with the format that shows it."""

    value: Any
    format: str


class Struck(NamedTuple):
    """A text that somebody struck out."""

    value: Any


@dataclass
class Made:
    """One sheet, and what is done to it after it is filled."""

    name: str
    rows: list[list[Any]]
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    state: str = "visible"


@dataclass
class Case:
    """A file, what it must become, and the cells that are asked about.

    `written` are the records by title, each as values by path; `asked` is part of the sentence by
    cell; `title` finds nothing where no record may be written at all.
    """

    file: str
    raw: bytes
    written: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    kind: str | None = None


def xlsx(*sheets: Made) -> bytes:
    """The bytes of a workbook."""
    book = Workbook()
    book.remove(book.active)
    for one in sheets:
        _fill(book.create_sheet(one.name), one)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _fill(sheet: Any, made: Made) -> None:
    for n, row in enumerate(made.rows, 1):
        for m, value in enumerate(row, 1):
            cell = sheet.cell(n, m)
            match value:
                case Shown(inner, format_):
                    cell.value, cell.number_format = inner, format_
                case Struck(inner):
                    cell.value, cell.font = inner, Font(strike=True)
                case _:
                    cell.value = value
    for one in made.merged:
        sheet.merge_cells(one)
    for row in made.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in made.hidden_columns:
        sheet.column_dimensions[column].hidden = True
    sheet.sheet_state = made.state


def text(rows: list[list[Any]], encoding: str, separator: str = ",") -> bytes:
    """The bytes of a table as text."""
    held = io.StringIO(newline="")
    csv.writer(held, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return held.getvalue().encode(encoding)


def html(rows: list[list[str]], spans: dict[tuple[int, int], str] | None = None) -> bytes:
    """A web page under the name of a workbook; `spans` are attributes of cells by row and place."""
    cells = "".join(
        "<tr>"
        + "".join(f"<td {(spans or {}).get((n, m), '')}>{one}</td>" for m, one in enumerate(row))
        + "</tr>"
        for n, row in enumerate(rows)
    )
    head = '<html><head><meta charset="gb2312"><style>td{mso-number-format:"\\@"}</style></head>'
    return f"{head}<body><table>{cells}</table></body></html>".encode("gb18030")
