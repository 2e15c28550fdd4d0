"""Who took part in one lot: firms, not lines, and never a line that says no lot."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.memory import remembered
from generator.law.verdict import Silent, Unsure
from generator.records.reading import Filed
from generator.records.source import Path


class Entry(NamedTuple):
    """Who took part in a lot, or several of whom only the number is listed."""

    who: str
    number: int
    failed: bool
    price: Decimal | None


class Field(NamedTuple):
    """Those who took part in one lot, as a list names them; `whole` if nobody can be missing."""

    entries: tuple[Entry, ...]
    stated: int | None
    whole: bool

    def number(self, *, passed: bool) -> int:
        """How many took part, or of them those whom nobody says to have failed the review."""
        failed = count(one for one in self.entries if one.failed)
        listed = count(self.entries)
        stated = self.stated or 0
        return max(stated - failed, listed - failed) if passed else max(stated, listed)


def count(entries: Iterable[Entry]) -> int:
    """How many they are, with those of whom only the number is listed."""
    return sum(one.number for one in entries)


@remembered
def field_of(h: Hearing) -> Field:
    """Who took part. Raises Silent where nothing is stated, Unsure where nobody says in which lot."""
    found = h.purchase.own("bidders")
    entries = _entries(h, found.filed, len(found.value)) if found else ()
    stated = None if entries and h.lot_said else _stated(h)
    if stated is None and not entries:
        raise Silent(h.label("bidders"))
    listed = count(entries)
    whole = listed == stated if stated is not None else bool(found and h.in_full(found.filed))
    return Field(entries, stated, whole)


def _stated(h: Hearing) -> int | None:
    found = h.purchase.own("bidders_count")
    return int(h.use(found, "家数").value) if found else None


def _entries(h: Hearing, of: Filed, rows: int) -> tuple[Entry, ...]:
    mine = [i for i in range(rows) if _is_of_lot(h, of, ("bidders", i, "lots"))]
    by_name: dict[str, list[Entry]] = {}
    for i in mine:
        entry = _entry(h, of, i)
        by_name.setdefault(entry.who or f"#{i}", []).append(entry)
    return tuple(_one(same) for same in by_name.values())


def _is_of_lot(h: Hearing, of: Filed, at: Path) -> bool:
    """Whether a row is of the lot heard. Raises Unsure for one that says of which of several."""
    if not h.lot_said and h.lot is not None:
        return True
    lots = h.given(*at, of=of)
    if not lots or h.lot is None:
        raise Unsure("lot", "分包采购，看不出每一家参加的是哪一包")
    return h.case.outcome.lots.has(lots, h.lot)


def _entry(h: Hearing, of: Filed, i: int) -> Entry:
    at = ("bidders", i)
    who = h.given(*at, "party", of=of) or h.given(*at, "printed", of=of) or ""
    price = h.given(*at, "amount", of=of)
    failed = h.given(*at, "compliant", of=of) is False
    number = h.given(*at, "count", of=of) or 1
    return Entry(who, number, failed, price.yuan if price else None)


def _one(same: Sequence[Entry]) -> Entry:
    """A firm listed twice is one firm; of two prices nobody says which is its last."""
    prices = {one.price for one in same}
    price = prices.pop() if len(prices) == 1 else None
    return Entry(
        same[0].who, max(one.number for one in same), all(one.failed for one in same), price
    )
