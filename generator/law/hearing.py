"""How a rule reaches a verdict: the usual comparisons, and the words for them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.law import counting
from generator.law.asking import Asking
from generator.law.counting import Answer, Counted
from generator.law.instruments import Limit, article, force
from generator.law.presence import (
    STROKES,
    Shown,
    called,
    certain,
    lacking,
    left_out,
    shown,
    silence,
)
from generator.law.telling import Day, Yuan, cited, dates, percent, spelled, sums
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.records.model.amounts import yuan_words
from generator.records.model.dates import chinese
from generator.records.reading import Filed
from generator.records.source import Path
from generator.records.walk import telling

# What a notice may say where it departs from what is only wanted in principle.
REASON = "与原则性规定不一致的理由"
# How a place counts, where the article does not say it.
_COUNTED = {
    "A": "条文没有写怎样数日子，当地的计日方法是当日不计入",
    "B": "条文没有写怎样数日子，当地的计日方法是当日计入",
}
# What comes with these was made before anybody was chosen.
_INVITING = frozenset({"intention", *telling("invitation")})


class Hearing(Asking):
    """One rule before one notice and lot: what it reads, and what it may say."""

    __slots__ = ()

    def met(self, at: Path, sentence: str, *compared: Compared) -> Verdict:
        """The article is kept."""
        return self._verdict(Outcome.MET, at, sentence, compared)

    def not_met(
        self, ref: str, at: Path, said: str, *compared: Compared, ought: str = ""
    ) -> Verdict:
        """The article is not kept; what no text confirms is not judged so."""
        found = article(ref)
        if found.confidence == "memory":
            told = f"{said}；{found.citation}的条文未核对原文，不作判断"
            return self.cannot_tell("memory", at, told, *compared)
        return self._verdict(Outcome.NOT_MET, at, f"{said}；{cited(ref, ought)}", compared)

    def against(self, standard: str, at: Path, said: str, *compared: Compared) -> Verdict:
        """A standard of the place, which is no article of the law, is not kept."""
        return self._verdict(Outcome.NOT_MET, at, f"{said}；依据{standard}", compared)

    def departs(
        self,
        ref: str,
        at: Path,
        said: str,
        *compared: Compared,
        ought: str = "",
        reason: str = REASON,
        of: Filed | None = None,
    ) -> Verdict:
        """What is only wanted in principle, or as a reference, is not kept, and no `reason` is given.

        `of` is the notice that states it, where it is not the one judged.
        """
        found = article(ref)
        if found.confidence == "memory":
            return self.not_met(ref, at, said, *compared)
        why = self.unseen(reason) or (self.unseen(reason, of) if of else "")
        if why == "excerpt":
            told = f"{said}；只有摘录，理由可能没有抄到"
            return self.cannot_tell(why, at, told, *compared)
        if why:
            return self.unchecked(at, reason, *compared, said=said)
        told = f"{said}，公告未说明理由；{cited(ref, ought)}"
        return self._verdict(Outcome.DEPARTS, at, told, compared)

    def cannot_tell(self, why: str, at: Path, sentence: str, *compared: Compared) -> Verdict:
        """Nothing can be said, and why."""
        return self._verdict(Outcome.CANNOT_TELL, at, sentence, compared, why)

    def unchecked(self, at: Path, items: str, *compared: Compared, said: str = "") -> Verdict:
        """Nothing follows from items that the record does not state: nobody is known to have looked."""
        told = f"{said}{'；' if said else ''}没有看到{items}，收录时没有逐项核对，公告可能写了"
        return self.cannot_tell("unchecked", at, told, *compared)

    def broken(
        self,
        found: Limit | str,
        at: Path,
        said: str,
        *compared: Compared,
        ought: str = "",
        of: Filed | None = None,
    ) -> Verdict:
        """A limit, an article or a limb of one is not kept: by its force, not met or a departure."""
        ref = found if isinstance(found, str) else found.ref
        if force(ref) == "must":
            return self.not_met(ref, at, said, *compared, ought=ought)
        return self.departs(ref, at, said, *compared, ought=ought, of=of)

    def on_any_day(self, judge: Callable[[date], Verdict | None]) -> Verdict | None:
        """What is said whenever the deed was done; without its day, of the days it may have been.

        Raises Unsure where that decides.
        """
        first, last = self.span()
        early, late = judge(first), judge(last)
        if (early and early.outcome) is not (late and late.outcome):
            raise Unsure("date", "没有看到是哪一天办理的，早几天晚几天结论不同")
        return late

    # The usual comparisons

    def at_most(self, ref: str, start: Day, end: Day, beside: str = "") -> Verdict:
        """`end` comes within the limit after `start`; `beside` is what lateness leaves open."""
        found = self.limit(ref, start.date)
        if end.date < start.date:
            told = f"{end.label} {chinese(end.date)}，早于{start.label} {chinese(start.date)}；先后存疑"
            return self.cannot_tell("order", end.at, told, *dates(start, end))
        declared = self.case.place.declared
        counted = counting.at_most(start.date, end.date, found, declared)
        if self.brief and counted.answer is Answer.KEPT:
            return self.met(end.at, "")
        within = spelled(found)
        compared = (*dates(start, end), Compared("期限", within))
        said = f"{start.label} {chinese(start.date)}，{end.label} {chinese(end.date)}"
        if counted.answer is Answer.KEPT:
            return self.met(end.at, f"{said}，在{within}之内", *compared)
        last = counted.b if declared == "B" else counted.a
        if declared and end.date <= counted.a:
            said = f"{said}；{_COUNTED[declared]}"
        late = Compared("最迟", chinese(last))
        ought = f"应不晚于 {chinese(last)}"
        return self.broken(found, end.at, f"{said}{beside}", *compared, late, ought=ought)

    def at_least(self, ref: str, start: Day, end: Day, on: date | None = None) -> Verdict:
        """At least the limit lies between `start` and `end`; in force on the day of the start."""
        found = self.limit(ref, on or start.date)
        counted = counting.at_least(start.date, end.date, found, self.case.place.declared)
        return self._long_enough(found, start, end, counted)

    def _long_enough(self, found: Limit, start: Day, end: Day, counted: Counted) -> Verdict:
        if self.brief and counted.answer is Answer.KEPT:
            return self.met(end.at, "")
        compared = (*dates(start, end), Compared("至少", spelled(found)))
        said = f"{start.label} {chinese(start.date)}，{end.label} {chinese(end.date)}"
        # Where the place has said how days are counted and the other way ends otherwise.
        decided = self.case.place.declared if counted.b <= end.date < counted.a else None
        by_place = f"；{_COUNTED[decided]}" if decided else ""
        if counted.answer is Answer.KEPT:
            return self.met(end.at, f"{said}，不少于{spelled(found)}{by_place}", *compared)
        if counted.answer is Answer.OPEN:
            told = f"{said}；当日计入则满{spelled(found)}，当日不计则不满"
            last = Compared("最早", chinese(counted.a))
            return self.cannot_tell("counting", end.at, told, *compared, last)
        # Where both readings stand, only the earlier day holds in either.
        earliest = counted.a if self.case.place.declared == "A" else counted.b
        compared = (*compared, Compared("最早", chinese(earliest)))
        ought = f"应不早于 {chinese(earliest)}"
        return self.broken(found, end.at, f"{said}{by_place}", *compared, ought=ought)

    def share_at_most(self, ref: str, part: Yuan, whole: Yuan, on: date) -> Verdict:
        """One sum is at most so many percent of another."""
        found = self.limit(ref, on)
        share = part.amount * 100 / whole.amount if whole.amount else Decimal(0)
        told = percent(share, found.number)
        compared = (*sums(part, whole), Compared("占比", told))
        said = f"{part.label} {yuan_words(part.amount)}，为{whole.label} {yuan_words(whole.amount)} 的 {told}"
        if share <= found.number:
            return self.met(part.at, f"{said}，不超过 {found.number}%", *compared)
        return self.broken(found, part.at, said, *compared, ought=f"应不超过 {found.number}%")

    def no_more(self, ref: str, part: Yuan, whole: Yuan, beside: str = "") -> Verdict:
        """One sum is not higher than another; `beside` is what a notice of a higher one leaves open."""
        self.article(ref)
        if self.brief and part.amount <= whole.amount:
            return self.met(part.at, "")
        compared = sums(part, whole)
        said = f"{part.label} {yuan_words(part.amount)}，{whole.label} {yuan_words(whole.amount)}"
        if part.amount <= whole.amount:
            return self.met(part.at, f"{said}，没有超过", *compared)
        higher = f"{said}，超出 {yuan_words(part.amount - whole.amount)}{beside}"
        return self.not_met(ref, part.at, higher, *compared)

    def states(
        self,
        ref: str,
        wanted: Mapping[str, bool | Shown],
        at: Path = (),
        on: date | None = None,
        *,
        born: Collection[str] = (),
        files: Sequence[Filed] = (),
        unread: str = "",
        half: Callable[[], Mapping[str, str]] = dict,
    ) -> Verdict:
        """The notice states everything of what the article wants in it that is looked for.

        `files` are all the notices where it may stand; `born` are the labels of what
        came to be with the result, so that no procurement document holds it; `unread` is
        what the article wants as well and nobody looks for; `half` says by label what alone is
        missing where a part of it is stated.
        """
        self.article(ref, on)
        found = {label: shown(one) for label, one in wanted.items()}
        if self.brief and all(found.values()):
            return self.met(at, "")
        asked = Compared("应当写明", "、".join(wanted))
        open_ = "、".join(label for label, one in found.items() if not one)
        if not open_:
            beside = f"；{unread}没有核对" if unread else ""
            return self.met(at, f"核对的各项都已载明{left_out(found)}{beside}", asked)
        read, parts = files or (self.notice,), half()
        silent = called(silence(found), parts)
        if silent and not all(self.in_full(one) for one in read):
            compared = (asked, Compared("没有看到", silent))
            return self.cannot_tell("excerpt", at, f"摘录未载明：{silent}", *compared)
        unseen = self._unseen(found, read, parts)
        sure = certain(found, born, self._titles(read), invites=self._invites())
        if missing := called([one for one in sure if one not in unseen], parts):
            others = [Compared("没有逐项核对", called(unseen, parts))] if unseen else []
            seen = Compared("没有看到", missing)
            return self.broken(ref, at, f"公告未载明：{missing}", asked, seen, *others)
        if unseen:
            return self.unchecked(at, called(unseen, parts), asked)
        return self._elsewhere(found, at, asked, self._titles(read), parts)

    def _unseen(
        self, found: Mapping[str, Shown], read: Sequence[Filed], half: Mapping[str, str]
    ) -> list[str]:
        """What is not there, and nobody is known to have looked for it in all these notices."""
        gone = [label for label, one in found.items() if one is Shown.ABSENT]
        return [
            label
            for label in gone
            if any(self.unseen(label, one, half.get(label, "")) for one in read)
        ]

    def _titles(self, read: Sequence[Filed]) -> list[str]:
        return [title for one in read for title in self.column("attachments", "title", of=one)]

    def _invites(self) -> bool:
        return self.kind in _INVITING

    def _elsewhere(
        self,
        found: Mapping[str, Shown],
        at: Path,
        asked: Compared,
        titles: Sequence[str],
        half: Mapping[str, str],
    ) -> Verdict:
        """What is missing may stand in an attachment, behind a stroke, or where no record may follow."""
        open_ = called(silence(found), half)
        if kept := "、".join(one for one, far in found.items() if far is Shown.UNRECORDED):
            beside = f"；没有看到写明{open_}" if open_ else ""
            told = f"{kept}没有录入，按公开规则可以不录；公告写没写由人判断{beside}"
            return self.cannot_tell("machine", at, told, asked)
        compared = (asked, Compared("没有看到", open_))
        named = f"（{'、'.join(titles)}）" if titles else ""
        if titles or Shown.ATTACHED in found.values():
            told = f"{lacking(found, half)}；公告有附件{named}，是不是写在附件里，由人判断"
            return self.cannot_tell("attachment", at, told, *compared)
        told = f"{open_}一栏{STROKES}，是不是写明了由人判断"
        return self.cannot_tell("machine", at, told, *compared)

    def _verdict(
        self,
        outcome: Outcome,
        at: Path,
        sentence: str,
        compared: tuple[Compared, ...],
        why: str = "",
    ) -> Verdict:
        return Verdict(
            self.rule.id, outcome, self.notice.stem, at, compared, sentence, why, self.lot_said
        )
