"""What every rule case is told, word for word: `said.txt` beside the cases of each rule.

The first line of a case holds the outcome; this holds what a reader sees of it:
the place, the sentence and what was compared. One line a verdict, by the names of
the cases, so that a change of words shows as the lines it changes.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from generator.law.verdict import Verdict
from tests import rulecases
from tests.rulecases import RuleCase

NAME = "said.txt"
_SEPARATOR = " · "


def of_rule(cases: Iterable[RuleCase]) -> str:
    """The text of `said.txt`: a line a verdict, or one that says `nothing`."""
    return "".join(f"{line}\n" for one in _in_order(cases) for line in _lines(one))


def path(rule: str) -> Path:
    """Where what is said of a rule's cases is held."""
    return rulecases.FOLDER / rule / NAME


def bless(cases: Iterable[RuleCase]) -> int:
    """Writes what is said now; how many files that are. What has no cases left is removed."""
    made = {rule: of_rule(own) for rule, own in by_rule(cases).items()}
    for old in rulecases.FOLDER.glob(f"*/{NAME}"):
        if old.parent.name not in made:
            old.unlink()
    for rule, text in made.items():
        path(rule).write_text(text, encoding="utf-8")
    return len(made)


def by_rule(cases: Iterable[RuleCase]) -> dict[str, list[RuleCase]]:
    """The cases of each rule."""
    ordered = sorted(cases, key=lambda one: one.rule)
    return {rule: list(own) for rule, own in groupby(ordered, lambda one: one.rule)}


def difference(held: str, made: str) -> str:
    """What is said otherwise, the old words above the new ones; empty where all is the same."""
    old, new = _by_case(held), _by_case(made)
    changed = (name for name in sorted({*old, *new}) if old.get(name) != new.get(name))
    return "".join(_pair(old.get(name, []), new.get(name, [])) for name in changed)


def _in_order(cases: Iterable[RuleCase]) -> list[RuleCase]:
    return sorted(cases, key=lambda one: one.path.stem)


def _lines(case: RuleCase) -> Iterator[str]:
    found = case.told
    for one in found:
        yield line((case.path.stem,), one)
    if not found:
        yield f"{case.path.stem}{_SEPARATOR}nothing"


def line(names: Iterable[str], one: Verdict) -> str:
    """One verdict as a reader sees it, after the names under which it is held."""
    return _SEPARATOR.join((*names, *_parts(one)))


def _parts(one: Verdict) -> Iterator[str]:
    yield one.outcome.replace("-", " ") + (f" ({one.why})" if one.why else "")
    if lot := getattr(one, "lot", ""):
        yield f"lot {lot}"
    yield ".".join(str(step) for step in one.at) or "-"
    yield one.sentence
    if one.compared:
        yield "；".join(f"{label}={value}" for label, value in one.compared)


def _by_case(text: str) -> dict[str, list[str]]:
    """The lines of each case, by its name."""
    lines: dict[str, list[str]] = {}
    for line in text.splitlines():
        lines.setdefault(line.partition(_SEPARATOR)[0], []).append(line)
    return lines


def _pair(old: list[str], new: list[str]) -> str:
    return "".join(f"- {one}\n" for one in old) + "".join(f"+ {one}\n" for one in new) + "\n"
