"""Each of several winners has its sum in 钱; they are added only where they are alike and all."""

import pytest

from generator.publish.project import sums
from generator.records.following import outcome_of
from tests import rulecases
from tests.bodies import press

A = {"printed": "虚构甲社", "lots": "1", "amount": 234000}
B = {"printed": "虚构乙社", "lots": "2", "amount": {"value": 19.8, "unit": "万元"}}
LOTS = [{"id": "1"}, {"id": "2"}]
BOTH = {"lots": LOTS, "winners": [A, B]}
EXCERPT = {"tier": "original", "extent": "excerpt"}
ADDED = ("以上 2 项合计，本站相加", "432,000 元（43.2 万元）")
APART = [
    ("虚构甲社，分包 1", "234,000 元（23.4 万元）"),
    ("虚构乙社，分包 2", "19.8 万元（198,000 元）"),
]


def money(notices, **project):
    given = rulecases._project({"notices": notices, "project": project}, "x")
    outcome = outcome_of(given.notices, given.filed)
    return [(one.remark, one.words) for one in sums.rows(given, outcome, (), press().directory)]


def award(**stated):
    return {"2026-03-02-award": {**BOTH, **stated}}


def without(who, *keys):
    return {key: value for key, value in who.items() if key not in keys}


def test_each_winner_has_its_sum_and_lots_apart_are_added():
    assert money(award()) == [*APART, ADDED]


def test_the_sum_of_a_lot_is_that_of_its_only_winner():
    lots = [{"id": "1", "amount": 234000}, {"id": "2", "amount": 198000}]
    winners = [without(A, "amount"), without(B, "amount")]
    found = money(award(lots=lots, winners=winners))
    assert [one for one, _ in found] == ["虚构甲社，分包 1", "虚构乙社，分包 2", ADDED[0]]
    shared = [without(A, "amount"), {**without(B, "amount"), "lots": "1"}]
    # Of one lot that two have, its sum is that of the lot and of neither.
    of_lots = [("分包 1", APART[0][1]), ("分包 2", "198,000 元（19.8 万元）")]
    assert money(award(lots=lots, winners=shared)) == of_lots


@pytest.mark.parametrize(
    "stated",
    [
        {"method": "framework"},
        {"pricing": "unit-price"},
        {"winners_count": 3},
        {"source": EXCERPT},
        {"winners": [A, {**B, "lots": "1"}]},
        {"winners": [without(A, "lots"), without(B, "lots")]},
        {"winners": [A, {**B, "amount": {"about": 198000}}]},
        {"winners": [A, {**B, "amount": {"value": 19, "per": "人次"}}]},
        {"winners": [A, {**B, "amount": {"unit_price": 19, "per": "人次"}}]},
    ],
)
def test_what_is_not_alike_or_not_all_is_not_added(stated):
    found = money(award(**stated))
    assert len(found) == 2, found
    assert all("本站相加" not in remark for remark, _ in found)


def test_an_excerpt_that_says_how_many_there_are_is_whole():
    assert money(award(source=EXCERPT, winners_count=2))[-1] == ADDED


def test_the_sum_that_the_notice_states_itself_is_told_and_not_added_again():
    found = money(award(amount=432000))
    assert found == [("", "432,000 元（43.2 万元）"), *APART]


def test_who_withdrew_is_named_so_and_an_only_winner_has_one_row():
    found = money(award(winners=[A, {**B, "withdrawn": True}]))
    assert found == [("分包 1", APART[0][1]), ("虚构乙社，分包 2，已退出", APART[1][1])]


def test_one_row_of_several_that_are_counted_is_named():
    found = money(award(winners=[A], winners_count=3))
    assert found == APART[:1]


def test_a_lot_that_was_given_to_another_is_marked_and_left_out():
    fix = {
        "scope": "result",
        "refers": ["2026-03-02-award"],
        "lots": [{"id": "2"}],
        "winners": [{"printed": "虚构丙社", "lots": "2", "amount": 200000}],
    }
    found = dict(money(award() | {"2026-03-09-correction": fix}))
    assert "虚构甲社，分包 1" in found
    assert "虚构乙社，分包 2，结果后来作废或更正" in found
    assert all("本站相加" not in remark for remark in found)


def test_grants_for_projects_apart_are_added():
    rows = [
        {"printed": "虚构甲社", "for": "邻里互助", "amount": 50000},
        {"printed": "虚构甲社", "for": "老友食堂", "amount": 30000},
    ]
    found = money({"2026-03-02-grant": {"winners": rows}}, regime="grant")
    assert found[0] == ("虚构甲社，邻里互助", "50,000 元（5 万元）")
    assert found[-1] == ("以上 2 项合计，本站相加", "80,000 元（8 万元）")
    twice = [rows[0], {**rows[1], "for": "邻里互助"}]
    assert len(money({"2026-03-02-grant": {"winners": twice}}, regime="grant")) == 2


def test_prices_of_a_unit_stand_folded_and_a_budget_of_one_round_once():
    rows = [
        {**A, "amount": {"unit_price": 98, "per": "工时"}},
        {**B, "amount": {"unit_price": 104, "per": "工时"}},
    ]
    notices = {
        "2025-02-24-tender": {"procedure": 1, "method": "framework", "budget": 2340000},
        "2025-03-26-award": {"procedure": 1, "method": "framework", "lots": LOTS, "winners": rows},
        "2025-10-13-tender": {"procedure": 2, "method": "framework", "budget": 880000},
    }
    given = rulecases._project({"notices": notices, "project": {"budget": 2340000}}, "x")
    outcome = outcome_of(given.notices, given.filed)
    found = list(sums.rows(given, outcome, (), press().directory))
    assert [(one.words, one.beside) for one in found if "工时" in one.words] == [
        ("98 元/工时", True),
        ("104 元/工时", True),
    ]
    planned = [(one.remark, one.words) for one in found if one.stage == "预算金额"]
    assert planned == [
        ("第 1 轮", "2,340,000 元（234 万元）"),
        ("第 2 轮", "880,000 元（88 万元）"),
    ]
