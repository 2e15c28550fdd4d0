"""From plan to price to contract: sums that should lie near each other, and do not."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.records.doubts.chain import (
    PROJECT,
    Chain,
    Rung,
    is_by_unit,
    parties,
    plans,
    prices,
    unit_prices,
)
from generator.records.doubts.doubt import (
    Doubt,
    is_shifted,
    is_swapped,
    mistyped,
    number,
    place,
    step,
)
from generator.records.doubts.sight import Sight, figure

Told = tuple[Sight, Doubt]

_PLANNING = ("intention", "tender", "single-source", "document", "prequalification")
_RESULTS = ("award", "correction", "single-source")
# A fair price is neither a seventh of its plan nor a fifth more.
_LEAST, _MOST = Decimal("0.145"), Decimal("1.2")
# What a price by unit comes to is no plan's size.
_SMALL = 10_000
# So many contracts of one project are compared with every price that won.
_MANY = 200


def doubts(chain: Chain) -> Iterator[Told]:
    """Sums of one project that are too far apart or look mistyped."""
    yield from _units(chain)
    for seen in chain.sights:
        kind = seen.record.kind
        yield from _inside(seen)
        if kind in _PLANNING or kind in {"award", "contract", "termination"}:
            yield from _plan_again(chain, seen)
        if kind == "award":
            yield from _result(chain, seen)
        elif kind == "single-source":
            own = [one for key in ("ceiling", "budget") for one in plans(seen, key)]
            for rung in prices(seen):
                yield from _within(seen, rung, own, low=not is_by_unit(seen))
        elif kind == "correction":
            yield from _renewed(chain, seen)
        elif kind == "contract":
            yield from _contract(chain, seen)
        elif kind == "contract-change":
            yield from _changed(chain, seen)


def _inside(seen: Sight) -> Iterator[Told]:
    """Ceiling against budget, lot by lot; offers against each other and against the price."""
    budgets = list(plans(seen, "budget"))
    for ceiling in plans(seen, "ceiling"):
        fitting = [one for one in budgets if one.lots == ceiling.lots]
        yield from _within(seen, ceiling, fitting, low=not is_by_unit(seen))
        if (near := _nearest(ceiling, fitting)) and is_swapped(ceiling.yuan, near.yuan):
            yield _asked(ceiling, near)
    if seen.record.kind == "award":
        yield from _offers(seen)
    yield from _capped(seen)


def _capped(seen: Sight) -> Iterator[Told]:
    """The most that is settled, against the sum of the same notice."""
    settlement = seen.record.settlement
    cap = figure(settlement.cap) if settlement else None
    if cap and cap.yuan:
        rung = Rung(seen, ("settlement", "cap"), *cap)
        held = [*prices(seen), *(one for key in ("ceiling", "budget") for one in plans(seen, key))]
        near = _nearest(rung, held)
        if near and mistyped(rung.yuan, near.yuan):
            yield _asked(rung, near)


def _plan_again(chain: Chain, seen: Sight) -> Iterator[Told]:
    """A budget or ceiling that an earlier notice, or the project, states too."""
    for key in ("budget", "ceiling"):
        for rung in plans(seen, key):
            before = [one for one in _before(chain, seen, key) if _is_same_lot(one, rung)]
            if near := _nearest(rung, before):
                yield from _same(rung, near)


def _is_same_lot(one: Rung, other: Rung) -> bool:
    return one.lots == other.lots or bool(one.lots & other.lots)


def _before(chain: Chain, seen: Sight, key: str) -> Iterator[Rung]:
    for one in chain.of(seen, *_PLANNING):
        if chain.place[one.stem] < chain.place[seen.stem]:
            yield from plans(one, key)
    parted = len(chain.by_kind["tender"]) > 1 or len(chain.rounds) > 1 or seen.record.lots
    if chain.project and not parted and seen.record.kind != "award":
        yield from plans(chain.project, key)


def _same(rung: Rung, other: Rung) -> Iterator[Told]:
    """Two statements of one figure: seven times apart, shifted, or with digits swapped."""
    if rung.yuan == other.yuan or not rung.yuan or not other.yuan:
        return
    ratio = max(rung.yuan, other.yuan) / min(rung.yuan, other.yuan)
    if ratio * _LEAST > 1 or is_swapped(rung.yuan, other.yuan):
        yield _asked(rung, other)


def _result(chain: Chain, seen: Sight) -> Iterator[Told]:
    invitations = chain.of(seen, "tender", "single-source", "document", "prequalification")
    planned = [
        one for some in invitations for key in ("ceiling", "budget") for one in plans(some, key)
    ]
    own = [one for key in ("ceiling", "budget") for one in plans(seen, key)]
    if not planned and not own:
        planned = [
            one for some in chain.of(seen, "intention", PROJECT) for one in plans(some, "budget")
        ]
    for rung in prices(seen):
        whole = rung.path == ("amount",) or len(_winners(seen.record)) == 1 or bool(rung.lots)
        unit = is_by_unit(seen) and rung.yuan < _SMALL
        if unit:
            continue
        low = whole and not chain.is_framework
        yield from _within(seen, rung, [*own, *planned], low=low)


def _winners(record: Any) -> list[Any]:
    return [one for one in record.winners if not one.withdrawn]


def _within(seen: Sight, rung: Rung, planned: Iterable[Rung], *, low: bool) -> Iterator[Told]:
    """A price and the plan it must fit: of its lot, or of the whole where there are no lots."""
    fitting = [one for one in planned if _is_same_scope(rung, one)]
    near = _nearest(rung, fitting)
    if near is None or not near.yuan:
        return
    over = rung.yuan > near.yuan * _MOST or (
        rung.yuan > near.yuan and is_swapped(rung.yuan, near.yuan)
    )
    under = low and rung.yuan < near.yuan * _LEAST
    if over or under:
        yield _asked(rung, near)


def _is_same_scope(rung: Rung, plan: Rung) -> bool:
    if rung.lots or plan.lots:
        return bool(rung.lots & plan.lots)
    # A notice with lots states the sum of all; what is priced here may be one of them.
    return not plan.seen.record.lots or bool(rung.seen.record.lots) or rung.seen is plan.seen


def _renewed(chain: Chain, seen: Sight) -> Iterator[Told]:
    """A corrected result against the one it corrects."""
    earlier = [one for some in chain.of(seen, "award") for one in prices(some)]
    for rung in prices(seen):
        if near := _nearest(rung, [one for one in earlier if one.lots == rung.lots]):
            yield from _same(rung, near)


def _contract(chain: Chain, seen: Sight) -> Iterator[Told]:
    if seen.record.parent:
        return
    results = [one for some in chain.of(seen, *_RESULTS) for one in prices(some)]
    low = not (chain.is_framework or is_by_unit(seen))
    for rung in prices(seen):
        fitting = [one for one in results if _is_same_scope(rung, one)]
        own = [one for one in fitting if one.party in parties(seen)]
        near = _nearest(rung, own or fitting)
        if near is None:
            yield from _without_result(chain, seen, rung, low=low)
        elif near.yuan and _is_odd_contract(rung, near, low=low):
            yield _asked(rung, near)


def _is_odd_contract(rung: Rung, near: Rung, *, low: bool) -> bool:
    ratio = rung.yuan / near.yuan
    far = ratio > _MOST or (low and ratio < _LEAST)
    return far or is_swapped(rung.yuan, near.yuan)


def _without_result(chain: Chain, seen: Sight, rung: Rung, *, low: bool) -> Iterator[Told]:
    planned = [
        one
        for some in chain.of(seen, "single-source", "tender", PROJECT)
        for key in ("ceiling", "budget")
        for one in plans(some, key)
    ]
    yield from _within(seen, rung, planned, low=low)


def _changed(chain: Chain, seen: Sight) -> Iterator[Told]:
    """The contract that a change names, and the sums it gives."""
    contracts = [one for some in chain.of(seen, "contract") for one in prices(some)]
    record = seen.record
    original = record.original_contract
    old = figure(original.amount) if original else None
    if old:
        rung = Rung(seen, ("original_contract", "amount"), *old)
        earlier = [
            Rung(some, ("amount",), *found)
            for some in chain.of(seen, "contract-change")
            if (found := figure(some.record.amount))
        ]
        near = _nearest(rung, [*contracts, *earlier])
        if near and (mistyped(rung.yuan, near.yuan) or is_shifted(rung.yuan, near.yuan)):
            yield _asked(rung, near)
        return
    new, added = figure(record.amount), figure(record.supplement_amount)
    for key, found in (("amount", new), ("supplement_amount", added)):
        near = _nearest(Rung(seen, (key,), *found), contracts) if found else None
        if found is None or near is None or not near.yuan:
            continue
        rung = Rung(seen, (key,), *found)
        odd = (
            rung.yuan > near.yuan
            if key == "supplement_amount"
            else bool(mistyped(rung.yuan, near.yuan))
        )
        if odd or rung.yuan > near.yuan * 2:
            yield _asked(rung, near)


def _offers(seen: Sight) -> Iterator[Told]:
    """Offers for the same lot lie near each other; a winner's offer is its price."""
    record = seen.record
    rows = [
        (i, one, found) for i, one in enumerate(record.bidders) if (found := figure(one.amount))
    ]
    won = {(one.party or one.printed, one.lots): figure(one.amount) for one in _winners(record)}
    for i, one, found in rows:
        others = sorted(f.yuan for j, o, f in rows if j != i and o.lots == one.lots)
        middle = others[len(others) // 2] if others else None
        rung = Rung(seen, ("bidders", i, "amount"), *found)
        price = won.get((one.party or one.printed, one.lots))
        if price and (mistyped(found.yuan, price.yuan) or is_shifted(found.yuan, price.yuan)):
            told = f"{place(record, rung.path)} {number(found.yuan)} 元，同一家的中选金额 {number(price.yuan)} 元；请照原文核对"
            yield seen, Doubt("MG-5", rung.path, told, ((seen.stem, ("winners",)),))
        elif middle and not _LEAST * 2 < found.yuan / middle < 1 / (_LEAST * 2):
            told = f"{place(record, rung.path)} {number(found.yuan)} 元，与其他报价（{number(middle)} 元）相差太大；请照原文核对"
            yield seen, Doubt("MG-5", rung.path, told)


def _units(chain: Chain) -> Iterator[Told]:
    """Prices of one unit: an offer within its limit, a contract at the price that won."""
    held = [rung for seen in chain.sights for rung in unit_prices(seen)]
    if len(held) < 2:
        return
    limits = [one for one in held if one.path[0] == "lots"]
    won = [one for one in held if one.path[0] == "winners"]
    for rung in held:
        if rung.path[0] in {"winners", "bidders"}:
            yield from _unit(rung, [one for one in limits if _is_same_lot(one, rung)], over=True)
        if rung.path[0] == "bidders":
            own = [one for one in won if one.party == rung.party and _is_same_lot(one, rung)]
            yield from _unit(rung, own, over=False)
        if rung.path[0] == "unit_prices" and len(chain.by_kind[rung.seen.record.kind]) < _MANY:
            own = [one for one in won if one.party in parties(rung.seen)]
            yield from _unit(rung, own, over=False)


def _unit(rung: Rung, others: list[Rung], *, over: bool) -> Iterator[Told]:
    near = _nearest(rung, others)
    if near is None or near.yuan == rung.yuan:
        return
    # Above a limit is a departure; far below it, or like the other with digits changed, is a slip.
    slip = is_shifted(rung.yuan, near.yuan) or (not over and is_swapped(rung.yuan, near.yuan))
    if slip or not _LEAST < rung.yuan / near.yuan < (_MOST if over else 1 / _LEAST):
        yield _asked(rung, near)


def _nearest(rung: Rung, others: Iterable[Rung]) -> Rung | None:
    """The one that lies nearest to a sum: if any fits, nothing is asked."""
    held = [one for one in others if one.yuan]
    if not held or not rung.yuan:
        return None
    return min(held, key=lambda one: max(one.yuan, rung.yuan) / min(one.yuan, rung.yuan))


def _asked(rung: Rung, other: Rung) -> Told:
    mine, theirs = place(rung.seen.record, rung.path), place(other.seen.record, other.path)
    where = "" if rung.seen is other.seen else f"{other.seen.stem} 的"
    how = mistyped(rung.yuan, other.yuan) or "相差太大"
    remedy = "请核对元和万元" if step(rung.yuan, other.yuan) else "请照原文核对"
    told = f"{mine}是 {number(rung.yuan)} 元，{where}{theirs}是 {number(other.yuan)} 元，{how}；{remedy}"
    return rung.seen, Doubt("MG-5", rung.path, told, (other.place,))
