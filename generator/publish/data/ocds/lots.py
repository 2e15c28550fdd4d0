"""Lots and items: what is bought, piece by piece, and for how much each."""

from collections.abc import Collection, Iterator

from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json, joined, number
from generator.records import listed
from generator.records.lots import row_name
from generator.records.model.amounts import Quantity
from generator.records.model.rows import Row

_CHOSEN = frozenset({"award", "grant", "correction", "contract"})


def lots(draft: Draft) -> list[Json]:
    """The lots that a notice lists, each with the most that it may cost."""
    found: dict[str, Json] = {}
    for i, row in enumerate(draft.record.lots):
        one = _lot(draft, row, i)
        # Two rows of one lot are two lines about it; the first that says something is right.
        held = found.setdefault(one["id"], {})
        found[one["id"]] = one | {key: value for key, value in held.items() if value}
    for name in sorted(draft.case.outcome.lots.of(draft.filed)):
        found.setdefault(name, {"id": name})
    return list(found.values())


def due(rows: list[Json], named: Collection[str], end: str | None) -> list[Json]:
    """The lots, with the day by which offers for those named must be in."""
    told = {"gongshi": {"tenderPeriod": {"endDate": end}}}
    return [one | told if one["id"] in named else one for one in rows]


def named(draft: Draft) -> list[Json]:
    """The lots that a notice names, by name alone."""
    rows = enumerate(draft.record.lots)
    titles = {draft.case.outcome.lots.called(row_name(row, i)): row.name for i, row in rows}
    every = sorted(draft.case.outcome.lots.of(draft.filed))
    return [{"id": one, "title": titles.get(one)} for one in every]


def statuses(draft: Draft, status: str) -> list[Json]:
    """The lots that a notice names, all in one state."""
    told = {one["id"]: one for one in lots(draft)}
    named = sorted(draft.case.outcome.lots.of(draft.filed))
    return [told.get(one, {}) | {"id": one, "status": status} for one in named]


def items(draft: Draft) -> Iterator[Json]:
    """The prices of single units, and the lines that a notice lists."""
    for i, one in enumerate(draft.record.unit_prices):
        price = draft.exact.unit(one.amount, "unit_prices", i, "amount")
        unit = {"name": one.amount.per, "value": price}
        yield {"id": draft.id("unit", i + 1), "description": one.name, "unit": unit}
    apart = listed.others(draft.record)
    for i, row in enumerate(draft.record.items):
        if i not in apart:
            yield _item(draft, row, i)
    for i, row in enumerate(draft.record.lots):
        if price := draft.exact.unit(row.unit_price, "lots", i, "unit_price"):
            yield {
                "id": draft.id("unit", "lot", i + 1),
                "description": row.name,
                "unit": {"name": row.unit_price.per, "value": price},
                "relatedLot": draft.case.outcome.lots.called(row_name(row, i)),
            }


def _lot(draft: Draft, row: Row, i: int) -> Json:
    key = next((one for one in _keys(draft) if getattr(row, one)), "budget")
    return {
        "id": draft.case.outcome.lots.called(row_name(row, i)),
        "title": row.name,
        "description": joined(row.service_items),
        "status": "unsuccessful" if row.failed else None,
        "value": draft.exact.most(getattr(row, key), "lots", i, key),
        "contractPeriod": draft.exact.term(row.term, "lots", i, "term"),
    }


def _keys(draft: Draft) -> tuple[str, ...]:
    # A sum beside a lot that was won is what it costs, and stands with the award.
    return (
        ("ceiling", "budget") if draft.record.kind in _CHOSEN else ("ceiling", "budget", "amount")
    )


def _item(draft: Draft, row: Row, i: int) -> Json:
    unit = row.quantity.unit if row.quantity else None
    return {
        "id": draft.id("item", i + 1),
        "description": row.name or row.category,
        "quantity": counted(row.quantity),
        "unit": {"name": unit, "value": draft.exact.unit(row.unit_price, "items", i, "unit_price")},
    }


def counted(count: Quantity | None) -> int | float | None:
    """A count that is one number."""
    return number(count.value) if count and count.value is not None else None
