"""Which row of a list in a record each row of a table is: what says the same twice is one."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.intake.sheet.rows import Row

# Lists at the top of which a notice says each once: of two rows that differ nobody knows which holds.
ONCE = frozenset(
    {"purchaser", "agency", "contacts", "numbers", "publisher", "evaluator", "payer", "payee"}
)
# Lists whose rows are of somebody; the lot of the row belongs to them.
WHOSE = ("winners", "candidates", "suppliers")

# By the list, the role in it, and the row of the sheet.
Places = Mapping[tuple[str, str, int], int]


def numbered(rows: list[Row]) -> Places:
    """The place of each row of the sheet in every list that it says something of."""
    found: dict[tuple[str, str, int], int] = {}
    for head in dict.fromkeys(one for row in rows for one in _heads(row)):
        seen: dict[Any, int] = {}
        for row in rows:
            for role in dict.fromkeys(_roles(row, head)):
                sign = role if head in ONCE else (role, _sign(row, head))
                found[head, role, row.number] = seen.setdefault(sign, len(seen))
    return found


def _heads(row: Row) -> Iterator[str]:
    yield from (one.slot.head for one in row.said if one.slot.head)
    yield from (one.slot.head for one in row.doubts if one.slot and one.slot.head)


def _roles(row: Row, head: str) -> Iterator[str]:
    yield from (one.slot.role for one in row.said if one.slot.head == head)
    yield from (one.slot.role for one in row.doubts if one.slot and one.slot.head == head)


def _sign(row: Row, head: str) -> Any:
    """What tells one row of a list from another; one that is doubted is like no other.

    A lot or an organisation may be named in each of its rows; of other lists each row is one,
    unless it is one cell over several rows.
    """
    own = [one for one in row.said if one.slot.head == head]
    if any(one.slot and one.slot.head == head for one in row.doubts):
        return row.number
    if head not in WHOSE and head != "lots":
        return repr([(one.slot.path, one.place.at) for one in own])
    lot = row.of("lots.id")
    told = [(one.slot.path, repr(one.value)) for one in own]
    return repr([*told, lot.value if lot and head in WHOSE else ""])


def repeated(rows: list[Row], places: Places) -> Iterator[tuple[Row, Row]]:
    """Rows that name the same organisation with the same sum in cells of their own: once, or twice?"""
    first: dict[tuple[str, int], Row] = {}
    for (head, _, number), at in sorted(places.items(), key=lambda one: one[0][2]):
        row = next(one for one in rows if one.number == number)
        before = first.setdefault((head, at), row)
        if head in WHOSE and before is not row and _sums(row, head) - _sums(before, head):
            yield row, before


def _sums(row: Row, head: str) -> set[str]:
    """The cells of its sums."""
    return {one.place.at for one in row.said if one.slot.head == head and one.slot.sort == "money"}
