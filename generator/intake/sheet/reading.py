"""A workbook as drafts: a record a notice, and a list of every cell that went into none."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.intake.clearing import clear
from generator.intake.draft import Choice, Draft, Item, Place, Unread
from generator.intake.sheet import cells, notices, own, table, template_keys, totals
from generator.intake.sheet.doubtful import Doubtful, Nothing
from generator.intake.sheet.grid import Book, Sheet, called, letter
from generator.intake.sheet.headings import folded, heading, is_one_notice, unit_beside
from generator.intake.sheet.names import party
from generator.intake.sheet.rows import Row, grouped, is_signature, is_told_apart, row
from generator.intake.sheet.table import Column, Table

# What two notices of one title may differ in.
_SAME = frozenset({"numbers", "published", "official"})
_BESIDE = "表格以外的话，没有读"
_AGREE = Choice("各行对", "各行没有错，是合计写错了；合计不写进记录")


class Drafted(NamedTuple):
    """One notice of a workbook: what its rows are called, which they are, and its draft."""

    title: str
    rows: tuple[str, ...]
    draft: Draft
    where: str = ""


class Workbook(NamedTuple):
    """All that a workbook says, and what of it nobody read."""

    drafts: tuple[Drafted, ...]
    unread: tuple[Unread, ...]


def read(book: Book, name: str, kind: str | None = None) -> Workbook:
    """The notices in a workbook; `kind` where its keeper says which they are."""
    drafts: list[Drafted] = []
    unread = [Unread(Place(at, "", ""), why) for at, why in book.notes]
    ours = any(own.is_ours(sheet) for sheet in book.sheets)
    for sheet in book.sheets:
        if not sheet.cells or template_keys.is_beside(sheet):
            continue
        if ours and not own.is_ours(sheet):
            unread.append(_of_sheet(sheet, "本站导出的表，由记录算出，没有还原"))
            continue
        if sheet.is_hidden:
            unread.append(_of_sheet(sheet, "这张表是隐藏的，没有读"))
            continue
        found = _sheet(sheet, name, kind)
        drafts += found.drafts
        unread += found.unread
    return Workbook(tuple(_once(drafts)), tuple(unread))


def _once(drafts: list[Drafted]) -> Iterator[Drafted]:
    """The notices; of those that stand on two sheets or in two tables each waits."""
    held: dict[tuple[str, ...], list[Drafted]] = {}
    for one in drafts:
        held.setdefault(_sign(one), []).append(one)
    for one in drafts:
        other = next((each for each in held[_sign(one)] if each is not one), None)
        yield one if other is None or not one.title else one._replace(draft=_twice(one, other))


def _sign(one: Drafted) -> tuple[str, ...]:
    told = ((item.path, item.value) for item in one.draft.items if item.path[0] in _SAME)
    return one.draft.kind, one.title, repr(sorted(told, key=repr))


def _twice(one: Drafted, other: Drafted) -> Draft:
    why = f"{other.rows[0]} 那里有同样编号和标题的一份；请只留一处，或者写明不同的编号、发布日期"
    return notices.asked(one.draft, "again", why, Place(f"{one.rows[0]}", "", one.title))


def _of_sheet(sheet: Sheet, why: str) -> Unread:
    first = next((cell.shown for _, cell in sorted(sheet.cells.items()) if cell.shown), "")
    return Unread(Place(sheet.name, "", first), why)


def _sheet(sheet: Sheet, name: str, kind: str | None) -> Workbook:
    if own.is_ours(sheet):
        back, left = own.read_back(sheet)
        drafts = [Drafted(one.title, (one.row,), one.draft, one.where) for one in back]
        return Workbook(tuple(drafts), tuple(left))
    named = kind or table.kind_of(sheet, name)
    if named is None:
        why = "看不出是哪一种公告的表；请用 --kind 写明种类，没有要收录的不用管"
        return Workbook((), (_of_sheet(sheet, why), *_every(sheet)))
    found = list(table.tables(named, sheet))
    if not found:
        why = "没有找到表头：至少要有两列的标题是认识的，例如 项目名称、成交金额"
        return Workbook((), (_of_sheet(sheet, why), *_every(sheet)))
    parts = [_not_read(one) if one.refused else _table(one) for one in found]
    drafts = [one for part in parts for one in part.drafts]
    return Workbook(tuple(drafts), tuple(one for part in parts for one in part.unread))


def _every(sheet: Sheet) -> Iterator[Unread]:
    for at, cell in sorted(sheet.cells.items()):
        if cell.shown.strip():
            yield Unread(Place(f"{sheet.name}!{called(at)}", "", cell.shown.strip()), "没有读")


def _not_read(given: Table) -> Workbook:
    """A table that is not of the kind, cell by cell."""
    place = _head_place(given, given.columns[0])
    cells = (
        Unread(Place(table.cell_name(given, at), "", cell.shown.strip()), "没有读")
        for number in (*given.head, *given.rows)
        for at, cell in given.sheet.row(number)
    )
    over = (
        Unread(Place(table.cell_name(given, at), "", said), "没有读") for at, said in given.above
    )
    return Workbook((), (*over, *cells, Unread(place, given.refused)))


def _table(given: Table) -> Workbook:
    over, unread = _above(given)
    is_whole = is_one_notice(given.kind) and not is_told_apart(given)
    rows, wrong = _rows(given, unread)
    twice = [one for some in given.twice.values() for one in some]
    drafts = []
    for key, some in grouped(given, rows).items():
        found = notices.draft(given.kind, some, is_template=given.is_template)
        found = _titled(given, found) if is_whole else found
        found = _with(found, over)
        for each in totals.doubts(wrong, (one.number for one in some)):
            found = notices.asked(found, "total", each.why, each.place, (_AGREE,))
        for column in twice:
            place = _head_place(given, column)
            why = f"有几列都像“{column.said}”，不知道用哪一列；请只留一列"
            found = notices.asked(found, "twice", why, place)
        names = tuple(f"{given.sheet.name}!{one.number}" for one in some)
        where = _where(given, some)
        drafts.append(Drafted(_called(found, key), names, found, where))
    taken = {item.place.at for one in drafts for item in one.draft.items}
    left = (one for one in unread if one.place.at not in taken)
    return Workbook(tuple(drafts), tuple(left))


def _where(given: Table, some: list[Row]) -> str:
    """Where the record belongs, as a row of a template says."""
    said = (given.sheet.at((one.number, given.where)).shown.strip() for one in some)
    return next(filter(None, said), "") if given.where else ""


def _head_place(given: Table, column: Column) -> Place:
    own = [number for number in given.head if (number, column.at) in given.sheet.cells]
    at = (own[-1] if own else given.head.start), column.at
    return Place(table.cell_name(given, at), column.said, column.said)


def _called(found: Draft, key: tuple[str, ...]) -> str:
    title = next((str(one.value) for one in found.items if one.path == ("title",)), "")
    return title or " ".join(filter(None, key))


def _rows(given: Table, unread: list[Unread]) -> tuple[list[Row], list[totals.Wrong]]:
    """The rows of a table; what only adds up or tells something is reported beside."""
    rows: list[Row] = []
    wrong: list[totals.Wrong] = []
    since = 0
    width = len(given.columns)
    for number in given.rows:
        some = list(given.sheet.row(number))
        if not some:
            continue
        if number not in given.sheet.hidden_rows and table.total(given.sheet, number):
            checked = totals.check(given, number, rows, rows[since:])
            unread += checked.unread
            wrong += checked.wrong
            since = len(rows)
        elif _is_beside(given, number, width):
            unread += _as_told(given, number)
        else:
            rows.append(row(given, number))
            _beyond(given, number, unread)
    while rows and is_told_apart(given) and is_signature(given, rows[-1]):
        unread += _as_told(given, rows.pop().number)
    return rows, wrong


def _as_told(given: Table, number: int) -> Iterator[Unread]:
    """The cells of a row that is none of the table."""
    for at, cell in given.sheet.row(number):
        yield Unread(Place(table.cell_name(given, at), "", cell.shown.strip()), _BESIDE)


def _is_beside(given: Table, number: int, width: int) -> bool:
    if number in given.sheet.hidden_rows:
        return False
    return table.is_note(given.sheet, number, width) or table.is_head_again(given, number)


def _beyond(given: Table, number: int, unread: list[Unread]) -> None:
    """Cells of a row that stand under no heading."""
    known = {given.where, *(one.at for one in given.columns)}
    for at, cell in given.sheet.row(number):
        if at[1] not in known:
            place = Place(table.cell_name(given, at), "", cell.shown.strip())
            unread.append(Unread(place, "这一列没有标题，没有读"))


def _above(given: Table) -> tuple[list[Item], list[Unread]]:
    """What stands over a table: units are taken, labelled values are of all rows, the rest is told."""
    items: list[Item] = []
    unread: list[Unread] = []
    for at, said in given.above:
        place = Place(table.cell_name(given, at), "", said)
        found = [_labelled(given, label, value, place) for label, value in table.pairs(said)]
        items += [one for one in found if one]
        if not any(found) and not (unit_beside(said) and len(folded(said)) < 16):
            unread.append(Unread(place, "表头上面的话，没有写进记录"))
    unread += _unheard(given)
    for one in given.columns:
        if one.is_numbering:
            name = letter(one.at)
            place = Place(f"{given.sheet.name}!{name}:{name}", one.said, one.said)
            unread.append(Unread(place, "只是行号，不写进记录"))
    return items, unread


def _unheard(given: Table) -> Iterator[Unread]:
    """Headings that nobody knows: they may be no headings."""
    for one in given.columns:
        if one.slot is None and not one.is_numbering:
            yield Unread(_head_place(given, one), "不认识这一列，没有读")


def _labelled(given: Table, label: str, value: str, place: Place) -> Item | None:
    """The purchaser or the agency that a line over the table names for all of it."""
    found = heading(given.kind, label)
    if found is None or found.slot.name not in {"purchaser.printed", "agency.printed"}:
        return None
    try:
        return Item((found.slot.head, "printed"), party(value), place)
    except (Doubtful, Nothing):
        return None


def _with(found: Draft, over: list[Item]) -> Draft:
    """What is said over the table, where the rows say nothing of it."""
    held = {one.path[0] for one in found.items} | {one.path[0] for one in found.questions}
    return replace(found, items=(*found.items, *(one for one in over if one.path[0] not in held)))


def _titled(given: Table, found: Draft) -> Draft:
    """A table that is one notice is called as the line over it says."""
    for at, said in given.above:
        if unit_beside(said) or list(table.pairs(said)):
            continue
        try:
            text = cells.title(clear(said))
        except Doubtful:
            continue
        item = Item(("title",), text, Place(table.cell_name(given, at), "", said))
        rest = tuple(one for one in found.questions if one.path != ("title",))
        return replace(found, items=(*found.items, item), questions=rest)
    return found
