"""Which lots a notice is about, under one name each.

A tender prints 01包, a result names its id, a contract its title: what stands in
one row belongs together, and what two rows claim belongs to neither.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.records.model.amounts import Target
from generator.records.model.parties import Supplier
from generator.records.model.rows import Result, Row
from generator.records.reading import Filed
from generator.records.source import Path
from generator.records.walk import given, listing

_PEOPLE = listing(Supplier)
_OF_PEOPLE, _RESULTS = frozenset(_PEOPLE), frozenset((*listing(Result), *listing(Target)))


class _Said(NamedTuple):
    """Of one record, by lot: the rows about it, and where somebody is named for it.

    `winners` are the rows of those chosen for a lot, under None of those for nobody says
    which; `at` is the row of each of them.
    """

    record: Any
    rows: dict[str, list[tuple[int, Row]]]
    people: dict[str, list[Path]]
    winners: dict[str | None, list[int]]
    at: dict[int, int]


class Lots:
    """The lots of a project; `of` names those of one notice as the project does."""

    def __init__(self, everything: Iterable[Filed]) -> None:
        self._names = dict(_aliases(everything))
        self._of: dict[int, _Said] = {}
        self._named: dict[int, tuple[Any, frozenset[str]]] = {}

    def called(self, name: str) -> str:
        """The one name of a lot."""
        return self._names.get(name, name)

    def of(self, filed: Filed) -> frozenset[str]:
        """The lots that a notice names; empty where it names none."""
        record = filed.record
        # By identity, as `_said`: the record is kept beside, so that it stays itself.
        found = self._named.get(id(record))
        if found is None:
            found = self._named[id(record)] = record, frozenset(map(self.called, named(record)))
        return found[1]

    def failed(self, filed: Filed) -> frozenset[str]:
        """The lots that a result says nobody is chosen for."""
        rows = enumerate(filed.record.lots)
        return frozenset(self.called(row_name(row, i)) for i, row in rows if row.failed)

    def given_up(self, notices: Iterable[Filed]) -> frozenset[str]:
        """The lots that a result leaves to nobody, or a notice ends, whatever came of them later."""
        found: set[str] = set()
        for one in notices:
            found |= self.of(one) if one.record.kind == "termination" else self.failed(one)
        return frozenset(found)

    def rows(self, filed: Filed, lot: str) -> list[tuple[int, Row]]:
        """The rows about one lot, with their places in `lots`."""
        return self._said(filed).rows.get(lot, [])

    def places(self, filed: Filed, lot: str) -> Iterator[Path]:
        """Where a notice says that something in it is of this lot."""
        said = self._said(filed)
        for i, row in said.rows.get(lot, ()):
            stated = (key for key in ("id", "number", "name") if given(row, key))
            yield ("lots", i, next(stated, "note"))
        yield from said.people.get(lot, ())

    def winners(self, filed: Filed, lot: str) -> list[Supplier]:
        """The rows of those chosen for one lot, and of those for nobody says which; all without one."""
        every = given(filed.record, "winners", ())
        if not lot or not every:
            return list(every)
        rows = self._said(filed).winners
        return [every[i] for i in sorted((*rows.get(lot, ()), *rows.get(None, ())))]

    def row(self, filed: Filed, who: Supplier) -> int:
        """In which row of `winners` one of them stands."""
        return self._said(filed).at[id(who)]

    def _said(self, filed: Filed) -> "_Said":
        """What a notice says of each lot, sorted once however many lots are asked about."""
        record = filed.record
        # By identity: a record as later corrected is another one. It is kept, so that it stays itself.
        if id(record) not in self._of:
            self._of[id(record)] = self._sorted(record)
        return self._of[id(record)]

    def _sorted(self, record: Any) -> "_Said":
        said = _Said(record, {}, {}, {}, {})
        for i, row in enumerate(record.lots):
            said.rows.setdefault(self.called(row_name(row, i)), []).append((i, row))
        for i, who in enumerate(given(record, "winners", ())):
            said.at[id(who)] = i
            own: set[str | None] = {self.called(name) for name in who.lots}
            for lot in own or {None}:
                said.winners.setdefault(lot, []).append(i)
        for key in _PEOPLE:
            for i, who in enumerate(given(record, key, ())):
                for lot in {self.called(name) for name in who.lots}:
                    said.people.setdefault(lot, []).append((key, i, "lots"))
        return said

    def has(self, names: Iterable[str], lot: str) -> bool:
        """Whether a lot is among names as a notice writes them."""
        return any(self.called(name) == lot for name in names)


def named(record: Any) -> list[str]:
    """The lots that a record names anywhere, as it writes them, in no order."""
    found = [row_name(row, i) for i, row in enumerate(record.lots)]
    held, stated = record.__dict__, record.model_fields_set
    # Which of the lists are stated is asked of them all at once.
    for key in _OF_PEOPLE & stated:
        found += [lot for who in held[key] for lot in who.lots]
    for key in _RESULTS & stated:
        found += [row.lot for row in held[key] if row.lot]
    return found


def row_name(row: Row, i: int) -> str:
    """What a notice calls one of its rows first."""
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


def served(files: Iterable[Filed]) -> tuple[str, ...]:
    """Where these files and their lots say that the service is given, each place once."""
    parts = (part for one in files for part in (one.record, *given(one.record, "lots", ())))
    return tuple(dict.fromkeys(place for part in parts for place in given(part, "places", ())))
