"""The files under `data/`, by section."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator import verify
from generator.publish.data import csv_file, statistics, tables
from generator.publish.data.stock import Stock
from generator.publish.file import File
from generator.publish.press import Press

Publisher = Callable[[Press, Stock], Iterator[File]]


def _csv(name: str, press: Press, stock: Stock) -> Iterator[File]:
    table = tables.TABLES[name]
    yield File(f"data/{name}.csv", csv_file.pieces(table, tables.read(press, stock, name)))


def _verifier(press: Press, stock: Stock) -> Iterator[File]:
    """What checks a copy, to be downloaded: the same file that the command runs."""
    yield File("verify/verify.py", Path(verify.__file__).read_bytes())


# By the address that the files of a section begin with; each can be made anew alone.
SECTIONS: Mapping[str, Publisher] = {
    **{f"data/{name}": partial(_csv, name) for name in tables.TABLES},
    "statistics": statistics.files,
    "verify/verify.py": _verifier,
}
