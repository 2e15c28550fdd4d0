"""A cell that holds a sum: its number, its unit and how exact it is, or a question."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.intake.clearing import clear
from generator.intake.exact import in_yuan, short
from generator.intake.sheet.doubtful import Doubtful, Nothing, Way
from generator.intake.sheet.grid import Cell
from generator.intake.sheet.looks import exact, is_rounded, number_shown
from generator.intake.sheet.names import is_stroke
from generator.intake.sheet.native import native
from generator.records import capitals
from generator.records.model.amounts import YUAN_PER_UNIT, number, yuan_words
from generator.records.spellings import NARROW, figure, money, unit_price

LEAST, MOST = Decimal(1000), Decimal(100_000_000)
_CURRENCY = re.compile(r"[￥¥]|RMB|CNY|人民币", re.IGNORECASE)
_IN_YUAN = re.compile(r"[（(](?:人民币|含税)?[)）]$")
_UNIT_BEHIND = re.compile(r"^(?P<sum>[^（(]+?)[（(](?P<unit>万元|亿元|元)[)）](?:人民币)?$")
_BOTH = re.compile(
    r"(?P<capital>[^0-9（(￥¥]{4,40})[（(]?[￥¥:： ]{0,8}(?P<figure>[0-9,，.]+) ?元?[)）]?"
)
_CAPITAL = re.compile(r"(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,30}[元圆].{0,8}")
# Figures of a table are filled up with noughts: 63.8600000.
_NOUGHTS = re.compile(r"(?<=[0-9])(\.[0-9]*?)0{3,}(?![0-9])")
_UNITS = {"元": "元", "万": "万元", "万元": "万元", "亿": "亿元", "亿元": "亿元"}
_OWN = re.compile(r"[0-9] ?(?:余|多)?(?:万元|亿元|元|万)")
_PARTED = re.compile(r"[、；;\n]")
_NO_UNIT = "没有写单位；请写成 {0}万元 或 {0}元，或在列的标题里写（万元）"


def amount(cell: Cell, unit: str, *, is_part: bool = False) -> Any:
    """The sum in a cell; `unit` is that of its heading or of the sheet. Raises Doubtful, Nothing.

    `is_part` where it is the price of one of many, and may be small.
    """
    if isinstance(cell.value, Decimal):
        found = _of_number(cell, cell.value, unit)
    elif isinstance(cell.value, str):
        found = _of_text(clear(cell.value), unit)
    else:
        raise Doubtful("这里要写金额；请写成 46.8万元")
    return found if is_part else _sure(found)


def _of_number(cell: Cell, value: Decimal, unit: str) -> Any:
    look, held = cell.look, exact(value)
    if held <= 0:
        raise Doubtful("金额不是正数；没有金额的请留空")
    if look.odd or look.percent or look.day:
        raise Doubtful(
            f"数字格式是 {cell.format[:30]}，显示的和单元格里的 {held.normalize():f} 不是一个数；"
            "请改成普通数字，单位写在后面"
        )
    if is_rounded(look, held):
        raise Doubtful(
            f"显示 {cell.shown}，单元格里是 {held.normalize():f}；请写成公告上的那个数",
        )
    before, after = (_CURRENCY.sub("", one).strip() for one in look.words)
    if before or (after and after not in _UNITS):
        return _of_text(number_shown(look, held), unit)
    own = _UNITS.get(after, "")
    if own and unit and own != unit:
        raise Doubtful(
            f"数字格式写的单位是 {own}，标题写的是 {unit}",
            *_ways(held, (own, unit)),
        )
    return _with_unit(held, own or unit)


def _with_unit(value: Decimal, unit: str) -> Any:
    value = short(value)
    if not unit:
        raise Doubtful(_NO_UNIT.format(f"{value:f}"), *_ways(value, YUAN_PER_UNIT))
    return value if unit == "元" else {"value": value, "unit": unit}


def _ways(value: Decimal, units: Any) -> Iterator[Way]:
    for unit in units:
        yield Way(unit, f"{number(value)} {unit}", _with_unit(value, unit))


def _of_text(text: str, unit: str) -> Any:
    if is_stroke(text):
        raise Nothing("没有写金额")
    if _CAPITAL.match(text):
        return _in_capitals(text)
    bare = _bare(text)
    said = figure(bare)
    if said is None:
        return _in_words(text)
    if said.unit in _UNITS:
        return _spelt(bare, text)
    if not said.unit and unit:
        return _spelt(bare + unit, text)
    if said.unit:
        return _in_words(text)
    value = Decimal(said.first)
    raise Doubtful(
        _NO_UNIT.format(said.first),
        *(() if said.bound or said.last else _ways(value, YUAN_PER_UNIT)),
    )


def _bare(text: str) -> str:
    """63.8600000（万元） and 46.8万元（人民币） without what is around figure and unit."""
    found = _UNIT_BEHIND.fullmatch(text)
    bare = f"{found['sum'].strip()}{found['unit']}" if found else _IN_YUAN.sub("", text).strip()
    return _NOUGHTS.sub(lambda one: one[1].rstrip("."), bare)


def _spelt(text: str, printed: str) -> Any:
    """A sum in words of ours; what is printed stays as it is printed."""
    found = money(text)
    if found is None:
        return _in_words(printed)
    value = native(found[0])
    told = value if isinstance(value, dict) else {"value": value}
    is_more = "printed" in told or bool(_IN_YUAN.search(printed))
    return {**told, "printed": printed} if is_more else value


def _in_words(text: str) -> Any:
    """What is more than one figure stays as it is printed, if it says its own unit."""
    if price := unit_price(text):
        return native(price)
    if _PARTED.search(text) or len(_OWN.findall(text)) > 1:
        raise Doubtful("一格里有几个金额；请一行写一个")
    if _OWN.search(text.translate(NARROW)):
        return {"printed": text}
    raise Doubtful("看不懂是多少钱；请写成 46.8万元，公告没有写的请留空")


def _in_capitals(text: str) -> Any:
    both = _BOTH.fullmatch(text)
    capital = both["capital"].strip() if both else text
    value = capitals.value(capital)
    if value is None:
        raise Doubtful("大写的金额认不出；请写成数字，后面写单位")
    if both and Decimal(both["figure"].replace(",", "").replace("，", "")) != value:
        raise Doubtful(f"大写是 {yuan_words(value)}，数字是 {both['figure']}；请核对")
    return {"value": short(value), "capital": capital}


def _sure(found: Any) -> Any:
    """A sum that is neither too small nor too large to be meant."""
    yuan = in_yuan(found)
    if yuan is None:
        return found
    if yuan < LEAST:
        told = f"{yuan_words(yuan)} 不像这样一笔钱，是不是漏了“万”"
        raise Doubtful(told, Way("对", f"就是 {yuan_words(yuan)}", found))
    if yuan >= MOST:
        told = f"{yuan_words(yuan)} 不像这样一笔钱，是不是多写了“万”"
        raise Doubtful(told, Way("对", f"就是 {yuan_words(yuan)}", found))
    return found
