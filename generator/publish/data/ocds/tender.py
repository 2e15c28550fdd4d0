"""How the purchase is put out: what each notice of it states about the invitation."""

from generator.publish.data.ocds import lots, metrics, notices
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json, joined, number
from generator.records.model.rows import Criterion, CriterionPart
from generator.records.walk import given
from generator.vocabulary import label

_OPEN = frozenset({"open-tender", "framework", "call", "application", "venture"})
_SELECTIVE = frozenset(
    {
        *("invited-tender", "negotiation", "competitive-consultation", "inquiry"),
        *("comparison", "invitation"),
    }
)
_DIRECT = frozenset({"single-source", "allocation", "agreement"})
METHODS = {
    **dict.fromkeys(sorted(_OPEN), "open"),
    **dict.fromkeys(sorted(_SELECTIVE), "selective"),
    **dict.fromkeys(sorted(_DIRECT), "direct"),
}


def core(draft: Draft) -> Json:
    """What a notice of any kind may say of the procedure: its way, who leads it, its services."""
    record = draft.record
    method = record.method if draft.exact.is_stated("method") else None
    agency = draft.parties.refs(record.agency, "procuringEntity")
    draft.parties.contact(agency[0] if agency else None, record.contacts, "agency")
    return {
        "id": draft.ocid,
        "procurementMethod": METHODS.get(method or ""),
        "procurementMethodDetails": _way(draft, method),
        "procurementMethodRationale": record.method_reason,
        "procuringEntity": agency[0] if agency else None,
        "value": draft.exact.most(record.ceiling, "ceiling"),
        "mainProcurementCategory": None if draft.case.loaded.digest.sample else "services",
    }


def invitation(draft: Draft) -> Json:
    """The tender section of an invitation, of the documents and of what leads to them."""
    record, exact = draft.record, draft.exact
    return core(draft) | {
        "title": record.title,
        "description": joined(record.service_items),
        "status": "active",
        "value": ceiling(draft),
        "minValue": exact.least(record.ceiling, "ceiling") or exact.least(record.budget, "budget"),
        "tenderPeriod": {"endDate": exact.end(given(record, "deadline"), "deadline")},
        "contractPeriod": exact.term(record.term, "term"),
        "eligibilityCriteria": joined(given(record, "qualifications")),
        **_criteria(draft),
        "lots": lots.lots(draft),
        "items": list(lots.items(draft)),
        "targets": metrics.promised(draft, record.targets),
        "documents": [notices.document(draft)],
    }


def planned(draft: Draft) -> Json:
    """What an intention says of an invitation to come."""
    return core(draft) | {
        "title": draft.record.title,
        "status": "planned",
        "value": ceiling(draft),
        "contractPeriod": draft.exact.term(draft.record.term, "term"),
        "lots": lots.lots(draft),
        "items": list(lots.items(draft)),
        "targets": metrics.promised(draft, draft.record.targets),
    }


def ceiling(draft: Draft) -> Json | None:
    """The most that the purchase may cost: its ceiling, else its budget."""
    record, exact = draft.record, draft.exact
    limit = exact.most(record.ceiling, "ceiling")
    return limit or exact.most(record.budget, "budget")


def only_source(draft: Draft) -> Json:
    """Why one supplier alone is asked, beside what an invitation says."""
    record = draft.record
    ground = label("single_source_ground", record.ground) if record.ground else None
    told = "：".join(filter(None, (ground, joined(record.reasons))))
    return invitation(draft) | {
        "procurementMethod": "direct",
        "procurementMethodDetails": label("method", "single-source"),
        "procurementMethodRationale": told,
    }


def _way(draft: Draft, method: str | None) -> str | None:
    """The word of the notice; where it prints none, that of our list."""
    printed: str | None = draft.record.method_printed
    return printed or (label("method", method) if method else None)


def _criteria(draft: Draft) -> Json:
    rows = given(draft.record, "criteria", ())
    told = [draft.record.evaluation_method, *map(_criterion, rows)]
    return {
        "awardCriteria": "ratedCriteria" if len(rows) > 1 else None,
        "awardCriteriaDetails": joined(filter(None, told)),
    }


def _criterion(one: Criterion) -> str:
    """服务方案 40（需求分析 10，方案 30）: a criterion with its weight, and what it is made of."""
    inside = "，".join(map(_weighed, one.parts))
    return f"{_weighed(one)}（{inside}）" if inside else _weighed(one)


def _weighed(one: Criterion | CriterionPart) -> str:
    weight = one.full if one.weight is None else one.weight
    return one.name if weight is None else f"{one.name} {number(weight)}"
