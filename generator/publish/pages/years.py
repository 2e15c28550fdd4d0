"""What a party bought or delivered, year by year: only of what is held, and only its own exact sums.

Sums are added where they are of one sort, of one year, and originals state them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.publish.press import Press
from generator.publish.project.earlier import is_bought
from generator.publish.project.entries import (
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
from generator.publish.words.cells import yuan
from generator.publish.words.figures import (
    INVENTED,
    REAL,
    Figure,
    checked,
    counted,
    narrowed,
    of,
    such,
)
from generator.records.digest import Digest
from generator.records.known import Party
from generator.records.model.amounts import YUAN_PER_UNIT

# How many a cell shows; the others stand in the list below the table.
MOST = 10
UNKNOWN_WAY = "方式没有收录"
_COUNTED = {"合同": "份", "订单": "份"}


class Group(NamedTuple):
    """All of one sort in a year."""

    said: str
    entries: tuple[Entry, ...]
    more: int
    what: str = ""
    of: str = ""
    # How many there are, how many of them state a sum of their own, what these add up to.
    sums: tuple[int, int, Decimal] = (0, 0, Decimal(0))

    @property
    def unit(self) -> str:
        """What they are counted in."""
        return _COUNTED.get(self.what, "项")

    @property
    def figures(self) -> tuple[Figure, Figure, Figure | None]:
        """The same three as figures; nothing is added up where none states a sum."""
        own = narrowed(self.of, such("what", self.what))
        stated = narrowed(own, such("own_yuan", "", no=True))
        count, some, total = self.sums
        summed = checked(Figure("own-sum", total, stated, "sum:own_yuan", "yuan")) if some else None
        return counted("own", count, own), counted("own", some, stated), summed

    @property
    def wan(self) -> Figure | None:
        """The sum once more, in ten thousands, where it is that much."""
        total = self.figures[2]
        return total._replace(how="wan") if total and total.value >= YUAN_PER_UNIT["万元"] else None


class Year(NamedTuple):
    """One row: what was agreed on, how it was chosen, how it went, with whom."""

    name: str
    groups: tuple[Group, ...]
    methods: tuple[tuple[str, Figure | None], ...]
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
    of: str = ""
    id: str = ""

    @property
    def beside_figure(self) -> Figure:
        """How many records have no row."""
        marks = self.of.partition("&")[2]
        held = of("projects", such("party_beside", self.id), marks)
        return counted("beside", self.beside, held)

    @property
    def missed_figure(self) -> Figure:
        """How many results it was not chosen by."""
        return counted("own", len(self.missed), narrowed(self.of, "side=missed"))


def of_party(press: Press, found: Iterable[Digest], party: Party, section: str) -> Years:
    """The table of a purchaser or of a supplier; invented records only for invented parties."""
    invented = bool(party.record.fictional)
    own = of("deals", such("party", party.id), INVENTED if invented else REAL)
    held = [one for one in found if not (one.withdrawn or one.sample) and one.fictional == invented]
    if section == "purchasers":
        held = [one for one in held if buys(one, party.id)]
        made = {one.id: list(bought(press, one, party.id)) for one in held}
        marks = [evaluations(press, one) for one in held]
        beside = sum(is_bought(one) and not made[one.id] for one in held)
        rows = _rows(made, marks, narrowed(own, "side=bought"))
        return Years("采购人", "本单位", rows, beside, of=own, id=party.id)
    made = {one.id: list(delivered(press, one, party.id)) for one in held}
    names = {party.id, party.record.name}
    marks = [evaluations(press, one, names) for one in held]
    lost = (entry for one in held for entry in missed(press, one, party.id))
    latest = sorted(lost, key=lambda one: (one.day, one.href), reverse=True)
    rows = _rows(made, marks, narrowed(own, "side=delivered"))
    return Years("供应商", "本机构", rows, 0, tuple(latest), own, party.id)


def _rows(
    made: dict[str, list[Entry]], marks: Iterable[Iterable[Graded]], of_: str
) -> tuple[Year, ...]:
    """The latest year first; what has no date comes last."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    grades: dict[str, list[Graded]] = defaultdict(list)
    for entry in (one for some in made.values() for one in some):
        entries[entry.year].append(entry)
    for mark in (one for some in marks for one in some):
        grades[mark.year].append(mark)
    names = sorted({*entries, *grades} - {UNDATED}, reverse=True)
    last = [UNDATED] if UNDATED in {*entries, *grades} else []
    return tuple(_row(name, entries[name], grades[name], of_) for name in (*names, *last))


def _row(name: str, entries: list[Entry], marks: list[Graded], of_: str) -> Year:
    of_ = narrowed(of_, such("happened", happened(name)))
    entries = sorted(entries, key=lambda one: (one.day, one.href))
    marks = sorted(marks, key=lambda one: (one.day, one.href))
    others = list(dict.fromkeys(other for one in entries for other in one.others))
    return Year(
        name,
        tuple(groups(entries, of_)),
        tuple(_methods(entries, of_)),
        tuple(marks[:MOST]),
        max(0, len(marks) - MOST),
        tuple(others[:MOST]),
        max(0, len(others) - MOST),
    )


def happened(year: str) -> str:
    """The year of an entry as tables have it."""
    return "0000" if year == UNDATED else year.removesuffix("年")


def groups(entries: Iterable[Entry], of_: str = "deals") -> Iterator[Group]:
    """Sort by sort, each counted and added up by itself."""
    sorts: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        sorts[one.what].append(one)
    for what, some in sorts.items():
        own = [one.own for one in some if one.own is not None]
        sums = len(some), len(own), sum(own, Decimal(0))
        more = max(0, len(some) - MOST)
        yield Group(_summed(what, some), tuple(some[:MOST]), more, what, of_, sums)


def _summed(what: str, entries: Sequence[Entry]) -> str:
    """合同 3 份，其中 2 份有自己的确数，合计 936,000 元; of one alone its own line says it."""
    unit = _COUNTED.get(what, "项")
    own = [one.own for one in entries if one.own is not None]
    head = f"{what} {len(entries)} {unit}"
    if len(entries) == 1 or not own:
        return head
    part = "" if len(own) == len(entries) else f"其中 {len(own)} {unit}原文载明自己的确数，"
    return f"{head}，{part}{'合计 ' if len(own) > 1 else ''}{yuan(sum(own, Decimal(0)))}"


def _methods(entries: Iterable[Entry], of_: str) -> Iterator[tuple[str, Figure | None]]:
    """公开招标 2 项: each record once by each way in which its own contracts and results came about."""
    ways = {(one.record, one.methods or UNKNOWN_WAY): None for one in entries}
    for words, count in sorted(Counter(words for _, words in ways).items()):
        held = narrowed(of_, such("ways", words))
        several = len(ways) > 1
        yield words, checked(Figure("own", count, held, "distinct:project")) if several else None
