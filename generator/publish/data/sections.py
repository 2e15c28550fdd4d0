"""The files under `data/`, by section."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator import verify
from generator.publish.data import listing, statistics, taken
from generator.publish.data.api import sections as api
from generator.publish.data.calendars import sections as calendars
from generator.publish.data.feeds import page as following
from generator.publish.data.feeds import sections as feeds
from generator.publish.data.ocds import files as ocds
from generator.publish.data.stock import Stock
from generator.publish.data.tables import TABLES
from generator.publish.file import File
from generator.publish.press import Press

Publisher = Callable[[Press, Stock], Iterator[File]]


def _verifier(press: Press, stock: Stock) -> Iterator[File]:
    """What checks a copy, to be downloaded: the same file that the command runs."""
    yield File("verify/verify.py", Path(verify.__file__).read_bytes())


# By the address that the files of a section begin with; each can be made anew alone. What takes
# longest comes first.
SECTIONS: Mapping[str, Publisher] = {
    "data/ocds": ocds.files,
    "data/gongshi.sqlite": taken.sqlite,
    "data/gongshi.xlsx": taken.workbook,
    **{f"data/{name}": partial(taken.table, name) for name in TABLES},
    "data/dictionary": listing.dictionary,
    "data": taken.by_year,
    "statistics": statistics.files,
    "verify/verify.py": _verifier,
    **feeds.SECTIONS,
    **api.SECTIONS,
    "calendar": calendars.files,
    "guide/follow": following.files,
}
# Made of the rows of tables, with little of a digest.
OF_ROWS = frozenset(one for one in SECTIONS if one.startswith("data")) - {"data/api"} | {
    "statistics"
}
