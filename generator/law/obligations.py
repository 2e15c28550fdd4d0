"""What must appear next, by when, by whom: only for projects whose notices are all here."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.law import links
from generator.law.calendar import UnknownYear
from generator.law.case import Case
from generator.law.counting import last_day
from generator.law.instruments import limit
from generator.law.verdict import Outcome, Verdict
from generator.records.digest import Duty
from generator.records.reading import Filed

# Verdicts that already say whether a publication came in time.
_PUBLISHED = {
    "DL-3": "award",
    "DL-4": "contract-notice",
    "DL-8": "contract-change",
    "DL-9": "acceptance",
    "DL-12": "complaint",
    "DL-15": "argument",
}
_ARTICLES = {
    "DL-3": "GPR-43",
    "DL-4": "GPR-50",
    "DL-8": "N243-一",
    "DL-9": "N135-二（四）10",
    "DL-12": "N135-监管信息",
    "DL-15": "O74-40",
}
_STATES = {Outcome.MET: "kept", Outcome.NOT_MET: "late"}
_FINAL = frozenset({"final", "closing", "annual", "review"})


def duties(case: Case, verdicts: Iterable[Verdict]) -> tuple[Duty, ...]:
    """The duties of a covered project, in the order of its notices; none for others."""
    if (
        not case.covered
        or case.record is None
        or case.record.regime not in {"statutory", "below-limit"}
    ):
        return ()
    open_ = (duty for filed in case.notices for duty in _open(case, filed))
    return (*_published(case, verdicts), *open_)


def _published(case: Case, verdicts: Iterable[Verdict]) -> Iterator[Duty]:
    for one in verdicts:
        if what := _PUBLISHED.get(one.rule):
            state = _STATES.get(one.outcome, "unknown")
            filed = case.stems[one.stem]
            said = _said(one) if state == "late" else ""
            yield Duty(
                what,
                _ARTICLES[one.rule],
                _by(case, filed),
                state,
                None,
                None,
                one.stem,
                one.stem,
                one.why,
                said,
            )


def _said(late: Verdict) -> str:
    """What a late publication came after, and the last day it should have kept."""
    return late.sentence.partition("；")[0] + "".join(
        f"，应不晚于 {one.value}" for one in late.compared if one.label == "最迟"
    )


def _open(case: Case, filed: Filed) -> Iterator[Duty]:
    match filed.record.kind:
        case "tender":
            yield from _result(case, filed)
        case "award" | "correction":
            yield from _contract(case, filed)
        case "single-source":
            yield from _argument(case, filed)
        case "contract":
            yield from _acceptance(case, filed)
            yield from _evaluation(case, filed)
        case "evaluation":
            yield from _consequence(case, filed)
        case "consequence":
            yield from _rectification(case, filed)
        case "complaint":
            yield from _decision(case, filed)


def _result(case: Case, tender: Filed) -> Iterator[Duty]:
    """After the deadline a result or a termination; the law names no days for the review."""
    moved = links.deadline_changes(case, tender)
    deadline = moved[-1].record.new_deadline if moved else tender.record.deadline
    later = _after(case, tender, "award", "termination")
    if deadline and deadline.day and not later:
        yield _duty(case, tender, "result", "GPR-43", since=deadline.day)


def _contract(case: Case, result: Filed) -> Iterator[Duty]:
    """Within thirty days of the letter, and published two working days later."""
    letter, record = getattr(result.record, "letter_issued_on", None), result.record
    if not letter or not letter.day or links.is_framework(case) or result.stem in case.void:
        return
    if _after(case, result, "contract", "termination") or not getattr(record, "winners", ()):
        return
    try:
        due = _signed_and_published(case, letter.day)
    except UnknownYear:
        yield _duty(case, result, "contract", "GPL-46", since=letter.day, why="calendar")
    else:
        yield _duty(case, result, "contract", "GPL-46", since=letter.day, due=due)


def _signed_and_published(case: Case, letter: date) -> date:
    signed = last_day(letter, limit("GPL-46.sign"), case.place.declared or "A")
    return last_day(signed, limit("GPR-50.publish"), case.place.declared or "A")


def _argument(case: Case, publicity: Filed) -> Iterator[Duty]:
    record = publicity.record
    period = record.notice_period
    if not record.objections or record.supplementary_argument or not period or not period.to:
        return
    if period.to.day:
        yield _counted(case, publicity, "argument", "O74-40.argue", period.to.day)


def _acceptance(case: Case, contract: Filed) -> Iterator[Duty]:
    """After the service ends; the law names no days for the acceptance itself."""
    assert case.record
    end = _end_of_service(contract.record)
    if end is None or case.record.service_kind == "auxiliary" or _only_frames(case, contract):
        return
    if not _delivered(case, contract, "acceptance"):
        yield _duty(case, contract, "acceptance", "GPR-45", since=end)


def _evaluation(case: Case, contract: Filed) -> Iterator[Duty]:
    """Beijing: the service is evaluated; the law names no days."""
    end = _end_of_service(contract.record)
    if end is None or not case.place.has("BJ156", end) or _only_frames(case, contract):
        return
    if not _delivered(case, contract, "evaluation"):
        yield _duty(case, contract, "evaluation", "BJ156-绩效评价", since=end)


def _only_frames(case: Case, contract: Filed) -> bool:
    """Whether it is a framework agreement: its orders are delivered, not itself."""
    return links.is_framework(case) and not contract.record.parent


def _end_of_service(record: Any) -> date | None:
    end = record.term.to.on if record.term and record.term.to else None
    return end.day if end else None


def _delivered(case: Case, contract: Filed, kind: str) -> bool:
    """Whether this contract has its own notice of the kind: named, or one for each contract."""
    if any(_is_final(one) for one in case.naming(contract.stem, kind)):
        return True
    unnamed = case.once(("no contract", kind), lambda: _unnamed(case, kind))
    place = case.once(("ending",), lambda: _ending(case))[contract.stem]
    return place < unnamed


def _is_final(delivered: Filed) -> bool:
    return delivered.record.kind != "evaluation" or delivered.record.stage in _FINAL


def _unnamed(case: Case, kind: str) -> int:
    """How many notices of the kind name no contract."""
    final = (one for one in case.of_kind(kind) if _is_final(one))
    return sum(not links.referred(case, one, "contract") for one in final)


def _ending(case: Case) -> dict[str, int]:
    """The contracts whose service ends on a stated day, in their order."""
    ending = (one for one in case.of_kind("contract") if _end_of_service(one.record))
    return {one.stem: i for i, one in enumerate(ending)}


def _consequence(case: Case, evaluation: Filed) -> Iterator[Duty]:
    """Wuhan: a failing final grade is followed by rectification and a bar, without days."""
    record = evaluation.record
    grade = record.overall.grade.value if record.overall and record.overall.grade else None
    day = record.published.day if record.published else None
    if (
        grade != "不合格"
        or record.stage not in _FINAL
        or not day
        or not case.place.has("WH67", day)
    ):
        return
    followed = case.naming(evaluation.stem, "consequence")
    measures = {one.record.measure for one in followed}
    if not {"rectification", "disqualification"} <= measures:
        yield _duty(case, evaluation, "consequence", "WH67-11", since=day)


def _rectification(case: Case, notice: Filed) -> Iterator[Duty]:
    """By the day the notice itself sets."""
    record = notice.record
    if record.measure != "rectification" or not record.due or not record.due.day:
        return
    later = case.naming(notice.stem, "consequence")
    done = next((one.record.done_on for one in (notice, *later) if one.record.done_on), None)
    by = tuple(who.party or who.printed or "" for who in record.suppliers)
    article = "WH67-11" if case.place.has("WH67", record.due.day) else "BJ156-绩效评价"
    if not case.place.has(article.partition("-")[0], record.due.day):
        return
    state = "open" if done is None else "kept" if done.last <= record.due.last else "late"
    stem = next((one.stem for one in later if one.record.done_on), notice.stem if done else "")
    yield Duty("rectification", article, by, state, None, record.due.day, notice.stem, stem, "")


def _decision(case: Case, complaint: Filed) -> Iterator[Duty]:
    record = complaint.record
    received = record.received_on.day if record.received_on else None
    if record.complaint_kind == "complaint" and received and not record.decided_on:
        yield _counted(case, complaint, "decision", "GPL-56.decide", received)


def _counted(case: Case, cause: Filed, what: str, ref: str, since: date) -> Duty:
    article = ref.partition(".")[0]
    try:
        due = last_day(since, limit(ref), case.place.declared or "A")
    except UnknownYear:
        return _duty(case, cause, what, article, since=since, why="calendar")
    return _duty(case, cause, what, article, since=since, due=due)


def _duty(
    case: Case,
    cause: Filed,
    what: str,
    article: str,
    *,
    since: date,
    due: date | None = None,
    why: str = "",
) -> Duty:
    state = "unknown" if why else "open"
    return Duty(what, article, _by(case, cause), state, since, due, cause.stem, "", why)


def _by(case: Case, filed: Filed) -> tuple[str, ...]:
    """The purchasers: of the notice, else of the project."""
    record = case.record
    whos = filed.record.purchaser or (record.purchaser if record else ())
    return tuple(who.party or who.printed or "" for who in whos)


def _after(case: Case, filed: Filed, *kinds: str) -> bool:
    """Whether a later notice of these kinds names this one, or stands in its round."""
    ends = (case.same_round(filed, *kinds)[-1:], case.naming(filed.stem, *kinds)[-1:])
    return any(case.order(one) > case.order(filed) for end in ends for one in end)
