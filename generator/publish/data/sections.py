"""The files under `data/`, by section."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.publish.data import csv_file, tables
from generator.publish.data.ocds import files as ocds
from generator.publish.data.stock import Stock
from generator.publish.file import File
from generator.publish.press import Press

Publisher = Callable[[Press, Stock], Iterator[File]]


def _csv(name: str, press: Press, stock: Stock) -> Iterator[File]:
    table, _ = tables.BY_RECORD[name]
    yield File(f"data/{name}.csv", csv_file.pieces(table, stock.rows(name)))


# By the address that the files of a section begin with; each can be made anew alone.
SECTIONS: Mapping[str, Publisher] = {
    "data/ocds": ocds.files,
    **{f"data/{name}": partial(_csv, name) for name in tables.BY_RECORD},
}
