"""What to write in place of a text where a figure or a day is wanted."""

import re
from typing import Any, NamedTuple

from generator.records import spellings, stretches
from generator.records.model.amounts import Money, Quantity
from generator.records.model.part import Part
from generator.records.model.times import Term
from generator.records.quoting import shown
from generator.vocabulary import key_term

_YES_NO = {"是": "true", "否": "false", "yes": "true", "no": "false"}
# What stands printed where a cell was left empty.
STROKE = re.compile("[/／]|[-—－–]{1,2}")
MASKED = re.compile(r"[*＊×]|[Xx]{2}|■|打码|遮盖")
_NUMBERS = {
    Money: "约数写 {about: 80, unit: 万元}，范围写 {between: [30000, 80000]}、{at_least: 30000} 或 {at_most: 80000}",
    Quantity: "约数写 {about: 2200, unit: 人}，范围写 {min: 1200, max: 1500, unit: 人}",
}

# Of a stretch these are its end.
_LAST_DAYS = frozenset({"deadline", "new_deadline", "cutoff", "due", "to", "until"})


class Offer(NamedTuple):
    """What would be right; `right` where it is the only way to write it."""

    remedy: str
    right: str = ""


def figure(part: type[Part], key: str, given: Any, plain: str) -> Offer:
    """In place of a figure: of a sum or count what the text says, else how such are written.

    `plain` is the remedy of a number that is nothing but a number.
    """
    if not isinstance(given, str):
        return Offer(plain)
    if MASKED.search(given):
        return Offer(_masked(part, given, plain))
    if part is Term and (length := spellings.duration(given)) and length[1] != "working":
        return Offer(f"请写 {length[0]}，单位写 unit: {length[1]}；原文写法放在 printed")
    if part is Term and (told_ends := stretches.stretch(given)) and told_ends.first:
        return Offer(
            f"这是起止日期；整个 term 请写 {stretches.written(part, told_ends, f'printed: {quoted(given)}')}"
        )
    told = _told(part, key, given)
    if told and told[1]:
        return Offer(f"请写 {told[0]}", told[0])
    if told:
        return Offer(f"请写 {told[0]}，或只写 {{printed: {quoted(given)}}}")
    if "printed" in part.model_fields:
        also = f"；{_NUMBERS[part]}" if part in _NUMBERS else ""
        return Offer(f"{plain}{also}；不是数的照录 {{printed: {quoted(given)}}}")
    return Offer(plain)


def _told(part: type[Part], key: str, given: str) -> tuple[str, bool] | None:
    if part is Money and (price := spellings.unit_price(given)):
        return price, True
    if part is Money:
        return spellings.money(given)
    if part is Quantity:
        return spellings.count(given)
    said = spellings.percent(given) if "%" in _label(key, part) else spellings.points(given)
    return (said, True) if said else None


def whole(given: Any, plain: str) -> Offer:
    """In place of a whole number without a unit."""
    said = spellings.whole(given) if isinstance(given, str) else None
    if said:
        return Offer(f"请写 {said}", said)
    if isinstance(given, str) and spellings.figure(given):
        return Offer(
            f"这里只写一个确数；约数和范围请写在 other，例如 {{label: 家数, value: {quoted(given)}}}"
        )
    return Offer(plain)


def ordinal(given: Any, plain: str) -> Offer:
    """In place of a rank or a round."""
    said = spellings.rank(given) if isinstance(given, str) else None
    return Offer(f"请写 {said}", said) if said else Offer(plain)


def yes_or_no(given: Any) -> Offer:
    """In place of yes or no: the word that is meant, or the stroke that is printed."""
    plain = "请写 true（是）或 false（否）"
    if isinstance(given, str) and STROKE.fullmatch(given):
        return blank(given)
    return Offer(plain, _YES_NO.get(str(given), ""))


def blank(given: str) -> Offer:
    """A stroke in place of a value that is no text."""
    right = f"{{value: null, printed: {spellings.quote(given)}}}"
    return Offer(f"公告印着“{given}”的请写 {right}，没有这一项的整行删去", right)


def day(part: type[Part], key: str, given: Any, plain: str) -> Offer:
    """In place of a date: the one that is meant, else how a stretch of days is written."""
    text = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    if STROKE.fullmatch(text):
        return blank(text)
    if said := spellings.day(text):
        return Offer(f"请写 {said}", said)
    if (found := stretches.stretch(text)) and found.first and found.last:
        return Offer(_stretch(part, key, text, found.first, found.last))
    if MASKED.search(text):
        return Offer(hidden(text))
    if text.startswith(stretches.YEAR):
        return Offer(f"年份请按公告补上，例如 {text.replace(stretches.YEAR, '2026')}")
    if re.fullmatch(r"[0-9]{1,2}月(?:[0-9]{1,2}[日号])?", text):
        return Offer("没有写年份；请按公告补上，例如 2026-03-02")
    printed = f"{key}_printed"
    if printed in part.model_fields and text:
        return Offer(f"{plain}；不是日期的写在 {printed}: {quoted(text)}")
    return Offer(plain)


def _stretch(part: type[Part], key: str, text: str, first: str, last: str) -> str:
    """A stretch, where one date is wanted."""
    lacks = "，年份请按公告补上" if stretches.YEAR in first + last else ""
    until = f"{key.removesuffix('_on')}_until"
    if until in part.model_fields:
        return f"这是一段时间；请分开写 {key}: {first} 和 {until}: {last}{lacks}"
    for end in ("until", "to"):
        if {"from_", end} <= part.model_fields.keys():
            return f"这是一段时间；请分开写 from: {first}, {end}: {last}{lacks}"
    one = last if key in _LAST_DAYS else first
    return (
        f"这是一段时间；这里写一个日期，照录原文：{{value: {one}, printed: {quoted(text)}}}{lacks}"
    )


def hidden(given: str) -> str:
    """How a value is written that the page covers and nobody can read."""
    return f"打码的请照录 {{value: null, printed: {quoted(given)}, masked: true}}"


def _masked(part: type[Part], given: str, plain: str) -> str:
    if "printed" not in part.model_fields:
        return f"打码的数不写在这里，请删去这一行，照录在 other；{plain}"
    masked = ", masked: true" if "masked" in part.model_fields else ""
    return f"打码的请照录 {{printed: {quoted(given)}{masked}}}"


def _label(key: str, part: type[Part]) -> str:
    return key_term(key, part.__name__).label


def quoted(given: str) -> str:
    """A text as it is shown, in quotes where it needs them."""
    return spellings.quote(shown(given))
