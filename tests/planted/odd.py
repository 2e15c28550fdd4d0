"""What odd purchases are made of: a few notices of a right one, with a few keys changed."""

from typing import Any

from tests.planted import notices
from tests.planted.plan import Plan, filed
from tests.planted.writing import Case, Record


def of(case: Case, p: Plan, *roles: str) -> Case:
    """Only these notices of the case, and its project."""
    return filed(p, {role: case.records[role] for role in ("project", *roles)})


def told(p: Plan, *roles: str, **changed: Record) -> Case:
    """Some notices of a whole purchase, a few of their keys changed; None takes a key out."""
    records = notices.whole(p).records
    kept = {role: records[role] | changed.get(role, {}) for role in ("project", *roles)}
    return filed(p, {role: without_none(record) for role, record in kept.items()})


def without_none(record: Record) -> Record:
    kept = {key: value for key, value in record.items() if value is not None}
    recorded = kept["source"].get("recorded")
    if recorded and recorded < kept["published"]:
        kept["source"] = kept["source"] | {"recorded": kept["published"]}
    return kept


def priced(p: Plan, *items: tuple[str, str, Any, Any, Any]) -> Case:
    """A contract of these lines: name, unit, price, quantity, amount."""
    keys = ("name", "unit", "unit_price", "quantity", "amount")
    rows = [dict(zip(keys, item, strict=True)) for item in items]
    total = sum(row["amount"] for row in rows)
    return contract_alone(p, line_items=rows, amount=total)


def contract_alone(p: Plan, **told: Any) -> Case:
    """A contract alone, without the lines that a whole one has."""
    bare = {"budget": None, "budget_lines": None, "budget_by_year": None, "funders": None}
    names = ("cost_lines", "payment_plan", "performance_bond", "line_items", "people", "targets")
    left = dict.fromkeys(names)
    records = notices.whole(p).records
    contract = records["contract"] | left | {"refers": None} | told
    body = records["project"] | bare
    return filed(p, {"project": without_none(body), "contract": without_none(contract)})
