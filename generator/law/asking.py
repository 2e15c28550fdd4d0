"""What one rule may ask of the purchase and of the law, on the day of its deed."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from generator.law import threshold
from generator.law.corrected import Stated
from generator.law.instruments import Article, Limit, article, limit
from generator.law.memory import remembered
from generator.law.reading import Reading, not_a_day
from generator.law.rule import CORRECTED, PUBLISHING
from generator.law.telling import Day, Yuan
from generator.law.verdict import Compared, NotApplicable, Silent, Unsure
from generator.records.model.dates import Date
from generator.records.model.parties import Supplier
from generator.records.outcome import NEAR, Result, span_of, winners
from generator.records.reading import Filed
from generator.records.register import placed, when

_A_DAY = timedelta(days=1)
# 40元/人次, 每小时, 综合单价: what a sum is of one piece, not of the whole.
_APIECE = re.compile(
    "单价|[元圆](?:人民币)?[／/]|每(?:人|户|床|次|小时|课时|工时|天|日|月|场|个|名|件|位|岗|站)"
)
# What is done by its notice has no other day.
_PUBLISHED = (PUBLISHING,)


class Asking(Reading):
    """One rule before one notice and lot: what holds there."""

    __slots__ = ()

    @remembered
    def method(self) -> str:
        """The method of this purchase. Raises Silent."""
        return str(self.use(self.purchase.method(), "采购方式").value)

    def winners(self) -> list[tuple[int, Supplier]]:
        """Those chosen for this lot who were not struck out, with their rows. Raises Silent."""
        return self.chosen()[1]

    @remembered
    def chosen(self) -> tuple[Filed, list[tuple[int, Supplier]]]:
        """The notice that says who was chosen, and those rows of it. Raises Silent."""
        filed, own = self._naming()
        return filed, self._counted(filed, own)

    def _counted(self, filed: Filed, own: Sequence[Supplier]) -> list[tuple[int, Supplier]]:
        self.purchase.by_lot(filed)
        found = [(self.case.outcome.lots.row(filed, one), one) for one in own]
        for i, one in found:
            self.rests_on(filed, "winners", i, "party" if one.party else "printed")
        return found

    def of_winner(self, row: int, key: str) -> Any:
        """What the notice that names those chosen says of the one in a row."""
        return self.given("winners", row, key, of=self._naming()[0])

    def _naming(self) -> tuple[Filed, Sequence[Supplier]]:
        here = self.purchase.result_here()
        for filed in here.chain() if here else [self.notice]:
            if own := winners(self.case.outcome.lots, filed, self.lot or ""):
                return filed, own
        raise Silent(self.label("winners"))

    def chosen_in(self, result: Result) -> list[Supplier]:
        """Those chosen for this lot by a result that the notice rests on."""
        lots = self.case.outcome.lots
        found = (winners(lots, one, self.lot or "") for one in result.chain())
        return next((some for some in found if some), [])

    def winners_of(self, result: Result) -> list[Supplier]:
        """Those chosen for the lot of a result, as it was last corrected."""
        lots = self.case.outcome.lots
        found = (winners(lots, one, result.lot) for one in result.chain())
        return next((some for some in found if some), [])

    def awarded(self) -> Yuan:
        """The sum of this result in this lot. Raises Silent or Unsure."""
        return self._as_total(self.use(self.purchase.own("amount"), "成交金额"), "成交金额")

    def without(self, what: str, kind: str) -> Silent | Unsure:
        """Why no notice of this kind answers: none is on file, or none of several is named.

        A full text says what it answers: without any on file nothing is heard.
        """
        if self.case.of_kind(kind):
            return Silent(f"对应的{what}公告")
        if self.in_full():
            raise NotApplicable
        return Unsure("not-on-file", f"本站没有收录对应的{what}公告")

    def letter(self, result: Result | None) -> Day:
        """The day of the award letter: of the result that the notice rests on, else as it says itself.

        Raises Silent, and Unsure where the two say different days.
        """
        own = self.purchase.own("letter_issued_on")
        found = self.purchase.of_result(result, "letter_issued_on") if result else None
        if own and found and _are_apart(own.value, found.value):
            told = f"结果公告写的通知书日期是 {found.value.chinese}，合同公告写的是 {own.value.chinese}"
            raise Unsure("machine", f"{told}，不能确定从哪一天起算")
        if result is None and own is None:
            raise self.without("结果", "award")
        # The law wants it of the result: where neither says it, the result is silent.
        filed = result.filed if result else self.notice
        label = self.label("letter_issued_on", of=filed)
        if own and not (found and found.value.day):
            return self.as_day(self.use(own, label), f"合同公告写的{label}")
        return self.as_day(self.use(found, label, filed), label)

    def planned(self, key: str) -> Yuan:
        """The budget or ceiling as it stood on the day of the deed. Raises Silent or Unsure."""
        label = "预算金额" if key == "budget" else "最高限价"
        found = self.purchase.planned(key, self.until())
        return self._as_total(self.use(found, label, self.purchase.invitation()), label)

    def _as_total(self, found: Stated, label: str) -> Yuan:
        """An exact sum of the whole. Raises Unsure for the price of one piece."""
        value, said = found.value, found.filed.annotation(*found.path).printed
        if value.per or _APIECE.search(f"{value.printed or ''}{said or ''}"):
            raise Unsure("amount", f"{label}写的是单价，不是总价，不能与总价比较")
        return self.as_yuan(found, label)

    def is_corrected(self, key: str) -> bool:
        """Whether the budget or ceiling that stood on the day of the deed was set by a correction."""
        found = self.purchase.planned(key, self.until())
        return found is not None and found.filed.record.kind == "correction"

    def threshold(self, kind: str) -> Decimal | None:
        """The one threshold of a buyer of this level on the day the purchase began, in yuan."""
        sums = {one.amount for one in threshold.lines(self, kind)}
        return sums.pop() if len(sums) == 1 else None

    def reaches(self, kind: str) -> bool:
        """Whether the budget reaches a threshold of the place. Raises Silent or Unsure."""
        return threshold.reached(self, kind)

    def threshold_told(self, kind: str) -> tuple[Compared, ...]:
        """The thresholds as what was compared; what no text confirms says so."""
        return threshold.told(self, kind)

    def dated(self, filed: Filed) -> Date | None:
        """The date that places another notice in time."""
        found = placed(filed.record)
        if found is not None:
            self.rests_on(filed, found.key)
        return found.date if found else None

    def covers_before(self, by: timedelta = NEAR) -> bool:
        """Whether all notices from well before this one are declared to be here."""
        day = when(self.notice.record)
        return day is not None and self.case.covers(day.first - by)

    def only_if(self, condition: bool) -> None:
        """Ends the hearing without a word where the rule does not apply."""
        if not condition:
            raise NotApplicable

    # The day that decides

    def on(self, *deed: str, refs: tuple[str, ...] = ()) -> date:
        """The day that decides what was in force: of the deed, else of its notice.

        `refs` are the articles that it matters for, if not all of the rule. A project
        record has no day of its own: there the first notice decides.
        Raises Unsure where the deed has no day and the law changed shortly before.
        """
        deed, refs = deed or self.rule.deed, refs or self.rule.refs
        if deed != _PUBLISHED and (stated := self._deed(deed)):
            return self._sure(stated, refs)
        noticed = self._noticed(deed)
        if PUBLISHING not in deed:
            self._insist_on_no_change(noticed.first, refs)
        return noticed.first

    def span(self, *deed: str) -> tuple[date, date]:
        """The first and the last day on which the deed may have been done.

        Raises Unsure where not even its notice has a day.
        """
        deed = deed or self.rule.deed
        if deed != _PUBLISHED and (stated := self._deed(deed)):
            return stated.value.first, stated.value.last
        noticed = self._noticed(deed)
        # Others newly chosen were chosen between the result that they replace and its correction.
        before = self.purchase.replaced() if CORRECTED in deed else None
        found = span_of(None, noticed, when(before.record) if before else None)
        assert found
        return found

    @remembered
    def _noticed(self, deed: Sequence[str]) -> Date:
        """The day of the notice of a deed; of a choice, of the notice that chose."""
        filed = self.purchase.choice() if CORRECTED in deed else self.notice
        if filed is self.case.filed:
            dated = (one for one in self.case.notices if when(one.record))
            filed = next(dated, filed)
        found = placed(filed.record)
        if found is None or (filed is self.case.filed):
            raise Unsure("date", self._without_a_day(deed))
        self.rests_on(filed, found.key)
        return found.date

    def _without_a_day(self, deed: Sequence[str]) -> str:
        """That no day is seen, so that nobody knows what was in force."""
        paths = [key.split(".") for key in deed if key not in {PUBLISHING, CORRECTED}]
        days = "、".join(self.label(*path) for path in paths if self._may_state(path[0]))
        seen = f"{days}和公告的日期" if days else "公告的日期"
        return f"没有看到{seen}，不知道条文那时施行了没有"

    def _may_state(self, key: str) -> bool:
        return key in type(self.notice.record).model_fields

    def until(self) -> date | None:
        """The day after which nothing changes what was done; None where no day is known."""
        try:
            return self.on()
        except Unsure:
            return None

    @remembered
    def _deed(self, deed: Sequence[str]) -> Stated | None:
        for key in deed:
            if key == PUBLISHING:
                continue
            if found := self._done(key):
                self.rests_on(found.filed, *found.path)
                return found
        return None

    def _done(self, key: str) -> Stated | None:
        # A correction that only says anew for how much or from when chose nobody on its day.
        if key == CORRECTED:
            return self.purchase.read(self.purchase.choice(), key)
        return self.purchase.own(*key.split("."))

    def _sure(self, stated: Stated, refs: tuple[str, ...]) -> date:
        day: Date = stated.value
        if day.first != day.last and any(day.first < one <= day.last for one in _changes(refs)):
            label = self.label(*stated.path, of=stated.filed)
            raise not_a_day(stated, label, "，这期间规定有变化")
        return day.first

    def _insist_on_no_change(self, noticed: date, refs: tuple[str, ...]) -> None:
        changes = _changes(refs)
        if (last := bisect_right(changes, noticed)) and changes[last - 1] > noticed - NEAR:
            raise Unsure("date", "没有看到是哪一天办理的，而公告前不久规定有变化")

    # What the law says

    def limit(self, ref: str, on: date) -> Limit:
        """The limit on this day. Raises ForceUnknown; ends the hearing where it does not hold."""
        found = limit(ref)
        self.only_if(found.holds(on))
        self.held.add(article(ref).ref)
        return found

    def article(self, ref: str, on: date | None = None) -> Article:
        """The article, if it is in force on the day of the deed unless another is given."""
        found = article(ref)
        self.only_if(found.instrument.holds(on or self.on()))
        self.held.add(found.ref)
        return found


@cache
def _changes(refs: tuple[str, ...]) -> tuple[date, ...]:
    """The days from which what these articles say held, or held no more, in order."""
    found = [article(ref) for ref in refs]
    held = [(one.instrument.from_, one.instrument.to) for one in found]
    held += [(each.from_, each.to) for one in found for each in one.limits.values()]
    ended = {last + _A_DAY for _, last in held if last}
    return tuple(sorted({first for first, _ in held} | ended))


def _are_apart(one: Date, other: Date) -> bool:
    """Whether two dates cannot be the same day."""
    return one.last < other.first or other.last < one.first
