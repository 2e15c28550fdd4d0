"""Which lots a notice is about, under one name each.

A tender prints 01包, a result names its id, a contract its title: what stands in
one row belongs together, and what two rows claim belongs to neither.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.records.model.rows import Row
from generator.records.reading import Filed
from generator.records.source import Path
from generator.records.walk import given

_PEOPLE = ("winners", "suppliers", "bidders")
_RESULTS = ("results", "site_results", "dimensions")


class Lots:
    """The lots of a project; `of` names those of one notice as the project does."""

    def __init__(self, everything: Iterable[Filed]) -> None:
        self._names = dict(_aliases(everything))

    def called(self, name: str) -> str:
        """The one name of a lot."""
        return self._names.get(name, name)

    def of(self, filed: Filed) -> frozenset[str]:
        """The lots that a notice names; empty where it names none."""
        return frozenset(self.called(name) for name in named(filed.record))

    def rows(self, filed: Filed, lot: str) -> list[tuple[int, Row]]:
        """The rows about one lot, with their places in `lots`."""
        return [
            (i, row) for i, row in enumerate(filed.record.lots) if self.called(_name(row, i)) == lot
        ]

    def places(self, filed: Filed, lot: str) -> Iterator[Path]:
        """Where a notice says that something in it is of this lot."""
        for i, row in self.rows(filed, lot):
            yield (
                "lots",
                i,
                next(
                    key
                    for key in ("id", "number", "name", "note")
                    if key == "note" or given(row, key)
                ),
            )
        for key in _PEOPLE:
            for i, who in enumerate(given(filed.record, key, ())):
                if who.lots and self.has(who.lots, lot):
                    yield (key, i, "lots")

    def has(self, names: Iterable[str], lot: str) -> bool:
        """Whether a lot is among names as a notice writes them."""
        return any(self.called(name) == lot for name in names)


def named(record: Any) -> Iterator[str]:
    """The lots that a record names anywhere, as it writes them."""
    yield from (_name(row, i) for i, row in enumerate(record.lots))
    for key in _PEOPLE:
        yield from (lot for who in given(record, key, ()) for lot in who.lots)
    for key in _RESULTS:
        yield from (row.lot for row in given(record, key, ()) if row.lot)


def _name(row: Row, i: int) -> str:
    # A row without any name is a lot of its own, which no other notice can mean.
    return row.id or row.number or row.name or f"#{i}"


def _aliases(everything: Iterable[Filed]) -> Iterator[tuple[str, str]]:
    """Every other name of a lot with its first; a name that two lots bear is nobody's."""
    heads: dict[str, set[str]] = {}
    for filed in everything:
        for one in given(filed.record, "lot_names", ()):
            heads.setdefault(one.name, set()).add(one.id)
        for row in filed.record.lots:
            own = [name for name in (row.id, row.number, row.name) if name]
            for other in own[1:]:
                heads.setdefault(other, set()).add(own[0])
    for name, found in heads.items():
        if len(found) == 1:
            yield name, _first(name, heads)


def _first(name: str, heads: Mapping[str, set[str]]) -> str:
    seen = {name}
    while len(heads.get(name, ())) == 1:
        (head,) = heads[name]
        if head in seen:
            break
        seen.add(head)
        name = head
    return name
