"""What must follow a service: its acceptance, its evaluation, and what comes of a failing one."""

from collections.abc import Iterator
from datetime import date

from generator.law.case import Case
from generator.law.duty import lots_of, owed, purchase_of, unless_looked_for
from generator.records.digest import Duty
from generator.records.model.dates import Date
from generator.records.outcome import WHOLE, is_final
from generator.records.reading import Filed


def acceptance(case: Case, contract: Filed) -> Iterator[Duty]:
    """After the service ends; the law names no days for the acceptance itself."""
    assert case.record
    end = _end_of_service(case, contract)
    if end is None or case.record.service_kind == "auxiliary" or _only_frames(case, contract):
        return
    if not _delivered(case, contract, "acceptance"):
        yield owed(case, contract, "acceptance", "GPR-45", since=end)


def evaluation(case: Case, contract: Filed) -> Iterator[Duty]:
    """Beijing: the service is evaluated; the law names no days."""
    end = _end_of_service(case, contract)
    if end is None or not case.place.has("BJ156", end) or _only_frames(case, contract):
        return
    if not _delivered(case, contract, "evaluation"):
        yield owed(case, contract, "evaluation", "BJ156-绩效评价", since=end)


def _only_frames(case: Case, contract: Filed) -> bool:
    """Whether it is a framework agreement: its orders are delivered, not itself."""
    here = purchase_of(case, contract, lots_of(case, contract)[0])
    return here.is_framework() and not contract.record.parent


def _end_of_service(case: Case, contract: Filed) -> date | None:
    """The last day of the service, as last changed, else as the contract was last corrected."""
    return case.once(("end of service", contract.stem), lambda: _last_of(case, contract))


def _last_of(case: Case, contract: Filed) -> date | None:
    for one in reversed(case.contracts.changes.get(contract.stem, ())):
        if one.record.term and one.record.term.to:
            on: Date | None = one.record.term.to.on
            return on.day if on else None
    found = purchase_of(case, contract, WHOLE).own("term", "to", "on")
    last: Date | None = found.value if found else None
    return last.day if last else None


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


def consequence(case: Case, evaluation: Filed) -> Iterator[Duty]:
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
    unnamed = (one for one in case.of_kind("consequence") if _may_answer(case, evaluation, one))
    measures = {one.record.measure for one in (*followed, *unnamed)}
    if not {"rectification", "disqualification"} <= measures:
        yield owed(case, evaluation, "consequence", "WH67-11", since=day)


def _may_answer(case: Case, evaluation: Filed, one: Filed) -> bool:
    """Whether a later decision that names no evaluation may be about this one: its lot, its supplier."""
    if case.referred(one, "evaluation") or case.order(one) < case.order(evaluation):
        return False
    lots = [case.lots_of(each) for each in (evaluation, one)]
    who = [
        frozenset(each.party or each.printed for each in filed.record.suppliers)
        for filed in (evaluation, one)
    ]
    return all(not all(pair) or bool(pair[0] & pair[1]) for pair in (lots, who))


def rectification(case: Case, notice: Filed) -> Iterator[Duty]:
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
    duty = Duty("rectification", article, by, state, None, record.due.day, notice.stem, stem, "")
    for one in (notice, *later) if done is None else ():
        duty = unless_looked_for(case, one, "完成日期", duty)
    yield duty
