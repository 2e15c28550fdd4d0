"""In which stretches people may act by a notice: while it stands, until offers or opinions must be in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.records import moved
from generator.records.model.dates import Date
from generator.records.model.notice import Channel, NoticePeriod
from generator.records.moved import End
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.walk import given, telling

# Of these the law gives its own days to whoever objects, whatever channel the notice names.
_CHALLENGED = frozenset({"award", "correction", *telling("invitation")})


@dataclass(frozen=True, slots=True)
class Open:
    """A stretch in which people may act, as corrections moved it; `lots` are its own, where others end otherwise."""

    kind: str
    stem: str
    from_: date | None
    to: date | None
    time: str | None
    length: int | None
    working: bool | None
    lots: tuple[str, ...] = ()
    # The correction that says this day, where one does.
    moved_by: str = ""
    # The later day that a correction of other lots may mean for these too, and which correction.
    perhaps: date | None = None
    unsure: str = ""


def windows(filed: Filed, notices: Sequence[Filed], outcome: Outcome) -> Iterator[Open]:
    """The stretches of one notice, as the others moved them; a correction opens none of its own."""
    record = filed.record
    if period := record.notice_period:
        yield _of_period(filed, period)
    elif record.objection and record.kind not in _CHALLENGED:
        yield from _of_channel(filed, record.objection)
    documents = given(record, "documents")
    if documents and record.kind != "correction":
        start = documents.from_ or record.published
        for end in moved.ends(filed, notices, outcome, moved.documents_end):
            yield _until(filed, f"{record.kind}:documents", start, end)
    offers = [*moved.ends(filed, notices, outcome, moved.deadline)] if _is_call(record) else []
    for end in offers or _answers(record):
        yield _until(filed, f"{record.kind}:answer", record.published, end)


def _is_call(record: Any) -> bool:
    return given(record, "deadline") is not None


def _of_period(filed: Filed, period: NoticePeriod) -> Open:
    start = period.from_ or filed.record.published
    length = period.length
    return Open(
        filed.record.kind,
        filed.stem,
        start.day if start else None,
        period.to.day if period.to else None,
        period.to.time if period.to else None,
        length.days if length else None,
        length.working if length else None,
    )


def _of_channel(filed: Filed, channel: Channel) -> Iterator[Open]:
    """Until when the notice says that it may be objected to, where it says so."""
    kind, length = f"{filed.record.kind}:objection", channel.length
    start = channel.from_ or filed.record.published
    if channel.until and channel.until.day:
        yield _until(filed, kind, start, End(channel.until, ()))
    elif start and start.day and length and length.days:
        yield Open(kind, filed.stem, start.day, None, None, length.days, length.working)


def _until(filed: Filed, what: str, start: Date | None, end: End) -> Open:
    day = end.day
    since = start.day if start else None
    perhaps = end.perhaps.day if end.perhaps else None
    by = (end.by, perhaps, end.unsure)
    return Open(what, filed.stem, since, day.day, day.time, None, None, end.lots, *by)


def _answers(record: Any) -> Iterator[End]:
    """The day by which a registration or an opinion must be in, where no offer has one."""
    signup, feedback = given(record, "signup"), given(record, "feedback")
    ends = (signup.to if signup else None, feedback.until if feedback else None)
    day = next((end for end in ends if end is not None and end.day), None)
    if day is not None:
        yield End(day, ())
