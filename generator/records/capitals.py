"""Sums in capital numerals (壹拾伍万玖仟陆佰元整), as contracts write them against forgery."""

import re
from decimal import Decimal

_DIGITS = {numeral: i for i, numeral in enumerate("零壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}
_DIGITS |= {"八": 8, "九": 9, "弍": 2, "貳": 2, "叄": 3, "参": 3, "陸": 6}
_TENS = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}
_MYRIADS, _YI = frozenset("万萬"), frozenset("亿億")
_PARTS = re.compile(r"(?:人民币)?[:： ]*(?P<yuan>[^元圆圓角分整正]*)[元圆圓]?(?P<rest>.*)")
# The longest sum below a billion of billions, with its currency and its coins, is shorter.
_LONGEST = 60
_COINS = {"角": Decimal("0.1"), "分": Decimal("0.01")}


def value(text: str) -> Decimal | None:
    """The sum in yuan; None where the text is no such numeral."""
    if len(text) > _LONGEST:
        return None
    found = _PARTS.fullmatch(text.strip())
    whole = _whole(found["yuan"]) if found else None
    if found is None or whole is None:
        return None
    rest = re.findall(r"([^角分整正零])([角分])", found["rest"])
    if any(digit not in _DIGITS for digit, _ in rest):
        return None
    return sum((_DIGITS[digit] * _COINS[coin] for digit, coin in rest), Decimal(whole))


def _whole(text: str) -> int | None:
    """十五万九千六百 as a number: groups of four digits, each with its tens."""
    total = group = digit = 0
    for numeral in text:
        if numeral in _DIGITS:
            digit = _DIGITS[numeral]
        elif numeral in _TENS:
            group, digit = group + (digit or 1) * _TENS[numeral], 0
        elif numeral in _MYRIADS:
            total, group, digit = total + (group + digit) * 10_000, 0, 0
        elif numeral in _YI:
            total, group, digit = (total + group + digit) * 100_000_000, 0, 0
        else:
            return None
    return total + group + digit if text else None
