"""Nothing is said to be missing unless somebody says that it was looked for."""

from collections.abc import Iterator

import pytest

from generator.law.verdict import Outcome, Verdict
from tests import rulecases
from tests.rulecases import RuleCase

CASES = rulecases.read_all()
DEPARTURES = {Outcome.NOT_MET, Outcome.DEPARTS}


def pairs(case: RuleCase) -> Iterator[tuple[Verdict | None, Verdict | None]]:
    """What is told of each lot with the word of what was looked for, and without it."""
    before = {one.lot: one for one in case.told}
    after = {one.lot: one for one in case.in_haste().verdicts()}
    yield from ((before.get(lot), after.get(lot)) for lot in sorted({*before, *after}))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_record_in_haste_accuses_nobody_and_is_praised_as_before(case: RuleCase) -> None:
    for before, after in pairs(case):
        assert after
        assert "公告未载明" not in after.sentence
        if before is None or before.outcome is not after.outcome:
            assert before is None or before.outcome in DEPARTURES
            # Of an undated notice the day is asked for first.
            assert after.outcome is Outcome.CANNOT_TELL
            assert after.why == "unchecked" or (before is None and after.why == "date"), after
