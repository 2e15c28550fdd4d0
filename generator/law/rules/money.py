"""Money: against the budget, the ceiling, the award and the shares the law allows."""

from datetime import date
from decimal import Decimal

from generator.law.hearing import Hearing
from generator.law.rule import CHOSEN, RESULTS, REVIEWED, rule
from generator.law.rules.original import so_far, sum_of
from generator.law.telling import Yuan, percent, sums, yuan
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.outcome import Result
from generator.records.reading import Filed


def _is_one_sum(h: Hearing) -> None:
    """Ends the hearing where the result is not one sum for one thing."""
    h.only_if(not h.purchase.is_framework() and not h.purchase.is_by_quantity())


# Two offers make a second-lowest.
_PEERS = 2


@rule("MN-1", "GPL-6", "GPL-36", kinds=RESULTS, deed=CHOSEN, by_lot=True)
def awards_stay_within_the_budget(h: Hearing) -> Verdict:
    """成交金额不超过预算。

    逐包比较结果公告（更正过结果的，看更正公告）的金额和预算；预算以确定供应商以前最后一次更正的为准。
    公告都没有写预算、而项目只有一次采购的，看项目记录写的预算。框架协议、按单价或折扣成交、据实结算的，不适用；
    公告只写了几个包的总数、没有写谁中哪一包的，不作判断。收录的公告没有写调整过的预算，本站不知道。

    例：预算80万元，成交80万元，符合；成交80.01万元，不符合。
    """
    _is_one_sum(h)
    beside = "；收录的公告没有写调整过预算"
    return h.no_more("GPL-6", h.awarded(), h.planned("budget"), beside)


@rule("MN-2", "O87-63", kinds=RESULTS, deed=REVIEWED, by_lot=True)
def awards_stay_within_the_ceiling(h: Hearing) -> Verdict:
    """成交金额不超过最高限价。

    公开招标和邀请招标适用：报价超过招标文件规定的最高限价的，投标无效。逐包比较结果公告的金额和最高限价，
    限价以评审以前最后一次更正的为准。框架协议、按单价或折扣成交、据实结算的，不适用；公告只写了几个包的总数的，不作判断。

    例：最高限价78万元，成交78万元，符合；成交78.01万元，不符合。
    """
    _is_one_sum(h)
    h.only_if(h.method() in {"open-tender", "invited-tender"})
    return h.no_more("O87-63", h.awarded(), h.planned("ceiling"))


@rule("MN-3", "GPL-46", kinds="contract", deed="signed", by_lot=True)
def contracts_keep_the_awarded_sum(h: Hearing) -> Verdict:
    """合同金额与成交金额一致。

    逐包比较合同金额和成交金额；签订以前更正过结果的，以更正公告为准。
    续签的合同、框架协议下的订单、按单价或折扣成交、据实结算、一个包有几家中标的，不适用；
    写明可以续签或同一次采购签了几份合同而金额不同的，签订以后更正公告把成交金额改成与合同一样的，
    分包采购而合同没有写是哪一包的，不作判断。

    例：成交83.5万元，合同83.5万元，符合；合同90万元，不符合。
    """
    h.only_if(h.purchase.is_first_contract() and not h.purchase.is_by_quantity())
    result = h.purchase.result(h.until())
    if result is None:
        raise Silent("对应的结果公告")
    if h.lot is None:
        raise Unsure("lot", "分包采购，合同没有写明是哪一包")
    h.only_if(len(h.chosen_in(result)) <= 1)
    h.article("GPL-46")
    signed = h.as_yuan(h.use(h.purchase.own("amount"), "合同金额"), "合同金额")
    found = h.use(h.purchase.of_result(result, "amount"), "成交金额", result.filed)
    awarded = h.as_yuan(found, "成交金额")
    compared = sums(awarded, signed)
    if signed.amount == awarded.amount:
        return h.met(signed.at, f"合同金额与成交金额都是 {yuan(signed.amount)}", *compared)
    told = f"成交金额 {yuan(awarded.amount)}，合同金额 {yuan(signed.amount)}"
    if _by_years(h, result.filed):
        return h.cannot_tell("machine", signed.at, f"{told}；可能是分期签订的", *compared)
    if _set_right_later(h, result, signed.amount):
        told = f"{told}；签订以后更正成与合同一样的金额，是笔误还是改变了结果，由人判断"
        return h.cannot_tell("machine", signed.at, told, *compared)
    return h.not_met("GPL-46.terms", signed.at, told, *compared)


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


@rule("MN-4", "GPL-49", kinds="contract-change", deed="changed_on")
def supplements_stay_within_a_tenth(h: Hearing) -> Verdict:
    """补充合同的金额累计不超过原合同的10%。

    把同一份原合同到这一份为止的补充金额加起来，与原合同金额比较。其中有不确定的数、先前一份只有摘录没有金额，
    或者同一轮有几份合同而公告没有写明是哪一份的，不作判断。

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
def performance_bonds_stay_within_a_tenth(h: Hearing) -> Verdict:
    """履约保证金不超过合同金额的10%。

    比较公告载明的履约保证金和合同金额；按比例写的，写明了基数的按基数折算。2015年3月以前签订的合同不适用；没有写保证金的，不写。

    例：合同100万元，保证金10万元，符合；11万元，不符合。
    """
    bond, on = h.given("performance_bond"), h.on()
    h.only_if(bond is not None)
    if bond.percent is None:
        return h.share_at_most("GPR-48.bond", h.yuan("performance_bond"), h.yuan("amount"), on)
    if bond.of is None:
        return _as_share(h, bond.percent, on)
    if bond.of.yuan is None:
        raise Unsure("amount", "履约保证金按比例计算，基数不是一个确定的数")
    part = Yuan(bond.percent * bond.of.yuan / 100, "履约保证金", ("performance_bond",))
    return h.share_at_most("GPR-48.bond", part, h.yuan("amount"), on)


def _as_share(h: Hearing, share: Decimal, on: date) -> Verdict:
    found, at = h.limit("GPR-48.bond", on), ("performance_bond",)
    compared = (Compared("履约保证金", percent(share)), Compared("不超过", f"{found.number}%"))
    if share <= found.number:
        return h.met(at, f"履约保证金为合同金额的 {percent(share)}", *compared)
    return h.not_met(found.ref, at, f"履约保证金为合同金额的 {percent(share)}", *compared)


@rule("MN-7", "N2-26-异常低价审查", kinds=RESULTS, deed=REVIEWED, by_lot=True)
def abnormally_low_prices_are_reviewed(h: Hearing) -> Verdict:
    """报价异常低的，启动审查（2026年2月1日起）。

    中标报价低于全部有效报价平均值的50%、低于次低有效报价的50%，或者低于最高限价的45%；采购公告全文没有写限价的，用预算。
    达到任一条、公告写明启动了审查的，写符合；写明没有启动的，不符合；没有写的，因为不要求写进公告，不作判断。
    逐包比较；没有公布全部有效报价（家数和每家的报价）的，只比较限价；没有看到采购公告全文而低于预算的45%的，不作判断。

    例：最高限价100万元，成交44万元，公告写明没有审查，不符合。
    """
    _is_one_sum(h)
    price = h.awarded()
    signs = _signs(h, price)
    h.only_if(bool(signs))
    reviewed = h.given("low_price", "triggered")
    said = "、".join(signs)
    compared = (*sums(price), *(Compared("低于", sign) for sign in signs))
    if reviewed is None:
        told = f"成交金额低于{said}；公告没有写是否审查"
        return h.cannot_tell("machine", price.at, told, *compared)
    if reviewed:
        return h.met(("low_price",), f"成交金额低于{said}，公告写明启动了审查", *compared)
    told = f"成交金额低于{said}，公告写明没有启动审查"
    return h.not_met("N2-26-异常低价审查", ("low_price",), told, *compared)


def _signs(h: Hearing, price: Yuan) -> list[str]:
    """The lines it lies below. One is enough: what the others compare may be missing then."""
    peers = _below_peers(h, price)
    try:
        line = _below_ceiling(h, price)
    except (Silent, Unsure):
        if not peers:
            raise
        line = ""
    return [sign for sign in (peers, line) if sign]


def _below_peers(h: Hearing, price: Yuan) -> str:
    """Which line of the other offers it lies below; only where all offers are published."""
    offers = [one for one in h.bidders() if one.compliant is not False]
    known = sorted(one.amount.yuan for one in offers if one.amount and one.amount.yuan is not None)
    if len(known) < _PEERS or len(known) < len(offers) or not h.has_all_bidders():
        return ""
    mean, second = (
        h.limit("N2-26-异常低价审查.mean", h.on()),
        h.limit("N2-26-异常低价审查.second", h.on()),
    )
    if price.amount * 100 < sum(known) / len(known) * mean.number:
        return f"有效报价平均值的{mean.number}%"
    if price.amount * 100 < known[1] * second.number:
        return f"次低有效报价的{second.number}%"
    return ""


def _below_ceiling(h: Hearing, price: Yuan) -> str:
    found = h.limit("N2-26-异常低价审查.ceiling", h.on())
    line, sure = _ceiling(h)
    if line is None or price.amount * 100 >= line.amount * found.number:
        return ""
    if not sure:
        told = "成交金额低于预算的{}%；没有看到采购公告的全文，不知道有没有最高限价"
        raise Unsure("excerpt", told.format(found.number))
    return f"{line.label}的{found.number}%"


def _ceiling(h: Hearing) -> tuple[Yuan | None, bool]:
    """The ceiling, else the budget; which is sure only where a full invitation states no ceiling."""
    try:
        return h.planned("ceiling"), True
    except Silent as silent:
        sure = silent.of is not None and h.in_full(silent.of)
    try:
        return h.planned("budget"), sure
    except Silent:
        return None, sure
