"""The front page: what is open now, what is new, what is held, the ways in."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.publish import paper, permalinks
from generator.publish.pages import browse, lists
from generator.publish.pages.browse import Way, shown
from generator.publish.press import File, Press
from generator.publish.project import windows
from generator.publish.project.windows import FOR_SUPPLIERS, Window
from generator.publish.words import figures
from generator.publish.words.figures import Figure, of, such
from generator.records.digest import Digest
from generator.vocabulary import words

EXAMPLES = ("居家养老", "残疾人康复", "武汉市")
LATEST = 6
# Of each way in as many as one takes in at a glance; the rest are folded.
MOST = 6


class Opening(NamedTuple):
    """Something open to the public or to suppliers, with its window."""

    href: str
    title: str
    says: tuple[str, ...]
    window: Window
    fictional: bool
    as_of: date

    @property
    def for_suppliers(self) -> bool:
        """Whether only suppliers can answer."""
        return self.window.kind in FOR_SUPPLIERS


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """The front page; `digests` newest first."""
    shell = press.chrome[""]
    open_ = _open(press, [one for one in digests if not one.sample])
    body = paper.body(
        "home.html",
        root="",
        links=press.links,
        today=press.today,
        examples=EXAMPLES,
        public=[one for one in open_ if not one.fictional and not one.for_suppliers],
        demo_public=[one for one in open_ if one.fictional and not one.for_suppliers],
        inviting=[one for one in open_ if not one.fictional and one.for_suppliers],
        demo_inviting=[one for one in open_ if one.fictional and one.for_suppliers],
        latest=[lists.row(press, one) for one in digests if not one.sample][:LATEST],
        held=_held(digests),
        years=_counted(_most(_years(digests), ordered=True), digests, "year"),
        methods=_counted(_most(_methods(digests)), digests, "methods"),
        fields=_most(browse.field_ways(one for one in digests if not one.loose), "fields/"),
        places=_most(browse.place_ways(press, digests), "places/"),
        kinds=_most(browse.kind_ways(digests), "notices/"),
        demos=press.shows_demos,
        parties=(
            _parties(press, "purchasers", "采购人", digests),
            _parties(press, "suppliers", "供应商与其他机构", digests),
        ),
    )
    name = press.links["site_name"]
    about = "政府购买社会工作服务公开：买什么、为谁买、向谁买、花多少钱、做得怎样"
    yield File("index.html", shell.stamp("", f"{name}：政府购买社会工作服务公开", about, body))


def _open(press: Press, digests: Sequence[Digest]) -> list[Opening]:
    found = windows.openings(digests, press.today, press.demo_on)
    return [_opening(press, *pair) for pair in found]


def _opening(press: Press, window: Window, digest: Digest) -> Opening:
    href = permalinks.of(digest) + ("" if digest.loose else f"#{window.anchor}")
    says = (*(name for _, name in digest.names("purchaser")[:1]), lists.place_name(press, digest))
    return Opening(href, digest.title, says, window, digest.fictional, press.as_of(digest))


def _held(digests: Sequence[Digest]) -> dict[str, Figure]:
    """How much is held: real records and notices, samples and invented ones apart."""
    every = [one for one in digests if not one.withdrawn]
    real = [one for one in every if one.is_counted]
    tiers = [line.tier for one in real for line in shown(one)]
    told = tiers.count("secondary")
    demos = [one for one in every if one.fictional]
    drawn = sum(1 for one in demos for _ in shown(one))
    return {
        "records": figures.real("records", len(real), "projects"),
        "pages": figures.real("notices", len(tiers), "notices"),
        "notices": figures.real("notices", len(tiers) - told, "notices?tier!=secondary"),
        "told": figures.real("told", told, "notices?tier=secondary"),
        "samples": figures.sample(
            sum(one.sample and not one.fictional for one in every), "projects"
        ),
        "invented": figures.invented(len(demos), "projects"),
        "drawn": figures.invented(drawn, "notices"),
    }


class Ways(NamedTuple):
    """Ways in of one sort: the foremost, the rest, and how many of these have anything real."""

    first: tuple[Way, ...]
    rest: tuple[Way, ...]
    # The page that lists all of this sort, where there is one.
    page: str
    # How many real records the rest hold together, where one may stand under several.
    counted: Figure | None = None

    @property
    def more(self) -> int:
        """How many of the rest are there while nothing invented is shown."""
        return sum(bool(way.held) for way in self.rest)

    @property
    def more_invented(self) -> int:
        """How many of the rest have only invented records."""
        return len(self.rest) - self.more


def _most(ways: Iterable[Way], page: str = "", *, ordered: bool = False) -> Ways:
    """What is held most, by name: the page behind each says what it means."""
    held = [way._replace(meaning="") for way in ways if way.held or way.demo]
    most = held if ordered else sorted(held, key=lambda way: (-way.held, -way.demo))
    # What has only invented records may be hidden: it takes no place from what is seen.
    seen = ([way for way in most if way.held] or most)[:MOST]
    return Ways(tuple(seen), tuple(way for way in most if way not in seen), page)


def _counted(ways: Ways, digests: Iterable[Digest], column: str) -> Ways:
    """With how many real records the folded ways hold: one under two of them is one."""
    keys = [way.href.rpartition("=")[2] for way in ways.rest if way.held]
    if not keys:
        return ways
    real = (one for one in digests if not one.withdrawn and not lists.aside(one))
    number = sum(not _keys(one, column).isdisjoint(keys) for one in real)
    held = figures.real("records", number, of("projects", such(column, *keys)))
    return ways._replace(counted=held)


def _keys(digest: Digest, column: str) -> frozenset[str]:
    return frozenset([digest.year] if column == "year" else digest.methods)


def _years(digests: Sequence[Digest]) -> Iterator[Way]:
    counts = browse.counted((one.year, one) for one in digests)
    for year in sorted(counts, reverse=True):
        name = "年份未知" if year == "0000" else f"{year}年"
        own = browse.way(f"projects/?year={year}", name, counts[year])
        yield own._replace(of=of("projects", such("year", year)))


def _methods(digests: Sequence[Digest]) -> Iterator[Way]:
    shown = [one for one in digests if not one.withdrawn]
    counts = browse.counted((method, one) for one in shown for method in one.methods)
    for key, term in words("method").items():
        if key in counts:
            own = browse.way(f"projects/?method={key}", term.label, counts[key])
            yield own._replace(of=of("projects", such("methods", key)))


def _parties(press: Press, section: str, label: str, digests: Sequence[Digest]) -> Way:
    invented = press.known.parties
    ids = {
        role.id
        for one in digests
        if not one.sample
        for role in one.roles
        if role.id and press.directory.of(role) == section
    }
    demo = sum(bool(invented[id].record.fictional) for id in ids)
    held = of("parties", such("sections", section))
    return Way(f"{section}/", label, len(ids) - demo, "", demo, of=held, figure="organisations")
