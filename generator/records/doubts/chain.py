"""The notices of one project side by side: which belong together, and what each states."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.records.doubts.sight import Sight
from generator.records.source import Path

PROJECT = "project"
# What a notice is compared with: the ones it names, else so many of its round, the nearest first.
_NEAR = 6
_ANY = object()


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
        self.stems = {seen.stem: seen for seen in sights}
        self.place = {seen.stem: i for i, seen in enumerate(sights)}
        self.rounds = {seen.record.procedure for seen in sights} - {None}
        self.is_framework = any(seen.record.method == "framework" for seen in sights)
        self._places: dict[tuple[str, object], list[int]] = defaultdict(list)
        self._of: dict[tuple[str, tuple[str, ...]], list[Sight]] = {}
        self._indexes: dict[tuple[str, str], Rungs] = {}
        for i, seen in enumerate(sights):
            kind = seen.record.kind
            self.by_kind[kind].append(seen)
            self._places[kind, seen.record.procedure].append(i)
            self._places[kind, _ANY].append(i)

    @property
    def project(self) -> Sight | None:
        """The project record."""
        return next(iter(self.by_kind.get(PROJECT, ())), None)

    def named(self, seen: Sight, *kinds: str) -> list[Sight]:
        """The notices of these kinds that one names."""
        found = (self.stems.get(stem) for stem in seen.record.refers)
        return [one for one in found if one and one is not seen and one.record.kind in kinds]

    def of(self, seen: Sight, *kinds: str) -> list[Sight]:
        """The notices of these kinds that one names, else the nearest of its round."""
        key = (seen.stem, kinds)
        if key not in self._of:
            self._of[key] = self._found(seen, *kinds)
        return self._of[key]

    def _found(self, seen: Sight, *kinds: str) -> list[Sight]:
        if not any(kind in self.by_kind for kind in kinds):
            return []
        if named := self.named(seen, *kinds):
            return named[-_NEAR:]
        here = self.place[seen.stem]
        found = [i for kind in kinds for i in self._near(seen, kind, here)]
        return [self.sights[i] for i in sorted(found, key=lambda i: abs(i - here))[:_NEAR]]

    def _near(self, seen: Sight, kind: str, here: int) -> Iterator[int]:
        for round_ in self._rounds_of(seen, kind):
            places = self._places.get((kind, round_), [])
            at = bisect_left(places, here)
            yield from (i for i in places[max(0, at - _NEAR) : at + _NEAR + 1] if i != here)

    def _rounds_of(self, seen: Sight, kind: str) -> tuple[object, ...]:
        """A notice that names no round stands in the first, if there is no other; the project in all."""
        if PROJECT in {seen.record.kind, kind}:
            return (_ANY,)
        mine = seen.record.procedure
        return (None, 1) if self.rounds == {1} and mine in {None, 1} else (mine,)

    def index(self, seen: Sight, what: str, rungs: Callable[[Sight], Iterable[Rung]]) -> "Rungs":
        """The sums of one notice, sorted once however many others look at them."""
        key = (seen.stem, what)
        if key not in self._indexes:
            self._indexes[key] = Rungs(rungs(seen))
        return self._indexes[key]


class Rungs:
    """Sums in which the nearest is found without looking at all of them."""

    def __init__(self, rungs: Iterable[Rung]) -> None:
        self._lots: dict[str, list[Rung]] = defaultdict(list)
        self._whole: dict[bool, list[Rung]] = {False: [], True: []}
        self._parties: dict[str, list[Rung]] = defaultdict(list)
        for one in sorted((one for one in rungs if one.yuan), key=_yuan):
            if not one.lots:
                self._whole[bool(one.seen.record.lots)].append(one)
            for lot in one.lots:
                self._lots[lot].append(one)
            if one.party:
                self._parties[one.party].append(one)
        self._own: dict[str, Rungs] = {}

    def of(self, party: str) -> "Rungs":
        """The sums of one party."""
        if party not in self._own:
            self._own[party] = Rungs(self._parties.get(party, ()))
        return self._own[party]

    def __bool__(self) -> bool:
        return bool(self._lots or self._whole[False] or self._whole[True])

    def anywhere(self) -> "Rungs":
        """The same sums, whatever lots they are for."""
        every = {id(one): one for some in self._lots.values() for one in some}
        whole = (one for some in self._whole.values() for one in some)
        return Rungs(one._replace(lots=frozenset()) for one in (*every.values(), *whole))

    def nearest(self, rung: Rung) -> Iterator[Rung]:
        """The next below and above: of its lots, else of the whole.

        A notice with lots states the sum of all; a price without lots may be one of them.
        """
        held = [self._lots[lot] for lot in rung.lots if lot in self._lots]
        if not rung.lots:
            held = [self._whole[False]]
            if rung.seen.record.lots:
                held.append(self._whole[True])
        for some in held:
            at = bisect_left(some, rung.yuan, key=_yuan)
            yield from some[max(0, at - 1) : at + 1]


def closest(rung: Rung, indexes: Iterable[Rungs]) -> Rung | None:
    """The sum that lies nearest to one: if any fits, nothing is asked."""
    held = [one for index in indexes for one in index.nearest(rung)]
    return min(held, key=lambda one: apart(rung, one)) if held and rung.yuan else None


def apart(one: Rung, other: Rung) -> Decimal:
    """How many times the larger of two sums is the smaller."""
    return max(one.yuan, other.yuan) / min(one.yuan, other.yuan)


def _yuan(one: Rung) -> Decimal:
    return one.yuan
