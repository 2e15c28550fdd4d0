"""What a hand types wrong: a digit, a zero, a unit, a year; each as a function of what was right.

A function gives back the same where the slip cannot happen, and another plan is tried.
"""

import random
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

Slip = Callable[[random.Random, Any], Any]

_SHAPES = ("value", "at_most", "unit_price", "min", "on")
_BESIDE = {"0": "1", **{str(digit): str(digit - 1) for digit in range(1, 10)}}
_LOOKALIKE = {"仟": "干", "佰": "伯", "拾": "抬", "万": "方", "玖": "玫", "壹": "台"}
_UNITS = {"仟": "佰", "佰": "仟", "拾": "佰"}
_NUMERALS = "壹贰叁肆伍陆柒捌玖"


def _scaled(by: str) -> Slip:
    return lambda rng, given: _plain(Decimal(repr(given)) * Decimal(by))


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _zero_lost(rng: random.Random, given: int) -> int | float:
    places = [match.start() for match in re.finditer("(?<=.)0", str(given))]
    if not places:
        return given
    place = rng.choice(places)
    return int(str(given)[:place] + str(given)[place + 1 :])


def _zero_doubled(rng: random.Random, given: int) -> int:
    places = [match.start() for match in re.finditer("0", str(given))]
    place = rng.choice(places) if places else len(str(given))
    return int(str(given)[:place] + "0" + str(given)[place:])


def _swapped(rng: random.Random, given: int | float) -> int | float:
    """Two neighbouring digits the wrong way round; never a leading zero."""
    text = repr(given)
    pairs = [
        i
        for i in range(len(text) - 1)
        if text[i : i + 2].isdigit() and text[i] != text[i + 1] and (i or text[1] != "0")
    ]
    if not pairs:
        return given
    i = rng.choice(pairs)
    return _plain(Decimal(text[:i] + text[i + 1] + text[i] + text[i + 2 :]))


def _key_beside(rng: random.Random, given: int | float) -> int | float:
    """The first or second digit by the key beside it."""
    text = repr(given)
    i = 1 if len(text) > 2 and text[1].isdigit() and rng.random() < 0.5 else 0
    digit = "2" if i == 0 and text[0] == "1" else _BESIDE[text[i]]
    return _plain(Decimal(text[:i] + digit + text[i + 1 :]))


def _last_digit_lost(rng: random.Random, given: int) -> int:
    return int(str(given)[:-1] or str(given))


def _other_unit(rng: random.Random, given: Any) -> Any:
    """元 for 万元 or the reverse: the number stays, the unit does not."""
    if isinstance(given, dict) and given.get("unit"):
        return {"value": given["value"]}
    number = given["value"] if isinstance(given, dict) else given
    return {"value": number, "unit": "万元"}


def _years(count: int) -> Slip:
    def slip(rng: random.Random, given: str) -> str:
        return _dated(given, lambda day: _day(day.year + count, day.month, day.day))

    return slip


def _months(count: int) -> Slip:
    def moved(day: date) -> date:
        month = day.year * 12 + day.month - 1 + count
        return _day(month // 12, month % 12 + 1, day.day)

    return lambda rng, given: _dated(given, moved)


def _year_swapped(rng: random.Random, given: str) -> str:
    return given[:2] + given[3] + given[2] + given[4:]


def _month_for_day(rng: random.Random, given: str) -> str:
    """The month for the day, where that leads far enough away to be impossible."""
    old = date.fromisoformat(given[:10])
    if old.day > 12:
        return given
    new = date(old.year, old.day, old.month)
    far = (new - old).days > 45 or (old - new).days > 130
    return str(new) + given[10:] if far else given


def _dated(given: str, moved: Callable[[date], date]) -> str:
    """A day, a month or a bare year, moved; the hour stays."""
    year, month, day = (int(part) for part in f"{given[:10]}-01-01"[:10].split("-"))
    new = moved(date(year, month, day))
    return str(new)[: len(given[:10])] + given[10:]


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, 28) if month == 2 else min(day, 30))


def _other_numeral(rng: random.Random, given: str) -> str:
    places = [i for i, one in enumerate(given) if one in _NUMERALS]
    i = rng.choice(places)
    return given[:i] + _NUMERALS[_NUMERALS.index(given[i]) - 1] + given[i + 1 :]


def _other_weight(rng: random.Random, given: str) -> str:
    return _replaced(rng, given, _UNITS)


def _unreadable(rng: random.Random, given: str) -> str:
    return _replaced(rng, given, _LOOKALIKE)


def _replaced(rng: random.Random, given: str, table: dict[str, str]) -> str:
    places = [i for i, one in enumerate(given) if one in table]
    if not places:
        return given
    i = rng.choice(places)
    return given[:i] + table[given[i]] + given[i + 1 :]


# The name of each slip, the class it is counted in, and what it does.
HAND: dict[str, tuple[str, Slip]] = {
    "x10": ("ten times", _scaled("10")),
    "/10": ("a tenth", _scaled("0.1")),
    "x100": ("a hundred times", _scaled("100")),
    "/100": ("a hundred times", _scaled("0.01")),
    "x10000": ("yuan and ten thousands", _scaled("10000")),
    "/10000": ("yuan and ten thousands", _scaled("0.0001")),
    "unit": ("yuan and ten thousands", _other_unit),
    "zero-": ("a zero lost", _zero_lost),
    "zero+": ("a zero doubled", _zero_doubled),
    "swap": ("digits swapped", _swapped),
    "key": ("the key beside", _key_beside),
    "short": ("a digit lost", _last_digit_lost),
    "y+1": ("the next year", _years(1)),
    "y-1": ("the year before", _years(-1)),
    "y+3": ("years away", _years(3)),
    "y+10": ("years away", _years(10)),
    "y-10": ("years away", _years(-10)),
    "y-2": ("years away", _years(-2)),
    "y+20": ("years away", _years(20)),
    "2042": ("digits of the year swapped", _year_swapped),
    "m+3": ("out of order", _months(3)),
    "m-3": ("out of order", _months(-3)),
    "md": ("month for day", _month_for_day),
    "numeral": ("capitals", _other_numeral),
    "weight": ("capitals", _other_weight),
    "unreadable": ("capitals that cannot be read", _unreadable),
}


def slip(name: str, rng: random.Random, record: Any, path: str) -> bool:
    """One slip at `path` of the record, in place; whether anything changed."""
    *way, key = path.split(".")
    holder = record
    for step in way:
        holder = holder[_step(holder, step)]
    last = _step(holder, key)
    _, change = HAND[name]
    if name != "unit" and isinstance(holder[last], dict):
        holder, last = holder[last], next(one for one in _SHAPES if one in holder[last])
        holder.pop("capital", None)
    before = holder[last]
    holder[last] = change(rng, before)
    return bool(holder[last] != before)


def _step(holder: Any, step: str) -> Any:
    if isinstance(holder, list):
        return int(step)
    return next(iter(holder)) if step == "first" else step
