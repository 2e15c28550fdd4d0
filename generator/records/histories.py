"""What a project says about suppliers that other projects ask for: choices, grades, decisions."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from generator.records.digest import Mark, Measure, Win
from generator.records.grading import fails, plain
from generator.records.grounds import Asked, grounds
from generator.records.lots import Lots
from generator.records.model.dates import Date
from generator.records.model.parties import Supplier, Who
from generator.records.outcome import WHOLE, Outcome, Result, choice, span_of, winners
from generator.records.reading import Filed
from generator.records.register import placed, when
from generator.records.source import Path
from generator.records.walk import given, telling

_INVITING = telling("invitation")
# What may say that a decision, or a grade, is not what it was.
_OVER_GRADES = telling("review")
# The days of an evaluation, the nearest to its result first.
_GRADED = ("completed_on", "evaluated_until", "evaluated_on")
_COMBINED = "综合评价"
_OVER_DECISIONS = (*_OVER_GRADES, *telling("decision"))


def wins(notices: Iterable[Filed], outcome: Outcome, asked: Asked) -> Iterator[Win]:
    """Who was chosen, lot by lot: of results that stand alone."""
    held = list(notices)
    several = _has_several_lots(held, outcome)
    later = _corrections(held, outcome)
    for one in outcome.results:
        if one.stands and (found := _win(later, outcome, one, asked)):
            yield found if several else found._replace(lot=WHOLE)


def _has_several_lots(notices: list[Filed], outcome: Outcome) -> bool:
    named = {lot for one in notices for lot in outcome.lots.of(one)}
    inviting = (one for one in notices if one.record.kind in _INVITING)
    # Results that name one lot, which no invitation lists, are of one of several.
    return len(named) > 1 or not any(map(outcome.lots.of, inviting))


def _corrections(notices: Iterable[Filed], outcome: Outcome) -> Mapping[str, list[Filed]]:
    """What corrects each notice without being a result itself, the last first."""
    found: dict[str, list[Filed]] = defaultdict(list)
    for one in notices:
        if one.record.kind == "correction" and not outcome.is_result(one):
            for stem in dict.fromkeys(one.record.refers):
                found[stem].insert(0, one)
    return found


def _win(
    later: Mapping[str, list[Filed]], outcome: Outcome, result: Result, asked: Asked
) -> Win | None:
    lots = outcome.lots
    said = next((one for one in result.chain() if winners(lots, one, result.lot)), None)
    if said is None:
        return None
    own = winners(lots, said, result.lot)
    on, read = _chosen_on(later, outcome, result)
    noticed = when(choice(lots, result).filed.record)
    read += [(one, ()) for one in result.chain()]
    read += [(one, ("refers",)) for one in result.chain() if one.record.kind == "correction"]
    read += [(said, ("winners", i, key)) for i, key in _named(lots, said, own)]
    read += [(said, path) for path in lots.places(said, result.lot)]
    before = choice(lots, result).base
    days = span_of(on, noticed, when(before.filed.record) if before else None)
    unclear, seen = bool(outcome.doubts(result)), grounds(read, asked)
    return Win(result.filed.stem, result.lot, on, noticed, days, ids_of(own), unclear, seen)


def _named(lots: Lots, said: Filed, own: Iterable[Supplier]) -> Iterator[tuple[int, str]]:
    return ((lots.row(said, one), "party" if one.party else "printed") for one in own)


def _chosen_on(
    later: Mapping[str, list[Filed]], outcome: Outcome, result: Result
) -> tuple[Date | None, list[tuple[Filed, Path]]]:
    """The stated day of the choice, as last corrected, and where it was read."""
    chosen = choice(outcome.lots, result).filed
    for one in (*later.get(chosen.stem, ()), chosen):
        if found := given(one.record, "determined_on"):
            return found, [(one, ("determined_on",))]
    if found := given(chosen.record, "corrected_on"):
        return found, [(chosen, ("corrected_on",))]
    return None, dated_by(chosen)


def dated_by(filed: Filed) -> list[tuple[Filed, Path]]:
    """Where the day of a notice was read."""
    found = placed(filed.record)
    return [(filed, (found.key,))] if found else []


def marks(notices: Iterable[Filed], lots: Lots, asked: Asked) -> Iterator[Mark]:
    """The grades and scores of evaluations: of the whole, else of each lot, in the order of the notices."""
    held = list(notices)
    over = reviewed(held)
    for filed in held:
        if filed.record.kind == "evaluation":
            for path, of_lots, suppliers in judged(filed, lots):
                mark = _mark(filed, path, suppliers, asked)
                yield mark._replace(lots=of_lots, disputed=filed.stem in over)


def judged(filed: Filed, lots: Lots) -> Iterator[tuple[Path, tuple[str, ...], tuple[str, ...]]]:
    """Where a grade stands, of which lots it is and of whom."""
    if filed.record.overall:
        yield ("overall",), lots_of(filed, lots), ids_of(filed.record.suppliers)
        return
    rows = [(i, one) for i, one in enumerate(filed.record.results) if _is_of_a_lot(one)]
    named = [lots.called(one.lot) for _, one in rows]
    for i, one in rows:
        lot = lots.called(one.lot)
        # Of two grades for one lot neither is that of the whole of it.
        if named.count(lot) == 1:
            yield ("results", i), (lot,), _of_whom(filed, one, lot, lots)


def _is_of_a_lot(row: Any) -> bool:
    """Whether a row is the mark of a whole lot: not of one service, site or dimension in it."""
    is_part = row.service or row.site or row.dimension
    return bool(row.lot and not is_part and (row.score or row.grade))


def _of_whom(filed: Filed, row: Any, lot: str, lots: Lots) -> tuple[str, ...]:
    """Whom a row names, else whom the notice names for this lot."""
    if row.party or row.printed:
        return (row.party or row.printed,)
    return ids_of(one for one in filed.record.suppliers if lots.has(one.lots, lot))


def _mark(filed: Filed, path: Path, suppliers: tuple[str, ...], asked: Asked) -> Mark:
    record = filed.record
    row = record.overall if path == ("overall",) else record.results[int(path[-1])]
    score, grade = row.score, row.grade
    # What was found stands from the day it was complete, not from the first day of the visit.
    day = next((key for key in _GRADED if given(record, key)), None)
    own: list[Path] = [(*path, "grade"), ("stage",), ("suppliers",)]
    read = [(filed, at) for at in own] + ([(filed, (day,))] if day else dated_by(filed))
    return Mark(
        filed.stem,
        record.stage,
        record.title,
        given(record, day) if day else when(record),
        span_of(given(record, day) if day else None, when(record)),
        suppliers,
        str(score.value if score.value is not None else score.printed) if score else None,
        (grade.value or grade.printed) if grade else None,
        record.scale.id if record.scale else None,
        False,
        grounds(read, asked),
        (),
        # Of several stages together it is the mark of none.
        _COMBINED if row.parts else record.stage_printed,
        _full(record, row),
        day or "",
        tuple(_failing(record)) if path == ("overall",) else (),
        filed.annotation("stage").basis == "inferred",
    )


def _failing(record: Any) -> Iterator[str]:
    """The grades that fail of services, sites and other parts; rows of others' work are none."""
    for row in (*record.results, *given(record, "site_results", ())):
        grade = (row.grade.value or row.grade.printed) if row.grade else None
        if (
            grade
            and fails(grade)
            and not (given(row, "party") or given(row, "printed") or given(row, "lot"))
        ):
            yield plain(grade)


def _full(record: Any, row: Any) -> str | None:
    """The most that could be scored, as the notice says."""
    own = row.full
    full = own if own is not None else record.scale.max_score if record.scale else None
    return None if full is None else str(full)


def measures(notices: Iterable[Filed], asked: Asked) -> Iterator[Measure]:
    """Decisions about suppliers, by the day of the decision."""
    held = list(notices)
    over = _named_by(held, _OVER_DECISIONS)
    for filed in held:
        if filed.record.kind == "consequence":
            for path, row in decisions(filed.record):
                yield _measure(filed, path, row, filed.stem in over, asked)


def decisions(record: Any) -> Iterator[tuple[Path, Any]]:
    """What a decision does, each with its place: by itself, and in each of its rows."""
    if record.measure or not record.measures:
        yield (), record
    yield from ((("measures", i), one) for i, one in enumerate(record.measures))


def _measure(filed: Filed, path: Path, row: Any, disputed: bool, asked: Asked) -> Measure:
    record, effective = filed.record, _lasts(row)
    decided = given(record, "decided_on")
    own: list[Path] = [(*path, "measure"), ("suppliers",), (*path, "effective")]
    read = [(filed, path) for path in own]
    read += [(filed, ("decided_on",))] if decided else dated_by(filed)
    return Measure(
        filed.stem,
        record.title,
        row.measure,
        given(row, "outcome") or row.text,
        decided or when(record),
        span_of(decided, when(record)),
        ids_of(record.suppliers),
        effective.from_ if effective else None,
        effective.to if effective else None if row.done_on else row.due,
        effective.length if effective else None,
        row.done_on,
        disputed,
        grounds(read, asked),
        # What heads several decisions is the word of none.
        None if path else record.as_titled,
        (row.text or "") if path else "",
    )


def _lasts(record: Any) -> Any:
    """How long it holds; what is to be put right by a day lasts no longer, whatever else does."""
    held = record.effective
    is_dated = record.measure == "rectification" and record.due
    return None if is_dated and held and held.to != record.due else held


def reviewed(notices: Iterable[Filed]) -> frozenset[str]:
    """The notices that a later one corrects, or decides about."""
    return _named_by(notices, _OVER_GRADES)


def lots_of(filed: Filed, lots: Lots) -> tuple[str, ...]:
    """The lots that a notice names, each by its one name."""
    return tuple(sorted(lots.of(filed)))


def _named_by(notices: Iterable[Filed], kinds: Container[str]) -> frozenset[str]:
    found = (one.record.refers for one in notices if one.record.kind in kinds)
    return frozenset(stem for stems in found for stem in stems)


def ids_of(suppliers: Iterable[Who]) -> tuple[str, ...]:
    """Ids or full printed names; who is masked or only counted is nobody."""
    named = (who.party or ("" if who.masked else who.printed) for who in suppliers)
    return tuple(dict.fromkeys(name for name in named if name))
