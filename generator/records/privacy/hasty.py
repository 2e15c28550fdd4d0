"""The hasty look at a whole file, built from the hints of the signs; most files are let go here."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from generator.records.privacy import lexicon, names
from generator.records.privacy.expression import Expression
from generator.records.privacy.folding import STRANGE, unwrapped
from generator.records.privacy.sieve import Sieve
from generator.records.privacy.sign import Sign

# Farther apart than this no pattern reaches from a name to what is told of it.
_NEAR = 120


class Glance(NamedTuple):
    """What a raw text may hold: a sign that needs no name; a name, and near it what is told of somebody."""

    shows: bool
    tells: bool


class Hasty:
    """Whether a raw text may hold any of some signs; most texts are let go here."""

    def __init__(self, signs: Iterable[Sign]) -> None:
        hints: dict[bool, dict[str, Expression]] = {False: {}, True: {}}
        for sign in signs:
            hints[sign.named].update((one, Expression(one)) for one in sign.hints)
        self._plain, self._told = (list(some.values()) for some in hints.values())
        # Two, since what is told of somebody stands in many texts, and names in few.
        self._first = Sieve([*names.HINTS, STRANGE, *hints[False]])
        self._second = Sieve([*hints[True]])

    @property
    def patterns(self) -> Sequence[str]:
        """All that a text is asked for."""
        return (*self._first.patterns, *self._second.patterns)

    def __call__(self, raw: str) -> Glance:
        """Rough, but never wrong when it says no; what only folding can tell may hold all."""
        spelled = {raw, unwrapped(raw)}
        seen = [(one, self._first(one)) for one in spelled]
        if any(len(names.HINTS) in found for _, found in seen):
            return Glance(True, True)
        return Glance(
            any(self._shows(one, found) for one, found in seen),
            any(self._tells(one, found) for one, found in seen)
            or any(map(lexicon.names_somebody, spelled)),
        )

    def _shows(self, raw: str, found: Collection[int]) -> bool:
        first = len(names.HINTS) + 1
        return any(one.compiled.search(raw) for one in _those(self._plain, first, found))

    def _tells(self, raw: str, found: Collection[int]) -> bool:
        places = [*names.places(raw, found)]
        told = _those(self._told, 0, self._second(raw)) if places else ()
        searches = [one.compiled.search for one in told]
        return any(
            search(raw, max(0, at - _NEAR), at + _NEAR) for at in places for search in searches
        )


def _those(hints: list[Expression], first: int, found: Iterable[int]) -> list[Expression]:
    """The hints that the sieve kept; it counts them from `first`."""
    return [hints[at - first] for at in found if first <= at < first + len(hints)]
