"""All tables in one SQLite file, with keys, indexes, a dictionary and the ready questions as views."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.publish.data import packed, questions
from generator.publish.data.table import Column, Table, Values, digits

NAME = "gongshi.sqlite"
_TYPES = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "date": "TEXT",
    "boolean": "INTEGER",
}
# What people join and look up by.
_ASKED = ("project", "party", "purchaser", "supplier", "division")
_LARGEST = 2**63
# No journal: until it is whole nobody reads it, and what is left of a broken one is thrown away.
_PLAIN = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192; PRAGMA encoding='UTF-8'"


def pieces(
    tables: Mapping[str, Table], rows: Callable[[str], Iterable[Values]], meta: Mapping[str, str]
) -> Iterator[bytes]:
    """The bytes of the file, written beside where temporary files lie."""
    with TemporaryDirectory(prefix="gongshi-tables-") as folder:
        path = Path(folder) / NAME
        with closing(sqlite3.connect(path)) as made:
            made.executescript(_PLAIN)
            fill(made, tables, rows, meta)
        with path.open("rb") as opened:
            yield from packed.read(opened)


def fill(
    made: sqlite3.Connection,
    tables: Mapping[str, Table],
    rows: Callable[[str], Iterable[Values]],
    meta: Mapping[str, str],
) -> None:
    """Lay all tables, and what explains them, into an empty database."""
    for name, table in tables.items():
        lay(made, table, rows(name))
    _explain(made, tables, meta)
    for one in questions.QUESTIONS:
        made.execute(f'CREATE VIEW "{one.view}" AS {one.sql}')
    made.commit()


def lay(made: sqlite3.Connection, table: Table, rows: Iterable[Values]) -> None:
    """Make one table with its key, its rows and its indexes."""
    columns = ", ".join(map(_column, table.columns))
    key = ", ".join(f'"{one}"' for one in table.key)
    made.execute(f'CREATE TABLE "{table.name}" ({columns}, PRIMARY KEY ({key}))')
    marks = ", ".join("?" * len(table.columns))
    made.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _turned(table, rows))
    for column in _ASKED:
        # The key is an index: whoever asks for what it begins with needs no other.
        if column in table.names and table.key[0] != column:
            made.execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")')


def _column(one: Column) -> str:
    return f'"{one.name}" {_TYPES[one.type]}'


def _explain(
    made: sqlite3.Connection, tables: Mapping[str, Table], meta: Mapping[str, str]
) -> None:
    """The dictionary, so that the file explains itself; and where it is from."""
    made.execute(
        'CREATE TABLE "dictionary" ("table" TEXT, "column" TEXT, "label" TEXT, "type" TEXT,'
        ' "meaning" TEXT, "list" TEXT, PRIMARY KEY ("table", "column"))'
    )
    rows = (
        (name, one.name, one.label, one.type, one.meaning, one.list or None)
        for name, table in tables.items()
        for one in table.columns
    )
    made.executemany('INSERT INTO "dictionary" VALUES (?, ?, ?, ?, ?, ?)', rows)
    made.execute('CREATE TABLE "about" ("name" TEXT PRIMARY KEY, "value" TEXT)')
    made.executemany('INSERT INTO "about" VALUES (?, ?)', meta.items())


def _turned(table: Table, rows: Iterable[Values]) -> Iterator[Sequence[Any]]:
    """Rows as the database takes them: sums as numbers, days as text; all else is as it is."""
    turns = [(i, _TURNS[one.type]) for i, one in enumerate(table.columns) if one.type in _TURNS]
    for row in rows:
        held = list(row)
        for i, turn in turns:
            if held[i] is not None:
                held[i] = turn(held[i])
        yield held


def number(given: Decimal) -> int | float | str:
    """Whole as an integer, else as what comes back with the same digits; else as text."""
    if given == given.to_integral_value() and abs(given) < _LARGEST:
        return int(given)
    near = float(given)
    return near if Decimal(repr(near)) == given else digits(given)


_TURNS: Mapping[str, Callable[[Any], Any]] = {"number": number, "date": date.isoformat}
