"""Competition: how many were invited, took part, and stayed within the budget."""

import re
from collections.abc import Sequence
from datetime import timedelta

from generator.law.corrected import Stated
from generator.law.hearing import Hearing
from generator.law.instruments import Limit, limit
from generator.law.rule import CHOSEN, RESULTS, REVIEWED, rule
from generator.law.rules.field import Entry, Field, count, field_of
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.model.amounts import yuan_words

_TWO = re.compile(r"招标.{0,200}?(?<!\d)(?:两|二|2)\s{0,9}家")


def _after_a_failed_tender(h: Hearing) -> bool:
    """Whether it is said that a tender had only two, and finance let the purchaser negotiate."""
    reason, approval = _said(h, "method_reason"), _said(h, "approval")
    if not reason or not approval or not _TWO.search(str(reason.value)):
        return False
    h.use(reason, "采用该方式的理由")
    h.use(approval, "批准")
    return True


def _said(h: Hearing, key: str) -> Stated | None:
    """What the result, its invitation or the project says of the method."""
    invitation, project = h.purchase.invitation(), h.case.filed
    found = h.purchase.own(key) or (h.purchase.of(invitation, key) if invitation else None)
    return found or (h.purchase.read(project, key) if project else None)


_INVITED = {
    "invited-tender": "GPL-34.invited",
    "negotiation": "O74-12.invited",
    "inquiry": "O74-12.invited",
    "competitive-consultation": "N214-6.invited",
}


@rule("SP-6", "GPL-34", "O74-12", "N214-6", kinds="tender", deed="published")
def enough_suppliers_are_invited(h: Hearing) -> Verdict | None:
    """邀请招标、谈判、磋商、询价邀请三家以上。

    看采购公告载明的被邀请的供应商，重复的算一家。摘录列出的已有三家，写符合；不足三家的，名单可能没有抄全，不作判断。
    谈判、磋商、询价多用公告邀请，没有列出被邀请的供应商的，不写。谈判只列两家的，可能是招标只有两家、经批准转来的，不作判断。

    例：邀请3家，符合；邀请2家，不符合。
    """
    ref = _INVITED.get(h.method())
    if ref is None:
        return None
    # Nobody being listed, no day is missing either: the others are called by a notice.
    if ref != "GPL-34.invited" and not h.count("invited"):
        return None
    found = h.limit(ref, h.on())
    if not h.count("invited"):
        raise Silent(h.label("invited"))
    invited = _names(h, "invited")
    compared = (Compared("邀请", f"{invited}家"), Compared("至少", f"{found.number}家"))
    if invited >= found.number:
        return h.met(("invited",), f"邀请 {invited} 家", *compared)
    h.insist_on_whole("被邀请的供应商", invited)
    if h.method() == "negotiation" and invited == _two().number:
        h.only_if(not _after_a_failed_tender(h))
        told = "只列出 2 家；招标失败后转为谈判的可以只有 2 家，没有看到这样的说明"
        return h.cannot_tell("machine", ("invited",), told, *compared)
    return h.not_met(found.ref, ("invited",), f"邀请 {invited} 家", *compared)


def _names(h: Hearing, key: str) -> int:
    """How many different ones a list names, with those of whom it only says how many."""
    named = zip(h.column(key, "party"), h.column(key, "printed"), strict=True)
    whos = [party or printed for party, printed in named]
    others = [n or 1 for n, who in zip(h.column(key, "count"), whos, strict=True) if not who]
    return len({one for one in whos if one}) + sum(others)


_CONSULTED = "N214-34.suppliers"
_OF_A_SERVICE = "N124-两家.suppliers"
_BIDDERS = {
    "open-tender": "GPL-36.suppliers",
    "invited-tender": "GPL-36.suppliers",
    "negotiation": "GPL-38.suppliers",
    "inquiry": "GPL-40.suppliers",
    "competitive-consultation": _CONSULTED,
}
# Of these the article counts who takes part, of the others who meets the requirements.
_BY_PRESENCE = frozenset({"negotiation", "inquiry"})


@rule(
    "SP-1",
    "GPL-36",
    "GPL-38",
    "GPL-40",
    "N124-两家",
    "N214-34",
    "O74-27(2)",
    kinds=RESULTS,
    deed=REVIEWED,
    by_lot=True,
)
def enough_suppliers_compete(h: Hearing) -> Verdict | None:
    """参加的供应商够：招标、谈判、询价三家以上，政府购买服务的磋商两家以上。

    看确定了供应商的结果公告载明的投标（响应）供应商家数，没有写家数的数名单，同一家只算一次，名单里没有中选的，加上中选的；
    分包的，各包分别计算，没有写明哪一包的不作判断；中选的写法与名单不同，看不出是不是同一家、结论因此不同的，也不作判断。
    招标、磋商减去公告写明没有通过审查的；谈判、询价看参加的家数，通过审查的不足三家由 MN-10 核对。
    招标只有两家、经批准转来的谈判，两家就够；谈判只有两家而公告没有写明的，声明“公告全部收录”、其中没有招标的才写不符合，
    其余不作判断。磋商在2015年6月30日以前也要三家。
    单一来源和框架协议不适用。

    例：公开招标3家投标，符合；2家投标而成交，不符合。
    """
    method = h.method()
    if method not in _BIDDERS:
        return None
    found, field = _least(h, method), field_of(h)
    number = field.number(passed=method not in _BY_PRESENCE)
    compared = (Compared("参加", f"{number}家"), Compared("至少", f"{found.number}家"))
    if number >= found.number:
        return h.met(("bidders_count",), f"有 {number} 家参加", *compared)
    if field.stated is None and not field.whole:
        raise Unsure("excerpt", "只有摘录，参加的供应商可能不全")
    if number + field.perhaps >= found.number:
        field.insist_on_names()
    two = method == "negotiation" and found.ref == _BIDDERS[method] and number == _two().number
    if two and not _is_without_a_tender(h):
        told = "只有 2 家参加谈判；招标失败后转为谈判的可以只有 2 家，没有看到这样的说明"
        return h.cannot_tell("machine", ("bidders_count",), told, *compared)
    _insist_on_a_choice(h)
    return h.not_met(found.ref, ("bidders_count",), f"有 {number} 家参加", *compared)


# So long a tender, its failure and the approval may lie before what came of them.
_LONG = timedelta(days=180)


def _is_without_a_tender(h: Hearing) -> bool:
    """Whether all notices are here, from well before, and no tender among them that may have failed."""
    if not h.covers_before(_LONG) or h.purchase.of_tender():
        return False
    h.insist_on_absence("采用该方式的理由")
    return True


def _insist_on_a_choice(h: Hearing) -> None:
    """Too few and nobody chosen is what the law wants. Raises Silent where no choice is seen."""
    try:
        priced = h.purchase.own("amount")
    except Unsure:
        # A sum of several lots is still the sum of a choice.
        return
    if priced is None:
        h.winners()


def _two() -> Limit:
    return limit("O74-27(2).suppliers")


def _least(h: Hearing, method: str) -> Limit:
    """How many there must be: fewer in a negotiation after a failed tender, and since 2015 in a consultation."""
    if method == "negotiation" and _two().holds(h.on()) and _after_a_failed_tender(h):
        return _two()
    return _of_a_service(h, _BIDDERS[method])


def _of_a_service(h: Hearing, ref: str) -> Limit:
    """How many there must be; in a consultation about a service two, since 财库〔2015〕124号."""
    found, two = h.limit(ref, h.on()), limit(_OF_A_SERVICE)
    return two if ref == _CONSULTED and two.holds(h.on()) else found


_WITHIN = {
    "negotiation": "O74-37.suppliers",
    "inquiry": "O74-50.suppliers",
    "competitive-consultation": _CONSULTED,
}


@rule(
    "MN-10",
    "O74-37",
    "O74-50",
    "N214-34",
    "N124-两家",
    "O74-27(2)",
    kinds=RESULTS,
    deed=CHOSEN,
    by_lot=True,
)
def three_offers_stay_within_the_budget(h: Hearing) -> Verdict | None:
    """谈判、询价、磋商成交的，合格而且报价没有超过预算的供应商不少于三家（政府购买服务的磋商两家）。

    看结果公告列出的各家和中选的报价，和是否通过审查，预算看结果公告，没有写的看采购公告；分包的，各包分别计算。有的报价没有公布、
    名单可能不全的，不作判断。参加谈判的只有两家，可能是招标只有两家、经批准转来的，不作判断；公告写明是的，不适用。
    磋商有三家以上符合要求、没有超过预算的只有两家的，或者只有两家符合要求、其中有超过预算的，财库〔2015〕124号没有写明，不作判断。

    例：谈判预算80万元，三家报价78万、81万、82万元，没有超过预算的只有一家，应当终止，不符合。
    """
    ref = _WITHIN.get(h.method())
    if ref is None:
        return None
    found, field, budget = _of_a_service(h, ref), field_of(h), h.planned("budget")
    if ref == "O74-37.suppliers" and _after_a_failed_tender(h):
        return None
    passed = [one for one in field.entries if not one.failed]
    within = count(one for one in passed if one.price is not None and one.price <= budget.amount)
    compared = (
        Compared(budget.label, yuan_words(budget.amount)),
        Compared("没有写明不合格、没有超过预算", f"{within}家"),
        Compared("至少", f"{found.number}家"),
    )
    if within >= found.number and _is_more_than_two(found, field, within):
        told = f"没有写明不合格、没有超过预算的看到 {within} 家，不止两家参加；{_UNDECIDED}"
        return h.cannot_tell("machine", ("bidders",), told, *compared)
    if within >= found.number:
        return h.met(("bidders",), f"没有写明不合格、报价没有超过预算的有 {within} 家", *compared)
    unknown = _without_price(field, passed, found.number - within)
    field.insist_on_names()
    if ref == "O74-37.suppliers" and field.number(passed=False) == _two().number:
        told = "参加谈判的只有 2 家；招标失败后转为谈判的可以只有 2 家，没有看到这样的说明"
        return h.cannot_tell("machine", ("bidders",), told, *compared)
    _insist_on_a_choice(h)
    told = f"合格而且报价没有超过预算的只有 {within} 家"
    if unknown:
        told = f"合格而且报价没有超过预算的最多 {within + unknown} 家（{unknown} 家没有看到报价）"
    return _too_few(h, found, field, told, compared)


_UNDECIDED = "财库〔2015〕124号说的是符合要求的只有两家，报价超过预算的算不算符合要求，条文没有写"


def _too_few(
    h: Hearing, found: Limit, field: Field, told: str, compared: tuple[Compared, ...]
) -> Verdict:
    """Not kept; of two that are fit, one of them too dear, the notice of 2015 leaves it open."""
    if found.ref == _OF_A_SERVICE and field.number(passed=True) == found.number:
        told = f"{told}，没有写明不合格的有 {found.number} 家；{_UNDECIDED}"
        return h.cannot_tell("machine", ("bidders",), told, *compared)
    broken = limit(_broken(found, field))
    compared = (*compared[:-1], Compared("至少", f"{broken.number}家"))
    return h.not_met(broken.ref, ("bidders",), told, *compared)


def _broken(found: Limit, field: Field) -> str:
    """Which limb is not kept: where enough are fit, it is that of their prices (214号 34)."""
    by_price = found.ref == _OF_A_SERVICE and field.number(passed=True) > found.number
    return _CONSULTED if by_price else found.ref


def _is_more_than_two(found: Limit, field: Field, within: int) -> bool:
    """Whether more took part than the two that the notice of 2015 speaks of, and some cost too much."""
    if found.ref != _OF_A_SERVICE or within >= limit(_CONSULTED).number:
        return False
    field.insist_on_names()
    return within < field.number(passed=True)


def _without_price(field: Field, passed: Sequence[Entry], lacking: int) -> int:
    """Whoever is not listed, or listed without a price, may have stayed within the budget: fewer than lack."""
    if not field.whole:
        raise Unsure("excerpt", "列出的供应商可能不全，不知道还有几家没有超过预算")
    unknown = count(one for one in passed if one.price is None)
    if unknown >= lacking:
        raise Unsure("amount", "没有看到有的供应商的最后报价，不知道超没超过预算")
    return unknown
