"""One feed in both formats. An empty one says so: readers refuse what holds nothing."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.publish import paper
from generator.publish.data.feeds.entry import Entry, clean, tag
from generator.publish.press import File, Press

# When feeds began, which is all that an empty one can be as of.
_BEGAN = date(2026, 1, 1)
_EMPTY = "这里还没有收录。以后收录的，会在这里出现。"


class Feed(NamedTuple):
    """What is followed: its address without a suffix, its name, and the page it belongs to."""

    path: str
    title: str
    about: str
    page: str
    entries: Sequence[Entry]
    # How many notices of it no feed can place, since nothing says their day.
    undated: int = 0


class _Face(NamedTuple):
    """A feed as the template places it."""

    id: str
    title: str
    about: str
    author: str
    rights: str
    url: str
    page: str
    updated: str
    entries: list[Markup]


class Writer:
    """Writes feeds; what stands in many of them is made once."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._made: dict[str, tuple[Markup, str]] = {}
        self._one = paper.environment().get_template("entry.atom")
        self._all = paper.environment().get_template("feed.atom")

    def files(self, feed: Feed) -> Iterator[File]:
        """Both formats of a feed."""
        held = list(feed.entries) or [self._nothing(feed)]
        made = [self._written(one) for one in held]
        face = self._face(feed, held, [atom for atom, _ in made])
        yield File(f"{feed.path}.atom", self._all.render(f=face).encode())
        yield File(f"{feed.path}.json", self._json(face, [item for _, item in made]))

    def _nothing(self, feed: Feed) -> Entry:
        id = tag(self._press, feed.path, "empty")
        if feed.undated:
            said = f"{_left(feed)}。以后收录有日期的，会在这里出现。"
            return Entry(id, feed.page, "现在还没有有日期的公告", _BEGAN, "", said)
        return Entry(id, feed.page, "现在还没有收录", _BEGAN, "", _EMPTY)

    def _face(self, feed: Feed, held: Sequence[Entry], made: list[Markup]) -> _Face:
        site = self._press.chrome.settings
        root = self._press.links["site_url"]
        return _Face(
            tag(self._press, feed.path),
            clean(f"{site.site_name}：{feed.title}"),
            clean("；".join(filter(None, (feed.about, _left(feed))))),
            site.portal.owner,
            site.copyright,
            f"{root}{feed.path}",
            f"{root}{feed.page}",
            max(one.updated for one in held),
            made,
        )

    def _written(self, entry: Entry) -> tuple[Markup, str]:
        if (held := self._made.get(entry.id)) is None:
            root, scheme = self._press.links["site_url"], tag(self._press, "words")
            atom = Markup(self._one.render(e=entry, root=root, scheme=scheme))
            held = self._made[entry.id] = atom, _dumped(_item(entry, root))
        return held

    def _json(self, face: _Face, items: list[str]) -> bytes:
        head = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": face.title,
            "description": face.about,
            "home_page_url": face.page,
            "feed_url": f"{face.url}.json",
            "language": "zh-CN",
            "authors": [{"name": face.author}],
        }
        return f'{_dumped(head)[:-1]},"items":[{",".join(items)}]}}\n'.encode()


def _left(feed: Feed) -> str:
    """How many notices are on the page and not in its feed."""
    return f"没有日期的 {feed.undated} 条不在这里，在本站的页上" if feed.undated else ""


def _item(entry: Entry, root: str) -> dict[str, Any]:
    own = {"kind", "field"}
    return {
        "id": entry.id,
        "url": f"{root}{entry.href}",
        "title": entry.title,
        "content_text": entry.says or entry.title,
        "date_published": entry.updated,
        **({"tags": [one.label for one in entry.words]} if entry.words else {}),
        # What a program asks for; a reader passes over it.
        "_gongshi": {
            "date": entry.printed,
            "fictional": entry.fictional,
            **{one.list: one.key for one in entry.words if one.list in own},
            "divisions": [one.key for one in entry.words if one.list == "division"],
        },
    }


def _dumped(given: Any) -> str:
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))
