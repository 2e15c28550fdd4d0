"""Money: against the budget, the ceiling, the award and the shares the law allows."""

from decimal import Decimal

from generator.law import links
from generator.law.hearing import Hearing
from generator.law.rule import rule
from generator.law.telling import Yuan, percent, yuan
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.reading import Filed

# What is priced by unit or by discount has no sum to compare.
_BY_UNIT = frozenset({"unit-price", "discount"})


def _single(h: Hearing) -> None:
    """Ends the hearing where the result is not one sum for one thing."""
    record = h.record
    parted = bool(record.lots) or any(one.lots for one in getattr(record, "winners", ()))
    h.only_if(h.notice.stem not in h.case.void and not parted)
    h.only_if(record.method != "framework" and record.pricing not in _BY_UNIT)


def _standing_amount(h: Hearing) -> Yuan:
    return h.yuan("amount")._replace(label="成交金额")


def _planned(h: Hearing, key: str) -> Yuan:
    """The budget or ceiling of the result itself, else of the invitation it answers."""
    invitation = links.invitation_of(h.case, h.notice)
    for filed in (h.notice, invitation):
        if filed is not None and h.given(key, of=filed):
            if filed.record.lots:
                raise Unsure("amount", "分包采购，总预算与各包的金额不能直接比较")
            return h.yuan(key, of=filed)
    raise Silent("预算金额" if key == "budget" else "最高限价")


@rule("MN-1", "GPL-6", "GPL-36", kinds="award")
def awards_stay_within_the_budget(h: Hearing) -> Verdict:
    """成交金额不超过预算。

    比较结果公告的金额和公告载明的预算。分包、框架协议、按单价或折扣成交的，不适用；后来作废或更正的结果，不适用。

    例：预算80万元，成交80万元，符合；成交80.01万元，不符合。
    """
    _single(h)
    return h.no_more("GPL-6", _standing_amount(h), _planned(h, "budget"))


@rule("MN-2", "O87-63", kinds="award")
def awards_stay_within_the_ceiling(h: Hearing) -> Verdict:
    """成交金额不超过最高限价。

    比较结果公告的金额和公告载明的最高限价。条文未核对原文，超过的只列出金额，不作判断。

    例：最高限价78万元，成交78万元，符合。
    """
    _single(h)
    h.only_if(h.method() in {"open-tender", "invited-tender"})
    return h.no_more("O87-63", _standing_amount(h), _planned(h, "ceiling"))


@rule("MN-3", "GPL-46", kinds="contract")
def contracts_keep_the_awarded_sum(h: Hearing) -> Verdict:
    """合同金额与成交金额一致。

    比较合同金额和结果公告的金额；结果更正过的，以更正公告为准。
    续签的合同、框架协议下的订单、按单价或折扣成交、据实结算、多家中标或分包的，不适用。

    例：成交83.5万元，合同83.5万元，符合；合同90万元，不符合。
    """
    h.only_if(links.is_first_contract(h.case, h.notice))
    h.only_if(len(h.case.same_round(h.notice, "contract")) == 1)
    result = links.result_of(h.case, h.notice)
    if result is None:
        raise Silent("对应的结果公告")
    h.only_if(_comparable(h.notice) and _comparable(result))
    signed, awarded = h.yuan("amount"), _awarded(h, result)
    h.article("GPL-46")
    signed, awarded = signed._replace(label="合同金额"), awarded._replace(label="成交金额")
    compared = tuple(Compared(one.label, yuan(one.amount)) for one in (awarded, signed))
    if signed.amount == awarded.amount:
        return h.met(signed.at, f"合同金额与成交金额都是 {yuan(signed.amount)}", *compared)
    told = f"成交金额 {yuan(awarded.amount)}，合同金额 {yuan(signed.amount)}"
    return h.not_met("GPL-46", signed.at, told, *compared)


def _awarded(h: Hearing, result: Filed) -> Yuan:
    if h.given("amount", of=result):
        return h.yuan("amount", of=result)
    standing = [i for i, one in enumerate(result.record.winners) if not one.withdrawn]
    if len(standing) != 1:
        raise Silent("成交金额")
    return h.yuan("winners", standing[0], "amount", of=result)


def _comparable(filed: Filed) -> bool:
    record = filed.record
    winners = [one for one in getattr(record, "winners", ()) if not one.withdrawn]
    by_quantity = record.settlement and record.settlement.by == "actual"
    several = len(winners) > 1 or bool(record.lots) or any(one.lots for one in winners)
    return record.pricing not in _BY_UNIT and not by_quantity and not several


@rule("MN-4", "GPL-49", kinds="contract-change")
def supplements_stay_within_a_tenth(h: Hearing) -> Verdict:
    """补充合同的金额累计不超过原合同的10%。

    把本项目到这一份为止的补充金额加起来，与原合同金额比较；其中有不确定的数的，不作判断。

    例：原合同100万元，补充10万元，符合；再补充1万元，累计11%，不符合。
    """
    original = _original(h)
    added = [one for one in h.case.of_kind("contract-change") if one.record.supplement_amount]
    upto = added[: added.index(h.notice) + 1] if h.notice in added else []
    if not upto:
        raise Silent("补充金额")
    total = sum((h.yuan("supplement_amount", of=one).amount for one in upto), Decimal(0))
    part = Yuan(total, "补充金额合计" if len(upto) > 1 else "补充金额", ("supplement_amount",))
    return h.share_at_most("GPL-49.supplement", part, original, h.on())


def _original(h: Hearing) -> Yuan:
    if h.given("original_contract", "amount"):
        return h.yuan("original_contract", "amount")._replace(label="原合同金额")
    contract = links.the_one(h.case, h.notice, "contract")
    if contract is None:
        raise Silent("原合同金额")
    return h.yuan("amount", of=contract)._replace(label="原合同金额")


@rule("MN-5", "GPL-31", kinds="single-source")
def add_ons_stay_within_a_tenth(h: Hearing) -> Verdict:
    """添购的金额不超过原合同的10%。

    理由是“原有项目添购”的单一来源适用。比较公示的预算和原合同金额。

    例：原合同100万元，添购10万元，符合；添购11万元，不符合。
    """
    h.only_if(h.need("ground") == "add-on")
    original = h.yuan("original_contract", "amount")._replace(label="原合同金额")
    part = h.yuan("budget")._replace(label="添购预算")
    return h.share_at_most("GPL-31.add-on", part, original, h.on())


@rule("MN-6", "GPR-48", kinds="contract")
def performance_bonds_stay_within_a_tenth(h: Hearing) -> Verdict:
    """履约保证金不超过合同金额的10%。

    比较公告载明的履约保证金和合同金额。

    例：合同100万元，保证金10万元，符合；11万元，不符合。
    """
    bond = h.need("performance_bond")
    if bond.percent is not None:
        return _as_share(h, bond.percent)
    return h.share_at_most("GPR-48.bond", h.yuan("performance_bond"), h.yuan("amount"), h.on())


def _as_share(h: Hearing, share: Decimal) -> Verdict:
    found, at = h.limit("GPR-48.bond", h.on()), ("performance_bond",)
    compared = (Compared("履约保证金", percent(share)), Compared("不超过", f"{found.number}%"))
    if share <= found.number:
        return h.met(at, f"履约保证金为合同金额的 {percent(share)}", *compared)
    return h.not_met(found.ref, at, f"履约保证金为合同金额的 {percent(share)}", *compared)


@rule("MN-7", "N2-26-全文", kinds="award")
def abnormally_low_prices_are_reviewed(h: Hearing) -> Verdict:
    """报价异常低的，启动审查（2026年2月1日起）。

    中标报价低于全部有效报价平均值的50%、低于次低有效报价的50%，或者低于最高限价（没有限价的用预算）的45%。
    达到任一条、公告写明启动了审查的，写符合；写明没有启动的，不符合；没有写的，因为不要求写进公告，不作判断。
    没有公布全部有效报价的，只比较限价。

    例：最高限价100万元，成交44万元，公告写明没有审查，不符合。
    """
    _single(h)
    price = _standing_amount(h)
    signs = [sign for sign in (_below_peers(h, price), _below_ceiling(h, price)) if sign]
    reviewed = h.given("low_price", "triggered")
    h.only_if(bool(signs))
    said = "、".join(signs)
    compared = (
        Compared("成交金额", yuan(price.amount)),
        *(Compared("低于", sign) for sign in signs),
    )
    if reviewed is None:
        return h.cannot_tell(
            "machine", price.at, f"成交金额低于{said}；公告没有写是否审查", *compared
        )
    if reviewed:
        return h.met(("low_price",), f"成交金额低于{said}，公告写明启动了审查", *compared)
    return h.not_met(
        "N2-26-全文", ("low_price",), f"成交金额低于{said}，公告写明没有启动审查", *compared
    )


def _below_peers(h: Hearing, price: Yuan) -> str:
    bidders = h.given("bidders") or ()
    sums = [one.amount.yuan for one in bidders if one.compliant is not False and one.amount]
    known = sorted(one for one in sums if one is not None)
    if len(known) < 2 or len(known) < len(sums):
        return ""
    mean, second = h.limit("N2-26-全文.mean", h.on()), h.limit("N2-26-全文.second", h.on())
    if price.amount * 100 < sum(known) / len(known) * mean.number:
        return f"有效报价平均值的{mean.number}%"
    if price.amount * 100 < known[1] * second.number:
        return f"次低有效报价的{second.number}%"
    return ""


def _below_ceiling(h: Hearing, price: Yuan) -> str:
    found = h.limit("N2-26-全文.ceiling", h.on())
    try:
        line = _planned(h, "ceiling")
    except Silent:
        line = _planned(h, "budget")
    below = price.amount * 100 < line.amount * found.number
    return f"{line.label}的{found.number}%" if below else ""
