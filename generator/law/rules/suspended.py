"""What may have kept a purchaser from signing: questions and complaints (条例54, 采购法57)."""

import re

from generator.law.hearing import Hearing
from generator.law.telling import Day
from generator.law.verdict import Outcome, Verdict
from generator.records.reading import Filed

# An objection is to a publicity; a report stops nothing by the law.
_STOPS = frozenset({"challenge", "complaint", None})
_TOLD = re.compile("质疑|投诉|暂停")
# What a verdict on a late contract leaves open: an answer to a question is no notice.
UNSTOPPED = "；收录的公告里没有可能暂停签订的质疑、投诉"


def unless_stopped(h: Hearing, found: Verdict, letter: Day, signed: Day) -> Verdict:
    """A late contract is not judged where somebody questioned or complained before it was signed."""
    if found.outcome is not Outcome.NOT_MET or not _may_be_stopped(h, letter, signed):
        return found
    said = found.sentence.partition("；")[0]
    told = f"{said}；签订以前有质疑或者投诉，期间可能依法暂停过签订，由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


def _may_be_stopped(h: Hearing, letter: Day, signed: Day) -> bool:
    """Whether a question or complaint may have been open between the letter and the contract."""
    filed = [one for one in h.case.of_kind("complaint") if h.purchase.concerns(one)]
    words = (said for one in h.case.notices for said in h.column("mentions", "words", of=one))
    return any(map(_TOLD.search, words)) or any(
        _is_between(h, one, letter, signed) for one in filed
    )


def _is_between(h: Hearing, one: Filed, letter: Day, signed: Day) -> bool:
    """Whether it may have been open then; one without days may."""
    if h.given("complaint_kind", of=one) not in _STOPS:
        return False
    came = h.given("received_on", of=one)
    ended = h.given("decided_on", of=one) or h.dated(one)
    began = came is None or came.first < signed.date
    return began and (ended is None or ended.last >= letter.date)
