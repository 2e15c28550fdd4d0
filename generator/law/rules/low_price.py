"""Abnormally low prices: when a review is due, and whether the notice tells of one."""

from decimal import Decimal

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import RESULTS, REVIEWED, rule
from generator.law.rules.field import Entry, field_of
from generator.law.rules.money import is_one_sum
from generator.law.telling import Yuan, sums
from generator.law.verdict import Compared, Silent, Unsure, Verdict

# Two offers make a second-lowest.
_PEERS = 2
# How the budget is named where it stands for a ceiling.
_BUDGET = "预算金额"
_CEILING = "最高限价"


@rule("MN-7", "N2-26-异常低价审查", "N2-26-一", kinds=RESULTS, deed=REVIEWED, by_lot=True)
def abnormally_low_prices_are_reviewed(h: Hearing) -> Verdict | None:
    """报价异常低的，启动审查（2026年2月1日起）。

    中标报价低于全部有效报价平均值的50%、低于次低有效报价的50%，或者低于最高限价的45%；采购公告全文没有写限价的，用预算。
    达到任一条、公告写明启动了审查的，写符合；写明没有启动的，不符合；没有写的，因为不要求写进公告，不作判断。
    逐包比较；没有公布全部报价（家数和每家的报价，中选的算在内）的，只比较限价；没有写明哪几家通过审查、结论因此不同的，不比较平均值；
    没有看到采购公告全文而低于预算的45%的，不作判断。单一来源没有评审，不适用。

    例：最高限价100万元，成交44万元，公告写明没有审查，不符合。
    """
    is_one_sum(h)
    method = h.purchase.method()
    if method is not None and method.value == "single-source":
        return None
    price = h.awarded()
    signs = _signs(h, price)
    if not signs:
        return None
    reviewed = h.given("low_price", "triggered")
    said = "、".join(signs)
    compared = (*sums(price), *(Compared("低于", sign) for sign in signs))
    if reviewed is None:
        told = f"成交金额低于{said}；没有看到是否审查"
        return h.cannot_tell("machine", price.at, told, *compared)
    if reviewed:
        return h.met(("low_price",), f"成交金额低于{said}，公告写明启动了审查", *compared)
    told = f"成交金额低于{said}，公告写明没有启动审查"
    line = next(key for sign, key in _LINES.items() if sign in signs[0])
    return h.not_met(f"N2-26-异常低价审查.{line}", ("low_price",), told, *compared)


# By which line each sign is named; a budget stands for a ceiling.
_LINES = {"有效报价平均值": "mean", "次低有效报价": "second", "最高限价": "ceiling"}


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
    offers = _offers(h)
    known = sorted(one.price for one in offers if one.price is not None)
    if len(known) < _PEERS or len(known) < len(offers):
        return ""
    mean, second = (
        h.limit("N2-26-异常低价审查.mean", h.on()),
        h.limit("N2-26-异常低价审查.second", h.on()),
    )
    if price.amount * 100 < _least_mean(price, offers) * mean.number:
        return f"有效报价平均值的{mean.number}%"
    if price.amount * 100 < known[1] * second.number:
        return f"次低有效报价的{second.number}%"
    return ""


def _offers(h: Hearing) -> list[Entry]:
    """The offers that nobody says to be invalid; none where some may not be listed."""
    try:
        field = field_of(h)
    except (Silent, Unsure):
        return []
    if not field.whole or field.perhaps:
        return []
    return [one for one in field.entries if not one.failed]


def _least_mean(price: Yuan, offers: list[Entry]) -> Decimal:
    """The lowest mean that the valid offers may have; of whom nobody says so, each may be invalid."""
    known = [(one.price, one.passed) for one in offers if one.price is not None]
    unsure = sorted(amount for amount, passed in known if passed is None)
    sure = [amount for amount, passed in known if passed]
    # Whoever was chosen is valid.
    if price.amount in unsure:
        unsure.remove(price.amount)
        sure.append(price.amount)
    means = [_mean([*sure, *unsure[:count]]) for count in range(len(unsure) + 1)]
    return min(one for one in means if one is not None)


def _mean(amounts: list[Decimal]) -> Decimal | None:
    return sum(amounts, Decimal(0)) / len(amounts) if amounts else None


def _below_ceiling(h: Hearing, price: Yuan) -> str:
    found = h.limit("N2-26-异常低价审查.ceiling", h.on())
    line, why_open = _ceiling(h)
    if line is None or price.amount * 100 >= line.amount * found.number:
        return ""
    if why_open == "unchecked":
        raise Silent(_CEILING, h.purchase.invitation())
    if why_open:
        told = "成交金额低于预算的{}%；没有看到采购公告的全文，不知道有没有最高限价"
        raise Unsure(why_open, told.format(found.number))
    if line.label != _BUDGET:
        return f"{line.label}的{found.number}%"
    why = f"没有设定最高限价，依据{article('N2-26-一').citation}以预算为最高限价"
    return f"{line.label}的{found.number}%（{why}）"


def _ceiling(h: Hearing) -> tuple[Yuan | None, str]:
    """The ceiling, else the budget, and why it is open whether there is a ceiling.

    That there is none is sure only where it was looked for in the whole invitation.
    """
    try:
        return h.planned("ceiling"), ""
    except Silent as silent:
        why = h.unseen(_CEILING, silent.of) if silent.of else "excerpt"
    try:
        return h.planned("budget"), why
    except Silent:
        return None, why
