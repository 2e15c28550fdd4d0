"""The awards and contracts of one process, a row each, and which belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.records.model.parties import Supplier
from generator.records.outcome import Result, Undone, is_chosen, winners
from generator.records.reading import Filed
from generator.records.walk import given

if TYPE_CHECKING:
    from generator.publish.data.ocds.case import Case

_RESULTS = frozenset({"award", "correction", "grant"})


class Award(NamedTuple):
    """One of those chosen: the row of a result that names it."""

    id: str
    stem: str
    name: str | None
    lots: frozenset[str]
    undone: Undone | None


class Contract(NamedTuple):
    """One supplier's contract, and the award it comes of; `held` is None where none is sure."""

    id: str
    stem: str
    row: int | None
    name: str | None
    lots: frozenset[str]
    award: str
    held: Award | None
    # Whether there are results on file that it may come of.
    may_be: bool


@dataclass(slots=True)
class Held:
    """All awards and contracts of a process; `ended` is what each notice ends of them."""

    awards: list[Award] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)
    ended: dict[str, list[Award]] = field(default_factory=dict)

    def of(self, stem: str) -> list[Award]:
        """The awards of one result."""
        return [one for one in self.awards if one.stem == stem]

    def signed(self, stem: str) -> list[Contract]:
        """The contracts of one notice."""
        return [one for one in self.contracts if one.stem == stem]


def held_of(case: "Case", notices: Sequence[Filed]) -> Held:
    """The awards and contracts that the dated notices of one process state."""
    held = Held()
    for filed in notices:
        if filed.record.kind in _RESULTS:
            held.awards += _awards(case, filed)
    for filed in notices:
        if filed.record.kind == "contract":
            held.contracts += _contracts(case, filed, held.awards)
    stems = {one.stem for one in notices}
    for award in held.awards:
        if award.undone and award.undone.by.stem in stems:
            held.ended.setdefault(award.undone.by.stem, []).append(award)
    return held


def chosen(filed: Filed) -> list[tuple[int, Supplier]]:
    """Those whom a notice chooses, with the rows that name them."""
    every = enumerate(given(filed.record, "winners", ()))
    return [(i, one) for i, one in every if is_chosen(one)]


def lots_of(case: "Case", one: Supplier) -> frozenset[str]:
    """The lots of a row under the one name that each has."""
    return frozenset(case.lots(one.lots))


def _awards(case: "Case", filed: Filed) -> Iterator[Award]:
    # What only repeats a result chooses nobody anew.
    if filed.record.kind == "grant" or case.outcome.is_result(filed):
        for i, one in chosen(filed):
            lots = lots_of(case, one)
            undone = _undone(case, case.outcome.of(filed), lots)
            yield Award(f"{filed.stem}-{i + 1}", filed.stem, case.name(one), lots, undone)


def _undone(case: "Case", results: Sequence[Result], lots: frozenset[str]) -> Undone | None:
    """The last notice after which none of the lots of an award stands any more."""
    own = [one for one in results if not lots or not one.lot or one.lot in lots]
    found = [_fate(case, one) for one in own]
    return found[-1] if found and all(found) else None


def _fate(case: "Case", result: Result) -> Undone | None:
    """What became of a result: a correction that names nobody leaves it to those it chose."""
    undone = result.undone
    if (
        undone is None
        or undone.how != "replaced"
        or winners(case.outcome.lots, undone.by, result.lot)
    ):
        return undone
    renewed = [one for one in case.outcome.of(undone.by) if one.base is result]
    return _fate(case, renewed[0]) if renewed else None


def _contracts(case: "Case", filed: Filed, awards: Sequence[Award]) -> Iterator[Contract]:
    suppliers: list[tuple[int | None, Supplier | None]] = [*enumerate(filed.record.suppliers)]
    suppliers = suppliers or [(None, None)]
    whole = frozenset(case.outcome.lots.of(filed))
    for i, one in suppliers:
        id = filed.stem if len(suppliers) == 1 else f"{filed.stem}-{(i or 0) + 1}"
        # Of several suppliers nobody knows who has which of the lots that the notice names.
        lots = lots_of(case, one) if one else frozenset[str]()
        lots = lots or (whole if len(suppliers) == 1 else lots)
        name = case.name(one) if one else None
        found = _award(filed, name, lots, awards)
        award = found[0].id if len(found) == 1 else f"{id}-award"
        only = found[0] if len(found) == 1 else None
        yield Contract(id, filed.stem, i, name, lots, award, only, bool(awards))


def _award(
    filed: Filed, name: str | None, lots: frozenset[str], awards: Sequence[Award]
) -> list[Award]:
    """The awards that a contract may come of: those it names, else those that stand."""
    named = [one for one in awards if one.stem in filed.record.refers]
    found = named or [one for one in awards if one.undone is None]
    found = [one for one in found if not lots or not one.lots or lots & one.lots]
    same = [one for one in found if name and one.name == name]
    if same:
        return _standing(same)
    # A name that is covered, or not there, may be anybody's.
    return _standing([one for one in found if name is None or one.name is None])


def _standing(some: Sequence[Award]) -> list[Award]:
    """Of several alike those that stand."""
    return [one for one in some if one.undone is None] or list(some)
