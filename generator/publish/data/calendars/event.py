"""What a calendar says: how long people may act, the last day, and what must appear by when."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from generator.publish import paper, permalinks
from generator.publish.data.feeds.entry import clean
from generator.publish.pages import lists
from generator.publish.press import Press
from generator.publish.project import duties, windows
from generator.publish.project.windows import Window
from generator.records.digest import Digest, Duty
from generator.records.windows import Open
from generator.vocabulary import label

# What stands in the place of a kind of notice where none has appeared.
OWED = "应当公布的事项"
_CHINA = timedelta(hours=8)
# Nobody may act longer than this after a notice has stood: ten working days and the longest holiday.
_AFTER = timedelta(days=60)


class Event(NamedTuple):
    """One event: from the first day to the last, or at one moment; `by` are those who owe it."""

    uid: str
    summary: str
    says: str
    href: str
    first: date
    last: date
    moment: datetime | None
    stamp: datetime
    sort: str
    by: tuple[str, ...] = ()


def events(press: Press, digest: Digest, days: dict[str, date]) -> list[Event]:
    """What of a record still lies ahead or is overdue; `days` are those its notices stand at."""
    if digest.withdrawn or digest.sample:
        return []
    as_of = press.as_of(digest)
    acting = [*windows.of(digest), *windows.challenges(digest)] if _may(digest, as_of) else []
    ahead = (one for one in acting if one.last >= as_of)
    found = [event for one in ahead for event in _of_window(press, digest, one, days)]
    return [*found, *_of_duties(press, digest, days)]


def _may(digest: Digest, as_of: date) -> bool:
    """Whether anything may still be open: most of an archive is over, and needs no counting."""
    return any(_end(one) + _AFTER >= as_of for one in digest.windows)


def _end(given: Open) -> date:
    if given.to or given.from_ is None:
        return given.to or date.min + _AFTER
    return given.from_ + timedelta(days=2 * (given.length or 0) + 30)


def _of_window(press: Press, digest: Digest, one: Window, days: dict[str, date]) -> Iterator[Event]:
    """The whole stretch, and its last day, or the moment it ends."""
    first = one.since or one.until
    href = permalinks.of(digest) + ("" if digest.loose else f"#{one.anchor}")
    stamp = _instant(days.get(one.stem) or first)
    said = clean("\n".join(filter(None, _says(press, digest, one))))
    base = Event(
        f"{digest.id}/{one.stem}/{one.anchor}",
        _summary(digest, one.what),
        said,
        href,
        first,
        one.until,
        None,
        stamp,
        label("kind", _kind(digest, one.stem)),
    )
    if first < one.until:
        yield base
    end = _summary(digest, f"{'稳妥的' if one.last > one.until else ''}最后一天，{one.what}")
    moment = _moment(one.until, one.time) if one.time else None
    yield base._replace(uid=f"{base.uid}/last", summary=end, first=one.until, moment=moment)


def _of_duties(press: Press, digest: Digest, days: dict[str, date]) -> Iterator[Event]:
    """What has not appeared and has a day by which it must."""
    for number, duty in enumerate(digest.duties):
        if duty.state == "open" and duty.due:
            yield _of_duty(press, digest, duty, number, days)


def _of_duty(press: Press, digest: Digest, duty: Duty, number: int, days: dict[str, date]) -> Event:
    assert duty.due
    told = duties.line(duty, press.directory)
    state = label("duty_state", told.state(press.as_of(digest)))
    anchor = duty.stem or duty.cause
    lot = f"，分包 {duty.lot}" if duty.lot else ""
    said = [f"{told.what}{lot}：{state}", "、".join(name for name, _ in told.by), told.citation]
    same = sum(_key(one) == _key(duty) for one in digest.duties[:number])
    return Event(
        "/".join(filter(None, (digest.id, *_key(duty), str(same) if same else ""))),
        _summary(
            digest,
            f"期限，{told.what}{lot}{'' if duty.due >= press.as_of(digest) else f'（{state}）'}",
        ),
        clean("\n".join(filter(None, (*said, lists.place_name(press, digest))))),
        permalinks.of(digest) + (f"#{anchor}" if anchor and not digest.loose else ""),
        duty.due,
        duty.due,
        None,
        _instant(days.get(anchor) or duty.since or duty.due),
        OWED,
        tuple(one for one in duty.by if one),
    )


def _key(duty: Duty) -> tuple[str, str, str]:
    return "duty", f"{duty.cause or duty.stem}-{duty.what}", duty.lot


def _summary(digest: Digest, what: str) -> str:
    return clean(f"{'演示：' if digest.fictional else ''}{what}：{digest.title}")


def _says(press: Press, digest: Digest, one: Window) -> Iterable[str]:
    yield paper.dates(one)
    yield "、".join(name for _, name in digest.names("purchaser", "publisher")[:2])
    yield lists.place_name(press, digest)
    yield one.who
    yield one.cites


def _kind(digest: Digest, stem: str) -> str:
    return next(one.kind for one in digest.notices if one.stem == stem)


def _moment(day: date, time: str) -> datetime:
    """An hour of the clock in China; 24:00 is the first of the next day."""
    hour, minute, *_ = map(int, time.split(":"))
    return _instant(day) + timedelta(hours=hour, minutes=minute)


def _instant(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - _CHINA
