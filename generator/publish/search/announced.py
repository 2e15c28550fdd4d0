"""What the list of all notices can filter, count and sort."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.publish import permalinks
from generator.publish.pages import lists
from generator.publish.pages.lists import OLDEST, aside, measure_words, place_name
from generator.publish.press import File, Press
from generator.publish.project import noticed
from generator.publish.project.result import also_called
from generator.publish.search import columns, takeaway
from generator.publish.search.choices import divisions, facets, names
from generator.publish.search.columns import Table
from generator.publish.search.takeaway import NoticeLine, Shared, acting
from generator.publish.words import sides
from generator.publish.words.cells import listed
from generator.records.digest import Digest, Role
from generator.vocabulary import words


def notices(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`search/notices/`: every notice by the year it was published."""
    found = sorted(
        (one for digest in digests if not digest.withdrawn for one in _kept(press, digest)),
        key=lambda one: (aside(one.digest), -one.day.toordinal(), one.href),
    )
    own = {
        name: {key: term.label for key, term in words(name).items()}
        for name in ("kind", "tier", "extent")
    }
    labels = {**own, **facets(), "division": names(press, digests)}
    yield from columns.files(
        _notice_table(),
        found,
        press.memory,
        labels=labels,
        samples=sum(one.digest.sample for one in found),
    )
    yield from columns.files(takeaway.of_notices(press), found, press.memory)


def _kept(press: Press, digest: Digest) -> list[NoticeLine]:
    return press.memory.kept(("lines", digest.id), digest, lambda: list(lines_of(press, digest)))


def _notice_table() -> Table:
    return Table(
        "notices",
        {
            "kind": lambda one: [one.line.kind],
            "measure": _decided,
            "dated": lambda one: [listed(one.line)],
            "publisher": lambda one: one.publishers,
            "place": lambda one: [one.shared.place],
            "tier": lambda one: [one.line.tier],
            "extent": lambda one: [one.line.extent],
            "until": lambda one: one.until,
            "division": lambda one: one.shared.divisions,
        },
        {
            "title": lambda one: one.line.title,
            "gist": lambda one: list(one.gist),
            "href": lambda one: one.href,
            "day": lambda one: one.day.isoformat() if one.day != OLDEST else "",
            "withdrawn": lambda one: int(one.line.withdrawn),
        },
        lambda one: f"{one.day:%Y}" if one.day != OLDEST else "0000",
        lambda one: one.digest.is_counted,
    )


def lines_of(press: Press, digest: Digest) -> Iterator[NoticeLine]:
    """The notices of a record as lines of the list of all notices."""
    roles: dict[str, list[Role]] = defaultdict(list)
    for role in digest.roles:
        roles[role.stem].append(role)
    ends, found, shared, told = (
        lists.deadlines(digest),
        sides.of_notices(digest, roles),
        _shared(press, digest),
        noticed.told(press, digest, digest.notices),
    )
    for line in digest.notices:
        own = tuple(roles[line.stem])
        yield NoticeLine(
            line.dated.date.first if line.dated else OLDEST,
            line,
            permalinks.of_notice(digest, line),
            digest,
            # The publishers of others say nothing about it.
            tuple(dict.fromkeys((*acting(own, "publisher"), *shared.buyers))),
            tuple(ends[line.stem]),
            own,
            found[line.stem],
            shared,
            told.get(line.stem, ()),
        )


def _shared(press: Press, digest: Digest) -> Shared:
    around = tuple(divisions(press, digest.division))
    buyers, agents = acting(digest.roles, "purchaser"), acting(digest.roles, "agency")
    return Shared(place_name(press, digest), around, buyers, agents)


def _decided(one: NoticeLine) -> list[str]:
    """What a decision is called, and what people call it."""
    found = (each for each in one.digest.measures if each.stem == one.line.stem and each.measure)
    return [f"{measure_words(each)}{also_called(each.measure)}" for each in found]
