"""Competition: how many were invited, and how many took part."""

import re
from datetime import timedelta
from typing import NamedTuple

from generator.law.corrected import Stated
from generator.law.hearing import Hearing
from generator.law.instruments import Limit, limit
from generator.law.rule import RESULTS, REVIEWED, rule
from generator.law.rules.buyers import buys_services_of_the_state
from generator.law.rules.field import Field, field_of
from generator.law.verdict import Compared, Silent, Unsure, Verdict

_TWO = re.compile(r"招标.{0,200}?(?<!\d)(?:两|二|2)\s{0,9}家")


def after_a_failed_tender(h: Hearing) -> bool:
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
    if h.method() == "negotiation" and invited == two_after_a_tender().number:
        h.only_if(not after_a_failed_tender(h))
        told = "只列出 2 家；招标失败后转为谈判的可以只有 2 家，没有看到这样的说明"
        return h.cannot_tell("machine", ("invited",), told, *compared)
    return h.not_met(found.ref, ("invited",), f"邀请 {invited} 家", *compared)


def _names(h: Hearing, key: str) -> int:
    """How many different ones a list names, with those of whom it only says how many."""
    named = zip(h.column(key, "party"), h.column(key, "printed"), strict=True)
    whos = [party or printed for party, printed in named]
    others = [n or 1 for n, who in zip(h.column(key, "count"), whos, strict=True) if not who]
    return len({one for one in whos if one}) + sum(others)


CONSULTED = "N214-34.suppliers"
OF_A_SERVICE = "N124-两家.suppliers"
_BIDDERS = {
    "open-tender": "GPL-36.suppliers",
    "invited-tender": "GPL-36.suppliers",
    "negotiation": "GPL-38.suppliers",
    "inquiry": "GPL-40.suppliers",
    "competitive-consultation": CONSULTED,
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

    看确定了供应商的结果公告载明的投标（响应）供应商家数，没有写家数的数名单，同一家只算一次，名单里没有中选的，加上中选的，
    联合体算一家；名单上的已经够了，写符合，不够的不作判断：没有列出的可能也参加了，只有公告写明的家数才说明没有别家。
    分包的，各包分别计算，没有写明哪一包的不作判断；中选的写法与名单不同，看不出是不是同一家、结论因此不同的，也不作判断。
    招标、磋商减去公告写明没有通过审查的；谈判、询价看参加的家数，通过审查的不足三家由 MN-10 核对。
    招标只有两家、经批准转来的谈判，两家就够；谈判只有两家而公告没有写明的，声明“公告全部收录”、其中没有招标的才写不符合，
    其余不作判断。磋商在2015年6月30日以前也要三家；
    以后的两家只对政府购买服务说（财库〔2015〕124号）：公益一类事业单位不是购买主体（财政部令第102号第八条），仍要三家；
    采购人是国家机关的，两家就够，机构记录看不出的，两家不作判断。
    单一来源和框架协议不适用。

    例：公开招标3家投标，符合；2家投标而成交，不符合。
    """
    method = h.method()
    if method not in _BIDDERS:
        return None
    base, field = h.limit(_BIDDERS[method], h.on()), field_of(h)
    number = field.number(passed=method not in _BY_PRESENCE)
    found, said = _least(h, method, base, number)
    told, took_part = _told(field, number)
    compared = (*took_part, Compared("至少", said))
    if number >= found.number:
        return h.met(("bidders_count",), told, *compared)
    insist_on_a_number(h, field)
    if number + field.perhaps >= found.number:
        field.insist_on_names()
    two = method == "negotiation" and found.ref == _BIDDERS[method]
    if two and number == two_after_a_tender().number and not is_without_a_tender(h):
        why = "只有 2 家参加谈判；招标失败后转为谈判的可以只有 2 家，没有看到这样的说明"
        return h.cannot_tell("machine", ("bidders_count",), why, *compared)
    insist_on_a_choice(h)
    told = f"{told}{beside_a_consultation(h, found, number)}"
    return h.not_met(found.ref, ("bidders_count",), told, *compared)


def _told(field: Field, number: int) -> tuple[str, tuple[Compared, ...]]:
    """How many took part, and how many are left of them where some are said to have failed."""
    every = field.number(passed=False)
    compared = (Compared("参加", f"{every}家"),)
    if number == every:
        return f"有 {every} 家参加", compared
    told = f"有 {every} 家参加，没有通过审查的不算，是 {number} 家"
    return told, (*compared, Compared("没有写明不合格", f"{number}家"))


def insist_on_a_number(h: Hearing, field: Field) -> None:
    """A number convicts, a list does not; where nobody was chosen, nothing is said of either."""
    if field.stated is None and field.named_in and h.in_full(field.named_in):
        insist_on_a_choice(h)
    field.insist_on_a_number(h)


# So long a tender, its failure and the approval may lie before what came of them.
_LONG = timedelta(days=180)


def is_without_a_tender(h: Hearing) -> bool:
    """Whether all notices are here, from well before, and no tender among them that may have failed."""
    if not h.covers_before(_LONG) or h.purchase.of_tender():
        return False
    h.insist_on_absence("采用该方式的理由")
    return True


def insist_on_a_choice(h: Hearing) -> None:
    """Too few and nobody chosen is what the law wants. Raises Silent where no choice is seen."""
    try:
        priced = h.purchase.own("amount")
    except Unsure:
        # A sum of several lots is still the sum of a choice.
        return
    if priced is None:
        h.winners()


def two_after_a_tender() -> Limit:
    """How many are enough in a negotiation that a tender with two led to."""
    return limit("O74-27(2).suppliers")


class Least(NamedTuple):
    """How many there must be, and how a verdict says it."""

    limit: Limit
    said: str


def _least(h: Hearing, method: str, base: Limit, number: int) -> Least:
    """How many there must be: fewer in a negotiation after a failed tender, or consulting on a service."""
    two = two_after_a_tender()
    if method == "negotiation" and two.holds(h.on()) and after_a_failed_tender(h):
        return Least(two, f"{two.number}家")
    return of_a_service(h, base, number)


def of_a_service(h: Hearing, base: Limit, number: int) -> Least:
    """How many there must be; in a consultation about a service of the state two, since 财库〔2015〕124号.

    Whose service it is is asked only where it matters. Raises Unsure where nobody knows.
    """
    two = limit(OF_A_SERVICE)
    if base.ref != CONSULTED or not two.holds(h.on()):
        return Least(base, f"{base.number}家")
    either = Least(base, f"{base.number}家（政府购买服务的{two.number}家）")
    if number >= base.number:
        return either
    ours = buys_services_of_the_state(h)
    if ours is None and number >= two.number:
        insist_on_a_choice(h)
        raise Unsure("record", _WHOSE)
    if ours is None:
        return either
    found = two if ours else base
    return Least(found, f"{found.number}家")


_WHOSE = (
    "只有 2 家的，政府购买服务项目的磋商可以继续，其他的应当终止；"
    "机构记录看不出采购人是不是国家机关，不知道是哪一种"
)


def beside_a_consultation(h: Hearing, found: Limit, number: int) -> str:
    """Why two are not enough where a notice since 2015 allows two."""
    two = limit(OF_A_SERVICE)
    if found.ref != CONSULTED or number < two.number or not two.holds(h.on()):
        return ""
    if buys_services_of_the_state(h) is not False:
        return ""
    return "；采购人是公益一类事业单位，不是政府购买服务的购买主体，两家可以继续的规定不适用"
