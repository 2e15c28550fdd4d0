"""Whether the sums of a record agree: inside one notice, and with those before it."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.records import capitals
from generator.records.model.amounts import YUAN_PER_UNIT, Money
from generator.records.reading import Filed
from generator.records.walk import values

# A slip of the decimal point, or of 元 and 万元.
_STEPS = (10, 100, 10_000)
# A fair price lies between seven tenths of the budget and the budget itself.
_FAIR = (Decimal("0.7"), Decimal("1.45"))
_WHOLE = 100


class Doubt(NamedTuple):
    """A question about one value; `at` is what a confirmation names."""

    id: str
    at: str
    sentence: str


def doubts(filed: Filed, others: Iterable[Filed], *, spelled: bool = True) -> Iterator[Doubt]:
    """The sums of a record that ask for a second look; `others` come before it.

    `spelled` is whether any sum of the record is written in capitals.
    """
    before = list(others)
    yield from _steps(filed, before)
    if spelled:
        yield from _capitals(filed)
    yield from _totals(filed)
    yield from _overpaid(filed, before)


def _steps(filed: Filed, before: Sequence[Filed]) -> Iterator[Doubt]:
    """A result or contract ten, a hundred or ten thousand times off what came before."""
    record = filed.record
    if record.kind not in {"award", "contract"} or _parted(record):
        return
    mine, wants = yuan(record.amount), {"award": "tender", "contract": "award"}[record.kind]
    for one in before:
        alike = one.record.kind == wants and one.record.procedure == record.procedure
        if not alike or _parted(one.record):
            continue
        key = "budget" if wants == "tender" else "amount"
        theirs = yuan(getattr(one.record, key))
        step = _step(mine, theirs) if mine and theirs else None
        if step:
            told = f"amount 是 {mine:,f} 元，{one.stem} 的 {key} 是 {theirs:,f} 元，约差 {step} 倍；请核对元和万元"
            yield Doubt("MG-5", "amount", told)


def _step(one: Decimal, other: Decimal) -> int | None:
    larger, smaller = max(one, other), min(one, other)
    ratio = larger / smaller
    return next((n for n in _STEPS if _FAIR[0] * n <= ratio <= _FAIR[1] * n), None)


def _parted(record: Any) -> bool:
    framework = record.method == "framework" or record.pricing in {"unit-price", "discount"}
    return bool(record.lots) or framework or any(one.lots for one in getattr(record, "winners", ()))


def _capitals(filed: Filed) -> Iterator[Doubt]:
    """大写金额 against digits."""
    for path, spelled in values(filed.record, frozenset({"capital"})):
        money: Any = filed.record
        for step in path[:-1]:
            money = money[step] if isinstance(step, int) else getattr(money, step)
        said = capitals.value(spelled) if isinstance(spelled, str) else None
        exact = yuan(money) if isinstance(money, Money) else None
        if said is not None and exact is not None and said != exact:
            told = f"大写“{spelled}”是 {said:,f} 元，数字是 {exact:,f} 元；请照原文核对"
            yield Doubt("MG-6", str(path[0]), told)


def _totals(filed: Filed) -> Iterator[Doubt]:
    """Parts that are all exact and do not add up to the whole beside them."""
    record = filed.record
    for key, whole_key, parts in _wholes(record):
        stated = list(_exact(getattr(record, whole_key, None), *parts))
        if parts and len(stated) == len(parts) + 1:
            whole, *sums = (amount for amount, _ in stated)
            total = sum(sums, Decimal(0))
            if abs(total - whole) > sum((half for _, half in stated), Decimal(0)):
                told = f"{key} 各项合计 {total:,f} 元，{whole_key} 是 {whole:,f} 元；请照原文核对"
                yield Doubt("MG-7", key, told)
    shares = [one.share for one in record.payment_plan]
    if shares and None not in shares and _is_off(record, sum(shares)):
        told = f"各期比例合计 {sum(shares)}%，不是 100%；请照原文核对"
        yield Doubt("MG-7", "payment_plan", told)


def _exact(*given: Money | None) -> Iterator[tuple[Decimal, Decimal]]:
    """The exact sums in yuan, each with half of its last place: what rounding may have taken."""
    for one in given:
        if one is not None and one.value is not None and one.yuan is not None:
            places = Decimal(10) ** int(one.value.as_tuple().exponent)
            yield one.yuan, places / 2 * YUAN_PER_UNIT[one.unit or "元"]


def _is_off(record: Any, total: Decimal) -> bool:
    """Whether instalments cannot be right; an excerpt, or one alone, may leave some out."""
    whole = record.source.extent == "full" and len(record.payment_plan) > 1
    return total > _WHOLE or (whole and total < _WHOLE)


def _wholes(record: Any) -> Iterator[tuple[str, str, list[Money | None]]]:
    yield "budget_lines", "budget", [one.amount for one in record.budget_lines]
    yield "line_items", "amount", [one.amount for one in getattr(record, "line_items", ())]
    yield "cost_lines", "amount", [one.amount for one in getattr(record, "cost_lines", ())]
    winners = [one for one in getattr(record, "winners", ()) if not one.withdrawn]
    if record.kind == "award" and not _parted(record):
        yield "winners", "amount", [one.amount for one in winners]


def _overpaid(filed: Filed, before: Sequence[Filed]) -> Iterator[Doubt]:
    """More paid than all contracts and their changes come to."""
    if filed.record.kind != "payment":
        return
    paid = [yuan(one.record.amount) for one in (*before, filed) if one.record.kind == "payment"]
    contracts = [yuan(one.record.amount) for one in before if one.record.kind == "contract"]
    added = [
        yuan(one.record.supplement_amount)
        for one in before
        if one.record.kind == "contract-change" and one.record.supplement_amount
    ]
    if not contracts or None in paid or None in contracts or None in added:
        return
    due = sum(filter(None, (*contracts, *added)), Decimal(0))
    total = sum(filter(None, paid), Decimal(0))
    if total > due:
        told = f"到这一笔为止共支付 {total:,f} 元，合同（含补充）共 {due:,f} 元；请核对"
        yield Doubt("MG-8", "amount", told)


def yuan(given: Money | None) -> Decimal | None:
    """The exact sum in yuan, if it is exact."""
    return given.yuan if given else None
