"""What a purchase costs by the latest that stands: of one contract, one result, or of several alike.

Sums are added where they are of one kind and of different orders or lots; what may
hold another inside of it, or may have been changed, is left unsaid.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from generator.records import adding
from generator.records.contracts import Contracts
from generator.records.model.amounts import Money
from generator.records.outcome import Outcome, only_winner
from generator.records.reading import Filed
from generator.records.running import frames
from generator.records.source import Path
from generator.records.walk import given

_STATED = frozenset({None, "stated"})


@dataclass(frozen=True, slots=True)
class Price:
    """What it costs; `count` contracts or results when they are added up.

    `stems` are the notices it is read from, the latest last, and `chains` all that each of these
    sums rests on; `before` is what the sum was until one of them changed it; `known` says how it
    is known where no original states it; `lots` are those it is of, where others have a result too.
    """

    what: str
    amount: Decimal
    count: int = 1
    stems: tuple[str, ...] = ()
    before: Decimal | None = None
    known: str | None = None
    chains: tuple[tuple[str, ...], ...] = ()
    lots: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """What it is of: 变更后合同（分包 1）, where other lots have a result that is not in it."""
        return f"{self.what}（分包 {'、'.join(self.lots)}）" if self.lots else self.what


@dataclass(frozen=True, slots=True)
class _Sum:
    """One sum with the notice and the place that state it."""

    amount: Decimal
    filed: Filed
    path: Path
    before: Decimal | None = None
    added: bool = False
    chain: tuple[str, ...] = ()
    # How the sum that this one is added to is known, or what this one is added up from.
    added_to: str | None = None
    # Whether it is what all whom one notice chooses get, added by us.
    ours: bool = False
    # The notices whose sums it takes the place of.
    over: tuple[str, ...] = ()

    @property
    def known(self) -> str | None:
        """How it is known: `inferred`, `reprint` or `secondary`; None as an original states it."""
        basis = self.filed.annotation(*self.path).basis
        tier = self.filed.record.source.tier
        own = basis if basis not in _STATED else None if tier == "original" else str(tier)
        return own or self.added_to


class Latest(NamedTuple):
    """A contract with its exact sum as last changed, if that is known; what it is; how it is known.

    `by` is the stem of the notice that states the sum, or changes it; `over` those whose sums
    another has taken the place of.
    """

    filed: Filed
    amount: Decimal | None
    what: str
    known: str | None
    by: str
    over: tuple[str, ...] = ()


def price_of(notices: Sequence[Filed], outcome: Outcome) -> Price | None:
    """The price of a purchase from the notices that stand, earliest first."""
    if any(filed.record.kind == "contract" for filed in notices):
        return _of_contracts(notices, outcome)
    if any(one.record.method == "framework" for one in notices if one.record.kind == "award"):
        return None
    return _of_results(notices, outcome) or _of_grant(notices)


def latest_sums(notices: Sequence[Filed], outcome: Outcome) -> Iterator[Latest]:
    """Each contract with its exact sum as last changed."""
    what = "订单" if frames(notices) else "合同"
    for chain in _chains(notices, outcome) or ():
        found = _last(chain)
        # A contract below another may be a part of it.
        is_part = what == "合同" and chain[0].record.parent is not None
        if found is None or is_part:
            yield Latest(chain[0], None, what, None, chain[0].stem)
        else:
            by = found.filed.stem
            yield Latest(chain[0], found.amount, what, found.known, by, found.over)


def _chains(notices: Sequence[Filed], outcome: Outcome) -> list[tuple[Filed, ...]] | None:
    """Each contract with what corrected and changed it; None where that is not known."""
    held, above = Contracts(notices, outcome), frames(notices)
    if not held.are_told_apart:
        return None
    changes, corrected = held.changes, _corrected(notices)
    contracts = (one for one in held.every if one.stem not in above)
    return [(one, *corrected.get(one.stem, ()), *changes.get(one.stem, ())) for one in contracts]


def result_sum(filed: Filed, outcome: Outcome) -> Decimal | None:
    """The exact sum that a result states: its own, or that of its only winner."""
    return result_known(filed, outcome)[0]


def result_known(filed: Filed, outcome: Outcome) -> tuple[Decimal | None, str | None]:
    """The same, with how it is known where no original states it."""
    found = next(_stated(filed, outcome), None)
    return (found.amount, found.known) if found else (None, None)


def _of_contracts(notices: Sequence[Filed], outcome: Outcome) -> Price | None:
    chains, above = _chains(notices, outcome), frames(notices)
    if chains is None:
        return None
    contracts = [chain[0] for chain in chains]
    sums = [found for chain in chains if (found := _with_chain(_last(chain), chain))]
    if not sums or (len(sums) > 1 and not above and any(one.record.parent for one in contracts)):
        # A contract below another may be a part of it.
        return None
    what = "订单" if above else "合同"
    # What is ordered below a framework is of what was admitted, and is not beside it.
    lots = () if above else _beside(contracts, outcome)
    if len(sums) > 1:
        return _together(f"{what}合计", sums, lots)
    (only,) = sums
    said = "合同加补充" if only.added else f"变更后{what}" if only.before is not None else what
    return _together(said, sums, lots)


def _beside(contracts: Sequence[Filed], outcome: Outcome) -> tuple[str, ...]:
    """The lots of all contracts, where each names its own and results of other lots stand."""
    named = [outcome.lots.of(one) for one in contracts]
    signed = frozenset[str]().union(*named)
    others = {one.lot for one in outcome.results if one.stands and one.lot} - signed
    return tuple(sorted(signed)) if all(named) and others else ()


def _corrected(notices: Sequence[Filed]) -> dict[str, list[Filed]]:
    found: dict[str, list[Filed]] = {}
    for one in notices:
        if one.record.kind == "correction" and one.record.amount:
            for stem in one.record.refers:
                found.setdefault(stem, []).append(one)
    return found


def _last(chain: Sequence[Filed]) -> _Sum | None:
    """The sum of a contract as last changed; a supplement alone is added to it."""
    found: _Sum | None = None
    stated: tuple[str, ...] = ()
    for one in chain:
        before = found.amount if found else None
        if (amount := _yuan(given(one.record, "amount"))) is not None:
            before = before if before != amount else None
            found = _Sum(amount, one, ("amount",), before, over=stated)
            stated = (*stated, one.stem)
        elif found and (more := _yuan(given(one.record, "supplement_amount"))) is not None:
            path, known = ("supplement_amount",), found.known
            total, over = found.amount + more, found.over
            found = _Sum(total, one, path, before, added=True, added_to=known, over=over)
            stated = (*stated, one.stem)
    return found


def _with_chain(found: _Sum | None, chain: Sequence[Filed]) -> _Sum | None:
    return replace(found, chain=tuple(one.stem for one in chain)) if found else None


def _of_results(notices: Sequence[Filed], outcome: Outcome) -> Price | None:
    """The sum of the last result that stands; of several results in different lots all of them."""
    standing = {one.filed.stem: one.filed for one in outcome.results if one.stands}
    kept = [one for one in notices if one.stem in standing]
    may_add = _are_all(notices, kept, outcome)
    sums = [
        found
        for one in kept
        if _is_whole(one, outcome)
        and (found := _of_result(one, outcome) or (_added(one, outcome) if may_add else None))
    ]
    lots = [outcome.lots.of(one) for one in kept]
    apart = all(lots) and sum(map(len, lots)) == len(frozenset[str]().union(*lots))
    ours = "成交合计（本站相加）" if any(one.ours for one in sums) else ""
    if len(kept) > 1 and apart:
        return _together(ours or "成交合计", sums) if len(sums) == len(kept) else None
    return _together(ours or "成交", sums[-1:]) if sums and sums[-1].filed is kept[-1] else None


def _are_all(notices: Sequence[Filed], kept: Sequence[Filed], outcome: Outcome) -> bool:
    """Whether these results are of every lot that did not fail, and none of them a price of a unit."""
    left = frozenset[str]().union(*map(outcome.lots.of, notices)) - outcome.lots.given_up(notices)
    by_unit = any(one.record.pricing in one.record.by_unit for one in notices)
    framed = any(one.record.method == "framework" for one in notices)
    return (
        not by_unit and not framed and left <= frozenset[str]().union(*map(outcome.lots.of, kept))
    )


def _added(filed: Filed, outcome: Outcome) -> _Sum | None:
    """What all whom a notice chooses get, where it states every sum and all of them are alike."""
    if (found := adding.total(filed, outcome)) is None:
        return None
    paths = (path for path in filed.annotations if path[:1] in {("winners",), ("lots",)})
    doubtful = (filed.annotation(*path).basis for path in paths if path[-1] == "amount")
    known = next((basis for basis in doubtful if basis not in _STATED), None)
    return _Sum(found[0], filed, ("winners",), None, False, (filed.stem,), known, ours=True)


def _is_whole(filed: Filed, outcome: Outcome) -> bool:
    return all(one.stands for one in outcome.of(filed))


def _of_result(filed: Filed, outcome: Outcome) -> _Sum | None:
    """The sum of a result: its own, or that of its only winner; with what it replaced."""
    found = next(_stated(filed, outcome), None)
    base = next((one.base for one in outcome.of(filed) if one.base), None)
    found = _with_chain(found, [*([base.filed] if base else []), filed])
    old = (
        next(_stated(base.filed, outcome), None)
        if base and _is_one(filed, base.filed, outcome)
        else None
    )
    if found is None or old is None or old.amount == found.amount:
        return found
    return replace(found, before=old.amount)


def _is_one(filed: Filed, before: Filed, outcome: Outcome) -> bool:
    """Whether a correction is of all that the result before it was of."""
    return len(outcome.of(filed)) == len(outcome.of(before))


def _stated(filed: Filed, outcome: Outcome) -> Iterator[_Sum]:
    if (amount := _yuan(given(filed.record, "amount"))) is not None:
        yield _Sum(amount, filed, ("amount",))
    only = only_winner(filed)
    if only and len(outcome.of(filed)) == 1:
        i, one = only
        if (amount := _yuan(one.amount)) is not None:
            yield _Sum(amount, filed, ("winners", i, "amount"))


def _of_grant(notices: Sequence[Filed]) -> Price | None:
    for one in reversed(notices):
        if one.record.kind == "grant" and (amount := _yuan(one.record.amount)) is not None:
            return _together("资助", [_Sum(amount, one, ("amount",))])
    return None


def _together(what: str, sums: Sequence[_Sum], lots: tuple[str, ...] = ()) -> Price:
    total = sum((one.amount for one in sums), Decimal(0))
    known = next((one.known for one in sums if one.known), None)
    before = sums[0].before if len(sums) == 1 else None
    stems = tuple(one.filed.stem for one in sums)
    chains = tuple(one.chain for one in sums)
    return Price(what, total, len(sums), stems, before, known, chains, lots)


def _yuan(given_: Money | None) -> Decimal | None:
    return given_.yuan if given_ else None
