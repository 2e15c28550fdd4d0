"""What is suspicious in records: asked about until it is confirmed with a reason."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from generator.records.doubts import (
    alike,
    balances,
    bounds,
    counts,
    criteria,
    days,
    ends,
    grades,
    ladder,
    lasting,
    lengths,
    lifted,
    localities,
    marks,
    mentioned,
    nameless,
    offers,
    order,
    organisations,
    paid,
    parcels,
    percents,
    promises,
    remains,
    renewing,
    sides,
    spoken,
    terms,
    token,
    totals,
    twins,
    waits,
    within,
    worked,
    years,
)
from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt
from generator.records.doubts.sight import Sight, sight
from generator.records.finding import Finding, confirmation
from generator.records.reading import Read
from generator.records.source import Path

_NOTHING = frozenset({"无", "/", "—", "－", "-", "暂无", "没有"})

# What is asked about one record alone, each with the keys without which it asks nothing.
Room = Callable[[Sight], Iterator[Doubt]]
_ROOMS: tuple[tuple[Room, frozenset[str]], ...] = (
    (parcels.within, parcels.CONCERNS),
    (lengths.doubts, frozenset()),
    (lasting.doubts, frozenset()),
    (years.doubts, years.CONCERNS),
    (within.doubts, frozenset()),
    (totals.doubts, totals.CONCERNS),
    (balances.doubts, balances.CONCERNS),
    (counts.doubts, counts.CONCERNS),
    (criteria.doubts, criteria.CONCERNS),
    (marks.doubts, marks.CONCERNS),
    (grades.doubts, grades.CONCERNS),
    (bounds.doubts, bounds.CONCERNS),
    (lifted.doubts, lifted.CONCERNS),
    (mentioned.doubts, mentioned.CONCERNS),
    (spoken.doubts, spoken.CONCERNS),
    (alike.doubts, alike.CONCERNS),
    (renewing.doubts, renewing.CONCERNS),
    (worked.doubts, worked.CONCERNS),
    (ends.doubts, ends.CONCERNS),
    (percents.doubts, frozenset()),
)

Open = frozenset[tuple[str, Path]]
Names = list[tuple[str, str]]


class Asked(NamedTuple):
    """The questions about some records, and the values that no verdict may rest on meanwhile.

    `open` holds file stems with paths.
    """

    findings: tuple[Finding, ...]
    open: Open


_NONE = Asked((), frozenset())


def of_project(reads: Iterable[Read], today: date) -> Asked:
    """The doubts about a project that it does not confirm, and idle confirmations.

    `reads` are the project record and its notices, those that could be read.
    """
    held = [(read, sight(read.filed)) for read in reads if read.filed]
    doubts = {seen.stem: list(_alone(seen, today)) for _, seen in held}
    chain = Chain([seen for _, seen in held])
    found = list(_together(chain))
    tokens = token.prices(chain) if found else frozenset()
    for seen, doubt in found:
        if not (tokens and token.is_of(seen, doubt, tokens)):
            doubts[seen.stem].append(doubt)
    return _asked((read, doubts[seen.stem]) for read, seen in held)


def of_notice(read: Read, today: date) -> Asked:
    """The doubts about a notice that belongs to no single project."""
    if read.filed is None:
        return _NONE
    seen = sight(read.filed)
    chain = Chain([seen])
    doubts = [
        *_alone(seen, today),
        *(one for _, one in (*ladder.doubts(chain), *bounds.small(chain))),
        *sides.within(seen),
    ]
    return _asked([(read, doubts)])


def of_party(read: Read, today: date) -> tuple[Asked, Names]:
    """The doubts about the file of an organisation, and their ids and places.

    Who asks about its name as well tells which confirmations are idle.
    """
    if read.filed is None:
        return _NONE, []
    doubts = list(organisations.doubts(sight(read.filed), today))
    return _left(read, doubts), [(one.id, one.name) for one in doubts]


def of_jurisdiction(read: Read, today: date) -> Asked:
    """The doubts about the rules of a place."""
    if read.filed is None:
        return _NONE
    return _asked([(read, list(localities.doubts(sight(read.filed), today)))])


def _alone(seen: Sight, today: date) -> Iterator[Doubt]:
    yield from _nothings(seen)
    yield from days.doubts(seen, today)
    for room in _concerned(seen.stated):
        yield from room(seen)


@lru_cache(maxsize=4096)
def _concerned(stated: frozenset[str]) -> tuple[Room, ...]:
    """The rooms that ask about anything a record states; most state little of what is asked about."""
    return tuple(room for room, keys in _ROOMS if not keys or not keys.isdisjoint(stated))


def _together(chain: Chain) -> Iterator[tuple[Sight, Doubt]]:
    for room in (
        ladder,
        nameless,
        offers,
        paid,
        parcels,
        promises,
        order,
        remains,
        terms,
        sides,
        twins,
        waits,
    ):
        yield from room.doubts(chain)
    yield from renewing.together(chain)
    yield from bounds.small(chain)


def _asked(held: Iterable[tuple[Read, Sequence[Doubt]]]) -> Asked:
    findings: list[Finding] = []
    open_: set[tuple[str, Path]] = set()
    for read, doubts in held:
        left = _left(read, doubts)
        findings += left.findings
        open_ |= left.open
        findings += idle(read, [(doubt.id, doubt.name) for doubt in doubts])
    return Asked(tuple(findings), frozenset(open_))


def _left(read: Read, doubts: Sequence[Doubt]) -> Asked:
    """The doubts about one record that it does not answer."""
    if not doubts:
        return _NONE
    assert read.filed
    confirmed = _confirmed(read.filed.record)
    # Whoever looked at a value and says that it is right has answered all questions about it.
    answered = {doubt.name for doubt in doubts if _is_covered(confirmed, doubt)}
    left = [doubt for doubt in doubts if doubt.name not in answered]
    open_: set[tuple[str, Path]] = set()
    for doubt in left:
        open_ |= {(read.filed.stem, doubt.at), *doubt.with_}
    return Asked(tuple(_questions(read, left)), frozenset(open_))


def _questions(read: Read, left: Iterable[Doubt]) -> Iterator[Finding]:
    for doubt in _once(left):
        remedy = f"；若确实如此，请写 {confirmation(doubt.id, doubt.name)}"
        yield read.finding(doubt.id, doubt.at, doubt.sentence + remedy)


def _once(doubts: Iterable[Doubt]) -> Iterable[Doubt]:
    """One question a place: the first that was found."""
    first: dict[str, Doubt] = {}
    for doubt in doubts:
        first.setdefault(doubt.name, doubt)
    return first.values()


def _confirmed(record: Any) -> list[tuple[str, str]]:
    return [(one.id, one.at) for one in (record.portal.confirmed if record.portal else ())]


def _is_covered(confirmed: Iterable[tuple[str, str]], doubt: Doubt) -> bool:
    return any(_covers(one, (doubt.id, doubt.name)) for one in confirmed)


def _covers(confirmed: tuple[str, str], asked: tuple[str, str]) -> bool:
    """Whether a confirmation names the place of a doubt, or what it stands in."""
    return confirmed[0] == asked[0] and f"{asked[1]}.".startswith(f"{confirmed[1]}.")


def idle(read: Read, asked: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """A confirmation that answers no question, by id and place, is itself asked about."""
    assert read.filed
    shown = {(hit.id, hit.key) for hit in read.hits if hit.key}
    for i, one in enumerate(_confirmed(read.filed.record)):
        # Of persons each is answered for by itself, never a whole list.
        if one not in shown and not any(_covers(one, doubt) for doubt in asked):
            sentence = f"确认了 {one[0]}（{one[1]}），但这里没有这样的疑问；请删去这一条"
            yield read.finding("MG-9", ("portal", "confirmed", i), sentence)


def _nothings(seen: Sight) -> Iterator[Doubt]:
    held = seen.record.__dict__
    for name in seen.stated:
        value = held[name]
        if value.__class__ is str and value in _NOTHING:
            told = f"{name} 写的是 “{value}”；公告没有写的，请删去这一行；就是这样印的，请确认"
            yield Doubt("MG-3", (name,), told)


__all__ = [
    "Asked",
    "Names",
    "Open",
    "idle",
    "of_jurisdiction",
    "of_notice",
    "of_party",
    "of_project",
]
