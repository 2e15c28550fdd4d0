"""Cells that hold a score, a share, a count, a rank, a code, a telephone; or a question."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from generator.intake.clearing import clear
from generator.intake.exact import short
from generator.intake.sheet.doubtful import Doubtful, Nothing, Way
from generator.intake.sheet.grid import Cell
from generator.intake.sheet.looks import exact, is_rounded, number_shown
from generator.intake.sheet.names import is_stroke
from generator.intake.sheet.native import native
from generator.records import spellings
from generator.records.spellings import NARROW

# What a spreadsheet keeps of a number ends at its fifteenth digit.
_LOST = Decimal(10) ** 15
_SHARES = frozenset({"share", "rate", "weight", "percent"})
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_PHONE = re.compile(r"[0-9+()（）/、，, ;；转\-—－–]{5,60}")
_EXPONENT = re.compile(r"[0-9.]{1,40}E\+?[0-9]{1,4}", re.IGNORECASE)
_LONGEST = 60
_MOBILE_TOLD = "手机号码没有收录；确实是办公电话的，请到网站的表里录入"


def number(cell: Cell, key: str) -> Decimal:
    """A score or a share in percent. Raises Doubtful, Nothing."""
    value = cell.value
    if isinstance(value, str):
        return _spelt(clear(value))
    if not isinstance(value, Decimal):
        raise Doubtful("这里要写数字")
    return _of_number(cell, exact(value), is_share=key in _SHARES)


def _of_number(cell: Cell, held: Decimal, *, is_share: bool) -> Decimal:
    look = cell.look
    if look.percent and is_share and not is_rounded(look, held):
        return short(held * 100)
    if is_share and 0 < held < 1:
        ways = (Way("百分数", f"{held * 100:f}%", held * 100), Way("原数", f"{held:f}%", held))
        raise Doubtful("不知道是百分之几；请写成 30%", *ways)
    if held < 0 or look.odd or look.percent or look.day:
        raise Doubtful("看不出是多少；请写成普通数字")
    if is_rounded(look, held):
        raise Doubtful(f"显示 {cell.shown}，单元格里是 {held.normalize():f}；请写成公告上的那个数")
    if any(look.words):
        return _spelt(number_shown(look, held))
    return short(held)


def _spelt(text: str) -> Decimal:
    if is_stroke(text):
        raise Nothing("没有写数字")
    found = spellings.percent(text) if text.endswith(("%", "％")) else spellings.points(text)
    if found is None:
        raise Doubtful("不是一个数字；请只写数字")
    return Decimal(found)


def whole(cell: Cell) -> int:
    """A rank or a number of things. Raises Doubtful, Nothing."""
    text = clear(cell.value) if isinstance(cell.value, str) else cell.shown
    if is_stroke(text):
        raise Nothing("没有写")
    found = spellings.rank(text) or spellings.whole(text)
    if found is None or isinstance(cell.value, datetime):
        raise Doubtful("不是一个整数；请只写数字")
    return int(found)


def count(cell: Cell, unit: str) -> Any:
    """A count with its unit; `unit` is that of its heading. Raises Doubtful, Nothing."""
    text = clear(cell.value) if isinstance(cell.value, str) else cell.shown
    if is_stroke(text):
        raise Nothing("没有写数量")
    if isinstance(cell.value, Decimal) and not cell.look.odd and not any(cell.look.words):
        text = f"{exact(cell.value).normalize():f}"
    if isinstance(cell.value, datetime | bool) or cell.look.odd or cell.look.percent:
        raise Doubtful("看不出是多少；请写成 1200人次")
    said = spellings.figure(text)
    found = spellings.count(text if said is None or said.unit else text + unit)
    if found is None:
        raise Doubtful("看不出是多少；请写成 1200人次")
    return native(found[0])


def code(cell: Cell) -> str:
    """A number that names something, with every digit. Raises Doubtful, Nothing."""
    value = cell.value
    if isinstance(value, Decimal):
        return _of_digits(cell, value)
    if not isinstance(value, str):
        raise Doubtful("编号被表格软件改成了日期；请把单元格的格式改成文本，再照公告写")
    text = clear(value)
    if is_stroke(text):
        raise Nothing("没有写编号")
    if _EXPONENT.fullmatch(text):
        raise Doubtful("编号被表格软件改成了科学计数，后面的数字丢了；请把格式改成文本，再照公告写")
    if "\n" in value.strip() or re.search(r"[、；;，]", text):
        raise Doubtful("像是几个编号；请一格写一个")
    if text.startswith(("'", "=")) or len(text) > _LONGEST or "：" in text:
        raise Doubtful("编号里有别的字；请只写编号")
    return text


def _of_digits(cell: Cell, value: Decimal) -> str:
    if value >= _LOST:
        raise Doubtful(
            "编号有 16 位以上，表格软件只记住 15 位，后面的已经不对；请把格式改成文本，再照公告写"
        )
    if value != value.to_integral_value() or value < 0 or cell.look.odd:
        raise Doubtful("编号是小数，末尾的 0 可能丢了；请把格式改成文本，再照公告写")
    return cell.shown if cell.look.zeros > 1 else f"{int(value)}"


def phone(cell: Cell) -> str:
    """The telephone of an office; a mobile is left out. Raises Doubtful, Nothing."""
    if isinstance(cell.value, Decimal):
        text = f"{cell.value.normalize():f}"
        if not _MOBILE.search(text) and not re.fullmatch(r"[1-9]\d{6,7}", text):
            raise Doubtful("电话是数字，开头的 0 可能丢了；请把格式改成文本，写成 027-00000000")
    elif isinstance(cell.value, str):
        text = clear(cell.value).translate(NARROW)
    else:
        raise Doubtful("这里要写电话；请写成 027-00000000")
    if is_stroke(text):
        raise Nothing("没有写电话")
    if _MOBILE.search(text):
        raise Nothing(_MOBILE_TOLD)
    if not _PHONE.fullmatch(text):
        raise Doubtful("电话里有别的字（可能是姓名）；请只写办公电话")
    return text
