"""Whole purchases judged by hand: what a lawyer decided from the texts before the rules were asked.

`expect` says of a notice, by rule, the outcome and its lot: `met`, `not met 2`,
`met 1; nothing 2`. All that is said of the purchases, expected or not, is held in `said.txt`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.law.verdict import Verdict
from generator.records.source import guard, read
from tests import rulecases, said

FOLDER = Path(__file__).parent / "hand"
SAID = FOLDER / said.NAME
_PART = re.compile(r"(met|not met|departs|cannot tell|nothing)(?: (\S+))?")


class Expected(NamedTuple):
    """What one rule should say of one notice; `lot` is empty where it speaks of all."""

    purchase: str
    stem: str
    rule: str
    lot: str
    outcome: str

    @property
    def name(self) -> str:
        return "/".join(filter(None, (self.purchase, self.stem, self.rule, self.lot)))


@cache
def purchases() -> tuple[str, ...]:
    """The purchases by name, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def told(purchase: str) -> tuple[Verdict, ...]:
    """All verdicts about a purchase, in order."""
    return rulecases.verdicts_of(_given(purchase))


def expected() -> Iterator[Expected]:
    """Every question that was decided by hand."""
    for purchase in purchases():
        for stem, rules in _given(purchase)["expect"].items():
            for rule, outcomes in rules.items():
                for part in str(outcomes).split("; "):
                    found = _PART.fullmatch(part)
                    assert found, f"{purchase}/{stem}/{rule}: {part}"
                    yield Expected(purchase, str(stem), rule, found[2] or "", found[1])


def outcomes(one: Expected) -> set[str]:
    """What the rule says there; a notice of one lot need not name it."""
    mine = (it for it in told(one.purchase) if (it.stem, it.rule) == (one.stem, one.rule))
    own = [it for it in mine if not one.lot or it.lot in {one.lot, ""}]
    return {it.outcome.replace("-", " ") for it in own} or {"nothing"}


def text() -> str:
    """The text of `said.txt`: a line a verdict, by purchase, notice and rule."""
    return "".join(
        f"{said.line((f'{purchase}/{one.stem}/{one.rule}',), one)}\n"
        for purchase in purchases()
        for one in told(purchase)
    )


def bless() -> int:
    """Writes what is said now; how many verdicts that are."""
    made = text()
    SAID.write_text(made, encoding="utf-8")
    return made.count("\n")


@cache
def _given(purchase: str) -> Mapping[str, Any]:
    return read(guard((FOLDER / f"{purchase}.yml").read_bytes()))
