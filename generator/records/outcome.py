"""Which result of a purchase stands, lot by lot; the only place that says so.

A result stands until a later notice ends it, puts another in its place or
corrects who was chosen, for how much or from when. What only repeats it does not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from generator.records.lots import Lots
from generator.records.model.dates import Date
from generator.records.model.delivering import Evaluation
from generator.records.model.parties import Supplier
from generator.records.reading import Filed
from generator.records.rounds import Rounds
from generator.records.walk import given

# A purchase without lots is one.
WHOLE = ""
# A deed without a day lies before its notice, but hardly longer than this.
NEAR = timedelta(days=30)
# What stands in the cell of the winner of a lot that failed.
_NOBODY = re.compile(
    r"[/／—–-]+|无|(?:[本该此]包?)?(?:废标|流标|终止)|无(?:中标|成交|入围)(?:人|供应商|单位)?"
)

# How one award under a framework calls itself; where 入围 stands beside, the admission does.
_CALL_OFF = re.compile("单笔|逐笔|二次竞价|顺序轮候|直接选定|call-off")
_ADMISSION = re.compile("入围|admission")
# Where it does.
CALLED_BY = ("title", "as_titled", "method_printed", "framework_stage")


def is_call_off(said: Iterable[object]) -> bool:
    """Whether a result is one award under a framework, by what stands under `CALLED_BY`."""
    words = "；".join(str(one or "") for one in said)
    return bool(_CALL_OFF.search(words)) and not _ADMISSION.search(words)


def span_of(
    stated: Date | None, noticed: Date | None, since: Date | None = None
) -> tuple[date, date] | None:
    """The first and the last day on which a deed may have been done; None without any day.

    `since` is the day of the notice that it changes: whoever replaces others was chosen after it.
    """
    if stated:
        return stated.first, stated.last
    if noticed is None:
        return None
    near = noticed.first - NEAR
    return min(max(near, since.first) if since else near, noticed.first), noticed.last


class Undone(NamedTuple):
    """The notice after which a result stands no more; `how` is `ended` or `replaced`."""

    by: Filed
    how: str


@dataclass(slots=True)
class Result:
    """One lot of a result; `base` is the award that a correction renews."""

    filed: Filed
    lot: str
    base: "Result | None" = None
    undone: Undone | None = None
    root: Filed = field(init=False, repr=False)
    rounds: frozenset[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        own = self.filed.record.procedure
        self.root = self.base.root if self.base else self.filed
        before = self.base.rounds if self.base else frozenset[int]()
        self.rounds = before if own is None else before | {own}

    @property
    def stands(self) -> bool:
        """Whether nothing later ended or replaced it."""
        return self.undone is None

    def chain(self) -> Iterator[Filed]:
        """The notice and what it corrects, the last first."""
        one: Result | None = self
        while one:
            yield one.filed
            one = one.base


class Unclear(NamedTuple):
    """A notice that changes or ends one of several results without saying which."""

    by: Filed
    perhaps: tuple[Result, ...]


@dataclass(slots=True)
class Outcome:
    """All results of a project, in time."""

    lots: Lots
    rounds: Rounds
    results: list[Result] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    by_stem: dict[str, list[Result]] = field(default_factory=lambda: defaultdict(list))
    _void: frozenset[str] | None = None

    @property
    def void(self) -> frozenset[str]:
        """The notices none of whose lots stands any more."""
        if self._void is None:
            standing = {one.filed.stem for one in self.results if one.stands}
            self._void = frozenset(self.by_stem.keys() - standing)
        return self._void

    def add(self, result: Result) -> None:
        """Take one more result in."""
        self.results.append(result)
        self.by_stem[result.filed.stem].append(result)

    def of(self, filed: Filed) -> Sequence[Result]:
        """The lots of one notice."""
        return self.by_stem.get(filed.stem, ())

    def doubts(self, result: Result) -> list[Filed]:
        """What may have changed or ended a result: nobody can say of which lot it is."""
        return [one.by for one in self.unclear if any(each is result for each in one.perhaps)]

    def is_unclear(self, filed: Filed) -> bool:
        """Whether a notice changes one of several results without saying which."""
        return any(one.by is filed for one in self.unclear)

    def is_result(self, filed: Filed) -> bool:
        """Whether a notice says who was chosen, for how much or from when: not a repetition."""
        return filed.stem in self.by_stem

    def is_judged(self, result: Result, each_choice: bool) -> bool:
        """Whether the law is asked about a result: about one that stands, as it was last corrected.

        For how much somebody was chosen is asked of each choice: that others were chosen later
        does not undo it. A correction that names others without a letter may only set a slip
        right. Of what was ended nothing is asked: to end it is what the law wants of a purchase
        that went wrong (采购法 36, 令74 37).
        """
        if result.undone is None:
            return True
        by, how = result.undone
        chose = by.record.kind == "award" or given(by.record, "letter_issued_on") is not None
        new = each_choice and how == "replaced" and chose
        return new and changes_winner(self.lots, by, result)

    def is_framework(self, filed: Filed) -> bool:
        """Whether whom a result chooses may only be ordered from, as it says or what it corrects."""
        chains = (one for result in self.of(filed) for one in result.chain())
        return any(one.record.method == "framework" for one in chains)

    def standing(self, filed: Filed) -> tuple[Supplier, ...]:
        """The winners of a notice whose lots stand; all of them where no lot is named."""
        own = self.of(filed)
        lost = {one.lot for one in own if not one.stands}
        kept = {one.lot for one in own if one.stands}
        return tuple(
            who
            for who in given(filed.record, "winners", ())
            if is_chosen(who) and _is_kept(self.lots, who, kept, lost)
        )


def _is_kept(lots: Lots, who: Supplier, kept: set[str], lost: set[str]) -> bool:
    own = {lots.called(lot) for lot in who.lots}
    return not own <= lost if own else bool(kept) or not lost


def is_final(delivered: Filed) -> bool:
    """Whether an evaluation closes a service or a year of it; other notices always do."""
    return delivered.record.kind != "evaluation" or delivered.record.stage not in Evaluation.interim


def renews(lots: Lots, filed: Filed, old: Result) -> bool:
    """Whether a correction says something else of a result than stood before."""
    return changes_winner(lots, filed, old) or any(
        new is not None and new != _before(lots, old, key)
        for key in ("amount", "letter_issued_on")
        for new in (_stated(lots, filed, old.lot, key),)
    )


def changes_winner(lots: Lots, filed: Filed, old: Result) -> bool:
    """Whether it names others than those who stood before."""
    new = names_of(winners(lots, filed, old.lot))
    before = next((some for one in old.chain() if (some := winners(lots, one, old.lot))), [])
    return bool(new) and new != names_of(before)


def choice(lots: Lots, result: Result) -> Result:
    """The result that chose those who stand: a new sum or letter chooses nobody."""
    while result.base and not changes_winner(lots, result.filed, result.base):
        result = result.base
    return result


def is_chosen(who: Supplier) -> bool:
    """Whether a row of winners names one: not one struck out, nor the words 废标 in its place."""
    return not who.withdrawn and not is_nobody(who)


def only_winner(filed: Filed) -> tuple[int, Supplier] | None:
    """Whom alone a notice chooses, and in which row; None where it says that there are more."""
    chosen = [
        (i, one) for i, one in enumerate(given(filed.record, "winners", ())) if is_chosen(one)
    ]
    stated = given(filed.record, "winners_count")
    return chosen[0] if len(chosen) == 1 and stated in {None, 1} else None


def is_nobody(who: Supplier) -> bool:
    """Whether in place of a name stands that there is none."""
    return who.party is None and bool(_NOBODY.fullmatch((who.printed or "").strip()))


def winners(lots: Lots, filed: Filed, lot: str) -> list[Supplier]:
    """Who is chosen for one lot as a notice says; those that were struck out left out."""
    return [one for one in lots.winners(filed, lot) if is_chosen(one)]


def names_of(some: Iterable[Supplier]) -> set[str]:
    """The suppliers by id or as printed."""
    return {one.party or one.printed or one.described or "" for one in some}


def lot_sum(lots: Lots, result: Result) -> Decimal | None:
    """The exact sum of one lot of a result: as last corrected, else as first chosen."""
    stated = (_yuan(lots, one, result.lot) for one in result.chain())
    return next((one for one in stated if one is not None), None)


def _before(lots: Lots, old: Result, key: str) -> object:
    stated = (_stated(lots, one, old.lot, key) for one in old.chain())
    return next((one for one in stated if one is not None), None)


def _stated(lots: Lots, filed: Filed, lot: str, key: str) -> object:
    """The sum in yuan, or the day, that a notice states for one lot."""
    if key != "amount":
        return given(filed.record, key)
    return _yuan(lots, filed, lot)


def _yuan(lots: Lots, filed: Filed, lot: str) -> Decimal | None:
    rows = [row.amount for _, row in lots.rows(filed, lot)] if lot else []
    own = [one.amount for one in winners(lots, filed, lot) if len(one.lots) < 2]
    whole = [] if lot and len(lots.of(filed)) > 1 else [given(filed.record, "amount")]
    sums = [one.yuan for one in (*rows, *whole, *(own if len(own) == 1 else ())) if one]
    return next((one for one in sums if one is not None), None)
