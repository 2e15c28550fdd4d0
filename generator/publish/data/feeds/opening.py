"""What people may act on now, as entries of a feed: until when, who may, and how many days are left."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from generator.publish import paper, permalinks
from generator.publish.data.feeds.entry import Entry, Word, clean, tag
from generator.publish.pages import lists
from generator.publish.press import Press
from generator.publish.project import windows
from generator.publish.project.windows import Window
from generator.records.digest import Digest, Line
from generator.vocabulary import label


def openings(
    press: Press, digests: Sequence[Digest], days: Callable[[Digest, Line], date | None]
) -> list[Entry]:
    """All that is open on the day of the build, soonest end first."""
    found = windows.openings(digests, press.today, press.demo_on)
    return [one for pair in found for one in _entry(press, *pair, days)]


def _entry(
    press: Press, window: Window, digest: Digest, days: Callable[[Digest, Line], date | None]
) -> Iterator[Entry]:
    line = next(one for one in digest.notices if one.stem == window.stem)
    day = window.since or days(digest, line)
    if day is None:
        return
    href = permalinks.of(digest) + ("" if digest.loose else f"#{window.anchor}")
    title = f"{'演示：' if digest.fictional else ''}{window.what}：{digest.title}"
    words = (Word("kind", line.kind, label("kind", line.kind)),)
    id = tag(press, digest.id, window.stem, window.anchor)
    said = clean(" · ".join(filter(None, _says(press, window, digest))))
    printed = line.dated.date.text if line.dated else ""
    yield Entry(id, href, clean(title), day, printed, said, words, digest.fictional)


def _says(press: Press, window: Window, digest: Digest) -> Iterator[str]:
    # How many days are left changes by the day, and would make an old entry new.
    yield paper.dates(window)
    yield from (name for _, name in digest.names("purchaser", "publisher")[:1])
    yield lists.place_name(press, digest)
    yield window.who
