"""What differs by place: rule books, thresholds, grade scales and day counting, by day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple, Protocol, TypeAlias

from generator.law.doubt import ASKED
from generator.law.instruments import instruments
from generator.law.verdict import Unsure
from generator.records.grounds import Asked
from generator.records.known import Known
from generator.records.model.dates import Date
from generator.records.model.jurisdiction import GradeScale, JurisdictionRecord, Threshold

# What is bought here is always a service.
_BOUGHT = "services"
_COUNTY = "county"
# A service to the office that buys: evaluation, training, supervision.
_AUXILIARY = "auxiliary"
_NOTHING: frozenset[str] = frozenset()
# The first and the last day.
Span: TypeAlias = tuple[date, date]
# Codes of GB/T 2260 up to 20 are districts of a city, later ones counties and their equals;
# below 90 stand those that a province governs itself.
_LAST_DISTRICT, _OF_PROVINCE = 20, "90"


class _InForce(Protocol):
    @property
    def from_(self) -> Date | None: ...
    @property
    def to(self) -> Date | None: ...


class Line(NamedTuple):
    """A threshold as it holds for one purchase, in yuan.

    `inferred`: no text says that it holds for this level of this place; `note` says
    why, and what else is not sure about it. `confirmed`: its text was read.
    """

    amount: Decimal
    level: str
    inferred: bool
    confirmed: bool
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Locality:
    """The jurisdictions around one place, the nearest first: district, city, province.

    `asked` are the values in them that a question is open about: nothing rests on
    these. A rule book among them is left out; for a sum or a scale Unsure is raised.
    `without` are the rule books that do not speak of the kind of service bought.
    """

    records: tuple[JurisdictionRecord, ...]
    division: str = ""
    asked: Asked = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    # How the nearest place that says so counts days: A or B.
    declared: str | None = field(init=False)
    # The local rule books that were ever in force here.
    books: frozenset[str] = field(init=False)
    # When each of them is in force, where no question is open about that.
    _held: Mapping[str, tuple[Span, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        counted = (one.day_counting for one in self.records if one.day_counting)
        object.__setattr__(self, "declared", next(counted, None))
        here = frozenset(one.id for place in self.records for one in place.rule_books)
        object.__setattr__(self, "books", here - self.without)
        object.__setattr__(self, "_held", {book: tuple(self._spans(book)) for book in self.books})

    def _spans(self, book: str) -> Iterator[Span]:
        for place in self.records:
            for i, one in enumerate(place.rule_books):
                if one.id == book and not self._is_asked(place, "rule_books", i):
                    first, last = one.from_, one.to
                    yield first.first if first else date.min, last.last if last else date.max

    def has(self, book: str, on: date) -> bool:
        """Whether a local rule book is in force here on this day."""
        return any(first <= on <= last for first, last in self._held.get(book, ()))

    def _is_asked(self, place: JurisdictionRecord, *path: str | int) -> bool:
        return place.division in self.asked and self.asked[place.division].touch(path)

    def _insist(self, key: str, kind: str = "") -> None:
        """That no question is open about these sums or scales here. Raises Unsure."""
        for place in self.records if self.asked else ():
            rows = enumerate(getattr(place, key))
            if any(
                self._is_asked(place, key, i) for i, one in rows if not kind or one.kind == kind
            ):
                raise Unsure(*ASKED)

    @property
    def level(self) -> str:
        """The level of the place itself, by its code."""
        if self.division.endswith("0000"):
            return "province"
        return "city" if self.division.endswith("00") else _COUNTY

    def threshold(self, kind: str, on: date) -> Decimal | None:
        """The sum in yuan on this day, where all levels here have the same. Raises Unsure."""
        self._insist("thresholds", kind)
        sums = set()
        for place in self.records:
            found = list(_of(place, kind, on))
            sums |= {one.amount.yuan for one in found}
            if any(one.level is None for one in found):
                break
        return sums.pop() if len(sums) == 1 else None

    def levels(self, kind: str, on: date) -> frozenset[str | None]:
        """The levels that have a threshold of their own on this day; None for all of them.

        Raises Unsure.
        """
        self._insist("thresholds", kind)
        found: set[str | None] = set()
        for place in self.records:
            found |= {one.level for one in _of(place, kind, on)}
            if None in found:
                break
        return frozenset(found)

    def threshold_for(self, kind: str, on: date, level: str | None = None) -> Line | None:
        """The threshold of one level on this day; None where it is not known.

        `level` is that of the purchaser where it is stated, else the place has its
        own. A street or a town buys at the level of its county, and that a district
        of a city is a county is an inference: the line says so. Raises Unsure.
        """
        self._insist("thresholds", kind)
        wanted = level or self.level
        for asked in (wanted, _COUNTY) if wanted == "town" else (wanted,):
            for place in self.records:
                found = [one for one in _of(place, kind, on) if one.level in {None, asked}]
                sums = {one.amount.yuan for one in found}
                if len(sums) == 1 and (amount := sums.pop()) is not None:
                    return self._line(found[0], amount, wanted)
                if found:
                    return None
        return None

    def _line(self, found: Threshold, amount: Decimal, wanted: str) -> Line:
        doubts = list(self._inferences(found, wanted))
        note = "；".join((*doubts, *((found.doubt,) if found.doubt else ())))
        confirmed = found.confidence in {None, "read"}
        return Line(amount, wanted, bool(doubts), confirmed, note, found.source)

    def _inferences(self, found: Threshold, wanted: str) -> Iterator[str]:
        if found.level == _COUNTY and wanted == "town":
            yield "街道、乡镇适用县级标准是推断"
        if found.level == _COUNTY and self.level != _COUNTY:
            yield "不知道是县还是市辖区，适用县级标准是推断"
        elif found.level == _COUNTY and self._is_district:
            yield "市辖区适用县级标准是推断"

    @property
    def _is_district(self) -> bool:
        last = self.division[4:]
        return (
            self.division[2:4] != _OF_PROVINCE
            and last.isdigit()
            and 0 < int(last) <= _LAST_DISTRICT
        )

    def wage(self, year: int) -> Decimal | None:
        """The average wage of a year, in yuan, of the nearest place that has one. Raises Unsure."""
        self._insist("average_wages")
        for place in self.records:
            sums = {one.amount.yuan for one in place.average_wages if one.year == year}
            if len(sums) == 1:
                return sums.pop()
        return None

    def scale(self, id: str | None, on: date) -> GradeScale | None:
        """The scale of that id, or the only one in force here on this day. Raises Unsure."""
        self._insist("scales")
        found = [one for one in self._scales() if id in {None, one.id} and _holds(one, on)]
        return found[0] if len(found) == 1 else None

    def _scales(self) -> Iterator[GradeScale]:
        return (one for place in self.records for one in place.scales)


def locality(division: str, known: Known, service: str | None = None) -> Locality:
    """What holds in a division of GB/T 2260 for a kind of service."""
    key = ("locality", division, service == _AUXILIARY)
    found: Locality | None = known.memory.get(key)
    if found is None:
        found = known.memory[key] = _locality(division, known, service)
    return found


def _locality(division: str, known: Known, service: str | None) -> Locality:
    codes = dict.fromkeys((division, f"{division[:4]}00", f"{division[:2]}0000"))
    without = _for_the_public() if service == _AUXILIARY else _NOTHING
    return Locality(tuple(_found(codes, known)), division, known.asked, without)


@cache
def _for_the_public() -> frozenset[str]:
    """The documents that speak of services for people in need (武汉办法 2), not of those to an office."""
    return frozenset(one.id for one in instruments().values() if one.services == "public")


def _found(codes: Iterable[str], known: Known) -> Iterator[JurisdictionRecord]:
    return (known.jurisdictions[code] for code in codes if code in known.jurisdictions)


def _of(place: JurisdictionRecord, kind: str, on: date) -> Iterator[Threshold]:
    """The thresholds of a place for services on this day."""
    for one in place.thresholds:
        if one.kind == kind and _holds(one, on) and (not one.objects or _BOUGHT in one.objects):
            yield one


def _holds(one: _InForce, on: date) -> bool:
    return (one.from_ is None or one.from_.first <= on) and (one.to is None or on <= one.to.last)
