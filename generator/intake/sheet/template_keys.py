"""The hidden first row of a template: the key of each column, wherever the column was moved."""

from typing import NamedTuple

from generator.intake.sheet.grid import Sheet
from generator.intake.sheet.slot import Slot, slot_of
from generator.records.model import KINDS

# `award:winners.amount`; what is no key of a record says where the file belongs.
SIGN = ":"
WHERE = "where"
# The sheets of a template beside the one that is filled in.
GUIDE, WORDS = "怎样填", "词表"
OPENING = "这张表用来录入公告，一张表一个种类。"


class Found(NamedTuple):
    """The kind of a template, its columns: place, heading, what it is for; where records belong."""

    kind: str
    columns: tuple[tuple[int, str, Slot | None], ...]
    where: int = 0


def found(sheet: Sheet) -> Found | None:
    """What the first row of a sheet says, if it is one of ours."""
    kinds: set[str] = set()
    columns = []
    where = 0
    for column in sheet.columns:
        kind, sign, path = sheet.at((1, column)).shown.strip().partition(SIGN)
        said = "".join(sheet.at((2, column)).shown.split())
        if sign and kind in KINDS and path == WHERE:
            where = column
        elif sign and kind in KINDS:
            kinds.add(kind)
            columns.append((column, said, _slot(kind, path)))
        elif said:
            columns.append((column, said, None))
    return Found(kinds.pop(), tuple(columns), where) if len(kinds) == 1 else None


def is_beside(sheet: Sheet) -> bool:
    """Whether a sheet is one of those beside the one that is filled in."""
    return sheet.name == WORDS or sheet.at((1, 1)).shown.startswith(OPENING)


def _slot(kind: str, path: str) -> Slot | None:
    try:
        return slot_of(kind, path)
    except KeyError:
        return None
