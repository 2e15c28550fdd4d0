"""A check looks up less than a build and tells the same of every case of every rule."""

import pytest

from generator.law import judge, unchecked
from generator.law.verdict import DEPARTURES
from tests import rulecases

CASES = [one for one in rulecases.read_all() if not judge.rules()[one.rule].across]


@pytest.mark.parametrize("rule", sorted({one.rule for one in CASES}))
def test_what_departs_is_the_same_alone_and_among_all(rule):
    for given in (one.given for one in CASES if one.rule == rule):
        whole, brief = rulecases._case(given), rulecases._case(given)
        every = judge.verdicts(whole)
        told = judge.verdicts(brief, DEPARTURES)
        assert told == tuple(one for one in every if one.outcome in DEPARTURES)
        assert unchecked.open_items(brief) == unchecked.open_items(whole)


def test_some_cases_have_something_to_tell():
    told = [judge.verdicts(rulecases._case(one.given), DEPARTURES) for one in CASES[:60]]
    assert any(told) and not all(told)
