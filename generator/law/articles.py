"""What the law is made of: documents, articles, limbs, and numbers with their days in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class ForceUnknown(LookupError):
    """Nobody has confirmed whether the limit held on this day."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of the law; `per` is the lower part of a fraction.

    `about` says in a few words what is counted, `limb` how to quote the part of
    the article that sets it. `from_` and `to` are its first and its last day.
    `first_day_out`: its text says that the day from which days are counted is none of them.
    """

    ref: str
    number: int
    unit: str
    force: str
    from_: date
    unsure_from: date | None
    per: int | None
    to: date | None = None
    unsure_to: date | None = None
    about: str = ""
    limb: str = ""
    first_day_out: bool = False

    @property
    def readings(self) -> tuple[str, ...]:
        """The defensible ways to count: A leaves the starting day out, B counts it."""
        # Calendar days have one by Civil Code 201, whatever the text that sets the period.
        return ("A",) if self.first_day_out or self.unit == "days" else ("A", "B")

    def holds(self, on: date) -> bool:
        """Whether it binds on this day. Raises ForceUnknown."""
        if self.from_ <= on and (self.to is None or on <= self.to):
            return True
        return _unsure(self, self.ref, on)


@dataclass(frozen=True, slots=True)
class Limb:
    """A part of an article that sets no number, as it is quoted."""

    gist: str
    force: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `words` only where its text was read, `unquoted` says why it has none.

    `force` is that of the article as a whole: a limit or a limb may have its own.
    `counting` is set where the article says how days are counted. `methods` are the
    ways of buying that it binds, `purchases` the regimes; empty where it binds any.
    """

    ref: str
    instrument: "Instrument"
    number: str
    cite: str
    gist: str
    words: str | None
    confidence: str
    force: str
    data: tuple[str, ...]
    unchecked: str | None
    unquoted: str | None
    remedy: bool
    counting: str | None
    methods: frozenset[str]
    purchases: frozenset[str]
    limits: Mapping[str, Limit]
    limbs: Mapping[str, Limb]

    @property
    def confirmed(self) -> bool:
        """Whether its text was read."""
        return self.confidence == "read"

    @property
    def citation(self) -> str:
        """《…条例》第五十条"""
        return f"《{self.instrument.short}》{self.cite}"


class Replaced(NamedTuple):
    """The text that a document took the place of; known by name only."""

    title: str
    number: str
    issued: date


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, rule or notice with its first and its last day in force."""

    id: str
    title: str
    number: str | None
    level: str
    book: str
    from_: date
    unsure_from: date | None
    to: date | None
    unsure_to: date | None
    confidence: str
    source: str
    replaces: Replaced | None
    articles: Mapping[str, Article]
    # `public`: it speaks of services for people in need, of no service to the office that buys.
    services: str | None = None

    @property
    def short(self) -> str:
        """The title as it is cited: without the name of the state."""
        return self.title.removeprefix("中华人民共和国")

    def may_hold(self, first: date, last: date) -> bool:
        """Whether it may be in force on a day of a stretch; an unsure day counts."""
        ends = self.unsure_to or self.to
        return (self.unsure_from or self.from_) <= last and (ends is None or first <= ends)

    def holds(self, on: date) -> bool:
        """Whether it is in force on this day. Raises ForceUnknown."""
        if self.from_ <= on and (self.to is None or on <= self.to):
            return True
        return _unsure(self, self.id, on)


def _unsure(one: Limit | Instrument, ref: str, on: date) -> bool:
    """Both ends may be unsure: between the sure and the unsure day nobody has confirmed it."""
    if on < one.from_:
        unsure = one.unsure_from is not None and on >= one.unsure_from
    else:
        unsure = one.unsure_to is not None and on <= one.unsure_to
    if unsure:
        raise ForceUnknown(ref)
    return False
