"""What must appear next, by when, by whom: only for projects whose notices are all here.

A duty cites only what binds that purchase, lot by lot; what happened before the
day from which all notices are here is nobody's missing notice.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.law.calendar import UnknownYear
from generator.law.case import Case
from generator.law.counting import last_day
from generator.law.instruments import article, limit
from generator.law.judge import rules
from generator.law.purchase import Purchase
from generator.law.rule import PURCHASES, STATUTORY
from generator.law.verdict import Outcome, Verdict
from generator.records.digest import Duty
from generator.records.model.dates import Date
from generator.records.outcome import WHOLE, Result, is_final
from generator.records.reading import Filed
from generator.records.walk import given

_STATES = {Outcome.MET: "kept", Outcome.NOT_MET: "late"}


def duties(case: Case, verdicts: Iterable[Verdict]) -> tuple[Duty, ...]:
    """The duties of a covered project, in the order of its notices; none for others."""
    if not case.covered or case.record is None or case.record.regime not in PURCHASES:
        return ()
    open_ = (duty for filed in case.notices for duty in _open(case, filed))
    return (*_published(case, verdicts), *(one for one in open_ if _is_ours(case, one)))


def _is_ours(case: Case, duty: Duty) -> bool:
    """Whether its article binds this kind of purchase, and its cause lies in the time covered."""
    assert case.record
    book = article(duty.article).instrument.book
    bound = PURCHASES if book != "national" else STATUTORY
    began = duty.since or duty.due
    return case.record.regime in bound and (began is None or case.covers(began))


def _published(case: Case, verdicts: Iterable[Verdict]) -> Iterator[Duty]:
    for one in verdicts:
        rule = rules()[one.rule]
        if rule.duty:
            state = _STATES.get(one.outcome, "unknown")
            yield Duty(
                rule.duty,
                rule.refs[0],
                _by(case, case.stems[one.stem]),
                state,
                None,
                None,
                one.stem,
                one.stem,
                one.why,
                _said(one) if state == "late" else "",
                one.lot,
            )


def _said(late: Verdict) -> str:
    """What a late publication came after, and the last day it should have kept."""
    return late.sentence.partition("；")[0] + "".join(
        f"，应不晚于 {one.value}" for one in late.compared if one.label == "最迟"
    )


def _open(case: Case, filed: Filed) -> Iterator[Duty]:
    match filed.record.kind:
        case "tender":
            for lot in _lots(case, filed):
                yield from _result(case, filed, lot)
        case "award" | "correction":
            for result in case.outcome.of(filed):
                yield from _contract(case, result)
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


def _lots(case: Case, filed: Filed) -> list[str]:
    return sorted(case.lots_of(filed)) or [WHOLE]


def _purchase(case: Case, filed: Filed, lot: str) -> Purchase:
    return Purchase(case, filed, lot, lambda *_: None)


def _result(case: Case, tender: Filed, lot: str) -> Iterator[Duty]:
    """After the deadline a result or a termination; the law names no days for the review."""
    purchase = _purchase(case, tender, lot)
    found = purchase.own("deadline")
    deadline: Date | None = found.value if found else None
    if deadline and deadline.day and not _follows(purchase, "award", "termination"):
        yield _duty(case, tender, "result", "GPR-43", since=deadline.day, lot=lot)


def _contract(case: Case, result: Result) -> Iterator[Duty]:
    """Within thirty days of the letter, and published two working days later."""
    purchase = _purchase(case, result.filed, result.lot)
    found = purchase.of_result(result, "letter_issued_on")
    letter: Date | None = found.value if found else None
    if not result.stands or not letter or not letter.day or purchase.is_framework():
        return
    chosen = any(given(one.record, "winners", ()) for one in result.chain())
    if not chosen or _follows(purchase, "contract", "termination"):
        return
    try:
        due = _signed_and_published(case, letter.day)
    except UnknownYear:
        due = None
    why = "" if due else "calendar"
    yield _duty(
        case, result.filed, "contract", "GPL-46", since=letter.day, due=due, why=why, lot=result.lot
    )


def _follows(purchase: Purchase, *kinds: str) -> bool:
    """Whether a later notice of these kinds names this one, or stands in its round and lot.

    One that names no lot stands for one of several at most: it answers where all are answered.
    """
    case, filed = purchase.case, purchase.notice
    here = {one.stem: one for one in (*purchase.around(*kinds), *_naming(purchase, *kinds))}
    later = [one for one in here.values() if case.order(one) > case.order(filed)]
    if len(case.lots_around(filed)) < 2:
        return bool(later)
    own = [one for one in later if case.lots_of(one) or one.record.kind == "termination"]
    return bool(own) or len(later) >= len(case.lots_around(filed))


def _naming(purchase: Purchase, *kinds: str) -> list[Filed]:
    named = purchase.case.naming(purchase.notice.stem, *kinds)
    return [one for one in named if purchase.concerns(one)]


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
    end = _end_of_service(case, contract)
    if end is None or case.record.service_kind == "auxiliary" or _only_frames(case, contract):
        return
    if not _delivered(case, contract, "acceptance"):
        yield _duty(case, contract, "acceptance", "GPR-45", since=end)


def _evaluation(case: Case, contract: Filed) -> Iterator[Duty]:
    """Beijing: the service is evaluated; the law names no days."""
    end = _end_of_service(case, contract)
    if end is None or not case.place.has("BJ156", end) or _only_frames(case, contract):
        return
    if not _delivered(case, contract, "evaluation"):
        yield _duty(case, contract, "evaluation", "BJ156-绩效评价", since=end)


def _only_frames(case: Case, contract: Filed) -> bool:
    """Whether it is a framework agreement: its orders are delivered, not itself."""
    purchase = _purchase(case, contract, next(iter(_lots(case, contract))))
    return purchase.is_framework() and not contract.record.parent


def _end_of_service(case: Case, contract: Filed) -> date | None:
    """The last day of the service, as last changed."""
    for one in (*reversed(_changes(case, contract)), contract):
        if one.record.term and one.record.term.to:
            on: Date | None = one.record.term.to.on
            return on.day if on else None
    return None


def _changes(case: Case, contract: Filed) -> list[Filed]:
    return [one for one in case.of_kind("contract-change") if case.contract_of(one) is contract]


def _delivered(case: Case, contract: Filed, kind: str) -> bool:
    """Whether this contract has its own notice of the kind: named, or one for each of its lot."""
    if any(is_final(one) for one in case.naming(contract.stem, kind)):
        return True
    lots = case.lots_of(contract)
    key = ("unnamed", kind, lots)
    unnamed = case.once(key, lambda: _unnamed(case, kind, lots))
    places = case.once(("ending", lots), lambda: _ending(case, lots))
    return places[contract.stem] < unnamed


def _unnamed(case: Case, kind: str, lots: frozenset[str]) -> int:
    """How many notices of the kind about these lots name no contract."""
    final = (one for one in case.of_kind(kind) if is_final(one))
    own = (one for one in final if not lots or not case.lots_of(one) or lots & case.lots_of(one))
    return sum(not case.referred(one, "contract") for one in own)


def _ending(case: Case, lots: frozenset[str]) -> dict[str, int]:
    """The contracts of these lots whose service ends on a stated day, in their order."""
    every = case.of_kind("contract")
    ending = [one for one in every if _end_of_service(case, one) and case.lots_of(one) == lots]
    return {one.stem: i for i, one in enumerate(ending)}


def _consequence(case: Case, evaluation: Filed) -> Iterator[Duty]:
    """Wuhan: a failing final grade is followed by rectification and a bar, without days."""
    record = evaluation.record
    grade = record.overall.grade.value if record.overall and record.overall.grade else None
    day = record.published.day if record.published else None
    if (
        grade != "不合格"
        or record.stage is None
        or not is_final(evaluation)
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
    ref: str,
    *,
    since: date,
    due: date | None = None,
    why: str = "",
    lot: str = WHOLE,
) -> Duty:
    state = "unknown" if why else "open"
    said = lot if len(case.lots_around(cause)) > 1 else ""
    return Duty(what, ref, _by(case, cause), state, since, due, cause.stem, "", why, "", said)


def _by(case: Case, filed: Filed) -> tuple[str, ...]:
    """The purchasers: of the notice, else of the project."""
    record = case.record
    whos = filed.record.purchaser or (record.purchaser if record else ())
    return tuple(who.party or who.printed or "" for who in whos)
