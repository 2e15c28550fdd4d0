"""A sum as a notice prints it: exact, with its unit, or asked for. A unit is never guessed."""

import re
from decimal import Decimal
from typing import Any, NamedTuple

from generator.intake.exact import short
from generator.intake.notice.words import PER, document, fold
from generator.records import capitals
from generator.records.model.amounts import YUAN_PER_UNIT

_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,8})?|[0-9]{1,13}(?:\.[0-9]{1,8})?"
_BEFORE = r"(?:(?:最终报价|最后报价|投标报价|报价|总价|中标价|成交价|小写|金额|合计|人民币|RMB|CNY) ?:? ?|[¥$]{1} ?){0,4}"
_PLAIN = re.compile(
    rf"{_BEFORE}\(?(?P<figure>{_FIGURE})\)? ?\(?(?P<unit>亿元|万元|元|圆|万)?\)? ?(?:\(?人民币\)?)?整?[。;]?"
)
_HEADED = re.compile(rf"[一-鿿]{{2,8}} ?\((?P<unit>亿元|万元|元)\) ?: ?(?P<figure>{_FIGURE})")
_NUMERALS = "零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿弍貳叄陸"
_CAPITAL = re.compile(
    rf"(?:人民币)?[{_NUMERALS}]{{2,40}}[元圆](?:零?[{_NUMERALS}]角)?(?:零?[{_NUMERALS}]分)?[整正]?"
)
_WORDS = re.compile(r"大写|小写|人民币|[():;。]|(?<![0-9]),|,(?![0-9])|¥")
_HINTS = re.compile(r"^ ?\((?P<said>[^()]{1,40})\) ?:? ?")
_STROKE = re.compile(r"[ /\\—－-]*|无|不涉及|不适用")
# 万 alone is 万元 where a sum is wanted.
_UNITS = {"圆": "元", "万": "万元"}


class Sum(NamedTuple):
    """What may be written: `value`, or by unit or way in `choices` where only a reader can tell."""

    value: Any = None
    choices: tuple[tuple[str, Any], ...] = ()
    ask: str = ""


def is_stroke(text: str) -> bool:
    """Whether a cell says that there is nothing."""
    return bool(_STROKE.fullmatch(fold(text).strip()))


def read(text: str, unit: str) -> Sum | None:
    """A sum; `unit` is that of its label, column or table. None where there is no sum to read."""
    said = _without_hint(text.strip())
    folded = " ".join(fold(said).split())
    if found := _HEADED.fullmatch(folded):
        # 报价(元):1200000 says its unit in front.
        own = _figure(said, folded, _number(found["figure"]), found["unit"])
        return Sum(
            {**own.value, "printed": said}
            if isinstance(own.value, dict)
            else {"value": own.value, "printed": said}
        )
    if (
        unit == PER
        or is_stroke(folded)
        or len(folded) > 120
        or not re.search(rf"[0-9{_NUMERALS}]", folded)
    ):
        return None
    capital = _CAPITAL.findall(folded)
    if len(capital) == 1:
        return _with_capital(said, folded, capital[0], unit)
    if found := _PLAIN.fullmatch(folded):
        stated = _UNITS.get(found["unit"] or "", found["unit"] or "") or unit
        return _figure(said, folded, _number(found["figure"]), stated)
    # A price a year, a discount: nothing but what is printed. What holds another label is no sum.
    is_one = folded.count("元") < 2 and (":" not in folded or _is_rate(folded))
    return Sum({"printed": said}) if is_one else None


def number(text: str) -> Decimal | None:
    """A plain number with nothing around it but 分 or %."""
    found = re.fullmatch(rf"({_FIGURE}) ?(?:分|%)?", fold(text).strip())
    return _number(found[1]) if found else None


def _without_hint(text: str) -> str:
    """The text without what a form says of how it is filled in."""
    found = _HINTS.match(fold(text))
    if found and any(hint in text[: found.end()] for hint in document()["hints"]):
        return text[found.end() :]
    return text


def _is_rate(folded: str) -> bool:
    return bool(
        re.fullmatch(r"[一-鿿()]{2,12}: ?[0-9.]{1,8} ?%|[一-鿿]{2,8}\(%\): ?[0-9.]{1,8}", folded)
    )


def _figure(said: str, folded: str, value: Decimal, unit: str) -> Sum:
    if not unit:
        options = (
            ("元", _told(value, "元", said, folded)),
            ("万元", _told(value, "万元", said, folded)),
            ("照录", {"printed": said}),
        )
        return Sum(None, options, f"‘{said}’ 没有单位：公告写的是元还是万元")
    return Sum(_told(value, unit, said, folded))


def _told(value: Decimal, unit: str, said: str, folded: str) -> Any:
    """As a record writes it; what is printed with other words, beside."""
    simple = re.fullmatch(rf"(?:{_FIGURE})(?: ?(?:亿元|万元|元))?", folded)
    if unit == "元" and simple:
        return value
    told: dict[str, Any] = {"value": value}
    if unit != "元":
        told["unit"] = unit
    return told if simple else {**told, "printed": said}


def _with_capital(said: str, folded: str, capital: str, unit: str) -> Sum | None:
    """Capitals name yuan; where figures stand beside, both must be the same."""
    stated = capitals.value(capital.removeprefix("人民币"))
    rest = _WORDS.sub(" ", folded.replace(capital, " ", 1)).strip()
    if stated is None:
        return Sum({"printed": said})
    whole = {"capital": capital.removeprefix("人民币"), "printed": said}
    if not rest:
        return Sum({"value": short(stated), **whole})
    found = re.fullmatch(rf"({_FIGURE}) ?(亿元|万元|元|圆|万)?", rest)
    if not found:
        return Sum({"printed": said})
    figure, own = _number(found[1]), _UNITS.get(found[2] or "", found[2] or "")
    units = [own] if own else [unit, "元", "万元"]
    if any(one and figure * YUAN_PER_UNIT[one] == stated for one in units):
        return Sum({"value": short(stated), **whole})
    options = (("大写", {"value": short(stated), **whole}), ("照录", {"printed": said}))
    return Sum(None, options, f"‘{said}’ 大写和数字不一样")


def _number(digits: str) -> Decimal:
    return short(Decimal(digits.replace(",", "")))
