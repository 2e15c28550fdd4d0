"""A table as CSV that opens in a spreadsheet: UTF-8 with its mark, CRLF, nothing that runs as a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.intake.sheet.defused import is_kept, is_plain
from generator.publish.data.table import Table, Values, digits

ENCODING = "utf-8-sig"
_MARK = "\ufeff"
_ROWS = 2_000


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
                one if one is None or (one.__class__ is str and is_plain(one)) else cell(one)
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
        return f"'{value}" if is_kept(value) else value
    return digits(value) if isinstance(value, Decimal) else str(value)


def _taken(buffer: io.StringIO) -> bytes:
    taken = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return taken
