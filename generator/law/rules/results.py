"""Disclosure of the result: what notices of results must state."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.presence import Shown, best, every, shown
from generator.law.rule import RESULTS, rule
from generator.law.rules.panels import insist_on_one_panel
from generator.law.rules.stated import (
    Reach,
    halves,
    has_agency_reach,
    has_rows,
    reaches,
    unnamed,
)
from generator.law.rules.winners import BORN, OF_EACH, insist_on_all, of_row, suppliers
from generator.law.verdict import Outcome, Verdict
from generator.records.reading import Filed

# Before the regulation of 2015 the orders already wanted the same of what is no tender.
_BEFORE = {
    "negotiation": "O74-18",
    "inquiry": "O74-18",
    "single-source": "O74-18",
    "competitive-consultation": "N214-29",
}


def _bound(h: Hearing, limb: str, before: str) -> str:
    """The article that wants it on this day: the regulation, else that of the method."""
    if article("GPR-43").instrument.holds(h.on()):
        return f"GPR-43.{limb}"
    ref = _BEFORE.get(h.method())
    h.only_if(ref is not None and article(ref).instrument.holds(h.on()))
    return f"{ref}.{before}"


@rule("DS-6", "GPR-43", "O74-18", "N214-29", kinds=RESULTS, deed="published")
def result_notices_are_complete(h: Hearing) -> Verdict | None:
    """结果公告写明采购人和代理机构、项目编号、供应商名称地址、金额、主要标的和要求。

    没有委托代理机构的，不核对代理机构；数量、单价和规格不核对；有好几家的，每一家都要写明。更正公告换了供应商的，与原结果公告
    合起来看。一栏只有“/”“无”“详见……”的，或者可能写在附件里的，不作判断；采购文件里不会有的供应商、金额除外。
    公告写了名称、本站按公开规则不录的，算写了；自然人的姓名和地址不录，公告写没写由人判断。
    框架协议的结果由令110规定，见 DS-19、DS-20。2015年3月以前，谈判、询价、单一来源、磋商照各自的办法。摘录没有写到的，不作判断。

    例：全文公告没有写供应商的地址，不符合。
    """
    if h.purchase.is_framework():
        return None
    ref, files = _bound(h, "content", "content"), h.purchase.told()
    reached = reaches(h, "purchaser", files)
    wanted = {
        "采购人的名称": best(h.shown("purchaser", of=one) for one in files),
        "采购人的地址和联系方式": best(phone & address for phone, address in reached),
        "代理机构的地址和联系方式": _agency(h, files),
        "项目编号": best(has_number(h, one) for one in files),
        **suppliers(h, files),
        "主要标的": best(_subject(h, one) for one in files),
        "服务要求": best(
            h.shown(key, of=one)
            for one in files
            for key in ("requirements", "standards", "service_scope")
        ),
    }
    born = (*BORN, *OF_EACH)
    half = partial(_halves, h, files, reached)
    return h.states(ref, wanted, born=born, files=files, unread="规格、数量、单价", half=half)


def _halves(h: Hearing, files: list[Filed], buyer: list[Reach]) -> dict[str, str]:
    engaged = any(h.given("agency", of=one) for one in files)
    agency = reaches(h, "agency", files) if engaged else []
    return halves({"采购人": buyer, "代理机构": agency})


def _agency(h: Hearing, files: list[Filed]) -> Shown:
    engaged = any(h.given("agency", of=one) for one in files)
    return best(has_agency_reach(h, one) for one in files) if engaged else Shown.STATED


def has_number(h: Hearing, of: Filed) -> Shown:
    """Whether the number of the project is stated; one without a role may be it."""
    values, roles = h.column("numbers", "value", of=of), h.column("numbers", "role", of=of)
    stated = (one for one, role in zip(values, roles, strict=True) if role in {None, "project"})
    return best(map(shown, stated))


def _subject(h: Hearing, of: Filed) -> Shown:
    own = best(h.shown(key, of=of) for key in ("service_scope", "service_items"))
    return own or own | has_rows(h, of)


_EXPERTS = frozenset({"expert", "negotiator"})
_MEMBERS = ("panel", "members")


@rule("DS-7", "GPR-43", "O87-69", "O74-18", "N214-29", kinds=RESULTS, deed="published")
def result_notices_name_the_experts(h: Hearing) -> Verdict | None:
    """结果公告列出评审专家名单。

    条例对每一种采购方式都要名单，公告没有写采购方式的也核对；单一来源没有评审专家，由采购人员协商，令74第十八条要列出采购人员名单。
    每一位评审专家都列出姓名的，公告写了姓名而本站按公开规则不录的，或者名单在附件里的，写符合；只印姓名、身份是录入的人推断的，不影响判断。
    框架协议采购另有规定，不核对。
    2015年3月以前，谈判、询价、单一来源、磋商照各自的办法。摘录没有写到的，不作判断。

    例：全文公告只写“评审小组5人”，没有名单，不符合。
    """
    if h.purchase.is_framework():
        return None
    (ref, label), files = _list_wanted(h), h.purchase.told()
    found = best(names_experts(h, one) for one in files)
    at = ("panel",) if h.given("panel", "size") or found else ()
    return h.states(ref, {label: found}, at, born=(label,), files=files)


def _list_wanted(h: Hearing) -> tuple[str, str]:
    """Which limb wants which list: a single source has no experts, but those who bargained."""
    found = h.purchase.method()
    if found is None or found.value != "single-source":
        return _bound(h, "experts", "members"), "评审专家名单"
    h.use(found, "采购方式")
    return "O74-18.members", "单一来源采购人员名单"


def names_experts(h: Hearing, of: Filed) -> Shown:
    """Whether every expert is named; whoever has a name is listed, whatever is said of the role."""
    insist_on_one_panel(h, of)
    if h.given("panel", "names_in", of=of):
        return Shown.STATED
    found = h.purchase.read(of, "panel", "members")
    if found is None:
        return Shown.ABSENT
    seats = [_seat(h, of, i) for i in range(len(found.value))]
    if unclear := [one.told for one in seats if one.name and not one.told]:
        return min(unclear)
    nameless = [i for i, one in enumerate(seats) if not one.told]
    if any(h.given(*_MEMBERS, i, "role", of=of) in _EXPERTS for i in nameless):
        return Shown.ABSENT
    # Of who is listed without a role nobody says that it is no expert.
    roles = (one.role in {None, *_EXPERTS} for one in found.value)
    experts = [one.told for one, is_one in zip(seats, roles, strict=True) if is_one and one.told]
    return _are_all(h, of, _listed(seats)) & every(experts) if experts else Shown.ABSENT


class _Seat(NamedTuple):
    """One line of the list of a panel: a name, how far it is told, and of how many."""

    name: str | None
    told: Shown
    persons: int


def _seat(h: Hearing, of: Filed, i: int) -> _Seat:
    name = h.given(*_MEMBERS, i, "name", of=of)
    told = shown(name) if name else unnamed(h, *_MEMBERS, i, of=of)
    return _Seat(name, told, h.given(*_MEMBERS, i, "count", of=of) or 1 if told else 0)


def _listed(seats: Sequence[_Seat]) -> int:
    """How many are listed: by name, or left out of the record."""
    names = {one.name for one in seats if one.name}
    return len(names) + sum(one.persons for one in seats if not one.name)


def _are_all(h: Hearing, of: Filed, listed: int) -> Shown:
    """Whether those listed can be all experts. Raises Unsure for a list of an excerpt."""
    if h.given("panel", "size", of=of) != listed:
        h.insist_on_whole("评审专家名单", listed, of=of)
    experts = h.given("panel", "experts", of=of)
    return Shown.ABSENT if experts is not None and listed < experts else Shown.STATED


_ONE_SOURCE = frozenset({"single-source", "framework"})
# 214号 23: who consults scores; nothing else is allowed there.
_BY_SCORE, _SCORED = frozenset({"competitive-consultation"}), ("score",)


@rule("DS-8", "N243-二", kinds=RESULTS, deed="published")
def result_notices_give_the_score(h: Hearing) -> Verdict | None:
    """结果公告写明中标、成交供应商的评审总得分或者评审报价。

    综合评分法写总得分，最低评标价法写评审报价，评审办法看结果公告，没有写的看采购公告；都没有写的，写了其中一样就算，
    连采购方式也没有写的不核对。评审报价说的是价格扣除以后的：只写了成交金额的，不知道有没有扣除，不作判断；磋商只能用综合评分法，
    得分也没有写的，不符合。单一来源和框架协议不适用。自2023年12月15日起；12月14日的不作判断。

    例：综合评分法的全文公告没有写中标人的得分，不符合。
    """
    if _method_if_stated(h) in _ONE_SOURCE:
        return None
    h.article("N243-二")
    how = h.purchase.planned("evaluation_method", h.until())
    if how is None:
        h.method()
    label, keys = _wanted(str(h.use(how, "评审办法").value) if how else "")
    filed, chosen = h.chosen()
    insist_on_all(h, filed, len(chosen))
    if len(chosen) > 1:
        label = f"选中的每一家的{label}"
    found = every(of_row(h, filed, i, *keys) for i, _ in chosen)
    files = h.purchase.told()
    told = h.states("N243-二", {label: found}, ("winners",), born=(label,), files=files)
    priced = h.given("amount", of=filed) or all(one.amount for _, one in chosen)
    if told.outcome is not Outcome.NOT_MET or keys == _SCORED or not priced:
        return told
    return _unless_as_offered(h, told)


def _unless_as_offered(h: Hearing, found: Verdict) -> Verdict:
    """Of the lowest price 243号 wants what is left after deductions: without any that is the sum."""
    if _method_if_stated(h) in _BY_SCORE:
        return found
    how = h.purchase.planned("evaluation_method", h.until())
    beside = "" if how else "没有看到评审办法，用最低评标（审）价法而"
    told = f"{found.sentence.partition('；')[0]}；{beside}没有价格扣除的，评审报价就是报价；扣没扣除由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


def _method_if_stated(h: Hearing) -> str:
    found = h.purchase.method()
    return str(h.use(found, "采购方式").value) if found else ""


def _wanted(how: str) -> tuple[str, tuple[str, ...]]:
    """What a way of evaluation wants published of the chosen."""
    if not how:
        return "评审总得分或评审报价", ("score", "review_price")
    return ("评审报价", ("review_price",)) if "最低" in how else ("评审总得分", _SCORED)
