"""A last day that a correction of other lots may mean for this one: told where both days say the same."""

from generator.law.hearing import Hearing
from generator.law.telling import Day
from generator.law.verdict import Outcome, Unsure, Verdict
from generator.records import moved
from generator.records.moved import Ends
from generator.records.source import Path

_OFFERS: Path = ("deadline",)
_DOCUMENTS: Path = ("documents", "to")


def until_offers(h: Hearing, ref: str, start: Day) -> Verdict:
    """At least the limit lies between a day and the deadline, as last corrected."""
    return _long_enough(h, ref, start, _OFFERS, moved.deadline)


def until_documents(h: Hearing, ref: str, start: Day) -> Verdict:
    """At least the limit lies between a day and the last on which documents are offered."""
    return _long_enough(h, ref, start, _DOCUMENTS, moved.documents_end)


def _long_enough(h: Hearing, ref: str, start: Day, path: Path, of: Ends) -> Verdict:
    try:
        return h.at_least(ref, start, h.day(*path))
    except Unsure as doubt:
        found = _on_either(h, ref, start, path, of) if doubt.why == "lot" else None
        if found is None:
            raise
        return found


def _on_either(h: Hearing, ref: str, start: Day, path: Path, of: Ends) -> Verdict | None:
    """The same on both days that the lot may have, whichever it is; None where they differ."""
    case = h.case
    end = moved.of_lot(h.notice, case.notices, case.outcome, of, h.lot or "")
    if end is None or end.perhaps is None or not (end.day.day and end.perhaps.day):
        return None
    h.rests_on(case.stems[end.unsure], *(("new_deadline",) if path == _OFFERS else path))
    label, own = h.label(*path), () if end.by else path
    early = h.at_least(ref, start, Day(end.day.day, label, own))
    late = h.at_least(ref, start, Day(end.perhaps.day, label, ()))
    if early.outcome is not late.outcome:
        return None
    # What falls short is told by the day that is kinder to whoever set it.
    return early if early.outcome is Outcome.MET else late
