"""Whoever was chosen took part: which of them a list of those who took part leaves out.

A printed name may be a body that stands beside it by its id, and a mask anybody:
only like with like is told apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from generator.records.model.parties import Supplier
from generator.records.outcome import is_nobody
from generator.records.walk import given

# Members of one offer may stand in one row of a list and in several of the other.
_JOINT = re.compile(r"联合|牵头|成员")
# 甲（牵头人）、乙（成员）: one row that names them all.
_SEVERAL = re.compile(r"[、，,；;/]|[）)].")
# Whoever compares each of more rows with each is no longer done in a moment.
_MANY = 300

Named = tuple[int, Supplier]


class LeftOut(NamedTuple):
    """Those chosen who surely stand in no row of a list, and those who may; with their places."""

    apart: tuple[Named, ...]
    perhaps: tuple[Named, ...]

    @property
    def every(self) -> tuple[Named, ...]:
        """All who stand in no row by the name they bear."""
        return (*self.apart, *self.perhaps)


def left_out(rows: Sequence[Supplier], chosen: Iterable[Named]) -> LeftOut:
    """Whom of those chosen for a lot the rows about it leave out; a firm chosen twice is one."""
    held = {name for row in rows for name in names(row)}
    found: dict[object, Named] = {}
    for i, one in chosen:
        if not is_nobody(one) and held.isdisjoint(names(one)):
            found.setdefault(next(names(one), i), (i, one))
    few = len(rows) <= _MANY >= len(found)
    apart = {key for key, (_, one) in found.items() if few and _is_apart(one, rows)}
    return LeftOut(
        tuple(one for key, one in found.items() if key in apart),
        tuple(one for key, one in found.items() if key not in apart),
    )


def beside(record: Any) -> int:
    """How many rows of those chosen stand in no row, of the same lots, of those who took part."""
    held = {(name, one.lots) for one in given(record, "bidders", ()) for name in names(one)}
    chosen = (one for one in given(record, "winners", ()) if not is_nobody(one))
    return sum(not any((name, one.lots) in held for name in names(one)) for one in chosen)


class Joint(StrEnum):
    """What a row is of an offer that several make together."""

    LEAD = "lead"
    MEMBER = "member"
    PERHAPS = "perhaps"


def joint(one: Supplier) -> Joint | None:
    """What a row is of a joint offer: its lead, a member, or either or all of it; None of none."""
    printed, role = one.printed or "", one.role or ""
    if not _is_joint(one) or _SEVERAL.search(printed):
        return None
    if "牵头" in f"{printed} {role}":
        return Joint.LEAD
    return Joint.MEMBER if "成员" in f"{printed} {role}" or "联合" in role else Joint.PERHAPS


def offers(rows: Iterable[Supplier]) -> int:
    """How many offers rows make at least, whoever make one together counted once."""
    shares = [joint(one) for one in rows]
    led = shares.count(Joint.LEAD)
    apart = shares.count(None) + (0 if led else shares.count(Joint.PERHAPS))
    return apart + (led or min(1, shares.count(Joint.MEMBER)))


def names(one: Supplier) -> Iterator[tuple[str, str]]:
    """By what a supplier is known: its id, and its name as printed."""
    if one.party:
        yield "party", one.party
    if one.printed:
        yield "printed", one.printed


def _is_apart(one: Supplier, rows: Iterable[Supplier]) -> bool:
    return not _is_joint(one) and all(_differ(one, row) for row in rows)


def _differ(one: Supplier, row: Supplier) -> bool:
    """Whether two rows are surely two bodies."""
    if one.party and row.party:
        return not _is_joint(row)
    if not (one.printed and row.printed) or any(map(_is_unclear, (one, row))):
        return False
    return one.printed not in row.printed and row.printed not in one.printed


def _is_unclear(one: Supplier) -> bool:
    return bool(one.masked or one.short) or _is_joint(one)


def _is_joint(one: Supplier) -> bool:
    return bool(_JOINT.search(f"{one.printed or ''} {one.role or ''}"))
