"""From plan to price to contract: sums that should lie near each other, and do not."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.records.doubts.chain import PROJECT, Chain, Rung, Rungs, apart, closest
from generator.records.doubts.doubt import (
    Doubt,
    is_shifted,
    is_swapped,
    mistyped,
    place,
    step,
)
from generator.records.doubts.rungs import is_by_unit, parties, plans, prices
from generator.records.doubts.sight import Sight, figure
from generator.records.model.amounts import number
from generator.records.walk import telling

Told = tuple[Sight, Doubt]

_INVITING, _PLANNING, _RESULTS = telling("invitation"), telling("plan"), telling("result")
# What is told of a purchase before anybody is invited may say what it is to cost as well.
_FIRST = ("consultation", "preparation")
# A correction says another budget because the first was a slip.
_OTHER = frozenset({PROJECT, "correction"})
# A fair price is neither a seventh of its plan nor a fifth more.
_LEAST, _MOST = Decimal("0.145"), Decimal("1.2")
# What a price by unit comes to is no plan's size.
_SMALL = 10_000
# What makes a purchase be looked at closely, and how many different sums may be held by hand.
_CLOSER = frozenset({"lots", "settlement", "pricing", "bid", "original_contract"})
_FEW = 6


def doubts(chain: Chain) -> Iterator[Told]:
    """Sums of one project that are too far apart or look mistyped."""
    if _is_level(chain):
        return
    for seen in chain.sights:
        kind = seen.record.kind
        yield from _inside(chain, seen)
        if kind not in _OTHER:
            yield from _plan_again(chain, seen)
        if kind == "award":
            yield from _result(chain, seen)
        elif kind == "single-source":
            for rung in prices(seen):
                yield from _within(rung, [_planned(chain, seen)], low=not is_by_unit(seen))
            yield from _added_on(seen)
        elif kind == "correction":
            yield from _renewed(chain, seen)
        elif kind == "contract":
            yield from _contract(chain, seen)
        elif kind == "contract-change":
            yield from _changed(chain, seen)


def _is_level(chain: Chain) -> bool:
    """Whether all sums of a project lie so near each other that nothing can be asked.

    Most purchases: one budget, one price, nothing by lots. It costs a tenth of looking closely.
    """
    held: set[Decimal] = set()
    budgets: set[Decimal] = set()
    ceilings: set[Decimal] = set()
    for seen in chain.sights:
        record = seen.record
        if not _CLOSER.isdisjoint(record.model_fields_set) or record.kind == "contract-change":
            return False
        stated = record.__dict__
        money = [stated.get(key) for key in ("budget", "ceiling", "amount")]
        whos = (*record.suppliers, *stated.get("winners", ()))
        money += [one.amount for one in whos]
        held |= {exact for one in money if one is not None and (exact := one.yuan)}
        if money[0] is not None and (exact := money[0].yuan):
            budgets.add(exact)
        if money[1] is not None and (exact := money[1].yuan):
            ceilings.add(exact)
    if ceilings and budgets and max(ceilings) > min(budgets):
        return False
    if record_sums := sorted(held):
        near = record_sums[-1] <= record_sums[0] * _MOST and len(record_sums) <= _FEW
        pairs = combinations(record_sums, 2)
        return near and not any(is_swapped(one, other) for one, other in pairs)
    return True


def _planned(chain: Chain, seen: Sight) -> Rungs:
    """Ceilings and budgets of a notice together."""
    return chain.index(seen, "planned", lambda one: (*plans(one, "ceiling"), *plans(one, "budget")))


def _of(chain: Chain, seen: Sight, key: str) -> Rungs:
    return chain.index(seen, key, lambda one: plans(one, key))


def _priced(chain: Chain, seen: Sight) -> Rungs:
    return chain.index(seen, "prices", prices)


def _inside(chain: Chain, seen: Sight) -> Iterator[Told]:
    """Ceiling against budget, lot by lot, and the most that is settled."""
    for ceiling in plans(seen, "ceiling"):
        yield from _capped(chain, seen, ceiling)
    settlement = seen.record.settlement
    cap = figure(settlement.cap) if settlement else None
    if cap and cap.yuan:
        rung = Rung(seen, ("settlement", "cap"), *cap)
        near = closest(rung, [_priced(chain, seen), _planned(chain, seen)])
        if near and mistyped(rung.yuan, near.yuan):
            yield asked(rung, near)


def _capped(chain: Chain, seen: Sight, ceiling: Rung) -> Iterator[Told]:
    """A ceiling lies within the budget: its own notice's, else that of the notices beside it."""
    own = _of(chain, seen, "budget")
    budgets = [own] if own else [_of(chain, one, "budget") for one in _beside(chain, seen)]
    # A lot without a budget of its own is bounded by that of all.
    for rung in (ceiling, ceiling._replace(lots=frozenset())):
        near = [one for index in budgets for one in index.nearest(rung)]
        if near:
            break
    else:
        return
    above = [one for one in near if one.yuan + one.half >= ceiling.yuan - ceiling.half]
    if not above:
        yield asked(ceiling, max(near, key=lambda one: one.yuan), "上限高于预算")
    elif own and rung is ceiling:
        other = min(near, key=lambda one: apart(ceiling, one))
        low = not is_by_unit(seen) and ceiling.yuan < other.yuan * _LEAST
        if low or is_swapped(ceiling.yuan, other.yuan):
            yield asked(ceiling, other)


def _beside(chain: Chain, seen: Sight) -> list[Sight]:
    """The other notices that plan the same purchase, and the project where it is only one."""
    found = [one for one in chain.of(seen, *_PLANNING) if one is not seen]
    if chain.project and chain.project is not seen and not _is_parted(chain, seen):
        found.append(chain.project)
    return found


def _plan_again(chain: Chain, seen: Sight) -> Iterator[Told]:
    """A budget or ceiling that an earlier notice, or the project, states too."""
    for key in ("budget", "ceiling"):
        rungs = list(plans(seen, key))
        before = [_of(chain, one, key) for one in _before(chain, seen)] if rungs else []
        for rung in rungs:
            if near := closest(rung, before):
                yield from _same(rung, near)


def _before(chain: Chain, seen: Sight) -> Iterator[Sight]:
    for one in (*chain.of(seen, *_PLANNING), *chain.of(seen, *_FIRST)):
        if chain.place[one.stem] < chain.place[seen.stem]:
            yield one
    if chain.project and not _is_parted(chain, seen) and seen.record.kind != "award":
        yield chain.project


def _is_parted(chain: Chain, seen: Sight) -> bool:
    """Whether the project may state the sum of several purchases."""
    return bool(len(chain.by_kind["tender"]) > 1 or len(chain.rounds) > 1 or seen.record.lots)


def _same(rung: Rung, other: Rung) -> Iterator[Told]:
    """Two statements of one figure: seven times apart, shifted, or with digits swapped."""
    far = rung.yuan != other.yuan and apart(rung, other) * _LEAST > 1
    if far or is_swapped(rung.yuan, other.yuan):
        yield asked(rung, other)


def _added_on(seen: Sight) -> Iterator[Told]:
    """What is added to a contract is a part of it, not more than all of it."""
    original = seen.record.original_contract
    old = figure(original.amount) if original else None
    if not old or not old.yuan or seen.record.ground != "add-on":
        return
    first = Rung(seen, ("original_contract", "amount"), *old)
    for rung in (*prices(seen), *plans(seen, "budget")):
        if rung.yuan > first.yuan:
            yield asked(first, rung, "追加的比原合同还多")
            return


def _result(chain: Chain, seen: Sight) -> Iterator[Told]:
    invitations = chain.of(seen, *_INVITING)
    planned = [_planned(chain, one) for one in (seen, *invitations)]
    if not any(planned):
        planned = [_of(chain, one, "budget") for one in chain.of(seen, "intention", PROJECT)]
    alone = len([one for one in seen.record.winners if not one.withdrawn]) == 1
    for rung in prices(seen):
        if is_by_unit(seen) and rung.yuan < _SMALL:
            continue
        whole = rung.path == ("amount",) or alone or bool(rung.lots)
        yield from _within(rung, planned, low=whole and not chain.is_framework)


def _within(rung: Rung, planned: Sequence[Rungs], *, low: bool) -> Iterator[Told]:
    """A price and the plan it must fit."""
    near = closest(rung, planned)
    if near is None:
        return
    over = rung.yuan > near.yuan * _MOST
    swapped = rung.yuan > near.yuan and is_swapped(rung.yuan, near.yuan)
    if over or swapped or (low and rung.yuan < near.yuan * _LEAST):
        yield asked(rung, near)


def _renewed(chain: Chain, seen: Sight) -> Iterator[Told]:
    """A corrected result against the one it corrects."""
    earlier = [_priced(chain, one) for one in chain.of(seen, "award")]
    for rung in prices(seen):
        if near := closest(rung, earlier):
            yield from _same(rung, near)


def _contract(chain: Chain, seen: Sight) -> Iterator[Told]:
    if seen.record.parent:
        return
    results = [_priced(chain, one) for one in chain.of(seen, *_RESULTS)]
    own = [index.of(party) for index in results for party in sorted(parties(seen))]
    low = not (chain.is_framework or is_by_unit(seen))
    for rung in prices(seen):
        near = closest(rung, own) or closest(rung, results)
        if near and _is_odd_contract(rung, near, low=low):
            yield asked(rung, near)
        elif near is None:
            planned = chain.of(seen, "single-source", "tender", PROJECT)
            yield from _within(rung, [_planned(chain, one) for one in planned], low=low)


def _is_odd_contract(rung: Rung, near: Rung, *, low: bool) -> bool:
    ratio = rung.yuan / near.yuan
    far = ratio > _MOST or (low and ratio < _LEAST)
    return far or is_swapped(rung.yuan, near.yuan)


def _changed(chain: Chain, seen: Sight) -> Iterator[Told]:
    """The contract that a change names, and the sums it gives."""
    contracts = [_priced(chain, one) for one in chain.of(seen, "contract")]
    record = seen.record
    original = record.original_contract
    old = figure(original.amount) if original else None
    if old:
        rung = Rung(seen, ("original_contract", "amount"), *old)
        earlier = [_priced(chain, one) for one in chain.of(seen, "contract-change")]
        near = closest(rung, [*contracts, *earlier])
        if near and (mistyped(rung.yuan, near.yuan) or is_shifted(rung.yuan, near.yuan)):
            yield asked(rung, near)
        return
    new, added = figure(record.amount), figure(record.supplement_amount)
    for key, found in (("amount", new), ("supplement_amount", added)):
        stated = Rung(seen, (key,), *found) if found else None
        near = closest(stated, contracts) if stated else None
        if stated is None or near is None:
            continue
        rung = stated
        odd = (
            rung.yuan > near.yuan
            if key == "supplement_amount"
            else bool(mistyped(rung.yuan, near.yuan))
        )
        if odd or rung.yuan > near.yuan * 2:
            yield asked(rung, near)


def asked(rung: Rung, other: Rung, why: str = "相差太大") -> Told:
    """Two sums that cannot both be right, in words; `why`, if neither looks mistyped."""
    mine, theirs = place(rung.seen.record, rung.path), place(other.seen.record, other.path)
    where = "" if rung.seen is other.seen else f"{other.seen.stem} 的"
    how = mistyped(rung.yuan, other.yuan) or why
    remedy = "请核对元和万元" if step(rung.yuan, other.yuan) else "请照原文核对"
    told = f"{mine}是 {number(rung.yuan)} 元，{where}{theirs}是 {number(other.yuan)} 元，{how}；{remedy}"
    return rung.seen, Doubt("MG-5", rung.path, told, (other.place,))
