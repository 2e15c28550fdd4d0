"""The publicity of a sole supplier: how long it stands, what it states, who argued for it."""

import re

from generator.law import sole
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.presence import Shown, best, every, shown
from generator.law.rule import rule
from generator.law.rules.periods import beginning, stands
from generator.law.rules.stated import (
    beside_a_name,
    half_reach,
    has_agency_reach,
    has_budget,
    has_need,
    has_reach,
    named,
    unnamed,
)
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.records.model.parties import Expert


@rule("NP-4", "GPR-38", "O74-38", kinds="single-source", deed="published")
def single_source_publicity_stands_long_enough(h: Hearing) -> Verdict:
    """单一来源公示不少于5个工作日。

    适用于只能从唯一供应商处采购、预算达到当地公开招标数额标准（按采购人的级别和公示那天）的项目；理由看公告勾选的情形、写明的法条或法律的原话。
    数额标准没有收录的，公示期足够就写足够，不足则不作判断；没有写属于哪一种理由的，不作判断。
    没有达到标准的，武汉的办法仍要公示，但没有写天数，不足的不作判断。延长过的，看延长以后的截止日；第二次公示，从第二次的起始日算。
    公示以后说明异议、论证、批准，没有自己的期限的公告，不是公示。

    例：2026年3月2日（周一）公示到3月9日，足够；到3月5日，不足；到3月6日，取决于当天算不算。
    """
    h.only_if(sole.makes_public(h))
    sole.unless_free(h, or_wuhan=True)
    by_regulation = article("GPR-38").instrument.holds(h.on())
    ref = "GPR-38.publicity" if by_regulation else "O74-38.publicity"
    if sole.extension(h, h.notice):
        start, end = beginning(h), sole.period_end(h, h.notice)
        return sole.for_the_sole(h, h.at_least(ref, start, end), "天数")
    return sole.for_the_sole(h, stands(h, ref), "天数")


@rule("DS-4", "O74-38", "N135-二（四）8", kinds="single-source", deed="published")
def single_source_notices_are_complete(h: Hearing) -> Verdict:
    """单一来源公示写明采购人、内容、预算、理由、供应商名称和地址、专业人员意见、公示期限和财政部门的联系方式。

    适用的范围同 NP-4：数额标准没有收录而又不全的，不作判断；没有达到标准的，武汉的办法仍要公示，但没有列出写什么，也不作判断。
    预算金额自2015年7月17日起要写（财库〔2015〕135号）。摘录没有写到的、写在附件里的、只写“/”的，不作判断。
    公告写了名称、本站按公开规则不录的，算写了；自然人的姓名和地址不录，公告写没写由人判断。

    例：全文公示没有写财政部门的联系方式，不符合。
    """
    h.only_if(sole.makes_public(h))
    sole.unless_free(h, or_wuhan=True)
    wanted = _wanted(h)
    ref = "O74-38.content"
    if article("N135-二（四）8").instrument.holds(h.on()):
        wanted["预算金额"] = shown(has_budget(h))
        if not wanted["预算金额"]:
            ref = "N135-二（四）8.content"
    return sole.for_the_sole(h, h.states(ref, wanted, half=half_reach(h)), "应当写明什么")


def _wanted(h: Hearing) -> dict[str, Shown]:
    """The seven items of 令74 38."""
    rows = range(h.count("suppliers"))
    stated = {
        "采购人": h.given("purchaser"),
        "采购内容": has_need(h),
        "采用单一来源的理由": best([h.shown("reasons"), h.shown("method_reason")]),
        "拟定供应商的名称": best(named(h, "suppliers", i) for i in rows),
        "拟定供应商的地址": best(beside_a_name(h, "suppliers", i, key="address") for i in rows),
        "专业人员的论证意见": _argued(h),
        "公示期限": h.given("notice_period"),
        "采购人的地址和联系方式": has_reach(h, "purchaser"),
        "财政部门的地址和联系方式": has_reach(h, "finance"),
        "代理机构的地址和联系方式": has_agency_reach(h),
    }
    return {label: shown(one) for label, one in stated.items()}


def _argued(h: Hearing) -> Shown:
    """Whether anybody argued for it in the notice; who stands in an attachment did so there."""
    experts = h.given("experts") or ()
    return best(Shown.ATTACHED if _is_attached(one) else Shown.STATED for one in experts)


def _is_attached(one: Expert) -> bool:
    """Whether of an expert nothing is told here but that an attachment names it."""
    elsewhere = one.names_in or one.unnamed == "attached"
    return bool(elsewhere and not (one.name or one.employer or one.title or one.opinion))


_OF_EXPERTS = {"姓名": "name", "工作单位": "employer", "职称": "title", "论证意见": "opinion"}
# What else is told of an expert whose name is told elsewhere: it stands there too.
_THERE = {Shown.STATED: Shown.ATTACHED}
# The employer would give away a name that was left out: whether it was printed nobody recorded.
_EMPLOYER = {**_THERE, Shown.LEFT_OUT: Shown.UNRECORDED}
_ARGUING = re.compile("专家|专业人员|论证")


@rule("DS-5", "O74-38", kinds="single-source", deed="published")
def experts_sign_with_employer_title_and_opinion(h: Hearing) -> Verdict | None:
    """每一位论证专家都写明姓名、工作单位、职称和意见。

    这是法规要求公布姓名的少数情形之一。适用的范围同 DS-4。摘录没有写到的、名单可能不全的、写在附件里的，不作判断。
    公告写了姓名、本站按公开规则不录的，算写了；同时没有录工作单位的，公告写没写由人判断。

    例：三位专家中有一位没有写职称，不符合。
    """
    h.only_if(sole.makes_public(h))
    sole.unless_free(h, or_wuhan=True)
    rows = range(h.count("experts"))
    if not rows:
        h.insist_on_absence(h.label("experts"))
        _insist_on_no_attachment(h)
        return None
    each = [_of_expert(h, i) for i in rows]
    wanted = {said: every(one[said] for one in each) for said in _OF_EXPERTS}
    found = h.states("O74-38.experts", wanted, ("experts",))
    if found.outcome is Outcome.MET:
        h.insist_on_whole("论证专家", h.count("experts"))
    return sole.for_the_sole(h, found, "专家应当写明什么")


def _of_expert(h: Hearing, i: int) -> dict[str, Shown]:
    """How far the four things are stated of one expert."""
    own = {said: h.shown("experts", i, key) for said, key in _OF_EXPERTS.items()}
    if all(own.values()):
        return own
    name = Shown.ABSENT if own["姓名"] else unnamed(h, "experts", i)
    there, at_work = _THERE.get(name, Shown.ABSENT), _EMPLOYER.get(name, Shown.ABSENT)
    also = {"姓名": name, "工作单位": at_work, "职称": there, "论证意见": there}
    return {said: one | also[said] for said, one in own.items()}


def _insist_on_no_attachment(h: Hearing) -> None:
    """Raises Unsure where an attachment, by its title or by what it holds, tells of the experts."""
    held = (*h.column("attachments", "title"), *h.column("attachments", "holds"))
    if any(_ARGUING.search(one or "") for one in held):
        titles = "、".join(h.column("attachments", "title"))
        raise Unsure(
            "attachment",
            f"公告没有列出论证专家；公告有附件（{titles}），是不是写在附件里，由人判断",
        )


@rule("SP-4", "N36-专家论证", "O74-38", kinds="single-source", deed="published")
def three_experts_argue_for_a_single_source(h: Hearing) -> Verdict | None:
    """单一来源由三名以上专业人员论证（中央预算单位）。

    这是对中央预算单位的规定，地方的采购人不适用：地方要几名，令74没有规定。看公示列出的论证专家人数；采购人是哪一级没有记录的，
    够三名的不写，不足的列出来，不作判断。
    理由是紧急情况或添购的、预算没有达到当地公开招标数额标准（不需要批准采购方式）的，不适用。

    例：中央单位，3名专家论证，符合；2名，写“与原则性（参考性）规定不一致”。县民政局的公示，不写。
    """
    if not sole.makes_public(h) or sole.ground(h) not in {None, "unique"} or sole.is_below(h):
        return None
    central = _is_central(h)
    if central is False:
        return None
    found, experts = h.limit("N36-专家论证.experts", h.on()), h.need("experts")
    number = len(experts)
    if any(one.names_in for one in experts):
        raise Unsure("attachment", "论证专家的名单在附件里，有几名由人判断")
    h.insist_on_whole("论证专家", number)
    compared = (Compared("论证专家", f"{number}人"), Compared("参考", f"{found.number}人以上"))
    told, enough = f"{number} 名专业人员论证", number >= found.number
    if central is None:
        h.only_if(not enough)
        told = f"{told}；三名以上是对中央预算单位的规定，采购人是哪一级没有记录"
        return h.cannot_tell("machine", ("experts",), told, *compared)
    if enough:
        return h.met(("experts",), told, *compared)
    return h.broken(found, ("experts",), told, *compared)


def _is_central(h: Hearing) -> bool | None:
    """Whether the buyer is a unit of the central budget; None where nobody says of which level it is."""
    levels = {sole.level(h, id) for id in h.column("purchaser", "party")}
    if "central" in levels:
        return True
    return None if not levels or None in levels else False
