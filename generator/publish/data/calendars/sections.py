"""All calendars of the site, made in one go: the events are the same in all of them."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from generator.publish.data.calendars.event import OWED, Event, events
from generator.publish.data.calendars.ical import Head, calendar
from generator.publish.data.feeds import addresses
from generator.publish.data.feeds.days import Days
from generator.publish.data.feeds.sections import GROUPS
from generator.publish.data.stock import Stock
from generator.publish.press import File, Press
from generator.records.digest import Digest

# Whose calendars there are, beside those of everything.
_OF = ("places", "fields", "purchasers")


class _Held(NamedTuple):
    """A record with its events: those of windows, then what is owed."""

    digest: Digest
    events: tuple[Event, ...]

    @property
    def acting(self) -> Iterator[Event]:
        return (one for one in self.events if not _is_owed(one))

    @property
    def owed(self) -> Iterator[Event]:
        return filter(_is_owed, self.events)


def files(press: Press, stock: Stock) -> Iterator[File]:
    """`calendar/`: all, windows, duties, what is invented, and by place, field and purchaser."""
    held = list(_held(press, stock))
    real = [one for one in held if not one.digest.fictional]
    demo = [one for one in held if one.digest.fictional]
    every = chain.from_iterable
    yield _file(press, "calendar/all.ics", "公示、截止和应当公布的", every(o.events for o in real))
    yield _file(press, "calendar/windows.ics", "公示和截止", every(o.acting for o in real))
    yield _file(press, "calendar/duties.ics", "应当公布的", every(o.owed for o in real))
    if press.shows_demos:
        yield _file(press, "calendar/demo.ics", "演示", every(o.events for o in demo))
    for name in _OF:
        yield from _group(press, stock, name, held)


def _held(press: Press, stock: Stock) -> Iterator[_Held]:
    days = Days(stock)
    for digest in stock.digests:
        if found := events(press, digest, days.by_stem(digest)):
            yield _Held(digest, tuple(found))


def _group(press: Press, stock: Stock, name: str, held: list[_Held]) -> Iterator[File]:
    """A calendar for each of a sort, also where nothing lies ahead now."""
    own = GROUPS[name]
    real = {key for one in stock.digests if not one.fictional for key, _ in own.facet(press, one)}
    every = {key for one in stock.digests for key, _ in own.facet(press, one)}
    found: dict[str, list[Event]] = {key: [] for key in {*every, *own.keys}}
    for one in held:
        for key in {key for key, _ in own.facet(press, one.digest)}:
            # What is invented stands only where all is.
            if not (one.digest.fictional and (key in real or own.keys)):
                found[key] += _of(name, key, one)
    for key in sorted(found):
        path = addresses.calendar(name, key)
        yield _file(press, path, own.called(press, key), found[key])


def _of(name: str, key: str, one: _Held) -> Iterable[Event]:
    """Of a purchaser what it owes itself, not what others of the same purchase do."""
    if name != "purchasers":
        return one.events
    return (event for event in one.events if not _is_owed(event) or key in event.by)


def _is_owed(one: Event) -> bool:
    return one.sort == OWED


def _file(press: Press, path: str, title: str, found: Iterable[Event]) -> File:
    site, root = press.chrome.settings, press.links["site_url"]
    ordered = sorted(found, key=lambda one: (one.first, one.uid))
    about = f"{title}：还可以参与的，和应当公布而本站没有看到的"
    domain = site.portal.namespace.partition(",")[0]
    head = Head(f"{site.site_name}：{title}", about, f"{root}{path}", root, domain)
    return File(path, calendar(head, ordered))
