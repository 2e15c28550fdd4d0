"""Disclosure of an end without a result: what notices of terminations must state."""

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import rule
from generator.law.verdict import Outcome, Verdict

# Since July 2015 one notice binds them all, whatever ended them.
_ENDING = "N135-二（四）9"
_TERMINATIONS = {
    "negotiation": "O74-37.reason",
    "inquiry": "O74-50.reason",
    "single-source": "O74-43.reason",
    "competitive-consultation": "N214-34.reason",
    "open-tender": _ENDING,
    "invited-tender": _ENDING,
}


@rule(
    "DS-9",
    "N135-二（四）9",
    "O74-37",
    "O74-43",
    "O74-50",
    "N214-34",
    kinds="termination",
    deed="published",
)
def terminations_give_the_reason(h: Hearing) -> Verdict | None:
    """终止公告说明原因。

    招标、竞争性谈判、竞争性磋商、询价、单一来源都要说明；没有写采购方式的，看它的采购公告。原因一栏写“详见附件”“/”的不作判断。
    2015年7月17日以前，只有各自办法列出的几种情形要说明，采购任务取消的不在其中：没有写原因的，是不是这些情形看不出，不作判断。
    框架协议和不是法定采购方式的，这几条没有写到，不适用。摘录没有写到的，不作判断。

    例：2026年谈判终止的全文公告没有写原因，不符合。
    """
    ref = _TERMINATIONS.get(h.method())
    if ref is None:
        return None
    ref = _ENDING if article(_ENDING).instrument.holds(h.on()) else ref
    found = h.shown("reason") | h.shown("reason_listed")
    told = h.states(ref, {"终止原因": found}, born=("终止原因",))
    return told if ref == _ENDING else _of_some_endings(h, ref, told)


def _of_some_endings(h: Hearing, ref: str, found: Verdict) -> Verdict:
    """Without a reason it is not known whether it is one of those that must be given."""
    if found.outcome is not Outcome.NOT_MET:
        return found
    listed = article(ref).citation
    told = f"公告未载明终止原因；当时只有{listed}列出的情形要说明，是不是这些情形看不出"
    return h.cannot_tell("machine", found.at, told, *found.compared)
