"""A calendar as bytes, the same for the same events. The only user of icalendar."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Timezone, TimezoneStandard
from icalendar import Event as Entry

from generator.publish.data.calendars.event import Event

_DAY = timedelta(days=1)
# A day for whoever keeps the calendar: the site is made once a day.
_AGAIN = timedelta(days=1)
_ZONE = "Asia/Shanghai"


class Head(NamedTuple):
    """What a calendar is called and where it is; `domain` is what ids of its events end with."""

    name: str
    about: str
    url: str
    root: str
    domain: str


def calendar(head: Head, held: Iterable[Event]) -> bytes:
    """The bytes of a calendar."""
    made = Calendar()
    made.add("prodid", "-//gongshi//calendar 1//ZH")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        made.add(key, head.name)
    for key in ("description", "x-wr-caldesc"):
        made.add(key, head.about)
    made.add("x-wr-timezone", _ZONE)
    made.add("url", head.url)
    made.add("source", head.url, {"VALUE": "URI"})
    made.add("refresh-interval", _AGAIN, {"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    # A calendar must hold something; its zone is there on days without any event.
    made.add_component(_zone())
    for one in held:
        made.add_component(_entry(one, head))
    data: bytes = made.to_ical()
    return data


def _entry(one: Event, head: Head) -> Entry:
    made = Entry()
    made.add("uid", f"{one.uid}@{head.domain}")
    made.add("dtstamp", one.stamp)
    made.add("summary", one.summary)
    made.add("description", f"{one.says}\n{head.root}{one.href}")
    made.add("url", f"{head.root}{one.href}")
    made.add("categories", [one.sort])
    made.add("transp", "TRANSPARENT")
    made.add("dtstart", one.moment or one.first)
    if one.moment is None:
        # The end is the first day on which it is over.
        made.add("dtend", one.last + _DAY)
    return made


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", _ZONE)
    # The clock of China has not been changed since.
    standard.add("dtstart", datetime(1991, 9, 15, 1, 0, 0))
    offset = timedelta(hours=8)
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone
