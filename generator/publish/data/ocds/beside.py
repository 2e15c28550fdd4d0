"""What the standard has no place for: consequences, complaints, a purchase that was held up."""

from typing import Any

from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json
from generator.records.histories import decisions
from generator.records.source import Path
from generator.vocabulary import label


def consequences(draft: Draft) -> list[Json]:
    """What was decided after an evaluation, about whom, from when to when: each thing by itself."""
    return [_consequence(draft, path, row) for path, row in decisions(draft.record)]


def _consequence(draft: Draft, at: Path, row: Any) -> Json:
    record, exact = draft.record, draft.exact
    effective = row.effective
    return {
        "id": "-".join((draft.stem, *(str(int(at[1]) + 1) for _ in at[:1]))),
        "title": record.title,
        "measure": row.measure,
        "measureTitle": label("measure", row.measure) if row.measure else None,
        "suppliers": draft.parties.refs(record.suppliers, "supplier"),
        "decidedBy": draft.parties.refs(record.decided_by, "x_authority"),
        "decidedOn": exact.day(record.decided_on, "decided_on"),
        "from": exact.day(effective.from_, *at, "effective", "from") if effective else None,
        "to": exact.end(effective.to, *at, "effective", "to") if effective else None,
        "due": exact.end(row.due, *at, "due"),
        "doneOn": exact.day(row.done_on, *at, "done_on"),
        "withheld": exact.value(row.withheld, *at, "withheld"),
        "outcome": row.text if at else record.outcome,
        "url": draft.case.url(draft.filed),
    }


def complaint(draft: Draft) -> Json:
    """Who complained of whom, and what was decided; a person who did is only counted."""
    record, exact = draft.record, draft.exact
    kind = record.complaint_kind
    return {
        "id": draft.stem,
        "title": record.title,
        "kind": kind,
        "kindTitle": label("complaint_kind", kind) if kind else None,
        "complainants": draft.parties.refs(record.complainant, "x_complainant"),
        "respondents": draft.parties.refs(record.respondents, "x_respondent"),
        "decidedBy": draft.parties.refs(record.decided_by, "reviewBody"),
        "receivedOn": exact.day(record.received_on, "received_on"),
        "decidedOn": exact.day(record.decided_on, "decided_on"),
        "effects": list(record.effects),
        "effectTitles": [label("effect", one) for one in record.effects],
        "outcome": record.outcome,
        "about": [draft.release(stem) for stem in record.refers],
        "url": draft.case.url(draft.filed),
    }


def suspension(draft: Draft) -> Json:
    """A purchase that is held up, or goes on again."""
    record, exact = draft.record, draft.exact
    effective = record.effective
    return {
        "id": draft.stem,
        "reason": record.reason,
        "decidedBy": draft.parties.refs(record.decided_by, "x_authority"),
        "decidedOn": exact.day(record.decided_on, "decided_on"),
        "from": exact.day(effective.from_, "effective", "from") if effective else None,
        "to": exact.end(effective.to, "effective", "to") if effective else None,
        "resumedOn": exact.day(record.resumed_on, "resumed_on"),
        "url": draft.case.url(draft.filed),
    }


def opinions(draft: Draft) -> int | None:
    """How many opinions were received; what they say stays on the page."""
    counted: int | None = draft.record.opinions_count
    return counted if counted is not None else len(draft.record.opinions) or None
