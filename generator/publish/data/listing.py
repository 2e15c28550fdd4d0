"""The page `/data/`: every file with its size, how to open it, ten questions answered three ways; and the dictionary."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from generator.publish import paper
from generator.publish.data import catalogue, questions
from generator.publish.data.catalogue import Dataset
from generator.publish.data.stock import Stock
from generator.publish.data.table import Column, Table
from generator.publish.data.tables import TABLES
from generator.publish.data.written import Written
from generator.publish.file import File
from generator.publish.press import Press
from generator.vocabulary import Term, words

PATH, DICTIONARY = "data/", "data/dictionary/"
_FORMATS = {"csv": "CSV", "jsonl": "JSON Lines", "parquet": "Parquet"}
_WHOLE = {"xlsx": "XLSX 工作簿", "sqlite": "SQLite 数据库"}
_TYPES = {"text": "文字", "integer": "整数", "number": "数", "date": "日期", "boolean": "是或否"}
# Behind a list of so many words nobody finds the next column.
_MOST = 40
_STEP = 1024
_UNITS = ("字节", "KB", "MB", "GB")


class Offer(NamedTuple):
    """A file to take: where, what it is called, how large."""

    href: str
    name: str
    size: str
    year: str


class Row(NamedTuple):
    """A table with its files."""

    table: Table
    rows: int
    files: tuple[Offer, ...]


class Meant(NamedTuple):
    """A column in the dictionary; `words` are those of its list."""

    column: Column
    type: str
    words: tuple[tuple[str, Term], ...]


def page(press: Press, files: Iterable[Written], datasets: Collection[Dataset] = ()) -> File:
    """`/data/` with every file and its size, and what a catalogue of data says of them."""
    made = list(files)
    shell = press.chrome["data"]
    body = paper.body(
        "data.html",
        intro=shell.intro_at(PATH),
        tables=[_row(table, made) for table in TABLES.values()],
        whole=[_offer(one, _WHOLE) for one in made if one.format in _WHOLE],
        questions=questions.QUESTIONS,
        preamble=questions.PREAMBLE,
        demos=press.shows_demos,
        by_year=any(one.year for one in made),
        packed=any(one.is_packed and one.table for one in made),
        catalogue=list(zip(datasets, catalogue.rows(press, datasets), strict=True)),
        linked=catalogue.linked(press, datasets),
        as_of=press.today,
        root="../",
    )
    title = f"数据下载 - {press.links['site_name']}"
    about = "全部记录的表格：CSV、JSON Lines、Parquet、SQLite、XLSX，每一列的意思，十个现成的问题"
    return File(f"{PATH}index.html", shell.stamp(PATH, title, about, body))


def _row(table: Table, made: Iterable[Written]) -> Row:
    own = [one for one in made if one.table == table.name]
    rows = sum(one.rows or 0 for one in own if one.format == "csv")
    return Row(table, rows, tuple(_offer(one, _FORMATS) for one in own))


def _offer(one: Written, names: dict[str, str]) -> Offer:
    name = names[one.format]
    packed = f"{name}（zip）" if one.is_packed and one.table else name
    return Offer(one.path.removeprefix(PATH), packed, size(one.bytes), one.year)


def size(length: int) -> str:
    """1.5 MB, 27 KB: how large a file is."""
    value, unit = float(length), 0
    while value >= _STEP and unit < len(_UNITS) - 1:
        value, unit = value / _STEP, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit > 1 else f"{value:.0f} {_UNITS[unit]}"


def dictionary(press: Press, stock: Stock) -> Iterator[File]:
    """`/data/dictionary/`: every column of every table, from what makes them."""
    shell = press.chrome["data"]
    tables = [(table, [_meant(one) for one in table.columns]) for table in TABLES.values()]
    body = paper.body("dictionary.html", tables=tables, labels=_labels(), root="../../")
    title = f"数据字典 - {press.links['site_name']}"
    about = "每一张表、每一列的英文名、中文名、类型和意思"
    yield File(f"{DICTIONARY}index.html", shell.stamp(DICTIONARY, title, about, body))


def _labels() -> dict[str, str]:
    return {name: table.label for name, table in TABLES.items()}


def _meant(one: Column) -> Meant:
    terms: dict[str, Any] = dict(words(one.list)) if one.list else {}
    return Meant(one, _TYPES[one.type], tuple(terms.items())[:_MOST])
