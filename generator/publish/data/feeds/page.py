"""`/guide/follow/`: every address that can be followed, whole without scripts."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.publish import paper
from generator.publish.data.feeds import addresses
from generator.publish.data.feeds.addresses import Followed
from generator.publish.data.feeds.sections import place_name
from generator.publish.data.stock import Stock
from generator.publish.press import File, Press
from generator.publish.search.choices import divisions
from generator.records.model import NOTICE_KINDS
from generator.vocabulary import label, words

PATH = "guide/follow/"
_WHOLE = (
    ("所有公告", Followed("feeds/notices", "")),
    (
        "正在公示和征集（阅读器），公示和截止（日历）",
        Followed("feeds/windows", "calendar/windows.ics"),
    ),
    ("更正：发布者的更正公告，和本站对自己抄录的更正", Followed("feeds/corrections", "")),
    ("应当公布的", Followed("", "calendar/duties.ics")),
    ("公示、截止和应当公布的", Followed("", "calendar/all.ics")),
)
_DEMO = (
    ("演示：所有虚构的公告", Followed("feeds/demo/notices", "calendar/demo.ics")),
    ("演示：正在公示和征集", Followed("feeds/demo/windows", "")),
)


class Choices(NamedTuple):
    """Addresses of one sort, each with what it is of."""

    key: str
    label: str
    entries: tuple[tuple[str, Followed], ...]


def files(press: Press, stock: Stock) -> Iterator[File]:
    """The page."""
    shell = press.chrome[PATH.rstrip("/")]
    groups = (
        Choices("all", "全部或一类", (*_WHOLE, *(_DEMO if press.shows_demos else ()))),
        Choices("kinds", "一种公告", tuple(_of("notices", NOTICE_KINDS, "kind"))),
        Choices("places", "一个地区", tuple(_places(press, stock))),
        Choices("fields", "一个领域", tuple(_of("fields", words("field"), "field"))),
    )
    body = paper.body("follow.html", intro=shell.intro_at(PATH), groups=groups, root="../../")
    title = f"订阅和日历 - {press.links['site_name']}"
    about = "有新公告就知道：按种类、地区、领域、机构的订阅地址和日历"
    yield File(f"{PATH}index.html", shell.stamp(PATH, title, about, body))


def _of(section: str, keys: Iterable[str], list: str) -> Iterator[tuple[str, Followed]]:
    for key in keys:
        yield label(list, key), _page(section, key)


def _places(press: Press, stock: Stock) -> Iterator[tuple[str, Followed]]:
    codes = {code for one in stock.digests for code in divisions(press, one.division)}
    for code in sorted(codes):
        yield place_name(press, code), _page("places", code)


def _page(section: str, key: str) -> Followed:
    found = addresses.of_page(f"{section}/{key}/")
    assert found
    return found
