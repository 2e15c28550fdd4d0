"""What a hand writes in Chinese where a day or a figure is wanted, and how a record writes it.

Each function answers with what may stand in the file, or with None where the text
has no reading, or more than one.
"""

import json
import re
from decimal import Decimal
from typing import NamedTuple

from generator.records.model.dates import parse

_PLAIN = re.compile(r"[一-鿿（）《》][一-鿿（）《》A-Za-z0-9]*")
_DAY = re.compile(
    r"(?P<year>[0-9]{4}) ?(?:年|[-./]) ?(?:(?P<month>[0-9]{1,2}) ?(?:月(?!份?[至到—~-])|[-./]|(?=$))份? ?"
    r"(?:(?P<day>[0-9]{1,2}) ?[日号]?)?)? ?(?:T|[（(][一-鿿]{2,3}[)）])? ?"
    r"(?:(?P<half>上午|下午)? ?(?P<hour>[0-9]{1,2}) ?[:：时点] ?(?:(?P<minute>[0-9]{1,2}) ?分?|整)?)?"
)
_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
# A number with a nought in front is a number of another sort.
_FIGURE = r"(?!0[0-9])(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,6})?"
_UNIT = r"[一-鿿]{0,4}?"
# What a keyboard for Chinese writes wide; 二〇二六年七月十六日 is a day in numerals.
NARROW = str.maketrans({chr(one + 0xFEE0): chr(one) for one in map(ord, "0123456789.%-/:~")})
_NUMERAL = "〇○零一二三四五六七八九"
_DAY_IN_NUMERALS = re.compile(
    rf"(?P<year>[{_NUMERAL}]{{4}})年(?:(?P<month>十?[一二三四五六七八九]|十)月(?:(?P<day>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?)?"
)
# Nobody writes a figure or a day in more signs.
_LONGEST = 60
_STATED = re.compile(
    rf"(?P<before>[一-鿿]{{0,3}}?) ?(?:人民币|[￥¥])? ?(?P<first>{_FIGURE}) ?"
    rf"(?:(?P<middle>[一-鿿]{{0,2}}) ?[-至到~—–～]{{1,2}} ?(?P<last>{_FIGURE}))? ?"
    rf"(?P<about>多|余)?(?P<unit>{_UNIT})(?P<after>余元|多元|余|多|左右|上下|以内|以下|以上)?(?:整|正)?"
)
_ABOUT = frozenset({"约", "大约", "近", "余", "多", "余元", "多元", "左右", "上下"})
_MOST = frozenset({"不超过", "不高于", "不多于", "至多", "最多", "最高", "以内", "以下"})
_LEAST = frozenset({"不少于", "不低于", "至少", "最少", "最低", "以上"})
_MONEY_UNITS = {"": "元", "元": "元", "万": "万元", "万元": "万元", "亿": "亿元", "亿元": "亿元"}
_UNIT_PRICE = re.compile(
    rf"(?:人民币|[￥¥])? ?(?P<price>{_FIGURE}) ?(?P<scale>万?元)"
    r"(?: ?[/／] ?每?(?P<per>(?![年月日天季])[一-鿿]{1,4}(?:[/·][一-鿿]{1,3})?)|每(?P<each>(?![年月日天季])[一-鿿]{1,4}))"
)
_NUMERALS = "零一二三四五六七八九十"
_DURATION = re.compile(
    r"(?:为期|期限)?(?P<digits>[0-9]{1,4}|[一二两三四五六七八九十]) ?"
    r"(?:个?(?P<working>工作日)|(?P<unit>年|个月|[日天]))"
)
# Longer than any stretch is the number of a year; 9月 is a month, and 15日至19日 are days of one.
_LONGEST_YEARS = 2
_NO_LENGTH = re.compile(
    r" ?(?:[-—–~～+＋至到前半零又余多左]|以[内上下]|一签|[0-9]|[一二两三四五六七八九十] ?(?:个?月|年|日|天))"
)
_DURATION_UNITS = {"年": "year", "个月": "month", "日": "day", "天": "day"}
_RANK = re.compile(
    r"(?:第? ?(?P<digits>[0-9]{1,4})|第(?P<numeral>[一二三四五六七八九十]))"
    r" ?(?:名|位|(?:中标|成交|中选|入围)?候选(?:人|供应商|单位))?"
)
_WHOLE = re.compile(r"(?:共 ?)?(?P<digits>[0-9]{1,9}) ?[家个人名位份次]?")
_POINTS = re.compile(rf"(?P<digits>{_FIGURE}) ?分?")


class Stated(NamedTuple):
    """A figure as a text states it; `last` where it is a range, `bound` where it is not exact."""

    first: str
    last: str
    unit: str
    bound: str


def quote(text: str) -> str:
    """A text as it may stand in any place of a file."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def day(text: str) -> str | None:
    """2026年3月2日, 2026.3.2, 20260302 → 2026-03-02; 2026年3月 → 2026-03."""
    text = _short(text)
    if found := _TOGETHER.fullmatch(text):
        return a_date("-".join(found.groups()))
    if found := _DAY_IN_NUMERALS.fullmatch(text):
        year = "".join(str(max(0, _NUMERAL.index(one) - 2)) for one in found["year"])
        rest = (f"{tens(one):02}" for one in (found["month"], found["day"]) if one)
        return a_date("-".join((year, *rest)))
    found = _DAY.fullmatch(text)
    if not found or (found["hour"] and not found["day"]):
        return None
    said = found["year"]
    for one in filter(None, (found["month"], found["day"])):
        said += f"-{int(one):02}"
    return a_date(said + _hour(found))


def tens(numeral: str) -> int:
    """十六 → 16, 二十 → 20, 三 → 3."""
    tens, ten, ones = numeral.rpartition("十")
    first = (_NUMERALS.index(tens) if tens else 1) * 10 if ten else 0
    return first + (_NUMERALS.index(ones) if ones else 0)


def rank(text: str) -> str | None:
    """第一, 第1名 → 1."""
    found = _RANK.fullmatch(_short(text))
    if not found:
        return None
    at = int(found["digits"]) if found["digits"] else _NUMERALS.index(found["numeral"])
    return str(at) if at else None


def duration(text: str) -> tuple[str, str] | None:
    """两年为一个购买周期 → 2, year; 5个工作日 → 5, working; None where no length stands in front."""
    said = _short(text)
    found = _DURATION.match(said)
    if not found or _NO_LENGTH.match(said, found.end()):
        return None
    if found["unit"] == "年" and len(found["digits"]) > _LONGEST_YEARS:
        return None
    digits = found["digits"].replace("两", "二")
    length = digits if digits.isdigit() else str(_NUMERALS.index(digits))
    return length, "working" if found["working"] else _DURATION_UNITS[found["unit"]]


def whole(text: str) -> str | None:
    """3家 → 3."""
    found = _WHOLE.fullmatch(_short(text))
    return str(int(found["digits"])) if found else None


def points(text: str) -> str | None:
    """91.5分, "91.5" → 91.5."""
    found = _POINTS.fullmatch(_short(text))
    return _digits(found["digits"]) if found else None


def percent(text: str) -> str | None:
    """30% → 30."""
    return points(_short(text).rstrip("%％"))


def figure(text: str) -> Stated | None:
    """A sum or a count in words; None where it is more than one figure, or none."""
    found = _STATED.fullmatch(_short(text))
    if not found:
        return None
    signs = {found["before"], found["about"], found["after"]} - {None, ""}
    bound = _bound(signs)
    if (
        bound is None
        or (found["last"] and bound)
        or found["middle"] not in {None, "", found["unit"]}
        # 3000至8万元: the unit is that of the last alone.
        or (found["last"] and not _rises(found["first"], found["last"]))
    ):
        return None
    unit = found["unit"] + "元" * ((found["after"] or "").endswith("元"))
    return Stated(_digits(found["first"]), _digits(found["last"] or ""), unit, bound)


def money(text: str) -> tuple[str, bool] | None:
    """How a sum is written, and whether that is the only way: it is for an exact one."""
    said = figure(text)
    unit = _MONEY_UNITS.get(said.unit) if said else None
    if said is None or unit is None:
        return None
    scale = "" if unit == "元" else f", unit: {unit}"
    printed = f", printed: {quote(text)}"
    if said.last:
        return f"{{between: [{said.first}, {said.last}]{scale}{printed}}}", False
    if said.bound:
        return f"{{{said.bound}: {said.first}{scale}{printed}}}", False
    if re.fullmatch(r"[0-9.]+(?:元|万元|亿元)?", text.translate(NARROW)):
        return (f"{{value: {said.first}{scale}}}" if scale else said.first), True
    return f"{{value: {said.first}{scale}{printed}}}", True


def unit_price(text: str) -> str | None:
    """45元/次 → {unit_price: 45, per: 次}; the sum of a stretch of time is none."""
    found = _UNIT_PRICE.fullmatch(_short(text))
    if not found:
        return None
    scale = f", unit: {found['scale']}" if found["scale"] != "元" else ""
    price, per = _digits(found["price"]), found["per"] or found["each"]
    return f"{{unit_price: {price}{scale}, per: {per}}}"


def count(text: str) -> tuple[str, bool] | None:
    """How a count with its unit is written, and whether that is the only way."""
    said = figure(text)
    if said is None or said.unit[:1] in {"亿", "千", "百"}:
        return None
    if said.unit.startswith("万"):
        # 2万人 is another number than 2, and which of them a record wants a reader must see.
        said = _in_ones(said)
        return (_counted(said, text, plain=False)[0], False)
    return _counted(said, text)


def _counted(said: Stated, text: str, *, plain: bool = True) -> tuple[str, bool]:
    scale = f", unit: {said.unit}" if said.unit else ""
    printed = f", printed: {quote(text)}"
    if said.last:
        return f"{{min: {said.first}, max: {said.last}{scale}{printed}}}", False
    if said.bound:
        key = {"at_least": "min", "at_most": "max"}.get(said.bound, said.bound)
        return f"{{{key}: {said.first}{scale}{printed}}}", False
    printed = "" if plain and re.fullmatch(rf"[0-9.]+ ?{_UNIT}", _short(text)) else printed
    return (f"{{value: {said.first}{scale}{printed}}}" if scale or printed else said.first), True


def _in_ones(said: Stated) -> Stated:
    """4.2万人次 as 42000人次."""
    first, last = (_times_ten_thousand(one) for one in (said.first, said.last))
    return Stated(first, last, said.unit.removeprefix("万"), said.bound)


def _times_ten_thousand(digits: str) -> str:
    return f"{(Decimal(digits) * 10_000).normalize():f}" if digits else ""


def _short(text: str) -> str:
    """The text with single blanks, none around it; nothing of one too long for a figure."""
    return " ".join(text.translate(NARROW).split()) if len(text) <= _LONGEST else ""


def _rises(first: str, last: str) -> bool:
    return Decimal(_digits(first)) < Decimal(_digits(last))


def _bound(signs: set[str]) -> str | None:
    """The key of a figure that is not exact; None for words that are no bound."""
    if not signs:
        return ""
    kinds = {"about": _ABOUT, "at_most": _MOST, "at_least": _LEAST}
    return next((key for key, known in kinds.items() if signs <= known), None)


def _digits(text: str) -> str:
    return text.replace(",", "").replace("，", "")


def _hour(found: re.Match[str]) -> str:
    if not found["hour"]:
        return ""
    hour = int(found["hour"]) + 12 * (found["half"] == "下午" and int(found["hour"]) < 12)
    return f"T{hour:02}:{int(found['minute'] or 0):02}"


def a_date(text: str) -> str | None:
    """A date of a record as it is written; None where the calendar has none."""
    try:
        return parse(text).text
    except ValueError:
        return None
