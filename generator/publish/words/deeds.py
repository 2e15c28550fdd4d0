"""What a notice dates apart from itself: signed, accepted, decided, received, reviewed, first published."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from generator.publish.words import measures
from generator.records.model.dates import Date
from generator.records.model.meaning import Day
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.reading import Filed
from generator.records.register import placed
from generator.records.walk import given, marked
from generator.vocabulary import key_term, label

_DONE = frozenset({"deed", "step", "past"})
# The event that a key dates, where other notices may tell of the same.
_EVENTS = {
    "signed": "contract",
    "changed_on": "contract-change",
    "opened": "opening",
    "reviewed_on": "review",
    "determined_on": "award",
    "letter_issued_on": "letter",
    "paid_on": "payment",
    "accepted_on": "acceptance",
    "evaluated_on": "evaluation",
    "inspected_on": "inspection",
    "corrected_on": "correction",
    "first_published": "tender",
}
# The end of a stretch is told with its beginning.
_ENDS = {"evaluated_on": "evaluated_until"}
_NAMES = {
    "evaluated_until": "评估结束",
    "first_published": "首次公告",
    "invoice_on": "开具发票",
    "occurred": "所述的事发生",
}
# Reports of what somebody went to see: what happened on their day is that.
_INSPECTING = frozenset({"supervision", "spot-check"})
# What a notice of these kinds decides, as its heading says.
_ENDING = {"termination": ("终止", "废标", "流标"), "suspension": ("暂停",)}
# What is opened on the day: bids are where bids were invited; elsewhere responses.
_OPENED = {"open-tender": "开标", "invited-tender": "开标", None: "开标或开启响应文件"}
_TOLD = {"complaint": "送达处理决定"}
_AGAIN = {"date": "补充论证", "told_on": "告知提出异议的一方", "sent_on": "报送财政部门"}
# What came of it came on the day of the first of these that is stated.
_CAME = {
    "acceptance": ("accepted_on",),
    "evaluation": ("completed_on", "evaluated_on"),
    "consequence": ("decided_on",),
    "complaint": ("decided_on",),
    "inspection": ("inspected_on",),
}


class Deed(NamedTuple):
    """One deed and its day; `event` is what other notices call it, else the kind of its own."""

    key: str
    on: Date
    event: str
    words: str
    bears: bool


def apart(filed: Filed, known: Iterable[tuple[str, Date | None]]) -> Iterator[Deed]:
    """The deeds of other days than that of the notice, which nothing else tells of."""
    told = {(event, on.day) for event, on in known if on and on.day}
    for one in (*_all(filed), *_around(filed.record)):
        if not _is_same(one.on, filed) and (one.event, one.on.day) not in told:
            yield one


def _around(record: Notice) -> Iterator[Deed]:
    """What was argued for a single source, objected to it, and argued again (令74 38 to 40)."""
    days = Counter(one.on for one in given(record, "experts", ()) if one.on)
    for on, count in days.items():
        yield Deed(f"experts {on}", on, "argument", f"专业人员论证（{count} 名）", False)
    for i, one in enumerate(given(record, "objections", ())):
        if one.date:
            yield Deed(f"objections {i}", one.date, "objection", "收到异议", False)
    again = given(record, "supplementary_argument")
    for key, words in _AGAIN.items() if again else ():
        if on := getattr(again, key):
            yield Deed(f"again {key}", on, "objection", words, False)


def also(filed: Filed) -> str:
    """发布日期，也是签订日期: what else the day of a notice is; empty where it is nothing else."""
    found = placed(filed.record)
    words = [] if found is None or found.key == "published" else [_label(filed, found.key)]
    for one in _all(filed):
        if found and one.key != found.key and _is_same(one.on, filed):
            words = [*(words or ["发布日期"]), f"也是{_label(filed, one.key)}"]
    return "，".join(words)


def _all(filed: Filed) -> Iterator[Deed]:
    record: Notice = filed.record
    bears = next((key for key in _CAME.get(record.kind, ()) if given(record, key)), None)
    for key in _keys(type(record)):
        on = _day(given(record, key))
        if on is None or (key == "evaluated_until" and given(record, "evaluated_on")):
            continue
        event = _EVENTS.get(key) or _received(record, key) or record.kind
        yield Deed(key, on, event, _words(filed, key), key == bears)


def _received(record: Any, key: str) -> str | None:
    """An objection is one event, whether what was objected to or what decided it tells of it."""
    is_one = key == "received_on" and given(record, "complaint_kind") == "objection"
    return "objection" if is_one else None


@cache
def _keys(model: type[Part]) -> tuple[str, ...]:
    return tuple(slot.name for slot, one in marked(model, Day) if one.what in _DONE)


def _day(value: Any) -> Date | None:
    """The day itself, or that of an opening; a stretch is no deed, nor are several of them."""
    if isinstance(value, tuple):
        return None
    found = value if isinstance(value, Date) else given(value, "at") if value else None
    return found if isinstance(found, Date) else None


def _words(filed: Filed, key: str) -> str:
    """收到投诉, 决定整改, 签订合同, 评估，至2026年3月6日（周五）"""
    until = given(filed.record, _ENDS.get(key, ""))
    event = label("event", _EVENTS[key]) if key in _EVENTS else ""
    said = _of_kind(filed, key) or _NAMES.get(key) or event
    said = said or _label(filed, key).removesuffix("日期")
    return f"{said}，至{until.chinese}" if until else said


def _of_kind(filed: Filed, key: str) -> str:
    """What a decision or a complaint is about, where its own key says it."""
    kind, measure = (given(filed.record, one) for one in ("complaint_kind", "measure"))
    if key == "received_on" and kind:
        return f"收到{label('complaint_kind', kind)}"
    if key == "told_on" and kind:
        return _TOLD.get(kind, "答复")
    if key == "opened":
        return _OPENED.get(given(filed.record, "method"), "开启响应文件")
    if key == "decided_on":
        return _of_decision(filed.record, measure)
    if key == "occurred" and given(filed.record, "report_kind") in _INSPECTING:
        return label("report_kind", filed.record.report_kind)
    return f"{label('measure', measure)}完成" if key == "done_on" and measure else ""


def _of_decision(record: Any, measure: str | None) -> str:
    """决定整改, 整改复查, 决定终止: by its measure, else the one thing that its heading names."""
    called = record.as_titled
    if measures.is_review(measure, called, done=bool(given(record, "done_on"))):
        return measures.review_word(called)
    if measure and measure != "other":
        return f"决定{measures.word(measure, called, record.title)}"
    headings = (called or "", record.title)
    for heading in headings if record.kind in _ENDING else ():
        if len(named := [one for one in _ENDING[record.kind] if one in heading]) == 1:
            return f"决定{named[0]}"
    return "处理决定" if record.kind == "complaint" else ""


def _label(filed: Filed, key: str) -> str:
    return key_term(key, type(filed.record).__name__).label


def _is_same(on: Date, filed: Filed) -> bool:
    found = placed(filed.record)
    return found is not None and (found.date.first, found.date.last) == (on.first, on.last)
