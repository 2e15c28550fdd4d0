"""What was paid and spent against the contract: too much, too little, or another instalment."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, mistyped
from generator.records.doubts.sight import Figure, Sight, figure, yuan
from generator.records.doubts.totals import portion
from generator.records.model.amounts import number
from generator.records.walk import given

Told = tuple[Sight, Doubt]

# A last payment may be small; a thousandth of the contract is a lost 万.
_LEAST = Decimal("0.0015")
_UNPAID = re.compile("[不未][予再]?支付|不予|暂缓|缓付|扣[减除完]|抵扣|冲抵|零支付")
_FRACTION = Decimal("0.2")
# A contract is changed a few times.
_FIRST = 6
_SLACK = Decimal("1.02")


def doubts(chain: Chain) -> Iterator[Told]:
    """The payments and reports of a project that do not fit its contracts."""
    yield from _overpaid(chain)
    for seen in chain.by_kind["payment"]:
        yield from _payment(chain, seen)
    for kind, key in (("report", "spent"), ("consequence", "withheld")):
        for seen in chain.by_kind[kind]:
            yield from _more(chain, seen, key)


def _overpaid(chain: Chain) -> Iterator[Told]:
    """More paid than all contracts and their changes come to."""
    payments, contracts = chain.by_kind["payment"], chain.by_kind["contract"]
    due = [yuan(one.record.amount) for one in contracts]
    added = [yuan(one.record.supplement_amount) for one in chain.by_kind["contract-change"]]
    if not due or None in due:
        return
    most = sum(filter(None, (*due, *added)), Decimal(0))
    paid = Decimal(0)
    for seen in payments:
        amount = yuan(seen.record.amount)
        if amount is None:
            return
        paid += amount
        if paid > most:
            told = (
                f"到这一笔为止共支付 {number(paid)} 元，合同（含补充）共 {number(most)} 元；请核对"
            )
            yield seen, Doubt("MG-8", ("amount",), told)
            return


def _payment(chain: Chain, seen: Sight) -> Iterator[Told]:
    paid = figure(seen.record.amount)
    bases = list(_bases(chain, seen))
    if paid is None or not bases or (not paid.yuan and _says_nothing_is_paid(seen.record)):
        return
    share = seen.record.share
    plan = list(_instalments(chain, seen))
    right = [portion(share, one) for one in bases] if share is not None else plan
    yield from _named(seen, [one for one, _ in plan])
    yield from _paid_again(chain, seen, paid.yuan)
    odd = _odd_share(paid.yuan, share, bases) if share is not None else ""
    if share is not None and (odd := odd or _other_share(chain, seen, share)):
        yield seen, Doubt("MG-5", ("share",), odd, ((seen.stem, ("amount",)),))
        return
    if any(abs(one - paid.yuan) <= slack + paid.half for one, slack in (*right, *plan)):
        return
    expected = [one for one, _ in right]
    why = _odd(
        paid.yuan, expected if share is not None else [*expected, *_due(chain, seen)], share, bases
    )
    if why:
        yield seen, Doubt("MG-5", ("amount",), f"支付 {number(paid.yuan)} 元，{why}；请照原文核对")


def _says_nothing_is_paid(record: Any) -> bool:
    """Whether the words say why nothing is paid this time."""
    words = (record.milestone, record.note, *(one.value for one in record.other))
    return any(_UNPAID.search(str(one)) for one in words if one)


def _paid_again(chain: Chain, seen: Sight, paid: Decimal) -> Iterator[Told]:
    """An instalment that was paid before, while another one is still due."""
    contracts = _contracts(chain, seen)
    plan = (
        [yuan(one.amount) for one in contracts[0].record.payment_plan]
        if len(contracts) == 1
        else []
    )
    before = [
        yuan(one.record.amount)
        for one in chain.by_kind["payment"]
        if chain.place[one.stem] < chain.place[seen.stem] and _contracts(chain, one) == contracts
    ]
    left = [one for one in plan if one not in before]
    if (
        None not in plan
        and left
        and paid in before
        and plan.count(paid) == before.count(paid)
        and paid not in left
    ):
        told = f"支付 {number(paid)} 元，与已经付过的一期一样，合同约定的 {number(left[0] or Decimal(0))} 元还没有付；请照原文核对"
        yield seen, Doubt("MG-5", ("amount",), told)


def _due(chain: Chain, seen: Sight) -> Iterator[Decimal]:
    """What is left of each sum, once all before this payment is paid."""
    before = [
        one for one in chain.by_kind["payment"] if chain.place[one.stem] < chain.place[seen.stem]
    ]
    paid = [yuan(one.record.amount) for one in before]
    if before and None not in paid:
        total = sum(filter(None, paid), Decimal(0))
        yield from (base.yuan - total for base in _bases(chain, seen) if base.yuan > total)


def _named(seen: Sight, plan: list[Decimal]) -> Iterator[Told]:
    """The parts of a payment under their names, against the instalments of the contract."""
    for i, one in enumerate(seen.record.amounts):
        part = yuan(one.amount)
        if part and plan and part not in plan and _looks_like(part, plan):
            told = (
                f"“{one.name[:20]}”写的是 {number(part)} 元，合同约定的一期不是这个数；请照原文核对"
            )
            yield seen, Doubt("MG-5", ("amounts", i, "amount"), told)


def _odd_share(paid: Decimal, share: Decimal, bases: list[Figure]) -> str:
    """Whether the share, not the sum, was mistyped: 4 for 40."""
    for base in bases:
        held = paid * 100 / base.yuan if base.yuan else Decimal(0)
        if held == share:
            return ""
    for base in bases:
        held = paid * 100 / base.yuan if base.yuan else Decimal(0)
        if _looks_like(held.quantize(Decimal("0.01")).normalize(), [share.normalize()]):
            return f"写的是 {number(share)}%，支付的 {number(paid)} 元是合同金额的 {number(round(held, 2))}%；请照原文核对"
    return ""


def _other_share(chain: Chain, seen: Sight, share: Decimal) -> str:
    """What the contract pays is what was paid, and it calls it another share of the whole."""
    paid = yuan(seen.record.amount)
    plan = [one for some in _contracts(chain, seen) for one in some.record.payment_plan]
    named = [one.share for one in plan if paid and yuan(one.amount) == paid]
    held = {paid * 100 / base.yuan for base in _bases(chain, seen) if paid and base.yuan}
    if not named or None in named or share in named or any(abs(share - one) < 1 for one in held):
        return ""
    return (
        f"写的是 {number(share)}%，合同约定这一期是 {number(named[0] or Decimal(0))}%；请照原文核对"
    )


def _odd(paid: Decimal, right: list[Decimal], share: Decimal | None, bases: list[Figure]) -> str:
    if share is not None and right:
        near = min(right, key=lambda one: abs(one - paid))
        if paid > max(right) * _SLACK or _looks_like(paid, right) or paid < min(right) * _FRACTION:
            return f"合同金额的 {number(share)}% 是 {number(near)} 元"
        return ""
    if like := [one for one in right if _looks_like(paid, [one])]:
        return f"合同约定的一期，或还没有付的，是 {number(like[0])} 元"
    most = max(one.yuan for one in bases)
    if paid < most * _LEAST:
        return f"合同金额是 {number(most)} 元"
    return ""


def _looks_like(paid: Decimal, right: list[Decimal]) -> bool:
    return any(is_shifted(paid, one) or is_swapped(paid, one) for one in right)


def _bases(chain: Chain, seen: Sight) -> Iterator[Figure]:
    """The sums that a share may be of: contract, contract after a change, year of a contract."""
    for one in _contracts(chain, seen):
        for key in ("amount", "amount_per_year"):
            if found := figure(given(one.record, key, None)):
                yield found
    for one in (*chain.of(seen, "contract-change"), *chain.by_kind["contract-change"][:_FIRST]):
        yield from _after_change(one.record)
    if not chain.by_kind["contract"]:
        for one in chain.of(seen, "award", "grant"):
            if found := figure(one.record.amount):
                yield found


def _after_change(record: Any) -> Iterator[Figure]:
    new, added = figure(record.amount), figure(record.supplement_amount)
    old = figure(record.original_contract.amount) if record.original_contract else None
    if new:
        yield new
    if added:
        yield added
    if old and added:
        yield Figure(old.yuan + added.yuan, old.half + added.half)


def _contracts(chain: Chain, seen: Sight) -> list[Sight]:
    return chain.of(seen, "contract")


def _instalments(chain: Chain, seen: Sight) -> Iterator[tuple[Decimal, Decimal]]:
    """What the contract says each instalment comes to, and its rounding."""
    bases = list(_bases(chain, seen))
    first = [one for some in _contracts(chain, seen) for one in some.record.payment_plan]
    added = [one for some in chain.of(seen, "contract-change") for one in some.record.payment_plan]
    for one in (*first, *added):
        if found := figure(one.amount):
            yield found.yuan, found.half
            more = (figure(other.amount) for other in added if one in first)
            # What a change adds may be paid with an instalment of the contract.
            yield from ((found.yuan + two.yuan, found.half + two.half) for two in more if two)
        elif one.share is not None:
            yield from (portion(one.share, base) for base in bases)


def _more(chain: Chain, seen: Sight, key: str) -> Iterator[Told]:
    """Spent, or withheld, is not more than half as much again as the contract."""
    spent = yuan(given(seen.record, key, None))
    bases = [one.yuan for one in _bases(chain, seen)]
    if spent and bases and spent > max(bases) * Decimal("1.5"):
        how = mistyped(spent, max(bases)) or "相差太大"
        told = f"写的是 {number(spent)} 元，合同金额 {number(max(bases))} 元，{how}；请照原文核对"
        yield seen, Doubt("MG-5", (key,), told)
