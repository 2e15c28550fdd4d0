"""Dates inside one record: against the day of the notice, against today, against each other."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from generator.records.doubts.doubt import Doubt, label, place
from generator.records.doubts.sight import Sight
from generator.records.model import KINDS
from generator.records.model.dates import Date
from generator.records.model.meaning import Day, Lasts
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.model.times import Point
from generator.records.source import Path
from generator.records.walk import given, keys, marked, orders, telling

# No notice of this field is older than the first purchases of its kind.
_OLDEST = date(1995, 1, 1)
_FAR_YEARS = 15
# Days that lie ahead of the one who writes them are planned, not done.
_PLANNED = keys(Day("ahead"))


Room = Callable[[Sight], Iterator[Doubt]]


class Window(NamedTuple):
    """How many days a date may lie from the day of its notice, at most: before and after."""

    before: int
    after: int


# A deed is published soon; most of a year late is a slipped year or worth a look. What a notice
# reports is done by its day; a letter or a filing may be announced for the days after it.
_DEED, _STEP = Window(300, 0), Window(300, 15)
_WINDOWS = {
    "official.published": Window(180, 180),
    "signed_off": Window(300, 60),
    "deadline": Window(0, 200),
    "new_deadline": Window(5, 300),
    "opening.at": Window(0, 250),
    "documents.from": Window(31, 60),
    "documents.to": Window(0, 200),
    "signup.from": Window(31, 60),
    "signup.to": Window(0, 200),
    "notice_period.from": Window(31, 60),
    "notice_period.to": Window(62, 150),
    "objection.until": Window(0, 150),
    "feedback.until": Window(0, 200),
    "occurred": Window(300, 31),
    "resumed_on": Window(300, 200),
    "expected": Window(62, 800),
    "covers.from": Window(200, 400),
    "cutoff": Window(2200, 300),
    "due": Window(200, 800),
    "done_on": Window(300, 0),
    "approval.date": Window(800, 31),
    "first_published": Window(1100, 0),
    "received_on": Window(700, 31),
    "excluded.from": Window(700, 31),
    "excluded.to": Window(700, 31),
    "admitted_on": Window(700, 31),
    "site_visit.at": Window(31, 200),
    "effective.from": Window(800, 800),
    "measures.due": Window(200, 800),
    "measures.done_on": Window(300, 0),
    "measures.effective.from": Window(800, 800),
    "original_contract.signed": Window(2200, 0),
    "original_contract.first_published": Window(2200, 0),
    "contract.signed": Window(2200, 0),
    "contract.first_published": Window(2200, 0),
    "audits.on": Window(1100, 31),
    "execution.as_of": Window(1100, 31),
    "follow_up.due": Window(200, 800),
    "follow_up.done_on": Window(300, 0),
    "sanctions.on": Window(700, 31),
    "sanctions.due": Window(200, 800),
    "sanctions.barred.from": Window(200, 800),
    "sanctions.barred.to": Window(200, 1500),
    "experts.on": Window(200, 31),
    "items.expected": Window(400, 1500),
    "lots.expected": Window(400, 1500),
    "objections.date": Window(31, 400),
    "payment_plan.on": Window(400, 3700),
    "reprinted": Window(31, 20_000),
    "source.recorded": Window(62, 20_000),
    "portal.disclosure_review.date": Window(200, 62),
}
_MENTIONED = Window(3000, 1500)
_AHEAD, _LOOKS_BACK = telling("term"), telling("delivery")
_TERM = {"from": Window(300, 800), "to": Window(400, 5500)}
_OVER = {"from": Window(2600, 400), "to": Window(2600, 5500)}
_PERIOD = {"from": Window(2000, 31), "to": Window(1100, 62)}
_BUDGETED = {"from": Window(1100, 400), "to": Window(1100, 800)}
_DONE = {"deed": _DEED, "step": _STEP}
# Where bids are invited they are opened when the deadline has come (令87第三十九条); offers of another kind wait for weeks.
_UNTIL_OPENING, _BIDS_OPEN = 21, 3
_BIDDING = frozenset({"open-tender", "invited-tender"})
_EXPECTED_AWAY = 190


def doubts(seen: Sight, today: date) -> Iterator[Doubt]:
    """The dates of a record that cannot be, or lie too far from where they belong."""
    anchor = own_day(seen.record)
    for path, day in seen.days:
        if path[0] == "source" and path != ("source", "recorded"):
            continue
        # Most dates of a notice are its own day.
        if anchor and day.first == anchor.first and _OLDEST < day.first <= today:
            continue
        if (why := _impossible(path, day, today, anchor)) or (
            anchor and (why := _too_far(seen, path, day, anchor))
        ):
            yield Doubt("MG-2", path, f"{place(seen.record, path)}写的是 {day}，{why}；请核对年份")
    yield from spans(seen)
    model: type[Notice] = type(seen.record)
    for room in _rooms(model, seen.stated):
        yield from room(seen)


@lru_cache(maxsize=4096)
def _rooms(model: type[Notice], stated: frozenset[str]) -> tuple[Room, ...]:
    """What compares dates under keys that the record states; most state few of them."""
    ordered = any({*pair} <= stated for pair in orders(model))
    return (*((_orders,) if ordered else ()), *(room for key, room in _BESIDE if key in stated))


def own_day(record: Any) -> Date | None:
    """The day of the notice itself; a copy's day is none."""
    official = record.official.published if record.official else None
    found: Date | None = record.published or official or record.signed_off
    return found


def gap(one: Date, other: Date) -> int:
    """The days from `other` to `one`, at the least that both dates allow; 0 where they overlap."""
    if one.first > other.last:
        return (one.first - other.last).days
    if one.last < other.first:
        return -(other.first - one.last).days
    return 0


def _impossible(path: Path, day: Date, today: date, anchor: Date | None) -> str:
    if day.last < _OLDEST:
        return "早得不像"
    if day.first.year > max(today.year, anchor.first.year if anchor else 0) + _FAR_YEARS:
        return "晚得不像"
    if day.first > today and not _PLANNED & set(path):
        return f"在今天（{today}）之后"
    return ""


def _too_far(seen: Sight, path: Path, day: Date, anchor: Date) -> str:
    if day is anchor:
        return ""
    steps = path if len(path) == 1 else tuple(step for step in path if isinstance(step, str))
    window = _window(seen.record.kind, steps)
    if window is None or _is_copy(seen):
        return ""
    days = gap(day, anchor)
    if -window.before <= days <= window.after:
        return ""
    return f"与公告的日期 {anchor} 相差 {abs(days)} 天"


def _is_copy(seen: Sight) -> bool:
    """A copy may carry the day on which it was made; then its distance says nothing."""
    return bool(seen.record.source.tier != "original")


@cache
def _window(kind: str, steps: tuple[str, ...]) -> Window | None:
    """How far a date under these keys may lie from a notice of this kind."""
    if steps[0] == "term" or (steps[0] == "lots" and "term" in steps):
        last = next(step for step in reversed(steps) if step != "on")
        return (_TERM if kind in _AHEAD else _OVER).get(last)
    if steps[0] == "period":
        return (_PERIOD if kind in _LOOKS_BACK else _BUDGETED).get(steps[-1])
    if steps[0] == "mentions":
        return _MENTIONED
    key = ".".join(steps)
    days = {slot.key: mark.what for slot, mark in marked(KINDS[kind], Day)}
    return _WINDOWS.get(key) or _DONE.get(days.get(key, ""))


def spans(seen: Sight) -> Iterator[Doubt]:
    """What ends before it begins, or lasts longer than anything of its kind."""
    model: type[Part] = type(seen.record)
    for path, part in seen.spans:
        start, end = bound(part, "from_") or bound(part, "on"), bound(part, "to")
        if start is None or end is None:
            continue
        called = place(seen.record, path) if path else "记录"
        most = _longest(model).get(path[0]) if path else None
        if gap(end, start) < 0:
            told = f"{called}从 {start} 到 {end}，结束早于开始；请核对"
            yield Doubt("MG-2", (*path, "to"), told, ((seen.stem, (*path, "from")),))
        elif most and gap(end, start) > most * 366:
            told = f"{called}从 {start} 到 {end}，长得不像；请核对年份"
            yield Doubt("MG-2", (*path, "to"), told, ((seen.stem, (*path, "from")),))


@cache
def _longest(model: type[Part]) -> dict[object, int | None]:
    """By the key of a stretch: how many years it lasts at most."""
    return {slot.key: one.years for slot, one in marked(model, Lasts)}


def bound(part: Any, key: str) -> Date | None:
    """One end of a stretch, where it is a date and not an event."""
    value = given(part, key)
    if isinstance(value, Point):
        value = value.on
    return value if isinstance(value, Date) else None


def _orders(seen: Sight) -> Iterator[Doubt]:
    record: Notice = seen.record
    stated = record.model_fields_set
    for first, second in orders(type(record)):
        if first not in stated or second not in stated:
            continue
        one, other = given(record, first), given(record, second)
        if isinstance(one, Date) and isinstance(other, Date) and gap(other, one) < 0:
            told = f"{label(record, second)} {other} 早于{label(record, first)} {one}；请照原文核对"
            yield Doubt("MG-2", (second,), told, ((seen.stem, (first,)),))


def _opening(seen: Sight) -> Iterator[Doubt]:
    """Bids are opened when the deadline has come."""
    record = seen.record
    key = "new_deadline" if record.kind == "correction" else "deadline"
    opening, deadline = given(record, "opening", None), given(record, key, None)
    documents = given(record, "documents", None)
    if opening and opening.at and deadline:
        days = gap(opening.at, deadline)
        if not -1 <= days <= (_BIDS_OPEN if record.method in _BIDDING else _UNTIL_OPENING):
            told = (
                f"开标时间 {opening.at}，响应截止时间 {deadline}，相差 {abs(days)} 天；请照原文核对"
            )
            yield Doubt("MG-2", ("opening", "at"), told, ((seen.stem, (key,)),))
    if documents and documents.to and deadline and gap(documents.to, deadline) > 0:
        told = f"获取文件到 {documents.to}，响应截止时间 {deadline}；请照原文核对"
        yield Doubt("MG-2", ("documents", "to"), told, ((seen.stem, (key,)),))


def _expected(seen: Sight) -> Iterator[Doubt]:
    """What an intention expects lies in the months that it is published for."""
    expected, covers = given(seen.record, "expected", None), given(seen.record, "covers", None)
    start, end = (bound(covers, key) if covers else None for key in ("from_", "to"))
    if not (isinstance(expected, Date) and start and end):
        return
    apart = max(gap(expected, end), gap(start, expected))
    if apart > _EXPECTED_AWAY:
        told = f"预计采购时间 {expected}，这份意向说的是 {start} 到 {end}；请核对年份"
        yield Doubt("MG-2", ("expected",), told, ((seen.stem, ("covers",)),))


def _objected(seen: Sight) -> Iterator[Doubt]:
    """Nobody objects to a notice before it stands open."""
    period = seen.record.notice_period
    opened = bound(period, "from_") if period else None
    for i, one in enumerate(given(seen.record, "objections", ()) if opened else ()):
        if one.date and opened and gap(one.date, opened) < 0:
            told = f"异议的日期 {one.date}，早于公示开始的 {opened}；请照原文核对"
            at = ((seen.stem, ("notice_period", "from")),)
            yield Doubt("MG-2", ("objections", i, "date"), told, at)


# By a key without which there is nothing to compare.
_BESIDE: tuple[tuple[str, Room], ...] = (
    ("deadline", _opening),
    ("new_deadline", _opening),
    ("objections", _objected),
    ("expected", _expected),
)
