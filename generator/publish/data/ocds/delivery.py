"""What was done under a contract, paid for it and thought of it."""

from typing import Any

from generator.publish.data.ocds import metrics, notices
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.rows import Contract
from generator.publish.data.ocds.shape import Json
from generator.publish.words import cells
from generator.records.walk import given
from generator.vocabulary import label

KINDS = frozenset({"report", "payment", "acceptance", "evaluation"})
_TYPES = {"report": "reporting", "acceptance": "delivery", "evaluation": "assessment"}
# The day on which it was done, as each kind calls it; the first that is stated.
_DAYS = {
    "report": (),
    "payment": ("paid_on",),
    "acceptance": ("accepted_on",),
    "evaluation": ("completed_on", "evaluated_until", "evaluated_on"),
    "inspection": ("inspected_on",),
    # Of a contract that is not on file.
    "contract-change": ("changed_on",),
}
_CONCLUSIONS = {"accepted": "met", "accepted-in-part": "partiallyMet", "rejected": "notMet"}


def of_contract(draft: Draft, rows: list[Contract]) -> list[Json]:
    """The delivery under one contract."""
    return [
        {"id": one.id, "awardID": one.award, "implementation": _implementation(draft)}
        for one in rows
    ]


def without(draft: Draft) -> Json:
    """The same where nobody says of which contract: it hangs on none that was made up."""
    record = draft.record
    milestone = {} if record.kind == "payment" else _milestone(draft)
    paid = _transaction(draft) if record.kind == "payment" else {}
    found = metrics_of(draft)
    return {
        "id": draft.stem,
        "kind": record.kind,
        "kindTitle": label("kind", record.kind),
        "title": record.title,
        "description": milestone.get("description") or given(record, "outcome"),
        "status": milestone.get("status"),
        "date": paid.get("date") or milestone.get("dateMet"),
        "value": paid.get("value"),
        "payer": paid.get("payer"),
        "payee": paid.get("payee"),
        "suppliers": draft.parties.refs(record.suppliers, "supplier"),
        "relatedLots": sorted(draft.case.outcome.lots.of(draft.filed)),
        "metrics": found,
        "documents": [notices.document(draft)],
    }


def metrics_of(draft: Draft) -> list[Json]:
    """All that was counted and marked, and by whom it was."""
    draft.parties.refs(given(draft.record, "evaluator", ()), "x_evaluator")
    return [*metrics.done(draft), *metrics.marks(draft), *metrics.spent(draft)]


def _implementation(draft: Draft) -> Json:
    paid = draft.record.kind == "payment"
    return {
        "transactions": [_transaction(draft)] if paid else [],
        "milestones": [] if paid else [_milestone(draft)],
        "metrics": metrics_of(draft),
        "documents": [notices.document(draft)],
    }


def _transaction(draft: Draft) -> Json:
    record = draft.record
    payers = draft.parties.refs(record.payer, "payer")
    payees = draft.parties.refs(record.payee, "payee")
    return {
        "id": draft.stem,
        "date": _day(draft),
        "value": draft.exact.value(record.amount, "amount"),
        "payer": payers[0] if len(payers) == 1 else None,
        "payee": payees[0] if len(payees) == 1 else None,
        "uri": draft.case.url(draft.filed),
    }


def _milestone(draft: Draft) -> Json:
    record = draft.record
    return {
        "id": draft.stem,
        "title": record.title,
        "type": _TYPES.get(record.kind),
        "description": _told(draft),
        "status": _status(record),
        "dateMet": _day(draft),
        "relatedLots": sorted(draft.case.outcome.lots.of(draft.filed)),
    }


def _status(record: Any) -> str | None:
    """An acceptance says whether it was done; what was reported or marked is not thereby done."""
    return _CONCLUSIONS.get(given(record, "conclusion") or "")


def _told(draft: Draft) -> str:
    """What is concluded, and the stretch that it is of, in the words of the page."""
    record = draft.record
    period = given(record, "period")
    stage = given(record, "stage")
    told = [
        label("evaluation_stage", stage) if stage else None,
        given(record, "conclusion_printed") or given(record, "opinion"),
        cells.span(period) if period else None,
    ]
    return "；".join(filter(None, told))


def _day(draft: Draft) -> str | None:
    for key in _DAYS[draft.record.kind]:
        if (held := given(draft.record, key)) and (day := draft.exact.day(held, key)):
            return day
    return None
