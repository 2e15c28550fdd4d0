"""The need, the money that was set aside for it, and when it is to be bought."""

from collections.abc import Iterator, Sequence

from generator.publish.data.ocds import notices
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.exact import Exact
from generator.publish.data.ocds.parties import Parties
from generator.publish.data.ocds.shape import Json, joined
from generator.records import listed
from generator.records.model.rows import Row
from generator.records.register import Project
from generator.records.walk import given


def planning(draft: Draft) -> Json:
    """The planning section of what comes before an invitation."""
    record = draft.record
    why = joined(given(record, "topics", ())) or given(record, "demand")
    return {
        "rationale": why,
        "budget": budget(draft),
        "milestones": list(_expected(draft)),
        "documents": [notices.document(draft)],
    }


def budget(draft: Draft) -> Json:
    """The budget that a notice states, exact or not at all, with what it is made of."""
    record, exact = draft.record, draft.exact
    return {
        "amount": exact.value(record.budget, "budget"),
        "description": joined(record.funding_source),
        "budgetBreakdown": [*_broken_down(record, exact, draft.parties), *_items(draft)],
    }


def of_project(project: Project, exact: Exact, parties: Parties) -> Json:
    """What the record of the project says of the need and of the money, whatever the notices say."""
    record = project.record
    return {
        "rationale": record.need.text if record.need else None,
        "budget": {"budgetBreakdown": list(_broken_down(record, exact, parties))},
    }


def _broken_down(record: object, exact: Exact, parties: Parties) -> Iterator[Json]:
    """By year, by line and by who pays; each way of them is of the whole."""
    held = record.__dict__
    for i, one in enumerate(held["budget_by_year"], 1):
        value = exact.value(one.amount, "budget_by_year", i - 1, "amount")
        yield {
            "id": f"year-{i}",
            "description": one.name,
            "amount": value,
            "period": _year(one.year),
        }
    for i, line in enumerate(held["budget_lines"], 1):
        value = exact.value(line.amount, "budget_lines", i - 1, "amount")
        yield {"id": f"line-{i}", "description": line.name, "amount": value}
    for i, funder in enumerate(held["funders"], 1):
        value = exact.value(funder.amount, "funders", i - 1, "amount")
        source = parties.known(funder.party, "funder") if funder.party else None
        yield {
            "id": f"funder-{i}",
            "description": funder.name,
            "amount": value,
            "sourceParty": source,
        }


def _year(year: int | None) -> Json:
    if year is None:
        return {}
    return {
        "startDate": f"{year}-01-01T00:00:00+08:00",
        "endDate": f"{year}-12-31T23:59:59+08:00",
    }


def _items(draft: Draft) -> Iterator[Json]:
    """What a plan or a budget that was approved lists."""
    if draft.record.kind in {"annual-plan", "budget-approval"}:
        for i, row in enumerate(draft.record.items):
            yield {
                "id": draft.id("item", i + 1),
                "description": row.name,
                "amount": _priced(draft, row, i),
            }


def _priced(draft: Draft, row: Row, i: int) -> Json | None:
    key = "budget" if row.budget else "amount"
    return draft.exact.value(row.budget or row.amount, "items", i, key)


def _expected(draft: Draft) -> Iterator[Json]:
    """When the purchase is expected, of all of it and of each item; when its plan was approved."""
    record, exact = draft.record, draft.exact
    if expected := given(record, "expected"):
        yield _milestone(draft.id("expected"), "预计采购时间", exact.end(expected, "expected"))
    if approved := given(record, "approved_on"):
        day = exact.day(approved, "approved_on")
        yield {"id": draft.id("approved"), "title": "批准", "type": "approval", "dateMet": day}
    rows: Sequence[Row] = record.items
    apart = listed.others(record)
    for i, row in enumerate(rows):
        if row.expected and i not in apart:
            due = exact.end(row.expected, "items", i, "expected")
            yield _milestone(draft.id("expected", i + 1), row.name or "预计采购时间", due)


def _milestone(id: str, title: str, due: str | None) -> Json:
    return {"id": id, "title": title, "type": "preProcurement", "dueDate": due}
