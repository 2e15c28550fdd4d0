"""A stretch of time as a hand writes it in Chinese, and how a record writes it.

从哪天到哪天, 从哪天起多久, 自某事起多久或到哪天. What has no reading, or more than one, is none.
"""

import re
from typing import NamedTuple

from generator.records.model.notice import Channel
from generator.records.model.part import Part
from generator.records.model.times import Length, Term
from generator.records.spellings import NARROW, a_date, duration

# A year that the text leaves out; nothing that holds this is taken for a date.
YEAR = "〔年份〕"
_LONGEST = 80
_END = (
    r"(?:[0-9]{4}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?(?![0-9])"
    r"|[0-9]{4} ?年(?: ?[0-9]{1,2} ?月份?(?: ?[0-9]{1,2} ?[日号])?)?"
    r"|[0-9]{1,2} ?月份?(?: ?[0-9]{1,2} ?[日号])?|[0-9]{1,2} ?[日号])"
)
_COUNT = r"(?:[0-9]{1,4}|[一二两三四五六七八九十]) ?个?(?:工作日|年|月|日|天)"
_START = rf"(?:[自从] ?)?(?P<first>{_END}) ?(?:起|开始)?"
_EVENT = r"(?:[自从] ?)?(?P<event>(?:(?![自从])[一-鿿]){2,20}?) ?(?:起|后)"
_UNTIL = rf" ?(?:至|到|[-—–~～]{{1,2}}) ?(?P<last>{_END}) ?(?:止|为止|结束)?"
_FOR = rf" ?[，,]?(?:共计?|为期|期限为?|计)? ?(?P<count>{_COUNT})"
_TAIL = re.compile(
    rf"[（(，,；; ]{{0,2}}(?:(?P<least>不少于|不得少于|至少)|共计?|为期|计|即)? ?(?P<count>{_COUNT})[）)]?[。.]?"
)
_RANGE, _LASTING = re.compile(_START + _UNTIL), re.compile(_START + _FOR)
_SINCE, _SINCE_UNTIL = re.compile(_EVENT + _FOR), re.compile(_EVENT + _UNTIL)
_PARTS = re.compile(
    r"(?:(?P<year>[0-9]{4}) ?[年./-] ?)?(?:(?P<month>[0-9]{1,2}) ?(?:月份?|[./-]|$) ?)?(?:(?P<day>[0-9]{1,2}) ?[日号]?)?"
)
_YEAR = re.compile(r"[0-9]{4}")
_ANOTHER = re.compile(r"[0-9]{4} ?[年./-]|[0-9] ?月")
_UNITS = {"year": "years", "month": "months", "day": "days"}


class Stretch(NamedTuple):
    """Both ends as a record writes them, a length as `duration` says it; empty where not stated.

    `whole` says that nothing else stands in the text, `plain` that it is two whole dates.
    """

    first: str = ""
    last: str = ""
    event: str = ""
    length: tuple[str, str] | None = None
    whole: bool = True
    plain: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it can be meant one way only; what an event is called, a reader must say."""
        return self.whole and not self.event and YEAR not in self.first + self.last


def stretch(text: str) -> Stretch | None:
    """2024年12月1日至2025年11月30日, 自2025年5月1日起12个月, 自合同签订之日起一年."""
    said = " ".join(text.translate(NARROW).split()) if len(text) <= _LONGEST else ""
    if found := _RANGE.match(said):
        ends, tail = _ends(found["first"], found["last"]), said[found.end() :]
        plain = not tail and all(_YEAR.match(found[one]) for one in ("first", "last"))
        return _with_tail(Stretch(*ends, plain=plain), tail) if ends else None
    if found := _LASTING.fullmatch(said):
        first, length = _date(found["first"]), duration(found["count"])
        return Stretch(first, length=length) if first and length else None
    if found := _SINCE.fullmatch(said):
        length = duration(found["count"])
        return Stretch(event=found["event"], length=length) if length else None
    if found := _SINCE_UNTIL.fullmatch(said):
        last = _date(found["last"])
        return Stretch(last=last, event=found["event"]) if last else None
    return None


def written(part: type[Part], found: Stretch, printed: str) -> str:
    """A stretch as a mapping of its part; `printed` as it stands in it, or empty."""
    if part is Term:
        keys = [*_from(found), *_to(found, "to"), *_length_of_term(found)]
    else:
        starts = _from(found) if found.first else ()
        keys = [*starts, *_to(found, "until" if part is Channel else "to"), *_length(found)]
    return f"{{{', '.join(filter(None, [*keys, printed]))}}}"


def length(part: type[Part], text: str, printed: str) -> str | None:
    """Nothing but a length, as a mapping of its part."""
    if not (said := duration(text)):
        return None
    alone = Stretch(length=said)
    if part is Term:
        keys = list(_length_of_term(alone))
        return f"{{{', '.join([*keys, printed])}}}" if keys else None
    own = _days(said)
    return f"{{{own}, {printed}}}" if part is Length else f"{{length: {{{own}}}, {printed}}}"


def _with_tail(ends: Stretch, tail: str) -> Stretch | None:
    """What follows both ends: their length, nothing, or what only a reader understands."""
    if not tail.strip("。. "):
        return ends
    if _ANOTHER.search(tail):
        return None
    found = _TAIL.fullmatch(tail)
    if found is None or found["least"]:
        return ends._replace(whole=False)
    return ends._replace(length=duration(found["count"]))


def _from(found: Stretch) -> tuple[str, ...]:
    if found.event:
        return (f"from: {{event: {found.event}}}",)
    return (f"from: {found.first}",) if found.first else ()


def _to(found: Stretch, key: str) -> tuple[str, ...]:
    return (f"{key}: {found.last}",) if found.last else ()


def _length_of_term(found: Stretch) -> tuple[str, ...]:
    # A term counts no working days.
    if found.length is None or found.length[1] == "working":
        return ()
    return f"length: {found.length[0]}", f"unit: {found.length[1]}"


def _length(found: Stretch) -> tuple[str, ...]:
    return (f"length: {{{_days(found.length)}}}",) if found.length else ()


def _days(said: tuple[str, str]) -> str:
    number, unit = said
    return f"days: {number}, working: true" if unit == "working" else f"{_UNITS[unit]}: {number}"


def _ends(first: str, last: str) -> tuple[str, str] | None:
    """Both ends; the last takes its year and month from the first, where that is plain."""
    one, other = _parts(first), _parts(last)
    if one is None or other is None or not (one[1] or one[0]):
        return None
    year, month, day = other
    if not month and day:
        month = one[1]
    if not year and one[0] and (month, day) >= one[1:]:
        year = one[0]
    found = _written(*one), _written(year, month, day)
    return found if found[0] and found[1] else None


def _date(text: str) -> str:
    parts = _parts(text)
    return _written(*parts) if parts and (parts[0] or parts[1]) else ""


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day, nought for what is not written."""
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(one or 0) for one in found.group("year", "month", "day"))
    return year, month, day


def _written(year: int, month: int, day: int) -> str:
    """As a record writes it, `〔年份〕-09-15` without its year; empty for no date at all."""
    if not month and (day or not year):
        return ""
    rest = "".join(f"-{one:02}" for one in (month, day) if one)
    # In a leap year every day of a year exists.
    if not a_date(f"{year or 2024}{rest}"):
        return ""
    if not rest:
        return f'"{year}"'
    return f"{year or YEAR}{rest}"
