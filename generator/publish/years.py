"""What a party bought or delivered, year by year: only of what is held, and only its own exact sums.

Sums are added where they are of one sort, of one year, and originals state them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.publish import lists
from generator.publish.cells import dated, yuan
from generator.publish.press import Press
from generator.publish.result import graded
from generator.publish.saying import known_words, together
from generator.records.deals import Deal
from generator.records.digest import Digest, Line, Role
from generator.records.known import Party
from generator.records.model.dates import Date
from generator.records.shares import Stake
from generator.vocabulary import label

# How many a cell shows; the others stand in the list below the table.
MOST = 10
_COUNTED = {"合同": "份", "订单": "份"}
_BUYER, _CHOSEN = frozenset({"purchaser"}), frozenset({"suppliers", "winners"})
_HOLDING = frozenset({"delivers", "granted"})
_UNDATED = "日期未载明"
_COPIED = "reprinted"
# What a sum is called by the kind of the notice that states it last.
_LATER = {"contract-change": "（变更后）", "correction": "（更正后）"}


class Other(NamedTuple):
    """Whom a contract is with; `href` is empty for a name that is only printed."""

    name: str
    href: str


class Entry(NamedTuple):
    """A contract, a result or a grant of a party; `own` is its sum where that may be added."""

    year: str
    day: date
    href: str
    what: str
    said: str
    own: Decimal | None
    notes: tuple[str, ...]
    record: str
    methods: str
    others: tuple[Other, ...]


class Graded(NamedTuple):
    """An evaluation, with its scale: scales of different places say different things."""

    year: str
    day: date
    href: str
    said: str
    notes: tuple[str, ...]


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
    """The table of a party; `beside` is how many records of it have no row."""

    role: str
    own: str
    rows: tuple[Year, ...]
    beside: int


def of_party(press: Press, found: Iterable[Digest], party: Party, section: str) -> Years:
    """The table of a purchaser or of a supplier; invented records only for invented parties."""
    invented = bool(party.record.fictional)
    held = [one for one in found if not one.withdrawn and one.fictional == invented]
    if section == "purchasers":
        bought = [one for one in held if party.id in _ids(one.roles, _BUYER)]
        made = {one.id: list(_bought(press, one, party.id)) for one in bought}
        marks = [_graded(press, one) for one in bought]
        beside = sum(not entries for entries in made.values())
        return Years("采购人", "本单位", _rows(made, marks), beside)
    made = {one.id: list(_delivered(press, one, party.id)) for one in held}
    names = {party.id, party.record.name}
    marks = [_graded(press, one, names) for one in held]
    return Years("供应商", "本机构", _rows(made, marks), 0)


def _bought(press: Press, digest: Digest, id: str) -> Iterator[Entry]:
    """Each contract of its own; where it buys with others, their sum is not its own."""
    for deal in digest.deals:
        buyers = _at(digest, deal.stem, _BUYER)
        if id in {one.id for one in buyers}:
            alone = len({one.id or one.name for one in buyers}) == 1
            whose = "" if alone else "与其他采购人合计"
            yield _entry(press, digest, deal, whose, _chosen(press, digest, deal.stem))


def _delivered(press: Press, digest: Digest, id: str) -> Iterator[Entry]:
    share = next((one for one in digest.shares if one.id == id), None)
    for stake in share.stakes if share else ():
        buyers = _at(digest, stake.stem, _BUYER)
        others = tuple(_other(press, one) for one in buyers if one.name)
        yield _entry(press, digest, stake, together(stake.of), others)


def _entry(
    press: Press, digest: Digest, given: Deal | Stake, whose: str, others: Iterable[Other]
) -> Entry:
    lines = {one.stem: one for one in digest.notices}
    line, by = lines[given.stem], lines[given.by]
    sum_ = f" {yuan(given.amount)}" if given.amount is not None else "（没有收录确数）"
    whose = whose if given.amount is not None else ""
    return Entry(
        *_year(_placed(line)),
        lists.notice_address(digest, by),
        given.what,
        f"{whose}{given.what}{sum_}{_LATER.get(by.kind, '')}{known_words(given.known)}",
        given.amount if not whose and not given.known else None,
        (digest.title, dated(line.dated)),
        digest.id,
        "、".join(label("method", one) for one in digest.methods),
        tuple(dict.fromkeys(others)),
    )


def _placed(line: Line) -> Date | None:
    """The day of a notice; that of a reprint says nothing of it."""
    return None if line.dated is None or line.dated.key == _COPIED else line.dated.date


def _year(on: Date | None) -> tuple[str, date]:
    return (f"{on.first.year}年", on.first) if on else (_UNDATED, date.min)


def _ids(roles: Iterable[Role], keys: frozenset[str]) -> set[str | None]:
    return {one.id for one in roles if one.key in keys}


def _at(digest: Digest, stem: str, keys: frozenset[str]) -> list[Role]:
    """Whom a notice names in these roles, else all that the record names."""
    named = [one for one in digest.roles if one.key in keys and not one.void]
    return [one for one in named if one.stem == stem] or named


def _chosen(press: Press, digest: Digest, stem: str) -> Iterator[Other]:
    """Who delivers by a notice; of several nobody is guessed."""
    kept = {(one.id, one.name) for one in digest.shares if one.part in _HOLDING}
    own = [one for one in digest.roles if one.stem == stem and one.key in _CHOSEN and not one.void]
    stay = [
        one for one in own if any(one.id == id if id else one.name == name for id, name in kept)
    ]
    yield from (_other(press, one) for one in stay if one.name)


def _other(press: Press, role: Role) -> Other:
    return Other(role.name or "", f"{press.directory.of(role)}/{role.id}/" if role.id else "")


def _graded(press: Press, digest: Digest, names: set[str] | None = None) -> Iterator[Graded]:
    """The evaluations of a record, or those about one party; what was corrected later is left out."""
    lines = {one.stem: one for one in digest.notices}
    for mark in digest.marks:
        said = graded(mark, press.directory)
        if said and not mark.disputed and (names is None or names & {*mark.suppliers}):
            # Of a record all who were evaluated are named; of one party its page does it.
            whose = () if names else (press.directory.names.get(id, id) for id in mark.suppliers)
            scale = press.directory.scales.get(mark.scale or "", mark.scale)
            notes = (*whose, digest.title, f"按{scale}" if scale else "标准未载明")
            line = lines[mark.stem]
            copied = line.dated and line.dated.key == _COPIED and line.dated.date == mark.on
            on = None if copied else mark.on
            yield Graded(*_year(on), lists.notice_address(digest, line), said, notes)


def _rows(made: dict[str, list[Entry]], marks: Iterable[Iterable[Graded]]) -> tuple[Year, ...]:
    """The latest year first; what has no date comes last."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    grades: dict[str, list[Graded]] = defaultdict(list)
    for entry in (one for some in made.values() for one in some):
        entries[entry.year].append(entry)
    for mark in (one for some in marks for one in some):
        grades[mark.year].append(mark)
    names = sorted({*entries, *grades} - {_UNDATED}, reverse=True)
    last = [_UNDATED] if _UNDATED in {*entries, *grades} else []
    return tuple(_row(name, entries[name], grades[name]) for name in (*names, *last))


def _row(name: str, entries: list[Entry], marks: list[Graded]) -> Year:
    entries = sorted(entries, key=lambda one: (one.day, one.href))
    marks = sorted(marks, key=lambda one: (one.day, one.href))
    others = list(dict.fromkeys(other for one in entries for other in one.others))
    return Year(
        name,
        tuple(_groups(entries)),
        tuple(_methods(entries)),
        tuple(marks[:MOST]),
        max(0, len(marks) - MOST),
        tuple(others[:MOST]),
        max(0, len(others) - MOST),
    )


def _groups(entries: Iterable[Entry]) -> Iterator[Group]:
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
    """公开招标 2 项: each record once, by all the ways it names."""
    ways = {one.record: one.methods or "方式没有收录" for one in entries}
    for words, count in sorted(Counter(ways.values()).items()):
        yield f"{words} {count} 项" if len(ways) > 1 else words
