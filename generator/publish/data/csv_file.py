"""A table as CSV that opens in a spreadsheet: UTF-8 with its mark, CRLF, nothing that runs as a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.publish.data.table import Table, Values, digits

ENCODING = "utf-8-sig"
_MARK = "\ufeff"
_ROWS = 2_000
# A spreadsheet runs what begins with one of these, and with what a reader folds to them.
FORMULA = frozenset("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫⁺⁼₊₌⩵⩶﬩")
# The quote that keeps a formula from running; what has one already gets another, to be told apart.
_KEPT = FORMULA | {"'"}


def pieces(table: Table, rows: Iterable[Values]) -> Iterator[bytes]:
    """The bytes of the file, some thousand rows at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write(_MARK)
    writer.writerow(table.names)
    for number, row in enumerate(rows, 1):
        # Most are nothing, or text that cannot run: no call for these.
        writer.writerow(
            [
                one if one is None or (one.__class__ is str and one[:1] not in _KEPT) else cell(one)
                for one in row
            ]
        )
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
    # Of what begins with a quote only that is doubtful which a formula, or one more quote, follows.
    first = text[:1]
    return first in FORMULA or (first == "'" and text[1:2] in _KEPT)


def _taken(buffer: io.StringIO) -> bytes:
    taken = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return taken
