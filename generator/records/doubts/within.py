"""Figures inside one part that must fit each other: a line's product, a sum and its capitals."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.records import capitals
from generator.records.doubts import bounds, copied, marks
from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, label, place, step
from generator.records.doubts.sight import Figure, Sight, figure
from generator.records.model.amounts import (
    YUAN_PER_UNIT,
    Bid,
    Funder,
    Money,
    Quantity,
    Target,
    number,
)
from generator.records.model.choosing import LineItem
from generator.records.model.delivering import PaymentMade, Satisfaction
from generator.records.model.parties import Member, Supplier
from generator.records.model.project import ReferenceWage
from generator.records.model.rows import BudgetLine, Row, Workload
from generator.records.model.times import Payment
from generator.records.source import Path
from generator.records.walk import given

Check = Callable[[Sight, Path, Any], Iterable[Doubt]]

# A line may be priced by the month and counted by the piece: so many of them, but never ten times.
_PERIODS = frozenset({*range(2, 61)}) - {10}
_HUNDRED = Decimal(100)
_MOST_MEMBERS = 15
# A little above a limit is a departure; by half as much again it is a slip.
_FAR_ABOVE = Decimal("1.5")
WAGES = (Decimal(20_000), Decimal(500_000))
# A share may stand rounded to a whole; more than this many percent is no share.
_MOST_PERCENT = Decimal(200)


def doubts(seen: Sight) -> Iterator[Doubt]:
    """What every part of a record asks by itself: one walk, by the type of the part."""
    for path, part in seen.parts:
        if check := CHECKS.get(type(part)):
            yield from check(seen, path, part)


def _money(seen: Sight, path: Path, money: Money) -> Iterable[Doubt]:
    """Most sums are a plain number, of which nothing is asked."""
    plain = bounds.is_plain(money) and path not in seen.filed.annotations
    return () if plain else _full(seen, path, money)


def _full(seen: Sight, path: Path, money: Money) -> Iterator[Doubt]:
    if money.capital is not None:
        yield from _spelled(seen, path, money)
    if money.printed is not None or path in seen.filed.annotations:
        yield from copied.sum_(seen, path, money)
    if money.percent is not None:
        yield from copied.percent(seen, path, money.percent, copied.as_printed(seen, path, money))
    if money.between is not None or money.percent is not None:
        yield from _between(seen, path, money)
    yield from bounds.sum_(seen, path, money)


def _count(seen: Sight, path: Path, count: Quantity) -> Iterable[Doubt]:
    plain = count.max is None and not copied.as_printed(seen, path, count) and bounds.is_few(count)
    return () if plain else _counted(seen, path, count)


def _counted(seen: Sight, path: Path, count: Quantity) -> Iterator[Doubt]:
    if count.min is not None and count.max is not None:
        yield from _range(seen, path, count)
    if printed := copied.as_printed(seen, path, count):
        yield from copied.count(seen, path, count, printed)
    yield from bounds.people(seen, path, count)


def _row(seen: Sight, path: Path, row: Row) -> Iterable[Doubt]:
    return (*_line(seen, path, row), *_share(seen, path, row), *_topped(seen, path, row))


def _topped(seen: Sight, path: Path, row: Row) -> Iterable[Doubt]:
    """What a lot came to, far above the most that it may."""
    most, came = figure(row.ceiling), figure(row.amount)
    if most is None or came is None or not most.yuan or came.yuan <= most.yuan * _FAR_ABOVE:
        return ()
    told = f"{place(seen.record, path)}的{label(row, 'amount')} {number(came.yuan)} 元，{label(row, 'ceiling')}只有 {number(most.yuan)} 元；请照原文核对"
    return (Doubt("MG-5", (*path, "amount"), told, ((seen.stem, (*path, "ceiling")),)),)


def _line(seen: Sight, path: Path, line: LineItem | Row) -> Iterable[Doubt]:
    """Most lines state no price of one unit, of which nothing is asked."""
    plain = line.unit_price is None or line.quantity is None
    return () if plain else _product(seen, path, line)


def _share(seen: Sight, path: Path, part: Any) -> Iterable[Doubt]:
    return _percent(seen, (*path, "share"), part.share)


def _bid(seen: Sight, path: Path, bid: Bid) -> Iterable[Doubt]:
    stated = {"discount": bid.discount, "rate": bid.rate}
    return [
        one
        for key, said in stated.items()
        for each in (
            _percent(seen, (*path, key), said),
            copied.percent(seen, (*path, key), said, bid.printed),
        )
        for one in each
    ]


def _spelled(seen: Sight, path: Path, money: Money) -> Iterator[Doubt]:
    """大写金额 against digits; capitals that nobody can read are a question too."""
    if money.capital is None:
        return
    said, exact = capitals.value(money.capital), money.yuan
    called = place(seen.record, path)
    if said is None:
        yield Doubt("MG-6", path, f"{called}的大写“{money.capital[:30]}”读不出是多少；请照原文核对")
    elif exact is not None and said != exact and not _is_rounded(said, exact):
        told = f"{called}的大写“{money.capital[:30]}”是 {number(said)} 元，数字是 {number(exact)} 元；请照原文核对"
        yield Doubt("MG-6", path, told)


def _is_rounded(said: Decimal, exact: Decimal) -> bool:
    """Whether capitals only leave the tenths of a yuan out, up or down."""
    return said % 1 == 0 and exact % 1 != 0 and abs(said - exact) < 1


def _between(seen: Sight, path: Path, money: Money) -> Iterator[Doubt]:
    if money.between and money.between[0] > money.between[1]:
        told = f"{place(seen.record, path)}的下限 {number(money.between[0])} 大于上限 {number(money.between[1])}；请核对"
        yield Doubt("MG-7", path, told)
    if money.percent is not None and money.percent > _MOST_PERCENT:
        yield Doubt(
            "MG-12",
            path,
            f"{place(seen.record, path)}写的是 {number(money.percent)}%；请核对小数点",
        )


def _range(seen: Sight, path: Path, count: Quantity) -> Iterator[Doubt]:
    if count.min is not None and count.max is not None and count.min > count.max:
        told = f"{place(seen.record, path)}的下限 {number(count.min)} 大于上限 {number(count.max)}；请核对"
        yield Doubt("MG-7", path, told)


def _product(seen: Sight, path: Path, line: LineItem | Row) -> Iterator[Doubt]:
    """Quantity × unit price against the amount of a line, up to rounding."""
    price, count = _price(line.unit_price), line.quantity.value if line.quantity else None
    key, total = _total_of(line)
    if price is None or total is None or not count:
        return
    worth = price.yuan * count
    slack = price.half * count + total.half + 1
    if abs(worth - total.yuan) <= slack or _is_by_period(line, total.yuan / worth if worth else 0):
        return
    told = f"{place(seen.record, path)}：单价 {number(price.yuan)} 元 × {number(count)} = {number(worth)} 元，{label(line, key)}是 {number(total.yuan)} 元；请照原文核对"
    yield Doubt("MG-7", (*path, key), told)


def _price(money: Money | None) -> Figure | None:
    if money is None:
        return None
    if money.unit_price is None:
        return figure(money)
    unit = YUAN_PER_UNIT[money.unit or "元"]
    return Figure(money.unit_price * unit, unit / 200)


def _total_of(line: LineItem | Row) -> tuple[str, Figure | None]:
    if line.amount is not None or isinstance(line, LineItem):
        return "amount", figure(line.amount)
    return "budget", figure(line.budget)


def _is_by_period(line: LineItem | Row, ratio: Decimal | int) -> bool:
    """Whether the price or the count is stated by the month, and the sum for several."""
    price, count = line.unit_price, line.quantity
    if ratio == given(line, "years"):
        return True
    says = (price and price.per) or (count and count.per) or line.note
    return bool(says) and ratio == int(ratio) and int(ratio) in _PERIODS


def _supplier(seen: Sight, path: Path, one: Supplier) -> Iterable[Doubt]:
    return () if one.review_price is None else _reviewed(seen, path, one)


def _reviewed(seen: Sight, path: Path, one: Supplier) -> Iterator[Doubt]:
    """The price that was scored against the price that was offered."""
    offered, scored = (
        money and (money.value or money.unit_price) for money in (one.amount, one.review_price)
    )
    if offered and scored and (is_shifted(offered, scored) or is_swapped(offered, scored)):
        told = f"{place(seen.record, path)}的报价 {number(offered)}，评审价 {number(scored)}；请照原文核对"
        yield Doubt("MG-5", (*path, "review_price"), told, ((seen.stem, (*path, "amount")),))


def _members(seen: Sight, path: Path, one: Member) -> Iterable[Doubt]:
    if one.count is None or one.count <= _MOST_MEMBERS:
        return ()
    told = f"{place(seen.record, path)}写的是 {one.count} 人；请核对"
    return (Doubt("MG-12", (*path, "count"), told),)


def _wage(seen: Sight, path: Path, wage: ReferenceWage) -> Iterator[Doubt]:
    """An average wage of a year in this century."""
    found = figure(wage.amount)
    if (found and not WAGES[0] <= found.yuan <= WAGES[1]) or not 1995 <= wage.year <= 2100:
        told = f"{place(seen.record, path)}写的是 {wage.year} 年 {number(found.yuan if found else Decimal(0))} 元；请核对"
        yield Doubt("MG-12", path, told)


def _hours(seen: Sight, path: Path, work: Workload) -> Iterator[Doubt]:
    if work.count and work.hours_per_unit and work.hours is not None:
        worth = work.count * work.hours_per_unit
        if abs(worth - work.hours) > max(Decimal(1), worth / 100):
            told = f"{place(seen.record, path)}：{number(work.count)} × {number(work.hours_per_unit)} = {number(worth)} 小时，合计写的是 {number(work.hours)} 小时；请照原文核对"
            yield Doubt("MG-7", (*path, "hours"), told)


def _labour(seen: Sight, path: Path, line: BudgetLine) -> Iterator[Doubt]:
    """People × cost a year against the line; it may be for months or for years."""
    yearly, total = figure(line.per_person_year), figure(line.amount)
    if yearly is None or total is None or not line.people or not yearly.yuan:
        return
    worth = line.people * yearly.yuan
    years = total.yuan / worth
    right = [total.yuan / line.people / n for n in (1, 2, 3)]
    people = [total.yuan / yearly.yuan / n for n in (1, 2, 3)]
    if (
        step(total.yuan, worth)
        or any(is_swapped(one, yearly.yuan) for one in right)
        or any(_lacks_digit(one, line.people) for one in people)
    ):
        told = f"{place(seen.record, path)}：{number(line.people)} 人 × 每人每年 {number(yearly.yuan)} 元 = {number(worth)} 元，这一项是 {number(total.yuan)} 元（{years:.2f} 年）；请照原文核对"
        yield Doubt("MG-7", (*path, "amount"), told)


def _lacks_digit(right: Decimal, stated: Decimal) -> bool:
    """Whether a number of several is written with one digit too many: 15 for 5."""
    said = f"{stated:f}"
    if right % 1 or right < 2:
        return False
    return f"{int(right)}" in {said[:i] + said[i + 1 :] for i in range(len(said))}


def _percent(seen: Sight, path: Path, share: Decimal | None) -> Iterable[Doubt]:
    if share is None or share <= _HUNDRED:
        return ()
    told = f"{place(seen.record, path)}写的是 {number(share)}%，超过 100%；请核对小数点"
    return (Doubt("MG-12", path, told),)


def _satisfied(seen: Sight, path: Path, asked: Satisfaction) -> Iterator[Doubt]:
    """A rate in percent: neither above all nor a fraction of one."""
    rate = asked.rate
    if rate is not None and not 30 <= rate <= _HUNDRED:
        told = f"{place(seen.record, path)}写的是 {number(rate)}%；请核对小数点"
        yield Doubt("MG-12", (*path, "rate"), told)
    if rate is not None and asked.asked == 0:
        told = f"{place(seen.record, path)}写了 {number(rate)}%，被问的人数是 0；请照原文核对"
        yield Doubt("MG-12", (*path, "asked"), told, ((seen.stem, (*path, "rate")),))


CHECKS: dict[type, Check] = {
    Money: _money,
    Quantity: _count,
    LineItem: _line,
    Row: _row,
    Workload: _hours,
    BudgetLine: _labour,
    Funder: _share,
    Payment: _share,
    PaymentMade: _share,
    Bid: _bid,
    Satisfaction: _satisfied,
    Supplier: _supplier,
    Member: _members,
    ReferenceWage: _wage,
    Target: marks.target,
}
