"""Who took part, how many there were, and what each offered."""

from collections.abc import Iterator, Sequence

from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json, number
from generator.records.model.amounts import Bid
from generator.records.model.parties import Supplier, Who
from generator.records.outcome import is_nobody
from generator.records.walk import given


def bids(draft: Draft) -> Json:
    """The bids section of a result."""
    rows = given(draft.record, "bidders", ())
    return {"details": list(_details(draft, rows, "bidders", "bid")), "statistics": counted(draft)}


def proposed(draft: Draft) -> Json:
    """Those who may be chosen, before anybody is."""
    rows = given(draft.record, "candidates", ())
    return {"details": list(_details(draft, rows, "candidates", "candidate"))}


def invited(draft: Draft, some: Sequence[Who]) -> Json:
    """Those who are asked for an offer, and have not made one yet."""
    every = [(i, draft.parties.ref(one, "x_invited")) for i, one in enumerate(some, 1)]
    rows = [
        {"id": draft.id("invited", i), "status": "invited", "tenderers": [ref]}
        for i, ref in every
        if ref
    ]
    return {"details": rows}


def counted(draft: Draft) -> list[Json]:
    """How many took part, as the notice says."""
    many = draft.record.bidders_count
    if many is None:
        return []
    return [{"id": draft.id("bidders"), "measure": "bidders", "value": many}]


def related(draft: Draft, row: Supplier) -> str | None:
    """The bid of somebody chosen, where there is one alone that it can be."""
    name, own = draft.case.name(row), set(draft.case.lots(row.lots))
    found = [
        draft.id("bid", i)
        for i, one in enumerate(given(draft.record, "bidders", ()), 1)
        if name and draft.case.name(one) == name and set(draft.case.lots(one.lots)) == own
    ]
    return found[0] if len(found) == 1 else None


def hours(bid: Bid | None) -> int | float | None:
    """What is offered in hours instead of a price."""
    return number(bid.hours) if bid and bid.hours is not None else None


def _details(draft: Draft, rows: Sequence[Supplier], key: str, called: str) -> Iterator[Json]:
    for i, one in enumerate(rows):
        who = None if is_nobody(one) else draft.parties.ref(one, "tenderer")
        if who:
            yield {
                "id": draft.id(called, i + 1),
                "status": _status(one),
                "tenderers": [who],
                "value": draft.exact.value(one.amount, key, i, "amount"),
                "relatedLots": draft.case.lots(one.lots),
                "gongshi": marked(one),
            }


def marked(one: Supplier) -> Json:
    """The score and the place of somebody who took part."""
    score = None if one.score is None else number(one.score)
    return {"score": score, "rank": one.rank, "hours": hours(one.bid)}


def _status(one: Supplier) -> str | None:
    if one.withdrawn:
        return "withdrawn"
    if one.compliant is None:
        # Only what was let through the first look is scored.
        return "valid" if one.score is not None else None
    return "valid" if one.compliant else "disqualified"
