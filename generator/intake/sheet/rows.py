"""The rows of a table: what each says, which of them are one notice, and what cannot be told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.intake.draft import Place, Unread
from generator.intake.sheet import cells, headings, lots, table
from generator.intake.sheet.doubtful import Doubtful, Nothing, Way
from generator.intake.sheet.grid import At, Cell
from generator.intake.sheet.names import is_stroke
from generator.intake.sheet.slot import Slot
from generator.intake.sheet.table import Column, Table
from generator.records.quoting import shown

# What tells one notice from another, the surest first.
_NAMES = ("title", "project_name", "contract_name")
# Of these it is no doubt that nothing came of it.
_UNDONE = frozenset({"termination", "suspension", "correction", "intention"})
_UNDOES = re.compile(r"废标|流标|终止|中止|作废|取消|撤销|放弃|重新|无效|失败|未|否|不|×")
# A name and a day stand below a table.
_SIGNED = 2
_DATES = ("official.published", "published")


class Said(NamedTuple):
    """A value of one cell, and whether that cell is one over several rows."""

    slot: Slot
    value: Any
    at: At
    place: Place
    is_tall: bool


class Doubt(NamedTuple):
    """A cell that only a reader understands; without a slot it is about the row."""

    slot: Slot | None
    why: str
    at: At
    place: Place
    ways: tuple[Way, ...] = ()


@dataclass
class Row:
    """One row of a table, read; `key` tells the notice that it belongs to."""

    number: int
    said: list[Said] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    key: tuple[str, ...] = ()
    is_hidden: bool = False

    def of(self, name: str) -> Said | None:
        """What it says of a path."""
        return next((one for one in self.said if one.slot.name == name), None)


def row(given: Table, number: int) -> Row:
    """A row of a table with all that its cells say."""
    found = Row(number, is_hidden=number in given.sheet.hidden_rows)
    for column in given.columns:
        _column(given, column, number, found)
    found.key = _key(given, number)
    found.doubts += _strange(given, found)
    if found.is_hidden:
        place = Place(f"{given.sheet.name}!{number}:{number}", "", _first_words(given, number))
        why = f"第 {number} 行是隐藏的，没有读；要收录的请取消隐藏，不收录的请删去"
        found.doubts.append(Doubt(None, why, (number, 1), place))
    return found


def _strange(given: Table, found: Row) -> Iterator[Doubt]:
    """What makes a whole row doubtful: headings in it, nothing that it is for, a word that undoes it."""
    if given.is_template:
        return
    at, place = (found.number, 1), _of_row(given, found.number)
    if any(headings.heading(given.kind, one.place.words) for one in found.said):
        why = "这一行里写着列的标题，不像一份公告；竖着排的表请改成一行一份"
        yield Doubt(None, why, at, place)
    wanted = headings.needs(given.kind)
    stated = {one.slot.name for one in found.said}
    stated |= {one.slot.name for one in found.doubts if one.slot}
    if wanted and not stated & {*wanted}:
        named = "、".join(one.said for one in given.known if one.slot and one.slot.name in wanted)
        why = f"没有写{named}；废标、终止的请另作终止公告，从这张表里删去这一行"
        yield Doubt(None, why, at, place)
    yield from _undone(given, found)


def _undone(given: Table, found: Row) -> Iterator[Doubt]:
    """What a remark says that may undo all of a row."""
    for one in found.unread if given.kind not in _UNDONE else ():
        if headings.may_undo(one.place.under) and _UNDOES.search(one.place.words):
            words = shown(one.place.words)
            why = f"{one.place.under}写的是“{words}”，不知道这一份还算不算；不算的请删去这一行"
            yield Doubt(None, why, (found.number, 1), one.place)


def _of_row(given: Table, number: int) -> Place:
    return Place(f"{given.sheet.name}!{number}:{number}", "", _first_words(given, number))


def _column(given: Table, column: Column, number: int, found: Row) -> None:
    at = (number, column.at)
    cell = given.sheet.at(at)
    if not cell.shown.strip() and not cell.trouble:
        return
    place = Place(table.cell_name(given, given.sheet.first(at)), column.said, cell.shown.strip())
    if column.at in given.sheet.hidden_columns:
        found.unread.append(Unread(place, "这一列是隐藏的，没有读"))
    elif column.slot is None:
        # What only counts the rows is told once for all of them.
        if not column.is_numbering:
            found.unread.append(Unread(place, "不认识这一列，没有读"))
    elif given.sheet.is_wide(at):
        why = "这一格和旁边的列合并了，不知道说的是哪一列；请取消合并"
        found.doubts.append(Doubt(column.slot, why, at, place))
    else:
        _cell(column, column.slot, cell, Told(at, place, given.sheet.is_tall(at)), found)


class Told(NamedTuple):
    """Where a cell stands, for a sheet and for a reader, and whether it is one over several rows."""

    at: At
    place: Place
    is_tall: bool


def _cell(column: Column, slot: Slot, cell: Cell, told: Told, found: Row) -> None:
    try:
        for one, value in _values(slot, cell, column.unit):
            found.said.append(Said(one, value, *told))
    except Nothing as nothing:
        found.unread.append(Unread(told.place, str(nothing)))
    except Doubtful as doubtful:
        found.doubts.append(Doubt(slot, str(doubtful), told.at, told.place, doubtful.ways))


def _values(slot: Slot, cell: Cell, unit: str) -> Iterator[tuple[Slot, Any]]:
    if slot.sort == "lot":
        yield from _lot(slot, cell)
    else:
        yield slot, cells.value(slot, cell, unit)


def _lot(slot: Slot, cell: Cell) -> Iterator[tuple[Slot, Any]]:
    """A lot by its id; how it is printed and called stands in its own row."""
    if cell.trouble:
        raise Doubtful(cell.trouble)
    found = lots.lot(cell)
    yield slot, found.id
    if slot.path == ("lots", "id"):
        for key, value in (("number", found.printed), ("name", found.name)):
            if value:
                yield slot._replace(path=("lots", key), sort="text"), value


def _key(given: Table, number: int) -> tuple[str, ...]:
    """Numbers and title as they stand there; empty where none does."""
    named = {one.slot.name: one.at for one in given.known if one.slot}
    before = _DATES if given.is_template else ()
    tells = [at for name, at in sorted(named.items()) if name.startswith("numbers[")]
    tells += [named[one] for one in before if one in named]
    names = [named[one] for one in _NAMES if one in named][:1]
    texts = ("".join(given.sheet.at((number, at)).shown.split()) for at in (*tells, *names))
    found = tuple("" if is_stroke(one) else one for one in texts)
    return found if any(found) else ()


def _continued(key: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, ...]:
    """In a template the further rows of a notice state its title; the rest once is enough."""
    if not last or not key or key[-1] != last[-1]:
        return key
    return last if all(one in {"", said} for one, said in zip(key, last, strict=True)) else key


def _first_words(given: Table, number: int) -> str:
    return " ".join(cell.shown.strip() for _, cell in given.sheet.row(number))[:60]


def is_told_apart(given: Table) -> bool:
    """Whether a column tells one notice from another."""
    slots = {one.slot.name for one in given.known if one.slot}
    return any(name.startswith("numbers[") for name in slots) or any(one in slots for one in _NAMES)


def grouped(given: Table, read: list[Row]) -> Mapping[tuple[str, ...], list[Row]]:
    """The rows of each notice; a row without number and title is doubted, and so is the one above."""
    if not is_told_apart(given):
        return _untold(given, read)
    found: dict[tuple[str, ...], list[Row]] = {}
    last: tuple[str, ...] = ()
    for one in read:
        if not one.key:
            place = Place(
                f"{given.sheet.name}!{one.number}:{one.number}", "", _first_words(given, one.number)
            )
            why = (
                f"第 {one.number} 行没有编号和名称，不知道是不是上一行的一部分；"
                "是的请把编号和名称补上，或者合并单元格"
            )
            one.doubts.append(Doubt(None, why, (one.number, 1), place))
            one.key = last
        if given.is_template:
            one.key = _continued(one.key, last)
        found.setdefault(one.key, []).append(one)
        last = one.key
    if not given.is_template:
        _crossed(given, found)
        _unnumbered(given, found)
    return found


def _unnumbered(given: Table, found: Mapping[tuple[str, ...], list[Row]]) -> None:
    """Doubt rows of one title without number and lot, each in cells of its own: one notice, or two?"""
    names = [one.at for one in given.known if one.slot and one.slot.name in _NAMES][:1]
    for key, some in found.items():
        cells_ = {given.sheet.first((one.number, names[0])) for one in some} if names else set()
        is_known = any(key[:-1]) or any(one.of("lots.id") for one in some)
        if len(cells_) > 1 and not is_known and not headings.is_one_notice(given.kind):
            why = "几行名称相同，没有编号也没有包号，不知道是一份公告还是几份；一份的请合并名称的单元格"
            some[0].doubts.append(
                Doubt(None, why, (some[0].number, 1), _of_row(given, some[0].number))
            )


def is_signature(given: Table, one: Row) -> bool:
    """Whether a last row only says who made the table, and when: nothing of it is of a notice."""
    if one.key or one.is_hidden or len(list(given.sheet.row(one.number))) > _SIGNED:
        return False
    doubted = [each for each in one.doubts if each.slot]
    return not any(each.slot.head for each in one.said) and not any(
        re.search(r"[0-9０-９]", each.place.words) or each.slot.sort == "party"
        for each in doubted
        if each.slot
    )


def _untold(given: Table, read: list[Row]) -> Mapping[tuple[str, ...], list[Row]]:
    if headings.is_one_notice(given.kind):
        return {("",): read} if read else {}
    return {(f"{one.number}",): [one] for one in read}


def _crossed(given: Table, found: Mapping[tuple[str, ...], list[Row]]) -> None:
    """Doubt notices that share a number or a title and not the other of both."""
    owners: dict[tuple[int, str], list[tuple[str, ...]]] = {}
    for key in found:
        for n, one in enumerate(key):
            if one:
                owners.setdefault((n, one), []).append(key)
    for (n, text), keys in owners.items():
        is_number = n < len(keys[0]) - 1
        unsure = len(keys) > 1 and (is_number or any(not all(key) for key in keys))
        for key in keys if unsure else ():
            first = found[key][0]
            place = Place(f"{given.sheet.name}!{first.number}:{first.number}", "", text)
            why = f"{text} 在几行里配着不同的编号或名称，不知道是不是同一份公告；请改成一致"
            first.doubts.append(Doubt(None, why, (first.number, 1), place))
