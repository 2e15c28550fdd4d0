"""All tables in one workbook to read: XlsxWriter makes the shell, the rows are stamped into it.

A writer of workbooks that is asked cell by cell takes five times as long for the same look.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from html import escape
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZipFile

from generator.publish.data.packed import Zip
from generator.publish.data.sqlite_file import number
from generator.publish.data.table import Column, Table, Values
from generator.vocabulary import words

NAME = "gongshi.xlsx"
ABOUT = "说明"
# What one sheet and one cell of the format can hold.
MOST_ROWS, _MOST_CHARS = 1_048_576, 32_767
_FIRST = date(1899, 12, 30)
# A day that does not change: nothing in the file tells when it was made.
_CREATED = datetime(2000, 1, 1)
_ROWS = 1_000
# What is longer seldom comes again.
_SHORT = 24
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f<>&_\ufffe\uffff]")
_SUMS = ("_yuan", "_at_least", "_at_most")
# How far the shell reaches is not how far the rows do; without it whoever reads looks.
_REACH = re.compile(rb"<dimension [^>]*/>")
_EMPTY_ROW = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
_TYPES = {"text": "文字", "integer": "整数", "number": "数", "date": "日期", "boolean": "是或否"}
_FORMATS: dict[str, dict[str, str]] = {
    "date": {"num_format": "yyyy-mm-dd"},
    "number": {"num_format": "General"},
    "money": {"num_format": "#,##0.00"},
    "integer": {"num_format": "0"},
    "text": {"num_format": "@"},
    "boolean": {"align": "center"},
}
_WIDE = {"date": 12, "integer": 9, "number": 16, "boolean": 9, "text": 18}
_WIDER = {"title": 44, "sentence": 60, "url": 24, "source": 24, "citation": 36}


def shown(table: Table) -> list[tuple[int, Column]]:
    """The columns that somebody reads, with their places: a word in Chinese instead of its key."""
    names = set(table.names)
    return [(i, one) for i, one in enumerate(table.columns) if f"{one.name}_label" not in names]


def pieces(
    tables: Mapping[str, Table], rows: Callable[[str], Iterable[Values]], about: Iterable[str]
) -> Iterator[bytes]:
    """The bytes of the workbook, sheet after sheet."""
    shell = ZipFile(BytesIO(_shell(tables, about)))
    # The first sheet explains the others.
    sheets = {f"xl/worksheets/sheet{n}.xml": name for n, name in enumerate(tables, 2)}
    made = Zip()
    for entry in shell.namelist():
        data = shell.read(entry)
        if name := sheets.get(entry):
            yield from made.put(entry, _sheet(tables[name], data, rows(name)))
        else:
            yield from made.put(entry, [data])
    yield made.end()


class _Head(NamedTuple):
    """A column of a sheet: its place in a row, how its values are told, its letter, its style."""

    place: int
    tell: Callable[[str, str, Any], str]
    letter: str
    style: str


def _sheet(table: Table, shell: bytes, rows: Iterable[Values]) -> Iterator[bytes]:
    """A sheet of the shell with its rows in the place of the one that shows the styles."""
    found = _EMPTY_ROW.search(shell)
    assert found
    heads = list(_heads(table, found[0]))
    yield _REACH.sub(b"", shell[: found.start()])
    held: list[str] = []
    texts: dict[str | bool, str] = {one: _boolean("", "", one)[2:] for one in (True, False)}
    for at, row in enumerate(rows, 2):
        held.append(f"<row>{_cells(heads, at, row, texts)}</row>")
        if len(held) == _ROWS:
            yield "".join(held).encode()
            held = []
    yield "".join(held).encode()
    yield shell[found.end() :]


def _heads(table: Table, shown_styles: bytes) -> Iterator[_Head]:
    styles = dict(re.findall(r'<c r="([A-Z]+)2" s="(\d+)"', shown_styles.decode()))
    for n, (i, one) in enumerate(shown(table)):
        letter = _letter(n)
        yield _Head(i, _TELL[one.type], letter, styles[letter])


def _cells(heads: Iterable[_Head], at: int, row: Values, texts: dict[str | bool, str]) -> str:
    """The cells of a row; only one behind a gap names its place, for a place is what packs worst.

    `texts` are 是, 否 and the short texts of a sheet as they were told before: most stand in many
    rows.
    """
    told: list[str] = []
    gap = False
    for i, tell, letter, style in heads:
        value = row[i]
        if value is None:
            gap = True
            continue
        place = f' r="{letter}{at}"' if gap else ""
        gap = False
        kind = value.__class__
        if kind is not str and kind is not bool:
            told.append(tell(place, style, value))
            continue
        if (cell := texts.get(value)) is None:
            cell = _text("", style, value)[2:]
            if len(value) < _SHORT:
                texts[value] = cell
        told.append(f"<c{place}{cell}")
    return "".join(told)


def _text(at: str, style: str, value: str) -> str:
    kept = ' xml:space="preserve"' if value[:1].isspace() or value[-1:].isspace() else ""
    return f'<c{at} t="inlineStr"><is><t{kept}>{text(value)}</t></is></c>'


def _number(at: str, style: str, value: Decimal) -> str:
    held = number(value)
    if isinstance(held, str):
        # More digits than the format keeps: they stay readable.
        return _text(at, style, held)
    return f'<c{at} s="{style}"><v>{held!r}</v></c>'


def _integer(at: str, style: str, value: int) -> str:
    return f'<c{at} s="{style}"><v>{value}</v></c>'


def _date(at: str, style: str, value: date) -> str:
    return f'<c{at} s="{style}"><v>{(value - _FIRST).days}</v></c>'


def _boolean(at: str, style: str, value: bool) -> str:
    return _text(at, style, "是" if value else "否")


_TELL: dict[str, Callable[[str, str, Any], str]] = {
    "text": _text,
    "number": _number,
    "integer": _integer,
    "date": _date,
    "boolean": _boolean,
}


def text(value: str) -> str:
    """A text as the format has it: what XML cannot hold is written by its number."""
    if _STRANGE.search(value) is None and len(value) <= _MOST_CHARS:
        return value
    cut = value if len(value) <= _MOST_CHARS else f"{value[: _MOST_CHARS - 6]}……"
    return escape(_ILLEGAL.sub(lambda one: f"_x{ord(one[0]):04X}_", cut), quote=False)


def _shell(tables: Mapping[str, Table], about: Iterable[str]) -> bytes:
    """A workbook with heads, widths, filters and one row a sheet that has the style of each column."""
    import xlsxwriter

    held = BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": _CREATED, "title": "政府购买社会工作服务公开数据"})
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF2", "text_wrap": True})
        formats = {type: book.add_format(given) for type, given in _FORMATS.items()}
        _explain(book, tables, about, bold)
        for table in tables.values():
            _lay(book.add_worksheet(table.label), table, bold, formats)
    return held.getvalue()


def _lay(sheet: Any, table: Table, bold: Any, formats: Mapping[str, Any]) -> None:
    """An empty sheet: the first row and column stay when it is scrolled, every head filters."""
    columns = shown(table)
    for n, (_, one) in enumerate(columns):
        look = formats["money" if one.name.endswith(_SUMS) else one.type]
        sheet.set_column(n, n, _WIDER.get(one.name, _WIDE[one.type]), look)
        sheet.write_string(0, n, one.label, bold)
        sheet.write_blank(1, n, None, look)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, MOST_ROWS - 1, len(columns) - 1)


def _explain(book: Any, tables: Mapping[str, Table], about: Iterable[str], bold: Any) -> None:
    """The sheet 说明: what this is, and every column of every table."""
    sheet = book.add_worksheet(ABOUT)
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 3, 24)
    sheet.set_column(4, 4, 90)
    at = 0
    for at, line in enumerate(about, 1):
        sheet.write_string(at - 1, 0, line)
    at += 1
    for n, head in enumerate(("表", "列", "英文列名（CSV 等）", "类型", "意思")):
        sheet.write_string(at, n, head, bold)
    for table in tables.values():
        for _, one in shown(table):
            at += 1
            said = (table.label, one.label, one.name, _TYPES[one.type], _meaning(one))
            for n, each in enumerate(said):
                sheet.write_string(at, n, each)


def _meaning(one: Column) -> str:
    listed = "、".join(term.label for term in words(one.list).values()) if one.list else ""
    return f"{one.meaning}（{listed}）" if listed else one.meaning


def _letter(n: int) -> str:
    """A, B … Z, AA: the name of a column."""
    head, last = divmod(n, 26)
    return f"{_letter(head - 1) if head else ''}{chr(65 + last)}"
