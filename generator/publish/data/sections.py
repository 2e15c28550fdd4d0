"""The files under `data/`, by section."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.publish.data import csv_file, tables
from generator.publish.data.api import sections as api
from generator.publish.data.calendars import sections as calendars
from generator.publish.data.feeds import page as following
from generator.publish.data.feeds import sections as feeds
from generator.publish.data.stock import Stock
from generator.publish.file import File
from generator.publish.press import Press

Publisher = Callable[[Press, Stock], Iterator[File]]


def _csv(name: str, press: Press, stock: Stock) -> Iterator[File]:
    table, _ = tables.BY_RECORD[name]
    yield File(f"data/{name}.csv", csv_file.pieces(table, stock.rows(name)))


# By the address that the files of a section begin with; each can be made anew alone.
SECTIONS: Mapping[str, Publisher] = {
    **feeds.SECTIONS,
    **api.SECTIONS,
    "calendar": calendars.files,
    "guide/follow": following.files,
    **{f"data/{name}": partial(_csv, name) for name in tables.BY_RECORD},
}
