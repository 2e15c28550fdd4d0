"""Which instalment of a later plan of payments takes the place of which of an earlier one."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from generator.records.model.times import Payment


def replaced(old: Sequence[Payment], new: Sequence[Payment]) -> dict[int, int]:
    """By the row of an old plan that of the new one: of the same event, else at its place.

    A place only says it where both plans have as many rows: a change may list one row alone.
    """
    then, now = _by_event(old), _by_event(new)
    found = {i: now[event] for event, i in then.items() if event in now}
    if len(old) == len(new):
        taken = set(found.values())
        free = (i for i in range(len(old)) if i not in found and i not in taken)
        found |= {i: i for i in free}
    return found


def is_whole(new: Sequence[Payment], record: Any) -> bool:
    """Whether a plan comes to the whole sum of its notice, and so leaves no earlier row in force."""
    sums = [one.amount.yuan if one.amount else None for one in new]
    known = [one for one in sums if one is not None]
    whole = record.amount.yuan if record.amount else None
    return bool(known) and len(known) == len(sums) and sum(known, Decimal(0)) == whole


def _by_event(rows: Sequence[Payment]) -> dict[str, int]:
    count = Counter(one.event for one in rows)
    return {one.event: i for i, one in enumerate(rows) if one.event and count[one.event] == 1}
