"""From what a cell shows to the value of a record: by what its column is for."""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from generator.intake.clearing import clear
from generator.intake.sheet import days, figures, sums
from generator.intake.sheet.doubtful import Doubtful, Nothing, Way
from generator.intake.sheet.grid import Cell
from generator.intake.sheet.names import is_stroke, party
from generator.intake.sheet.native import native
from generator.intake.sheet.slot import Slot
from generator.records import stretches
from generator.records.spellings import quote
from generator.records.usual import slot_of as field_of
from generator.vocabulary import kind_named, words

_TRUTHS = {"是": True, "否": False, "true": True, "false": False, "TRUE": True, "FALSE": False}
_LENGTH = re.compile(r"[0-9一二两三四五六七八九十]{1,8} ?(?:年|个月|日|天|个?工作日)")
_PARTED = re.compile(r"[、，,；;\n]")
_NAME = re.compile(r"[一-鿿·]{2,12}")
_LIST = re.compile(r"[\n\v]+")
_WORD_ENDS = re.compile(r"(?:采购)?(?:方式)?$")
# Of these a line that is broken in its cell goes on.
# What one of many costs may be small.
_PARTS = frozenset({"unit_price"})
_ONE_LINE = frozenset({"project_name"})
_SOONEST_TITLE = 6


def value(slot: Slot, cell: Cell, unit: str) -> Any:
    """What a cell says of its key. Raises Doubtful or Nothing."""
    if cell.trouble:
        raise Doubtful(cell.trouble)
    match slot.sort:
        case "money":
            return sums.amount(cell, unit, is_part=slot.path[-1] in _PARTS)
        case "day":
            return days.day(cell)
        case "number":
            return figures.number(cell, slot.path[-1])
        case "whole":
            return figures.whole(cell)
        case "count":
            return figures.count(cell, unit)
        case "code":
            return figures.code(cell)
        case "phone":
            return figures.phone(cell)
    return _in_words(slot, cell)


def _in_words(slot: Slot, cell: Cell) -> Any:
    """What is said in words: a text, a name, a word of a list, a stretch of time."""
    text = _text(cell)
    match slot.sort:
        case "party":
            return party(text)
        case "word":
            return _words(slot, text)
        case "members":
            return list(_members(text))
        case "truth":
            return _truth(text)
        case "stretch":
            return _stretch(slot, clear(text))
        case "url":
            return _url(clear(text))
    if is_stroke(text):
        raise Nothing("没有写")
    if slot.sort == "texts" and slot.path[-1] not in _ONE_LINE:
        return [clear(one) for one in _LIST.split(text) if one.strip()]
    return title(clear(text)) if slot.path == ("title",) else clear(text)


def _text(cell: Cell) -> str:
    match cell.value:
        case str():
            return cell.value.strip()
        case Decimal() if not cell.look.odd and not cell.look.day:
            return cell.shown
        case bool():
            return cell.shown
        case datetime():
            raise Doubtful("被表格软件当成了日期；请把单元格的格式改成文本，再照公告写")
    raise Doubtful("看不出写的是什么；请把单元格的格式改成文本，再照公告写")


def title(text: str) -> str:
    """The title of a notice, which is more than the name of its kind. Raises Doubtful."""
    if kind_named(text) or len(text) < _SOONEST_TITLE or not re.search(r"[一-鿿]{4}", text):
        raise Doubtful("不像一份公告的完整标题；请照录原文的标题")
    return text


def _words(slot: Slot, text: str) -> Any:
    """A word of a list, or several where a record may hold them."""
    if not slot.is_many:
        return _word(slot.list, text)
    return [_word(slot.list, one.strip()) for one in _PARTED.split(text) if one.strip()]


def _members(text: str) -> Iterator[dict[str, str]]:
    """The experts of a panel: names and nothing else."""
    if is_stroke(text):
        raise Nothing("没有写")
    for one in filter(None, map(str.strip, _PARTED.split(text))):
        if not _NAME.fullmatch(one):
            raise Doubtful("这里只写评审专家的姓名，用顿号隔开；采购人代表到网站的表里录入")
        yield {"role": "expert", "name": one}


def _word(list_: str, text: str) -> str:
    said = _bare(text)
    for key, term in words(list_).items():
        if text in {key, term.label} or (said and said == _bare(term.label)):
            return key
    if is_stroke(text):
        raise Nothing("没有写")
    ways = (Way(key, term.label, key) for key, term in words(list_).items())
    known = "、".join(term.label for term in words(list_).values())
    raise Doubtful(f"不在词表里；可以写：{known}", *ways)


def _bare(text: str) -> str:
    """单一来源 of 单一来源采购, 公开招标 of 公开招标方式."""
    return _WORD_ENDS.sub("", "".join(text.split()))


def _truth(text: str) -> bool:
    if text in _TRUTHS:
        return _TRUTHS[text]
    if is_stroke(text):
        raise Nothing("没有写")
    raise Doubtful("这里写“是”或“否”", Way("是", "是", True), Way("否", "否", False))


def _stretch(slot: Slot, text: str) -> Any:
    """A stretch of time; one that may be meant in several ways only as it is printed."""
    if is_stroke(text):
        raise Nothing("没有写时间")
    if re.fullmatch(r"[0-9.]+", text):
        raise Doubtful("不知道是几年、几个月还是几天；请写成 12个月")
    part = field_of(slot.model, slot.path[-1]).part
    assert part
    found = stretches.stretch(text)
    if found and stretches.YEAR in found.first + found.last:
        raise Doubtful("没有写年份；请写成 2026年3月2日至2027年3月1日")
    if found and found.is_sure:
        printed = "" if found.plain else f"printed: {quote(text)}"
        return native(stretches.written(part, found, printed))
    alone = _LENGTH.fullmatch(text) and stretches.length(part, text, f"printed: {quote(text)}")
    return native(alone) if alone else {"printed": text}


def _url(text: str) -> str:
    if is_stroke(text):
        raise Nothing("没有写网址")
    if not re.fullmatch(r"https?://[^\s一-鿿]+", text):
        raise Doubtful("不是完整的网址；请写以 https:// 或 http:// 开头的网址")
    return text
