"""The notices of one project side by side: which belong together, and what each states."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.records.doubts.sight import Sight, figure, given
from generator.records.model.amounts import YUAN_PER_UNIT, Money
from generator.records.source import Path

PROJECT = "project"
# What a notice is compared with: the ones it names, else so many of its round, the nearest first.
_NEAR = 6
_BY_UNIT = frozenset({"unit-price", "discount"})


class Rung(NamedTuple):
    """One exact sum of a notice: whose, for which lots, and where it stands."""

    seen: Sight
    path: Path
    yuan: Decimal
    half: Decimal
    lots: frozenset[str] = frozenset()
    party: str = ""
    per: str = ""

    @property
    def place(self) -> tuple[str, Path]:
        """The file and the path, as a doubt names it."""
        return self.seen.stem, self.path


class Chain:
    """The records of a project by kind; `project.yml` stands first."""

    def __init__(self, sights: Sequence[Sight]) -> None:
        self.sights = sights
        self.by_kind: dict[str, list[Sight]] = defaultdict(list)
        for seen in sights:
            self.by_kind[seen.record.kind].append(seen)
        self.rounds = {seen.record.procedure for seen in sights} - {None}
        self.is_framework = any(seen.record.method == "framework" for seen in sights)
        self.place = {seen.stem: i for i, seen in enumerate(sights)}

    @property
    def project(self) -> Sight | None:
        """The project record."""
        return next(iter(self.by_kind[PROJECT]), None)

    def of(self, seen: Sight, *kinds: str) -> list[Sight]:
        """The notices of these kinds that one names, else the nearest of its round."""
        held = [one for kind in kinds for one in self.by_kind[kind] if one is not seen]
        wanted = set(seen.record.refers)
        if named := [one for one in held if one.stem in wanted]:
            return named[-_NEAR:]
        here = self.place[seen.stem]
        same = [one for one in held if self._is_same_round(one, seen)]
        return sorted(same, key=lambda one: abs(self.place[one.stem] - here))[:_NEAR]

    def _is_same_round(self, one: Sight, other: Sight) -> bool:
        """A notice that names no round stands in the first, if there is no other; the project in all."""
        mine, theirs = one.record.procedure, other.record.procedure
        whole = PROJECT in {one.record.kind, other.record.kind}
        return whole or mine == theirs or (None in {mine, theirs} and self.rounds == {1})


def plans(seen: Sight, key: str) -> Iterator[Rung]:
    """The budgets or ceilings of a notice: of the whole, and of each lot."""
    yield from _rung(seen, (key,), given(seen.record, key, None))
    for i, row in enumerate(seen.record.lots):
        yield from _rung(seen, ("lots", i, key), given(row, key), _named(row))


def prices(seen: Sight) -> Iterator[Rung]:
    """The sums that a result or a contract settles: of the whole, of each lot and each winner."""
    record = seen.record
    lots = _all_lots(record)
    if len(lots) < 2:
        yield from _rung(seen, ("amount",), given(record, "amount"), next(iter(lots), frozenset()))
    for i, row in enumerate(record.lots):
        yield from _rung(seen, ("lots", i, "amount"), row.amount, _named(row))
    whos = record.suppliers if record.kind == "single-source" else given(record, "winners", ())
    key = "suppliers" if record.kind == "single-source" else "winners"
    for i, one in enumerate(whos):
        if not one.withdrawn and len(one.lots) < 2:
            path: Path = (key, i, "amount")
            yield from _rung(seen, path, one.amount, frozenset(one.lots), _party(one))


def parties(seen: Sight) -> set[str]:
    """The suppliers of a contract, by id or name."""
    return {_party(one) for one in seen.record.suppliers} - {""}


def is_by_unit(seen: Sight) -> bool:
    """Whether its sums are prices of one unit, or follow what will be done."""
    record = seen.record
    return record.pricing in _BY_UNIT or record.bid is not None


def unit_prices(seen: Sight) -> Iterator[Rung]:
    """The prices of one unit that a notice sets, asks for or is offered; limits among them."""
    record = seen.record
    rows = [
        *(
            (("lots", i, "unit_price"), one.unit_price, _named(one), "")
            for i, one in enumerate(record.lots)
        ),
        *(
            (("unit_prices", i, "amount"), one.amount, frozenset[str](), "")
            for i, one in enumerate(record.unit_prices)
        ),
        *(
            ((key, i, "amount"), one.amount, frozenset(one.lots), _party(one))
            for key in ("winners", "bidders")
            for i, one in enumerate(given(record, key, ()))
        ),
    ]
    for path, money, lots, party in rows:
        price = money and (
            money.unit_price or (path[-1] != "amount" and (money.value or money.at_most))
        )
        if money and path[0] == "unit_prices":
            price = money.unit_price or money.value
        if money and price:
            worth = price * YUAN_PER_UNIT[money.unit or "元"]
            yield Rung(seen, path, worth, Decimal(0), lots, party, "unit")


def _rung(
    seen: Sight,
    path: Path,
    money: Money | None,
    lots: frozenset[str] = frozenset(),
    party: str = "",
) -> Iterator[Rung]:
    if found := figure(money):
        yield Rung(seen, path, found.yuan, found.half, lots, party)


def _named(row: Any) -> frozenset[str]:
    return frozenset(one for one in (row.id, row.number, row.name) if one)


def _all_lots(record: Any) -> set[frozenset[str]]:
    named = {_named(row) for row in record.lots}
    whos: Iterable[Any] = (*record.suppliers, *given(record, "winners", ()))
    return named or {frozenset((lot,)) for one in whos for lot in one.lots}


def _party(one: Any) -> str:
    return str(one.party or one.printed or "")
