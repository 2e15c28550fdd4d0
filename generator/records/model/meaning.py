"""What a key or a kind means, said where it is declared and asked through `walk`.

A new key or kind says it beside its type; a test names what has not been said. Marks change nothing
of what a record may hold.
"""

from dataclasses import dataclass
from typing import Literal

# How near a date lies to the day of its notice, nearest first: what the notice says of itself, the
# deed of its kind, what came after that, the review that many kinds tell of, the day of a copy.
Nearness = Literal["notice", "deed", "later", "review", "copy"]

# made: the day of a text. deed: done, published soon after, and places its notice. step: done on the
# way there or after it, and places nothing. past: done long before, or told of another. ahead: may
# lie ahead of today. begins: what the key around it says begins here. ours: not of the notice.
Days = Literal["made", "deed", "step", "past", "ahead", "begins", "ours"]

# The side that somebody stands on; `aside` names a party beside its role, not in one.
Role = Literal[
    "buyer",
    "provider",
    "candidate",
    "participant",
    "agency",
    "publisher",
    "reporter",
    "judge",
    "judged",
    "authority",
    "complainant",
    "respondent",
    "funder",
    "named",
    "aside",
]

# planned: stated before the choice, again and again. settled: by a result, a contract or a payment.
# added: on top of it. withheld: kept back from it. each: for one project or year. spent: of it. rest:
# what is left, returned or paid by others. part: a line of a list. unit: for one unit. beside: of
# something else, as a fee, a bond or a limit.
Cost = Literal[
    "planned",
    "settled",
    "added",
    "withheld",
    "each",
    "spent",
    "rest",
    "part",
    "unit",
    "beside",
]

# What a text that names something names it by.
Target = Literal["party", "project", "notice", "lot"]

# Under which heading a key stands on the page of a notice; what only one kind states is 主要内容.
Heading = Literal[
    "主要内容",
    "各方",
    "服务",
    "钱",
    "分包与明细",
    "怎样选",
    "公示与异议",
    "公告信息",
    "本站归类",
    "其他",
]

Stage = Literal[
    "need",
    "funds",
    "inviting",
    "proposed",
    "awarded",
    "contracted",
    "delivering",
    "accepted",
    "evaluated",
    "suspended",
    "ended",
    "honoured",
]

# invitation: before the choice, who may take part or is meant. call: one that suppliers may answer.
# documents: offers the documents of the purchase. plan: what it may cost. promise: what is to be
# done. term: for how long, ahead. one-term: the same for all of a purchase. result: who is chosen, for
# how much. delivery: looks back on a stretch of service. judgement: on all of it. open: people may
# answer while it stands. gift: supports rather than buys. account: the money around the projects.
# review: may change what another notice says. decision: what follows from a judgement.
Tells = Literal[
    "invitation",
    "call",
    "documents",
    "plan",
    "promise",
    "term",
    "one-term",
    "result",
    "delivery",
    "judgement",
    "gift",
    "account",
    "review",
    "decision",
    "open",
]


@dataclass(frozen=True, slots=True)
class Places:
    """Marks a date that may place its notice in time."""

    by: Nearness


@dataclass(frozen=True, slots=True)
class Day:
    """Marks a date, or a part with dates, with what is done on it."""

    what: Days


@dataclass(frozen=True, slots=True)
class Follows:
    """Marks a date with those of the same record that it is not before; none where none is known."""

    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lasts:
    """Marks a stretch with the years that it lasts at most; none where nobody can say."""

    years: int | None = None


@dataclass(frozen=True, slots=True)
class Acts:
    """Marks a party with the role it acts in."""

    role: Role


@dataclass(frozen=True, slots=True)
class Costs:
    """Marks a sum with what it stands for."""

    what: Cost


@dataclass(frozen=True, slots=True)
class AddsUp:
    """Marks a list with a column whose sum its notice may state, under one of these keys.

    Without keys: under any that is planned or settled, what is settled first.
    """

    column: str
    wholes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hundred:
    """Marks a list with the column of its shares, which are a hundred together."""

    column: str


@dataclass(frozen=True, slots=True)
class Apiece:
    """Marks a list of sums or shares of which each stands for itself."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks an id, or rows with ids, of something that must exist."""

    to: Target


@dataclass(frozen=True, slots=True)
class In:
    """Marks a key of any notice with its heading."""

    heading: Heading


@dataclass(frozen=True, slots=True)
class Apart:
    """Marks a key that a page shows at its head or not at all, and not in a group."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Marks a number that is no sum and stands in a column of figures."""


Mark = (
    Places
    | Day
    | Follows
    | Lasts
    | Acts
    | Costs
    | AddsUp
    | Hundred
    | Apiece
    | Refers
    | In
    | Apart
    | Figure
)


@dataclass(frozen=True, slots=True)
class Leads:
    """The stage that a kind leads a purchase to, wherever it stood."""

    to: Stage


@dataclass(frozen=True, slots=True)
class Reached:
    """The stage that a purchase has reached at least when a notice of a kind appears."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class AnyStage:
    """A kind that appears at every stage, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class After:
    """The kinds that a notice does not come before, and within how many days it comes.

    `named`: it answers some of them alone, and which is only sure where it names them.
    """

    kinds: tuple[str, ...] = ()
    within: int | None = None
    named: bool = False


Reaches = Leads | Reached | AnyStage
