"""Purchases alike that one purchaser made in several years from one supplier without competition.

A plain page over all purchasers. It tells what is on file, in the order of places and never by
number; whether it is one service, and whether that was allowed, nobody can tell from here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.publish import permalinks
from generator.publish.pages import again, lists, paged
from generator.publish.pages.again import Bought
from generator.publish.pages.lists import List
from generator.publish.press import File, Press
from generator.publish.project.earlier import begins
from generator.publish.words import figures
from generator.publish.words.cells import listed
from generator.publish.words.figures import Figure, narrowed, of
from generator.records.digest import Digest, Line
from generator.records.direct import DIRECT, Direct, is_guessed
from generator.vocabulary import label

SECTION = "purchasers/again"
TITLE = "几年都只找一家来做的同类服务"
_ABOUT = "同一采购人在不同年份用单一来源或者直接协议购买的同类服务，按收录的记录列出"
# How many of those looked through are named.
_MOST = 200
# How purchases hang together.
ALIKE, STATED, INFERRED = "alike", "stated", "inferred"


class Bare(NamedTuple):
    """One purchase; `method` is told as its notice prints it, `read` says in which notice that stands."""

    bought: Bought
    method: str
    href: str
    read: str


class Why(NamedTuple):
    """What makes purchases alike: their field and whom they serve, or that one continues the other."""

    how: str
    field: str = ""
    served: str = ""


class Group(NamedTuple):
    """Purchases of one purchaser, the latest first, and why they stand together."""

    name: str
    href: str
    why: Why
    years: str
    rows: tuple[Bare, ...]
    fictional: bool


class Listed(NamedTuple):
    """Purchases by name, newest first; of very many only the first, and how many there are."""

    figure: Figure
    number: int
    rows: tuple[tuple[str, str], ...]

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.number - len(self.rows)


class Looked(NamedTuple):
    """Among which real purchases these were looked for, and which of them are without competition."""

    bought: Listed
    direct: Listed


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`purchasers/again/`: every purchaser with such purchases."""
    found = groups(press, digests)
    list_ = List(SECTION, f"{SECTION}/", TITLE, _ABOUT, found, unit="组")
    real = [one for one in digests if one.is_counted and not one.withdrawn and is_looked_at(one)]
    alone = [one for one in real if is_direct(one)]
    held = of("projects", "looked_at=true")
    looked = Looked(
        _listed(figures.real("looked-at", len(real), held), real),
        _listed(figures.real("direct", len(alone), narrowed(held, "direct=true")), alone),
    )
    demo = sum(one.fictional for one in found)
    yield from paged.files(press, list_, size, "direct.html", looked=looked, demo=demo)


def _listed(figure: Figure, some: Sequence[Digest]) -> Listed:
    named = lists.newest_first(some)[:_MOST]
    return Listed(figure, len(some), tuple((permalinks.of(one), one.title) for one in named))


def groups(press: Press, digests: Iterable[Digest]) -> list[Group]:
    """All of them: real before invented, then by the place of the purchaser."""
    own: dict[tuple[bool, str], list[Digest]] = defaultdict(list)
    for one in digests:
        for id in _buyers(one) if is_direct(one) else ():
            own[one.fictional, id].append(one)
    known = press.known.parties
    order = sorted(own, key=lambda key: (key[0], known[key[1]].record.division or "9", key[1]))
    return [group for key in order for group in _of(press, key[1], own[key])]


def is_looked_at(digest: Digest) -> bool:
    """Whether somebody with a page bought it, it is known when it began, and it was not ended."""
    return bool(_buyers(digest))


def is_direct(digest: Digest) -> bool:
    """Whether all that came of a purchase, or else all that it names, is without competition.

    What is only inferred is no purchase from one: nobody says so.
    """
    if is_guessed(digest.direct):
        return False
    named = digest.methods or tuple(dict.fromkeys(one.method for one in digest.direct))
    ways = [digest.way(deal.stem) or named for deal in digest.deals] or [named]
    return all(way and DIRECT.issuperset(way) for way in ways)


def _buyers(digest: Digest) -> list[str]:
    """By whom it was bought, and has begun and did not come to nothing."""
    ids = dict.fromkeys(one.id for one in digest.roles if one.key == "purchaser" and one.id)
    return [id for id in ids if again.lives(digest, id)]


def _of(press: Press, id: str, own: Sequence[Digest]) -> Iterator[Group]:
    shown: list[set[str]] = []
    for field, served, some in again.alike(own, id):
        shown.append({one.id for one in some})
        words = "、".join(label("target_group", one) for one in served)
        yield _group(press, id, some, Why(ALIKE, field, words))
    held = {one.id: one for one in own}
    for how, pair in _tied(held):
        if not any(pair <= known for known in shown):
            yield _group(press, id, [held[one] for one in sorted(pair)], Why(how))


def _tied(held: dict[str, Digest]) -> Iterator[tuple[str, set[str]]]:
    """Each two of which a record says that one continues the other, begun in different years."""
    found: dict[frozenset[str], bool] = {}
    for one in held.values():
        for tie in one.ties:
            pair = frozenset({one.id, tie.project})
            if pair <= held.keys() and len({again.year(held[id]) for id in pair}) > 1:
                found[pair] = found.get(pair, False) or tie.stated
    for pair in sorted(found, key=sorted):
        yield STATED if found[pair] else INFERRED, set(pair)


def _group(press: Press, id: str, some: Sequence[Digest], why: Why) -> Group:
    latest = sorted(some, key=lambda one: (again.year(one), one.id), reverse=True)
    years = sorted({again.year(one) for one in some})
    gap = any(later - one > 1 for one, later in pairwise(years))
    return Group(
        press.directory.names.get(id, id),
        f"purchasers/{id}/",
        why,
        f"{'、'.join(map(str, years))} 年{'（中间的年份没有收录）' if gap else ''}",
        tuple(_bare(press, id, one) for one in latest),
        any(one.fictional for one in some),
    )


def _bare(press: Press, id: str, digest: Digest) -> Bare:
    row = again.row(press, id, digest)
    row = row._replace(year=f"{row.year}{_guessed(digest)}", says=row.says[1:])
    read = digest.direct[0] if digest.direct else None
    lines = {line.stem: line for line in digest.notices}
    line = lines.get(read.stem) if read else None
    if read is None or line is None:
        where = "方式见项目页" if read is None else f"{_method(read)}，写在项目记录里"
        return Bare(row, _method(read) if read else "", permalinks.of(digest), where)
    return Bare(row, _method(read), permalinks.of_notice(digest, line), _read(line))


def _guessed(digest: Digest) -> str:
    """（推断）: where nobody states the day by which the year of a purchase is told."""
    first = begins(digest)
    found = (one for one in digest.notices if one.dated and one.dated.date.first == first)
    return "（推断）" if all(one.basis for one in found) else ""


def _method(read: Direct) -> str:
    printed = f"（原文：{read.printed}）" if read.printed else ""
    known = f"（{label('basis', read.known)}）" if read.known else ""
    return f"{label('method', read.method)}{printed}{known}"


def _read(line: Line) -> str:
    on = listed(line) if line.dated else "日期未载明"
    said = (f"{label('kind', line.kind)}，{on}", label("tier", line.tier))
    return " · ".join((*said, label("extent", line.extent)))
