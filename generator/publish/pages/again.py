"""What one purchaser bought again: in one field, for the same people, in several years, as far as is held.

Reads the records of that purchaser alone; whether it is one service, nobody can tell from here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from generator.publish import permalinks
from generator.publish.pages.years import groups
from generator.publish.press import Press
from generator.publish.project.earlier import ENDED, begins, is_bought, is_purchase
from generator.publish.project.entries import bought, buys
from generator.publish.project.saying import chosen_words, price_words, stage_words, tried_words
from generator.publish.words.figures import Figure, counted, of, such
from generator.records.digest import Digest
from generator.records.direct import is_guessed
from generator.records.known import Party
from generator.vocabulary import label

# How many purchases of one kind, and how many kinds, a page shows.
MOST = 20
_SINGLE = "single-source"
# What the list of purchasers can filter by.
ANY, WITH_SINGLE = "any", "single-source"


class Line(Protocol):
    """A purchaser in the list of all, with its records."""

    @property
    def party(self) -> Party:
        """Who it is."""

    @property
    def held(self) -> list[Digest]:
        """All that it takes part in."""


class Bought(NamedTuple):
    """One purchase in its year."""

    year: str
    href: str
    title: str
    says: tuple[str, ...]


class Again(NamedTuple):
    """Purchases alike, the latest first; `single` is how many of them are from a single source."""

    field: str
    served: str
    rows: tuple[Bought, ...]
    total: Figure
    single: Figure


def of_party(press: Press, found: Iterable[Digest], id: str, *, invented: bool) -> list[Again]:
    """All that a purchaser bought in several years, field by field."""
    own = (one for one in found if one.fictional == invented)
    return [_again(press, id, *one) for one in alike(own, id)]


def codes(line: Line) -> list[str]:
    """Whether a purchaser in the list has any, and any with a single source."""
    invented = bool(line.party.record.fictional)
    own = (one for one in line.held if one.fictional == invented)
    kinds = list(alike(own, line.party.id))
    single = any(_is_single(one) for _, _, some in kinds for one in some)
    return [*([ANY] if kinds else []), *([WITH_SINGLE] if single else [])]


def alike(found: Iterable[Digest], id: str) -> Iterator[tuple[str, tuple[str, ...], list[Digest]]]:
    """Field, who is served, and the purchases; the same purchases for several groups only once."""
    by_group: dict[tuple[str, str], list[Digest]] = defaultdict(list)
    for one in found:
        for group in dict.fromkeys(one.target_groups) if _counts(one, id) else ():
            by_group[one.field or "", group].append(one)
    merged: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    held: dict[tuple[str, tuple[str, ...]], list[Digest]] = {}
    for (field, group), some in by_group.items():
        if len({year(one) for one in some}) > 1:
            key = field, tuple(sorted(one.id for one in some))
            merged[key].append(group)
            held[key] = some
    for key in sorted(merged):
        yield key[0], tuple(sorted(merged[key])), held[key]


def _counts(digest: Digest, id: str) -> bool:
    return is_purchase(digest) and lives(digest, id)


def lives(digest: Digest, id: str) -> bool:
    """Whether it is a purchase of this purchaser that has begun and did not come to nothing."""
    stands = is_bought(digest) and not digest.withdrawn and digest.stage != ENDED
    return stands and buys(digest, id) and begins(digest) is not None


def year(digest: Digest) -> int:
    """In which year it began; 0 where that is not known."""
    day = begins(digest)
    return day.year if day else 0


def _is_single(digest: Digest) -> bool:
    if is_guessed(digest.direct):
        return False
    ways = {way for deal in digest.deals for way in digest.way(deal.stem)}
    return (ways or {*digest.methods}) == {_SINGLE}


def _again(press: Press, id: str, field: str, served: tuple[str, ...], some: list[Digest]) -> Again:
    latest = sorted(some, key=lambda one: (year(one), one.id), reverse=True)
    return Again(
        field,
        "、".join(label("target_group", one) for one in served),
        tuple(row(press, id, one) for one in latest[:MOST]),
        _count("again", some),
        _count("again-single", [one for one in some if _is_single(one)]),
    )


def _count(id: str, some: list[Digest]) -> Figure:
    """So many purchases: these, by name."""
    return counted(id, len(some), of("projects", such("project", *sorted(one.id for one in some))))


def row(press: Press, id: str, digest: Digest) -> Bought:
    """When, how, from whom, for how much: of a sum with others it is said that it is."""
    own = groups(bought(press, digest, id))
    sums = [one.entries[0].said if len(one.entries) == 1 else one.said for one in own]
    said = (
        tried_words(digest) or "方式没有收录",
        chosen_words(digest),
        *(sums or [price_words(digest)]),
        stage_words(digest),
    )
    return Bought(
        f"{year(digest)}年", permalinks.of(digest), digest.title, tuple(filter(None, said))
    )
