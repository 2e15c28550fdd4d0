"""Which feeds a notice belongs to, and the newest of each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.publish.press import Press
from generator.publish.search.choices import divisions
from generator.records.digest import Digest, Line
from generator.records.shares import PARTS

MOST = 50
# Of one body: its page has all, and there are as many feeds as bodies. So many are two purchases.
MOST_OF_ONE = 10
_DELIVERS = PARTS[0]


class Item(NamedTuple):
    """A notice with the day it stands in feeds at, and its place in its record."""

    day: date
    digest: Digest
    line: Line
    at: int


# A record, and then by key the notices of it that belong there.
Facet = Callable[[Press, Digest], Iterator[tuple[str, range]]]


def whole(digest: Digest) -> range:
    """All notices of a record, by their places."""
    return range(len(digest.notices))


def of_kind(press: Press, digest: Digest) -> Iterator[tuple[str, range]]:
    """By kind of notice."""
    for at, line in enumerate(digest.notices):
        yield line.kind, range(at, at + 1)


def of_place(press: Press, digest: Digest) -> Iterator[tuple[str, range]]:
    """The place itself and all around it."""
    yield from ((code, whole(digest)) for code in divisions(press, digest.division))


def of_field(press: Press, digest: Digest) -> Iterator[tuple[str, range]]:
    """By field, as the lists of fields have it: of projects alone."""
    if not digest.loose:
        yield digest.field or "other", whole(digest)


def of_purchaser(press: Press, digest: Digest) -> Iterator[tuple[str, range]]:
    """All of what a public body takes part in."""
    yield from ((id, whole(digest)) for id in dict.fromkeys(_ids(press, digest, "purchasers")))


def of_supplier(press: Press, digest: Digest) -> Iterator[tuple[str, range]]:
    """Of whoever delivers all from the first that names it on; of others what names them."""
    stems = {line.stem: at for at, line in enumerate(digest.notices)}
    delivers = {one.id for one in digest.shares if one.part == _DELIVERS and one.id}
    named: dict[str, list[int]] = {}
    for role in digest.roles:
        if role.id and press.directory.of(role) == "suppliers":
            found = named.setdefault(role.id, [])
            # What no notice but the record of the project says belongs to no notice.
            found += [stems[role.stem]] if role.stem in stems else []
    for id, places in named.items():
        if not places:
            yield id, range(0)
        elif id in delivers:
            yield id, range(min(places), len(digest.notices))
        else:
            yield from ((id, range(at, at + 1)) for at in sorted(set(places)))


def newest(
    press: Press,
    digests: Iterable[Digest],
    facet: Facet,
    days: Callable[[Digest, Line], date | None],
    *,
    undated: Counter[str] | None = None,
    most: int = MOST,
) -> dict[str, list[Item]]:
    """By key the newest notices, newest first; a key without any has an empty list.

    `undated` takes by key how many have no day, which no feed can place.
    """
    held: dict[str, list[Item]] = {}
    for digest in digests:
        dated = [days(digest, line) for line in digest.notices]
        for key, places in facet(press, digest):
            some = held.setdefault(key, [])
            some += [
                Item(day, digest, digest.notices[at], at) for at in places if (day := dated[at])
            ]
            # What was withdrawn is on no page either.
            left = sum(not dated[at] and not digest.notices[at].withdrawn for at in places)
            if undated is not None and left:
                undated[key] += left
    return {key: sorted(some, key=_order)[:most] for key, some in held.items()}


def _order(one: Item) -> tuple[int, str, int]:
    # Of one day the later step comes first.
    return -one.day.toordinal(), one.digest.id, -one.at


def _ids(press: Press, digest: Digest, section: str) -> Iterator[str]:
    return (role.id for role in digest.roles if role.id and press.directory.of(role) == section)
