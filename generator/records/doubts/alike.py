"""Prices of one unit in one table: where all others lie close together, none is five times off."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.records.doubts.doubt import Doubt, place
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import YUAN_PER_UNIT, number
from generator.records.source import Path
from generator.records.walk import given

CONCERNS = frozenset({"items"})
# Two prices that agree by chance do not say what is usual.
_OTHERS = 3
_CLOSE, _FAR = Decimal(2), Decimal(5)


def doubts(seen: Sight) -> Iterator[Doubt]:
    """The price of a standard that stands apart from its neighbours of the same unit."""
    if seen.record.kind != "standard":
        return
    by_unit: dict[str, list[tuple[Path, Decimal]]] = defaultdict(list)
    for i, one in enumerate(given(seen.record, "items", ())):
        price = one.unit_price
        if price and price.unit_price and price.per:
            worth = price.unit_price * YUAN_PER_UNIT[price.unit or "元"]
            by_unit[price.per].append((("items", i, "unit_price"), worth))
    for rows in by_unit.values():
        for path, worth in rows:
            if _is_apart(worth, [other for at, other in rows if at != path]):
                told = f"{place(seen.record, path)}写的是 {number(worth)} 元，同一单位的其他各项都与它相差 5 倍以上；请照原文核对"
                yield Doubt("MG-5", path, told)


def _is_apart(worth: Decimal, others: list[Decimal]) -> bool:
    if len(others) < _OTHERS or max(others) > min(others) * _CLOSE:
        return False
    return worth * _FAR < min(others) or worth > max(others) * _FAR
