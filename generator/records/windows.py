"""The stretches in which people may act: as the notices state them, and as corrections moved them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.records.model.dates import Date
from generator.records.model.notice import Channel, NoticePeriod
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import is_withdrawn, when
from generator.records.walk import given, telling

_INVITING = telling("invitation")
# Of these the law gives its own days to whoever objects, whatever channel the notice names.
_CHALLENGED = frozenset({"award", "correction", *_INVITING})


@dataclass(frozen=True, slots=True)
class Open:
    """A stretch in which people may act, as the notice states it."""

    kind: str
    stem: str
    from_: date | None
    to: date | None
    time: str | None
    length: int | None
    working: bool | None
    # The correction that moved it, where one did.
    moved_by: str = ""


def windows(notices: Sequence[Filed], outcome: Outcome) -> Iterator[Open]:
    """Every stretch of every notice, in the order of the notices."""
    moved = _moved(notices, outcome)
    for filed in notices:
        for one in _stated(filed):
            yield _last_moved(one, moved.get(filed.stem, ()))


def _stated(filed: Filed) -> Iterator[Open]:
    record = filed.record
    if period := record.notice_period:
        yield _of_period(filed, period)
    elif record.objection and record.kind not in _CHALLENGED:
        yield from _of_channel(filed, record.objection)
    documents = given(record, "documents")
    if documents and documents.to and documents.to.day:
        start = documents.from_ or record.published
        yield _until(filed, f"{record.kind}:documents", start, documents.to)
    end = _answer(record)
    if end and end.day:
        yield _until(filed, f"{record.kind}:answer", record.published, end)


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
        yield _until(filed, kind, start, channel.until)
    elif start and start.day and length and length.days:
        yield Open(kind, filed.stem, start.day, None, None, length.days, length.working)


def _until(filed: Filed, what: str, start: Date | None, end: Date) -> Open:
    return Open(what, filed.stem, start.day if start else None, end.day, end.time, None, None)


def _answer(record: Any) -> Date | None:
    """The day by which an answer must be in: an offer, a registration or an opinion."""
    signup, feedback = given(record, "signup"), given(record, "feedback")
    ends = (
        given(record, "deadline"),
        signup.to if signup else None,
        feedback.until if feedback else None,
    )
    return next((end for end in ends if end is not None and end.day), None)


def _moved(notices: Sequence[Filed], outcome: Outcome) -> Mapping[str, Sequence[Filed]]:
    """By the stem of an invitation, the corrections that are of all of it, the earliest first."""
    found: dict[str, list[Filed]] = defaultdict(list)
    aims: dict[str, tuple[str, ...]] = {}
    inviting = {
        one.stem: one
        for one in notices
        if one.record.kind in _INVITING and not is_withdrawn(one.record)
    }
    for one in notices:
        if one.record.kind == "correction" and not is_withdrawn(one.record):
            aims[one.stem] = _aims(one, inviting, aims, outcome)
            for stem in aims[one.stem]:
                if outcome.lots.of(one) in (frozenset(), outcome.lots.of(inviting[stem])):
                    found[stem].append(one)
    return found


def _aims(
    correction: Filed,
    inviting: Mapping[str, Filed],
    before: Mapping[str, tuple[str, ...]],
    outcome: Outcome,
) -> tuple[str, ...]:
    """What it corrects: the invitations that it names, itself or through an earlier correction."""
    named = [
        each
        for stem in correction.record.refers
        for each in ((stem,) if stem in inviting else before.get(stem, ()))
    ]
    if named or correction.record.refers:
        return tuple(dict.fromkeys(named))
    number = outcome.rounds.of(correction)
    alone = [stem for stem, one in inviting.items() if outcome.rounds.of(one) == number]
    return tuple(alone) if len(alone) == 1 else ()


def _last_moved(given_: Open, corrections: Sequence[Filed]) -> Open:
    """The stretch as last corrected; what had passed when a correction came is not moved any more."""
    for one in corrections:
        day, ahead = given(one.record, "corrected_on") or when(one.record), _ahead(given_, one)
        if ahead is None or (day and given_.to and day.first > given_.to):
            continue
        start = _since(given_, one)
        given_ = replace(given_, from_=start, to=ahead.day, time=ahead.time, moved_by=one.stem)
    return given_


def _ahead(one: Open, correction: Filed) -> Date | None:
    """The new last day of a stretch, where the correction states it to the day."""
    documents = given(correction.record, "documents")
    what = one.kind.partition(":")[2]
    new = given(correction.record, "new_deadline") if what == "answer" else None
    if what == "documents" and documents:
        new = documents.to
    return new if new and new.day else None


def _since(one: Open, correction: Filed) -> Any:
    documents = given(correction.record, "documents")
    is_documents = one.kind.endswith(":documents") and documents and documents.from_
    return documents.from_.day if is_documents and documents.from_.day else one.from_
