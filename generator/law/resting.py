"""The result that a contract rests on, as it stood on the day it was signed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.law.memory import remembered
from generator.law.round import Round, is_by
from generator.law.verdict import Unsure
from generator.records.outcome import WHOLE, Outcome, Result, changes_winner, names_of, winners
from generator.records.reading import Filed
from generator.records.register import when


class Resting(Round):
    """A round and lot, and the result that what was signed in it rests on."""

    __slots__ = ()

    @remembered
    def result(self, on: date | None = None) -> Result | None:
        """The result that a contract rests on, as it stood on the day it was signed."""
        found = self.told_by(on)
        if found:
            self._insist_on_winner(found, on)
        return found

    @remembered
    def told_by(self, on: date | None = None) -> Result | None:
        """The result that a contract rests on, whoever it chose after all that corrected it."""
        named = self._stems()
        found = self._of_one(self._named(named, on) if named else self._near(on))
        if not found:
            return None
        if named:
            self._touch(self.notice, ("refers",))
        else:
            self._by_round(found[0].filed)
        self._by_other_lots(found[0])
        return found[0]

    def _stems(self) -> set[str]:
        """The results that a contract names; what corrects none of what it says stands for what it names."""
        named, found = self.case.referred(self.notice, "award", "correction"), set[str]()
        for one in named:
            is_result = one.record.kind == "award" or self.case.outcome.is_result(one)
            found |= {one.stem} if is_result else {one.stem, *one.record.refers}
        return found

    def _named(self, stems: set[str], on: date | None) -> list[Result]:
        """The results of this lot that a contract names, as they stood; each once."""
        index = self.case.once(("chains",), lambda: _chains(self.case.outcome))
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
            named = names_of(winners(lots, one, WHOLE))
            before_it = is_by(one, on) or one.stem in self.notice.record.refers
            # What names others alone leaves those of this contract as they were.
            if not is_said or (before_it and (not named or named & mine)):
                raise Unsure("lot", "后来的公告改了结果，看不出是哪一包，不能确定这一包的结果")
        later = result.undone and result.undone.by
        corrected = later is not None and later.record.kind == "correction"
        if later and corrected and not is_said and changes_winner(lots, later, result):
            raise Unsure("machine", "签订以后更正了成交供应商，不能确定合同依据的是哪一份结果")


def _chains(outcome: Outcome) -> dict[str, list[Result]]:
    """The results that go back to a notice, stand in it, or were perhaps changed by it."""
    found: dict[str, list[Result]] = defaultdict(list)
    for one in outcome.results:
        for filed in one.chain():
            found[filed.stem].append(one)
    for doubt in outcome.unclear:
        found[doubt.by.stem] += doubt.perhaps
    return found


def _stood(one: Result, on: date | None) -> bool:
    """Whether a result was there on a day and nothing had undone it yet."""
    if on is None:
        return one.stands
    came, gone = when(one.filed.record), one.undone and when(one.undone.by.record)
    is_late = one.base is not None and came is not None and came.first > on
    return not is_late and (one.undone is None or (gone is not None and gone.first > on))


def calls_surely(filed: Filed, method: str) -> bool:
    """Whether a notice is a call with a day, and states a method in the original.

    Read as printed and not through a hearing: what is not said because of it rests on nothing.
    """
    record = filed.record
    sure = record.source.tier == "original" and filed.is_stated("method")
    called = record.kind == "tender" and record.method == method
    return called and sure and when(record) is not None
