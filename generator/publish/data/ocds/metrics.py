"""What was promised, what was done and how it was marked: as metrics with observations.

A metric is what it is called, of which lot; each notice that says something of it adds an
observation of its own, so that what was aimed at once is not counted again.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json, number
from generator.publish.words import cells
from generator.records.model.amounts import Quantity, Target
from generator.records.model.rows import BudgetLine, Grade, Result, Score
from generator.records.walk import given
from generator.vocabulary import key_term, label

_SAMPLED = ("sampled", "passed", "failed")
_MARKED = ("results", "site_results", "dimensions")
_Observed = tuple[str, str, Json]


def promised(draft: Draft, rows: Iterable[Target]) -> list[Json]:
    """The targets of a notice; of each the last that says it is right."""
    found = ((*_named(draft, row), _counted(draft, row, row.target)) for row in rows)
    return _grouped("target", found, "promised")


def done(draft: Draft) -> list[Json]:
    """What a report, an acceptance or an evaluation says was done."""
    rows = (row for key in ("done", "checks") for row in given(draft.record, key, ()))
    found = ((*_named(draft, row), one) for row in rows for one in _observed(draft, row))
    return _grouped("target", found, draft.stem)


def _observed(draft: Draft, row: Target) -> Iterator[Json]:
    """What came of a row, else how many were sampled and what was found of them."""
    counts = ((key, getattr(row, key)) for key in _SAMPLED)
    sampled = [(key_term(key, "Target").label, count) for key, count in counts if count]
    if row.actual or not sampled:
        yield _counted(draft, row, row.actual)
    for what, count in sampled:
        told = _counted(draft, row, count)
        yield told | {"notes": "；".join(filter(None, (what, _words(count), row.result)))}


def spent(draft: Draft) -> list[Json]:
    """What was spent so far, as a whole and by line: sums of a stretch, not of a contract."""
    record = draft.record
    whole = draft.exact.value(given(record, "spent"), "spent")
    lines = (
        _line(row, draft.exact.value(row.amount, "spent_lines", i, "amount"))
        for i, row in enumerate(given(record, "spent_lines", ()))
    )
    found = [*([("", "支出", {"value": whole})] if whole else []), *lines]
    return _grouped("spent", found, draft.stem)


def costs(draft: Draft) -> list[Json]:
    """What a contract says its price is made of."""
    rows = enumerate(given(draft.record, "cost_lines", ()))
    found = (
        _line(row, draft.exact.value(row.amount, "cost_lines", i, "amount")) for i, row in rows
    )
    return _grouped("cost", found, draft.stem)


def _line(row: BudgetLine, value: Json | None) -> _Observed:
    sort = label("cost", row.line) if row.line else None
    return row.name, row.name, {"value": value, "dimensions": {"cost": sort}}


def marks(draft: Draft) -> list[Json]:
    """Every cell of an evaluation: the whole, then its services, sites and dimensions."""
    return _grouped("mark", _marked(draft), draft.stem)


def _named(draft: Draft, row: Target) -> tuple[str, str]:
    """What a row is of, and what it is called."""
    return f"{_lot(draft, row.lot) or ''}\n{row.name}", row.name


def _grouped(kind: str, found: Iterable[_Observed], start: str) -> list[Json]:
    metrics: dict[str, Json] = {}
    for what, title, observed in found:
        id = f"{kind}-{sha256(what.encode()).hexdigest()[:12]}"
        own = metrics.setdefault(id, {"id": id, "title": title, "observations": []})
        many = len(own["observations"]) + 1
        own["observations"].append({"id": f"{start}-{many}"} | observed)
    return list(metrics.values())


def _counted(draft: Draft, row: Target, count: Quantity | None) -> Json:
    dimension = label("dimension", row.dimension) if row.dimension else None
    measure, bound = _measured(count)
    return {
        "measure": measure,
        "unit": {"name": (count.unit if count else None) or row.unit},
        "dimensions": {
            "lot": _lot(draft, row.lot),
            "dimension": dimension,
            "period": row.period,
            "bound": bound,
        },
        "notes": "；".join(filter(None, (_words(count), row.result))),
    }


def _measured(count: Quantity | None) -> tuple[int | float | None, str | None]:
    """A count as one number; where it is only a bound, which."""
    if count is None:
        return None, None
    if count.value is not None:
        return number(count.value), None
    bounds = {"at_least": count.min, "at_most": count.max}
    stated = [(number(value), name) for name, value in bounds.items() if value is not None]
    return stated[0] if len(stated) == 1 else (None, None)


def _lot(draft: Draft, lot: str | None) -> str | None:
    return draft.case.outcome.lots.called(lot) if lot else None


def _words(count: Quantity | None) -> str:
    """A count in words where it is no one number."""
    is_exact = count and count.value is not None and not (count.per or count.printed)
    return "" if count is None or is_exact else cells.quantity(count)


def _marked(draft: Draft) -> Iterator[_Observed]:
    if overall := given(draft.record, "overall"):
        yield "overall", "总评", _mark(draft, overall)
    for key in _MARKED:
        for row in given(draft.record, key, ()):
            title = row.dimension or row.service or row.site or "评价"
            yield f"{key}\n{title}", title, _mark(draft, row)


def _mark(draft: Draft, row: Result) -> Json:
    score, grade = _value(row.score), row.grade.value if row.grade else None
    party = draft.parties.known(row.party, "x_evaluated")["name"] if row.party else row.printed
    return {
        "measure": grade if score is None else score,
        "unit": {"name": "分"} if score is not None else None,
        "dimensions": {
            "lot": _lot(draft, row.lot),
            "service": row.service,
            "site": row.site,
            "party": party,
            "dimension": row.dimension,
            "grade": grade,
            "full": None if row.full is None else str(row.full),
        },
        "notes": "；".join(filter(None, map(_printed, (row.score, row.grade)))),
    }


def _value(score: Score | None) -> int | float | None:
    return number(score.value) if score and score.value is not None else None


def _printed(mark: Score | Grade | None) -> str:
    return mark.printed or "" if mark else ""
