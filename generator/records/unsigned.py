"""Which results stand without a contract on file, while others of the purchase have theirs.

Where it is not sure that a contract is of another lot, round or supplier, it may be the one: nothing is said then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.records.lots import Lots
from generator.records.model.parties import Supplier
from generator.records.outcome import WHOLE, Outcome, Result, winners
from generator.records.reading import Filed

# What such a result is called wherever its sum stands: never among contracts.
UNSIGNED = "中选（合同未收录）"
_STATED = frozenset({None, "stated"})
# Under what a contract is kept that names no lot.
_ANY = "\0any"


def unsigned(notices: Sequence[Filed], outcome: Outcome) -> list[Result]:
    """The results that stand and that no contract on file is of; none without any contract."""
    contracts = [one for one in notices if one.record.kind == "contract"]
    if not contracts or len(outcome.results) < 2:
        return []
    found = [one for one in outcome.results if one.stands and _names_somebody(outcome, one)]
    meant = {filed.stem for one in found for filed in one.chain()}
    signed = [_signed(one, outcome, meant) for one in contracts]
    # A contract that names lots is asked of these alone, so that many of each cost no more.
    by_lot: dict[str, list[_Signed]] = defaultdict(list)
    for one in signed:
        for lot in one.lots or {_ANY}:
            by_lot[lot].append(one)
    return [
        one
        for one in found
        if not outcome.is_framework(one.filed)
        and not any(
            _may_be_of(each, one, outcome)
            for each in (signed if one.lot == WHOLE else (*by_lot[one.lot], *by_lot[_ANY]))
        )
    ]


class _Signed(NamedTuple):
    """What a contract says of the result it rests on: results by stem, round, lots, who signed."""

    named: frozenset[str]
    round: int | None
    lots: frozenset[str]
    suppliers: tuple[Supplier, ...]


def _signed(contract: Filed, outcome: Outcome, meant: set[str]) -> _Signed:
    named = frozenset(stem for stem in contract.record.refers if stem in meant)
    number, lots = outcome.rounds.of(contract), outcome.lots.of(contract)
    return _Signed(named, number, lots, tuple(contract.record.suppliers))


def _names_somebody(outcome: Outcome, result: Result) -> bool:
    return bool(_chosen(outcome.lots, result))


def _may_be_of(contract: _Signed, result: Result, outcome: Outcome) -> bool:
    """Whether a contract may rest on a result: nothing in it leads to another one."""
    if contract.named and not any(one.stem in contract.named for one in result.chain()):
        return False
    if contract.round is not None and result.rounds and contract.round not in result.rounds:
        return False
    if result.lot == WHOLE:
        return True
    if contract.lots:
        return result.lot in contract.lots
    return _may_share(contract.suppliers, _chosen(outcome.lots, result))


def _chosen(lots: Lots, result: Result) -> list[Supplier]:
    said = (winners(lots, one, result.lot) for one in result.chain())
    return next(filter(None, said), [])


def _may_share(some: Iterable[Supplier], others: Iterable[Supplier]) -> bool:
    """Whether one may be among both: a printed name may be the same body as one with an id."""
    here, there = list(_names(some)), list(_names(others))
    known = [*here, *there]
    alike = all(id for id, _ in known) or all(printed and not id for id, printed in known)
    return not here or not there or not alike or bool({*here} & {*there})


def _names(some: Iterable[Supplier]) -> Iterator[tuple[str | None, str | None]]:
    for one in some:
        if not one.withdrawn:
            yield one.party, None if one.party else one.printed if not one.masked else None


def known_of(filed: Filed) -> str | None:
    """How the sums of a result are known where no original states all of them."""
    if filed.is_sound:
        return None
    if filed.record.source.tier != "original":
        return str(filed.record.source.tier)
    sums = (one.basis for path, one in filed.annotations.items() if "amount" in path)
    return next((basis for basis in sums if basis not in _STATED), None)


def shown(names: Iterable[str]) -> tuple[str, ...]:
    """The lots that bear a name of their own, in order."""
    return tuple(sorted(name for name in {*names} if name != WHOLE and not name.startswith("#")))
