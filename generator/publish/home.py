"""The front page: what is open now, what is new, what is held, the ways in."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.publish import browse, lists, pages, windows
from generator.publish.browse import Way
from generator.publish.records import File, Press
from generator.publish.windows import FOR_SUPPLIERS, Window
from generator.records.digest import Digest
from generator.vocabulary import words

EXAMPLES = ("居家养老", "未成年人保护", "武汉市")
LATEST = 10


class Opening(NamedTuple):
    """Something open to the public or to suppliers, with its window."""

    href: str
    title: str
    says: tuple[str, ...]
    window: Window
    fictional: bool
    as_of: date


def files(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """The front page; `digests` newest first."""
    shell = press.chrome[""]
    open_ = [
        _opening(press, *pair) for pair in windows.openings(digests, press.today, press.demo_on)
    ]
    real = [digest for digest in digests if not digest.fictional]
    body = pages.body(
        "home.html",
        root="",
        links=press.links,
        today=press.today,
        examples=EXAMPLES,
        public=[one for one in open_ if one.window.kind not in FOR_SUPPLIERS],
        inviting=[one for one in open_ if one.window.kind in FOR_SUPPLIERS],
        latest=[lists.row(press, digest) for digest in digests[:LATEST]],
        held=_held(digests, real),
        years=tuple(_years(digests)),
        methods=tuple(_methods(digests)),
        fields=tuple(way for way in browse.field_ways(digests) if way.held),
        places=browse.place_ways(press, digests),
        kinds=tuple(way for way in browse.kind_ways(digests) if way.held),
        parties=(
            Way("purchasers/", "采购人", _parties(press, digests, "purchasers")),
            Way("suppliers/", "供应商与其他机构", _parties(press, digests, "suppliers")),
        ),
    )
    name = press.links["site_name"]
    about = "政府购买社会工作服务公开：买什么、为谁买、向谁买、花多少钱、做得怎样"
    yield File("index.html", shell.stamp("", f"{name}：政府购买社会工作服务公开", about, body))


def _opening(press: Press, window: Window, digest: Digest) -> Opening:
    href = lists.address(digest) + ("" if digest.loose else f"#{window.stem}")
    says = (*(name for _, name in digest.names("purchaser")[:1]), lists.place_name(press, digest))
    return Opening(href, digest.title, says, window, digest.fictional, press.as_of(digest))


def _held(digests: list[Digest], real: list[Digest]) -> str:
    notices = sum(len(digest.notices) for digest in real)
    demo = len(digests) - len(real)
    shown = sum(len(digest.notices) for digest in digests if digest.fictional)
    return (
        f"{len(real)} 条真实记录，共 {notices} 份公告；另有 {demo} 条虚构的演示记录，共 {shown} 份公告，"
        "用来展示一个项目公开齐全时是什么样子，页面上都标有“演示”。"
    )


def _years(digests: list[Digest]) -> Iterator[Way]:
    counts = Counter(digest.year for digest in digests if not digest.loose)
    for year in sorted(counts, reverse=True):
        yield Way(
            f"projects/?year={year}", "年份未知" if year == "0000" else f"{year}年", counts[year]
        )


def _methods(digests: list[Digest]) -> Iterator[Way]:
    counts = Counter(method for digest in digests if not digest.loose for method in digest.methods)
    for key, term in words("method").items():
        if counts[key]:
            yield Way(f"projects/?method={key}", term.label, counts[key])


def _parties(press: Press, digests: list[Digest], section: str) -> int:
    roles = (role for digest in digests for role in digest.roles if role.id)
    return len({role.id for role in roles if press.directory.of(role) == section})
