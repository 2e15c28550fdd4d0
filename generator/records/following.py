"""What each notice does to the results before it, from the first to the last.

Results that still stand are kept by the award they go back to and by their
round, so that a project of a thousand notices is gone through once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.records.lots import Lots
from generator.records.outcome import (
    CALLED_BY,
    WHOLE,
    Outcome,
    Result,
    Unclear,
    Undone,
    is_call_off,
    is_nobody,
    names_of,
    renews,
    winners,
)
from generator.records.reading import Filed
from generator.records.rounds import Rounds
from generator.records.walk import given

# Of more awards than this nobody asks which of them a correction means that names none.
_MANY = 50


def outcome_of(notices: Sequence[Filed], project: Filed | None = None) -> Outcome:
    """The results of a purchase from its notices, earliest first."""
    everything = (project, *notices) if project else notices
    found = Outcome(Lots(everything), Rounds(notices))
    if not any(one.record.kind in {"award", "correction"} for one in notices):
        return found
    framework = any(one.record.method == "framework" for one in everything)
    live = _Live(found, frozenset(map(found.lots.of, everything)), framework)
    for filed in notices:
        match filed.record.kind:
            case "award":
                _award(live, filed)
            case "correction":
                _correction(live, filed)
            case "termination" if not framework:
                # A framework that is used up was not annulled.
                _termination(live, filed)
    return found


class _Live:
    """The results that stand so far."""

    def __init__(self, found: Outcome, beside: frozenset[frozenset[str]], framework: bool) -> None:
        self.found, self.lots, self._framework = found, found.lots, framework
        # The lots that each notice names: no two of them are one.
        self._beside = beside
        self._by_root: dict[str, dict[int, Result]] = {}
        self._by_round: dict[int, dict[int, Result]] = defaultdict(dict)

    def add(self, result: Result) -> None:
        """One more stands."""
        self.found.add(result)
        self._by_root.setdefault(result.root.stem, {})[id(result)] = result
        for number in result.rounds:
            self._by_round[number][id(result)] = result

    def undo(self, result: Result, by: Filed, how: str) -> None:
        """One stands no more."""
        result.undone = Undone(by, how)
        here = self._by_root[result.root.stem]
        del here[id(result)]
        if not here:
            del self._by_root[result.root.stem]
        for number in result.rounds:
            del self._by_round[number][id(result)]

    def named(self, stems: Iterable[str]) -> list[Result]:
        """Those that a notice names, or that now stand for what it names."""
        meant: dict[int, Result] = {}
        for stem in stems:
            for old in self.found.by_stem.get(stem, ()):
                here = self._by_root.get(old.root.stem, {})
                meant |= {id(one): one for one in here.values() if one.lot == old.lot}
        return list(meant.values())

    def in_round(self, number: int | None) -> list[Result]:
        """Those of a round; none where no round is named."""
        return list(self._by_round[number].values()) if number is not None else []

    def is_call_off(self, filed: Filed) -> bool:
        """Whether an award is one under the framework of the project."""
        return self._framework and is_call_off(given(filed.record, key) for key in CALLED_BY)

    def others(self, named: frozenset[str]) -> frozenset[str]:
        """The lots that some notice tells apart from these."""
        return frozenset[str]().union(*(one for one in self._beside if named <= one))

    def every(self) -> list[Result]:
        """Those of all awards that stand; none where they are too many to ask each."""
        if len(self._by_root) > _MANY:
            return []
        return [one for here in self._by_root.values() for one in here.values()]


def _award(live: _Live, filed: Filed) -> None:
    lots = _chosen_for(live.lots, filed)
    # An award under a framework names the admission, and leaves it as it is.
    for stem in () if live.is_call_off(filed) else dict.fromkeys(filed.record.refers):
        for old in live.found.by_stem.get(stem, ()):
            # A new result only undoes what it names.
            if old.stands and old.lot in lots:
                live.undo(old, filed, "replaced")
    for lot in sorted(lots):
        live.add(Result(filed, lot))


def _chosen_for(lots: Lots, filed: Filed) -> frozenset[str]:
    """The lots of an award that somebody was chosen for.

    Nobody is for a lot that failed as the notice says; nor, where each winner names its
    lots, for one with neither winner nor sum. An excerpt may leave its winner out.
    """
    named = (lots.of(filed) or frozenset({WHOLE})) - lots.failed(filed)
    every = [one for one in given(filed.record, "winners", ()) if not is_nobody(one)]
    full = filed.record.source.extent == "full"
    if not full or not every or not all(one.lots for one in every):
        return named
    won = {lots.called(lot) for one in every for lot in one.lots}
    return frozenset(lot for lot in named if lot in won or _is_priced(lots, filed, lot))


def _is_priced(lots: Lots, filed: Filed, lot: str) -> bool:
    return any(row.amount or row.suppliers for _, row in lots.rows(filed, lot))


def _termination(live: _Live, filed: Filed) -> None:
    meant = [*live.named(filed.record.refers), *live.in_round(filed.record.procedure)]
    lots, own = live.lots.of(filed), _of_lots(live, filed, meant)
    if lots and any(old.lot not in lots for old in own):
        live.found.unclear.append(Unclear(filed, tuple(own)))
        return
    for old in own:
        if old.stands:
            live.undo(old, filed, "ended")


def _correction(live: _Live, filed: Filed) -> None:
    meant = _corrected(live, filed)
    if not _is_clear(live, filed, meant):
        if _says_anew(live.lots, filed, meant):
            live.found.unclear.append(Unclear(filed, tuple(meant)))
        return
    for old in meant:
        if renews(live.lots, filed, old):
            live.undo(old, filed, "replaced")
            live.add(Result(filed, old.lot, old))


def _corrected(live: _Live, filed: Filed) -> list[Result]:
    """The results that a correction may speak of: by name, by its round, or all that stand."""
    found = live.named(filed.record.refers) or live.in_round(filed.record.procedure)
    free = not filed.record.refers and filed.record.procedure is None
    # What a correction names is never passed over.
    return _of_lots(live, filed, found or (live.every() if free else []))


def _of_lots(live: _Live, filed: Filed, every: list[Result]) -> list[Result]:
    """Those of the lots that a notice names; where none says that it is of these, any of them."""
    lots = live.lots.of(filed)
    if not lots:
        return every
    own = [one for one in every if one.lot in lots]
    others = live.others(lots) if every and not own else frozenset[str]()
    return own or [one for one in every if one.lot not in others]


def _is_clear(live: _Live, filed: Filed, meant: Sequence[Result]) -> bool:
    """Whether it is about each of them: not about one of several lots, or of several awards."""
    lots, own = {one.lot for one in meant}, live.lots.of(filed)
    apart = not lots <= own if own else len(lots) > 1
    twice = len(lots) < len(meant) and not live.named(filed.record.refers)
    return not apart and not twice


def _says_anew(lots: Lots, filed: Filed, meant: Sequence[Result]) -> bool:
    """Whether it says something that none of the results it may speak of said before."""
    before = [each for one in meant for each in one.chain()]
    names = names_of(who for one in before for who in winners(lots, one, WHOLE))
    letters = {given(one.record, "letter_issued_on") for one in before}
    return (
        not names_of(winners(lots, filed, WHOLE)) <= names
        or given(filed.record, "letter_issued_on") not in {None, *letters}
        or not _sums(filed) <= {each for one in before for each in _sums(one)}
    )


def _sums(filed: Filed) -> set[Decimal]:
    """All exact sums of a result, whatever they are of."""
    rows = [*given(filed.record, "winners", ()), *filed.record.lots]
    stated = (given(filed.record, "amount"), *(one.amount for one in rows))
    return {one.yuan for one in stated if one and one.yuan is not None}
