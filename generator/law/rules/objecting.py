"""Objections to a publicity: told by it, by what came after it, or by how they were answered."""

from generator.law import sole
from generator.law.hearing import Hearing
from generator.law.verdict import Silent, Unsure
from generator.records.reading import Filed


def objected_to(h: Hearing) -> list[Filed]:
    """The publicities before a result to which somebody objected in time, wherever that is told."""
    return [
        one
        for one in sole.publicities(h)
        if sole.is_objected_to(h, sole.told_in(h, one, "objections")) or _answers(h, one)
    ]


def is_said_to_be_upheld(h: Hearing) -> bool:
    """Whether the answer to an objection against the publicity of a result says that it was right."""
    if not h.case.of_kind("complaint"):
        return False
    every = (answer for one in sole.publicities(h) for answer in _answers(h, one))
    return any("upheld" in (h.given("effects", of=one) or ()) for one in every)


def _answers(h: Hearing, publicity: Filed) -> list[Filed]:
    """The notices that tell how an objection was answered that came within the period."""
    every = h.case.naming(publicity.stem, "complaint")
    return [one for one in every if h.purchase.concerns(one) and _is_in_time(h, publicity, one)]


def _is_in_time(h: Hearing, publicity: Filed, answer: Filed) -> bool:
    if h.given("complaint_kind", of=answer) != "objection":
        return False
    received = h.given("received_on", of=answer)
    try:
        end = sole.period_end(h, publicity).date
    except (Silent, Unsure):
        return True
    return received is None or received.first <= end
