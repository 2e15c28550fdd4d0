"""A list says of a regime that it is a guess, and never counts it with what is stated."""

import pytest

from generator.publish.project import bought
from tests.test_course import digest


@pytest.mark.parametrize(
    ("regime", "code", "label"),
    [
        ("statutory", "statutory", "政府采购"),
        ("unknown", "unknown", "采购性质未载明"),
        ({"value": "grant", "basis": "stated"}, "grant", "资助"),
        ({"value": "grant", "basis": "inferred"}, "grant:inferred", "资助（推断）"),
        (
            {"value": "below-limit", "basis": "reprint"},
            "below-limit:reprint",
            "限额以下采购（转载所示）",
        ),
    ],
)
def test_a_guess_is_another_word(regime, code, label):
    one = digest({"2026-03-02-tender": {}}, regime=regime)
    assert bought.codes(one) == [code]
    assert bought.labels([one])[code] == label


def test_a_guess_that_nobody_made_is_no_word_to_search_for():
    one = digest({"2026-03-02-tender": {}}, regime="statutory")
    assert not [code for code in bought.labels([one]) if ":" in code]
