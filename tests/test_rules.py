"""Every rule has cases; a case gets the verdict in its first line, in the words of `said.txt`."""

import pytest

from generator.law import judge
from generator.law.verdict import Verdict
from tests import rulecases, said
from tests.rulecases import RuleCase

CASES = rulecases.read_all()
BY_RULE = said.by_rule(CASES)
# Words that are held for a rule whose cases are gone would never be compared.
HELD = sorted({*BY_RULE, *(one.parent.name for one in rulecases.FOLDER.glob(f"*/{said.NAME}"))})


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_gets_the_verdict_it_says(case: RuleCase) -> None:
    found = case.told
    assert ({_outcome(one) for one in found} or {"nothing"}) == {case.outcome}, found
    if case.why:
        assert {one.why for one in found} == {case.why}, found


@pytest.mark.parametrize("rule", HELD)
def test_a_verdict_says_what_was_accepted(rule: str) -> None:
    path = said.path(rule)
    held = path.read_text(encoding="utf-8") if path.exists() else ""
    differences = said.difference(held, said.of_rule(BY_RULE.get(rule, ())))
    assert not differences, f"{rule}:\n{differences}If the new words are right, run: make bless"


@pytest.mark.parametrize("rule", judge.rules())
def test_a_rule_has_a_break_a_keep_and_a_silence(rule: str) -> None:
    names = {case.path.stem.partition("-")[0] for case in CASES if case.rule == rule}
    assert {"break", "keep", "silence"} <= names


def _outcome(one: Verdict) -> str:
    return one.outcome.replace("-", " ")
