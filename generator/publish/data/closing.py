"""What tells of the files to take away: which there are, how large, with which hash."""

from collections.abc import Iterator, Mapping

from generator.publish.columns import as_json
from generator.publish.data.stock import Stock
from generator.publish.file import File, Held
from generator.publish.press import Press

# Where files lie that are told of.
FOLDERS = ("data/",)
FILES = ("data/index.json",)
# As they are asked for.
PATHS = frozenset(FILES)


def files(press: Press, stock: Stock, held: Mapping[str, Held]) -> Iterator[File]:
    """The lists of all files to take away."""
    listed = [{"path": path, "bytes": one.size, "sha256": one.sha} for path, one in held.items()]
    yield File("data/index.json", as_json({"as_of": press.today.isoformat(), "files": listed}))
