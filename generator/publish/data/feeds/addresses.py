"""Where feeds and calendars stand, and which of them belong to a page."""

import re
from typing import NamedTuple

from generator.records.model import NOTICE_KINDS

# What a feed may be of, besides everything: the folder of its page, and its own.
GROUPS = {
    "notices": "kinds",
    "places": "places",
    "fields": "fields",
    "purchasers": "purchasers",
    "suppliers": "suppliers",
}
# A calendar of a kind of notice, or of one supplier, would say too little or too much.
_DATED = frozenset({"places", "fields", "purchasers"})
_ALL, _OPEN, _MENDED = "feeds/notices", "feeds/windows", "feeds/corrections"
# Pages of everything, and what can be followed there.
_WHOLE = {
    "": (_ALL, "calendar/all.ics"),
    "projects/": (_ALL, "calendar/all.ics"),
    "notices/": (_ALL, ""),
    "ledger/": ("", "calendar/duties.ics"),
}
# A list over all purchasers, and a page of a long list, are of no one.
_PAGE = re.compile(r"([a-z]{1,20})/(?!again/|page/)([a-z0-9-]{1,200})/")


class Format(NamedTuple):
    """One address: its type, what it is called among others, and what a reader lists it as."""

    href: str
    type: str
    name: str

    @property
    def title(self) -> str:
        """What it is called where nothing else says that it can be followed."""
        return f"日历（{self.name}）" if self.href.endswith(".ics") else f"订阅（{self.name}）"


class Followed(NamedTuple):
    """What of a page can be followed: a feed without its suffix, a calendar; empty for none."""

    feed: str
    calendar: str

    @property
    def formats(self) -> tuple[Format, ...]:
        """Each format that there is."""
        found = []
        if self.feed:
            found.append(Format(f"{self.feed}.atom", "application/atom+xml", "Atom"))
            found.append(Format(f"{self.feed}.json", "application/feed+json", "JSON Feed"))
        if self.calendar:
            found.append(Format(self.calendar, "text/calendar", "iCal"))
        return tuple(found)


def feed(group: str, key: str) -> str:
    """The address of a feed, without the suffix that says its format."""
    return f"feeds/{group}/{key}"


def calendar(group: str, key: str) -> str:
    """The address of a calendar."""
    return f"calendar/{group}/{key}.ics"


def of_page(path: str) -> Followed | None:
    """What can be followed of the page at this address."""
    if path in _WHOLE:
        return Followed(*_WHOLE[path])
    found = _PAGE.fullmatch(path)
    group = GROUPS.get(found[1]) if found else None
    if not found or not group or (group == "kinds" and found[2] not in NOTICE_KINDS):
        return None
    key = found[2]
    return Followed(feed(group, key), calendar(group, key) if group in _DATED else "")
