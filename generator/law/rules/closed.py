"""Frameworks of the closed kind (令110 9): what follows the rules of open tenders says that it is one."""

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rules.framework import ADMISSION, CLOSED_KIND, is_one_award, kind_of, texts_of
from generator.records.reading import Filed


def is_closed_admission(h: Hearing) -> bool:
    """Whether a result says that it admits to a framework of the closed kind."""
    if not h.purchase.is_framework() or is_one_award(h) or kind_of(h) != "closed":
        return False
    own = (str(h.given(key) or "") for key in ("title", "as_titled"))
    return article("O110-9").instrument.holds(h.on()) and any(map(ADMISSION.search, own))


def is_closed_call(h: Hearing, call: Filed | None) -> bool:
    """Whether what is corrected is a call for a framework that says it is of the closed kind."""
    if call is None or not h.purchase.is_framework():
        return False
    held = article("O110-9").instrument.holds(h.on())
    closed = any(map(CLOSED_KIND.search, texts_of(h, call)))
    return held and closed and not is_one_award(h, call)
