"""Twelve purchases of several lots, decided by hand from the texts: the rules say the same."""

import pytest

from tests import handcases, said
from tests.handcases import Expected

EXPECTED = list(handcases.expected())


@pytest.mark.parametrize("one", EXPECTED, ids=[one.name for one in EXPECTED])
def test_a_rule_says_what_was_decided_by_hand(one: Expected) -> None:
    assert handcases.outcomes(one) == {one.outcome}


def test_every_verdict_says_what_was_accepted() -> None:
    held = handcases.SAID.read_text(encoding="utf-8")
    differences = said.difference(held, handcases.text())
    assert not differences, f"{differences}If the new words are right, run: make bless"


def test_each_purchase_has_several_lots() -> None:
    for purchase in handcases.purchases():
        lots = {one.lot for one in EXPECTED if one.purchase == purchase and one.lot}
        assert len(lots) > 1, purchase
