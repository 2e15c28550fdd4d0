"""The feeds of the site, by section: each can be made anew alone."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator.publish.data.feeds import addresses, facets
from generator.publish.data.feeds.days import Days
from generator.publish.data.feeds.entry import Entry, entries
from generator.publish.data.feeds.facets import Facet, Item, newest
from generator.publish.data.feeds.feed import Feed, Writer
from generator.publish.data.feeds.mending import corrections
from generator.publish.data.feeds.opening import openings
from generator.publish.data.stock import Stock
from generator.publish.press import File, Press
from generator.records.digest import Digest
from generator.records.model import NOTICE_KINDS
from generator.vocabulary import label, words

_ALL = "所有公告"


def place_name(press: Press, code: str) -> str:
    """What a place is called."""
    return press.known.divisions.name(code) or "地区未载明"


class Group(NamedTuple):
    """Feeds of one sort: by what, what each is called, how much it holds; keys without records."""

    page: str
    facet: Facet
    called: Callable[[Press, str], str]
    keys: tuple[str, ...] = ()
    most: int = facets.MOST


GROUPS: Mapping[str, Group] = {
    "kinds": Group("notices", facets.of_kind, lambda _, key: label("kind", key), (*NOTICE_KINDS,)),
    "fields": Group(
        "fields", facets.of_field, lambda _, key: label("field", key), (*words("field"),)
    ),
    "places": Group("places", facets.of_place, place_name),
    "purchasers": Group(
        "purchasers",
        facets.of_purchaser,
        lambda press, key: press.directory.names[key],
        most=facets.MOST_OF_ONE,
    ),
    "suppliers": Group(
        "suppliers",
        facets.of_supplier,
        lambda press, key: press.directory.names[key],
        most=facets.MOST_OF_ONE,
    ),
}


class Reel:
    """The entries of notices, those of a record made at once when one is asked for."""

    def __init__(self, press: Press, days: Days) -> None:
        self._press, self._days = press, days
        self._held: dict[str, dict[str, Entry]] = {}

    def of(self, items: Iterable[Item]) -> list[Entry]:
        """The entries of these notices."""
        return [self._record(one.digest)[one.line.stem] for one in items]

    def _record(self, digest: Digest) -> dict[str, Entry]:
        if digest.id not in self._held:
            days = self._days.by_stem(digest)
            self._held[digest.id] = entries(self._press, digest, days)
        return self._held[digest.id]


def everything(press: Press, stock: Stock) -> Iterator[File]:
    """`feeds/notices`: all notices."""
    yield from _whole(press, stock, "feeds/notices", _ALL, demo=False)


def demo(press: Press, stock: Stock) -> Iterator[File]:
    """`feeds/demo/`: what is invented, never beside anything real."""
    if not press.shows_demos:
        return
    yield from _whole(press, stock, "feeds/demo/notices", "演示：所有虚构的公告", demo=True)
    title = "演示：正在公示和征集"
    yield from _opening(press, stock, "feeds/demo/windows", title, demo=True)


def open_windows(press: Press, stock: Stock) -> Iterator[File]:
    """`feeds/windows`: what people may act on now."""
    yield from _opening(press, stock, "feeds/windows", "正在公示和征集", demo=False)


def mended(press: Press, stock: Stock) -> Iterator[File]:
    """`feeds/corrections`: corrections that were published, and our own."""
    days, real = Days(stock), [one for one in stock.digests if one.is_counted]
    found = newest(press, real, facets.of_kind, days.of).get("correction", [])
    told = [*Reel(press, days).of(found), *corrections(press, stock, real)]
    about = "发布者的更正公告，和本站对自己抄录的更正、撤回"
    held = sorted(told, key=lambda one: (-one.day.toordinal(), one.id))[: facets.MOST]
    yield from Writer(press).files(
        Feed("feeds/corrections", "更正", about, "notices/correction/", held)
    )


def group(name: str, press: Press, stock: Stock) -> Iterator[File]:
    """A feed for each of a sort; of an invented place or body its own, all invented."""
    days, own = Days(stock), GROUPS[name]
    reel, writer = Reel(press, days), Writer(press)
    held, left, invented = _held(press, stock, own, days)
    for key in sorted(held):
        title = f"{'演示：' if key in invented else ''}{own.called(press, key)}"
        about = f"{title}：{_extent(len(held[key]), own.most)}"
        told = Feed(
            addresses.feed(name, key),
            title,
            about,
            f"{own.page}/{key}/",
            reel.of(held[key]),
            left[key],
        )
        yield from writer.files(told)


def _extent(number: int, most: int) -> str:
    """最近收录的 15 份公告 where there may be more; of fewer their own number."""
    if number < most:
        return f"收录的、有日期的 {number} 份公告" if number else "还没有收录有日期的公告"
    return f"最近收录的 {most} 份公告"


def _held(
    press: Press, stock: Stock, own: Group, days: Days
) -> tuple[dict[str, list[Item]], Counter[str], frozenset[str]]:
    """By key what is counted, or what is invented where nothing else is; how many have no day; which is invented."""
    left, lacking = Counter[str](), Counter[str]()
    shown = [one for one in stock.digests if not one.sample]
    new = partial(newest, press, facet=own.facet, days=days.of, most=own.most)
    real = new((one for one in shown if one.is_counted), undated=left)
    every = {key for one in stock.digests for key, _ in own.facet(press, one)}
    found = {key: real.get(key, []) for key in {*every, *own.keys}}
    if own.keys:
        # A kind or a field is never invented: what only examples have is empty there.
        return found, left, frozenset()
    invented = new((one for one in shown if one.fictional), undated=lacking)
    alone = invented.keys() - {
        key for one in stock.digests if not one.fictional for key, _ in own.facet(press, one)
    }
    left.update({key: lacking[key] for key in alone})
    return found | {key: invented[key] for key in alone}, left, frozenset(alone)


def _whole(press: Press, stock: Stock, path: str, title: str, *, demo: bool) -> Iterator[File]:
    days = Days(stock)
    wanted = (one for one in stock.digests if (one.fictional if demo else one.is_counted))
    left = Counter[str]()
    found = newest(press, wanted, _of_all, days.of, undated=left)
    held = Reel(press, days).of(found.get("", ()))
    about = f"{title}：{_extent(len(held), facets.MOST)}"
    yield from Writer(press).files(Feed(path, title, about, "notices/", held, left[""]))


def _of_all(press: Press, digest: Digest) -> Iterator[tuple[str, range]]:
    yield "", facets.whole(digest)


def _opening(press: Press, stock: Stock, path: str, title: str, *, demo: bool) -> Iterator[File]:
    wanted = [one for one in stock.digests if (one.fictional if demo else one.is_counted)]
    held = openings(press, wanted, Days(stock).of)
    about = "可以提意见、提异议或者响应的公告，先截止的在前"
    yield from Writer(press).files(Feed(path, title, about, "", held))


Publisher = Callable[[Press, Stock], Iterator[File]]
# Those of bodies take longest.
SECTIONS: Mapping[str, Publisher] = {
    "feeds/suppliers": partial(group, "suppliers"),
    "feeds/purchasers": partial(group, "purchasers"),
    "feeds/places": partial(group, "places"),
    "feeds/kinds": partial(group, "kinds"),
    "feeds/fields": partial(group, "fields"),
    "feeds/notices": everything,
    "feeds/windows": open_windows,
    "feeds/corrections": mended,
    "feeds/demo": demo,
}
