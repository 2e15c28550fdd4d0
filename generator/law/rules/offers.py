"""Offers: of those who negotiate, enough that are fit stay within the budget."""

from decimal import Decimal
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.instruments import Limit, limit
from generator.law.rule import CHOSEN, RESULTS, rule
from generator.law.rules.competing import (
    CONSULTED,
    OF_A_SERVICE,
    Least,
    after_a_failed_tender,
    beside_a_consultation,
    insist_on_a_choice,
    insist_on_a_number,
    is_without_a_tender,
    of_a_service,
    two_after_a_tender,
)
from generator.law.rules.field import Field, chosen_of, count, field_of
from generator.law.verdict import Compared, Unsure, Verdict
from generator.records.model.amounts import yuan_words

_WITHIN = {
    "negotiation": "O74-37.suppliers",
    "inquiry": "O74-50.suppliers",
    "competitive-consultation": CONSULTED,
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

    看结果公告列出的各家和中选的报价，和是否通过审查，预算看结果公告，没有写的看采购公告；分包的，各包分别计算。有的报价没有公布的，
    公告没有写一共有几家参加而名单上不够的，不作判断；磋商的两家只对国家机关购买服务说，同 SP-1。参加谈判的只有两家，可能是招标只有两家、经批准转来的，不作判断，
    声明“公告全部收录”、其中没有招标的除外；公告写明是的，不适用。
    磋商有三家以上符合要求、没有超过预算的只有两家的，或者只有两家符合要求、其中有超过预算的，财库〔2015〕124号没有写明，不作判断。

    例：谈判预算80万元，三家报价78万、81万、82万元，没有超过预算的只有一家，应当终止，不符合。
    """
    ref = _WITHIN.get(h.method())
    if ref is None:
        return None
    base, field, budget = h.limit(ref, h.on()), field_of(h), h.planned("budget")
    if ref == "O74-37.suppliers" and after_a_failed_tender(h):
        return None
    offers = _offers(h, field, budget.amount)
    within, (found, said) = offers.within, _least(h, base, field, offers)
    compared = (
        Compared(budget.label, yuan_words(budget.amount)),
        Compared("没有写明不合格、没有超过预算", f"{within}家"),
        Compared("至少", said),
    )
    if within >= found.number and _is_more_than_two(found, field, within):
        told = f"没有写明不合格、没有超过预算的看到 {within} 家，不止两家参加；{_UNDECIDED}"
        return h.cannot_tell("machine", ("bidders",), told, *compared)
    if within >= found.number:
        return h.met(("bidders",), f"没有写明不合格、报价没有超过预算的有 {within} 家", *compared)
    _insist_on_prices(h, field, offers, found.number - within)
    field.insist_on_names()
    if ref == "O74-37.suppliers" and _may_be_after_a_tender(h, field):
        told = "参加谈判的只有 2 家；招标失败后转为谈判的可以只有 2 家，没有看到这样的说明"
        return h.cannot_tell("machine", ("bidders",), told, *compared)
    insist_on_a_choice(h)
    told = f"合格而且报价没有超过预算的只有 {within} 家"
    if unknown := offers.unknown:
        told = f"合格而且报价没有超过预算的最多 {within + unknown} 家（{unknown} 家没有看到报价）"
    return _too_few(h, found, field, told, compared)


def _may_be_after_a_tender(h: Hearing, field: Field) -> bool:
    """Whether the two who negotiate may be those whom a tender had left (令74 27(2)), as in SP-1."""
    two = two_after_a_tender().number
    return field.number(passed=False) == two and not is_without_a_tender(h)


class _Offers(NamedTuple):
    """Of those whom nobody says to have failed: how many are within the budget, of how many no price is seen.

    `listed` are all that are named, of `unlisted` only the number is stated.
    """

    within: int
    listed: int
    unlisted: int
    unpriced: int

    @property
    def unknown(self) -> int:
        """How many more may be within the budget."""
        return self.unpriced + max(self.unlisted, 0)


def _offers(h: Hearing, field: Field, budget: Decimal) -> _Offers:
    # Beside a number without a list those chosen are known, and for how much.
    entries = field.entries or chosen_of(h, h.notice)
    passed = [one for one in entries if not one.failed]
    within = count(one for one in passed if one.price is not None and one.price <= budget)
    unpriced, listed = count(one for one in passed if one.price is None), count(entries)
    return _Offers(within, listed, (field.stated or listed) - listed, unpriced)


def _least(h: Hearing, base: Limit, field: Field, offers: _Offers) -> Least:
    """How many there must be; of two that are fit the notice of 2015 speaks, whatever they cost."""
    most, two = offers.within + offers.unknown, limit(OF_A_SERVICE).number
    return of_a_service(h, base, max(most, two) if field.number(passed=True) == two else most)


_UNDECIDED = "财库〔2015〕124号说的是符合要求的只有两家，报价超过预算的算不算符合要求，条文没有写"


def _too_few(
    h: Hearing, found: Limit, field: Field, told: str, compared: tuple[Compared, ...]
) -> Verdict:
    """Not kept; of two that are fit, one of them too dear, the notice of 2015 leaves it open."""
    if found.ref == OF_A_SERVICE and field.number(passed=True) == found.number:
        told = f"{told}，没有写明不合格的有 {found.number} 家；{_UNDECIDED}"
        return h.cannot_tell("machine", ("bidders",), told, *compared)
    broken = limit(_broken(found, field))
    if broken is not found:
        compared = (*compared[:-1], Compared("至少", f"{broken.number}家"))
    beside = beside_a_consultation(h, found, field.number(passed=True))
    return h.not_met(broken.ref, ("bidders",), f"{told}{beside}", *compared)


def _broken(found: Limit, field: Field) -> str:
    """Which limb is not kept: where enough are fit, it is that of their prices (214号 34)."""
    by_price = found.ref == OF_A_SERVICE and field.number(passed=True) > found.number
    return CONSULTED if by_price else found.ref


def _is_more_than_two(found: Limit, field: Field, within: int) -> bool:
    """Whether more took part than the two that the notice of 2015 speaks of, and some cost too much."""
    if found.ref != OF_A_SERVICE or within >= limit(CONSULTED).number:
        return False
    field.insist_on_names()
    return within < field.number(passed=True)


def _insist_on_prices(h: Hearing, field: Field, offers: _Offers, lacking: int) -> None:
    """That fewer than lack may yet be within the budget. Raises Unsure."""
    insist_on_a_number(h, field)
    if offers.unlisted < 0:
        told = f"列出 {offers.listed} 家，公告写的是 {field.stated} 家，有几家参加由人核对"
        raise Unsure("machine", told)
    if offers.unknown >= lacking:
        why = "amount" if h.in_full() else "excerpt"
        raise Unsure(why, "没有看到有的供应商的最后报价，不知道超没超过预算")
