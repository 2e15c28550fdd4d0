"""Who was chosen: rows of a table, or labels that come again and again, one group a supplier.

A lot belongs to a winner only where both stand in one row or one group.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.intake.draft import Choice, Place, Question
from generator.intake.notice import lots, sums, values
from generator.intake.notice.collecting import NOT_FILLED, Collector
from generator.intake.notice.entries import Grid, Mark, Pair, Said
from generator.intake.notice.lots import Lot
from generator.intake.notice.words import fold, label_of, unit_of

KEYS = frozenset({"supplier", "candidate", "supplier.address", "amount", "quote", "score", "rank"})
# In a table of suppliers these are theirs.
_AS = {"candidate": "supplier", "address": "supplier.address"}
_OPEN = frozenset({"合计", "总计", "小计"})
# A column of these tells who took part, not who was chosen.
_OF_ALL = ("是否", "资格", "符合", "结论", "通过", "淘汰", "未")
LISTS = {
    "award": "winners",
    "proposal": "candidates",
    "contract": "suppliers",
    "single-source": "suppliers",
}
_WHOSE = "看不出哪一项是哪一家的"
_SEVERAL = "一格里像是有几家：‘{}’；是一个联合体，还是几家"


class Stated(NamedTuple):
    """One value of a group: its words, the unit over it, where it stands."""

    text: str
    unit: str
    place: Place


@dataclass
class Group:
    """What is said of one supplier."""

    lot: Lot | None = None
    at: str = ""
    is_closed: bool = False
    held: dict[str, Stated] = field(default_factory=dict)
    rest: list[Place] = field(default_factory=list)


def of_pairs(entries: Iterable[Said], under: str) -> list[Group]:
    """Groups of labels: a key that comes again, or a lot, begins another."""
    groups: list[Group] = []
    lot: Lot | None = None
    for one in entries:
        if isinstance(one, Mark):
            lot = None if one.is_inline else one.lot
            groups.append(Group(one.lot, at=one.at, is_closed=one.is_inline))
        elif isinstance(one, Pair) and one.key in KEYS and one.value:
            key = "supplier" if one.key == "candidate" else one.key
            if not groups or groups[-1].is_closed or key in groups[-1].held:
                groups.append(Group(lot))
            groups[-1].held[key] = Stated(one.value, one.unit, place_of(one, under))
    return groups


def of_grid(grid: Grid, under: str, unit: str = "") -> list[Group] | None:
    """A row a supplier; None where the table tells of all who took part, or of something else.

    `unit` stands over the table, for columns that name none.
    """
    keys = [(key, own or unit) for key, own in (column(cell.text) for cell in grid.head)]
    held = [key for key, _ in keys]
    if "supplier" not in held and "candidate" not in held:
        return None
    if any(word in cell.text for cell in grid.head for word in _OF_ALL if not column(cell.text)[0]):
        return None
    groups = [_row(grid, number, keys) for number in range(len(grid.rows))]
    return [one for one in groups if one.held or one.rest]


def column(text: str) -> tuple[str, str]:
    """What a column says, and the unit in its head."""
    label = label_of(text)
    return (label.key, label.unit or unit_of(text)) if label else ("", "")


def is_total(row: Iterable[str]) -> bool:
    """Whether a row adds up those above it."""
    return any(fold(text).replace(" ", "").strip(":") in _OPEN for text in row)


def _row(grid: Grid, number: int, keys: list[tuple[str, str]]) -> Group:
    """One row; what its columns do not tell of a supplier is kept to be told as unread."""
    cells = grid.rows[number]
    found = Group(at=grid.table.where(grid.first + number + 1, 0))
    if is_total(cell.text for cell in cells):
        words = " | ".join(cell.text for cell in cells if cell.text)
        found.rest.append(Place(found.at, "", words))
        return found
    unit = next((c.text for c, (key, _) in zip(cells, keys, strict=False) if key == "unit"), "")
    for i, cell in enumerate(cells):
        key, own = keys[i] if i < len(keys) else ("", "")
        under = grid.head[i].text if i < len(keys) else ""
        said = Stated(
            cell.text,
            own or unit_of(unit),
            Place(grid.table.where(grid.first + number + 1, i), under, cell.text),
        )
        _cell(found, _AS.get(key, key), said)
    return found


def _cell(into: Group, key: str, said: Stated) -> None:
    if key == "lot":
        into.lot = lots.numbered(said.text)
    if key == "lot.name" and into.lot and said.text.strip():
        into.lot = into.lot._replace(name=said.text.strip())
        return
    if key in KEYS and not sums.is_stroke(said.text):
        into.held[key] = said
    elif key not in {"number.row", "unit"} and not (key == "lot" and into.lot):
        into.rest.append(said.place)


def place_of(pair: Pair, under: str) -> Place:
    """Where a label with its value stands."""
    return Place(pair.at, under, f"{pair.words}：{pair.value}")


def write(into: Collector, groups: list[Group], *, is_open: bool = False) -> None:
    """All groups or none: where one names nobody, nothing tells whose the sums are."""
    key = LISTS.get(into.kind)
    for place in (place for one in groups for place in one.rest):
        into.leave(place)
    groups = [one for one in groups if one.held]
    if not groups:
        return
    if key is None or not _is_whole(into.kind, groups, is_open=is_open):
        refuse(into, groups, _WHOSE)
        if key:
            into.unsure((key,), _WHOSE, next(iter(groups[0].held.values())).place)
        return
    shared = {one for one in groups[0].held if all(one in each.held for each in groups)}
    for i, group in enumerate(groups):
        _write(into, key, i, group, shared)


def refuse(into: Collector, groups: list[Group], why: str) -> None:
    """None of the groups."""
    for group in groups:
        for said in group.held.values():
            into.leave(said.place, why)


def _is_whole(kind: str, groups: list[Group], *, is_open: bool) -> bool:
    """Whether each group names a supplier, and no lot several without a rank of candidates."""
    if not all("supplier" in one.held for one in groups):
        return False
    if kind == "contract":
        return len(groups) == 1
    if kind == "proposal" or is_open:
        return True
    known = [one.lot.id if one.lot else "" for one in groups]
    # Ranks, several rows of one lot, or rows without any sum are of those who took part.
    if len(groups) > 1 and not any(known) and not all("amount" in one.held for one in groups):
        return False
    is_ranked = len(groups) > 1 and any("rank" in one.held for one in groups)
    return not is_ranked and (not any(known) or len(set(known)) == len(known))


def _write(into: Collector, key: str, i: int, group: Group, shared: set[str]) -> None:
    held = group.held
    named = held["supplier"]
    if not _name(into, key, i, named):
        into.unsure((key, i), f"‘{named.text}’ 不像一家机构的名称", named.place)
        for said in held.values():
            if said is not named:
                into.leave(said.place, "这一家的名称没有录入")
        return
    for one, said in held.items():
        if one != "supplier" and one not in shared:
            into.leave(said.place, "不是每一家都写了这一项，看不出是谁的")
    if group.lot:
        into.know(group.lot)
        if key != "suppliers":
            into.put((key, i, "lots"), [group.lot.id], named.place)
    for one in sorted(shared - {"supplier"}):
        _detail(into, key, i, one, held[one])


def _name(into: Collector, key: str, i: int, said: Stated) -> bool:
    """Whether the supplier was written or asked for."""
    found = values.organisation(said.text)
    path = (key, i, "printed")
    if found is None:
        into.leave(said.place, "不像一家机构的名称")
        return False
    if found.several:
        whole = Choice("联合体", "是一个联合体，名称照录", ((path, found.name),))
        into.ask(Question(path, _SEVERAL.format(found.name), said.place, (whole, NOT_FILLED)))
    elif not found.sure:
        whole = Choice("是", f"供应商就是 {found.name}", ((path, found.name),))
        into.ask(
            Question(path, f"供应商的名称是不是 {found.name}", said.place, (whole, NOT_FILLED))
        )
    else:
        into.put(path, found.name, said.place)
    return True


def _detail(into: Collector, key: str, i: int, one: str, said: Stated) -> None:
    if one == "supplier.address":
        found = values.place(said.text)
        if found:
            into.put((key, i, "address"), found, said.place)
        else:
            into.leave(said.place, "看不出是一个地址")
    elif one == "amount" or (one == "quote" and into.kind == "proposal"):
        into.price((key, i, "amount"), said.text, said.unit, said.place)
    elif one in {"score", "rank"} and key != "suppliers":
        _number(into, key, i, one, said)
    else:
        into.leave(said.place)


def _number(into: Collector, key: str, i: int, one: str, said: Stated) -> None:
    found = sums.number(said.text)
    if found is None or (one == "rank" and found != int(found)):
        into.leave(said.place)
    else:
        into.put((key, i, one), found, said.place)
