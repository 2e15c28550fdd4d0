"""Rows that add up others: nothing of them is written, but what they say must be true of the rest."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.intake.draft import Place, Unread
from generator.intake.exact import in_yuan
from generator.intake.sheet import cells, table
from generator.intake.sheet.doubtful import Doubtful, Nothing
from generator.intake.sheet.rows import Row
from generator.intake.sheet.table import Column, Table
from generator.records.model.amounts import yuan_words


class Wrong(NamedTuple):
    """A total that is not what its rows add up to, as a sentence, and the rows that it is of."""

    place: Place
    why: str
    rows: tuple[int, ...]


class Check(NamedTuple):
    """What came of one total: its cells are read, and in no record."""

    unread: tuple[Unread, ...]
    wrong: tuple[Wrong, ...]


def check(given: Table, number: int, before: list[Row], segment: list[Row]) -> Check:
    """A row 小计 or 合计 against the rows above it: those of its part, or all."""
    unread, wrong = [], []
    what = table.total(given.sheet, number)
    is_part, is_sum = what == "小计", what != "平均"
    for column in given.columns:
        cell = given.sheet.at((number, column.at))
        if not (cell.shown.strip() or cell.trouble) or given.sheet.first((number, column.at)) != (
            number,
            column.at,
        ):
            continue
        place = Place(table.cell_name(given, (number, column.at)), column.said, cell.shown.strip())
        ways = (segment,) if is_part else (before, segment)
        told = _of_column(given, column, number, ways) if is_sum else "是平均数，没有读"
        unread.append(Unread(place, told or "是合计行，只用来核对"))
        if told.startswith("合计"):
            rows = tuple(one.number for one in (segment if is_part else before))
            wrong.append(Wrong(place, told, rows))
    return Check(tuple(unread), tuple(wrong))


def _of_column(given: Table, column: Column, number: int, ways: Iterable[list[Row]]) -> str:
    """What is to be said of one cell of a total; empty where it says no sum."""
    if column.slot is None or column.slot.sort != "money":
        return ""
    said = _total(given, column, number)
    if said is None:
        return "是合计行，看不出是多少，没有核对"
    added = [_added(column, rows) for rows in ways]
    if said in added:
        return "是合计行，核对相符"
    if added[0] is None:
        return "是合计行；有的行没有读成，没有核对"
    return f"合计写的是 {yuan_words(said)}，各行相加是 {yuan_words(added[0])}；请核对"


def _total(given: Table, column: Column, number: int) -> Decimal | None:
    assert column.slot
    try:
        found = cells.value(column.slot, given.sheet.at((number, column.at)), column.unit)
    except Doubtful as doubtful:
        right = [one.value for one in doubtful.ways if one.key == "对"]
        return in_yuan(right[0]) if right else None
    except Nothing:
        return None
    return in_yuan(found)


def _added(column: Column, rows: list[Row]) -> Decimal | None:
    """The sum of a column; None where a row of it was not read. A cell over several rows counts once."""
    assert column.slot
    found: dict[str, Decimal] = {}
    for row in rows:
        if row.is_hidden or any(one.at[1] == column.at for one in row.doubts):
            return None
        for said in row.said:
            if said.at[1] == column.at and said.slot == column.slot:
                yuan = in_yuan(said.value)
                if yuan is None:
                    return None
                found[said.place.at] = yuan
    return sum(found.values(), Decimal(0)) if found else None


def doubts(wrong: Iterable[Wrong], rows: Iterable[int]) -> Iterator[Wrong]:
    """The wrong totals that some of these rows are in."""
    held = set(rows)
    return (one for one in wrong if held & set(one.rows))
