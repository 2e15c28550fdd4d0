"""The exact sums of a notice that others are compared with: plans, prices, prices of one unit."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.records.doubts.chain import Rung
from generator.records.doubts.sight import Sight, figure
from generator.records.model.amounts import YUAN_PER_UNIT, Money
from generator.records.source import Path
from generator.records.walk import given


def plans(seen: Sight, key: str) -> Iterator[Rung]:
    """The budgets or ceilings of a notice: of the whole, and of each lot."""
    yield from _rung(seen, (key,), given(seen.record, key, None))
    for i, row in enumerate(seen.record.lots):
        yield from _rung(seen, ("lots", i, key), given(row, key), _named(row))


def prices(seen: Sight) -> Iterator[Rung]:
    """The sums that a result or a contract settles: of the whole, of each lot and each winner."""
    record = seen.record
    lots = _all_lots(record)
    if len(lots) < 2:
        yield from _rung(seen, ("amount",), given(record, "amount"), next(iter(lots), frozenset()))
    for i, row in enumerate(record.lots):
        yield from _rung(seen, ("lots", i, "amount"), row.amount, _named(row))
    whos = record.suppliers if record.kind == "single-source" else given(record, "winners", ())
    key = "suppliers" if record.kind == "single-source" else "winners"
    for i, one in enumerate(whos):
        if not one.withdrawn and len(one.lots) < 2:
            path: Path = (key, i, "amount")
            yield from _rung(seen, path, one.amount, frozenset(one.lots), _party(one))


def parties(seen: Sight) -> set[str]:
    """The suppliers of a contract, by id or name."""
    return {_party(one) for one in seen.record.suppliers} - {""}


def is_by_unit(seen: Sight) -> bool:
    """Whether its sums are prices of one unit, or follow what will be done."""
    record = seen.record
    return record.pricing in record.by_unit or record.bid is not None


def unit_prices(seen: Sight) -> Iterator[Rung]:
    """The prices of one unit that a notice sets, asks for or is offered; limits among them."""
    record = seen.record
    rows = [
        *(
            (("lots", i, "unit_price"), one.unit_price, _named(one), "")
            for i, one in enumerate(record.lots)
        ),
        (("ceiling",), record.ceiling, frozenset[str](), ""),
        *(
            (("lots", i, "ceiling"), one.ceiling, _named(one), "")
            for i, one in enumerate(record.lots)
        ),
        *(
            (("unit_prices", i, "amount"), one.amount, frozenset[str](), "")
            for i, one in enumerate(record.unit_prices)
        ),
        *(
            ((key, i, "amount"), one.amount, frozenset(one.lots), _party(one))
            for key in ("winners", "bidders")
            for i, one in enumerate(given(record, key, ()))
        ),
    ]
    for path, money, lots, party in rows:
        price = money and (
            money.unit_price or (path[-1] == "unit_price" and (money.value or money.at_most))
        )
        if money and path[0] == "unit_prices":
            price = money.unit_price or money.value
        if money and price:
            worth = price * YUAN_PER_UNIT[money.unit or "元"]
            yield Rung(seen, path, worth, Decimal(0), lots, party, money.per or "")


def _rung(
    seen: Sight,
    path: Path,
    money: Money | None,
    lots: frozenset[str] = frozenset(),
    party: str = "",
) -> Iterator[Rung]:
    if found := figure(money):
        yield Rung(seen, path, found.yuan, found.half, lots, party)


def _named(row: Any) -> frozenset[str]:
    return frozenset(one for one in (row.id, row.number, row.name) if one)


def _all_lots(record: Any) -> set[frozenset[str]]:
    # A result may list no lot but the one that failed.
    named = {_named(row) for row in record.lots if not given(row, "failed")}
    whos: Iterable[Any] = (*record.suppliers, *given(record, "winners", ()))
    return named or {frozenset((lot,)) for one in whos for lot in one.lots}


def _party(one: Any) -> str:
    return str(one.party or one.printed or "")
