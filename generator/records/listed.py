"""Whose the rows of a list of several projects are: an intention is filed with each of them."""

from typing import Any

from generator.records.walk import given


def own(record: Any) -> int | None:
    """The row of `items` that is this project's, as `item_number` says; None where it names no single one."""
    number = given(record, "item_number")
    found = [i for i, row in enumerate(record.items) if number and row.number == number]
    return found[0] if len(found) == 1 else None


def others(record: Any) -> frozenset[int]:
    """The rows of `items` that other projects have; none where nobody says which is whose."""
    mine = own(record)
    return frozenset() if mine is None else frozenset(range(len(record.items))) - {mine}
