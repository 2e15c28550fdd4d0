"""What came of a purchase, notice by notice: its contracts, else its results, else its grants.

Beside contracts stand the results whose own contract is not on file, as a sort of their own.

A sum is given where the price of the purchase is made of it; what may hold another
inside of it, or may have been changed, has none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.records.outcome import WHOLE, Outcome, Result, lot_sum, winners
from generator.records.price import Price, latest_sums, result_known
from generator.records.reading import Filed
from generator.records.running import frames
from generator.records.unsigned import UNSIGNED, known_of, shown, unsigned


class Deal(NamedTuple):
    """A contract, a result or a grant; `known` says how its sum is known where no original states it.

    `by` is the notice that states the sum, or changes it last, `over` those whose sums it takes
    the place of. `lots` are those it is of, and `whom` those chosen, where it is of a part of a
    notice only: by id or as printed.
    """

    stem: str
    what: str
    amount: Decimal | None
    known: str | None
    by: str
    lots: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    over: tuple[str, ...] = ()


def deals(notices: Sequence[Filed], outcome: Outcome, price: Price | None) -> tuple[Deal, ...]:
    """All of the furthest step that stands, earliest first."""
    signed = _signed(notices, outcome)
    if signed:
        order = {one.stem: i for i, one in enumerate(notices)}
        every = (*signed, *_unsigned(notices, outcome))
        return tuple(sorted(every, key=lambda one: order[one.stem]))
    return tuple(_results(notices, outcome, price)) or tuple(_grants(notices, price))


def _signed(notices: Sequence[Filed], outcome: Outcome) -> tuple[Deal, ...]:
    found = {
        one.filed.stem: Deal(
            one.filed.stem,
            one.what,
            one.amount,
            one.known,
            one.by,
            lots=shown(outcome.lots.of(one.filed)),
            over=one.over,
        )
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


def _unsigned(notices: Sequence[Filed], outcome: Outcome) -> Iterator[Deal]:
    """What was awarded without a contract on file: notice by notice, of its lots all together."""
    by_stem: dict[str, list[Result]] = defaultdict(list)
    for one in unsigned(notices, outcome):
        by_stem[one.filed.stem].append(one)
    for stem, some in by_stem.items():
        # What a correction may have changed, nobody knows of which lot, is no sum.
        sums = [None if outcome.doubts(one) else lot_sum(outcome.lots, one) for one in some]
        exact = [one for one in sums if one is not None]
        total = sum(exact, Decimal(0)) if len(exact) == len(sums) else None
        lots = shown(one.lot for one in some)
        whom = {name for one in some for name in _whom(one, outcome)}
        known = known_of(some[0].filed)
        yield Deal(stem, UNSIGNED, total, known, stem, lots=lots, whom=tuple(sorted(whom)))


def _whom(result: Result, outcome: Outcome) -> Iterator[str]:
    """Whom it chooses, by id or as printed; nobody where the notice is of no lot."""
    found = (winners(outcome.lots, one, result.lot) for one in result.chain())
    some = next(filter(None, found), []) if result.lot != WHOLE else []
    yield from (name for one in some if (name := one.party or one.printed))


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
