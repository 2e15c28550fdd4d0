"""Who judged: the names that the law wants published, by lot and by the part they had."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.intake.draft import Place
from generator.intake.notice import lots, values
from generator.intake.notice.collecting import Collector
from generator.intake.notice.entries import Mark, Pair, Said, Words
from generator.intake.notice.lots import Lot
from generator.intake.notice.words import fold
from generator.records.privacy.names import DOUBLE, SURNAMES

_PARTED = re.compile(r"[、,，;；\s]+")
_ROLE = re.compile(r"^(?P<name>[^()]+)\((?P<role>[^()]{2,20})\)$")
_END = " 。；;，,、"
_OF_LOT = re.compile(r"第?[0-9A-Z]{1,2}(?:标项|标段|包)|(?:采购|合同|标)?[包项段][0-9A-Z]{1,2}")
_SURNAME = re.compile(rf"(?:{DOUBLE})|[{SURNAMES}]")
# What stands in a list beside names, and is as long as one.
_NO_NAME = re.compile(
    r"同上|附件|抽取|专家|代表|人员|采购|评审|随机|自行|选定|选择|组成|公告|详见|如下|其他|成员|名单"
    r"|组长|老师|先生|女士|全体|不少于|[略等人]$"
)
_ROLES: dict[str, dict[str, Any]] = {
    "采购人代表": {"role": "purchaser"},
    "业主代表": {"role": "purchaser"},
    "采购人评委": {"role": "purchaser"},
    "评审专家": {"role": "expert"},
    "专家": {"role": "expert"},
    "随机抽取": {"role": "expert"},
    "组长": {"leader": True},
    "自行选定": {"role": "expert", "self_chosen": True},
    "自行选择": {"role": "expert", "self_chosen": True},
}
_BY_KEY: dict[str, dict[str, Any]] = {
    "panel.expert": {"role": "expert"},
    "panel.purchaser": {"role": "purchaser"},
    "panel.chosen": {"role": "expert", "self_chosen": True},
}
_WHY = "名单里有看不懂的写法，或者有重复的姓名；请照原文录入"


class _Listed(NamedTuple):
    lot: Lot | None
    said: dict[str, Any]
    text: str


def read(into: Collector, entries: Iterable[Said], under: str, *, is_torn: bool = False) -> None:
    """The panel of a notice, or of each lot; all names or none.

    `is_torn` where another heading seems to begin in the middle of the names.
    """
    held = list(entries)
    places = [Place(one.at, under, _words(one)) for one in held if isinstance(one, Words | Pair)]
    listed = [] if is_torn else list(_listed(held))
    members = [(one.lot.id if one.lot else "", _members(one)) for one in listed]
    if not members or any(found is None for _, found in members) or _repeats(members):
        for place in places:
            into.leave(place, _WHY)
        return
    for lot_ in (one.lot for one in listed if one.lot):
        into.know(lot_)
    by_lot: dict[str, list[dict[str, Any]]] = {}
    for lot, found in members:
        by_lot.setdefault(lot, []).extend(found or ())
    _write(into, by_lot, places[0])


def _words(one: Words | Pair) -> str:
    return one.text if isinstance(one, Words) else f"{one.words}：{one.value}"


def _listed(entries: list[Said]) -> Iterable[_Listed]:
    lot = None
    for one in entries:
        if isinstance(one, Mark):
            lot = one.lot
        elif isinstance(one, Words):
            yield _Listed(lot, {}, one.text)
        elif isinstance(one, Pair) and one.key in _BY_KEY:
            yield _Listed(lot, _BY_KEY[one.key], one.value)
        elif isinstance(one, Pair):
            yield _Listed(lot, {}, one.value if one.key == "panel" else "：")


def _members(listed: _Listed) -> list[dict[str, Any]] | None:
    """The people of one list; None where a piece of it is no name."""
    found = []
    for piece in filter(None, _PARTED.split(fold(listed.text).strip(_END))):
        member = _member(piece.strip(_END), listed.said)
        if member is None:
            return None
        found.append(member)
    return found or None


def _member(piece: str, said: dict[str, Any]) -> dict[str, Any] | None:
    marked = _ROLE.fullmatch(piece)
    if not marked:
        return {**said, "name": piece} if _is_name(piece) else None
    own = _ROLES.get(lots_removed(marked["role"]))
    if own is None or not _is_name(marked["name"]):
        return None
    return {**said, **own, "name": marked["name"]}


def lots_removed(role: str) -> str:
    """包1采购人代表 is 采购人代表."""
    found = _OF_LOT.match(role)
    return role[found.end() :] if found else role


def _is_name(text: str) -> bool:
    is_called_so = bool(_SURNAME.match(text)) or "·" in text
    return values.person(text) is not None and is_called_so and not _NO_NAME.search(text)


def _repeats(members: list[tuple[str, list[dict[str, Any]] | None]]) -> bool:
    """Whether a list names somebody twice."""
    every: dict[str, list[str]] = {}
    for lot, found in members:
        every.setdefault(lot, []).extend(one["name"] for one in found or ())
    return any(len(set(names)) < len(names) for names in every.values())


def _write(into: Collector, by_lot: dict[str, list[dict[str, Any]]], place: Place) -> None:
    lists = list(by_lot.values())
    if len({str(one) for one in lists}) == 1:
        into.put(("panel", "members"), lists[0], place)
        if known := [lot for lot in by_lot if lot]:
            into.put(("panel", "lots"), known, place)
    elif all(by_lot):
        for i, (lot, members) in enumerate(by_lot.items()):
            into.put(("panels", i, "lots"), [lot], place)
            into.put(("panels", i, "members"), members, place)
    else:
        into.leave(place, _WHY)


def marked(text: str, at: str) -> list[Said]:
    """The lists of a text that names lots before each: 包1：赵甲一、钱乙二；包2：…."""
    found: list[Said] = []
    rest = text
    while start := lots.first(rest):
        lot, end = start
        nexts = [
            one
            for one in re.finditer(r"[、,，;；\s]", rest[end:])
            if lots.first(rest[end + one.end() :])
        ]
        stop = end + nexts[0].start() if nexts else len(rest)
        found += [Mark(at, lot), Words(at, rest[end:stop])]
        rest = rest[stop:].lstrip(_END) if nexts else ""
    return found if found and not rest else [Words(at, text)]
