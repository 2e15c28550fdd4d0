"""Which contract a later notice rests on, and what changed each; the only place that says so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import when


class Contracts:
    """The contracts of a purchase, earliest first."""

    def __init__(self, notices: Sequence[Filed], outcome: Outcome) -> None:
        self._outcome = outcome
        self.every = [one for one in notices if one.record.kind == "contract"]
        self._later = [one for one in notices if one.record.kind == "contract-change"]
        self._order = {one.stem: i for i, one in enumerate(self.every)}
        self._near: dict[str, list[Filed]] = {}

    def of(self, later: Filed) -> Filed | None:
        """The contract that a notice rests on: the last it names, by its number, or the only one."""
        named = [self._order[stem] for stem in later.record.refers if stem in self._order]
        if named:
            return self.every[max(named)]
        found = self.near(later)
        return found[0] if len(found) == 1 else None

    def near(self, later: Filed) -> list[Filed]:
        """The contracts that a notice may rest on: of its round, its lots and its number."""
        if later.stem not in self._near:
            self._near[later.stem] = self._numbered(later, self._around(later))
        return self._near[later.stem]

    def _around(self, later: Filed) -> list[Filed]:
        rounds = self._outcome.rounds
        number, lots = rounds.of(later), self._outcome.lots.of(later)
        # What says nothing of its round may rest on a contract of any.
        every = self.every if number is None else rounds.within(number, self.every)
        same = [one for one in every if not _is_signed_after(one, later)]
        return [one for one in same if not lots or not (own := self._lots[one.stem]) or lots & own]

    @cached_property
    def _lots(self) -> Mapping[str, frozenset[str]]:
        return {one.stem: self._outcome.lots.of(one) for one in self.every}

    def _numbered(self, later: Filed, found: list[Filed]) -> list[Filed]:
        original = later.record.original_contract
        if original is None or not original.number:
            return found
        own = [
            one
            for one in found
            if any(each.value == original.number for each in one.record.numbers)
        ]
        return own or [one for one in found if not _has_number(one)]

    @cached_property
    def changes(self) -> Mapping[str, list[Filed]]:
        """The changes that rest on each contract, earliest first."""
        found: dict[str, list[Filed]] = defaultdict(list)
        for one in self._later:
            if contract := self.of(one):
                found[contract.stem].append(one)
        return found

    @property
    def are_told_apart(self) -> bool:
        """Whether it is known of every change which contract it is of."""
        return not self.every or all(map(self.of, self._later))


def _is_signed_after(contract: Filed, later: Filed) -> bool:
    """Whether a contract is not what a notice rests on: it was signed after it was out."""
    signed, came = contract.record.signed or when(contract.record), when(later.record)
    return bool(signed and came and signed.first > came.last)


def _has_number(contract: Filed) -> bool:
    return any(one.role == "contract" and one.value for one in contract.record.numbers)
