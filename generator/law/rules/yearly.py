"""Sums of a purchase of several years: which of them may be for one year only."""

from decimal import Decimal

from generator.law.hearing import Hearing
from generator.law.telling import Yuan
from generator.law.verdict import Unsure
from generator.records.model.amounts import yuan_words
from generator.records.model.times import Term
from generator.records.outcome import Result

# A term that is planned begins and ends some days from where it is signed to.
_NEARLY = Decimal("0.9")
# Nobody is chosen for so little of a budget that it is more likely that of another time.
_OFTEN = Decimal("0.7")
_YEAR = 365
_DAYS = {"day": 1, "month": 30, "year": _YEAR}


def days(term: Term) -> Decimal | None:
    """About how many days a term lasts; None where that is not stated as a number."""
    first, last = (one.on.day if one and one.on else None for one in (term.from_, term.to))
    if first and last:
        return Decimal((last - first).days)
    if term.length is None or not term.unit:
        return None
    return term.length * _DAYS[term.unit]


def nearly(long: Decimal) -> Decimal:
    """From how many days on a term is as long as another one."""
    return long * _NEARLY


def awarded_and_planned(h: Hearing, key: str) -> tuple[Yuan, Yuan]:
    """The sum of a result and what was planned for it.

    Raises Silent; Unsure too where that may be for one year, and the result for several.
    """
    awarded, planned = h.awarded(), h.planned(key)
    if awarded.amount <= planned.amount:
        return awarded, planned
    years = _years_bought(h)
    if years > 1 and planned.amount * _OFTEN <= awarded.amount / years <= planned.amount:
        told = f"{awarded.label} {yuan_words(awarded.amount)}，{planned.label} {yuan_words(planned.amount)}"
        raise Unsure("amount", f"{told}；服务约 {years} 年，{planned.label}可能是一年的，由人判断")
    return awarded, planned


def _years_bought(h: Hearing) -> int:
    """How many years the service lasts, by its term, else by the years that the budget is split into."""
    call = h.purchase.invitation()
    found = h.purchase.own("term") or (h.purchase.of(call, "term") if call else None)
    long = days(found.value) if found else None
    if long:
        return int(long / nearly(Decimal(_YEAR)))
    return max(h.count("budget_by_year", of=one) for one in (h.notice, call) if one)


def planned_days(h: Hearing, result: Result) -> Decimal | None:
    """How long the service lasts that was bought, by the result, else by what invited to it."""
    call = h.purchase.invitation()
    found = h.purchase.of_result(result, "term")
    found = found or (h.purchase.of(call, "term") if call else None)
    return days(found.value) if found else None


def is_of_one_year(h: Hearing, signed: Yuan, awarded: Yuan) -> bool:
    """Whether a contract is exactly so many times the awarded sum as it may last years."""
    if not awarded.amount or signed.amount <= awarded.amount or signed.amount % awarded.amount:
        return False
    own = h.purchase.own("term")
    long = days(own.value) if own else None
    return long is None or long >= nearly(signed.amount / awarded.amount * _YEAR)
