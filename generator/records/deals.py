"""What came of a purchase, notice by notice: its contracts, else its results, else its grants.

A sum is given where the price of the purchase is made of it; what may hold another
inside of it, or may have been changed, has none.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.records.outcome import Outcome
from generator.records.price import Price, latest_sums, result_known
from generator.records.reading import Filed
from generator.records.running import frames


class Deal(NamedTuple):
    """A contract, a result or a grant; `known` says how its sum is known where no original states it.

    `by` is the notice that states the sum, or changes it last.
    """

    stem: str
    what: str
    amount: Decimal | None
    known: str | None
    by: str


def deals(notices: Sequence[Filed], outcome: Outcome, price: Price | None) -> tuple[Deal, ...]:
    """All of the furthest step that stands, earliest first."""
    signed = _signed(notices, outcome)
    if signed:
        return signed
    return tuple(_results(notices, outcome, price)) or tuple(_grants(notices, price))


def _signed(notices: Sequence[Filed], outcome: Outcome) -> tuple[Deal, ...]:
    found = {
        one.filed.stem: Deal(one.filed.stem, one.what, one.amount, one.known, one.by)
        for one in latest_sums(notices, outcome)
    }
    above = frames(notices)
    contracts = (one.stem for one in notices if one.record.kind == "contract")
    # Where changes cannot be told apart no sum is the last, but the contracts are there.
    return tuple(
        found.get(stem) or Deal(stem, "合同", None, None, stem)
        for stem in contracts
        if stem not in above
    )


def _results(notices: Sequence[Filed], outcome: Outcome, price: Price | None) -> Iterator[Deal]:
    counted = frozenset(price.stems) if price else frozenset[str]()
    for one in notices:
        if any(result.stands for result in outcome.of(one)):
            what = "入围" if outcome.is_framework(one) else "成交"
            sum_ = result_known(one, outcome) if one.stem in counted else (None, None)
            yield Deal(one.stem, what, *sum_, one.stem)


def _grants(notices: Sequence[Filed], price: Price | None) -> Iterator[Deal]:
    stem = price.stems[-1] if price and price.what == "资助" else ""
    for one in notices:
        if one.record.kind == "grant":
            own = price if price and one.stem == stem else None
            amount, known = (own.amount, own.known) if own else (None, None)
            yield Deal(one.stem, "资助", amount, known, one.stem)
