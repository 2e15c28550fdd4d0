"""What may have kept a purchaser from going on: questions and complaints (条例54, 采购法57)."""

import re
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.telling import Day
from generator.law.verdict import Outcome, Verdict
from generator.records.reading import Filed


class Stop(NamedTuple):
    """What stops a step: notices of these kinds, and the words for it."""

    kinds: frozenset[str | None]
    step: str
    by: str

    def beside(self, lot: str) -> str:
        """What a verdict on a late step leaves open: answers to questions are no notices.

        Of one of several lots: what is about another stops nothing here.
        """
        own = "涉及本包、" if lot else ""
        return f"；收录的公告里没有{own}可能暂停{self.step}的{self.by}"


# An objection is to a publicity; a report stops nothing by the law.
SIGNING = Stop(frozenset({"challenge", "complaint", None}), "签订", "质疑、投诉")
# A challenge stops the signing only (条例54), a complaint every step (采购法57).
GOING_ON = Stop(frozenset({"complaint", None}), "采购活动", "投诉")
_TOLD = re.compile("质疑|投诉|暂停")


def in_time(h: Hearing, ref: str, first: Day, second: Day, stop: Stop) -> Verdict:
    """A step in time after another; late ones are not judged where something may have stopped it."""
    found = h.at_most(ref, first, second, stop.beside(h.lot_said))
    why = found.outcome is Outcome.NOT_MET and _why_stopped(h, first, second, stop)
    if not why:
        return found
    told = f"{found.sentence.partition('；')[0]}；{why}，可能依法暂停过{stop.step}，由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


def _why_stopped(h: Hearing, first: Day, second: Day, stop: Stop) -> str:
    """What may have stopped it between the two; empty where nothing is on file."""
    held_up = [one for one in h.case.of_kind("suspension") if h.purchase.concerns(one)]
    if any(_is_held_up(h, one, first, second) for one in held_up):
        return "其间有暂停公告"
    filed = [one for one in h.case.of_kind("complaint") if h.purchase.concerns(one)]
    if any(_is_between(h, one, first, second) for one in filed if _is_of(h, one, stop)):
        return f"其间有{stop.by.replace('、', '或者')}"
    words = (said for one in h.case.notices for said in h.column("mentions", "words", of=one))
    return "公告提到过质疑、投诉或者暂停" if any(map(_TOLD.search, words)) else ""


def _is_held_up(h: Hearing, one: Filed, first: Day, second: Day) -> bool:
    """Whether it may have been suspended then; what went on after it, without an end, had ended."""
    came = h.given("effective", "from_", of=one) or h.given("decided_on", of=one) or h.dated(one)
    resumed = h.given("resumed_on", of=one)
    ended = resumed or h.given("effective", "to", of=one) or came
    # What only tells that it goes on again began before.
    began = came is None or came.first < second.date or resumed is not None
    return began and (ended is None or ended.last >= first.date)


def _is_of(h: Hearing, one: Filed, stop: Stop) -> bool:
    return h.given("complaint_kind", of=one) in stop.kinds


def _is_between(h: Hearing, one: Filed, first: Day, second: Day) -> bool:
    """Whether it may have been open then; one without days may."""
    came = h.given("received_on", of=one)
    ended = h.given("decided_on", of=one) or h.dated(one)
    began = came is None or came.first < second.date
    return began and (ended is None or ended.last >= first.date)
