"""What a party bought or delivered, year by year: only of what is held, and only its own exact sums.

Sums are added where they are of one sort, of one year, and originals state them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.publish.cells import yuan
from generator.publish.entries import (
    UNDATED,
    Entry,
    Graded,
    Other,
    bought,
    buys,
    delivered,
    evaluations,
    missed,
)
from generator.publish.press import Press
from generator.records.digest import Digest
from generator.records.known import Party

# How many a cell shows; the others stand in the list below the table.
MOST = 10
_COUNTED = {"合同": "份", "订单": "份"}


class Group(NamedTuple):
    """All of one sort in a year."""

    said: str
    entries: tuple[Entry, ...]
    more: int


class Year(NamedTuple):
    """One row: what was agreed on, how it was chosen, how it went, with whom."""

    name: str
    groups: tuple[Group, ...]
    methods: tuple[str, ...]
    marks: tuple[Graded, ...]
    more_marks: int
    others: tuple[Other, ...]
    more_others: int


class Years(NamedTuple):
    """The table of a party; `beside` is how many records of it have no row.

    `missed` are the results of what it took part in and was not chosen for, the latest first.
    """

    role: str
    own: str
    rows: tuple[Year, ...]
    beside: int
    missed: tuple[Entry, ...] = ()


def of_party(press: Press, found: Iterable[Digest], party: Party, section: str) -> Years:
    """The table of a purchaser or of a supplier; invented records only for invented parties."""
    invented = bool(party.record.fictional)
    held = [one for one in found if not (one.withdrawn or one.sample) and one.fictional == invented]
    if section == "purchasers":
        held = [one for one in held if buys(one, party.id)]
        made = {one.id: list(bought(press, one, party.id)) for one in held}
        marks = [evaluations(press, one) for one in held]
        beside = sum(not entries for entries in made.values())
        return Years("采购人", "本单位", _rows(made, marks), beside)
    made = {one.id: list(delivered(press, one, party.id)) for one in held}
    names = {party.id, party.record.name}
    marks = [evaluations(press, one, names) for one in held]
    lost = (entry for one in held for entry in missed(press, one, party.id))
    latest = sorted(lost, key=lambda one: (one.day, one.href), reverse=True)
    return Years("供应商", "本机构", _rows(made, marks), 0, tuple(latest))


def _rows(made: dict[str, list[Entry]], marks: Iterable[Iterable[Graded]]) -> tuple[Year, ...]:
    """The latest year first; what has no date comes last."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    grades: dict[str, list[Graded]] = defaultdict(list)
    for entry in (one for some in made.values() for one in some):
        entries[entry.year].append(entry)
    for mark in (one for some in marks for one in some):
        grades[mark.year].append(mark)
    names = sorted({*entries, *grades} - {UNDATED}, reverse=True)
    last = [UNDATED] if UNDATED in {*entries, *grades} else []
    return tuple(_row(name, entries[name], grades[name]) for name in (*names, *last))


def _row(name: str, entries: list[Entry], marks: list[Graded]) -> Year:
    entries = sorted(entries, key=lambda one: (one.day, one.href))
    marks = sorted(marks, key=lambda one: (one.day, one.href))
    others = list(dict.fromkeys(other for one in entries for other in one.others))
    return Year(
        name,
        tuple(groups(entries)),
        tuple(_methods(entries)),
        tuple(marks[:MOST]),
        max(0, len(marks) - MOST),
        tuple(others[:MOST]),
        max(0, len(others) - MOST),
    )


def groups(entries: Iterable[Entry]) -> Iterator[Group]:
    """Sort by sort, each counted and added up by itself."""
    sorts: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        sorts[one.what].append(one)
    for what, some in sorts.items():
        yield Group(_summed(what, some), tuple(some[:MOST]), max(0, len(some) - MOST))


def _summed(what: str, entries: Sequence[Entry]) -> str:
    """合同 3 份，其中 2 份有自己的确数，合计 936,000 元; of one alone its own line says it."""
    unit = _COUNTED.get(what, "项")
    own = [one.own for one in entries if one.own is not None]
    head = f"{what} {len(entries)} {unit}"
    if len(entries) == 1 or not own:
        return head
    part = "" if len(own) == len(entries) else f"其中 {len(own)} {unit}原文载明自己的确数，"
    return f"{head}，{part}{'合计 ' if len(own) > 1 else ''}{yuan(sum(own, Decimal(0)))}"


def _methods(entries: Iterable[Entry]) -> Iterator[str]:
    """公开招标 2 项: each record once by each way in which its own contracts and results came about."""
    ways = {(one.record, one.methods or "方式没有收录"): None for one in entries}
    for words, count in sorted(Counter(words for _, words in ways).items()):
        yield f"{words} {count} 项" if len(ways) > 1 else words
