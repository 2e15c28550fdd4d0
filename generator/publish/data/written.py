"""The files of the tables that stand in a site: what each holds, how many rows, how large it is."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.publish.data.rows import verdicts
from generator.publish.data.tables import TABLES
from generator.publish.data.taken import Held

# What holds all tables.
WHOLE = "gongshi"
_FORMATS = {
    ".csv": ("csv", "text/csv"),
    ".csv.zip": ("csv", "text/csv"),
    ".jsonl.gz": ("jsonl", "application/jsonl"),
    ".parquet": ("parquet", "application/vnd.apache.parquet"),
    ".sqlite.zip": ("sqlite", "application/vnd.sqlite3"),
    ".xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}

# By the name of the format.
MEDIA = dict(_FORMATS.values())


class Written(NamedTuple):
    """One file; `table` is empty where it holds all of them, `year` where it is not by year."""

    path: str
    table: str
    format: str
    mediatype: str
    year: str
    rows: int | None
    bytes: int
    sha256: str

    @property
    def is_packed(self) -> bool:
        """Whether a ZIP has to be opened before the file in it is read."""
        return self.path.endswith(".zip")


def of(found: Held, sizes: Mapping[str, tuple[int, str]]) -> Iterator[Written]:
    """The files among those of a site, by path; `sizes` holds the length and SHA-256 of each."""
    for path in sorted(sizes):
        folder, name = posixpath.split(path)
        table, dot, ending = name.partition(".")
        format = _FORMATS.get(dot + ending)
        if format and _is_ours(folder) and (table in TABLES or table == WHOLE):
            year = folder.partition("/")[2]
            rows = _rows(found, table, format[0], year)
            own = "" if table == WHOLE else table
            yield Written(path, own, *format, year, rows, *sizes[path])


def _is_ours(folder: str) -> bool:
    """`data`, or a year in it."""
    head, slash, year = folder.partition("/")
    return head == "data" and (not slash or year.isdecimal())


def _rows(found: Held, table: str, format: str, year: str) -> int | None:
    """How many rows a file of one table has; those of verdicts that are met are in Parquet alone."""
    if table == WHOLE:
        return None
    own = found.by_year[table]
    read = own[year] if year else own.total()
    is_all = table == verdicts.TABLE.name and format == "parquet"
    return read + (found.met if is_all else 0)
