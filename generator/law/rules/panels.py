"""The panel: how many judge, and how many of them are experts."""

from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.law import threshold
from generator.law.hearing import Hearing
from generator.law.instruments import Limit, limit
from generator.law.memory import remembered
from generator.law.round import earlier
from generator.law.rule import REVIEWED, rule
from generator.law.rules.closed import is_closed_admission
from generator.law.rules.framework import as_a_tender
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.model.amounts import yuan_words
from generator.records.reading import Filed

# Of more results than this nobody asks which of them tells of the same review.
_MANY = 50


class _Panel(NamedTuple):
    """What the law wants of the panel of one method; `large` is for large sums."""

    size: str
    experts: str
    large: str = ""


_TENDER = _Panel("O87-47.panel", "O87-47.experts", "O87-47(大额).panel")
_PANELS = {
    "open-tender": _TENDER,
    "invited-tender": _TENDER,
    "negotiation": _Panel("GPL-38.panel", "GPL-38.experts", "O74-7.panel"),
    "inquiry": _Panel("GPL-40.panel", "GPL-40.experts", "O74-7.panel"),
    "competitive-consultation": _Panel("N214-14.panel", "N214-14.experts"),
}
_JUDGES = frozenset({"expert", "purchaser", "user", "third-party"})


class _Seat(NamedTuple):
    """One line of the list: a person with a name, or several without."""

    role: str
    name: str | None
    persons: int


def insist_on_one_panel(h: Hearing, of: Filed | None = None) -> None:
    """Raises Unsure where several panels judged: no rule says which of them is meant."""
    if h.given("panels", of=of):
        raise Unsure("machine", "公告写了几个评审小组，各组的人数和名单由人核对")


@remembered
def _is_told_before(h: Hearing) -> bool:
    """Whether an earlier result of the round and its lots tells of this very review: it is judged there."""
    panel, on, lots = (
        h.purchase.own("panel"),
        h.purchase.own("reviewed_on"),
        h.case.lots_of(h.notice),
    )
    # Without a day the same persons, one by one, are the same panel; a mere number is not.
    if panel is None or (on is None and not panel.value.members):
        return False
    around = h.purchase.around("award")
    for one in earlier(h.notice, around) if len(around) <= _MANY else ():
        before, day = h.purchase.of(one, "panel"), h.purchase.of(one, "reviewed_on")
        same = before is not None and before.value == panel.value
        about = not lots or not h.case.lots_of(one) or bool(lots & h.case.lots_of(one))
        if same and about and (on is None or (day is not None and day.value == on.value)):
            return True
    return False


def _panel(h: Hearing) -> _Panel:
    h.only_if(not _is_told_before(h))
    insist_on_one_panel(h)
    found = _TENDER if is_closed_admission(h) else _PANELS.get(h.method())
    h.only_if(found is not None)
    assert found
    return found


def _seats(h: Hearing) -> list[_Seat]:
    """Who is listed as judging; who only watches does not judge. Raises Silent or Unsure."""
    found = h.purchase.own("panel", "members")
    if found is None:
        raise Silent(h.label("panel", "members"))
    of, at = found.filed, ("panel", "members")
    rows = [
        _Seat(
            h.given(*at, i, "role", of=of),
            h.given(*at, i, "name", of=of),
            h.given(*at, i, "count", of=of) or 1,
        )
        for i in range(len(found.value))
    ]
    if not all(one.role for one in rows):
        raise Unsure("machine", "评审小组名单上有的成员看不出身份，是不是专家由人核对")
    seats = [one for one in rows if one.role in _JUDGES]
    if h.given("panel", "size") != _persons(seats):
        h.insist_on_whole("评审小组名单", _persons(seats), of=of)
    return seats


def _persons(seats: Sequence[_Seat], roles: Collection[str] = _JUDGES) -> int:
    """Persons, not lines: a name that is printed twice is one person, a masked one may be many."""
    own = [one for one in seats if one.role in roles]
    names = {one.name for one in own if _is_whole(one.name)}
    return len(names) + sum(one.persons for one in own if not _is_whole(one.name))


def _is_whole(name: str | None) -> bool:
    return bool(name) and not set(name or "") & set("*＊×某")


def _insist_on_different_names(seats: Sequence[_Seat]) -> None:
    """Two may bear one name: what would not be kept is then asked, not told."""
    printed = Counter(one.name for one in seats if one.name)
    if any(times > 1 for times in printed.values()):
        raise Unsure("machine", "名单上有姓名印了两次，是一个人还是两个人，请核对原文")


def _size(h: Hearing) -> tuple[int, list[_Seat]]:
    """How many judge: as stated, else as listed with the purchaser's man among them."""
    if stated := h.given("panel", "size"):
        return int(stated), []
    seats = _seats(h)
    # The law only wants the experts listed: without a purchaser's man the list may be short.
    if not _persons(seats, {"purchaser"}):
        raise Unsure("machine", "看到的名单上只有专家，采购人代表有没有、有几人不知道")
    return _persons(seats), seats


@rule(
    "PN-1",
    "O87-47",
    "O87-47(大额)",
    "GPL-38",
    "GPL-40",
    "O74-7",
    "N214-14",
    "O110-9",
    kinds="award",
    deed=REVIEWED,
)
def panels_are_odd_and_large_enough(h: Hearing) -> Verdict:
    """评审小组是单数，人数够：招标五人以上，谈判、询价、磋商三人以上；大额的招标七人以上，大额的谈判、询价五人以上。

    看结果公告载明的评审小组人数，或者名单上专家和采购人代表的人数；同一个姓名印了两次的算一人，名单上只有专家的不作判断。
    招标的“大额”是采购项目的预算1000万元以上，分包的看各包合计；评审小组只评其中几包、这几包没有达到而合计达到的，按哪一个数条文没有写明，
    不作判断。谈判、询价是达到当地公开招标数额标准；磋商没有这一条。预算看结果公告，没有写的看采购公告。
    谈判、询价不足五人而数额标准没有收录的，不作判断；招标没有写预算的，五人不作判断，七人写符合。“技术复杂”“社会影响较大”的招标也要七人以上，
    由人判断。按评审那一天的规定对照。写明封闭式的框架协议入围按公开招标的规定（财政部令第110号第九条），也适用。单一来源没有人数的规定，不适用；另行确定供应商的结果公告照录同一次评审的，只看先前那一份。
    各包有各自的评审小组、都写了人数的，逐组看；没有写哪一组评哪一包的，由人核对。

    例：公开招标，5人，符合；4人，是双数又不足五人，不符合。谈判预算450万元，当地标准400万元，3人，不符合。
    """
    if h.given("panels"):
        return _of_several(h)
    panel = _panel(h)
    size, seats = _size(h)
    found = h.limit(panel.size, h.on())
    why: tuple[Compared, ...] = ()
    if not _wrong(size, found) and panel.large:
        found, why = _of_the_sum(h, panel, size, found)
    compared = (
        Compared("评审小组", f"{size}人"),
        Compared("至少", f"{found.number}人，单数"),
        *why,
    )
    wrong = _wrong(size, found)
    if not wrong:
        return _by_110(h, h.met(("panel",), f"评审小组 {size} 人", *compared))
    _insist_on_different_names(seats)
    said = f"评审小组 {size} 人，{'，'.join(wrong)}"
    return _by_110(h, h.not_met(found.ref, ("panel",), said, *compared))


def _by_110(h: Hearing, found: Verdict) -> Verdict:
    return as_a_tender(found) if is_closed_admission(h) else found


def _of_several(h: Hearing) -> Verdict:
    """Panels that each judged lots of their own: even or short of the least, whatever the sum, tells.

    Raises Unsure where it is not said that each judged a lot, or a size is not stated.
    """
    rows, found = h.need("panels"), _TENDER if is_closed_admission(h) else _PANELS.get(h.method())
    h.only_if(found is not None and not _is_told_before(h))
    assert found
    sizes = [h.given("panels", i, "size") for i in range(len(rows))]
    if not all(one.lots for one in rows) or not all(sizes):
        insist_on_one_panel(h)
    least = h.limit(found.size, h.on())
    compared = tuple(
        Compared(f"{_of_lots(one.lots)}评审小组", f"{size}人")
        for one, size in zip(rows, sizes, strict=True)
    )
    compared += (Compared("至少", f"{least.number}人，单数"),)
    wrong = [(one, size) for one, size in zip(rows, sizes, strict=True) if _wrong(size, least)]
    if not wrong:
        return _insist_on_no_large_sum(h, found, min(sizes), compared)
    said = "；".join(
        f"{_of_lots(one.lots)}评审小组 {size} 人，{'，'.join(_wrong(size, least))}"
        for one, size in wrong
    )
    return _by_110(h, h.not_met(least.ref, ("panels",), said, *compared))


def _insist_on_no_large_sum(
    h: Hearing, panel: _Panel, smallest: int, compared: tuple[Compared, ...]
) -> Verdict:
    if panel.large and limit(panel.large).holds(h.on()) and smallest < limit(panel.large).number:
        raise Unsure("machine", "公告写了几个评审小组，预算大的包要的人数更多，由人核对")
    told = "各评审小组都是单数，人数够"
    return _by_110(h, h.met(("panels",), told, *compared))


def _of_lots(lots: Sequence[str]) -> str:
    return (
        f"第{'、'.join(lots)}包" if all(one.isdigit() for one in lots) else f"{'、'.join(lots)}的"
    )


def _wrong(size: int, found: Limit) -> list[str]:
    wrong = ["是双数"] if size % 2 == 0 else []
    return wrong + ([f"不足 {found.number} 人"] if size < found.number else [])


def _of_the_sum(
    h: Hearing, panel: _Panel, size: int, base: Limit
) -> tuple[Limit, tuple[Compared, ...]]:
    """The limit for large sums where the sum is one; asked only where the verdict depends on it.

    One panel judges all lots. Raises Silent or Unsure.
    """
    large = limit(panel.large)
    if not large.holds(h.on()) or size >= large.number:
        return base, ()
    if panel is not _TENDER:
        return (large if h.reaches("open-tender") else base), h.threshold_told("open-tender")
    line, budget = h.limit("O87-47(大额).budget", h.on()).number, _budget(h)
    if budget is None:
        told = f"招标没有写预算，{size} 人够不够，要看预算有没有达到{yuan_words(Decimal(line))}"
        raise Unsure("amount", told)
    threshold.insist_on_one_reading(h, budget, Decimal(line))
    return (large if budget >= line else base), (Compared("预算金额", yuan_words(budget)),)


def _budget(h: Hearing) -> Decimal | None:
    """The budget of the purchase that one panel judged, all its lots together. Raises Unsure."""
    if h.lot is None:
        return threshold.whole(h)
    stated = h.purchase.planned("budget", h.until())
    if stated is None:
        h.insist_on_absence("预算金额")
        return None
    return h.as_yuan(h.use(stated, "预算金额"), "预算金额").amount


@rule("PN-2", "O87-47", "GPL-38", "GPL-40", "N214-14", "O110-9", kinds="award", deed=REVIEWED)
def experts_are_two_thirds_of_the_panel(h: Hearing) -> Verdict:
    """评审专家不少于评审小组的三分之二。

    看结果公告载明的专家人数和小组人数，或者名单上各人的身份。名单没有写身份的，不作判断。封闭式框架协议的入围同 PN-1。

    例：5人中专家4人，符合；5人中专家3人，不足三分之二，不符合。
    """
    ref = _panel(h).experts
    size, seats = _size(h)
    experts, found = _experts(h, size, seats), h.limit(ref, h.on())
    assert found.per
    compared = (Compared("评审专家", f"{experts}人"), Compared("评审小组", f"{size}人"))
    if experts * found.per >= size * found.number:
        return _by_110(h, h.met(("panel",), f"{size} 人中专家 {experts} 人", *compared))
    _insist_on_different_names(seats)
    said = f"{size} 人中专家 {experts} 人，不足三分之二"
    return _by_110(h, h.not_met(ref, ("panel",), said, *compared))


def _experts(h: Hearing, size: int, seats: Sequence[_Seat]) -> int:
    if (stated := h.given("panel", "experts")) is not None:
        return int(stated)
    seats = seats or _seats(h)
    if _persons(seats) < size:
        raise Unsure("machine", "名单不全，不知道其余的人是不是专家")
    return _persons(seats, {"expert"})
