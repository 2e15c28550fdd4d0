"""How a purchase is made: by which method, for which price, by which contract."""

from collections.abc import Iterable
from itertools import islice

from generator.law.corrected import Stated
from generator.law.memory import remembered
from generator.law.stating import Stating
from generator.law.verdict import Unsure
from generator.records.outcome import changes_winner, choice, names_of, winners
from generator.records.reading import Filed
from generator.records.walk import given

# 招标 alone does not say which of the two it is: whoever looks further may find out.
UNSAID = "tender"
_TENDERS = frozenset({UNSAID, "open-tender", "invited-tender"})
# Of more contracts than this nobody asks with whom each was signed: then no letter is taken for its own.
_MANY = 50
# What a notice mentions where an earlier way had failed.
_TOLD = frozenset({"tender", "failed", "terminated"})


class Purchase(Stating):
    """A round and lot, what its notices state of it, and how it is bought."""

    __slots__ = ()

    @remembered
    def method(self) -> Stated | None:
        """The method: of the notice, of what invited to it, of its round, or of the only round."""
        if (found := self.own("method")) and found.value != UNSAID:
            return found
        if self.notice.record.kind == "single-source":
            return Stated("single-source", self.notice, ("kind",))
        return self._invited_by() or self._of_project()

    def _invited_by(self) -> Stated | None:
        asked: Iterable[Filed | None] = (
            self.invitation(),
            *(self.case.referred(self.notice, "prequalification", "award", "contract")),
            self._result_filed(),
        )
        for one in asked:
            if one is None:
                continue
            if one.record.kind == "single-source":
                return Stated("single-source", one, ("kind",))
            if (found := self.of(one, "method")) and found.value != UNSAID:
                return found
        return None

    def _result_filed(self) -> Filed | None:
        found = None if self.result_here() else self.told_by()
        return found.filed if found else None

    def _of_project(self) -> Stated | None:
        filed = self.case.filed
        record = self.case.record
        if filed is None or record is None:
            return None
        round_ = self.case.round(self.notice)
        for i, one in enumerate(record.procedures):
            if one.round == round_ and one.method not in {None, UNSAID}:
                return Stated(one.method, filed, ("procedures", i, "method"))
        if record.method not in {None, UNSAID} and len(record.procedures) < 2:
            return Stated(record.method, filed, ("method",))
        return None

    def of_tender(self) -> bool:
        """Whether any notice of the project calls for tenders, ends a purchase, or tells of that."""
        return any(
            one.record.method in _TENDERS
            or one.record.kind == "termination"
            or any(each.event in _TOLD for each in given(one.record, "mentions", ()))
            for one in (*self.case.notices, *((self.case.filed,) if self.case.filed else ()))
        )

    def is_by_quantity(self) -> bool:
        """Whether the round is priced by unit, by discount, or settled by what was done."""
        key = ("quantity", self.case.round(self.notice), self.lot)
        return self.case.once(key, self._is_by_quantity)

    def _is_by_quantity(self) -> bool:
        around = [one.record for one in self.case.notices if self._is_around(one)]
        project = [self.case.record] if self.case.record else []
        return any(
            one.pricing in one.by_unit or bool(one.settlement and one.settlement.by == "actual")
            for one in (*around, *project)
        )

    def _is_around(self, one: Filed) -> bool:
        return self.case.round(one) == self.case.round(self.notice) and self.concerns(one)

    @remembered
    def is_framework(self) -> bool:
        """Whether the round, or a project of one round, says that it is a framework agreement."""
        found = self.method()
        return (found is not None and found.value == "framework") or self.case.is_framework

    @remembered
    def is_first_contract(self) -> bool:
        """Whether a contract is the one of its result and lot: no order, no renewal.

        Raises Unsure where that it is an order is only a guess.
        """
        if self.notice.record.parent:
            if not self.notice.is_stated("parent"):
                raise Unsure("inferred", "是不是另一份合同之下的合同，只是推断的")
            return False
        key = ("first contract", self.case.round(self.notice), self.case.lots_of(self.notice))
        first = self.case.once(key, self._first_contract)
        return first is self.notice and not self.is_framework()

    def _first_contract(self) -> Filed | None:
        every = self.case.of_kind("contract")
        return next((one for one in every if self._is_beside(one)), None)

    def has_own_letter(self) -> bool:
        """Whether a contract is signed by an award letter that no earlier one was signed by.

        That is the first of its lot; else one with another of those chosen, or by another
        result that it names. Raises Unsure as `is_first_contract`.
        """
        if self.is_first_contract():
            return True
        if self.notice.record.parent or self.is_framework():
            return False
        order, every = self.case.order, self.case.of_kind("contract")
        beside = (one for one in every if order(one) < order(self.notice) and self._is_beside(one))
        earlier = list(islice(beside, _MANY + 1))
        if len(earlier) > _MANY:
            return False
        by_result = all(self._by_another_result(one) for one in earlier)
        return by_result or (
            all(self._with_another(one) for one in earlier) and self._with_one_chosen()
        )

    def _by_another_result(self, one: Filed) -> bool:
        """Whether both name the results that they rest on, and none is the same."""
        mine, other = (
            {each.stem for each in self.case.referred(of, "award")} for of in (self.notice, one)
        )
        return bool(mine and other) and mine.isdisjoint(other)

    def _with_another(self, one: Filed) -> bool:
        mine, other = (names_of(of.record.suppliers) for of in (self.notice, one))
        return bool(mine and other) and mine.isdisjoint(other)

    def _with_one_chosen(self) -> bool:
        """Whether it is signed with somebody whom the result that stood then had chosen."""
        result, lots = self.told_by(), self.case.outcome.lots
        chosen = names_of(winners(lots, result.filed, result.lot)) if result else set()
        return names_of(self.notice.record.suppliers) <= chosen

    def _is_beside(self, one: Filed) -> bool:
        """Whether a contract is of these lots, and of this round as far as both name one."""
        rounds = {self.case.round(one), self.case.round(self.notice)}
        near = len(rounds) == 1 or None in rounds
        lots = self.case.lots_of(one) == self.case.lots_of(self.notice)
        return near and lots and not one.record.parent

    def choice(self) -> Filed:
        """The notice that chose those of this result; the notice itself where it is none."""
        own = self.result_here()
        return choice(self.case.outcome.lots, own).filed if own else self.notice

    def replaced(self) -> Filed | None:
        """The result whose winners those of this one replaced; None where nobody was."""
        own = self.result_here()
        base = choice(self.case.outcome.lots, own).base if own else None
        return base.filed if base else None

    def new_winner(self) -> bool:
        """Whether this notice corrects a result by naming others."""
        own = self.result_here()
        return bool(
            own and own.base and changes_winner(self.case.outcome.lots, self.notice, own.base)
        )
