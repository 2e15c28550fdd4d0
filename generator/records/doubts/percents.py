"""A sum beside the percent that it is said to be of another sum of the same notice."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.records.doubts.doubt import Doubt, place
from generator.records.doubts.sight import Figure, Sight, figure
from generator.records.model.amounts import Money, number
from generator.records.source import Path
from generator.records.walk import given

# What a percentage is of, in the words of a notice, and under which key that sum stands.
_OF = (
    (re.compile(r"原合同"), "original"),
    (re.compile(r"合同(?:总|价)|合同金额|[中成][标交]"), "amount"),
    (re.compile(r"预算"), "budget"),
    (re.compile(r"限价"), "ceiling"),
)
# Nothing but a share of the price: no steps, no discount, nothing for each lot.
_ALONE = re.compile(
    r"(?:代理服务费|代理费|服务费)?(?:按照?|以)?(?:本项目)?(?:中标|成交|中标（成交）|合同)(?:总?金额|总?价)的?"
    r" ?(?P<share>\d{1,2}(?:\.\d{1,4})?) ?[%％](?:收取|计取|计算|计收)?[。]?"
)
# A fee may be rounded down to full yuan, or tens.
_ROUNDED = Decimal("0.01")


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Sums that are another share of the whole than the percent beside them says."""
    for path, money in seen.sums:
        if money.percent is not None and money.value is not None:
            yield from _share(seen, path, money)
    if fee := given(seen.record, "agency_fee"):
        yield from _fee(seen, fee)


def _share(seen: Sight, path: Path, money: Money) -> Iterator[Doubt]:
    assert money.percent is not None
    whole, stated = _whole(seen.record, money.of), figure(money)
    if whole is None or stated is None or not whole.yuan:
        return
    right = money.percent * whole.yuan / 100
    slack = _half(money.percent) * whole.yuan / 100 + money.percent * whole.half / 100
    if abs(right - stated.yuan) > slack + stated.half + 1:
        yield _asked(seen, path, money.percent, whole.yuan)


def _asked(seen: Sight, path: Path, share: Decimal, whole: Decimal) -> Doubt:
    right = round(share * whole / 100, 2)
    told = (
        f"{place(seen.record, path)}不是 {number(whole)} 元的 {number(share)}%："
        f"那是 {number(right)} 元；请照原文核对"
    )
    return Doubt("MG-5", path, told)


def _whole(record: Any, of: Money | None) -> Figure | None:
    """The sum that a percentage is of: stated beside it, or named by its words."""
    if of is None or of.value is not None:
        return figure(of)
    key = next((key for sign, key in _OF if sign.search(of.printed or "")), "")
    if key == "original":
        original = given(record, "original_contract")
        return figure(original.amount) if original else None
    return _price(record) if key == "amount" else figure(given(record, key)) if key else None


def _price(record: Any) -> Figure | None:
    """The one price of a notice; of several nobody knows whose share it is."""
    winners = given(record, "winners", ())
    if not winners:
        return figure(given(record, "amount"))
    return figure(winners[0].amount) if len(winners) == 1 else None


def _fee(seen: Sight, fee: Any) -> Iterator[Doubt]:
    """The fee against a standard that is nothing but a share of the price."""
    said, stated, price = (
        _ALONE.fullmatch(fee.standard or ""),
        figure(fee.amount),
        _price(seen.record),
    )
    # Nought is waived, whatever the standard says.
    if not (said and stated and stated.yuan and price) or fee.amount.percent is not None:
        return
    share = Decimal(said["share"])
    right = share * price.yuan / 100
    if abs(right - stated.yuan) > right * _ROUNDED + stated.half + 1:
        yield _asked(seen, ("agency_fee", "amount"), share, price.yuan)


def _half(share: Decimal) -> Decimal:
    return Decimal(10) ** int(share.as_tuple().exponent) / 2 if share % 1 else Decimal(0)
