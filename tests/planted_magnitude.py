"""A held-out judge of the magnitude gate: right records, slips of the hand, and what is odd.

Same seed, same records. Written without a look at the gate it judges.
"""

import random
from collections.abc import Callable
from inspect import isfunction
from types import ModuleType

from tests.planted import (
    loose,
    notices,
    odd_days,
    odd_loose,
    odd_payments,
    odd_people,
    odd_prices,
    odd_sums,
    shapes,
)
from tests.planted.hand import HAND, slip
from tests.planted.places import TEAMS, Row, rows
from tests.planted.plan import Plan, plan
from tests.planted.writing import Case

SHAPES: dict[str, Callable[[Plan], Case]] = {
    "whole": notices.whole,
    "lots": shapes.by_lots,
    "years": shapes.by_years,
    "framework": shapes.by_framework,
    "source": shapes.from_one,
    "corrected": shapes.corrected,
    "grant": shapes.supported,
    "reviewed": shapes.reviewed,
    **{one.__name__: one for one in loose.ALL},
}
ODD = (odd_sums, odd_payments, odd_prices, odd_people, odd_days, odd_loose)


def right(seed: int) -> list[Case]:
    """Five right cases of every shape."""
    rng = random.Random(f"right {seed}")
    return [
        make(plan(rng, seed * 10_000 + number * 20 + i))
        for number in range(5)
        for i, make in enumerate(SHAPES.values())
    ]


def slips(seed: int) -> list[Case]:
    """Right cases with one slip of the hand each, at every second place of the tables.

    Two seeds, one even and one odd, go through all places.
    """
    rng = random.Random(f"slips {seed}")
    first = seed * 10_000 + 1000
    planted = enumerate(rows()[seed % 2 :: 2], first)
    named = enumerate(TEAMS, first + 1000)
    return [
        *(_slipped(rng, number, row) for number, row in planted),
        *(_same_name(rng, number, team) for number, team in named),
    ]


def _slipped(rng: random.Random, number: int, row: Row) -> Case:
    """The slip in the first plan that it can happen to."""
    for _ in range(200):
        case = SHAPES[row.shape](plan(rng, number))
        record = case.records[row.role]
        case.was = case.text
        if slip(row.slip, rng, record, row.place):
            kind = HAND[row.slip][0]
            case.label = f"{row.label}: {kind}" if row.label else kind
            case.at = f"{row.shape} {row.role} {row.place} {row.slip}"
            if row.place == "published":
                case.stems[row.role] = f"{record['published']}-{record['kind']}"
            return case
    raise AssertionError(f"{row.slip} cannot happen at {row.shape} {row.role} {row.place}")


def _same_name(rng: random.Random, number: int, team: tuple[str, str, int, int]) -> Case:
    """The same member of the panel twice."""
    shape, role, first, second = team
    case = SHAPES[shape](plan(rng, number))
    case.was = case.text
    members = case.records[role]["panel"]["members"]
    members[second] = members[second] | {"name": members[first]["name"]}
    case.label, case.at = "equal names in a panel", f"{shape} {role} {first} {second}"
    return case


def odd(seed: int) -> list[Case]:
    """What is right and yet unusual: every public function of the rooms for it, once."""
    rng = random.Random(f"odd {seed}")
    found = []
    for i, make in enumerate(make for room in ODD for make in _kinds(room)):
        case = make(plan(rng, seed * 10_000 + 3000 + i))
        case.label, case.at = "odd", make.__name__
        found.append(case)
    return found


def _kinds(room: ModuleType) -> list[Callable[[Plan], Case]]:
    return [
        one
        for name, one in vars(room).items()
        if isfunction(one) and one.__module__ == room.__name__ and not name.startswith("_")
    ]
