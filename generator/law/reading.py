"""What one rule may read about one notice: every value through here, none past it.

So no verdict rests on the silence of an excerpt, on a list that may be cut, on
a reprint, on a guess, or on what a later notice changed.
"""

from typing import Any

from generator.law.case import Case
from generator.law.corrected import Stated
from generator.law.memory import Touched
from generator.law.presence import Shown, shown
from generator.law.purchase import Purchase
from generator.law.rule import Rule
from generator.law.telling import Day, Yuan
from generator.law.unchecked import unseen
from generator.law.verdict import Silent, Unsure
from generator.records.model.amounts import Money
from generator.records.model.dates import Date
from generator.records.reading import Filed
from generator.records.source import Path
from generator.vocabulary import path_label


class Reading:
    """One notice and lot, before which rule after rule comes: `begin` before anything is read.

    `brief` where only what departs is told: for the rest no words need be made.
    """

    __slots__ = (
        *("case", "held", "kind", "lot", "lot_said", "memory", "notice", "purchase", "rule"),
        *("_anew", "_asks", "brief", "touched"),
    )

    rule: Rule

    def __init__(self, case: Case, notice: Filed, lot: str | None = None) -> None:
        self.case, self.notice, self.lot = case, notice, lot
        self.touched: Touched = []
        # The articles that were found in force, each on the day that mattered to it.
        self.held: set[str] = set()
        self.purchase = Purchase(case, notice, lot, self.touched)
        self.memory = self.purchase.memory
        self.kind = str(notice.record.kind)
        # The lot that a verdict speaks of; nothing where the round is one.
        several = case.has_lots and len(case.lots_around(notice)) > 1
        self.lot_said = lot or "" if several else ""
        self._anew = self.purchase.said_anew()
        # Whether a question is open anywhere: else only what is no sound original is doubtful.
        self._asks = bool(case.asked)
        self.brief = False

    def begin(self, rule: Rule) -> None:
        """This rule is heard from now on: it has read nothing, and found no article in force."""
        self.rule = rule
        if self.touched:
            # The purchase writes into the same list.
            self.touched.clear()
        if self.held:
            self.held.clear()

    # What is stated

    def given(self, *path: str | int, of: Filed | None = None) -> Any:
        """The value at a path, or None; of the notice judged as it was corrected later.

        What is there counts as used. Raises Unsure for what the page that was read covers.
        """
        if of is None and path[0] in self._anew:
            found = self._corrected(path)
            return found.value if found else None
        filed = of or self.notice
        value = filed.record.__dict__.get(path[0])
        if len(path) > 1 and value is not None:
            inside: tuple[Any, ...] = path[1:]
            for step in inside:
                value = value[step] if step.__class__ is int else getattr(value, step, None)
                if value is None:
                    break
        # Asked by its class: a model compares itself field by field.
        if value is None or (value.__class__ is tuple and not value):
            if filed.is_masked and _is_masked(filed, path):
                raise Unsure("masked", f"{self.label(*path, of=filed)}在来源页面上被打码")
            return None
        if self._asks or not filed.is_sound:
            self.touched.append((filed, path))
        return value

    def _corrected(self, path: Path) -> Stated | None:
        found = self.purchase.own(*path)
        if found:
            self.rests_on(found.filed, *found.path)
        return found

    def need(self, *path: str | int, of: Filed | None = None) -> Any:
        """The value at a path. Raises Silent where nothing is stated."""
        return self._need(path, of).value

    def _need(self, path: Path, of: Filed | None) -> Stated:
        if of is None and path[0] in self._anew:
            found = self._corrected(path)
        else:
            value = self.given(*path, of=of)
            found = None if value is None else Stated(value, of or self.notice, path)
        if found is None:
            raise Silent(self.label(*path, of=of), of)
        return found

    def use(self, found: Stated | None, label: str, of: Filed | None = None) -> Stated:
        """What the purchase gave, counted as used. Raises Silent where it gave nothing."""
        if found is None:
            raise Silent(label, of)
        self.rests_on(found.filed, *found.path)
        return found

    def column(self, key: str, *path: str, of: Filed | None = None) -> list[Any]:
        """One value of every row of a list; None where a row does not state it.

        Only these values count as used, not all that stands beside them.
        """
        filed, rows = of or self.notice, self.count(key, of)
        return [self.given(key, i, *path, of=filed) for i in range(rows)] if rows else []

    def count(self, key: str, of: Filed | None = None) -> int:
        """How many rows a list of a notice has."""
        return len((of or self.notice).record.__dict__.get(key, ()))

    def shown(self, *path: str | int, of: Filed | None = None) -> Shown:
        """How far the value at a path is stated; a stroke or 详见… is neither that nor missing."""
        value = self.given(*path, of=of)
        return Shown.ABSENT if value is None else shown(value)

    def in_full(self, of: Filed | None = None) -> bool:
        """Whether the whole text of a notice was seen; else nothing follows from its silence."""
        filed = of or self.notice
        self.rests_on(filed, "source", "extent")
        return bool(filed.record.source.extent == "full")

    def unseen(self, item: str, of: Filed | None = None, half: str = "") -> str:
        """Why nothing follows from an item that a notice does not state; empty where it was looked for."""
        filed = of or self.notice
        self.rests_on(filed, "source", "extent")
        self.rests_on(filed, "source", "absent")
        return unseen(self.case, filed, item, half)

    def insist_on_absence(self, item: str, of: Filed | None = None) -> None:
        """That an item was looked for and is not stated, before anything rests on that. Raises Silent."""
        if self.unseen(item, of):
            raise Silent(item, of)

    def insist_on_whole(
        self, label: str, rows: int, stated: int | None = None, of: Filed | None = None
    ) -> None:
        """A list of an excerpt, or one shorter than the number stated, may be cut. Raises Unsure.

        Of a full text the rows are all there, whether or not anybody looked for what is not stated:
        who enters a table enters it to its end, and a row that was left out is a slip like any other.
        """
        if stated is not None and stated != rows:
            why = "machine" if self.in_full(of) else "excerpt"
            raise Unsure(why, f"{label}列出 {rows} 项，公告写的是 {stated} 项，名单可能不全")
        if stated is None and not self.in_full(of):
            raise Unsure("excerpt", f"只有摘录，{label}可能不全")

    def rests_on(self, filed: Filed, *path: str | int) -> None:
        """What a verdict rests on without reading a value through `given`."""
        if self._asks or not filed.is_sound:
            self.touched.append((filed, path))

    def label(self, *path: str | int, of: Filed | None = None) -> str:
        """What the value at a path is called."""
        return path_label(type((of or self.notice).record).__name__, path)

    def day(self, *path: str | int, of: Filed | None = None) -> Day:
        """The one day at a path. Raises Silent, or Unsure for a month or a year."""
        return self.as_day(self._need(path, of), self.label(*path, of=of))

    def as_day(self, found: Stated, label: str) -> Day:
        """A day that the purchase gave. Raises Unsure for a month or a year."""
        value: Date = found.value
        if value.first != value.last:
            raise not_a_day(found, label)
        return Day(value.first, label, self.at(found))

    def posted(self, of: Filed | None = None, *, ends: bool = False) -> Day:
        """The day on the designated media, with which a period begins or `ends`.

        Raises Unsure where only another site's day is known.
        """
        filed, path = of or self.notice, ("official", "published")
        value = self.given(*path, of=filed)
        if value is None:
            raise Unsure("publication" if ends else "media", "没有登记在指定媒体上的发布日期")
        found = self.as_day(Stated(value, filed, path), self.label(*path, of=filed))
        return Day(found.date, "在指定媒体发布", found.at)

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
            return self.called(who.party)
        if not who.printed:
            raise Silent(self.label(*path, of=of), of)
        return str(who.printed)

    def called(self, party: str) -> str:
        """The name of an organisation by its file. Raises Unsure where that cannot be read."""
        if party in self.case.known.unreadable:
            raise Unsure("machine", f"机构 {party} 的文件读不了，不知道它的名称")
        return self.case.known.name(party)


def not_a_day(found: Stated, label: str, beside: str = "") -> Unsure:
    """Why no day is told by a month or a year: it is all that is printed, or a guess of ours."""
    said = found.value.chinese
    if found.filed.annotation(*found.path).basis == "inferred":
        return Unsure("inferred", f"{label}是推断的，也只推断到{said}{beside}")
    return Unsure("date", f"{label}只写到{said}{beside}")


def _is_masked(filed: Filed, path: Path) -> bool:
    """Whether the page that was read covers this value, or all that it stands in."""
    keys = tuple([step.rstrip("_") if isinstance(step, str) else step for step in path])
    for end in range(1, len(keys) + 1):
        if (said := filed.annotations.get(keys[:end])) and said.masked:
            return True
    return False
