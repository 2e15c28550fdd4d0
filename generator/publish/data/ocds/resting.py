"""Which contract a later notice rests on: the one it names, or the only one that it can be."""

from collections.abc import Iterable, Sequence

from generator.records.contracts import Contracts
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.walk import given


class Resting:
    """The contracts of a project, and what rests on each."""

    def __init__(self, notices: Sequence[Filed], outcome: Outcome) -> None:
        self._outcome = outcome
        self._contracts = Contracts(notices, outcome)
        self.every: Sequence[Filed] = self._contracts.every

    def of(self, later: Filed) -> Filed | None:
        """The contract of a notice; None where there is none, or nobody says which."""
        if not self.every or later.record.kind == "contract":
            return None
        if later.record.kind == "contract-change":
            return self._contracts.of(later)
        named = [one for one in self.every if one.stem in later.record.refers]
        found = self._narrowed(later, named or self._around(later))
        return found[0] if len(found) == 1 else None

    def _around(self, later: Filed) -> Sequence[Filed]:
        """Those of its round that were signed before it was out."""
        number = self._outcome.rounds.of(later)
        every = self.every if number is None else self._outcome.rounds.within(number, self.every)
        return [one for one in every if not _is_signed_after(one, later)]

    def _narrowed(self, later: Filed, found: Sequence[Filed]) -> Sequence[Filed]:
        """Those that its number, its lots and its suppliers leave."""
        if number := number_of(later):
            numbered = [one for one in found if number in _numbers(one)]
            found = numbered or [one for one in found if not _numbers(one)]
        if lots := self._outcome.lots.of(later):
            found = [one for one in found if _meet(lots, self._outcome.lots.of(one))]
        if whom := who_delivers(later):
            found = [one for one in found if _meet(whom, who_delivers(one))]
        return found


def who_delivers(filed: Filed) -> set[str]:
    """Those whom a notice names as delivering, or as paid for it."""
    some = (*filed.record.suppliers, *given(filed.record, "payee", ()))
    return {name for one in some if (name := one.party or (None if one.masked else one.printed))}


def number_of(filed: Filed) -> str | None:
    """The number of the contract that a notice is about."""
    named = given(filed.record, "contract") or given(filed.record, "original_contract")
    return named.number if named else None


def _numbers(contract: Filed) -> set[str]:
    return {one.value for one in contract.record.numbers if one.role == "contract" and one.value}


def _meet(wanted: Iterable[str], held: Iterable[str]) -> bool:
    """Whether they may be of the same: what names none may be of any."""
    own = set(held)
    return not own or not own.isdisjoint(wanted)


def _is_signed_after(contract: Filed, later: Filed) -> bool:
    signed, came = contract.record.signed or when(contract.record), when(later.record)
    return bool(signed and came and signed.first > came.last)
