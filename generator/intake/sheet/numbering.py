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
    """What tells one row of a list from another; one that is doubted is like no other."""
    if any(one.slot and one.slot.head == head for one in row.doubts):
        return row.number
    own = [(one.slot.path, repr(one.value)) for one in row.said if one.slot.head == head]
    lot = row.of("lots.id")
    return repr([*own, lot.value if lot and head in WHOSE else ""])
