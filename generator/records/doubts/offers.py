"""Offers beside each other, and prices of one unit from their limit to the contract."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.records.doubts.chain import Chain, Rung, Rungs, closest
from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, mistyped, place
from generator.records.doubts.ladder import asked
from generator.records.doubts.rungs import parties, unit_prices
from generator.records.doubts.sight import Sight, figure
from generator.records.model.amounts import number
from generator.records.walk import given

Told = tuple[Sight, Doubt]

# An offer is neither a third of the others nor three times as much.
_FAR = Decimal("0.29")
_LEAST, _MOST = Decimal("0.145"), Decimal("1.2")
# Small firms' prices are lowered by a fifth at most before they are compared.
_BY_PRICE, _CHEAPER = frozenset({"inquiry", "negotiation"}), Decimal("0.75")
# Whoever asks for more than the limit is not chosen, and yet stands in the list.
_REFUSED = Decimal(2)


def doubts(chain: Chain) -> Iterator[Told]:
    """Offers and unit prices of a project that lie too far from where they belong."""
    for seen in (*chain.by_kind["award"], *chain.by_kind["termination"]):
        yield from _offers(seen)
        if seen.record.method in _BY_PRICE:
            yield from _ranked(seen)
    yield from _units(chain)


def _offers(seen: Sight) -> Iterator[Told]:
    """Offers for the same lot lie near each other; a winner's offer is its price."""
    record = seen.record
    rows = [
        (i, one, found) for i, one in enumerate(record.bidders) if (found := figure(one.amount))
    ]
    lots: dict[tuple[str, ...], list[Decimal]] = defaultdict(list)
    for _, one, found in rows:
        lots[one.lots].append(found.yuan)
    for some in lots.values():
        some.sort()
    kept = [one for one in given(record, "winners", ()) if not one.withdrawn]
    won = {(one.party or one.printed, one.lots): figure(one.amount) for one in kept}
    for i, one, found in rows:
        at = ("bidders", i, "amount")
        price = won.get((one.party or one.printed, one.lots))
        middle = _middle(lots[one.lots], found.yuan)
        if price and (mistyped(found.yuan, price.yuan) or is_shifted(found.yuan, price.yuan)):
            told = f"{place(record, at)} {number(found.yuan)} 元，同一家的中选金额 {number(price.yuan)} 元；请照原文核对"
            yield seen, Doubt("MG-5", at, told, ((seen.stem, ("winners",)),))
        elif middle and not _FAR < found.yuan / middle < 1 / _FAR:
            told = f"{place(record, at)} {number(found.yuan)} 元，与其他报价（{number(middle)} 元）相差太大；请照原文核对"
            yield seen, Doubt("MG-5", at, told)


def _ranked(seen: Sight) -> Iterator[Told]:
    """Where the lowest price is chosen, none of a worse rank is far below a better one."""
    rows = [
        (one.rank, i, one.lots, found.yuan)
        for i, one in enumerate(seen.record.bidders)
        if one.rank and (found := figure(one.amount))
    ]
    best: dict[tuple[str, ...], Decimal] = {}
    for rank, i, lots, price in sorted(rows):
        if price < best.get(lots, price) * _CHEAPER:
            at = ("bidders", i, "amount")
            told = f"{place(seen.record, at)} {number(price)} 元，排第 {rank}，比排在前面的低得多；请照原文核对"
            yield seen, Doubt("MG-5", at, told)
        best[lots] = max(price, best.get(lots, price))


def _middle(all_: list[Decimal], own: Decimal) -> Decimal | None:
    """The middle of the others, which are sorted with it."""
    if len(all_) < 2:
        return None
    half = (len(all_) - 1) // 2
    return all_[half + 1] if own <= all_[half] else all_[half]


def _units(chain: Chain) -> Iterator[Told]:
    """Prices of one unit: an offer within its limit, a contract at the price that won."""
    if not any(_has_units(seen) for seen in chain.sights):
        return
    held = [rung for seen in chain.sights for rung in unit_prices(seen)]
    limits = _limits(held)
    won = Rungs(one for one in held if one.path[0] == "winners")
    asked_for = _asked_for(held)
    for rung in held:
        key = rung.path[0]
        if key in {"winners", "bidders"}:
            own = limits.get(rung.seen.record.procedure) or limits[None]
            bounding = [own[per] for per in sorted({"", rung.per}) if per in own]
            yield from _unit(rung, bounding, most=_MOST if key == "winners" else _REFUSED)
        if key == "bidders":
            yield from _unit(rung, [won.of(rung.party)])
        if key == "unit_prices":
            if rung.seen.record.kind != "tender" and rung.per in asked_for:
                yield from _unit(rung, [asked_for[rung.per]])
            for party in sorted(parties(rung.seen)):
                yield from _unit(rung, [won.of(party).anywhere()])


def _limits(held: list[Rung]) -> dict[int | None, dict[str, Rungs]]:
    """The highest prices of one unit, by round and by what they are of; under None those of all rounds.

    Those that do not say what they are of are of all units. The next round has limits of its own.
    """
    by_unit: dict[int | None, dict[str, list[Rung]]] = defaultdict(lambda: defaultdict(list))
    for one in held:
        if one.path[0] in {"lots", "ceiling"}:
            per = one.per if one.path[-1] == "ceiling" else ""
            for round_ in {None, one.seen.record.procedure}:
                by_unit[round_][per].append(one)
    by_unit.setdefault(None, {})
    return {
        round_: {per: Rungs(some) for per, some in units.items()}
        for round_, units in by_unit.items()
    }


def _asked_for(held: list[Rung]) -> dict[str, Rungs]:
    """The one price of a unit that a tender names, for whoever comes after it."""
    rows: dict[str, list[Rung]] = defaultdict(list)
    for one in held:
        if one.path[0] == "unit_prices" and one.seen.record.kind == "tender":
            rows[one.per].append(one)
    return {per: Rungs(some) for per, some in rows.items() if len(some) == 1}


def _has_units(seen: Sight) -> bool:
    stated = seen.record.model_fields_set
    return "unit_prices" in stated or any(money.unit_price is not None for _, money in seen.sums)


def _unit(rung: Rung, others: list[Rungs], most: Decimal | None = None) -> Iterator[Told]:
    """A price and one like it, or the limit of which it may be so many times at most."""
    near = closest(rung, others)
    if near is None or near.yuan == rung.yuan:
        return
    # Above a limit is a departure; far below it, or like the other with digits changed, is a slip.
    slip = is_shifted(rung.yuan, near.yuan) or (most is None and is_swapped(rung.yuan, near.yuan))
    if slip or not _LEAST < rung.yuan / near.yuan < (most or 1 / _LEAST):
        yield asked(rung, near)
