"""What a number format shows of a number or a day, as far as it is certain."""

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

# A spreadsheet keeps so many digits; what follows is the dirt of a calculation.
DIGITS = 15
# No format is longer than 255 signs.
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]{0,255})"|[\\!](?P<escaped>.)|\[(?P<bracket>[^\]]{0,255})\]|[_*].|(?P<sign>.)',
    re.DOTALL,
)
_HALVES = re.compile(r"AM/PM|A/P|上午/下午", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^-\]]*)")
_PLACES = re.compile(r"\.([0#?]*)")
_GENERAL = frozenset({"", "general", "@", "g/通用格式"})


class Look(NamedTuple):
    """A number format, read; `words` are what it writes around a number, as 万元.

    `places` are digits behind the point, None where all are shown; `day` holds y, m, d, h for
    what it shows of a day; `odd` says that what is shown is another number than what is held.
    """

    words: tuple[str, str] = ("", "")
    places: int | None = None
    thousands: bool = False
    percent: bool = False
    zeros: int = 0
    day: str = ""
    odd: bool = False


@lru_cache(maxsize=512)
def look(code: str) -> Look:
    """The look of a format such as `0.00"万元"` or `yyyy"年"m"月"`."""
    if code.strip().lower() in _GENERAL:
        return Look()
    first = _sections(code)[0]
    if re.search(r"\[[<>=]", first):
        return Look(odd=True)
    kept, before, after = _parted(first)
    if not re.search(r"[0#?]", kept) and (day := _day(kept)):
        return Look(day=day)
    return _of_number(kept, before, after)._replace()


def _of_number(kept: str, before: str, after: str) -> Look:
    shape = re.sub(r"[^0#?.,%/E]", "", kept)
    whole = shape.partition(".")[0]
    places = _PLACES.search(shape)
    # A comma behind the last digit divides by a thousand; so does a point that is only drawn.
    divides = bool(re.search(r"[0#?],+(?:\.|%|$)", shape)) or "￮" in kept
    return Look(
        (before.strip(), after.strip()),
        len(places[1]) if places else 0,
        "," in whole,
        "%" in shape,
        whole.count("0"),
        odd=divides or "/" in shape or "E" in shape or not re.search(r"[0#?]", shape),
    )


def _sections(code: str) -> list[str]:
    """The parts for what is above nought, below it, and nought."""
    found, last = [""], False
    for token in _TOKEN.finditer(code):
        last = token["sign"] == ";"
        if last:
            found.append("")
        else:
            found[-1] += token[0]
    return found


def _parted(section: str) -> tuple[str, str, str]:
    """What places digits and days, and the words before and behind it."""
    kept, words = "", ["", ""]
    for token in _TOKEN.finditer(_HALVES.sub("", section)):
        literal = token["quoted"] or token["escaped"] or ""
        if token["bracket"] is not None:
            currency = _CURRENCY.match(token["bracket"])
            literal = currency[1] if currency else ""
            kept += token["bracket"] if token["bracket"].lower() in {"h", "hh"} else ""
        elif token["sign"] and re.match(r"[0#?.,%/EymdhsaYMDHSA@:;-]", token["sign"]):
            kept += token["sign"]
        elif token["sign"]:
            literal = token["sign"]
        if literal == "." and re.search(r"[0#?]$", kept):
            kept += "￮"
        words[bool(re.search(r"[0#?]", kept))] += literal
    return kept, words[0], words[1]


def _day(kept: str) -> str:
    """The letters y, m, d, h of what a format shows of a day."""
    said = kept.lower()
    clock = re.sub(r"(?<=[hs])[^a-z]*m+|m+(?=[^a-z]*s)", "", said)
    return "".join(one for one in "ymdh" if one in clock)


def number_shown(given: Look, value: Decimal) -> str:
    """The number with the words around it: 46.80万元."""
    value = exact(value)
    if given.odd or given.day:
        return f"{value.normalize():f}"
    scaled = value * 100 if given.percent else value
    if given.places is None:
        digits = f"{scaled.normalize():f}"
    else:
        digits = f"{_rounded(scaled, given.places):{',' if given.thousands else ''}f}"
        whole, point, rest = digits.partition(".")
        digits = whole.zfill(given.zeros) + point + rest
    return f"{given.words[0]}{digits}{'%' if given.percent else ''}{given.words[1]}"


def is_rounded(given: Look, value: Decimal) -> bool:
    """Whether fewer digits are shown than are held: which of both was meant, nobody knows."""
    if given.places is None or given.odd:
        return False
    scaled = exact(value) * (100 if given.percent else 1)
    return _rounded(scaled, given.places) != scaled


def exact(value: Decimal) -> Decimal:
    """The number without what a calculation left behind its fifteenth digit."""
    if len(value.as_tuple().digits) <= DIGITS or not value:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - DIGITS + 1))


def _rounded(value: Decimal, places: int) -> Decimal:
    try:
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except InvalidOperation:
        return value


def time_shown(given: Look, value: datetime) -> str:
    """As much of a day as its format shows, in the way of Chinese."""
    parts = {"y": f"{value.year}年", "m": f"{value.month}月", "d": f"{value.day}日"}
    said = "".join(parts[one] for one in given.day if one in parts)
    clock = f"{value.hour:02}:{value.minute:02}" if "h" in given.day else ""
    return " ".join(filter(None, (said, clock))) or value.date().isoformat()
