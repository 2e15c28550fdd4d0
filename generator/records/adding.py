"""What all whom one notice chooses get together: added only where their sums are alike and all there."""

from collections.abc import Sequence
from decimal import Decimal

from generator.records.model.amounts import Money, Quantity
from generator.records.model.parties import Supplier
from generator.records.outcome import Outcome, is_chosen
from generator.records.reading import Filed
from generator.records.walk import given

# Prices of one unit, or a percent: two of them make no sum.
_BY_UNIT = frozenset({"unit-price", "discount"})
_GIFT = "grant"


def total(filed: Filed, outcome: Outcome) -> tuple[Decimal, int] | None:
    """All of them together, and how many; None where they may not be alike, or may not be all.

    The sum that a notice states itself is told as its own. Of one lot several may be chosen,
    each for the whole of it; of an excerpt nobody knows who else was.
    """
    rows = standing(filed, outcome)
    stated = [money.yuan for one in rows if (money := own(filed, one, outcome)) and not money.per]
    exact = [one for one in stated if one is not None]
    alike = _is_plain(filed) and _are_apart(filed, rows, outcome) and _are_all(filed, rows)
    if len(rows) < 2 or len(exact) < len(rows) or not alike:
        return None
    return sum(exact, Decimal(0)), len(rows)


def chosen(filed: Filed) -> list[Supplier]:
    """The rows of those chosen, whether they stand or not."""
    return [one for one in given(filed.record, "winners", ()) if is_chosen(one)]


def standing(filed: Filed, outcome: Outcome) -> Sequence[Supplier]:
    """Those of them whom nothing later undid."""
    return chosen(filed) if filed.record.kind == _GIFT else outcome.standing(filed)


def own(filed: Filed, one: Supplier, outcome: Outcome) -> Money | None:
    """What one is to get: beside its name, else in the row of a lot that is its alone."""
    if one.amount or len(one.lots) != 1:
        return one.amount
    lot = outcome.lots.called(one.lots[0])
    shared = [each for each in chosen(filed) if outcome.lots.has(each.lots, lot)]
    rows = [row for _, row in outcome.lots.rows(filed, lot) if row.amount]
    return rows[0].amount if len(rows) == len(shared) == 1 else None


def _is_plain(filed: Filed) -> bool:
    """Whether its sums are prices of services, which add up to what all of them cost."""
    record = filed.record
    by_unit = given(record, "pricing") in _BY_UNIT or record.method == "framework"
    return given(record, "amount") is None and not by_unit


def _are_apart(filed: Filed, rows: Sequence[Supplier], outcome: Outcome) -> bool:
    """Whether each gets its sum for something else: another lot, another project of its own."""
    if all(one.lots for one in rows):
        named = [outcome.lots.called(lot) for one in rows for lot in one.lots]
        return len(named) == len(set(named))
    if filed.record.kind != _GIFT or any(one.lots for one in rows):
        return False
    whose = [(one.for_, one.party or one.printed) for one in rows]
    return len(whose) == len(set(whose))


def _are_all(filed: Filed, rows: Sequence[Supplier]) -> bool:
    """Whether the list is whole: each row is one, and no more are said to be chosen."""
    if any(one.count is not None for one in rows):
        return False
    stated = given(filed.record, "winners_count")
    stated = stated.value if isinstance(stated, Quantity) else stated
    if stated is not None:
        return stated in {len(rows), len({one.party or one.printed or id(one) for one in rows})}
    return bool(filed.record.source.extent == "full")
