"""What holds of a purchase, and where it was read.

A value is looked for in the notice, else in what it answers, each as last
corrected before the day that matters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.law.corrected import RENEWED, Stated, last_stated, speaks_of
from generator.law.memory import remembered
from generator.law.resting import Resting
from generator.law.verdict import Unsure
from generator.records.outcome import CALLED_BY, WHOLE, Result, changes_winner, is_call_off
from generator.records.reading import Filed
from generator.records.walk import given

# Of several lots each has its own; one sum or number for all of them says nothing of one.
_OF_LOTS = frozenset(
    {
        *("budget", "ceiling", "amount", "per_project", "quantity", "bidders_count"),
        *("winners_count", "term", "unit_prices", "supplement_amount", "settlement"),
    }
)
# What a notice says of all its lots holds of each, where none has its own.
_OF_ALL = frozenset({"term"})
# What a correction may say anew of another notice; all else in it is about itself.
_CORRECTED = frozenset(
    {
        *("budget", "ceiling", "method", "deadline", "documents", "approval", "evaluation_method"),
        *("winners", "amount", "letter_issued_on", "agency_fee", "reviewed_on", "panel"),
        *("bidders_count", "term", "payment_plan", "pricing", "settlement", "renewal"),
        *("quantity", "team", "targets", "workload", "qualifications", "determined_on"),
        *("opening", "site_visit", "bid_bond", "criteria"),
    }
)
# What belongs to a choice: others newly chosen were chosen on another day, for another sum.
_OF_CHOICE = frozenset(
    {"amount", "letter_issued_on", "determined_on", "reviewed_on", "report_received_on"}
)


class Stating(Resting):
    """A round and lot, and what its notices state of it."""

    __slots__ = ()

    def said_anew(self) -> frozenset[str]:
        """What another notice may say anew of the one judged."""
        return _CORRECTED if self.case.has_corrections else frozenset()

    def own(self, *keys: str | int) -> Stated | None:
        """A value of the notice as later corrected: what it says of itself."""
        if not self.case.has_corrections:
            return self.read(self.notice, *keys)
        here, key = self.result_here(), str(keys[0])
        chain = self._chain(here, key) if here else [self.notice]
        later = (one for one in self._later(chain, key) if one is not self.notice)
        return self._corrected(later, chain, keys)

    def _later(
        self, notices: Sequence[Filed], key: str, until: date | None = None
    ) -> Iterator[Filed]:
        """What speaks of these notices and corrects one value of the first, the last first."""
        every = self.stating(notices[-1], key, until) if key in _CORRECTED else ()
        outcome = self.case.outcome
        return (one for one in every if speaks_of(one, notices, key, outcome))

    @remembered
    def told(self) -> list[Filed]:
        """Where this notice is to be read: with what corrects it, and what it corrects or changes.

        The last correction comes first.
        """
        here = self.result_here()
        chain = list(here.chain()) if here else [self.notice]
        found = [*chain, *self._changed(chain[-1])]
        if not self.case.has_corrections:
            return found
        return [*(one for one in self.corrections(chain[-1]) if one is not self.notice), *found]

    def _changed(self, award: Filed) -> list[Filed]:
        """The results of the same round that a notice of a changed result names."""
        earlier = self.case.referred(award, "award") if award.record.kind == "award" else ()
        if not earlier or _is_call_off(award):
            return []
        mine = self.case.round(award)
        named = [one for one in earlier if self.case.round(one) == mine]
        if named:
            self._touch(award, ("refers",))
        return named[::-1]

    def of(self, notice: Filed, *keys: str | int, until: date | None = None) -> Stated | None:
        """A value of another notice as corrected up to a day."""
        if not self.case.has_corrections:
            return self.read(notice, *keys)
        later = self._later([notice], str(keys[0]), until)
        return self._corrected(later, [notice], keys, until)

    def _corrected(
        self,
        later: Iterable[Filed],
        notices: list[Filed],
        keys: Sequence[str | int],
        until: date | None = None,
    ) -> Stated | None:
        return last_stated(
            lambda one: self.read(one, *keys),
            later,
            notices,
            self.insist_on_day,
            until,
            key=str(keys[0]),
        )

    def of_result(self, result: Result, *keys: str | int) -> Stated | None:
        """A value of a result, from its last correction to the award."""
        key = str(keys[0])
        chain = self._chain(result, key)
        files = (*chain, *self._later(chain, key)) if self.case.has_corrections else chain
        return next((found for one in files if (found := self.read(one, *keys))), None)

    def _chain(self, result: Result, key: str) -> list[Filed]:
        """A result and what it corrects; of others newly chosen, nothing holds that was before."""
        found: list[Filed] = []
        one: Result | None = result
        while one:
            found.append(one.filed)
            new = one.base and changes_winner(self.case.outcome.lots, one.filed, one.base)
            one = None if new and key in _OF_CHOICE else one.base
        return found

    @remembered
    def planned(self, key: str, until: date | None) -> Stated | None:
        """A condition of the purchase: stated with the result, else in the invitation."""
        if found := self.own(key):
            return found
        invitation = self.invitation()
        found = self.of(invitation, key, until=until) if invitation else None
        return found or self._of_project_record(key)

    def _of_project_record(self, key: str) -> Stated | None:
        """What the project record states, where the project is one purchase in this lot."""
        filed, record = self.case.filed, self.case.record
        rounds = self.case.rounds
        if filed is None or record is None or max(len(record.procedures), len(rounds)) > 1:
            return None
        bases = self.case.once(("bases", self.lot), self._bases)
        return self.read(filed, key) if len(bases) < 2 else None

    def _bases(self) -> set[str]:
        """The awards that stand in this lot."""
        found = self.case.once(("bases of lots",), lambda: _by_lot(self.case.outcome.results))
        if self.lot is None:
            return set[str]().union(*found.values())
        return found[self.lot] | found[WHOLE]

    def read(self, filed: Filed, *keys: str | int) -> Stated | None:
        """A value of one notice about this lot. Raises Unsure where it is of several lots."""
        key, record = str(keys[0]), filed.record
        if record.kind == "correction":
            key = RENEWED.get(key, key)
        found = self._of_lot(filed, key) if key in _OF_LOTS else None
        if found:
            self._insist_on_knowing(found.filed)
        else:
            value = record.__dict__.get(key)
            # Asked by its class: a model compares itself field by field.
            if value is None or (value.__class__ is tuple and not value):
                return None
            if key in _OF_LOTS and key not in _OF_ALL:
                if self._is_of_others(filed, key):
                    return None
                self._insist_on_lot(filed)
            found = Stated(value, filed, (key,))
        return _within(found, keys[1:]) if len(keys) > 1 else found

    def _of_lot(self, filed: Filed, key: str) -> Stated | None:
        rows = self.case.outcome.lots.rows(filed, self.lot) if self.lot else []
        for i, row in rows:
            if (value := given(row, key)) is not None:
                self.by_lot(filed)
                return Stated(value, filed, ("lots", i, key))
        return self._of_winner(filed) if key == "amount" else None

    def _of_winner(self, filed: Filed) -> Stated | None:
        """The sum beside the only one chosen for this lot."""
        key = "winners" if "winners" in filed.record.__dict__ else "suppliers"
        every = list(enumerate(given(filed.record, key, ())))
        own = [(i, one) for i, one in every if not one.withdrawn and self._is_for(one.lots)]
        if self.lot is None and len(own) > 1:
            raise Unsure("lot", "分包采购，看不出谁是哪一包的，不能与各包直接比较")
        if len(own) != 1 or own[0][1].amount is None:
            return None
        i, who = own[0]
        if self.lot is not None and len(who.lots) > 1:
            raise Unsure("lot", "公告写的是几个包的总数，不能与各包直接比较")
        if given(filed.record, "amount") is not None and not who.lots and not self.lot:
            return None
        self.by_lot(filed)
        return Stated(who.amount, filed, (key, i, "amount"))

    def _is_for(self, lots: Sequence[str]) -> bool:
        return not self.lot or not lots or self.case.outcome.lots.has(lots, self.lot)

    def _is_of_others(self, filed: Filed, key: str) -> bool:
        """Whether a correction gives other lots their own: its new total says nothing of this one."""
        rows = filed.record.lots if self.lot and filed.record.kind == "correction" else ()
        return any(given(row, key) is not None for row in rows)

    def _insist_on_lot(self, filed: Filed) -> None:
        """What is stated of several lots together, or of nobody knows which, is not of this one."""
        self._insist_on_knowing(filed)
        several = len(self.case.lots_around(self.notice)) > 1
        if several and self.lot is not None and self.case.lots_of(filed) != {self.lot}:
            if filed.record.source.extent != "full":
                raise Unsure("excerpt", "只有摘录，只看到总数，各包的数可能没有抄到")
            if filed.record.kind == "correction":
                raise Unsure("lot", "分包采购，更正公告只写了改后的总数，看不出各包改成多少")
            raise Unsure("lot", "分包采购，公告写的是总数，不能与各包直接比较")
        self.by_lot(filed)

    def _insist_on_knowing(self, filed: Filed) -> None:
        if self.lot is None and filed is not self.notice and not self._is_alike(filed):
            raise Unsure("lot", "分包采购，看不出是哪一包，不能与各包直接比较")

    def _is_alike(self, filed: Filed) -> bool:
        """Whether a correction is of just the lots of the notice."""
        own = self.case.lots_of(self.notice)
        return filed.record.kind == "correction" and bool(own) and self.case.lots_of(filed) == own

    def of_all_lots(self, notice: Filed, key: str) -> Stated | None:
        """A value of a whole notice as corrected, whatever lots it is about."""
        whole = Stating(self.case, notice, WHOLE, self.touched)
        later = whole._later([notice], key)
        return last_stated(lambda one: whole.plain(one, key), later, [notice], whole.insist_on_day)

    def plain(self, filed: Filed, key: str) -> Stated | None:
        """What a notice prints of itself, else the sum beside its only supplier."""
        value = given(filed.record, key)
        return self._of_winner(filed) if value is None else Stated(value, filed, (key,))


def _is_call_off(award: Filed) -> bool:
    """Whether an award is one under a framework: it names the admission and does not change it."""
    called = (given(award.record, key) for key in CALLED_BY)
    return award.record.method == "framework" and is_call_off(called)


def _by_lot(results: Iterable[Result]) -> dict[str, set[str]]:
    """The awards that stand, by lot."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in results:
        if one.stands:
            found[one.lot].add(one.root.stem)
    return found


def _within(found: Stated, rest: Sequence[str | int]) -> Stated | None:
    for key in rest:
        value = found.value[key] if isinstance(key, int) else given(found.value, key)
        if value is None or (value.__class__ is tuple and not value):
            return None
        found = Stated(value, found.filed, (*found.path, key))
    return found
