"""Every rule has cases, and every case gets the verdict in its first line."""

import pytest

from generator.law import judge
from tests import rulecases
from tests.rulecases import RuleCase

CASES = rulecases.read_all()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_gets_the_verdict_it_says(case: RuleCase) -> None:
    found = case.verdicts()
    said = {one.outcome.value.replace("-", " ") for one in found} or {"nothing"}
    assert said == {case.outcome}, found
    if case.why:
        assert {one.why for one in found} == {case.why}, found


@pytest.mark.parametrize("rule", judge.rules())
def test_a_rule_has_a_break_a_keep_and_a_silence(rule: str) -> None:
    names = {case.path.stem.partition("-")[0] for case in CASES if case.rule == rule}
    assert {"break", "keep", "silence"} <= names
