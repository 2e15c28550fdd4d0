"""The day of the deed decides which law holds, never the day on which it was told."""

import ast
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.law import judge
from generator.law.rule import PUBLISHING, Rule
from tests import rulecases
from tests.rulecases import RuleCase

RULES = Path(judge.__file__).parent / "rules"
CASES = rulecases.read_all()
# Rules whose deed is done by no single day of the notice judged.
DEEDS = {id: one for id, one in judge.rules().items() if one.judge and one.deed[0] != PUBLISHING}


@pytest.mark.parametrize("id", [id for id, one in judge.rules().items() if one.judge])
def test_a_rule_names_the_day_of_its_deed(id: str) -> None:
    assert judge.rules()[id].deed


# The approval, which is no key of the result alone, decides for its own rule.
_OF_APPROVAL = frozenset({"SQ-3"})


@pytest.mark.parametrize("id", sorted(DEEDS.keys() - _OF_APPROVAL))
def test_moving_the_deed_over_the_change_moves_the_verdict(id: str) -> None:
    rule = DEEDS[id]
    cases = [one for one in CASES if one.rule == id and _states(one, rule) and one.verdicts()]
    assert cases, "no case states the day of the deed"
    before = _began(rule) - timedelta(days=400)
    assert any(_said(_moved(one, rule, before)) != _said(one) for one in cases)


# What these compare is the publication itself, or what came before it.
_OF_PUBLICATION = frozenset({"DL-13", "SQ-1", "SQ-3"})


@pytest.mark.parametrize("id", sorted(DEEDS.keys() - _OF_PUBLICATION))
def test_moving_the_publication_alone_moves_nothing(id: str) -> None:
    rule = DEEDS[id]
    cases = [one for one in CASES if one.rule == id and _states(one, rule) and one.verdicts()]
    told = [_told(one, _began(rule) - timedelta(days=10)) for one in cases]
    assert any(_said(moved) == _said(one) for one, moved in zip(cases, told, strict=True))


@pytest.mark.parametrize("room", sorted(RULES.glob("*.py")), ids=lambda path: path.name)
def test_no_rule_reads_a_notice_past_the_door(room: Path) -> None:
    """Only what an organisation's file says is read without the hearing."""
    for node in ast.walk(ast.parse(room.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr == "record":
            of = ast.unparse(node.value)
            known = of.rpartition(".")[2] == "party" or "parties" in of
            assert known, f"{room.name}:{node.lineno} reads {ast.unparse(node)}"


def _began(rule: Rule) -> date:
    return min(one.instrument.from_ for one in rule.articles)


def _subject(case: RuleCase) -> tuple[str, dict[str, Any]]:
    filed = case._subject(rulecases._case(case.given))
    return filed.stem, case.given["notices"].get(filed.stem) or {}


def _deed(case: RuleCase, rule: Rule) -> str | None:
    stated = _subject(case)[1]
    return next((key for key in rule.deed if key != PUBLISHING and _holds(stated, key)), None)


def _holds(stated: Mapping[str, Any], key: str) -> bool:
    first, _, rest = key.partition(".")
    return first in stated and (not rest or _holds(stated[first], rest))


def _states(case: RuleCase, rule: Rule) -> bool:
    return _deed(case, rule) is not None


def _moved(case: RuleCase, rule: Rule, day: date) -> RuleCase:
    return _changed(case, _deed(case, rule) or PUBLISHING, day)


def _told(case: RuleCase, day: date) -> RuleCase:
    return _changed(case, "published", day)


def _changed(case: RuleCase, key: str, day: date) -> RuleCase:
    given = deepcopy(dict(case.given))
    *path, last = key.split(".")
    stated = given["notices"][_subject(case)[0]]
    for step in path:
        stated = stated[step]
    stated[last] = day.isoformat()
    return replace(case, given=given)


def _said(case: RuleCase) -> list[tuple[str, str, str]]:
    try:
        found = case.verdicts()
    except AssertionError:
        # The moved day may be one that no record states.
        return []
    return [(one.outcome.value, one.why, one.sentence) for one in found]
