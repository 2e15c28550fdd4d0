"""What one rule may read about one notice: every value through here, none past it.

So no verdict rests on the silence of an excerpt, on a list that may be cut, on
a reprint, on a guess, or on what a later notice changed.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from generator.law.case import Case
from generator.law.instruments import Article, Limit, article, limit
from generator.law.purchase import Purchase, Stated
from generator.law.rule import PUBLISHING, Rule
from generator.law.telling import Day, Yuan
from generator.law.verdict import NotApplicable, Silent, Unsure
from generator.records.model.amounts import Money
from generator.records.model.dates import Date
from generator.records.model.parties import Supplier
from generator.records.outcome import Result, winners
from generator.records.reading import Filed
from generator.records.register import placed, when
from generator.records.source import Path
from generator.vocabulary import key_term

# Steps of a path that say nothing to a reader, and those that have a better name.
_UNSAID = frozenset({"value", "on"})
_ENDS = {"from": "起始日", "to": "截止日"}
# A deed without a day lies before its notice, but hardly longer than this.
_NEAR = timedelta(days=30)


class Reading:
    """One rule before one notice and lot."""

    __slots__ = ("case", "lot", "notice", "purchase", "rule", "touched")

    def __init__(self, rule: Rule, case: Case, notice: Filed, lot: str | None = None) -> None:
        self.rule, self.case, self.notice, self.lot = rule, case, notice, lot
        self.touched: list[tuple[Filed, Path]] = []
        self.purchase = Purchase(case, notice, lot, self.rests_on_at)

    @property
    def lot_said(self) -> str:
        """The lot that a verdict speaks of; nothing where the round is one."""
        return self.lot or "" if len(self.case.lots_around(self.notice)) > 1 else ""

    # What is stated

    def given(self, *path: str | int, of: Filed | None = None) -> Any:
        """The value at a path, or None; of the notice judged as it was corrected later.

        What is there counts as used.
        """
        found = self._found(path, of)
        return found.value if found else None

    def _found(self, path: Path, of: Filed | None) -> Stated | None:
        if of is None and self.purchase.is_corrected(path[0]):
            found = self.purchase.own(*path)
            if found:
                self.touched.append((found.filed, found.path))
            return found
        filed = of or self.notice
        value: Any = filed.record
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step, None)
            if value is None or (value.__class__ is tuple and not value):
                return None
        self.touched.append((filed, path))
        return Stated(value, filed, path)

    def need(self, *path: str | int, of: Filed | None = None) -> Any:
        """The value at a path. Raises Silent where nothing is stated."""
        return self._need(path, of).value

    def _need(self, path: Path, of: Filed | None) -> Stated:
        found = self._found(path, of)
        if found is None:
            raise Silent(self.label(*path, of=of), of)
        return found

    def use(self, found: Stated | None, label: str, of: Filed | None = None) -> Stated:
        """What the purchase gave, counted as used. Raises Silent where it gave nothing."""
        if found is None:
            raise Silent(label, of)
        self.touched.append((found.filed, found.path))
        return found

    def column(self, key: str, *path: str, of: Filed | None = None) -> list[Any]:
        """One value of every row of a list; None where a row does not state it.

        Only these values count as used, not all that stands beside them.
        """
        filed = of or self.notice
        return [self.given(key, i, *path, of=filed) for i in range(self.count(key, of=of))]

    def count(self, key: str, of: Filed | None = None) -> int:
        """How many rows a list of a notice has."""
        return len(getattr((of or self.notice).record, key, ()))

    def insist_on_whole(
        self, label: str, rows: int, stated: int | None = None, of: Filed | None = None
    ) -> None:
        """A list of an excerpt, or one shorter than the number stated, may be cut. Raises Unsure."""
        if stated is not None and stated != rows:
            raise Unsure("excerpt", f"{label}列出 {rows} 项，公告写的是 {stated} 项，名单可能不全")
        if stated is None and (of or self.notice).record.source.extent != "full":
            raise Unsure("excerpt", f"只有摘录，{label}可能不全")

    def rests_on(self, filed: Filed, *path: str | int) -> None:
        """What a verdict rests on without reading a value through `given`."""
        self.touched.append((filed, path))

    def rests_on_at(self, filed: Filed, path: Path) -> None:
        """The same with a path in one piece."""
        self.touched.append((filed, path))

    def label(self, *path: str | int, of: Filed | None = None) -> str:
        """What the value at a path is called."""
        return _label(type((of or self.notice).record).__name__, path)

    def day(self, *path: str | int, of: Filed | None = None) -> Day:
        """The one day at a path. Raises Silent, or Unsure for a month or a year."""
        return self.as_day(self._need(path, of), self.label(*path, of=of))

    def as_day(self, found: Stated, label: str) -> Day:
        """A day that the purchase gave. Raises Unsure for a month or a year."""
        value: Date = found.value
        if value.day is None:
            raise Unsure("date", f"{label}只写到{value.chinese}")
        return Day(value.day, label, self.at(found))

    def posted(self, of: Filed | None = None) -> Day:
        """The day on the designated media. Raises Unsure where only another site's day is known."""
        if self.given("official", "published", of=of or self.notice) is None:
            raise Unsure("media", "没有登记在指定媒体上的发布日期")
        found = self.day("official", "published", of=of or self.notice)
        return found._replace(label="在指定媒体发布")

    def yuan(self, *path: str | int, of: Filed | None = None) -> Yuan:
        """The exact sum at a path. Raises Silent, or Unsure for one that is not exact."""
        return self.as_yuan(self._need(path, of), self.label(*path, of=of))

    def as_yuan(self, found: Stated, label: str) -> Yuan:
        """A sum that the purchase gave. Raises Unsure for one that is not exact."""
        value: Money = found.value
        if value.yuan is None:
            raise Unsure("amount", f"{label}不是一个确定的数")
        return Yuan(value.yuan, label, self.at(found))

    def at(self, found: Stated) -> Path:
        """Where a value stands in the notice judged; another notice is named by the sentence."""
        return found.path if found.filed is self.notice else ()

    def name(self, *path: str | int, of: Filed | None = None) -> str:
        """The name of the one party at a path. Raises Silent."""
        who = self.need(*path, of=of)
        who = who[0] if isinstance(who, tuple) else who
        if who.party:
            return self.case.known.name(who.party)
        if not who.printed:
            raise Silent(self.label(*path, of=of), of)
        return str(who.printed)

    # What holds of the purchase

    def method(self) -> str:
        """The method of this purchase. Raises Silent."""
        return str(self.use(self.purchase.method(), "采购方式").value)

    def winners(self) -> list[tuple[int, Supplier]]:
        """Those chosen for this lot who were not struck out, with their rows. Raises Silent."""
        here = self.purchase.result_here()
        chain = list(here.chain()) if here else [self.notice]
        for filed in chain:
            if own := winners(self.case.outcome.lots, filed, self.lot or ""):
                return self._counted(filed, own)
        raise Silent(self.label("winners"))

    def _counted(self, filed: Filed, own: Sequence[Supplier]) -> list[tuple[int, Supplier]]:
        places = {id(one): i for i, one in enumerate(filed.record.winners)}
        self.purchase.by_lot(filed)
        found = [(places[id(one)], one) for one in own]
        for i, one in found:
            self.rests_on(filed, "winners", i, "party" if one.party else "printed")
        return found

    def chosen_in(self, result: Result) -> list[Supplier]:
        """Those chosen for this lot by a result that the notice rests on."""
        lots = self.case.outcome.lots
        found = (winners(lots, one, self.lot or "") for one in result.chain())
        return next((some for some in found if some), [])

    def bidders(self) -> list[Supplier]:
        """Those who took part in this lot; none where nobody says in which of several lots."""
        lot, several = self.lot, len(self.case.lots_around(self.notice)) > 1
        every = self.given("bidders") or ()
        if not several:
            return list(every)
        return [one for one in every if lot and self.case.outcome.lots.has(one.lots, lot)]

    def has_all_bidders(self) -> bool:
        """Whether the list of bidders is whole: of a full text, and as long as it says."""
        stated = self.given("bidders_count")
        whole = self.notice.record.source.extent == "full"
        return whole and stated in {None, self.count("bidders")}

    def awarded(self) -> Yuan:
        """The sum of this result in this lot. Raises Silent or Unsure."""
        return self.as_yuan(self.use(self.purchase.own("amount"), "成交金额"), "成交金额")

    def letter(self, result: Result) -> Day:
        """The day of the award letter of a result that the notice rests on. Raises Silent."""
        found = self.purchase.of_result(result, "letter_issued_on")
        label = self.label("letter_issued_on", of=result.filed)
        return self.as_day(self.use(found, label, result.filed), label)

    def planned(self, key: str) -> Yuan:
        """The budget or ceiling as it stood on the day of the deed. Raises Silent or Unsure."""
        label = "预算金额" if key == "budget" else "最高限价"
        found = self.purchase.planned(key, self.until())
        return self.as_yuan(self.use(found, label, self.purchase.invitation()), label)

    def threshold(self, kind: str) -> Decimal | None:
        """The threshold of the place on the day the purchase began, in yuan."""
        invitation = self.purchase.invitation()
        began = when(invitation.record) if invitation else None
        return self.case.place.threshold(kind, began.first if began else self.on())

    def covers_before(self) -> bool:
        """Whether all notices from well before this one are declared to be here."""
        day = when(self.notice.record)
        return day is not None and self.case.covers(day.first - _NEAR)

    def only_if(self, condition: bool) -> None:
        """Ends the hearing without a word where the rule does not apply."""
        if not condition:
            raise NotApplicable

    # The day that decides

    def on(self, *deed: str) -> date:
        """The day that decides what was in force: of the deed, else of its notice.

        A project record has no day of its own: there the first notice decides.
        Raises Unsure where the deed has no day and the law changed shortly before.
        """
        stated = self._deed(deed or self.rule.deed)
        if stated is not None:
            return self._sure(stated)
        filed = self.notice
        if filed is self.case.filed:
            dated = (one for one in self.case.notices if when(one.record))
            filed = next(dated, filed)
        found = placed(filed.record)
        if found is None or (filed is self.case.filed):
            raise Unsure("date", "公告没有日期")
        self.rests_on(filed, found.key)
        if PUBLISHING not in (deed or self.rule.deed):
            self._insist_on_no_change(found.date.first)
        return found.date.first

    def until(self) -> date | None:
        """The day after which nothing changes what was done; None where no day is known."""
        try:
            return self.on()
        except Unsure:
            return None

    def _deed(self, deed: Sequence[str]) -> Date | None:
        for key in deed:
            if key == PUBLISHING:
                continue
            if found := self.purchase.own(key):
                self.touched.append((found.filed, found.path))
                day: Date = found.value
                return day
        return None

    def _sure(self, day: Date) -> date:
        if day.day is None and any(day.first < one <= day.last for one in _changes(self.rule.refs)):
            raise Unsure("date", f"日期只写到{day.chinese}，这期间规定有变化")
        return day.first

    def _insist_on_no_change(self, noticed: date) -> None:
        if any(noticed - _NEAR < one <= noticed for one in _changes(self.rule.refs)):
            raise Unsure("date", "公告没有写是哪一天办理的，而公告前不久规定有变化")

    # What the law says

    def limit(self, ref: str, on: date) -> Limit:
        """The limit on this day. Raises ForceUnknown; ends the hearing where it does not hold."""
        found = limit(ref)
        self.only_if(found.holds(on))
        return found

    def article(self, ref: str, on: date | None = None) -> Article:
        """The article, if it is in force on the day of the deed unless another is given."""
        found = article(ref)
        self.only_if(found.instrument.holds(on or self.on()))
        return found


@cache
def _label(part: str, path: Path) -> str:
    names = [step.rstrip("_") for step in path if isinstance(step, str)]
    head = key_term(names[0], part).label
    rest = [name for name in names[1:] if name not in _UNSAID]
    return f"{head}的{_ENDS.get(rest[-1]) or key_term(rest[-1]).label}" if rest else head


@cache
def _changes(refs: tuple[str, ...]) -> frozenset[date]:
    """The days on which what these articles say began or ended."""
    found = [article(ref) for ref in refs]
    days = {one.instrument.from_ for one in found}
    days |= {each.from_ for one in found for each in one.limits.values()}
    ends = (getattr(one, "to", None) for one in (*found, *(one.instrument for one in found)))
    return frozenset(days | {one for one in ends if one})
