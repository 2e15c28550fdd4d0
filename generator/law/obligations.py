"""What must appear next, by when, by whom: only for projects whose notices are all here.

A duty cites only what binds that purchase, lot by lot; what happened before the
day from which all notices are here is nobody's missing notice.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache

from generator.law import aftercare, signed, sole
from generator.law.calendar import UnknownYear
from generator.law.case import Case
from generator.law.counting import last_day
from generator.law.duty import by, counted, lots_of, owed, purchase_of, unless_looked_for
from generator.law.hearing import Hearing
from generator.law.instruments import BOOKS, article, limit
from generator.law.judge import rules
from generator.law.purchase import Purchase
from generator.law.rule import PURCHASES
from generator.law.rules.suspended import SIGNING
from generator.law.verdict import NotApplicable, Outcome, Silent, Unsure, Verdict
from generator.records import moved
from generator.records.digest import Duty
from generator.records.model.dates import Date
from generator.records.outcome import Result, winners
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.walk import given

_STATES = {Outcome.MET: "kept", Outcome.NOT_MET: "late"}


def duties(case: Case, verdicts: Iterable[Verdict]) -> tuple[Duty, ...]:
    """The duties of a covered project, in the order of its notices; none for others."""
    if not case.covered or case.record is None or case.record.regime == "unknown":
        return ()
    # What is only guessed to be no purchase owes what nobody can tell.
    if case.regime not in {*PURCHASES, None}:
        return ()
    open_ = (duty for filed in case.notices for duty in _open(case, filed))
    ours = (_as_known(case, one) for one in open_ if _is_ours(case, one))
    return (*_published(case, verdicts), *ours)


def _is_ours(case: Case, duty: Duty) -> bool:
    """Whether its article binds this kind of purchase on that day, in the time that is covered."""
    found, began = article(duty.article), duty.since or duty.due
    if case.regime and case.regime not in found.purchases:
        return False
    return began is None or (found.instrument.holds(began) and case.covers(began))


def _as_known(case: Case, duty: Duty) -> Duty:
    """Nothing is due by an article of which it is only a guess that it binds."""
    assert case.filed
    local = article(duty.article).instrument.book != BOOKS[0]
    if case.regime is None:
        return duty._replace(state="unknown", due=None, why="regime")
    if local and not case.filed.is_stated("division"):
        return duty._replace(state="unknown", due=None, why="place")
    return duty


def _published(case: Case, verdicts: Iterable[Verdict]) -> Iterator[Duty]:
    known = rules()
    for one in verdicts:
        rule = known[one.rule]
        if rule.duty:
            state = _STATES.get(one.outcome, "unknown")
            yield Duty(
                rule.duty,
                _cited(one),
                by(case, case.stems[one.stem]),
                state,
                None,
                None,
                one.stem,
                one.stem,
                one.why,
                _said(one) if state == "late" else "",
                one.lot,
            )


def _cited(one: Verdict) -> str:
    """The article that the verdict cites, else the first that binds what it speaks of."""
    cited = (ref for ref in one.refs if _citation(ref) in one.sentence)
    return next(cited, next(iter(one.refs), rules()[one.rule].refs[0]))


@cache
def _citation(ref: str) -> str:
    return article(ref).citation


def _said(late: Verdict) -> str:
    """What a late publication came after, and the last day it should have kept."""
    return late.sentence.partition("；")[0] + "".join(
        f"，应不晚于 {one.value}" for one in late.compared if one.label == "最迟"
    )


def _open(case: Case, filed: Filed) -> Iterator[Duty]:
    match filed.record.kind:
        case "tender":
            for lot in lots_of(case, filed):
                yield from _result(case, filed, lot)
        case "award" | "correction":
            for result in case.outcome.of(filed):
                yield from _contract(case, result)
        case "single-source":
            yield from _argument(case, filed)
        case "contract":
            yield from aftercare.acceptance(case, filed)
            yield from aftercare.evaluation(case, filed)
        case "evaluation":
            yield from aftercare.consequence(case, filed)
        case "consequence":
            yield from aftercare.rectification(case, filed)
        case "complaint":
            yield from _decision(case, filed)


def _result(case: Case, tender: Filed, lot: str) -> Iterator[Duty]:
    """After the deadline a result or a termination; the law names no days for the review."""
    here = purchase_of(case, tender, lot)
    printed: Date | None = given(tender.record, "deadline")
    why = ""
    try:
        found = here.own("deadline")
        printed = found.value if found else None
    except Unsure as unsure:
        end = moved.of_lot(tender, case.notices, case.outcome, moved.deadline, lot)
        late = end.perhaps if end and unsure.why == "lot" else None
        # Of two days that the lot may have, after the later one is waited for in any case.
        printed, why = late or printed, "" if late else unsure.why
    called = when(tender.record)
    if not why and called and _is_suspended(here, called.first):
        why = "machine"
    if printed and printed.day and not _follows(here, "award", "termination"):
        yield owed(case, tender, "result", "GPR-43", since=printed.day, why=why, lot=lot)


def _contract(case: Case, result: Result) -> Iterator[Duty]:
    """Within thirty days of the letter, and published two working days later."""
    here = purchase_of(case, result.filed, result.lot)
    found = here.of_result(result, "letter_issued_on")
    letter: Date | None = found.value if found else None
    if not result.stands or not letter or not letter.day or here.is_framework():
        return
    # Of a lot that failed, or of whose winner an excerpt tells nothing, no contract is missed.
    chosen = any(winners(case.outcome.lots, one, result.lot) for one in result.chain())
    if not chosen or _follows(here, "contract", "termination") or _is_void(here, result):
        return
    if told := signed.teller(here, result):
        yield from signed.notice_of(case, result, told)
        return
    try:
        due = _signed_and_published(case, letter.day)
    except UnknownYear:
        due = None
    # Which lot a correction renewed is not said: from which letter it runs is not sure.
    why = "lot" if case.outcome.doubts(result) else "" if due else "calendar"
    why = why or ("machine" if _may_be_stopped(here, letter.day) else "")
    due = None if why else due
    yield owed(
        case, result.filed, "contract", "GPL-46", since=letter.day, due=due, why=why, lot=result.lot
    )


def _is_void(here: Purchase, result: Result) -> bool:
    """Whether a later decision says that the result is void: there is nothing to sign (令94 32).

    One that names results voids those, one that names none that of its round and lot.
    """
    case, own = here.case, {one.stem for one in result.chain()}
    for one in case.of_kind("complaint"):
        if "result-void" not in one.record.effects or not here.concerns(one):
            continue
        named = {each.stem for each in case.referred(one, "award", "correction")}
        meant = own & named if named else case.round(one) == case.round(result.filed)
        if meant and _is_later(here, one):
            return True
    return False


def _may_be_stopped(here: Purchase, letter: date) -> bool:
    """Whether a challenge or complaint was open after the letter: the signing may wait (条例54, 采购法57)."""
    for one in here.case.of_kind("complaint"):
        ended = given(one.record, "decided_on") or when(one.record)
        stops = one.record.complaint_kind in SIGNING.kinds
        if stops and here.concerns(one) and (ended is None or ended.last >= letter):
            return True
    return _is_suspended(here, letter)


def _is_suspended(here: Purchase, since: date) -> bool:
    """Whether a notice on file may hold the purchase up after a day that it has reached."""
    for one in here.case.of_kind("suspension"):
        effective = one.record.effective
        ended = one.record.resumed_on or (effective.to if effective else None) or when(one.record)
        if here.concerns(one) and (ended is None or ended.last >= since):
            return True
    return False


def _follows(here: Purchase, *kinds: str) -> bool:
    """Whether a later notice of these kinds names this one, or stands in its round and lot.

    One that names no lot stands for one of several at most: it answers where all are answered.
    One that names no round of several may be of this one: nothing is missed for sure.
    """
    case, filed = here.case, here.notice
    around, naming = here.around(*kinds), _naming(here, *kinds)
    if len(case.lots_around(filed)) < 2:
        # Both stand in time: whether any is later the last of each tells.
        found = any(_is_later(here, one) for one in (*around[-1:], *naming[-1:]))
    else:
        later = {one.stem: one for one in (*around, *naming) if _is_later(here, one)}
        found = _answer(case, filed, later.values())
    return found or any(_is_later(here, one) for one in _of_any_round(here, *kinds))


def _is_later(here: Purchase, one: Filed) -> bool:
    return here.case.order(one) > here.case.order(here.notice)


def _answer(case: Case, filed: Filed, later: Collection[Filed]) -> bool:
    """Whether later notices answer one lot: by naming it, or by being as many as the lots."""
    own = [one for one in later if case.lots_of(one) or one.record.kind == "termination"]
    return bool(own) or len(later) >= len(case.lots_around(filed))


def _of_any_round(here: Purchase, *kinds: str) -> Iterable[Filed]:
    """The notices of this lot that name no round, where this one stands in one of several."""
    case = here.case
    every = case.of_kind(*kinds) if case.round(here.notice) is not None else ()
    return (one for one in every if case.round(one) is None and here.concerns(one))


def _naming(here: Purchase, *kinds: str) -> list[Filed]:
    named = here.case.naming(here.notice.stem, *kinds)
    return [one for one in named if here.concerns(one)]


def _signed_and_published(case: Case, letter: date) -> date:
    signed = last_day(letter, limit("GPL-46.sign"), case.place.declared or "A")
    if not limit("GPR-50.publish").holds(signed):
        return signed
    return last_day(signed, limit("GPR-50.publish"), case.place.declared or "A")


def _argument(case: Case, publicity: Filed) -> Iterator[Duty]:
    """After an objection within the period as last extended, to a publicity that was demanded (令74 38–40)."""
    hearing = Hearing(case, publicity)
    hearing.begin(rules()["DL-15"])
    if _is_argued(hearing) or not sole.is_objected_to(hearing, publicity):
        return
    try:
        sole.unless_free(hearing)
        end = sole.period_end(hearing, publicity)
    except (NotApplicable, Silent, Unsure):
        return
    duty = counted(case, publicity, "argument", "O74-40.argue", end.date)
    yield unless_looked_for(case, publicity, "补充论证的日期", duty)


def _is_argued(hearing: Hearing) -> bool:
    """Whether an objection was argued by the notice that tells of it, or by one about the same publicity."""
    case, filed = hearing.case, hearing.notice
    near = {one.stem: one for one in (filed, hearing.purchase.publicity_of(filed))}
    later = [one for stem in near for one in case.naming(stem, "single-source")]
    own = case.lots_of(filed)
    return any(
        given(one.record, "supplementary_argument")
        and (not own or not case.lots_of(one) or bool(own & case.lots_of(one)))
        for one in (*near.values(), *later)
    )


def _decision(case: Case, complaint: Filed) -> Iterator[Duty]:
    record = complaint.record
    received = record.received_on.day if record.received_on else None
    if record.complaint_kind == "complaint" and received and not record.decided_on:
        order = limit("O94-26.decide").holds(received)
        ref = "O94-26.decide" if order else "GPL-56.decide"
        duty = counted(case, complaint, "decision", ref, received)
        yield unless_looked_for(case, complaint, "决定日期", duty)
