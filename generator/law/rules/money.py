"""Money: against the budget, the ceiling, the award and the shares the law allows."""

import re
from datetime import date
from decimal import Decimal

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import CHOSEN, RESULTS, REVIEWED, rule
from generator.law.rules.original import so_far, sum_of
from generator.law.rules.periods import TENDERS
from generator.law.rules.yearly import (
    awarded_and_planned,
    days,
    is_of_one_year,
    nearly,
    planned_days,
)
from generator.law.telling import Yuan, percent, sums
from generator.law.verdict import Compared, Unsure, Verdict
from generator.records.model.amounts import yuan_words
from generator.records.outcome import Result
from generator.records.reading import Filed


def is_one_sum(h: Hearing) -> None:
    """Ends the hearing where the result is not one sum for one thing."""
    h.only_if(not h.purchase.is_framework() and not h.purchase.is_by_quantity())


@rule(
    "MN-1",
    *("GPL-6", "O87-63", "GPL-36"),
    kinds=RESULTS,
    deed=CHOSEN,
    by_lot=True,
    each_choice=True,
)
def awards_stay_within_the_budget(h: Hearing) -> Verdict:
    """成交金额不超过预算。

    逐包比较结果公告（更正过结果的，看更正公告）的金额和预算；预算以确定供应商以前最后一次更正的为准。
    公告都没有写预算、而项目只有一次采购的，看项目记录写的预算。框架协议、按单价或折扣成交、据实结算的，不适用；
    公告只写了几个包的总数、没有写谁中哪一包的，不作判断；服务几年、超过预算而平均每年没有超过的，预算可能是一年的，不作判断。收录的公告没有写调整过的预算，本站不知道。
    单一来源超出预算的，2014年2月起由 MN-9 依据财政部令第74号第四十三条核对，这里不重复。
    先确定一家、后来另行确定别家并另发通知书的，先后两次都看；更正没有另发通知书的，可能只是原公告写错，只看更正；结果被终止的，不适用。
    招标依据财政部令第87号第六十三条（报价超过预算金额的，投标无效），其他方式和2017年10月以前的招标依据采购法第六条。

    例：预算80万元，成交80万元，符合；成交80.01万元，不符合。
    """
    is_one_sum(h)
    h.only_if(not _is_told_by_another_rule(h))
    # Of one that was adjusted in time the budget compared is the adjusted one.
    adjusted = h.is_corrected("budget")
    beside = "" if adjusted else "；收录的公告里没有看到确定供应商以前调整过预算"
    return h.no_more(_of_the_budget(h), *awarded_and_planned(h, "budget"), beside)


def _is_told_by_another_rule(h: Hearing) -> bool:
    """Whether it is a single source under 令74, whose article 43 speaks of the same overspend (MN-9)."""
    method = h.purchase.method()
    if (
        method is None
        or method.value != "single-source"
        or not method.filed.is_stated(*method.path)
    ):
        return False
    try:
        return article("O74-43").instrument.holds(h.on(refs=("O74-43",)))
    except Unsure:
        return False


def _of_the_budget(h: Hearing) -> str:
    """Of a tender the order says itself what a bid over the budget is; of the rest only the law speaks."""
    try:
        method = h.purchase.method()
        held = article("O87-63").instrument.holds(h.on(*REVIEWED, refs=("O87-63",)))
    except Unsure:
        return "GPL-6"
    stated = method and method.filed.is_stated(*method.path) and method.value in TENDERS
    return "O87-63" if stated and held else "GPL-6"


@rule("MN-2", "O87-63", kinds=RESULTS, deed=REVIEWED, by_lot=True, each_choice=True)
def awards_stay_within_the_ceiling(h: Hearing) -> Verdict | None:
    """成交金额不超过最高限价。

    公开招标和邀请招标适用：报价超过招标文件规定的最高限价的，投标无效。逐包比较结果公告的金额和最高限价，
    限价以评审以前最后一次更正的为准；报价超过预算的，见 MN-1，换过供应商的也同 MN-1。框架协议、按单价或折扣成交、据实结算的，不适用；
    公告只写了几个包的总数的，服务几年、限价可能是一年的，不作判断。

    例：最高限价78万元，成交78万元，符合；成交78.01万元，不符合。
    """
    is_one_sum(h)
    if h.method() not in TENDERS:
        return None
    return h.no_more("O87-63", *awarded_and_planned(h, "ceiling"))


@rule("MN-9", "O74-43", kinds=RESULTS, deed=CHOSEN, by_lot=True, each_choice=True)
def single_sources_stay_within_the_budget(h: Hearing) -> Verdict | None:
    """单一来源的成交金额不超过采购预算：报价超过采购预算的，应当终止采购。

    不论理由和数额大小都适用。逐包比较结果公告（更正过结果的，看更正公告）的金额和预算；预算以确定供应商以前最后一次更正的为准。
    按单价或折扣成交、据实结算的，不适用；公告只写了几个包的总数的，服务几年、预算可能是一年的，不作判断。

    例：预算80万元，成交80万元，符合；成交82万元，不符合。
    """
    if h.method() != "single-source" or h.purchase.is_by_quantity():
        return None
    return h.no_more("O74-43.budget", *awarded_and_planned(h, "budget"))


# What binds the sum to the offer, by method; the law itself speaks of the documents.
_TERMS = {
    "open-tender": "O87-71",
    "invited-tender": "O87-71",
    "negotiation": "O74-19",
    "inquiry": "O74-19",
    "single-source": "O74-19",
    "competitive-consultation": "N214-30",
}


@rule(
    "MN-3",
    *("GPL-46", "O87-71", "O74-19", "N214-30"),
    kinds="contract",
    deed="signed",
    by_lot=True,
)
def contracts_keep_the_awarded_sum(h: Hearing) -> Verdict | None:
    """合同金额与成交金额一致。

    逐包比较合同金额和成交金额；签订以前更正过结果的，以更正公告为准。
    续签的合同、框架协议下的订单、按单价或折扣成交、据实结算、一个包有几家中标的，不适用；
    写明可以续签或同一次采购签了几份合同而金额不同的，签订以后更正公告把成交金额改成与合同一样的，合同的期限比采购的短、金额也少的，合同几年、金额正好是成交金额几倍的（成交金额可能是一年的），分包采购而合同没有写是哪一包的，不作判断。
    招标依据财政部令第87号（不得作实质性修改），谈判、询价、单一来源和磋商依据各自的办法（按采购金额签订）；此前的和没有写明方式的依据采购法。

    例：成交83.5万元，合同83.5万元，符合；合同90万元，不符合。
    """
    if not h.purchase.is_first_contract() or h.purchase.is_by_quantity():
        return None
    result = h.purchase.result(h.until())
    if result is None:
        raise h.without("结果", "award")
    if h.lot is None:
        raise Unsure("lot", "分包采购，看不出合同是哪一包的")
    if len(h.chosen_in(result)) > 1:
        return None
    h.article("GPL-46")
    signed = h.as_yuan(h.use(h.purchase.own("amount"), "合同金额"), "合同金额")
    found = h.use(h.purchase.of_result(result, "amount"), "成交金额", result.filed)
    awarded = h.as_yuan(found, "成交金额")
    compared = sums(awarded, signed)
    if signed.amount == awarded.amount:
        return h.met(signed.at, f"合同金额与成交金额都是 {yuan_words(signed.amount)}", *compared)
    told = f"成交金额 {yuan_words(awarded.amount)}，合同金额 {yuan_words(signed.amount)}"
    if _by_years(h, result.filed) or (signed.amount < awarded.amount and _in_part(h, result)):
        return h.cannot_tell("machine", signed.at, f"{told}；可能是分期签订的", *compared)
    if is_of_one_year(h, signed, awarded):
        told = f"{told}，正好是 {signed.amount / awarded.amount} 倍；成交金额可能是一年的，由人判断"
        return h.cannot_tell("machine", signed.at, told, *compared)
    if _set_right_later(h, result, signed.amount):
        told = f"{told}；签订以后更正成与合同一样的金额，是笔误还是改变了结果，由人判断"
        return h.cannot_tell("machine", signed.at, told, *compared)
    return h.not_met(f"{_terms(h)}.terms", signed.at, told, *compared)


def _terms(h: Hearing) -> str:
    """The article that is cited: of a method that is stated, where it held on the day, else the law."""
    method = h.purchase.method()
    ref = _TERMS.get(method.value) if method and method.filed.is_stated(*method.path) else None
    return ref if ref and article(ref).instrument.holds(h.on(refs=(ref,))) else "GPL-46"


def _set_right_later(h: Hearing, result: Result, signed: Decimal) -> bool:
    """Whether the result was corrected after the signing, to the sum of the contract."""
    for one in h.case.outcome.results:
        later = one.stands and one.lot == result.lot and one.filed is not result.filed
        if later and any(each is result.filed for each in one.chain()):
            found = h.purchase.of_result(one, "amount")
            return bool(found and found.value.yuan == signed)
    return False


def _by_years(h: Hearing, result: Filed) -> bool:
    """Whether the awarded sum may be for several contracts: renewals, or more of the lot."""
    invitation = h.purchase.invitation()
    renewed = any(h.given("renewal", of=one) for one in (h.notice, result, invitation) if one)
    same = [one for one in h.purchase.around("contract") if not h.given("parent", of=one)]
    return renewed or len(same) > 1 or h.given("amount_per_year") is not None


def _in_part(h: Hearing, result: Result) -> bool:
    """Whether the contract may be for a part of the time that was bought."""
    own = h.purchase.own("term")
    long = planned_days(h, result)
    short = days(own.value) if own else None
    if own is None or not _has_term(h, result):
        return False
    return long is None or short is None or short < nearly(long)


def _has_term(h: Hearing, result: Result) -> bool:
    call = h.purchase.invitation()
    return bool(h.purchase.of_result(result, "term") or (call and h.purchase.of(call, "term")))


@rule("MN-4", "GPL-49", kinds="contract-change", deed="changed_on")
def supplements_stay_within_a_tenth(h: Hearing) -> Verdict:
    """补充合同的金额累计不超过原合同的10%。

    把同一份原合同到这一份为止的补充金额加起来，与原合同金额比较。其中有不确定的数、先前一份只有摘录没有金额，
    或者有几份合同而公告没有写明是哪一份的，变更公告超过100份的，不作判断。

    例：原合同100万元，补充10万元，符合；再补充1万元，累计11%，不符合。
    """
    h.need("supplement_amount")
    original = sum_of(h)
    upto = so_far(h, h.case.of_kind("contract-change"))
    silent = [one for one in upto if h.given("supplement_amount", of=one) is None]
    for one in silent:
        h.insist_on_whole("先前的补充金额", 0, of=one)
    added = [one for one in upto if one not in silent]
    total = sum((h.yuan("supplement_amount", of=one).amount for one in added), Decimal(0))
    part = Yuan(total, "补充金额合计" if len(added) > 1 else "补充金额", ("supplement_amount",))
    return h.share_at_most("GPL-49.supplement", part, original, h.on())


@rule("MN-6", "GPR-48", kinds="contract", deed="signed")
def performance_bonds_stay_within_a_tenth(h: Hearing) -> Verdict | None:
    """履约保证金不超过合同金额的10%。

    比较公告载明的履约保证金和合同金额；按比例写的，写明了基数的按基数折算，没有写明是合同金额的百分之几的，不作判断。
    2015年3月以前签订的合同不适用；没有写保证金的，不写。

    例：合同100万元，保证金10万元，符合；11万元，不符合。
    """
    bond = h.given("performance_bond")
    if bond is None:
        return None
    on = h.on()
    if bond.percent is None or bond.value is not None:
        return h.share_at_most("GPR-48.bond", h.yuan("performance_bond"), h.yuan("amount"), on)
    if bond.of is None or (bond.of.yuan is None and bond.of.printed):
        _insist_on_the_contract((bond.of.printed if bond.of else bond.printed) or "")
        return _as_share(h, bond.percent, on)
    if bond.of.yuan is None:
        raise Unsure("amount", "履约保证金按比例计算，基数不是一个确定的数")
    part = Yuan(bond.percent * bond.of.yuan / 100, "履约保证金", ("performance_bond",))
    return h.share_at_most("GPR-48.bond", part, h.yuan("amount"), on)


_OF_THE_CONTRACT = re.compile(r"(?:合同|中标|成交)(?:总)?(?:金额|价款?|额)")
_OF_A_PART = re.compile(r"[年期季月度包次](?:服务|采购)?(?:合同|中标|成交)")


def _insist_on_the_contract(printed: str) -> None:
    """Raises Unsure where nobody says that a percentage is one of the sum of the contract."""
    if not _OF_THE_CONTRACT.search(printed) or _OF_A_PART.search(printed):
        raise Unsure("amount", "履约保证金按比例计算，看不出是不是合同金额的百分之几")


def _as_share(h: Hearing, share: Decimal, on: date) -> Verdict:
    found, at = h.limit("GPR-48.bond", on), ("performance_bond",)
    told = percent(share, found.number)
    compared = (Compared("履约保证金", told), Compared("不超过", f"{found.number}%"))
    if share <= found.number:
        return h.met(at, f"履约保证金为合同金额的 {told}", *compared)
    return h.not_met(found.ref, at, f"履约保证金为合同金额的 {told}", *compared)
