"""Frameworks of the closed kind (令110 9): what follows the rules of open tenders says that it is one."""

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rules.framework import is_one_award
from generator.law.rules.wording import is_called_admission, is_of_kind, kind_of
from generator.records.reading import Filed


def is_closed_admission(h: Hearing) -> bool:
    """Whether a result says that it admits to a framework of the closed kind."""
    if not h.purchase.is_framework() or is_one_award(h) or kind_of(h) != "closed":
        return False
    return article("O110-9").instrument.holds(h.on()) and is_called_admission(h, h.notice)


def is_closed_call(h: Hearing, call: Filed | None) -> bool:
    """Whether what is corrected is a call for a framework that says it is of the closed kind."""
    if call is None or not h.purchase.is_framework():
        return False
    held = article("O110-9").instrument.holds(h.on())
    return held and is_of_kind(h, call, "closed") and not is_one_award(h, call)
