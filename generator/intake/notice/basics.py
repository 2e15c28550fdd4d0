"""The plain facts of a notice: numbers, names, way of purchase, sums of the whole, days, terms."""

import re
from collections.abc import Callable
from typing import Any

from generator.intake.draft import Choice, Path, Place, Question
from generator.intake.notice import contacts, values
from generator.intake.notice.collecting import NOT_FILLED, Collector
from generator.intake.notice.entries import Pair
from generator.intake.notice.groups import place_of
from generator.intake.notice.words import bare, fold, methods
from generator.records import spellings
from generator.records.stretches import stretch

_ROLES = ("project", "plan", "contract", "document", "other")
_NAMES = frozenset({"project_name", "contract_name"})
_DAY = re.compile(
    r"[0-9]{4} ?[-年./] ?[0-9]{1,2} ?[-月./] ?[0-9]{1,2} ?日?(?: {1,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?= |$)"
)
_DAYS = {
    "corrected": "corrected_on",
    "first_published": "first_published",
    "signed": "signed",
    "determined": "determined_on",
    "reviewed": "reviewed_on",
}
_SUMS = {"budget": "budget", "ceiling": "ceiling", "total": "amount"}
_WORKING = re.compile(r"(?P<count>[0-9]{1,3}|[一二三四五六七八九十]) ?个?工作日")
_CONSORTIUM = re.compile(
    r"本(?:项目|标项|标段|采购包|包)? ?\(? ?(?P<said>是|否|不接受|接受|不允许|允许|不)? ?\)? ?(?P<takes>接受)?联合体"
)
_NO = frozenset({"否", "不", "不接受", "不允许"})
_PERIOD_OF = "自本公告发布之日起"
_END = " 。；;，,"


def handles(key: str) -> bool:
    """Whether a label says something of the whole notice."""
    head = key.partition(".")[0]
    return head in {*_SUMS, *_NAMES, *_TOLD, "number", "purchaser", "agency", "other_day"}


def read(into: Collector, pair: Pair, under: str) -> None:
    """One label with its value, wherever it stands."""
    key, _, role = pair.key.partition(".")
    place = place_of(pair, under)
    if not pair.value:
        into.leave(place)
    elif role in {"phone", "address"} or key in {"purchaser", "agency"}:
        contacts.read(into, [pair], "", under)
    elif key in _SUMS:
        into.sum((_SUMS[key],), pair.value, pair.unit, place)
    elif key in _NAMES:
        named(into, (key,), pair, place)
    elif key == "number":
        _number(into, role, pair.value, place)
    elif key in _TOLD:
        _TOLD[key](into, pair.value, place)
    else:
        into.leave(place)


def _number(into: Collector, role: str, text: str, place: Place) -> None:
    found = values.reference(text)
    if found is None:
        into.leave(place, "看不出是一个编号")
        return
    row = _ROLES.index(role)
    into.put(("numbers", row, "value"), found, place)
    into.put(("numbers", row, "role"), role, place)


def named(into: Collector, path: Path, pair: Pair, place: Place) -> None:
    """A name of a project, a contract or a lot; where it was cut out of a line, its end is asked."""
    found = values.titled(pair.value)
    if found is None:
        into.leave(place)
    elif pair.is_cut:
        asked = f"一行里连着写，名称是不是到这里为止：{found}"
        whole = Choice("是", found, ((path, found),))
        into.ask(Question(path, asked, place, (whole, NOT_FILLED), "text"))
    else:
        into.put(path, found, place)


def _method(into: Collector, text: str, place: Place) -> None:
    found = methods().get(bare(text.strip(_END)))
    if found:
        into.put(("method",), found, place)
        into.put(("method_printed",), text.strip(_END), place)
    elif values.is_clean(text) and len(text) <= 40:
        into.put(("method_printed",), text.strip(_END), place)
    else:
        into.leave(place)


def _day(key: str) -> Callable[[Collector, str, Place], None]:
    """What reads a day into a key."""

    def read_day(into: Collector, text: str, place: Place) -> None:
        found = values.day(text)
        if found:
            into.put((key,), found, place)
        elif values.is_yearless(text):
            ask = f"{place.words} 没有写年份；是哪一天（例如 2026-03-02）"
            into.ask(Question((key,), ask, place, (NOT_FILLED,), "day"))
        else:
            into.leave(place, "看不出是哪一天")

    return read_day


def published(into: Collector, text: str, place: Place) -> None:
    """The day on a page: of the official text, of this page, or of a copy. Never guessed."""
    # A page adds how often it was seen: 2025-09-09 浏览：20.
    head = _DAY.match(fold(text))
    day = values.day(head[0]) if head else values.day(text)
    if day is None:
        _day("published")(into, text, place)
        return
    choices = (
        Choice(
            "official",
            "指定媒体（例如中国政府采购网）上发布的日期",
            ((("official", "published"), day),),
        ),
        Choice("published", "这个页面自己的发布日期，页面不是指定媒体", ((("published",), day),)),
        Choice(
            "both",
            "这个页面就在指定媒体上，就是这一天发布",
            ((("official", "published"), day), (("published",), day)),
        ),
        Choice("reprinted", "转载的日期", ((("reprinted",), day),)),
        NOT_FILLED,
    )
    path = ("published",)
    if into.is_asked(path):
        return
    into.ask(Question(path, f"页面上的日期 {day} 是哪一种", place, choices))


def period(into: Collector, text: str, place: Place) -> None:
    """自本公告发布之日起1个工作日."""
    said = text.strip(_END)
    if not said or ":" in fold(said) or len(said) > 60:
        into.leave(place)
        return
    told: dict[str, Any] = {"printed": said}
    found = _WORKING.search(fold(said))
    if found and (said.startswith(_PERIOD_OF) or fold(said) == found[0]):
        days = (
            spellings.tens(found["count"]) if not found["count"].isdigit() else int(found["count"])
        )
        told = {"length": {"days": days, "working": True}, **told}
    ends = stretch(said)
    if ends and ends.plain and ends.whole:
        told = {"from": ends.first, "to": ends.last, **told}
    into.put(("notice_period",), told, place)


def term(text: str) -> dict[str, Any]:
    """As printed; with both days where they stand there whole."""
    said = " ".join(text.split()).strip(_END)
    found = stretch(said)
    if found and found.plain and found.whole:
        return {"from": found.first, "to": found.last, "printed": said}
    return {"printed": said}


def consortium(into: Collector, text: str, place: Place) -> bool:
    """本项目（否）接受联合体投标: whether the words say so, and no."""
    found = _CONSORTIUM.search(fold(text))
    if not found or not (found["said"] or found["takes"]):
        return False
    into.put(("consortium",), found["said"] not in _NO, place)
    return True


def _term(into: Collector, text: str, place: Place) -> None:
    into.put(("term",), term(text), place)


_TOLD: dict[str, Callable[[Collector, str, Place], None]] = {
    "method": _method,
    "published": published,
    "term": _term,
    "period": period,
    **{label: _day(key) for label, key in _DAYS.items()},
}
