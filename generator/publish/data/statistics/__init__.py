"""Statistics: thirteen questions answered from the published tables.

What counts is imported when the section is made, so that no other run pays for it.
"""

from collections.abc import Iterator

from generator.publish.data.stock import Stock
from generator.publish.file import File
from generator.publish.press import Press


def files(press: Press, stock: Stock) -> Iterator[File]:
    """The files under `statistics/`."""
    from generator.publish.data.statistics.page import made  # noqa: PLC0415

    yield from made(press, stock)
