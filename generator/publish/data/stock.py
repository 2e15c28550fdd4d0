"""All that data sections are made from: the digests, and what was made of each record."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.law.verdict import Verdict
from generator.records.digest import Digest

# A thing that was made of records, and then each record, or each of some, with what was made of it.
Read = Callable[..., Iterator[tuple[str, Any]]]


class Stock(NamedTuple):
    """The digests, newest first; what rules over several projects say; what was made, by id."""

    digests: Sequence[Digest]
    across: Mapping[str, tuple[Verdict, ...]]
    read: Read

    def rows(self, table: str, years: Container[str] | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows of a table, record after record, by year and then by id; or of some years."""
        wanted = None if years is None else {one.id for one in self.digests if one.year in years}
        for _, some in self.read(table, wanted):
            yield from some
