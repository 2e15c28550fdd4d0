"""Whether a purchase reaches a threshold of its place: by the level of its buyer, on the day it began.

What is bought in lots is one purchase; where one lot lies below and all together
do not, no text says which of the two counts.
"""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from generator.law.corrected import Stated, is_only_worded, may_state
from generator.law.locality import Line
from generator.law.purchase import Purchase
from generator.law.verdict import Compared, Silent, Unsure
from generator.records.model.amounts import YUAN_PER_UNIT, Money, yuan_words
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.walk import given
from generator.vocabulary import label

if TYPE_CHECKING:
    from generator.law.asking import Asking
    from generator.law.case import Case

_INVITING = frozenset({"tender", "single-source"})
_BUDGET, _KEY = "预算金额", "budget"


class _Range(NamedTuple):
    """Between what and what a sum lies, in yuan; None where it is open."""

    low: Decimal | None
    high: Decimal | None


def lines(h: "Asking", kind: str) -> tuple[Line, ...]:
    """The thresholds that may be that of this buyer: one where it is sure, none where nothing is known."""
    place, on = h.case.place, _began(h)
    levels = place.levels(kind, on)
    if levels <= {None}:
        return tuple(one for one in (place.threshold_for(kind, on),) if one)
    level = _level(h)
    own = place.threshold_for(kind, on, level) if level else None
    if own and not _is_guess(own):
        return (own,)
    if (level and not own) or len(levels) == 1:
        # Of a level that nobody recorded, the threshold of another says nothing.
        return ()
    every = [place.threshold_for(kind, on, one) for one in sorted(levels, key=str)]
    return tuple(one for one in every if one) if all(every) else ()


def _is_guess(line: Line) -> bool:
    return line.inferred and (line.level == "town" or not line.confirmed)


def reached(h: "Asking", kind: str) -> bool:
    """Whether the budget reaches it ("达到" counts the sum itself). Raises Silent or Unsure."""
    found, name = lines(h, kind), label("threshold", kind)
    if not found:
        raise Unsure("threshold", f"当地{name}没有收录")
    if len(h.case.lots_around(h.notice)) < 2:
        return _is_above(_stated(h), found, name)
    return _of_lots(h, found, name)


def told(h: "Asking", kind: str) -> tuple[Compared, ...]:
    """The budget and the thresholds as what was compared; what no text confirms says so."""
    name, found = label("threshold", kind), lines(h, kind)
    said = {f"{yuan_words(one.amount)}{'' if one.confirmed else '（未核对原文）'}" for one in found}
    held = tuple(Compared(name, one) for one in sorted(said))
    budget = _compared(h, [one.amount for one in found])
    if budget is None or budget.low is None or budget.low != budget.high:
        return held
    return (Compared("预算金额", yuan_words(budget.low)), *held)


def _compared(h: "Asking", sums: list[Decimal]) -> _Range | None:
    """Of lots the one that reaches the threshold by itself, else all of them together."""
    if len(h.case.lots_around(h.notice)) < 2:
        return _stated(h)
    part = _part(h)
    reaches = part and part.low is not None and bool(sums) and part.low >= max(sums)
    return part if reaches else _whole(h) or part


def _of_lots(h: "Asking", found: tuple[Line, ...], name: str) -> bool:
    part, whole = _part(h), _whole(h)
    if part and _is_above(part, found, name):
        return True
    if whole is None and part:
        raise Unsure("amount", f"没有看到各包合计的预算金额，不能与{name}比较")
    if whole is None:
        raise _missing(h)
    if not _is_above(whole, found, name):
        return False
    open_ = f"分包采购，各包合计达到{name}，本包没有达到，或者没有看到；按哪一个数，条文没有写明"
    raise Unsure("lot", open_)


def _is_above(budget: _Range, found: tuple[Line, ...], name: str) -> bool:
    sums = [one.amount for one in found]
    if budget.low is not None and budget.low >= max(sums):
        return True
    if budget.high is not None and budget.high < min(sums):
        return False
    if budget.low is None or budget.low != budget.high:
        raise Unsure("amount", f"预算金额不是一个确定的数，不能与{name}比较")
    raise Unsure("threshold", f"各级的{name}不同，采购人适用哪一级不能确定")


def _stated(h: "Asking") -> _Range:
    found = h.purchase.planned("budget", h.until())
    if found is None:
        raise _missing(h)
    return _range(h.use(found, "预算金额").value)


def _part(h: "Asking") -> _Range | None:
    """The budget of the lot judged; of a notice about several, the largest that is stated."""
    lots = sorted(h.case.lots_of(h.notice)) if h.lot is None else [h.lot]
    found = [one for one in (_budget_of(h, lot) for lot in lots) if one]
    return max(found, key=lambda one: one.low or Decimal(0), default=None)


def _budget_of(h: "Asking", lot: str) -> _Range | None:
    try:
        found = Purchase(h.case, h.notice, lot, h.touched).planned("budget", h.until())
    except Unsure:
        return None
    return _range(h.use(found, "预算金额").value) if found else None


def _whole(h: "Asking") -> _Range | None:
    """The budget of all lots: as one sum, else every lot with its own."""
    for filed in (h.purchase.base(), h.purchase.invitation(), only_project(h)):
        if filed and (found := _one_sum(h, filed) or _sum_of_rows(h, filed)):
            return found
    return None


def _one_sum(h: "Asking", filed: Filed) -> _Range | None:
    around = h.case.lots_around(h.notice)
    for one in (*h.purchase.corrections(filed, h.until()), filed):
        stated = given(one.record, "budget")
        if is_only_worded(one, _KEY):
            raise Unsure("untyped", "更正说改了预算金额，没有录入改后的数")
        if stated is not None and (h.case.lots_of(one) or around) == around:
            return _range(h.use(Stated(stated, one, ("budget",)), "预算金额").value)
    return None


def _sum_of_rows(h: "Asking", filed: Filed) -> _Range | None:
    corrections = h.case.corrections_of(filed)
    if any(may_state(one, _KEY) or is_only_worded(one, _KEY) for one in corrections):
        return _sum_of_lots(h)
    sums = [given(row, "budget") for row in given(filed.record, "lots", ())]
    exact = [one.yuan for one in sums if one and one.yuan is not None]
    if len(exact) < max(len(sums), len(h.case.lots_around(h.notice))):
        return None
    for i in range(len(sums)):
        h.rests_on(filed, "lots", i, "budget")
    total = sum(exact, Decimal(0))
    return _Range(total, total)


def _sum_of_lots(h: "Asking") -> _Range | None:
    """The budgets of all lots, each as last corrected; None where one is not known."""
    total = of_these(h, h.case.lots_around(h.notice))
    return None if total is None else _Range(total, total)


def of_these(h: "Asking", lots: frozenset[str]) -> Decimal | None:
    """The budget of some lots together in yuan; None where one of them is not exactly known."""
    found = [_budget_of(h, lot) for lot in sorted(lots)]
    exact = [one.low for one in found if one and one.low is not None and one.low == one.high]
    return sum(exact, Decimal(0)) if len(exact) == len(found) else None


def insist_on_one_reading(h: "Asking", whole: Decimal, line: Decimal) -> None:
    """Of what was judged of some lots alone: their sum and that of all must say the same.

    令87 47 counts the budget of the 采购项目, which is divided into lots (22号 17); whether a
    panel for one lot is that of the whole, no text says. Raises Unsure.
    """
    own, around = h.case.lots_of(h.notice), h.case.lots_around(h.notice)
    if whole < line or not own or own == around:
        return
    part = of_these(h, own)
    if part is None or part < line:
        told = f"评审小组只评了其中的包，各包合计达到{yuan_words(line)}"
        raise Unsure("lot", f"{told}，这几包没有达到，或者没有看到；按哪一个数，条文没有写明")


def whole(h: "Asking") -> Decimal | None:
    """The budget of all lots together in yuan, where it is one sum."""
    found = _whole(h)
    return found.low if found and found.low == found.high else None


def only_project(h: "Asking") -> Filed | None:
    """The project record where the project is one purchase: only then it speaks of this one."""
    return h.case.filed if h.case.once(("one purchase",), lambda: _is_one(h.case)) else None


def _is_one(case: "Case") -> bool:
    results = {one.root.stem for one in case.outcome.results if one.stands}
    listed = len(case.record.procedures) if case.record else 0
    return max(listed, len(case.rounds), len(results)) < 2


def _missing(h: "Asking") -> Exception:
    for of in filter(None, (h.notice, h.purchase.invitation())):
        if h.unseen(_BUDGET, of):
            return Silent(_BUDGET, of)
    return Unsure("amount", "没有看到预算金额，不能与数额标准比较")


def _range(stated: Money) -> _Range:
    scale = YUAN_PER_UNIT[stated.unit or "元"]
    low, high = stated.value, stated.value
    if stated.between:
        low, high = stated.between
    low, high = stated.at_least or low, stated.at_most or high
    return _Range(None if low is None else low * scale, None if high is None else high * scale)


def _level(h: "Asking") -> str | None:
    """The level of the buyer by the files of the organisations; None where it is not one."""
    for filed in (h.notice, h.purchase.invitation(), h.case.filed):
        if filed is None or not h.count("purchaser", of=filed):
            continue
        ids = h.column("purchaser", "party", of=filed)
        files = [h.case.known.parties.get(id) for id in ids if id]
        levels = {one.record.level if one else None for one in files}
        return levels.pop() if len(levels) == 1 and len(files) == len(ids) else None
    return None


def _began(h: "Asking") -> date:
    """The day of what invited; of a notice that invites, its own; else the day of the deed."""
    own = h.notice if h.kind in _INVITING else h.purchase.invitation()
    began = when(own.record) if own else None
    return began.first if began else h.on()
