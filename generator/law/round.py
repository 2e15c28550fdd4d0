"""What belongs to one notice: the round it stands in, and in it one lot.

Only what is stated, or what leaves no choice; and every step of that way is
told, so that a guess on it keeps its verdict from being told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.law.case import Case
from generator.law.memory import Memory, Touched, remembered
from generator.law.verdict import Unsure
from generator.records.model.dates import Date
from generator.records.outcome import WHOLE, Result, changes_winner, winners
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
            for path in self.case.outcome.lots.places(filed, self.lot):
                self._touch(filed, path)

    @remembered
    def invitation(self) -> Filed | None:
        """The tender or single-source notice that a result answers."""
        own = self.base()
        if own.record.kind == "single-source":
            return own
        around = self if own is self.notice else Round(self.case, own, self.lot, self.touched)
        if named := around.referred("tender", "single-source"):
            return named[-1]
        # Of a tender and a publicity in one round the later counts: the earlier way had failed.
        every = (around.the_one("tender"), around._last_publicity())
        # What came out after a result invited to another purchase: an add-on, a further year.
        found = [one for one in every if one and not comes_after(one, own)]
        return max(found, key=self.case.order, default=None)

    def _last_publicity(self) -> Filed | None:
        """The only publicity of this round and lot, else the last before this notice."""
        if found := self.the_one("single-source"):
            return found
        before = list(earlier(self.notice, self.around("single-source")))
        if before:
            self._by_round(before[-1])
        return before[-1] if before else None

    def base(self) -> Filed:
        """The award that this notice corrects; the notice itself where it corrects none."""
        own = self.result_here()
        return list(own.chain())[-1] if own else self.notice

    @remembered
    def result_here(self) -> Result | None:
        """This notice as the result of this lot."""
        own = self.case.outcome.of(self.notice)
        return next((one for one in own if self.lot in {None, one.lot} or one.lot == WHOLE), None)

    @remembered
    def result(self, on: date | None = None) -> Result | None:
        """The result that a contract rests on, as it stood on the day it was signed."""
        named = {one.stem for one in self.case.referred(self.notice, "award", "correction")}
        found = self._of_one(self._named(named, on) if named else self._near(on))
        if not found:
            return None
        self._insist_on_winner(found[0], on)
        if named:
            self._touch(self.notice, ("refers",))
        else:
            self._by_round(found[0].filed)
        self._by_other_lots(found[0])
        return found[0]

    def _named(self, stems: set[str], on: date | None) -> list[Result]:
        """The results of this lot that a contract names, as they stood; each once."""
        index = self.case.once(("chains",), lambda: _chains(self.case.outcome.results))
        named = {id(one): one for stem in stems for one in index.get(stem, ())}.values()
        own = (one for one in named if not self.lot or one.lot in {self.lot, WHOLE})
        held = [one for one in own if _stood(one, on) or (one.stands and one.filed.stem in stems)]
        # A contract that names the correction rests on it, whenever that came out.
        return [one for one in held if one.base and one.filed.stem in stems] or held

    def _near(self, on: date | None) -> Iterator[Result]:
        near = (one for one in self.case.outcome.results if self._is_near(one))
        own = (one for one in near if not self.lot or one.lot in {self.lot, WHOLE})
        return (one for one in own if _stood(one, on))

    def _of_one(self, found: Iterable[Result]) -> list[Result]:
        """The results, if all stand in one notice; of a second nobody needs the rest."""
        held: list[Result] = []
        for one in found:
            if held and one.filed is not held[0].filed:
                return []
            held.append(one)
        return held

    def _is_near(self, result: Result) -> bool:
        """Whether a result lies in this round; where no round is named, whether it is of this lot."""
        own = self.case.round(self.notice)
        by_lot = own is None and result.lot in self.case.lots_of(self.notice)
        return by_lot or self.case.round(result.filed) == own

    def _by_other_lots(self, result: Result) -> None:
        """That no other correction is of this lot rests on the lots that they name."""
        if not self.case.has_lots:
            return
        self.by_lot(self.notice)
        self.by_lot(result.filed)
        chain = {one.stem for one in result.chain()}
        for one in self.case.outcome.results:
            if one.base and one.lot != result.lot and one.base.filed.stem in chain:
                for path in self.case.outcome.lots.places(one.filed, one.lot):
                    self._touch(one.filed, path)

    def _insist_on_winner(self, result: Result, on: date | None) -> None:
        """Where others may have been chosen, a contract says with whom it was signed."""
        lots = self.case.outcome.lots
        mine = {one.party or one.printed for one in self.notice.record.suppliers}
        before = {one.party or one.printed for one in winners(lots, result.filed, result.lot)}
        is_said = bool(mine) and mine <= before
        for one in self.case.outcome.doubts(result):
            if not is_said or (not winners(lots, one, WHOLE) and _is_by(one, on)):
                raise Unsure("lot", "更正公告改了结果，看不出是哪一包，不能确定这一包的结果")
        later = result.undone and result.undone.by
        corrected = later is not None and later.record.kind == "correction"
        if later and corrected and not is_said and changes_winner(lots, later, result):
            raise Unsure("machine", "签订以后更正了成交供应商，不能确定合同依据的是哪一份结果")

    def contract_of(self, later: Filed) -> Filed | None:
        """The contract that a change rests on, with what says so."""
        found, original = self.case.contract_of(later), later.record.original_contract
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
            if self.concerns(one) and not self.case.outcome.is_result(one) and _is_by(one, until)
        ]
        return list(reversed(_in_time(notice, found)))

    def stating(self, notice: Filed, key: str, until: date | None = None) -> Iterator[Filed]:
        """What corrects one value of a notice in this lot up to a day, the last first."""
        found = self.case.correcting(notice, self.lot, key)
        if key == "deadline":
            found = _in_time(notice, [one for one in found if _is_by(one, until)])
        return (one for one in reversed(found) if _is_by(one, until))

    def insist_on_day(self, correction: Filed, until: date | None) -> None:
        """A correction that may have come after a day, or may be of another lot, changes nothing for sure."""
        day, own = _day(correction), self.case.lots_of(correction)
        if until is not None and (day is None or day.last > until):
            raise Unsure("date", "没有看到更正公告是哪一天的，不知道在这以前还是以后")
        if self.lot is None and own and own != self.case.lots_around(self.notice):
            raise Unsure("lot", "更正公告只涉及其中的包，不能确定是不是这一包")


def _chains(results: Iterable[Result]) -> dict[str, list[Result]]:
    """The results that go back to a notice, or stand in it."""
    found: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        for filed in one.chain():
            found[filed.stem].append(one)
    return found


def _stood(one: Result, on: date | None) -> bool:
    """Whether a result was there on a day and nothing had undone it yet."""
    if on is None:
        return one.stands
    came, gone = when(one.filed.record), one.undone and when(one.undone.by.record)
    is_late = one.base is not None and came is not None and came.first > on
    return not is_late and (one.undone is None or (gone is not None and gone.first > on))


def _in_time(notice: Filed, corrections: Sequence[Filed]) -> list[Filed]:
    """Without those that came after the deadline they would move."""
    end: Date | None = given(notice.record, "deadline")
    kept = []
    for one in corrections:
        new = one.record.new_deadline
        if new is None or end is None or _is_by(one, end.last):
            kept.append(one)
            end = new or end
    return kept


def _is_by(one: Filed, until: date | None) -> bool:
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
    day = when(filed.record)
    dated = ((one, when(one.record)) for one in found)
    return (one for one, on in dated if day and on and on.last < day.first)
