"""A table as JSON Lines: an object a row; what no notice states is left out; numbers as they are."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from generator.publish.data.table import Table, Values, digits

_ROWS = 1_000


def pieces(table: Table, rows: Iterable[Values]) -> Iterator[bytes]:
    """The bytes of the file, some thousand rows at a time."""
    heads = [f'"{name}":' for name in table.names]
    held: list[str] = []
    for row in rows:
        told = [
            head + _TELL[value.__class__](value)
            for head, value in zip(heads, row, strict=True)
            if value is not None
        ]
        held.append(f"{{{','.join(told)}}}\n")
        if len(held) == _ROWS:
            yield "".join(held).encode()
            held = []
    yield "".join(held).encode()


_TELL: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    bool: lambda value: "true" if value else "false",
    int: str,
    # A number with all its digits; who reads it as a decimal has the sum exactly.
    Decimal: digits,
    date: lambda value: f'"{value}"',
}
