"""The files that hold the tables: which there are, by how many rows they have."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.publish.data import (
    csv_file,
    jsonl_file,
    packed,
    parquet_file,
    sqlite_file,
    tables,
    xlsx_file,
)
from generator.publish.data.stock import Stock
from generator.publish.data.table import Values
from generator.publish.data.tables import TABLES
from generator.publish.file import File
from generator.publish.press import Press
from generator.records.digest import Digest

# A table with more rows goes by year: no spreadsheet opens it, no phone loads it.
MOST = 100_000
COUNTS = "counts"


class Held(NamedTuple):
    """How many rows of each table are read by year, and which tables are too large for one file."""

    by_year: dict[str, Counter[str]]
    large: frozenset[str]
    met: int

    @property
    def years(self) -> list[str]:
        """The years of all rows."""
        return sorted({year for some in self.by_year.values() for year in some if year})


# The digests that were counted last, and what came out: every section of a worker asks the same.
_last: tuple[Sequence[Digest], Held] | None = None


def held(press: Press, stock: Stock) -> Held:
    """The rows that files to read hold, counted without reading them."""
    global _last
    if _last is None or _last[0] is not stock.digests:
        _last = stock.digests, _counted(press, stock)
    return _last[1]


def _counted(press: Press, stock: Stock) -> Held:
    years = {one.id: one.year for one in stock.digests}
    found: dict[str, Counter[str]] = {name: Counter() for name in (*TABLES, tables.MET)}
    for id, counts in stock.read(COUNTS):
        for name, number in counts.items():
            found[name][years[id]] += number
    for name in tables.OF_ALL:
        found[name].update(tables.extra(press, stock, name))
    found[tables.MET].update(tables.met(press, stock))
    met = found.pop(tables.MET).total()
    # Organisations have no year: they stand in one file, however many there are.
    large = frozenset(name for name, some in found.items() if some.total() - some[""] > MOST)
    return Held(found, large, met)


def table(name: str, press: Press, stock: Stock) -> Iterator[File]:
    """One table as CSV (a large one packed) and JSON Lines, where it is not by year, and as Parquet."""
    if name not in held(press, stock).large:
        yield from _read(f"data/{name}", name, partial(tables.read, press, stock, name))
    rows = tables.rows(press, stock, name)
    yield File(f"data/{name}.parquet", parquet_file.pieces(TABLES[name], rows))


def by_year(press: Press, stock: Stock) -> Iterator[File]:
    """The tables that are too large for one file, year by year; and then the workbook too."""
    found = held(press, stock)
    for year in found.years if found.large else ():
        for name in TABLES:
            if name in found.large and found.by_year[name][year]:
                rows = partial(tables.read, press, stock, name, {year})
                yield from _read(f"data/{year}/{name}", name, rows)
        yield _workbook(press, stock, f"data/{year}/{xlsx_file.NAME}", {year})


def workbook(press: Press, stock: Stock) -> Iterator[File]:
    """The workbook to read, where one can hold it."""
    if not held(press, stock).large:
        yield _workbook(press, stock, f"data/{xlsx_file.NAME}", None)


def sqlite(press: Press, stock: Stock) -> Iterator[File]:
    """All tables in one SQLite file, packed."""
    rows = partial(tables.rows, press, stock)
    made = sqlite_file.pieces(TABLES, rows, about(press))
    yield File(f"data/{sqlite_file.NAME}.zip", packed.zipped(sqlite_file.NAME, made))


def about(press: Press) -> dict[str, str]:
    """What a file says of itself."""
    return {
        "名称": f"{press.links['site_name']}：政府购买社会工作服务公开数据",
        "来自": press.links["site_url"],
        "以哪一天为准": press.today.isoformat(),
        "许可": "CC BY 4.0，https://creativecommons.org/licenses/by/4.0/deed.zh-hans",
        "说明": f"{press.links['site_url']}data/dictionary/",
        "非真实": "fictional 为真的不是真实的记录，不能和真实记录加在一起",
        "空白": "空的是公告没有写明，或者本站没有收录，不是零",
    }


def _read(path: str, name: str, rows: "partial[Iterator[Values]]") -> Iterator[File]:
    yield File(*packed.unless_small(f"{path}.csv", csv_file.pieces(TABLES[name], rows())))
    packed_ = packed.gzipped(jsonl_file.pieces(TABLES[name], rows()))
    yield File(f"{path}.jsonl.gz", packed_)


def _workbook(press: Press, stock: Stock, path: str, years: Iterable[str] | None) -> File:
    wanted = None if years is None else frozenset(years)

    def rows(name: str) -> Iterator[Values]:
        return tables.read(press, stock, name, wanted)

    told = [f"{name}：{value}" for name, value in about(press).items()]
    return File(path, xlsx_file.pieces(TABLES, rows, told))
