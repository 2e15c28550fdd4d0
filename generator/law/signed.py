"""A contract that is not on file, and of which a later notice tells that it was signed."""

from collections.abc import Iterator
from datetime import date

from generator.law.calendar import UnknownYear
from generator.law.case import Case
from generator.law.counting import last_day
from generator.law.duty import owed
from generator.law.instruments import limit
from generator.law.purchase import Purchase
from generator.records.digest import Duty
from generator.records.model.dates import chinese
from generator.records.outcome import Result
from generator.records.reading import Filed
from generator.vocabulary import label

# Kinds that rest on a contract, and the key in which each names it.
_KEYS = {
    "contract-change": "original_contract",
    "payment": "contract",
    "acceptance": "contract",
    "evaluation": "contract",
}


def teller(here: Purchase, result: Result) -> Filed | None:
    """The first later notice of this round and lot that names a signed contract; None for none.

    Of several lots only a notice that names the lot speaks of its contract.
    """
    case = here.case
    several = len(case.lots_around(result.filed)) > 1
    for one in here.around(*_KEYS):
        later = case.order(one) > case.order(result.filed)
        if later and _names_it(one) and (case.lots_of(one) or not several):
            return one
    return None


def _names_it(one: Filed) -> bool:
    """Whether it tells of a contract as signed: by its day, its number or its name, stated itself."""
    key = _KEYS[str(one.record.kind)]
    named = getattr(one.record, key, None)
    return any(
        getattr(named, part, None) and one.is_stated(key, part)
        for part in ("signed", "number", "name")
    )


def notice_of(case: Case, result: Result, told: Filed) -> Iterator[Duty]:
    """Only its notice is still to be seen: two working days after the signing (条例 50)."""
    key = _KEYS[str(told.record.kind)]
    signed = getattr(getattr(told.record, key), "signed", None)
    day: date | None = signed.day if signed and told.is_stated(key, "signed") else None
    due, why = None, "" if day else "date"
    if day and limit("GPR-50.publish").holds(day):
        try:
            due = last_day(day, limit("GPR-50.publish"), case.place.declared or "A")
        except UnknownYear:
            why = "calendar"
    found = owed(
        case, result.filed, "contract-notice", "GPR-50", since=day, due=due, why=why, lot=result.lot
    )
    yield found._replace(said=_said(told, day, due))


def _said(told: Filed, day: date | None, due: date | None) -> str:
    """验收结果公告写明合同已于…签订；合同公告没有看到，应不晚于…"""
    on = f"已于 {chinese(day)} 签订" if day else "已经签订"
    until = f"，应不晚于 {chinese(due)}" if due else ""
    return f"{label('kind', told.record.kind)}写明合同{on}；合同公告没有看到{until}"
