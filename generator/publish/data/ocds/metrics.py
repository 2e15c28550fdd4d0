"""What was promised, what was done and how it was marked: as metrics with observations."""

from collections.abc import Iterator, Sequence

from generator.publish import cells
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json, number
from generator.records.model.amounts import Quantity, Target
from generator.records.model.rows import Grade, Result, Score
from generator.records.walk import given
from generator.vocabulary import label

_MARKED = ("results", "site_results", "dimensions")


def promised(draft: Draft, rows: Sequence[Target], key: str) -> Iterator[Json]:
    """The targets of a notice, each with what is aimed at."""
    for i, row in enumerate(rows, 1):
        yield _metric(draft, row, draft.id(key, i), row.target)


def done(draft: Draft) -> Iterator[Json]:
    """What a report, an acceptance or an evaluation says was done."""
    for key in ("done", "checks"):
        for i, row in enumerate(given(draft.record, key, ()), 1):
            yield _metric(draft, row, draft.id(key, i), row.actual)


def marks(draft: Draft) -> Iterator[Json]:
    """Every cell of an evaluation: the whole, then its services, sites and dimensions."""
    if overall := given(draft.record, "overall"):
        yield _marked(draft, overall, draft.id("overall"), "总评")
    for key in _MARKED:
        for i, row in enumerate(given(draft.record, key, ()), 1):
            title = row.dimension or row.service or row.site or "评价"
            yield _marked(draft, row, draft.id(key, i), title)


def _metric(draft: Draft, row: Target, id: str, count: Quantity | None) -> Json:
    dimension = label("dimension", row.dimension) if row.dimension else None
    lots = draft.case.lots([row.lot]) if row.lot else [None]
    observed = {
        "id": f"{id}-1",
        "measure": number(count.value) if count and count.value is not None else None,
        "unit": {"name": (count.unit if count else None) or row.unit},
        "dimensions": {"lot": lots[0], "dimension": dimension, "period": row.period},
        "notes": "；".join(filter(None, (_words(count), row.result))),
    }
    return {"id": id, "title": row.name, "observations": [observed]}


def _words(count: Quantity | None) -> str:
    """A count in words where it is no one number."""
    is_exact = count and count.value is not None and not (count.per or count.printed)
    return "" if count is None or is_exact else cells.quantity(count)


def _marked(draft: Draft, row: Result, id: str, title: str) -> Json:
    score, grade = _value(row.score), row.grade.value if row.grade else None
    party = draft.parties.known(row.party, "x_evaluated")["name"] if row.party else row.printed
    lots = draft.case.lots([row.lot]) if row.lot else [None]
    observed = {
        "id": f"{id}-1",
        "measure": grade if score is None else score,
        "unit": {"name": "分"} if score is not None else None,
        "dimensions": {
            "lot": lots[0],
            "service": row.service,
            "site": row.site,
            "party": party,
            "dimension": row.dimension,
            "grade": grade,
            "full": None if row.full is None else str(row.full),
        },
        "notes": "；".join(filter(None, map(_printed, (row.score, row.grade)))),
    }
    return {"id": id, "title": title, "observations": [observed]}


def _value(score: Score | None) -> int | float | None:
    return number(score.value) if score and score.value is not None else None


def _printed(mark: Score | Grade | None) -> str:
    return mark.printed or "" if mark else ""
