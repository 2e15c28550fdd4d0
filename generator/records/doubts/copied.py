"""A figure as it was typed against how the notice prints it: 不少于1200人 and 12000."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, place
from generator.records.doubts.sight import Figure, Sight, figure
from generator.records.model.amounts import YUAN_PER_UNIT, Money, Quantity, number
from generator.records.source import Path

_PRINTED = re.compile(
    r"(?<![\d.])(\d[\d,，]{0,30}(?:\.\d{1,8})?)\s?([亿万千百]?)(?![\d.%％年月日])"
)
_PERCENT = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4})?)\s?[%％]")
_SCALES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
# Nobody prints more figures of one count than these.
_MOST = 12


def as_printed(seen: Sight, path: Path, part: Money | Quantity) -> str | None:
    """The words of the notice for a figure, which stand in it or around it."""
    if part.printed is not None or path not in seen.filed.annotations:
        return part.printed
    return seen.filed.annotation(*path).printed


def count(seen: Sight, path: Path, held: Quantity, printed: str) -> Iterator[Doubt]:
    """A number as printed against the number as typed: 不少于1200人 and 12000."""
    said = {_read(*one) for one in _PRINTED.findall(printed)}
    # 12个社区各10场 is a hundred and twenty.
    said |= {one * other for one, other in combinations(sorted(said)[:_MOST], 2)}
    for size in (held.value, held.min, held.max, held.about):
        if size is None or size in said:
            continue
        if any(is_shifted(size, one) or is_swapped(size, one) for one in said):
            told = f"{place(seen.record, path)}写的是 {number(size)}，原文写法是“{printed[:30]}”；请照原文核对"
            yield Doubt("MG-6", path, told)
            return


def sum_(seen: Sight, path: Path, money: Money) -> Iterator[Doubt]:
    """The sum as printed against the sum as typed: 46.8万元 and 46.8."""
    printed = as_printed(seen, path, money)
    found = _stated(money) if printed else None
    if not printed or found is None:
        return
    said = [_read(*one) for one in _PRINTED.findall(printed)]
    if any(abs(one - found.yuan) <= found.half for one in said):
        return
    # What is printed without a unit stands in the unit of the table around it.
    said += [one * per for one in said for per in YUAN_PER_UNIT.values() if per > 1]
    if money.unit and any(one == found.yuan for one in said):
        return
    if any(is_shifted(found.yuan, one) or is_swapped(found.yuan, one) for one in said):
        told = f"{place(seen.record, path)}是 {number(found.yuan)} 元，原文写法是“{printed[:30]}”；请核对数字和单位"
        yield Doubt("MG-6", path, told)


def percent(seen: Sight, path: Path, said: Decimal | None, printed: str | None) -> Iterator[Doubt]:
    """A percentage as printed against the one as typed: 92% and 9.2."""
    found = [Decimal(one) for one in _PERCENT.findall(printed or "")]
    if said is None or said in found:
        return
    if any(is_shifted(said, one) or is_swapped(said, one) for one in found):
        told = f"{place(seen.record, path)}写的是 {number(said)}%，原文写法是“{(printed or '')[:30]}”；请照原文核对"
        yield Doubt("MG-6", path, told)


def _stated(money: Money) -> Figure | None:
    """The one number of a sum, whatever its shape."""
    if money.value is not None:
        return figure(money)
    stated = (money.at_most, money.at_least, money.about, money.unit_price)
    shape = next((one for one in stated if one is not None), None)
    unit = YUAN_PER_UNIT[money.unit or "元"]
    return Figure(shape * unit, Decimal(0)) if shape is not None else None


def _read(digits: str, scale: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", digits)) * _SCALES[scale]
