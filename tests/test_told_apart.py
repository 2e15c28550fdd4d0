"""What is proposed, planned, suspended or has failed is not told as chosen or done."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.law import judge
from tests import rulecases

BROKEN = [
    one
    for one in rulecases.read_all()
    if one.outcome == "not met" and "others" not in one.given and not one.given.get("loose")
]


def bought(given: Mapping[str, Any], regime: str) -> Mapping[str, Any]:
    """The same purchase, said to be of another kind."""
    return {**given, "project": {**given.get("project", {}), "regime": regime}}


@pytest.mark.parametrize("id", sorted({one.rule for one in BROKEN}))
def test_what_is_said_to_be_no_government_purchase_is_judged_by_nothing(id):
    broken = [one for one in BROKEN if one.rule == id]
    assert broken
    for one in broken:
        assert judge.verdicts(rulecases._case(bought(one.given, "none"))) == (), one.name
