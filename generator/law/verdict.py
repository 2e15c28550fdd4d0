"""What a rule finds about one notice: it states and cites, and never accuses."""

from enum import StrEnum
from typing import NamedTuple

from generator.records.reading import Filed
from generator.records.source import Path


class Outcome(StrEnum):
    """A verdict; `departs` is for what the law only wants in principle or as a reference."""

    MET = "met"
    NOT_MET = "not-met"
    DEPARTS = "departs"
    CANNOT_TELL = "cannot-tell"


# What is told of a notice wherever it is checked.
DEPARTURES = frozenset({Outcome.NOT_MET, Outcome.DEPARTS})


class Compared(NamedTuple):
    """One date or number that was compared, under the name it has in the notice."""

    label: str
    value: str


class Rest(NamedTuple):
    """A notice of another project that a verdict rests on, with both their titles.

    `project` is the id of the project, or of the notice itself where it is `loose`.
    """

    project: str
    stem: str
    title: str
    of: str
    loose: bool = False


class Verdict(NamedTuple):
    """One rule on one notice (`stem` is `project` for the project record).

    `why` is the word of the list `why` for a verdict that cannot be told; `lot`
    is the lot it speaks of, empty where the purchase is one; `rests` is only for
    rules that compare several projects. `refs` are the articles of the rule that
    bind what it speaks of, as far as is known; none of one that is met.
    """

    rule: str
    outcome: Outcome
    stem: str
    at: Path
    compared: tuple[Compared, ...]
    sentence: str
    why: str = ""
    lot: str = ""
    rests: tuple[Rest, ...] = ()
    refs: tuple[str, ...] = ()


class Silent(Exception):
    """A notice does not state what the rule needs; `of` where it is not the one judged."""

    def __init__(self, label: str, of: Filed | None = None) -> None:
        super().__init__(label)
        self.label = label
        self.of = of


class Unsure(Exception):
    """Something is stated, but no verdict may rest on it; `why` says which kind of doubt."""

    def __init__(self, why: str, sentence: str) -> None:
        super().__init__(sentence)
        self.why = why
        self.sentence = sentence


class NotApplicable(Exception):
    """The rule has nothing to say about this notice."""
