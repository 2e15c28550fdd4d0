"""What tells of the files to take away: which there are, how large, with which hash."""

from collections.abc import Iterator, Mapping

from generator.publish.data import package
from generator.publish.data.stock import Stock
from generator.publish.file import File, Held
from generator.publish.press import Press

# Where files lie that are told of.
FOLDERS = ("data/",)
FILES = ("data/datapackage.json", "data/index.html", "data/index.json")
# As they are asked for.
PATHS = frozenset({*FILES, "data"})


def files(press: Press, stock: Stock, held: Mapping[str, Held]) -> Iterator[File]:
    """The lists of all files to take away, and the page that offers them."""
    sizes = {path: (one.size, one.sha) for path, one in held.items() if path not in FILES}
    yield from package.closing(press, stock, sizes)
