"""Which notice fills which section of a release, by its kind."""

from collections.abc import Callable, Iterable, Mapping

from generator.publish.data.ocds import (
    awards,
    beside,
    bids,
    contracts,
    delivery,
    lots,
    notices,
    planning,
    tender,
)
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.rows import Contract
from generator.publish.data.ocds.shape import Json
from generator.records import moved
from generator.records.walk import given
from generator.vocabulary import key_term

_FAILED = ("废标", "流标")


def of_plan(draft: Draft) -> Json:
    """The need, a plan, a budget."""
    made: Json = {"planning": planning.planning(draft)}
    if draft.record.kind == "consultation":
        made["gongshi"] = {"opinions": beside.opinions(draft)}
    return made


def of_intention(draft: Draft) -> Json:
    """What is to be bought soon."""
    return {"planning": planning.planning(draft), "tender": tender.planned(draft)}


def of_invitation(draft: Draft) -> Json:
    """Suppliers are asked."""
    invited = bids.invited(draft, given(draft.record, "invited", ()))
    return {"planning": _budget(draft), "tender": tender.invitation(draft), "bids": invited}


def of_single_source(draft: Draft) -> Json:
    """One supplier alone is to be asked."""
    invited = bids.invited(draft, draft.record.suppliers)
    return {"planning": _budget(draft), "tender": tender.only_source(draft), "bids": invited}


def of_proposal(draft: Draft) -> Json:
    """Who may be chosen."""
    return {"tender": _noticed(draft), "bids": bids.proposed(draft)}


def of_suspension(draft: Draft) -> Json:
    """The purchase is held up, or goes on."""
    return {"tender": _noticed(draft), "gongshi": {"suspensions": [beside.suspension(draft)]}}


def of_correction(draft: Draft) -> Json:
    """What a correction says anew: of the result, else of the invitation."""
    if is_of_result(draft):
        made = [*awards.awards(draft), *awards.amended(draft)]
        return {"awards": made, "tender": _noticed(draft)}
    amends = next(iter(draft.record.refers), None)
    told = awards.amendment(draft, amends or draft.stem)
    if amends is None:
        del told["amendsReleaseID"]
    due = draft.exact.end(draft.record.new_deadline, "new_deadline")
    named = moved.only(draft.filed, draft.case.loaded.notices, draft.case.outcome.lots)
    if due and named:
        # A reader of the standard alone sees it there.
        said = f"{_of_lots(draft, named)}：{due}"
        told["description"] = "\n".join(filter(None, (told["description"], said)))
    corrected = {
        "value": tender.ceiling(draft),
        "tenderPeriod": {"endDate": None if named else due},
        "contractPeriod": draft.exact.term(draft.record.term, "term"),
        "lots": lots.due(lots.lots(draft), named, due),
        "amendments": [told],
    }
    return {"planning": _budget(draft), "tender": _noticed(draft) | corrected}


def _of_lots(draft: Draft, named: Iterable[str]) -> str:
    """分包 2 新的截止时间（其余包不变）: what a correction moves of some lots alone."""
    label, others = key_term("new_deadline").label, key_term("others_unchanged").label
    apart = f"（{others}）" if draft.record.others_unchanged else ""
    return f"分包 {'、'.join(named)} {label}{apart}"


def is_of_result(draft: Draft) -> bool:
    """Whether a correction is of a result: as it says, or by what it names or chooses."""
    record = draft.record
    results = {one.stem for one in draft.held.awards}
    return (
        "result" in record.scope
        or draft.case.outcome.is_result(draft.filed)
        or (not record.scope and not results.isdisjoint(record.refers))
    )


def of_termination(draft: Draft) -> Json:
    """The purchase, or some lots of it, ends without a choice; a framework that is used up is done."""
    ends, named = _ends(draft), draft.case.outcome.lots.of(draft.filed)
    others = any(one.stands and one.lot not in named for one in draft.case.outcome.results)
    made = _noticed(draft) | {"lots": lots.statuses(draft, ends)}
    if not (named and others):
        made["status"] = ends
    return {"tender": made, "bids": bids.bids(draft), "awards": awards.ended(draft)}


def is_used_up(draft: Draft) -> bool:
    """Whether what ends is a framework under which there was a choice that stands."""
    results = draft.case.outcome.results
    return any(one.stands and one.filed.record.method == "framework" for one in results)


def of_result(draft: Draft) -> Json:
    """Who was chosen."""
    made = {"tender": awards.procedure(draft), "bids": bids.bids(draft)}
    return made | {"planning": _budget(draft), "awards": awards.awards(draft)}


def of_contract(draft: Draft) -> Json:
    """What was signed."""
    core = tender.core(draft) | {"lots": lots.named(draft)}
    made = {"tender": core, "awards": contracts.made_up(draft)}
    made["planning"] = _budget(draft)
    return made | {"contracts": contracts.contracts(draft)}


def of_change(draft: Draft) -> Json:
    """What of a contract was changed."""
    rows = resting_on(draft)
    return {"contracts": contracts.changed(draft, rows)} if rows else _delivered(draft)


def of_delivery(draft: Draft) -> Json:
    """What was done, paid or judged: of one contract, or of none that is known."""
    rows = resting_on(draft)
    if len(rows) == 1:
        return {"contracts": delivery.of_contract(draft, rows)}
    return _delivered(draft)


def of_inspection(draft: Draft) -> Json:
    """What an authority found."""
    return _delivered(draft)


def of_consequence(draft: Draft) -> Json:
    """What follows from an evaluation."""
    return {"gongshi": {"consequences": beside.consequences(draft)}}


def of_complaint(draft: Draft) -> Json:
    """What was decided of a complaint; whom it takes an award from."""
    made = {"complaints": [beside.complaint(draft)]}
    return {"gongshi": made, "awards": awards.ended(draft)}


def resting_on(draft: Draft) -> list[Contract]:
    """The rows of the contract that a notice is about, as far as its suppliers and lots tell."""
    contract = draft.case.resting.of(draft.filed)
    rows = draft.held.signed(contract.stem) if contract else []
    payees = given(draft.record, "payee", ())
    names = {draft.case.name(one) for one in (*draft.record.suppliers, *payees)} - {None}
    own = draft.case.outcome.lots.of(draft.filed)
    rows = [one for one in rows if not names or one.name is None or one.name in names]
    return [one for one in rows if not own or not one.lots or own & one.lots]


def _ends(draft: Draft) -> str:
    if is_used_up(draft):
        return "complete"
    told = "".join(filter(None, (draft.record.title, draft.record.as_titled, draft.record.reason)))
    return "unsuccessful" if any(word in told for word in _FAILED) else "cancelled"


def _budget(draft: Draft) -> Json:
    return {"budget": planning.budget(draft)}


def _noticed(draft: Draft) -> Json:
    return tender.core(draft) | {"documents": [notices.document(draft)]}


def _delivered(draft: Draft) -> Json:
    return {"gongshi": {"delivery": [delivery.without(draft)]}}


MAKERS: Mapping[str, Callable[[Draft], Json]] = {
    "consultation": of_plan,
    "preparation": of_plan,
    "annual-plan": of_plan,
    "budget-approval": of_plan,
    "intention": of_intention,
    "prequalification": of_invitation,
    "tender": of_invitation,
    "document": of_invitation,
    "single-source": of_single_source,
    "proposal": of_proposal,
    "suspension": of_suspension,
    "correction": of_correction,
    "termination": of_termination,
    "award": of_result,
    "grant": of_result,
    "contract": of_contract,
    "contract-change": of_change,
    "report": of_delivery,
    "payment": of_delivery,
    "acceptance": of_delivery,
    "evaluation": of_delivery,
    "inspection": of_inspection,
    "consequence": of_consequence,
    "complaint": of_complaint,
}
# Of what belongs to no purchase only these begin a process; a list of grants or of honours does not.
LOOSE = frozenset({"consultation", "intention", "annual-plan", "budget-approval"})


def is_mapped(kind: str, loose: bool) -> bool:
    """Whether the standard has a place for a kind of notice."""
    return kind in (LOOSE if loose else MAKERS)
