"""What must follow a service: its acceptance, its evaluation, and what comes of a failing one."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from generator.law.case import Case
from generator.law.duty import lots_of, owed, purchase_of, unless_looked_for
from generator.law.purchase import Purchase
from generator.law.rules.contract import is_signing
from generator.law.rules.framework import told_contract
from generator.records.digest import Duty
from generator.records.grading import FAILED, plain
from generator.records.histories import decisions, ids_of, judged
from generator.records.lots import Lots
from generator.records.model.dates import Date
from generator.records.outcome import WHOLE, is_final
from generator.records.reading import Filed

# What Wuhan wants decided about whoever fails.
_BOTH = frozenset({"rectification", "disqualification"})


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
    """Whether it is a framework agreement, or may be one: its orders are delivered, not itself."""
    here = purchase_of(case, contract, lots_of(case, contract)[0])
    told = told_contract(lambda key: getattr(contract.record, key, None))
    return here.is_framework() and told != "order"


def _end_of_service(case: Case, contract: Filed) -> date | None:
    """The last day of the service, as last changed, else as the contract was last corrected."""
    return case.once(("end of service", contract.stem), lambda: _last_of(case, contract))


def _last_of(case: Case, contract: Filed) -> date | None:
    for one in reversed(case.contracts.changes.get(contract.stem, ())):
        if one.record.term:
            # A change that says only how long leaves open from when.
            on: Date | None = one.record.term.to.on if one.record.term.to else None
            return on.day if on else None
    here = purchase_of(case, contract, WHOLE)
    if found := here.own("term", "to"):
        last: Date | None = found.value.on
        return last.day if last else None
    return _counted_end(here)


_MONTHS = {"month": 1, "year": 12}


def _counted_end(here: Purchase) -> date | None:
    """The last day of so many months from the signing or from a day; None where it is not known."""
    length, unit = here.own("term", "length"), here.own("term", "unit")
    start = here.own("term", "from_", "on")
    event = here.own("term", "from_", "event")
    if start is None and event and is_signing(event.value):
        start = here.own("signed")
    first = start.value.day if start else None
    if first is None or length is None or unit is None or length.value % 1:
        return None
    return _after(first, int(length.value), str(unit.value))


def _after(first: date, number: int, unit: str) -> date | None:
    """民法典 201, 202: the first day is out; of months the same day of the last, else its end."""
    if unit == "day":
        return first + timedelta(days=number)
    if unit not in _MONTHS:
        return None
    year, month = divmod(first.year * 12 + first.month - 1 + number * _MONTHS[unit], 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


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
    day = record.published.day if record.published else None
    if record.stage is None or not is_final(evaluation):
        return
    if not day or not case.place.has("WH67", day):
        return
    failing = list(_failing(evaluation, case.outcome.lots))
    followed = case.naming(evaluation.stem, "consequence")
    unnamed = (one for one in case.of_kind("consequence") if _may_answer(case, evaluation, one))
    found = (*followed, *unnamed) if failing else ()
    for lot, who in failing:
        if not all(_is_answered(case, found, lot, each) for each in who or ("",)):
            yield owed(case, evaluation, "consequence", "WH67-11", since=day, lot=lot)


def _failing(evaluation: Filed, lots: Lots) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Of which lot a grade fails, of the whole or a row of the table, and whom it grades."""
    record = evaluation.record
    of_whole = [*judged(evaluation, lots)] or [
        (("results", i), (WHOLE,), (one.party,)) for i, one in _of_suppliers(record)
    ]
    for at, of_lots, who in of_whole:
        row = record.overall if at == ("overall",) else record.results[int(at[-1])]
        if row.grade and row.grade.value and plain(row.grade.value) == FAILED:
            yield (WHOLE if at == ("overall",) else of_lots[0]), who


def _of_suppliers(record: Any) -> list[tuple[int, Any]]:
    """The rows of a table that grade one supplier each; of two for one, neither is the whole."""
    rows = [
        (i, one)
        for i, one in enumerate(record.results)
        if one.party and not (one.lot or one.service or one.site or one.dimension)
    ]
    times = Counter(one.party for _, one in rows)
    return [(i, one) for i, one in rows if times[one.party] == 1]


def _is_answered(case: Case, found: Sequence[Filed], lot: str, who: str) -> bool:
    """Whether both was decided about one supplier: what names none is about all."""
    mine = (one for one in found if _is_about(case, one, lot, who))
    return {row.measure for one in mine for _, row in decisions(one.record)} >= _BOTH


def _is_about(case: Case, one: Filed, lot: str, who: str) -> bool:
    named, own = ids_of(one.record.suppliers), case.lots_of(one)
    of_lot = not lot or not own or lot in own
    return of_lot and (not who or not named or who in named)


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
    """By the day the notice itself sets, of several things each by its own."""
    for _, row in decisions(notice.record):
        if row.measure == "rectification" and row.due and row.due.day:
            yield from _put_right(case, notice, row.due, row.done_on)


def _put_right(case: Case, notice: Filed, due: Date, own: Date | None) -> Iterator[Duty]:
    later = case.naming(notice.stem, "consequence")
    told = next((one for one in later if one.record.done_on), None)
    done = own or (told.record.done_on if told else None)
    by = tuple(who.party or who.printed or "" for who in notice.record.suppliers)
    article = "WH67-11" if case.place.has("WH67", due.first) else "BJ156-绩效评价"
    if not case.place.has(article.partition("-")[0], due.first):
        return
    state = "open" if done is None else "kept" if done.last <= due.last else "late"
    stem = told.stem if told else notice.stem if done else ""
    duty = Duty("rectification", article, by, state, None, due.day, notice.stem, stem, "")
    for one in (notice, *later) if done is None else ():
        duty = unless_looked_for(case, one, "完成日期", duty)
    yield duty
