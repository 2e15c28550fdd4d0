"""A table as text: UTF-8, else GB18030; commas, semicolons or tabs."""

import csv
import io

from generator.intake.sheet.grid import Book, Cell, Sheet
from generator.intake.sheet.unopened import Unopened

NAME = "CSV"
_MOST_ROWS = 100_000
_SEPARATORS = ",\t;"
# Lines that tell what parts them.
_FIRST = 20


def book(raw: bytes) -> Book:
    """The one table of a text. Raises Unopened."""
    text, notes = _decoded(raw)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False))
    if len(rows) > _MOST_ROWS:
        raise Unopened(f"有 {len(rows)} 行，最多 {_MOST_ROWS} 行；请分成几个文件")
    cells = {
        (row, column): Cell(value)
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value.strip()
    }
    if not cells:
        raise Unopened("文件里没有内容")
    return Book("csv", (Sheet(NAME, cells),), tuple(("", one) for one in notes))


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            found = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in found:
            break
        return found, () if encoding == "utf-8-sig" else (f"文字编码是 {encoding.upper()}",)
    raise Unopened("不是文本，也不是工作簿；请在表格软件里另存为 xlsx")


def _separator(text: str) -> str:
    """What stands in most of the first lines the same number of times."""
    lines = [line for line in text.splitlines()[:_FIRST] if line.strip()]
    return max(_SEPARATORS, key=lambda one: (sum(one in line for line in lines), text.count(one)))
