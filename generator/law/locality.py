"""What differs by place: rule books, thresholds, grade scales and day counting, by day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from generator.records.known import Known
from generator.records.model.dates import Date
from generator.records.model.jurisdiction import GradeScale, JurisdictionRecord


class _InForce(Protocol):
    @property
    def from_(self) -> Date | None: ...
    @property
    def to(self) -> Date | None: ...


@dataclass(frozen=True, slots=True)
class Locality:
    """The jurisdictions around one place, the nearest first: district, city, province."""

    records: tuple[JurisdictionRecord, ...]

    @property
    def declared(self) -> str | None:
        """How the nearest place that says so counts days: A or B."""
        return next((one.day_counting for one in self.records if one.day_counting), None)

    def has(self, book: str, on: date) -> bool:
        """Whether a local rule book is in force here on this day."""
        books = (one for place in self.records for one in place.rule_books)
        return any(one.id == book and _holds(one, on) for one in books)

    def threshold(self, kind: str, on: date) -> Decimal | None:
        """The sum of the nearest place that has one on this day, in yuan."""
        for place in self.records:
            sums = {
                one.amount.yuan for one in place.thresholds if one.kind == kind and _holds(one, on)
            }
            if len(sums) == 1:
                return sums.pop()
        return None

    def thresholds(self, kind: str, on: date) -> Mapping[str | None, Decimal]:
        """The sums of this day by the level of the buyer, in yuan, each of the nearest place.

        Under None stands one for every level: what a farther place says of all, it does not touch.
        """
        found: dict[str | None, Decimal] = {}
        for place in self.records:
            held = [one for one in place.thresholds if one.kind == kind and _holds(one, on)]
            for level in dict.fromkeys(one.level for one in held):
                sums = {one.amount.yuan for one in held if one.level == level}
                sure = sums.pop() if len(sums) == 1 else None
                if sure is not None and level not in found:
                    found[level] = sure
            if None in found:
                break
        return found

    def scale(self, id: str | None, on: date) -> GradeScale | None:
        """The scale of that id, or the only one in force here on this day."""
        found = [one for one in self._scales() if id in {None, one.id} and _holds(one, on)]
        return found[0] if len(found) == 1 else None

    def _scales(self) -> Iterator[GradeScale]:
        return (one for place in self.records for one in place.scales)


def locality(division: str, known: Known) -> Locality:
    """What holds in a division of GB/T 2260."""
    codes = dict.fromkeys((division, f"{division[:4]}00", f"{division[:2]}0000"))
    return Locality(tuple(_found(codes, known)))


def _found(codes: Iterable[str], known: Known) -> Iterator[JurisdictionRecord]:
    return (known.jurisdictions[code] for code in codes if code in known.jurisdictions)


def _holds(one: _InForce, on: date) -> bool:
    return (one.from_ is None or one.from_.first <= on) and (one.to is None or on <= one.to.last)
