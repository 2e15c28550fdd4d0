"""One notice, whole: its stated values in groups, in the order people read."""

from typing import NamedTuple

from generator.publish.cells import Fact, remark
from generator.publish.directory import Directory
from generator.publish.values import facts
from generator.records.model.notice import Source
from generator.records.reading import Filed
from generator.records.register import Dated, is_withdrawn, placed
from generator.vocabulary import label

_ELSEWHERE = frozenset({"kind", "title", "source", "portal", "fictional"})
_GROUPS = (
    ("主要内容", ()),
    ("各方", ("purchaser", "using_units", "agency", "suppliers", "participants", "contacts")),
    (
        "服务",
        (
            "project_name",
            "field_printed",
            "places",
            "beneficiaries",
            "people",
            "service_items",
            "deliverables",
            "standards",
            "requirements",
            "staffing",
            "team",
            "workload",
            "targets",
            "term",
            "service_year",
        ),
    ),
    (
        "钱",
        (
            "budget",
            "budget_by_year",
            "budget_lines",
            "per_project",
            "ceiling",
            "pricing",
            "pricing_printed",
            "price_includes",
            "unit_prices",
            "quantity",
            "service_hours",
            "bid",
            "settlement",
            "funders",
            "funding_source",
            "amounts",
            "payment_plan",
            "payment",
            "renewal",
        ),
    ),
    ("分包与明细", ("lots", "lots_count", "items")),
    (
        "怎样选",
        (
            "method",
            "method_printed",
            "method_reason",
            "approval",
            "legal_basis",
            "sme",
            "category",
            "steps",
            "evaluation_method",
            "bidders_count",
            "reviewed_on",
            "panel",
            "applicants",
        ),
    ),
    ("公示与异议", ("notice_period", "objection", "next_step")),
    (
        "公告信息",
        (
            "as_titled",
            "numbers",
            "document_no",
            "procedure",
            "refers",
            "published",
            "signed_off",
            "reprinted",
            "occurred",
            "publisher",
            "official",
        ),
    ),
    ("本站归类", ("begins",)),
    ("其他", ("attachments", "related", "mentions", "defects", "other")),
)
_GROUP_OF = {key: name for name, keys in _GROUPS for key in keys}
_ORDER = {key: i for i, (_, keys) in enumerate(_GROUPS) for key in keys}


class Group(NamedTuple):
    """A few facts under one heading."""

    title: str
    facts: tuple[Fact, ...]


class Sheet(NamedTuple):
    """One notice as its page shows it."""

    anchor: str
    kind: str
    kind_label: str
    title: str
    title_note: str
    dated: Dated | None
    groups: tuple[Group, ...]
    source: Source
    path: str
    portal: tuple[Fact, ...]


def sheet(filed: Filed, directory: Directory) -> Sheet:
    """Every value of a notice in its group; of a withdrawn one only that it was."""
    record = filed.record
    grouped: dict[str, list[Fact]] = {name: [] for name, _ in _GROUPS}
    for key, fact in () if is_withdrawn(record) else facts(record, filed, directory):
        if key not in _ELSEWHERE:
            grouped[_GROUP_OF.get(key, "主要内容")].append(fact)
    groups = tuple(Group(name, tuple(rows)) for name, rows in grouped.items() if rows)
    portal = (
        tuple(f for _, f in facts(record.portal, filed, directory, ("portal",)))
        if record.portal
        else ()
    )
    return Sheet(
        filed.stem,
        record.kind,
        label("kind", record.kind),
        record.title,
        remark(filed.annotation("title")),
        placed(record),
        groups,
        record.source,
        filed.path,
        portal,
    )
