"""What tells of the files to take away: which there are, how large, with which hash."""

from collections.abc import Iterator, Mapping

from generator.publish.data import catalogue, package
from generator.publish.data.stock import Stock
from generator.publish.data.tables import TABLES
from generator.publish.file import File, Held
from generator.publish.press import Press

# Where files lie that are told of.
FOLDERS = ("data/",)
FILES = (
    "data/index.html",
    "data/index.json",
    "data/datapackage.json",
    catalogue.JSONLD,
    catalogue.CSV,
)
# As they are asked for.
PATHS = frozenset({*FILES, "data"})


def files(press: Press, stock: Stock, held: Mapping[str, Held]) -> Iterator[File]:
    """The lists of all files to take away, and the page that leads to them."""
    found = list(catalogue.datasets(TABLES.values(), held))
    yield from catalogue.files(press, found)
    yield from package.closing(press, stock, held, found)
