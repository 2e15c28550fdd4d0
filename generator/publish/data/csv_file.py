"""A table as CSV that opens in a spreadsheet: UTF-8 with its mark, CRLF, nothing that runs as a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.publish.data.table import Table, Values, digits

ENCODING = "utf-8-sig"
_MARK = "\ufeff"
_ROWS = 2_000
# A spreadsheet runs what begins with one of these, and with what a reader folds to them.
FORMULA = frozenset("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫⁺⁼₊₌⩵⩶﬩")
_SIGNS = FORMULA | frozenset("−|｜")
# What a spreadsheet passes over before it looks for a formula: blanks, and characters nobody sees.
_BLANK = re.compile(
    r"\A[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_PLAIN = re.compile("[0-9A-Za-z\u4e00-\u9fff]")


def pieces(table: Table, rows: Iterable[Values]) -> Iterator[bytes]:
    """The bytes of the file, some thousand rows at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write(_MARK)
    writer.writerow(table.names)
    for number, row in enumerate(rows, 1):
        writer.writerow(map(cell, row))
        if number % _ROWS == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def cell(value: Any) -> str:
    """A value as CSV has it: empty is what no notice states; a quote before what would run."""
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if _is_kept(value) else value
    return digits(value) if isinstance(value, Decimal) else str(value)


def plain(text: str) -> str:
    """A cell as it was before it was kept from running."""
    return text[1:] if text[:1] == "'" and _is_kept(text[1:]) else text


def _is_kept(text: str) -> bool:
    # Of what begins with quotes only that is doubtful which a formula follows.
    return not _PLAIN.match(text) and _runs(text.lstrip("'"))


def _runs(text: str) -> bool:
    """Whether a spreadsheet would reckon with it, as it stands or folded: Excel of East Asia takes ＝ for =."""
    if text[:1] in FORMULA:
        return True
    seen = _BLANK.sub("", text)
    return seen[:1] in _SIGNS or unicodedata.normalize("NFKC", seen[:2])[:1] in _SIGNS


def _taken(buffer: io.StringIO) -> bytes:
    taken = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return taken
