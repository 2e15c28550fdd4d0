"""What belongs to one notice: the round it stands in, and in it one lot.

Only what is stated, or what leaves no choice; and every step of that way is
told, so that a guess on it keeps its verdict from being told.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.law.case import Case
from generator.law.memory import Memory, Touched, remembered
from generator.law.verdict import Unsure
from generator.records.model.dates import Date
from generator.records.outcome import WHOLE, Result
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.source import Path
from generator.records.walk import given


class Round:
    """The notices around one; `lot` is None where a notice of several lots names none."""

    __slots__ = ("case", "lot", "memory", "notice", "touched")

    def __init__(self, case: Case, notice: Filed, lot: str | None, touched: Touched) -> None:
        self.case, self.notice, self.lot = case, notice, lot
        self.touched = touched
        self.memory: Memory = case.answers[notice.stem, lot]

    def _touch(self, filed: Filed, path: Path) -> None:
        if not filed.is_sound or self.case.asked:
            self.touched.append((filed, path))

    # Which notices belong to it

    def concerns(self, filed: Filed) -> bool:
        """Whether a notice is about this lot, or names none."""
        own = self.case.lots_of(filed)
        return not own or not self.lot or self.lot in own

    def around(self, *kinds: str) -> Sequence[Filed]:
        """The notices of these kinds in the same round about this lot, earliest first."""
        same = self.case.same_round(self.notice, *kinds)
        if not self.lot or not self.case.has_lots:
            return same
        key = ("around", self.case.round(self.notice), self.lot, kinds)
        return self.case.once(key, lambda: [one for one in same if self.concerns(one)])

    def referred(self, *kinds: str) -> list[Filed]:
        """The notices of these kinds that this one names, earliest first."""
        named = self.case.referred(self.notice, *kinds)
        if not named:
            return []
        self._touch(self.notice, ("refers",))
        return [one for one in named if self.concerns(one)]

    def answered(self, *kinds: str) -> Sequence[Filed]:
        """The notices of these kinds that this one names, else all of its round and lot."""
        if named := self.referred(*kinds):
            return named
        found = self.around(*kinds)
        for one in found:
            self._by_round(one)
        return found

    def the_one(self, *kinds: str) -> Filed | None:
        """The notice of these kinds that this one names, else the only one of its round and lot."""
        if named := self.referred(*kinds):
            return named[-1]
        if found := self._alone(self.around(*kinds)):
            self._by_round(found)
        return found

    def _alone(self, around: Sequence[Filed]) -> Filed | None:
        found = [one for one in around if one.stem not in self.case.outcome.void]
        own = [one for one in found if self.lot and self.lot in self.case.lots_of(one)] or found
        return own[0] if len(own) == 1 else None

    def _by_round(self, found: Filed) -> None:
        """That they stand in one round, or speak of one lot, is itself something stated."""
        for one in (self.notice, found):
            if one.record.procedure is not None:
                self._touch(one, ("procedure",))
            elif one.record.refers:
                self._touch(one, ("refers",))
            self.by_lot(one)

    def by_lot(self, filed: Filed) -> None:
        """What a notice says of this lot rests on its saying that it is this one."""
        if self.lot:
            paths = list(self.case.outcome.lots.places(filed, self.lot))
            # What names none is of the lot of what it corrects.
            for path in paths or ([("refers",)] if filed.record.kind == "correction" else []):
                self._touch(filed, path)

    @remembered
    def invitation(self) -> Filed | None:
        """The tender or single-source notice that a result answers."""
        own = self.base()
        if own.record.kind == "single-source":
            return self.publicity_of(own)
        around = self if own is self.notice else Round(self.case, own, self.lot, self.touched)
        if named := around.referred("tender", "single-source"):
            return self.publicity_of(named[-1])
        # Of a tender and a publicity in one round the later counts: the earlier way had failed.
        every = (around.the_one("tender"), around._last_publicity())
        # What came out after a result invited to another purchase: an add-on, a further year.
        found = [one for one in every if one and not comes_after(one, own)]
        last = max(found, key=self.case.order, default=None)
        return self.publicity_of(last) if last else None

    def _last_publicity(self) -> Filed | None:
        """The only publicity of this round and lot, else the last before this notice."""
        if not self.case.of_kind("single-source"):
            return None
        if found := self.the_one("single-source"):
            return found
        before = list(earlier(self.notice, self.around("single-source")))
        if before:
            self._by_round(before[-1])
        return before[-1] if before else None

    def publicity_of(self, filed: Filed) -> Filed:
        """The publicity that a notice tells what came of, without a period of its own; else itself."""
        if not tells_what_came_of_it(filed):
            return filed
        named = self.case.referred(filed, "single-source")
        own = [one for one in named if not tells_what_came_of_it(one)]
        if own:
            self._touch(filed, ("refers",))
        return own[-1] if own else filed

    def base(self) -> Filed:
        """The award that this notice corrects; the notice itself where it corrects none."""
        own = self.result_here()
        return list(own.chain())[-1] if own else self.notice

    @remembered
    def result_here(self) -> Result | None:
        """This notice as the result of this lot."""
        own = self.case.outcome.of(self.notice)
        return next(filter(self.is_of, own), None)

    def is_of(self, result: Result) -> bool:
        """Whether a result is of this lot."""
        return self.lot in {None, result.lot} or result.lot == WHOLE

    def contract_of(self, later: Filed) -> Filed | None:
        """The contract that a change rests on, with what says so."""
        found, original = self.case.contracts.of(later), later.record.original_contract
        if found and found.stem in later.record.refers:
            self._touch(later, ("refers",))
        elif found and original and original.number:
            self._touch(later, ("original_contract", "number"))
        elif found:
            self._by_round(found)
        return found

    def corrections(self, notice: Filed, until: date | None = None) -> list[Filed]:
        """What corrects a notice in this lot up to a day, the last first; undated ones may."""
        found = [
            one
            for one in self.case.corrections_of(notice)
            if self.concerns(one) and not self.case.outcome.is_result(one) and is_by(one, until)
        ]
        return list(reversed(_in_time(notice, found)))

    def stating(self, notice: Filed, key: str, until: date | None = None) -> Iterator[Filed]:
        """What corrects one value of a notice in this lot up to a day, the last first."""
        found = self.case.correcting(notice, self.lot, key)
        if key == "deadline":
            found = _in_time(notice, [one for one in found if is_by(one, until)])
        return (one for one in reversed(found) if is_by(one, until))

    def insist_on_day(self, correction: Filed, until: date | None) -> None:
        """A correction that may have come after a day, or may be of another lot, changes nothing for sure."""
        day, own = _day(correction), self.case.lots_of(correction)
        if until is not None and (day is None or day.last > until):
            raise Unsure("date", "没有看到更正公告是哪一天的，不知道在这以前还是以后")
        if self.lot and own and self.lot not in own:
            raise Unsure("lot", "更正公告写了别的包，改的是那几包的还是全部的，看不出")
        alike = (self.case.lots_around(self.notice), self.case.lots_of(self.notice))
        if self.lot is None and own and own not in alike:
            raise Unsure("lot", "更正公告只列了其中的包，不能确定这一包改没改")


def _in_time(notice: Filed, corrections: Sequence[Filed]) -> list[Filed]:
    """Without those that came after the deadline they would move."""
    end: Date | None = given(notice.record, "deadline")
    kept = []
    for one in corrections:
        new = one.record.new_deadline
        if new is None or end is None or is_by(one, end.last):
            kept.append(one)
            end = new or end
    return kept


def tells_what_came_of_it(filed: Filed) -> bool:
    """Whether a single-source notice tells of objections, argument or approval, and makes nothing public."""
    record = filed.record
    if record.kind != "single-source" or record.notice_period:
        return False
    return bool(record.objections or record.supplementary_argument or record.approval)


def is_by(one: Filed, until: date | None) -> bool:
    """Whether a notice came by a day; one without a day may have."""
    day = _day(one)
    return until is None or day is None or day.first <= until


def _day(one: Filed) -> Date | None:
    return given(one.record, "corrected_on") or given(one.record, "changed_on") or when(one.record)


def comes_after(one: Filed, filed: Filed) -> bool:
    """Whether a notice surely came out after another."""
    came, day = when(one.record), when(filed.record)
    return bool(came and day and came.first > day.last)


def earlier(filed: Filed, found: Iterable[Filed]) -> Iterator[Filed]:
    """Those that come before a notice; on one day nothing comes before anything."""
    every = list(found)
    # Mostly there is none, and no day need be looked for.
    day = when(filed.record) if every else None
    dated = ((one, when(one.record)) for one in every)
    return (one for one, on in dated if day and on and on.last < day.first)
