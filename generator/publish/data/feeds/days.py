"""The day that a notice stands at in feeds and calendars."""

from datetime import date

from generator.publish.data.stock import Stock
from generator.records.digest import Digest, Line


class Days:
    """The day that each notice stands at in feeds: its own, else when it was entered here."""

    def __init__(self, stock: Stock) -> None:
        self._recorded = {
            (id, one.stem): one.day for id, some in stock.read("recorded") for one in some
        }

    def of(self, digest: Digest, line: Line) -> date | None:
        """The day of a notice; None if nobody knows one."""
        return line.dated.date.first if line.dated else self._recorded.get((digest.id, line.stem))

    def by_stem(self, digest: Digest) -> dict[str, date]:
        """The day of each notice of a record of which one is known."""
        found = ((line.stem, self.of(digest, line)) for line in digest.notices)
        return {stem: day for stem, day in found if day}
