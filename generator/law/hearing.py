"""One rule on one notice: what it reads, and how it reaches a verdict.

Everything a rule reads goes through here, so that no verdict rests on the
silence of an excerpt, on a reprint or on an inferred value.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from generator.law import counting
from generator.law.case import Case
from generator.law.counting import Answer, Counted
from generator.law.instruments import Article, Limit, article, limit
from generator.law.telling import Day, Yuan, cited, dates, percent, spelled, sums, yuan
from generator.law.verdict import Compared, NotApplicable, Outcome, Silent, Unsure, Verdict
from generator.records.model.amounts import Money
from generator.records.model.dates import Date, chinese
from generator.records.reading import Filed
from generator.records.register import placed, when
from generator.records.source import Path
from generator.vocabulary import key_term

# Steps of a path that say nothing to a reader, and those that have a better name.
_UNSAID = frozenset({"value", "on"})
_ENDS = {"from": "起始日", "to": "截止日"}


class Hearing:
    """What one rule may read and say about one notice."""

    __slots__ = ("case", "notice", "rule", "touched")

    def __init__(self, rule: str, case: Case, notice: Filed) -> None:
        self.rule, self.case, self.notice = rule, case, notice
        self.touched: list[tuple[Filed, Path]] = []

    @property
    def record(self) -> Any:
        """The record that is judged."""
        return self.notice.record

    # What is stated

    def given(self, *path: str | int, of: Filed | None = None) -> Any:
        """The value at a path, or None; what is there counts as used."""
        filed = of or self.notice
        value: Any = filed.record
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step, None)
            if value is None or (value.__class__ is tuple and not value):
                return None
        self.touched.append((filed, path))
        return value

    def need(self, *path: str | int, of: Filed | None = None) -> Any:
        """The value at a path. Raises Silent where nothing is stated."""
        value = self.given(*path, of=of)
        if value is None:
            raise Silent(self.label(*path, of=of), of)
        return value

    def rests_on(self, filed: Filed, *path: str | int) -> None:
        """What a verdict rests on without reading a value through `given`."""
        self.touched.append((filed, path))

    def label(self, *path: str | int, of: Filed | None = None) -> str:
        """What the value at a path is called."""
        return _label(type((of or self.notice).record).__name__, path)

    def day(self, *path: str | int, of: Filed | None = None) -> Day:
        """The one day at a path. Raises Silent, or Unsure for a month or a year."""
        value: Date = self.need(*path, of=of)
        label = self.label(*path, of=of)
        if value.day is None:
            raise Unsure("date", f"{label}只写到{value.chinese}")
        return Day(value.day, label, path)

    def posted(self, of: Filed | None = None) -> Day:
        """The day on the designated media. Raises Unsure where only another site's day is known."""
        filed = of or self.notice
        official = filed.record.official
        if official is None or official.published is None:
            raise Unsure("media", "没有登记在指定媒体上的发布日期")
        found = self.day("official", "published", of=filed)
        return found._replace(label="在指定媒体发布")

    def yuan(self, *path: str | int, of: Filed | None = None) -> Yuan:
        """The exact sum at a path. Raises Silent, or Unsure for one that is not exact."""
        value: Money = self.need(*path, of=of)
        label = self.label(*path, of=of)
        if value.yuan is None:
            raise Unsure("amount", f"{label}不是一个确定的数")
        return Yuan(value.yuan, label, path)

    def name(self, *path: str | int, of: Filed | None = None) -> str:
        """The name of the one party at a path. Raises Silent."""
        who = self.need(*path, of=of)
        who = who[0] if isinstance(who, tuple) else who
        if who.party:
            return self.case.known.name(who.party)
        if not who.printed:
            raise Silent(self.label(*path, of=of), of)
        return str(who.printed)

    def method(self) -> str:
        """The method: of the notice, of its round, or of the project of one round."""
        if method := self.given("method"):
            return str(method)
        if self.record.kind == "single-source":
            return "single-source"
        record, round_ = self.case.record, self.case.round(self.notice)
        for i, one in enumerate(record.procedures if record else ()):
            if one.round == round_ and one.method and self.case.filed:
                return str(self.need("procedures", i, "method", of=self.case.filed))
        if record and record.method and self.case.filed and len(record.procedures) < 2:
            return str(self.need("method", of=self.case.filed))
        raise Silent("采购方式")

    def only_if(self, condition: bool) -> None:
        """Ends the hearing without a word where the rule does not apply."""
        if not condition:
            raise NotApplicable

    def on(self, *deed: str) -> date:
        """The day that decides what was in force: of the deed, else of the notice.

        A project record has no day of its own: there the first notice decides.
        Raises Unsure.
        """
        if deed and (stated := self.given(*deed)):
            day: Date = stated
            return day.first
        filed = self.notice
        if filed is self.case.filed:
            dated = (one for one in self.case.notices if when(one.record))
            filed = next(dated, filed)
        found = placed(filed.record)
        if found is None or (filed is self.case.filed):
            raise Unsure("date", "公告没有日期")
        self.rests_on(filed, found.key)
        return found.date.first

    # What the law says

    def limit(self, ref: str, on: date) -> Limit:
        """The limit on this day. Raises ForceUnknown; ends the hearing where it does not hold."""
        found = limit(ref)
        self.only_if(found.holds(on))
        return found

    def article(self, ref: str, on: date | None = None) -> Article:
        """The article, if it is in force on the day, of the notice unless another is given."""
        found = article(ref)
        self.only_if(found.instrument.holds(on or self.on()))
        return found

    # The verdict

    def met(self, at: Path, sentence: str, *compared: Compared) -> Verdict:
        """The article is kept."""
        return self._verdict(Outcome.MET, at, sentence, compared)

    def not_met(
        self, ref: str, at: Path, said: str, *compared: Compared, ought: str = ""
    ) -> Verdict:
        """The article is not kept; what no text confirms is not judged so."""
        found = article(ref.partition(".")[0])
        if found.confidence == "memory":
            told = f"{said}；{found.citation}的条文未核对原文，不作判断"
            return self.cannot_tell("memory", at, told, *compared)
        return self._verdict(Outcome.NOT_MET, at, f"{said}；{cited(found, ought)}", compared)

    def against(self, standard: str, at: Path, said: str, *compared: Compared) -> Verdict:
        """A standard of the place, which is no article of the law, is not kept."""
        return self._verdict(Outcome.NOT_MET, at, f"{said}；依据{standard}", compared)

    def departs(
        self, ref: str, at: Path, said: str, *compared: Compared, ought: str = ""
    ) -> Verdict:
        """What is only wanted in principle, or as a reference, is not kept."""
        found = article(ref.partition(".")[0])
        if found.confidence == "memory":
            return self.not_met(ref, at, said, *compared)
        told = f"{said}，公告未说明理由；{cited(found, ought)}"
        return self._verdict(Outcome.DEPARTS, at, told, compared)

    def cannot_tell(self, why: str, at: Path, sentence: str, *compared: Compared) -> Verdict:
        """Nothing can be said, and why."""
        return self._verdict(Outcome.CANNOT_TELL, at, sentence, compared, why)

    def broken(
        self, found: Limit, at: Path, said: str, *compared: Compared, ought: str = ""
    ) -> Verdict:
        """A limit is not kept: by its force, not met or a departure."""
        say = self.not_met if found.force == "must" else self.departs
        return say(found.ref, at, said, *compared, ought=ought)

    # The usual comparisons

    def at_most(self, ref: str, start: Day, end: Day) -> Verdict:
        """`end` comes within the limit after `start`."""
        found = self.limit(ref, start.date)
        if end.date < start.date:
            told = f"{end.label} {chinese(end.date)}，早于{start.label} {chinese(start.date)}；先后存疑"
            return self.cannot_tell("order", end.at, told, *dates(start, end))
        counted = counting.at_most(start.date, end.date, found, self.case.place.declared)
        compared = (*dates(start, end), Compared("期限", spelled(found)))
        said = f"{start.label} {chinese(start.date)}，{end.label} {chinese(end.date)}"
        if counted.answer is Answer.KEPT:
            return self.met(end.at, f"{said}，在{spelled(found)}之内", *compared)
        last = counted.b if self.case.place.declared == "B" else counted.a
        late = Compared("最迟", chinese(last))
        ought = f"应不晚于 {chinese(last)}"
        return self.broken(found, end.at, said, *compared, late, ought=ought)

    def at_least(self, ref: str, start: Day, end: Day, on: date | None = None) -> Verdict:
        """At least the limit lies between `start` and `end`; in force on the day of the start."""
        found = self.limit(ref, on or start.date)
        counted = counting.at_least(start.date, end.date, found, self.case.place.declared)
        return self._long_enough(found, start, end, counted)

    def _long_enough(self, found: Limit, start: Day, end: Day, counted: Counted) -> Verdict:
        compared = (*dates(start, end), Compared("至少", spelled(found)))
        said = f"{start.label} {chinese(start.date)}，{end.label} {chinese(end.date)}"
        if counted.answer is Answer.KEPT:
            return self.met(end.at, f"{said}，不少于{spelled(found)}", *compared)
        earliest = counted.b if self.case.place.declared == "B" else counted.a
        compared = (*compared, Compared("最早", chinese(earliest)))
        if counted.answer is Answer.OPEN:
            told = f"{said}；当日计入则满{spelled(found)}，当日不计则不满"
            return self.cannot_tell("counting", end.at, told, *compared)
        ought = f"应不早于 {chinese(earliest)}"
        return self.broken(found, end.at, said, *compared, ought=ought)

    def share_at_most(self, ref: str, part: Yuan, whole: Yuan, on: date) -> Verdict:
        """One sum is at most so many percent of another."""
        found = self.limit(ref, on)
        share = part.amount * 100 / whole.amount if whole.amount else Decimal(0)
        compared = (*sums(part, whole), Compared("占比", percent(share)))
        said = f"{part.label} {yuan(part.amount)}，为{whole.label} {yuan(whole.amount)} 的 {percent(share)}"
        if share <= found.number:
            return self.met(part.at, f"{said}，不超过 {found.number}%", *compared)
        return self.broken(found, part.at, said, *compared, ought=f"应不超过 {found.number}%")

    def no_more(self, ref: str, part: Yuan, whole: Yuan) -> Verdict:
        """One sum is not higher than another."""
        self.article(ref, self.on("determined_on"))
        compared = sums(part, whole)
        said = f"{part.label} {yuan(part.amount)}，{whole.label} {yuan(whole.amount)}"
        if part.amount <= whole.amount:
            return self.met(part.at, f"{said}，没有超过", *compared)
        return self.not_met(
            ref, part.at, f"{said}，超出 {yuan(part.amount - whole.amount)}", *compared
        )

    def states(
        self, ref: str, wanted: Mapping[str, bool], at: Path = (), on: date | None = None
    ) -> Verdict:
        """The notice states everything that the article wants in it."""
        self.article(ref, on)
        missing = [label for label, stated in wanted.items() if not stated]
        asked = Compared("应当写明", "、".join(wanted))
        if not missing:
            return self.met(at, "应当写明的都已载明", asked)
        named = "、".join(missing)
        compared = (asked, Compared("没有看到", named))
        if self.record.source.extent != "full":
            return self.cannot_tell("excerpt", at, f"摘录未载明：{named}", *compared)
        return self.not_met(ref, at, f"公告未载明：{named}", *compared)

    def _verdict(
        self,
        outcome: Outcome,
        at: Path,
        sentence: str,
        compared: tuple[Compared, ...],
        why: str = "",
    ) -> Verdict:
        return Verdict(self.rule, outcome, self.notice.stem, at, compared, sentence, why)


@cache
def _label(part: str, path: Path) -> str:
    names = [step.rstrip("_") for step in path if isinstance(step, str)]
    head = key_term(names[0], part).label
    rest = [name for name in names[1:] if name not in _UNSAID]
    return f"{head}的{_ENDS.get(rest[-1]) or key_term(rest[-1]).label}" if rest else head
