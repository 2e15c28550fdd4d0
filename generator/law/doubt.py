"""What keeps a verdict from being told: one list, for one project and for several."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.law.calendar import UnknownYear
from generator.law.instruments import ForceUnknown
from generator.law.rule import Rule
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.records.grounds import Grounds
from generator.records.model.origin import UNKNOWN


class Doubt(NamedTuple):
    """A word of the list `why`, and the Chinese sentence that says so."""

    why: str
    sentence: str

    def upon(self, found: Verdict) -> Verdict:
        """The verdict as one that cannot be told, with all that it compared."""
        return found._replace(outcome=Outcome.CANNOT_TELL, sentence=self.sentence, why=self.why)


PLACE = Doubt("place", "所在地区是推断的，不能确定适用哪个地方的规定")
UNCLEAR = Doubt("lot", "后来的公告改了结果，看不出是哪一包，不能确定这一包的结果")
_REGIME_UNKNOWN = Doubt("regime", "采购性质未载明，不能确定适用哪些规定")
_REGIME_INFERRED = Doubt("regime", "采购性质是推断的，不能确定适用哪些规定")
_REGIME_REPRINTED = Doubt("regime", "采购性质只见于转载，不能确定适用哪些规定")
ASKED = Doubt("asked", "判断要用的数字或日期有疑问，还没有核对原文")
# No notice at all: what the notice itself says, nobody has seen.
RETOLD = Doubt("secondary", "收录的是新闻等的转述，不是公告本身；公告写了什么，没有看到")
_REPRINT = Doubt("reprint", "转载件，未核对原文")
_SOURCE = Doubt("source", "来源不明，未核对原文")


def of_regime(regime: str | None, basis: str | None) -> Doubt | None:
    """Whether it is known which rules bind the purchase; None for a regime that is stated."""
    if regime in {None, "unknown"}:
        return _REGIME_UNKNOWN
    if basis == "reprint":
        return _REGIME_REPRINTED
    return _REGIME_INFERRED if basis == "inferred" else None


def of_grounds(found: Verdict, rests: Iterable[Grounds]) -> Doubt | None:
    """What is doubtful in all that a verdict rests on.

    What departs is told only where nothing at all is asked about in those notices.
    """
    if found.outcome is Outcome.CANNOT_TELL:
        return None
    held = list(rests)
    if any(one.asked_at if found.outcome is Outcome.MET else one.asked_near for one in held):
        return ASKED
    copied = {one.copied for one in held} - {""}
    if copied:
        return _SOURCE if copied == {UNKNOWN} else _REPRINT
    inferred = next((one.inferred for one in held if one.inferred), "")
    return Doubt("inferred", _guessed(inferred)) if inferred else None


def _guessed(value: str) -> str:
    return f"{value}是推断的，或者只见于转载"


# Whose sentence says already what is doubtful in what was compared.
_OF_GROUNDS = frozenset({ASKED.why, _REPRINT.why, _SOURCE.why, "inferred"})


def marked(told: Verdict, rests: Grounds) -> Verdict:
    """What was compared and cannot be told for another reason, with the marks of a copy and of a guess."""
    if told.why in _OF_GROUNDS:
        return told
    copied = (_SOURCE if rests.copied == UNKNOWN else _REPRINT).sentence if rests.copied else ""
    guessed = _guessed("、".join(rests.guessed)) if rests.guessed else ""
    marks = tuple(Compared("注意", one) for one in (copied, guessed) if one)
    return told._replace(compared=(*told.compared, *marks))


# How a rule finds while it is heard that it cannot say.
DOUBTS = (Unsure, UnknownYear, ForceUnknown)


def of_hearing(rule: Rule, problem: Unsure | UnknownYear | ForceUnknown) -> Doubt:
    """Why a rule cannot say what it was asked."""
    if isinstance(problem, Unsure):
        return Doubt(problem.why, problem.sentence)
    if isinstance(problem, UnknownYear):
        return Doubt("calendar", str(problem))
    return Doubt("force", f"{rule.articles[0].citation}在这一天是否已经施行，没有查实")
