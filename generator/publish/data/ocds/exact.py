"""What a notice states exactly goes into fields; the rest is kept in its own words beside."""

from collections.abc import Mapping

from generator.publish.data.ocds import moments
from generator.publish.data.ocds.shape import Json, amount
from generator.publish.words import cells
from generator.records.model.amounts import YUAN_PER_UNIT, Money
from generator.records.model.dates import Date
from generator.records.model.times import Term
from generator.records.reading import Filed
from generator.vocabulary import label


class Exact:
    """One notice: its exact sums and days, and by place what is told in words alone."""

    def __init__(self, filed: Filed) -> None:
        self.filed = filed
        self.sums: dict[str, Json] = {}
        self.dates: dict[str, Json] = {}

    def value(self, money: Money | None, *path: str | int) -> Json | None:
        """A sum that is stated exactly, and of one unit of nothing."""
        if money is None:
            return None
        if self._unsure(*path) is None and money.yuan is not None and not money.per:
            return amount(money.yuan)
        self._tell(money, path)
        return None

    def most(self, money: Money | None, *path: str | int) -> Json | None:
        """What it is at most: the exact sum, or the bound that is stated."""
        return self._bound(money, ("at_most", 1), path)

    def least(self, money: Money | None, *path: str | int) -> Json | None:
        """What it is at least, where that is stated beside or without what it is at most."""
        if money is None or money.yuan is not None:
            return None
        return self._bound(money, ("at_least", 0), path)

    def words(self, money: Money | None, *path: str | int) -> None:
        """A sum that is of nobody alone: only in words."""
        if money is not None:
            self._tell(money, path)

    def unit(self, money: Money | None, *path: str | int) -> Json | None:
        """The price of one unit, stated as such or by what it is per."""
        if money is None:
            return None
        price = money.value if money.unit_price is None else money.unit_price
        if price is None or self._unsure(*path) is not None:
            self._tell(money, path)
            return None
        return amount(price * YUAN_PER_UNIT[money.unit or "元"])

    def day(self, given: Date | None, *path: str | int) -> str | None:
        """The beginning of a day that is stated; of a month nobody knows which."""
        return moments.start(given) if given and self._is_day(given, path) else None

    def end(self, given: Date | None, *path: str | int) -> str | None:
        """The end of a day that is stated."""
        return moments.end(given) if given and self._is_day(given, path) else None

    def term(self, given: Term | None, *path: str | int) -> Json:
        """A term from day to day; what begins or ends with an event is told in words."""
        if given is None:
            return {}
        since, until = given.from_, given.to
        first = self.day(since.on, *path, "from") if since else None
        last = self.end(until.on, *path, "to") if until else None
        if not (first and last) and (said := cells.term(given)):
            for part in ("from", "to"):
                self.dates.pop(_name((*path, part)), None)
            self.dates[_name(path)] = _told(path, said, self._unsure(*path))
        return {"startDate": first, "endDate": last}

    def _bound(
        self, money: Money | None, which: tuple[str, int], path: tuple[str | int, ...]
    ) -> Json | None:
        if money is None:
            return None
        if exact := self.value(money, *path):
            return exact
        key, end = which
        bound = getattr(money, key) or (money.between[end] if money.between else None)
        if bound is None or self._unsure(*path) is not None:
            return None
        return amount(bound * YUAN_PER_UNIT[money.unit or "元"])

    def _tell(self, money: Money, path: tuple[str | int, ...]) -> None:
        shape = next(iter(money.shapes), "printed")
        told = _told(path, cells.money(money), self._unsure(*path))
        self.sums[_name(path)] = told | {"shape": shape}

    def _is_day(self, given: Date, path: tuple[str | int, ...]) -> bool:
        basis = self._unsure(*path)
        if given.day and basis is None:
            return True
        self.dates[_name(path)] = _told(path, given.chinese, basis)
        return False

    def _unsure(self, *path: str | int) -> str | None:
        """How a value is known that the notice does not state itself, or what it stands in."""
        annotations: Mapping[tuple[str | int, ...], object] = self.filed.annotations
        if not annotations:
            return None
        for depth in range(1, len(path) + 1):
            if not self.filed.is_stated(*path[:depth]):
                return self.filed.annotation(*path[:depth]).basis
        return None

    def is_stated(self, *path: str | int) -> bool:
        """Whether the notice states it itself, and all that it stands in."""
        return self._unsure(*path) is None


def _name(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


def _told(path: tuple[str | int, ...], said: str, basis: str | None) -> Json:
    known = {"basis": basis, "basisTitle": label("basis", basis)} if basis else {}
    return {"id": _name(path), "printed": said, **known}
