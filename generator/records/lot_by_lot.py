"""What came of each lot of a purchase: a contract, only a result, nobody chosen; never a guess.

Where one contract does not say of which lots it is, nothing is told lot by lot.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.records.model.parties import Supplier
from generator.records.outcome import Outcome, Result, is_chosen, lot_sum, winners
from generator.records.price import Latest, latest_sums
from generator.records.reading import Filed
from generator.records.running import frames


class Lot(NamedTuple):
    """One lot by its name; `how` is `contract`, `award`, `failed` or `ended`.

    `filed` is the notice that says so, `amount` the exact sum of this lot alone, as last changed
    by the notice `by`.
    """

    id: str
    name: str
    how: str
    filed: Filed
    suppliers: tuple[Supplier, ...] = ()
    amount: Decimal | None = None
    by: str = ""


def of(notices: Sequence[Filed], outcome: Outcome) -> tuple[Lot, ...]:
    """Every lot of which anything is known, in the order of the notices; nothing of a lot alone."""
    lots = dict.fromkeys(lot for one in notices for lot in _in_order(one, outcome))
    contracts = _contracts(notices, outcome)
    rounds = {one.record.procedure for one in notices} - {None}
    # In another round the same number may be another lot.
    if len(lots) < 2 or len(rounds) > 1 or contracts is None:
        return ()
    results = {one.lot: one for one in outcome.results if one.stands}
    held = _Held(names(notices, outcome), contracts, results, _given_up(notices, outcome))
    return tuple(one for lot in lots if (one := _lot(lot, held, outcome)))


def names(notices: Sequence[Filed], outcome: Outcome) -> Mapping[str, str]:
    """What each lot is called by the first notice that has a name for it."""
    rows = (row for one in reversed(notices) for row in reversed(one.record.lots) if row.name)
    return {outcome.lots.called(row.id or row.number or row.name): row.name for row in rows}


def _in_order(filed: Filed, outcome: Outcome) -> list[str]:
    """The lots that a notice lists, as it lists them, then those it names elsewhere."""
    own = outcome.lots.of(filed)
    listed = (
        outcome.lots.called(row.id or row.number or row.name or "") for row in filed.record.lots
    )
    return [*(one for one in dict.fromkeys(listed) if one in own), *sorted(own)]


def _contracts(notices: Sequence[Filed], outcome: Outcome) -> dict[str, Latest] | None:
    """The last contract of each lot; None where one names no lot, or an order lies below another."""
    held = list(latest_sums(notices, outcome))
    signed = [one for one in notices if one.record.kind == "contract"]
    framed = frames(notices) or any(map(outcome.is_framework, notices))
    if framed or len(held) < len(signed) or not all(map(outcome.lots.of, signed)):
        return None
    found: dict[str, Latest] = {}
    for one in held:
        for lot in outcome.lots.of(one.filed):
            # Of several contracts, as of several years, none has the sum of the lot.
            found[lot] = one._replace(amount=None) if lot in found else one
    return found


def _given_up(notices: Sequence[Filed], outcome: Outcome) -> dict[str, tuple[str, Filed]]:
    """The lots that were left to nobody, each with how and by which notice last."""
    found: dict[str, tuple[str, Filed]] = {}
    for one in notices:
        how = "ended" if one.record.kind == "termination" else "failed"
        found |= dict.fromkeys(outcome.lots.given_up([one]), (how, one))
    return found


class _Held(NamedTuple):
    """What is known of all lots, by lot."""

    names: Mapping[str, str]
    contracts: Mapping[str, Latest]
    results: Mapping[str, Result]
    given_up: Mapping[str, tuple[str, Filed]]


def _lot(id: str, held: _Held, outcome: Outcome) -> Lot | None:
    """By the furthest that is known of it: what was signed, what was chosen, that nobody was."""
    name = held.names.get(id, "")
    if id in held.contracts:
        return _signed(id, name, held.contracts[id], outcome)
    if id in held.results:
        return _chosen(id, name, held.results[id], outcome)
    if id in held.given_up:
        return Lot(id, name, *held.given_up[id])
    return None


def _signed(id: str, name: str, one: Latest, outcome: Outcome) -> Lot:
    alone = len(outcome.lots.of(one.filed)) == 1 and not one.known
    who = tuple(who for who in one.filed.record.suppliers if not who.withdrawn)
    return Lot(id, name, "contract", one.filed, who, one.amount if alone else None, one.by)


def _chosen(id: str, name: str, result: Result, outcome: Outcome) -> Lot | None:
    rows = (winners(outcome.lots, one, id) for one in result.chain())
    who = tuple(one for one in next((some for some in rows if some), ()) if is_chosen(one))
    if not who:
        return None
    sure = result.filed.is_sound and not outcome.doubts(result)
    amount = lot_sum(outcome.lots, result) if sure else None
    return Lot(id, name, "award", result.filed, who, amount, result.filed.stem)
