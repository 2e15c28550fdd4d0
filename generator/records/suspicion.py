"""What is suspicious in a record: asked about until it is confirmed with a reason."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.records import arithmetic
from generator.records.arithmetic import Doubt
from generator.records.finding import Finding
from generator.records.model.dates import Date
from generator.records.model.part import Part
from generator.records.reading import Filed, Read
from generator.records.walk import date_slots

# Days that lie ahead of the one who writes them are planned, not done.
_PLANNED = frozenset({"deadline", "new_deadline", "due", "expected"})
_NOTHING = ("无", "/", "—", "－", "-", "暂无", "没有")
# No notice of this field is older than the first purchases of its kind.
_OLDEST = date(1995, 1, 1)


def findings(read: Read, today: date, others: Iterable[Filed] = ()) -> Iterator[Finding]:
    """The doubts about a record that it does not confirm, and idle confirmations.

    `others` are the notices of the same project that come before it.
    """
    assert read.filed
    portal = read.filed.record.portal
    confirmed = {(one.id, one.at) for one in (portal.confirmed if portal else ())}
    others = list(others)
    doubts = [*_dates(read.filed, today), *_nothings(read.filed), *_twins(read.filed, others)]
    doubts += arithmetic.doubts(read.filed, others, spelled="capital" in read.text)
    for doubt in doubts:
        if (doubt.id, doubt.at) not in confirmed:
            remedy = f"；若确实如此，请写 portal: {{confirmed: [{{id: {doubt.id}, at: {doubt.at}, reason: 理由}}]}}"
            yield read.finding(doubt.id, (doubt.at,), doubt.sentence + remedy)
    yield from idle(read, frozenset((doubt.id, doubt.at) for doubt in doubts))


def idle(read: Read, asked: frozenset[tuple[str, str]]) -> Iterator[Finding]:
    """A confirmation that answers no question is itself asked about."""
    assert read.filed
    portal = read.filed.record.portal
    asked = asked | {(hit.id, hit.key) for hit in read.hits if hit.key}
    for i, one in enumerate(portal.confirmed if portal else ()):
        if (one.id, one.at) not in asked:
            sentence = f"确认了 {one.id}（{one.at}），但这里没有这样的疑问；请删去这一条"
            yield read.finding("MG-9", ("portal", "confirmed", i), sentence)


def _nothings(filed: Filed) -> Iterator[Doubt]:
    record: Part = filed.record
    for name in record.model_fields_set:
        if getattr(record, name) in _NOTHING:
            yield Doubt(
                "MG-3", name, f"{name} 写的是 “{getattr(record, name)}”；公告没有写的，请删去这一行"
            )


def _twins(filed: Filed, others: Iterable[Filed]) -> Iterator[Doubt]:
    for other in others:
        if other.record == filed.record:
            sentence = f"与 {other.stem} 一字不差；若是同一份公告，请删去一个文件"
            yield Doubt("MG-4", "kind", sentence)


def _dates(filed: Filed, today: date) -> Iterator[Doubt]:
    record: Part = filed.record
    for slot in date_slots(type(record)):
        value: Date | None = getattr(record, slot.name)
        if value is None:
            continue
        if value.first > today and slot.key not in _PLANNED:
            yield Doubt(
                "MG-2", slot.key, f"{slot.key} 写的是 {value}，在今天（{today}）之后；请核对年份"
            )
        elif value.last < _OLDEST:
            yield Doubt("MG-2", slot.key, f"{slot.key} 写的是 {value}，早得不像；请核对年份")
