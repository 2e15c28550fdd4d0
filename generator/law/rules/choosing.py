"""The choice: method, suppliers, panel."""

from datetime import date
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import REVIEWED, STATUTORY, rule
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.register import when
from generator.vocabulary import label


class _Panel(NamedTuple):
    """What the law wants of the panel of one method."""

    size: str
    experts: str


_PANELS = {
    "open-tender": _Panel("O87-47.panel", "O87-47.experts"),
    "invited-tender": _Panel("O87-47.panel", "O87-47.experts"),
    "negotiation": _Panel("GPL-38.panel", "GPL-38.experts"),
    "inquiry": _Panel("GPL-40.panel", "GPL-40.experts"),
    "competitive-consultation": _Panel("N214-14.panel", "N214-14.experts"),
}


def _panel(h: Hearing) -> _Panel:
    found = _PANELS.get(h.method())
    h.only_if(found is not None)
    assert found
    return found


_JUDGES = frozenset({"expert", "purchaser", "user", "third-party"})


def _listed(h: Hearing, *roles: str) -> int:
    """How many members of these roles are listed; who only watches does not judge."""
    members = h.need("panel", "members")
    return sum(one.count or 1 for one in members if one.role in (roles or _JUDGES))


def _size(h: Hearing) -> int:
    if h.given("panel", "size"):
        return int(h.need("panel", "size"))
    h.insist_on_whole("评审小组", _listed(h))
    # The law only wants the experts listed: without a purchaser's man the list may be short.
    if not _listed(h, "purchaser"):
        raise Unsure("machine", "名单上只有专家，采购人代表有没有、有几人没有写")
    return _listed(h)


def _experts(h: Hearing, size: int) -> int:
    if h.given("panel", "experts") is not None:
        return int(h.need("panel", "experts"))
    if _listed(h) < size:
        raise Unsure("machine", "名单不全，不知道其余的人是不是专家")
    return _listed(h, "expert")


@rule("PN-1", "O87-47", "O87-47(大额)", "GPL-38", "GPL-40", "N214-14", kinds="award", deed=REVIEWED)
def panels_are_odd_and_large_enough(h: Hearing) -> Verdict:
    """评审小组是单数，人数够：招标五人以上，谈判、询价、磋商三人以上。

    看结果公告载明的评审小组人数，或者名单上专家和采购人代表的人数；名单上只有专家的，不作判断。
    预算1000万元以上的招标要七人以上。单一来源没有人数的规定，不适用。

    例：公开招标，5人，符合；4人，是双数又不足五人，不符合。
    """
    ref = _panel(h).size
    size, found = _size(h), h.limit(ref, h.on())
    if _is_large(h):
        ref, found = _LARGE, h.limit(_LARGE, h.on())
    compared = (Compared("评审小组", f"{size}人"), Compared("至少", f"{found.number}人，单数"))
    if size >= found.number and size % 2:
        return h.met(("panel",), f"评审小组 {size} 人", *compared)
    wrong = ["是双数"] if size % 2 == 0 else []
    wrong += [f"不足 {found.number} 人"] if size < found.number else []
    return h.not_met(ref, ("panel",), f"评审小组 {size} 人，{'，'.join(wrong)}", *compared)


_LARGE = "O87-47(大额).panel"


def _is_large(h: Hearing) -> bool:
    """A tender of ten million yuan or more, by the budget of the result or of its invitation."""
    if h.method() not in {"open-tender", "invited-tender"}:
        return False
    stated = h.purchase.planned("budget", h.until())
    if stated is None:
        return False
    line = h.limit("O87-47(大额).budget", h.on()).number
    budget = h.use(stated, "预算金额").value.yuan
    return budget is not None and bool(budget >= line)


@rule("PN-2", "O87-47", "GPL-38", "GPL-40", "N214-14", kinds="award", deed=REVIEWED)
def experts_are_two_thirds_of_the_panel(h: Hearing) -> Verdict:
    """评审专家不少于评审小组的三分之二。

    看结果公告载明的专家人数和小组人数，或者名单上各人的身份。名单没有写身份的，不作判断。

    例：5人中专家4人，符合；5人中专家3人，不足三分之二，不符合。
    """
    ref = _panel(h).experts
    size = _size(h)
    experts, found = _experts(h, size), h.limit(ref, h.on())
    assert found.per
    compared = (Compared("评审专家", f"{experts}人"), Compared("评审小组", f"{size}人"))
    if experts * found.per >= size * found.number:
        return h.met(("panel",), f"{size} 人中专家 {experts} 人", *compared)
    return h.not_met(ref, ("panel",), f"{size} 人中专家 {experts} 人，不足三分之二", *compared)


@rule("SP-6", "GPL-34", kinds="tender", deed="published")
def enough_suppliers_are_invited(h: Hearing) -> Verdict:
    """邀请招标邀请三家以上。

    看采购公告载明的被邀请的供应商。

    例：邀请3家，符合；邀请2家，不符合。
    """
    h.only_if(h.method() == "invited-tender")
    invited = sum(one.count or 1 for one in h.need("invited"))
    h.insist_on_whole("被邀请的供应商", invited)
    found = h.limit("GPL-34.invited", h.on())
    compared = (Compared("邀请", f"{invited}家"), Compared("至少", f"{found.number}家"))
    if invited >= found.number:
        return h.met(("invited",), f"邀请 {invited} 家", *compared)
    return h.not_met(found.ref, ("invited",), f"邀请 {invited} 家", *compared)


_BIDDERS = {
    "open-tender": "GPL-36.suppliers",
    "invited-tender": "GPL-36.suppliers",
    "negotiation": "GPL-38.suppliers",
    "inquiry": "GPL-40.suppliers",
    "competitive-consultation": "N124-两家.suppliers",
}
# After a failed tender a negotiation may go on with two; a notice seldom says so.
_PERHAPS_TWO = 2


@rule("SP-1", "GPL-36", "GPL-38", "GPL-40", "N124-两家", kinds="award", deed=REVIEWED, by_lot=True)
def enough_suppliers_compete(h: Hearing) -> Verdict:
    """参加的供应商够：招标、谈判、询价三家以上，政府购买服务的磋商两家以上。

    看结果公告载明的投标（响应）供应商家数，减去公告写明没有通过审查的。谈判只有两家的，可能是招标失败后转来的，不作判断。
    单一来源和框架协议不适用。

    例：公开招标3家投标，符合；2家投标而成交，不符合。
    """
    ref = _BIDDERS.get(h.method())
    h.only_if(ref is not None)
    assert ref
    number, found = _bidders(h), h.limit(ref, h.on())
    compared = (Compared("参加", f"{number}家"), Compared("至少", f"{found.number}家"))
    if number >= found.number:
        return h.met(("bidders_count",), f"有 {number} 家参加", *compared)
    if number == _PERHAPS_TWO and h.method() == "negotiation":
        told = "只有 2 家参加谈判；招标失败后转为谈判的可以只有 2 家，公告没有写明"
        return h.cannot_tell("machine", ("bidders_count",), told, *compared)
    return h.not_met(ref, ("bidders_count",), f"有 {number} 家参加", *compared)


def _bidders(h: Hearing) -> int:
    """How many took part, without those the notice says did not pass the review."""
    listed = h.bidders()
    failed = sum(one.count or 1 for one in listed if one.compliant is False)
    stated = h.purchase.own("bidders_count")
    if stated is not None:
        return int(h.use(stated, "家数").value) - failed
    if not listed:
        raise Silent(h.label("bidders"))
    number = sum(one.count or 1 for one in listed)
    h.insist_on_whole("参加的供应商", number)
    return number - failed


@rule("SP-2", "GPL-32", kinds=("tender", "award"), deed="published")
def inquiries_are_for_goods(h: Hearing) -> Verdict:
    """询价用于规格、标准统一的货物，不用于服务。

    看公告载明的采购方式。社会工作服务都是服务；限额以下由单位按内部办法询价的，不适用。

    例：政府采购的社会工作服务采用询价，不符合。
    """
    h.only_if(h.method() == "inquiry")
    h.article("GPL-32")
    stated = Compared("采购方式", "询价")
    return h.not_met("GPL-32", ("method",), "公告载明采用询价，购买的是服务", stated)


@rule("SP-3", "WH67-9(2)", kinds=("tender", "single-source"), deed="published", regimes=STATUTORY)
def wuhan_prefers_open_tenders(h: Hearing) -> Verdict:
    """武汉：原则上公开招标；用其他方式的说明理由。

    看公告载明的采购方式和理由；写了理由、也写了财政部门批准的，写符合，没有写批准的不作判断（没有规定要写进公告）。
    2013年的办法没有写竞争性磋商（2014年才有），用磋商的不作判断。只看政府采购，限额以下的不看。

    例：公开招标，符合；邀请招标而没有写理由，写“与原则性（参考性）规定不一致”。
    """
    method = h.method()
    h.article("WH67-9(2)")
    stated = Compared("采购方式", label("method", method))
    if method == "open-tender":
        return h.met(("method",), "采用公开招标", stated)
    if method == "competitive-consultation":
        told = "武汉2013年的办法只写了公开招标、邀请招标、竞争性谈判和单一来源；财库〔2014〕214号允许政府购买服务采用磋商"
        return h.cannot_tell("two-articles", ("method",), told, stated)
    if h.given("method_reason") or h.given("reasons") or h.given("ground"):
        return _with_approval(h, stated)
    if h.notice.record.source.extent != "full":
        raise Silent("采用该方式的理由")
    return h.departs("WH67-9(2)", ("method",), f"采用{label('method', method)}", stated)


def _with_approval(h: Hearing, stated: Compared) -> Verdict:
    """A reason alone is not enough: finance approves what is not an open tender."""
    later = h.purchase.around("award")
    if h.notice.record.kind == "single-source":
        return h.met(("method",), "公示写明了只找一家的理由，批准在公示之后", stated)
    if any(h.given("approval", of=one) for one in (h.notice, *later)):
        return h.met(("method",), "说明了不用公开招标的理由，并经批准", stated)
    told = "说明了不用公开招标的理由；办法要求经同级财政部门批准，公告没有写"
    return h.cannot_tell("machine", ("method",), told, stated)


@rule("SP-4", "N36-专家论证", "O74-38", kinds="single-source", deed="published")
def three_experts_argue_for_a_single_source(h: Hearing) -> Verdict:
    """单一来源由三名以上专业人员论证（参考）。

    这是对中央预算单位的规定，地方只作参考。看公示列出的论证专家人数。

    例：3名专家论证，符合；2名，写“与原则性（参考性）规定不一致”。
    """
    h.only_if(h.given("ground") in {None, "unique"})
    found, number = h.limit("N36-专家论证.experts", h.on()), len(h.need("experts"))
    h.insist_on_whole("论证专家", number)
    compared = (Compared("论证专家", f"{number}人"), Compared("参考", f"{found.number}人以上"))
    if number >= found.number:
        return h.met(("experts",), f"{number} 名专业人员论证", *compared)
    return h.broken(found, ("experts",), f"{number} 名专业人员论证", *compared)


@rule("SP-5", "O102-10", "WH67-8", kinds="project", deed="published")
def posts_are_no_hidden_hiring(h: Hearing) -> Verdict:
    """购买岗位不得变相用工。

    武汉2013年的办法第八条有“购买岗位”；2020年3月1日起，政府购买服务管理办法第十条不许把招聘、劳务派遣和公益性岗位当服务买。
    一个岗位项目是不是变相用工，要看合同和实际管理，由人判断，所以本站只列出两处规定。

    例：2023年的岗位项目，不作判断；2019年的岗位项目，不适用。
    """
    h.only_if(h.given("form") == "post")
    bought = _bought(h)
    h.only_if(article("O102-10").instrument.holds(bought))
    told = (
        "《政府购买服务管理办法》第十条不许用购买服务的名义用工；购买岗位是否属于这种情形，由人判断"
    )
    stated = Compared("购买形式", "购买岗位")
    if h.case.holds_here("WH67", bought):
        told += "（武汉办法第八条有购买岗位的形式）"
        return h.cannot_tell("two-articles", ("form",), told, stated)
    return h.cannot_tell("machine", ("form",), told, stated)


_BUYING = ("contract", "award", "tender", "single-source", "document")


def _bought(h: Hearing) -> date:
    """When it was bought: by the contract, else the result, else the invitation."""
    for kind in _BUYING:
        for one in reversed(list(h.case.of_kind(kind))):
            day = h.given("signed", of=one) or when(one.record)
            if day:
                return day.first
    raise Unsure("date", "不知道是哪一年购买的")
