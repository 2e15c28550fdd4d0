"""Two thousand inputs at every door on every run; a hundred thousand a night."""

import pytest

from tests import fuzzing

TARGETS = fuzzing.targets()


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_whatever_comes_in_findings_come_out(name):
    assert fuzzing.run(TARGETS[name], 2_000, seed=1) < fuzzing.SECONDS


def test_a_door_that_lets_an_exception_through_is_told():
    def falls(raw):
        assert b"<script>" not in raw

    with pytest.raises(AssertionError):
        fuzzing.run(fuzzing.Target([b"kind: tender\n"], falls), 2_000, seed=1)


def test_changes_are_made_one_after_the_other_and_never_outside():
    assert fuzzing.spoilt(b"abc", [(1, 1, b"xy"), (99, 0, b"!")]).count(b"!") == 1
    assert fuzzing.spoilt(b"", [(5, 3, b"z")]) == b"z"
