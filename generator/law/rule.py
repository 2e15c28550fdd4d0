"""Rules: functions whose names are the sentence that must hold.

The Chinese docstring of a rule is its public page: the sentence first, then
what it compares, when it is silent, and an example.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.law.instruments import Article, article
from generator.law.verdict import Verdict

if TYPE_CHECKING:
    from generator.law.hearing import Hearing
    from generator.law.view import View

Judge: TypeAlias = "Callable[[Hearing], Verdict | None]"
JudgeAcross: TypeAlias = "Callable[[View], Verdict | None]"
STATUTORY = frozenset({"statutory"})
PURCHASES = frozenset({"statutory", "below-limit"})
ANY: frozenset[str] = frozenset()
# What a notice says is no government purchase is judged by nothing.
NO_PURCHASE = "none"
# The notice itself is what must be done: its own day decides.
PUBLISHING = "published"
# The day of the choice, which of others newly chosen is that of the correction; and of the review.
CORRECTED = "corrected_on"
CHOSEN = ("determined_on", CORRECTED)
REVIEWED = ("reviewed_on", *CHOSEN)
# A result, and a correction that says something else of who was chosen, for how much, from when.
RESULTS = frozenset({"award", "correction"})
_RULES: dict[str, "Rule"] = {}


class Split(NamedTuple):
    """How a rule hears a notice of several lots: each that stands, each, or only those that differ."""

    of_results: bool
    by_lot: bool
    if_apart: bool
    each_choice: bool


# One of each, so that rules which hear alike find their hearings by it at once.
_split = cache(Split)


@dataclass(frozen=True)
class Rule:
    """A rule with its articles; `regimes` is empty where the kind of purchase does not matter.

    `deed` are the keys (`term.from`) of the day that decides which law holds, the first
    stated counts. A rule `by_lot` speaks once a lot, one `if_apart` only where lots differ in
    what it is about, one of `each_choice` also of who was replaced by others; its `duty` is what
    it says came in time. `loose` rules also judge notices that belong to no project.
    """

    id: str
    refs: tuple[str, ...]
    kinds: frozenset[str]
    regimes: frozenset[str]
    judge: "Judge | None"
    across: "JudgeAcross | None" = None
    loose: bool = False
    deed: tuple[str, ...] = (PUBLISHING,)
    by_lot: bool = False
    duty: str = ""
    if_apart: bool = False
    each_choice: bool = False

    @cached_property
    def split(self) -> Split:
        """How it hears a notice of several lots."""
        return _split(self.kinds == RESULTS, self.by_lot, self.if_apart, self.each_choice)

    @cached_property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the public page; the first is the sentence."""
        told = inspect.getdoc(self.judge or self.across) or ""
        return ["".join(line.strip() for line in part.splitlines()) for part in told.split("\n\n")]

    @property
    def sentence(self) -> str:
        """What must hold."""
        return self.paragraphs[0].rstrip("。")

    @property
    def articles(self) -> list[Article]:
        """The articles it rests on, the foremost first."""
        return [article(ref) for ref in self.refs]

    @cached_property
    def local(self) -> str | None:
        """The rule book of one place that it belongs to."""
        first = self.articles[0].instrument
        return None if first.book == "national" else first.id

    @cached_property
    def starts(self) -> date:
        """The first day on which any of its articles may have held."""
        found = (one.instrument for one in self.articles)
        return min(one.unsure_from or one.from_ for one in found)

    @property
    def confirmed(self) -> bool:
        """Whether the foremost article was read."""
        return self.articles[0].confirmed

    @property
    def unread(self) -> bool:
        """Whether it rests only on articles that nobody read: it compares, and says so beside it."""
        return not any(one.confirmed for one in self.articles)


def rule(
    id: str,
    *refs: str,
    kinds: str | Iterable[str],
    deed: str | tuple[str, ...],
    regimes: frozenset[str] = STATUTORY,
    loose: bool = False,
    by_lot: bool = False,
    if_apart: bool = False,
    each_choice: bool = False,
    duty: str = "",
) -> Callable[[Judge], Judge]:
    """Register a function as a rule about notices of these kinds."""
    wanted = frozenset({kinds} if isinstance(kinds, str) else kinds)
    day = (deed,) if isinstance(deed, str) else deed

    def register(judge: Judge) -> Judge:
        assert id not in _RULES, id
        how = (loose, day, by_lot, duty, if_apart, each_choice)
        _RULES[id] = Rule(id, refs, wanted, regimes, judge, None, *how)
        return judge

    return register


def declare(
    id: str, *refs: str, regimes: frozenset[str] = STATUTORY, by_lot: bool = False
) -> Callable[[JudgeAcross], JudgeAcross]:
    """Register a function as a rule that compares several projects."""

    def register(judge: JudgeAcross) -> JudgeAcross:
        assert id not in _RULES, id
        _RULES[id] = Rule(id, refs, frozenset(), regimes, None, judge, by_lot=by_lot)
        return judge

    return register


def registered() -> Mapping[str, Rule]:
    """All rules that were imported; `judge.rules` imports all."""
    return _RULES
