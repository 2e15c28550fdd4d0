"""What was signed: a contract for each supplier, with the award it comes of, or one made for it."""

from collections.abc import Iterator

from generator.publish.data.ocds import awards, lots, metrics, notices
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.rows import Contract
from generator.publish.data.ocds.shape import Json, joined, number
from generator.records import instalments
from generator.records.lots import row_name
from generator.records.model.choosing import LineItem
from generator.records.model.parties import Supplier
from generator.records.model.times import Payment
from generator.records.walk import given

_NONE = "本站未收录对应的结果公告"
_UNCLEAR = "不能确定对应哪一份结果公告"


def contracts(draft: Draft) -> list[Json]:
    """The contracts of a notice."""
    rows = draft.held.signed(draft.stem)
    return [_contract(draft, one, len(rows)) for one in rows]


def made_up(draft: Draft) -> list[Json]:
    """Awards that the standard asks for and no notice states; each says that it is none."""
    rows = [one for one in draft.held.signed(draft.stem) if one.held is None]
    return [
        {
            "id": one.award,
            "title": _UNCLEAR if one.may_be else _NONE,
            "suppliers": _suppliers(draft, one),
            "relatedLots": sorted(one.lots),
            "gongshi": {"held": False},
        }
        for one in rows
    ]


def changed(draft: Draft, rows: list[Contract]) -> list[Json]:
    """Contracts as a later notice changes them; the sum is of one contract, or is not said of any."""
    money = draft.exact.value(given(draft.record, "amount"), "amount")
    return [
        {
            "id": one.id,
            "awardID": one.award,
            "value": money if len(rows) == 1 else None,
            "period": draft.exact.term(draft.record.term, "term"),
            "milestones": list(_replaced(draft, one)) if len(rows) == 1 else [],
            "amendments": [awards.amendment(draft, one.stem)],
        }
        for one in rows
    ]


def _contract(draft: Draft, one: Contract, of: int) -> Json:
    record, exact = draft.record, draft.exact
    return {
        "id": one.id,
        "awardID": one.award,
        "title": record.contract_name or record.title,
        "description": record.scope or joined(record.service_items),
        "status": "active",
        "value": _value(draft, one, of),
        "dateSigned": exact.day(record.signed, "signed"),
        "period": exact.term(record.term, "term"),
        "suppliers": _suppliers(draft, one),
        "items": [*_lines(draft), *lots.items(draft)],
        "milestones": list(_payments(draft)),
        "agreedMetrics": [*metrics.promised(draft, record.targets), *metrics.costs(draft)],
        "documents": [notices.document(draft)],
        "gongshi": _beside(draft, one, of),
    }


def _beside(draft: Draft, one: Contract, of: int) -> Json:
    """The lots of a contract, the one above it, and the sum that several have together."""
    record = draft.record
    parent = draft.held.signed(record.parent) if record.parent else []
    whole = draft.exact.value(record.amount, "amount") if of > 1 else None
    return {
        "relatedLots": sorted(one.lots),
        "parent": parent[0].id if len(parent) == 1 else record.parent,
        "total": whole and {"value": whole, "sharedBy": of},
    }


def _supplier(draft: Draft, one: Contract) -> Supplier | None:
    return None if one.row is None else draft.record.suppliers[one.row]


def _suppliers(draft: Draft, one: Contract) -> list[Json]:
    who = _supplier(draft, one)
    ref = draft.parties.ref(who, "supplier") if who else None
    return [ref] if ref else []


def _value(draft: Draft, one: Contract, of: int) -> Json | None:
    who = _supplier(draft, one)
    if who and who.amount:
        return draft.exact.value(who.amount, "suppliers", one.row or 0, "amount")
    return draft.exact.value(draft.record.amount, "amount") if of == 1 else None


def _lines(draft: Draft) -> Iterator[Json]:
    rows: tuple[LineItem, ...] = draft.record.line_items
    for i, row in enumerate(rows):
        price = draft.exact.unit(row.unit_price, "line_items", i, "unit_price")
        yield {
            "id": draft.id("line", i + 1),
            "description": row.name,
            "quantity": lots.counted(row.quantity),
            "unit": {"name": row.unit, "value": price},
            "gongshi": {"total": draft.exact.value(row.amount, "line_items", i, "amount")},
        }
    for i, lot in enumerate(draft.record.lots):
        if lot.amount:
            yield {
                "id": draft.id("lot", i + 1),
                "description": lot.name,
                "relatedLot": draft.case.outcome.lots.called(row_name(lot, i)),
                "gongshi": {"total": draft.exact.value(lot.amount, "lots", i, "amount")},
            }


def _replaced(draft: Draft, one: Contract) -> Iterator[Json]:
    """The plan of a change, under the ids of the instalments that it takes the place of."""
    filed = next(each for each in draft.case.loaded.notices if each.stem == one.stem)
    now = instalments.replaced(filed.record.payment_plan, draft.record.payment_plan)
    old = {new: i for i, new in now.items()}
    for i, made in enumerate(_payments(draft)):
        yield made | ({"id": f"{one.stem}-payment-{old[i] + 1}"} if i in old else {})


def _payments(draft: Draft) -> Iterator[Json]:
    """What is to be paid, when and for what; nobody knows yet whether it was."""
    rows: tuple[Payment, ...] = draft.record.payment_plan
    for i, row in enumerate(rows):
        share = None if row.share is None else f"{number(row.share)}%"
        value = draft.exact.value(row.amount, "payment_plan", i, "amount")
        yield {
            "id": draft.id("payment", i + 1),
            "title": row.event or "付款",
            "type": "payment",
            "description": joined(filter(None, (share, row.printed))),
            "gongshi": {"value": value},
            "dueDate": draft.exact.end(row.on, "payment_plan", i, "on"),
        }
