"""The little that crosses projects: lists, parties, search and counts read only this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.records.course import Chosen
from generator.records.deals import Deal
from generator.records.direct import Direct
from generator.records.grading import fails
from generator.records.grounds import Grounds
from generator.records.model.dates import Date
from generator.records.model.times import Length
from generator.records.paper import Paper
from generator.records.price import Price
from generator.records.register import Dated
from generator.records.shares import Share
from generator.records.source import Path
from generator.records.superseded import Superseded
from generator.records.ties import Tie
from generator.records.windows import Open


@dataclass(frozen=True, slots=True)
class Role:
    """A party in a role; `id` is None for a name only printed, `void` where its result fell away later."""

    key: str
    label: str
    id: str | None
    name: str | None
    stem: str
    void: bool


# The roles that rules over several projects ask for.
ASKED_ROLES = frozenset({"purchaser", "decided_by"})

# The first and the last day on which something may have been done.
Days = tuple[date, date]


class Win(NamedTuple):
    """A standing result in one lot: who was chosen, and when.

    `on` is the day of the choice where it is stated, `noticed` that of its
    notice; `days` is None where there is neither. `unclear` where a correction
    may have changed it that does not say of which lot it is.
    """

    stem: str
    lot: str
    on: Date | None
    noticed: Date | None
    days: Days | None
    suppliers: tuple[str, ...]
    unclear: bool
    grounds: Grounds


class Mark(NamedTuple):
    """A grade or score of an evaluation, of the whole or of one lot, with the suppliers it is about.

    `on` is the day the evaluation was complete, else that of its end, of it or of its notice,
    and `by` the key that says so; `disputed` where a later notice corrects it or decides about it.
    """

    stem: str
    stage: str | None
    title: str
    on: Date | None
    days: Days | None
    suppliers: tuple[str, ...]
    score: str | None
    grade: str | None
    scale: str | None
    disputed: bool
    grounds: Grounds
    lots: tuple[str, ...] = ()
    called: str | None = None
    full: str | None = None
    by: str = ""
    # The grades that fail among the parts of what was graded as a whole.
    parts: tuple[str, ...] = ()
    # Whether nobody states of which stage it is.
    guessed_stage: bool = False

    @property
    def fails(self) -> bool:
        """Whether the grade is one that fails, in whatever scale."""
        return fails(self.grade)


class Accepted(NamedTuple):
    """An acceptance and what it concludes; `disputed` as of a mark."""

    stem: str
    suppliers: tuple[str, ...]
    lots: tuple[str, ...]
    conclusion: str | None
    printed: str | None
    disputed: bool
    grounds: Grounds


class Paid(NamedTuple):
    """What the payments on file add up to, and the price they are part of, if that is sure.

    `sure` where originals state each of them.
    """

    amount: Decimal
    number: int
    of: Price | None
    sure: bool

    @property
    def share(self) -> Decimal | None:
        """In percent of the price; None where it is more than that, or not known."""
        if self.of is None or not 0 < self.amount <= self.of.amount:
            return None
        return self.amount * 100 / self.of.amount


class Measure(NamedTuple):
    """A consequence: what was decided about whom, when, from when to when; `words` of one of several.

    `on` is the day of the decision, else of its notice; `disputed` where a later one speaks of it.
    """

    stem: str
    title: str
    measure: str | None
    outcome: str | None
    on: Date | None
    days: Days | None
    suppliers: tuple[str, ...]
    from_: Date | None
    to: Date | None
    length: Length | None
    done: Date | None
    disputed: bool
    grounds: Grounds
    called: str | None = None
    words: str = ""


class Judged(NamedTuple):
    """What one rule says about one notice; the sentence only where something departs."""

    rule: str
    outcome: str
    stem: str
    why: str
    sentence: str
    lot: str = ""


class Duty(NamedTuple):
    """What must appear, by whom, by which day, and whether it has.

    `state` is `kept`, `late`, `unknown`, or `open`; what is open is due by `due`,
    or has no number of days in the law, and begins after `since`.
    """

    what: str
    article: str
    by: tuple[str, ...]
    state: str
    since: date | None
    due: date | None
    cause: str
    stem: str
    why: str
    said: str = ""
    lot: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One notice as a list shows it; `basis` says how its date is known where it is not stated."""

    stem: str
    kind: str
    title: str
    dated: Dated | None
    tier: str
    extent: str
    withdrawn: bool
    paper: Paper
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Crossing:
    """A project, or a loose notice, as rules over several projects see it.

    Of the roles only those are sure to be there that such a rule asks for (`ASKED_ROLES`).
    """

    id: str
    loose: bool
    division: str
    year: str
    title: str
    fictional: bool
    sample: bool
    withdrawn: bool
    stage: str
    place_inferred: bool
    field: str | None
    service_kind: str | None
    regime: str | None
    regime_basis: str | None
    methods: tuple[str, ...]
    roles: tuple[Role, ...]
    notices: tuple[Line, ...]
    wins: tuple[Win, ...]
    marks: tuple[Mark, ...]
    measures: tuple[Measure, ...]
    budget: Decimal | None

    @property
    def is_counted(self) -> bool:
        """Whether it is in counts and sums: neither invented nor a sample of a form."""
        return not (self.fictional or self.sample)

    @property
    def many(self) -> int:
        """How many notices it has."""
        return len(self.notices)

    @property
    def stated_regime(self) -> str | None:
        """By which rules a project says it was bought; None where that is a guess, or not said."""
        stated = self.regime_basis in {None, "stated"} and self.regime != "unknown"
        return self.regime if stated else None


@dataclass(frozen=True, slots=True)
class Digest(Crossing):
    """A project, or a loose notice, as everything outside its page sees it."""

    covered: bool
    place: str | None
    form: str | None
    target_groups: tuple[str, ...]
    numbers: tuple[str, ...]
    windows: tuple[Open, ...]
    chosen: Chosen | None
    price: Price | None
    acceptances: tuple[Accepted, ...]
    paid: Paid | None
    served: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    deals: tuple[Deal, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    ties: tuple[Tie, ...] = ()
    direct: tuple[Direct, ...] = ()
    # Other projects that its page leads to by their id alone: their titles are known at the end.
    points: tuple[str, ...] = ()
    # The methods of contracts and results by notice, where the purchase tried several.
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # How far each lot has come, where there are several.
    lot_stages: Mapping[str, str] = field(default_factory=dict)
    judged: tuple[Judged, ...] = ()
    duties: tuple[Duty, ...] = ()
    # All words of its page, packed for the search index; empty where no page is made.
    said: bytes = b""

    def way(self, stem: str) -> tuple[str, ...]:
        """The method of one contract or result; several where nobody can tell which."""
        return self.ways.get(stem, self.methods)

    @property
    def latest(self) -> date | None:
        """The first day of the latest dated notice."""
        return max((line.dated.date.first for line in self.notices if line.dated), default=None)

    def names(self, *keys: str) -> list[tuple[str | None, str]]:
        """Id and name of the parties in these roles, each once, in order."""
        found = ((role.id, role.name) for role in self.roles if role.key in keys)
        return list(dict.fromkeys((id, name) for id, name in found if name))


def role_key(path: Path) -> str:
    """The key that names the role of a party at this path: `contacts`, `winners` …"""
    return next(step for step in reversed(path) if isinstance(step, str) and step != "party")
