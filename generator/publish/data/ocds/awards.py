"""Who was chosen: an award for each row of a result, and what later became of it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.publish.data.ocds import bids, lots, notices, tender
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.rows import Award, chosen
from generator.publish.data.ocds.shape import Json
from generator.publish.words import cells
from generator.records import adding
from generator.records.model.amounts import Money
from generator.records.model.parties import Supplier
from generator.records.walk import given
from generator.vocabulary import key_term

_GRANT = "资助（不是采购）"


def awards(draft: Draft) -> list[Json]:
    """The awards of a result, and the end of those that it takes the place of."""
    held = {one.id: one for one in draft.held.of(draft.stem)}
    rows = chosen(draft.filed) if held else []
    own = [_award(draft, i, one, held[draft.id(i + 1)], len(rows)) for i, one in rows]
    if own:
        own[0]["documents"] = [notices.document(draft)]
    else:
        draft.exact.words(given(draft.record, "amount"), "amount")
    _tell_of_lots(draft, rows)
    return [*own, *ended(draft)]


def _tell_of_lots(draft: Draft, rows: list[tuple[int, Supplier]]) -> None:
    """The sums of lots that several have, or nobody is named for."""
    own = [adding.own(draft.filed, one, draft.case.outcome) for _, one in rows]
    for i, row in enumerate(draft.record.lots):
        if row.amount and not any(row.amount is one for one in own):
            draft.exact.words(row.amount, "lots", i, "amount")


def procedure(draft: Draft) -> Json:
    """What a result says of the procedure it ends."""
    record = draft.record
    some, failed = chosen(draft.filed), any(row.failed for row in record.lots)
    ends = "complete" if some else "unsuccessful" if failed else None
    told = tender.core(draft) | {
        "status": ends,
        "numberOfTenderers": record.bidders_count,
        "lots": lots.lots(draft),
        # What several have in common is of the procedure, not of one of them.
        "items": [] if len(some) == 1 else list(lots.items(draft)),
    }
    if record.kind == "grant":
        told["procurementMethodDetails"] = told["procurementMethodDetails"] or _GRANT
    if not some:
        told["documents"] = [notices.document(draft)]
    return told


def ended(draft: Draft) -> list[Json]:
    """The awards of the process that end with this notice: annulled, or others in their place."""
    return [
        {"id": one.id, "status": "cancelled", "gongshi": {"void": True, "voidBy": draft.stem}}
        for one in draft.held.ended.get(draft.stem, ())
    ]


def amended(draft: Draft) -> Iterator[Json]:
    """The awards that a correction of a result leaves to whom they went, as it changes them."""
    gone = {one.id for one in draft.held.ended.get(draft.stem, ())}
    meant = _corrected(draft)
    for one in meant:
        if one.id not in gone:
            yield {
                "id": one.id,
                "value": _corrected_sum(draft) if len(meant) == 1 else None,
                "amendments": [amendment(draft, one.stem)],
            }


def amendment(draft: Draft, amends: str) -> Json:
    """What a correction or a change says of itself."""
    record = draft.record
    key = "corrected_on" if record.kind == "correction" else "changed_on"
    told = [
        f"{one.item or ''}：{one.before or '（空）'} → {one.after or '（空）'}"
        for one in record.changes
    ]
    if more := given(record, "supplement_amount"):
        told.append(f"{key_term('supplement_amount').label}：{cells.money(more)}")
    return {
        "id": draft.stem,
        "date": draft.exact.day(given(record, key), key),
        "rationale": record.reason,
        "description": "\n".join(told),
        "amendsReleaseID": draft.release(amends),
        "releaseID": draft.release(draft.stem),
    }


def _corrected(draft: Draft) -> list[Award]:
    """The awards of the results that it corrects, which still stand before it."""
    results = {
        one.base.filed.stem for one in draft.case.outcome.of(draft.filed) if one.base is not None
    }
    stems = results or set(draft.record.refers)
    return [one for one in draft.held.awards if one.stem in stems]


def _corrected_sum(draft: Draft) -> Json | None:
    return draft.exact.value(given(draft.record, "amount"), "amount")


def _award(draft: Draft, i: int, row: Supplier, held: Award, of: int) -> Json:
    record, exact = draft.record, draft.exact
    ref, gone = draft.parties.ref(row, "supplier"), _gone(draft, held)
    key = "decided_on" if record.kind == "grant" else "determined_on"
    return {
        "id": held.id,
        "title": row.for_,
        "description": given(record, "service_scope"),
        "status": "cancelled" if gone else "active",
        "date": exact.day(given(record, key), key),
        "value": _value(draft, i, row, of),
        "suppliers": [ref] if ref else [],
        "relatedLots": sorted(held.lots),
        "relatedBid": bids.related(draft, row),
        "contractPeriod": exact.term(record.term, "term"),
        "items": list(lots.items(draft)) if of == 1 else [],
        "gongshi": _beside(draft, i, row, of) | ({"void": True, "voidBy": gone} if gone else {}),
    }


def _gone(draft: Draft, held: Award) -> str | None:
    """What undid an award and lies in another process, so that no release of this one says so."""
    by = held.undone.by.stem if held.undone else None
    return None if by in draft.held.ended else by


def _beside(draft: Draft, i: int, row: Supplier, of: int) -> Json:
    return bids.marked(row) | {
        "suppliers": row.count,
        "total": _total(draft, of),
        "reviewPrice": draft.exact.value(row.review_price, "winners", i, "review_price"),
    }


def _value(draft: Draft, i: int, row: Supplier, of: int) -> Json | None:
    """What one is to get: beside its name, in the row of its lot, or all that the notice states."""
    path: tuple[str | int, ...] = ("winners", i, "amount")
    if row.amount:
        return draft.exact.value(row.amount, *path)
    if own := adding.own(draft.filed, row, draft.case.outcome):
        return draft.exact.value(own, "lots", _place(draft, own), "amount")
    return (
        draft.exact.value(given(draft.record, "amount"), "amount") if _is_alone(draft, of) else None
    )


def _place(draft: Draft, own: Money) -> int:
    return next(i for i, row in enumerate(draft.record.lots) if row.amount is own)


def _is_alone(draft: Draft, of: int) -> bool:
    stated = given(draft.record, "winners_count")
    many = getattr(stated, "value", stated)
    return of == 1 and many in {None, 1, Decimal(1)}


def _total(draft: Draft, of: int) -> Json | None:
    """The one sum of all whom a notice chooses, which is of no one of them alone."""
    money = given(draft.record, "amount")
    if _is_alone(draft, of) or money is None:
        return None
    value = draft.exact.value(money, "amount")
    stated = given(draft.record, "winners_count")
    many = getattr(stated, "value", stated)
    counted = sum(one.count or 1 for _, one in chosen(draft.filed))
    shared = int(many) if many is not None else counted
    return value and {"value": value, "sharedBy": shared if shared > 1 else None}
