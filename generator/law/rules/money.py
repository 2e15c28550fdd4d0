"""Money: against the budget, the ceiling, the award and the shares the law allows."""

from datetime import date
from decimal import Decimal

from generator.law import links
from generator.law.hearing import Hearing
from generator.law.rule import rule
from generator.law.telling import Yuan, percent, yuan
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.reading import Filed


def _single(h: Hearing) -> None:
    """Ends the hearing where the result is not one sum for one thing, or no longer stands."""
    record = h.record
    parted = bool(record.lots) or any(one.lots for one in getattr(record, "winners", ()))
    h.only_if(links.stands(h.case, h.notice) and not parted)
    h.only_if(not links.is_framework(h.case) and not links.is_by_quantity(h.case, h.notice))


def _awarded(h: Hearing, result: Filed) -> Yuan:
    """The sum of a result: its own, else that of its only winner."""
    if h.given("amount", of=result):
        found = h.yuan("amount", of=result)
    else:
        standing = [i for i, one in enumerate(result.record.winners) if not one.withdrawn]
        if len(standing) != 1:
            raise Silent("成交金额", result)
        found = h.yuan("winners", standing[0], "amount", of=result)
    return found._replace(label="成交金额")


def _planned(h: Hearing, key: str) -> Yuan:
    """The budget or ceiling: of the result itself, else of the invitation as last corrected."""
    invitation = links.invitation_of(h.case, h.notice)
    corrections = links.corrections_of(h.case, invitation) if invitation else []
    for filed in (h.notice, *reversed(corrections), invitation):
        if filed is not None and h.given(key, of=filed):
            if filed.record.lots:
                raise Unsure("amount", "分包采购，总预算与各包的金额不能直接比较")
            return h.yuan(key, of=filed)
    raise Silent("预算金额" if key == "budget" else "最高限价", invitation)


# Two offers make a second-lowest.
_PEERS = 2


@rule("MN-1", "GPL-6", "GPL-36", kinds="award")
def awards_stay_within_the_budget(h: Hearing) -> Verdict:
    """成交金额不超过预算。

    比较结果公告的金额和公告载明的预算（更正过的，用更正后的）。结果按包分列的、框架协议、按单价或折扣成交或据实结算的，
    不适用；后来作废或更正的结果，不适用；只有采购公告分包的，不作判断。

    例：预算80万元，成交80万元，符合；成交80.01万元，不符合。
    """
    _single(h)
    return h.no_more("GPL-6", _awarded(h, h.notice), _planned(h, "budget"))


@rule("MN-2", "O87-63", kinds="award")
def awards_stay_within_the_ceiling(h: Hearing) -> Verdict:
    """成交金额不超过最高限价。

    公开招标和邀请招标适用；比较结果公告的金额和公告载明的最高限价。条文未核对原文，超过的只列出金额，不作判断。
    分包、框架协议、按单价或折扣成交、作废或更正的结果，不适用。

    例：最高限价78万元，成交78万元，符合。
    """
    _single(h)
    h.only_if(h.method() in {"open-tender", "invited-tender"})
    return h.no_more("O87-63", _awarded(h, h.notice), _planned(h, "ceiling"))


@rule("MN-3", "GPL-46", kinds="contract")
def contracts_keep_the_awarded_sum(h: Hearing) -> Verdict:
    """合同金额与成交金额一致。

    比较合同金额和结果公告的金额；结果更正过的，以更正公告为准。
    续签的合同、框架协议下的订单、按单价或折扣成交、据实结算、多家中标或分包的，不适用；
    写明可以续签或同一次采购签了几份合同而金额不同的，不作判断。

    例：成交83.5万元，合同83.5万元，符合；合同90万元，不符合。
    """
    h.only_if(links.is_first_contract(h.case, h.notice))
    h.only_if(not links.is_by_quantity(h.case, h.notice))
    result = links.result_of(h.case, h.notice)
    if result is None:
        raise Silent("对应的结果公告")
    h.only_if(_comparable(result) and not h.record.lots)
    signed, awarded = h.yuan("amount"), _awarded(h, result)
    h.article("GPL-46", h.on("signed"))
    signed, awarded = signed._replace(label="合同金额"), awarded._replace(label="成交金额")
    compared = tuple(Compared(one.label, yuan(one.amount)) for one in (awarded, signed))
    if signed.amount == awarded.amount:
        return h.met(signed.at, f"合同金额与成交金额都是 {yuan(signed.amount)}", *compared)
    told = f"成交金额 {yuan(awarded.amount)}，合同金额 {yuan(signed.amount)}"
    if _by_years(h, result):
        return h.cannot_tell("machine", signed.at, f"{told}；可能是分期签订的", *compared)
    return h.not_met("GPL-46", signed.at, told, *compared)


def _comparable(result: Filed) -> bool:
    winners = [one for one in result.record.winners if not one.withdrawn]
    return len(winners) <= 1 and not result.record.lots and not any(one.lots for one in winners)


def _by_years(h: Hearing, result: Filed) -> bool:
    """Whether the awarded sum may be for several contracts: renewals, or more of the round."""
    invitation = links.invitation_of(h.case, result)
    renewed = any(one.record.renewal for one in (h.notice, result, invitation) if one)
    same = h.case.same_round(h.notice, "contract")
    others = any(one is not h.notice and not one.record.parent for one in same)
    return renewed or others or h.record.amount_per_year is not None


@rule("MN-4", "GPL-49", kinds="contract-change")
def supplements_stay_within_a_tenth(h: Hearing) -> Verdict:
    """补充合同的金额累计不超过原合同的10%。

    把同一份原合同到这一份为止的补充金额加起来，与原合同金额比较；其中有不确定的数、或者先前一份只有摘录没有金额的，不作判断。

    例：原合同100万元，补充10万元，符合；再补充1万元，累计11%，不符合。
    """
    original = _original(h)
    h.need("supplement_amount")
    changes = [
        one for one in h.case.of_kind("contract-change") if _which(h, one) == _which(h, h.notice)
    ]
    upto = changes[: changes.index(h.notice) + 1]
    silent = [one for one in upto if one.record.supplement_amount is None]
    if any(one.record.source.extent != "full" for one in silent):
        raise Unsure("excerpt", "先前的变更公告只有摘录，没有写补充金额")
    added = [one for one in upto if one not in silent]
    total = sum((h.yuan("supplement_amount", of=one).amount for one in added), Decimal(0))
    part = Yuan(total, "补充金额合计" if len(added) > 1 else "补充金额", ("supplement_amount",))
    return h.share_at_most("GPL-49.supplement", part, original, h.on("changed_on"))


def _which(h: Hearing, change: Filed) -> str:
    """Which contract a change or add-on rests on: by number, by name, or the only one."""
    return h.case.once(("which", change.stem), lambda: _original_of(h, change))


def _original_of(h: Hearing, change: Filed) -> str:
    original = change.record.original_contract
    if original and original.number:
        return str(original.number)
    contract = links.the_one(h.case, change, "contract")
    return contract.stem if contract else ""


def _original(h: Hearing) -> Yuan:
    if h.given("original_contract", "amount"):
        return h.yuan("original_contract", "amount")._replace(label="原合同金额")
    contract = links.the_one(h.case, h.notice, "contract")
    if contract is None:
        raise Silent("原合同金额")
    return h.yuan("amount", of=contract)._replace(label="原合同金额")


@rule("MN-5", "GPL-31", kinds="single-source")
def add_ons_stay_within_a_tenth(h: Hearing) -> Verdict:
    """添购的金额累计不超过原合同的10%。

    理由是“原有项目添购”的单一来源适用。把同一份原合同到这一次为止的添购预算加起来，与原合同金额比较。

    例：原合同100万元，添购10万元，符合；先后两次各8万元，合计16%，不符合。
    """
    h.only_if(h.need("ground") == "add-on")
    original = h.yuan("original_contract", "amount")._replace(label="原合同金额")
    alike = [
        one
        for one in h.case.of_kind("single-source")
        if one.record.ground == "add-on" and _which(h, one) == _which(h, h.notice)
    ]
    upto = alike[: alike.index(h.notice) + 1]
    total = sum((h.yuan("budget", of=one).amount for one in upto), Decimal(0))
    part = Yuan(total, "添购预算合计" if len(upto) > 1 else "添购预算", ("budget",))
    return h.share_at_most("GPL-31.add-on", part, original, h.on())


@rule("MN-6", "GPR-48", kinds="contract")
def performance_bonds_stay_within_a_tenth(h: Hearing) -> Verdict:
    """履约保证金不超过合同金额的10%。

    比较公告载明的履约保证金和合同金额；按比例写的，写明了基数的按基数折算。2015年3月以前签订的合同不适用；没有写保证金的，不写。

    例：合同100万元，保证金10万元，符合；11万元，不符合。
    """
    bond, on = h.given("performance_bond"), h.on("signed")
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


@rule("MN-7", "N2-26-全文", kinds="award")
def abnormally_low_prices_are_reviewed(h: Hearing) -> Verdict:
    """报价异常低的，启动审查（2026年2月1日起）。

    中标报价低于全部有效报价平均值的50%、低于次低有效报价的50%，或者低于最高限价（没有限价的用预算）的45%。
    达到任一条、公告写明启动了审查的，写符合；写明没有启动的，不符合；没有写的，因为不要求写进公告，不作判断。
    没有公布全部有效报价（家数和每家的报价）的，只比较限价。

    例：最高限价100万元，成交44万元，公告写明没有审查，不符合。
    """
    _single(h)
    price = _awarded(h, h.notice)
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
    """Which line of the other offers it lies below; only where all offers are published."""
    bidders, count = h.given("bidders") or (), h.given("bidders_count")
    sums = [
        one.amount.yuan if one.amount else None for one in bidders if one.compliant is not False
    ]
    known = sorted(one for one in sums if one is not None)
    whole = h.record.source.extent == "full" and (count is None or count == len(bidders))
    if len(known) < _PEERS or len(known) < len(sums) or not whole:
        return ""
    mean, second = h.limit("N2-26-全文.mean", h.on()), h.limit("N2-26-全文.second", h.on())
    if price.amount * 100 < sum(known) / len(known) * mean.number:
        return f"有效报价平均值的{mean.number}%"
    if price.amount * 100 < known[1] * second.number:
        return f"次低有效报价的{second.number}%"
    return ""


def _below_ceiling(h: Hearing, price: Yuan) -> str:
    found = h.limit("N2-26-全文.ceiling", h.on())
    line = _ceiling(h)
    below = line is not None and price.amount * 100 < line.amount * found.number
    return f"{line.label}的{found.number}%" if line and below else ""


def _ceiling(h: Hearing) -> Yuan | None:
    """The ceiling; the budget stands in only where a full text states none."""
    try:
        return _planned(h, "ceiling")
    except Silent as silent:
        if silent.of is not None and silent.of.record.source.extent != "full":
            raise
    try:
        return _planned(h, "budget")
    except Silent:
        return None
