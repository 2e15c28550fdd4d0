"""What is still to be paid after an acceptance, and what is to be paid in each year, against the contract."""

from collections.abc import Iterator
from decimal import Decimal

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight, figure, yuan
from generator.records.model.amounts import number
from generator.records.walk import given

Told = tuple[Sight, Doubt]

_LAST = "final_payment"
_YEARS = "budget_by_year"
_PLANS = ("intention", "tender", "document", "award", "project", "consultation")


def doubts(chain: Chain) -> Iterator[Told]:
    """Last payments above what remains, and years that come to another sum than the contract."""
    for seen in chain.by_kind["acceptance"]:
        yield from _rest(chain, seen)
    for kind in ("award", "contract"):
        for seen in chain.by_kind[kind]:
            if seen.record.budget_by_year and seen.record.budget is None:
                yield from _years(chain, seen)


def _rest(chain: Chain, seen: Sight) -> Iterator[Told]:
    record = seen.record
    last, whole = figure(record.final_payment), _whole(chain, seen)
    if last is None or whole is None:
        return
    paid = yuan(record.paid_amount) or Decimal(0)
    if last.yuan > whole - paid + last.half + 1:
        told = (
            f"{label(record, _LAST)} {number(last.yuan)} 元，结算或者合同是 {number(whole)} 元，"
            f"已经付了 {number(paid)} 元，只剩 {number(max(Decimal(0), whole - paid))} 元；请照原文核对"
        )
        yield seen, Doubt("MG-8", (_LAST,), told, ((seen.stem, ("paid_amount",)),))


def _whole(chain: Chain, seen: Sight) -> Decimal | None:
    """The most that may be paid: as settled, else by the contract named, else by all on file, with what changes add."""
    record = seen.record
    if record.settled_amount is not None:
        return yuan(record.settled_amount)
    named = record.contract.amount if record.contract else None
    on_file = [one.record.amount for one in chain.of(seen, "contract")]
    sums = [yuan(one) for one in ([named] if named else on_file)]
    known = [one for one in sums if one is not None]
    if not known or len(known) < len(sums):
        return None
    return sum(known, Decimal(0)) + sum(map(_added, chain.of(seen, "contract-change")), Decimal(0))


def _added(change: Sight) -> Decimal:
    """What a change adds to its contract; the new sum alone may all be new."""
    return yuan(change.record.supplement_amount) or yuan(change.record.amount) or Decimal(0)


def _years(chain: Chain, seen: Sight) -> Iterator[Told]:
    """Of a price without a budget the years are its own, unless they come to a budget told before."""
    price = figure(given(seen.record, "amount"))
    rows = [figure(one.amount) for one in seen.record.budget_by_year]
    known = [one for one in rows if one is not None]
    if price is None or len(known) < len(rows) or len(known) < 2 or not seen.is_whole:
        return
    total = sum((one.yuan for one in known), Decimal(0))
    slack = sum((one.half for one in known), Decimal(0)) + 1
    if abs(total - price.yuan) <= slack + price.half or total in _budgets(chain):
        return
    told = f"{label(seen.record, _YEARS)}各项合计 {number(total)} 元，{label(seen.record, 'amount')}是 {number(price.yuan)} 元；请照原文核对"
    yield seen, Doubt("MG-7", (_YEARS,), told, ((seen.stem, ("amount",)),))


def _budgets(chain: Chain) -> set[Decimal | None]:
    """The budgets and ceilings that the purchase had before."""
    plans = [one.record for kind in _PLANS for one in chain.by_kind[kind]]
    return {yuan(given(one, key)) for one in plans for key in ("budget", "ceiling")}
