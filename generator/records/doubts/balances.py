"""Equations that a notice states without writing them: what came in, went out and is left."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, label, mistyped
from generator.records.doubts.sight import Sight, figure, yuan
from generator.records.model.amounts import YUAN_PER_UNIT, Quantity, number
from generator.records.source import Path
from generator.records.walk import given

# More years than any contract runs.
_YEARS = range(1, 11)
# A rate is printed with two places, or with none.
_ROUNDED = Decimal("0.51")


def doubts(seen: Sight) -> Iterator[Doubt]:
    """The balances, products and yearly sums of a record that one slip explains."""
    for key, rooms in _ROOMS.items():
        if key in seen.stated:
            for room in rooms:
                yield from room(seen)


def _rows(seen: Sight, key: str) -> Iterator[Doubt]:
    """In one row: what was spent, carried over and returned is no more than there was."""
    for i, row in enumerate(given(seen.record, key)):
        whole = yuan(row.amount) or yuan(row.budget)
        parts = [yuan(one) for one in (row.spent, row.carried_over, row.returned)]
        known = [one for one in parts if one is not None]
        if whole and known and sum(known) > whole * 2:
            told = f"{label(seen.record, key)}第{i + 1}项：支出、结转、收回合计 {number(sum(known, Decimal(0)))} 元，收入或预算 {number(whole)} 元；请照原文核对"
            yield Doubt("MG-7", (key, i), told)
        funded = [yuan(one.amount) for one in row.funders]
        if whole and funded and None not in funded:
            total = sum(filter(None, funded), Decimal(0))
            if mistyped(total, whole) or total > whole * 2:
                told = f"{label(seen.record, key)}第{i + 1}项：各方出资合计 {number(total)} 元，金额 {number(whole)} 元；请照原文核对"
                yield Doubt("MG-7", (key, i), told)


def _balance(seen: Sight) -> Iterator[Doubt]:
    """预算 = 支出 + 结转 + 收回, where one slip of the hand explains why it is not."""
    record = seen.record
    budget, left = yuan(record.budget), yuan(given(record, "carried_over"))
    spent = yuan(given(record, "amount"))
    if not budget or not spent or not left:
        return
    parts: dict[Path, Decimal] = {("amount",): spent, ("carried_over",): left}
    for i, one in enumerate(record.amounts):
        if found := yuan(one.amount):
            parts["amounts", i, "amount"] = found
    off = budget - sum(parts.values(), Decimal(0))
    for path, part in parts.items() if off else ():
        if part + off > 0 and (is_shifted(part, part + off) or is_swapped(part, part + off)):
            told = f"预算 {number(budget)} 元，支出、结转和其他合计 {number(budget - off)} 元；{number(part)} 若是 {number(part + off)} 就正好，请照原文核对"
            yield Doubt("MG-7", path, told, ((seen.stem, ("budget",)),))


def _settled(seen: Sight) -> Iterator[Doubt]:
    """Quantity × the one unit price is the most that is paid."""
    record = seen.record
    cap = yuan(record.settlement.cap) if record.settlement else None
    prices = [one.amount.unit_price or one.amount.value for one in record.unit_prices]
    count = record.quantity.value if record.quantity else None
    if not cap or not count or len(prices) != 1 or not prices[0]:
        return
    worth = count * prices[0]
    if mistyped(worth, cap) or any(
        is_swapped(one, right)
        for one, right in ((count, cap / prices[0]), (prices[0], cap / count))
    ):
        told = f"数量 {number(count)} × 单价 {number(prices[0])} 元 = {number(worth)} 元，结算上限是 {number(cap)} 元；请照原文核对"
        yield Doubt("MG-7", ("settlement", "cap"), told, ((seen.stem, ("quantity",)),))


def _worth(seen: Sight) -> Iterator[Doubt]:
    """Quantity × the highest price of one unit is the budget, or has lost a place of it.

    A quantity of a month is as many times less: only the same digits are asked about.
    """
    record = seen.record
    limit = record.ceiling
    price = limit and (limit.unit_price or (limit.of and limit.of.unit_price))
    whole = yuan(record.settlement.cap) if record.settlement else None
    whole = whole or yuan(record.budget)
    count = record.quantity.value
    if price and whole and count and not _is_by_period(record.quantity):
        worth = price * count
        if is_shifted(worth, whole) or is_swapped(worth, whole):
            told = f"数量 {number(count)} × 最高单价 {number(price)} 元 = {number(worth)} 元，预算或上限是 {number(whole)} 元；请照原文核对"
            yield Doubt("MG-7", ("quantity",), told, ((seen.stem, ("ceiling",)),))


def _is_by_period(count: Quantity) -> bool:
    """Whether so many come again every month or year."""
    said = f"{count.unit or ''}{count.printed or ''}"
    return bool(count.per) or any(word in said for word in ("月", "年", "季", "周", "每"))


def _by_years(seen: Sight) -> Iterator[Doubt]:
    """What a line costs a year, so many years long, is what it costs."""
    for i, one in enumerate(given(seen.record, "line_items")):
        year, whole = figure(one.amount_per_year), figure(one.amount)
        if year is None or whole is None or not one.years:
            continue
        worth = year.yuan * one.years
        if abs(worth - whole.yuan) > year.half * one.years + whole.half + 1:
            told = f"{label(seen.record, 'line_items')}第{i + 1}项：每年 {number(year.yuan)} 元 × {number(one.years)} 年 = {number(worth)} 元，写的是 {number(whole.yuan)} 元；请照原文核对"
            at = ((seen.stem, ("line_items", i, "amount")),)
            yield Doubt("MG-7", ("line_items", i, "amount_per_year"), told, at)


def _yearly(seen: Sight) -> Iterator[Doubt]:
    """The sum of one year against the sum of all."""
    record = seen.record
    whole, year = yuan(given(record, "amount")), yuan(given(record, "amount_per_year"))
    if not whole or not year:
        return
    swapped = whole % year and any(is_swapped(year, whole / n) for n in _YEARS)
    if year > whole or whole > year * max(_YEARS) or swapped:
        told = f"每年 {number(year)} 元，合同金额 {number(whole)} 元；请照原文核对"
        yield Doubt("MG-7", ("amount_per_year",), told, ((seen.stem, ("amount",)),))


def _each(seen: Sight) -> Iterator[Doubt]:
    """What one project may get is no more than there is for all."""
    money, whole = seen.record.per_project, yuan(seen.record.budget)
    most = (money.value or money.at_most or money.about) if money else None
    if money and most and whole and most * YUAN_PER_UNIT[money.unit or "元"] > whole:
        told = (
            f"每个项目 {number(most)} {money.unit or '元'}，预算 {number(whole)} 元；请照原文核对"
        )
        yield Doubt("MG-7", ("per_project",), told, ((seen.stem, ("budget",)),))


def _hours(seen: Sight) -> Iterator[Doubt]:
    """The hours of all types of work come to the hours of the service."""
    stated = seen.record.service_hours
    hours = [one.hours for one in seen.record.workload]
    if not stated or stated.value is None or not hours or None in hours:
        return
    total = sum((one for one in hours if one is not None), Decimal(0))
    if mistyped(stated.value, total):
        told = f"服务工时写的是 {number(stated.value)}，各项工作量合计 {number(total)} 小时；请照原文核对"
        yield Doubt("MG-7", ("service_hours",), told, ((seen.stem, ("workload",)),))


def _people(seen: Sight) -> Iterator[Doubt]:
    """No lot serves more people than all of them, or many times more than the others."""
    record = seen.record
    rows = [(i, one.people.value) for i, one in enumerate(record.lots) if one.people]
    sizes = sorted(size for _, size in rows if size)
    whole = record.people.value if record.people else None
    for i, size in rows:
        most = whole or (sizes[len(sizes) // 2 - 1] * 100 if len(sizes) > 1 else None)
        if size and most and size > most:
            told = f"{label(record, 'lots')}第{i + 1}项的服务人数 {number(size)}，与其他的（{number(most)}）相差太大；请照原文核对"
            yield Doubt("MG-11", ("lots", i, "people"), told)


def _ordered(seen: Sight) -> Iterator[Doubt]:
    """What the lots have used is what stands beside it in parts, but for one slip of the hand."""
    spent = [yuan(given(one, "spent")) for one in seen.record.lots]
    parts = [yuan(one.amount) for one in seen.record.amounts]
    if None in spent or None in parts or len(parts) < 2:
        return
    total, whole = sum(filter(None, parts), Decimal(0)), sum(filter(None, spent), Decimal(0))
    for i, part in enumerate(parts):
        right = (part or Decimal(0)) + whole - total
        if part and right > 0 and (is_swapped(part, right) or is_shifted(part, right)):
            told = f"各包已用 {number(whole)} 元，{label(seen.record, 'amounts')}合计 {number(total)} 元；第{i + 1}项若是 {number(right)} 就正好，请照原文核对"
            at = ((seen.stem, ("lots",)),)
            yield Doubt("MG-7", ("amounts", i, "amount"), told, at)


def _executed(seen: Sight) -> Iterator[Doubt]:
    """In a row of funds: what there was, less what was spent, is left; the rate is the one of the other."""
    for i, row in enumerate(given(seen.record, "execution")):
        wholes = [one for one in map(figure, (row.received, row.adjusted, row.initial)) if one]
        spent, left = figure(row.spent), figure(row.left)
        if not wholes or spent is None:
            continue
        told = f"{label(seen.record, 'execution')}第{i + 1}项："
        if left and all(
            abs(one.yuan - spent.yuan - left.yuan) > one.half + spent.half + left.half + 1
            for one in wholes
        ):
            said = f"{told}到位或预算减去支出，不等于结余 {number(left.yuan)} 元；请照原文核对"
            yield Doubt("MG-7", ("execution", i, "left"), said)
        elif row.rate is not None and all(
            abs(spent.yuan * 100 / one.yuan - row.rate) > _ROUNDED for one in wholes if one.yuan
        ):
            said = f"{told}支出占到位或预算的比例，不等于执行率 {number(row.rate)}%；请照原文核对"
            yield Doubt("MG-7", ("execution", i, "rate"), said)


def _by_lot(seen: Sight) -> Iterator[Doubt]:
    """What the agency gets for all lots comes to its fee."""
    fee = seen.record.agency_fee
    whole, each = figure(fee.amount), [figure(one.amount) for one in fee.by_lot]
    if whole is None or not each or None in each:
        return
    total = sum((one.yuan for one in each if one), Decimal(0))
    if abs(total - whole.yuan) > whole.half + 1:
        told = (
            f"代理服务费各包合计 {number(total)} 元，一共是 {number(whole.yuan)} 元；请照原文核对"
        )
        yield Doubt(
            "MG-7", ("agency_fee", "by_lot"), told, ((seen.stem, ("agency_fee", "amount")),)
        )


# By the key without which there is nothing to compare.
_ROOMS: dict[str, tuple[Callable[[Sight], Iterator[Doubt]], ...]] = {
    "lots": (partial(_rows, key="lots"), _people, _ordered),
    "items": (partial(_rows, key="items"),),
    "carried_over": (_balance,),
    "settlement": (_settled,),
    "quantity": (_worth,),
    "line_items": (_by_years,),
    "amount_per_year": (_yearly,),
    "service_hours": (_hours,),
    "per_project": (_each,),
    "execution": (_executed,),
    "agency_fee": (_by_lot,),
}
CONCERNS = frozenset(_ROOMS)
