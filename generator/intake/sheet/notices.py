"""From the rows of one notice to its draft: what all rows say once, and a row of a list for each."""

from dataclasses import replace

from generator.intake.draft import Choice, Draft, Place, Question, chosen
from generator.intake.sheet.making import LEAVE, Making
from generator.intake.sheet.numbering import ONCE, WHOSE, repeated
from generator.intake.sheet.rows import Doubt, Row, Said
from generator.intake.sheet.slot import slot_of

_TITLES = ("project_name", "contract_name")
# What a row of a lot states of its lot; of the whole where one cell is over all its rows.
_OF_A_LOT = frozenset({"budget", "ceiling", "amount", "term"})
_NUMBERS = frozenset({"money", "number", "whole", "count"})
# Kinds that say who got which lot.
_BY_LOT = frozenset({"award", "proposal", "grant"})
_SOURCE = (
    ("source.tier", "tier", "看到的是发布者自己的页面，还是转载、转述"),
    ("source.extent", "extent", "看到了公告的全部内容，还是只有一部分"),
)
_NOWHERE = Place("", "", "")


def draft(kind: str, rows: list[Row], *, is_template: bool = False) -> Draft:
    """The draft of one notice. Nothing of it is written while one of its cells is doubted."""
    making = Making(kind, rows, is_template=is_template)
    for row in rows:
        for said in row.said:
            _put(making, row, said)
        for doubt in row.doubts:
            _doubt(making, row, doubt)
        _whose_lot(making, row)
        _rank(making, row)
    for again, before in repeated(rows, making.places):
        place = next(one.place for one in again.said if one.slot.head in WHOSE)
        why = (
            f"和第 {before.number} 行是同一家、同样的金额，不知道是一笔还是两笔；一笔的请合并单元格"
        )
        making.hold(why, place, "again")
    _title(making)
    _source(making)
    return making.done()


def _put(making: Making, row: Row, said: Said) -> None:
    slot = said.slot
    of_a_lot = not slot.head and slot.path[-1] in _OF_A_LOT and row.of("lots.id")
    if of_a_lot and not making.is_template:
        _of_a_lot(making, row, said)
        return
    path = making.path(slot, row)
    if said.is_tall and slot.head and slot.head not in ONCE and _is_shared(making, said):
        why = "一个合并的格管着几行，不知道这个数是哪一行的；请取消合并，或到网站的表里录入"
        making.hold(why, said.place, *path)
        return
    if slot.role:
        making.put((*path[:-1], "role"), slot.role, said.place)
    making.put(path, said.value, said.place)


def _is_shared(making: Making, said: Said) -> bool:
    """Whether a sum, a score or a rank in one merged cell stands beside several rows."""
    beside = [row for row in making.rows if any(one.place.at == said.place.at for one in row.said)]
    return said.slot.sort in _NUMBERS and len(beside) > 1


def _of_a_lot(making: Making, row: Row, said: Said) -> None:
    """What a row of a lot says of a sum: of its lot, of the whole where one cell is over all rows."""
    slot, value, place = said.slot, said.value, said.place
    others = [one for other in making.rows for one in other.said if one.slot.name == slot.name]
    of_lot = making.path(slot_of(making.kind, f"lots.{slot.path[-1]}"), row)
    alike = len(others) > 1 and all(one.value == value for one in others)
    is_over_all = len({one.place.at for one in others}) == 1 and len(others) == len(making.rows)
    if is_over_all and said.is_tall and len(others) > 1:
        making.put(slot.path, value, place)
    elif alike and slot.sort == "money":
        why = "每一包写的都一样，不知道是一共这么多，还是每包这么多；一共的请合并单元格"
        own = Choice("每包", "每包各是这么多", ((of_lot, value),))
        whole = Choice("一共", "几包一共这么多", ((slot.path, value),))
        making.ask(of_lot, why, place, (own, whole, LEAVE))
    else:
        making.put(slot.path if alike else of_lot, value, place)


def _doubt(making: Making, row: Row, doubt: Doubt) -> None:
    if doubt.slot is None:
        making.hold(doubt.why, doubt.place)
        return
    path = making.path(doubt.slot, row)
    choices = [making.choice(path, one) for one in doubt.ways]
    if not making.is_open(path):
        making.hold(doubt.why, doubt.place, *path)
        return
    making.ask(path, doubt.why, doubt.place, (*choices, LEAVE) if choices else ())


def _whose_lot(making: Making, row: Row) -> None:
    """Beside a supplier the lot of its row."""
    lot = row.of("lots.id")
    for head in WHOSE:
        at = making.places.get((head, "", row.number))
        # In a template whose lot it is has a column of its own.
        if lot and at is not None and making.kind in _BY_LOT and not making.is_template:
            making.put((head, at, "lots"), lot.value, lot.place)


def _rank(making: Making, row: Row) -> None:
    """Who comes second in a result was not chosen, unless several are."""
    said, method = row.of("winners.rank"), row.of("method")
    several = method is not None and method.value == "framework"
    if said and said.value > 1 and making.kind == "award" and not several:
        why = "排在第一以后的多半没有选中；只写选中的，其余的请从这张表里删去"
        making.hold(why, said.place, "rank")


def _title(making: Making) -> None:
    """A notice of a list is called as its project is, where its own title is not told."""
    if not making.is_open(("title",)):
        return
    named = (row.of(name) for name in _TITLES for row in making.rows)
    if said := next(filter(None, named), None):
        making.put(("title",), said.value, said.place)
        return
    first = making.rows[0]
    place = first.said[0].place if first.said else Place(f"第 {first.number} 行", "", "")
    making.ask(("title",), "没有标题，也没有项目名称；公告的标题是什么", place, (), "text")


def _source(making: Making) -> None:
    """What nobody may guess: whether the page is an original, and all of it."""
    for name, list_, why in _SOURCE:
        path = tuple(name.split("."))
        if making.is_open(path):
            making.ask(path, why, _NOWHERE, chosen(list_, path))


def asked(given: Draft, name: str, why: str, place: Place, ways: tuple[Choice, ...] = ()) -> Draft:
    """The draft with one more thing that it waits for."""
    question = Question(("rows", place.at, name), why, place, ways)
    return replace(given, questions=(*given.questions, question))
