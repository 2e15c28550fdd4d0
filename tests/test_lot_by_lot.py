"""A purchase of several lots is told lot by lot: what is true of one is not told of them all."""

import pytest

from generator.publish.project import gist, saying
from generator.records import abstract
from generator.records.following import outcome_of
from tests import rulecases
from tests.bodies import press

TENDER = {
    "lots": [{"id": "1", "name": "城东"}, {"id": "2", "name": "城西"}, {"id": "3", "name": "中心"}]
}
A = {"printed": "虚构甲社", "lots": ["1"], "amount": 1752000}
B = {"printed": "虚构乙社", "lots": ["2"], "amount": 2358600}
FAILED = {"id": "3", "failed": True, "reason": "有效投标人不足三家"}
AWARD = {"lots": [{"id": "1"}, {"id": "2"}, FAILED], "winners": [A, B]}
CONTRACT = {"suppliers": {"printed": "虚构甲社", "lots": ["1"]}, "amount": 1752000}
MIXED = {
    "2025-12-01-tender": TENDER,
    "2026-01-04-award": AWARD,
    "2026-01-19-contract": CONTRACT,
}
BY_LOT = [
    "分包 1 城东：由虚构甲社承接（合同）",
    "分包 2 城西：由虚构乙社中选（合同未收录）",
    "分包 3 中心：没有成交",
]


def rows(notices, **project):
    """概要 as text: the lines of each row."""
    given = rulecases._project({"notices": notices, "project": project}, "x")
    outcome = outcome_of(given.notices, given.filed)
    told = gist.gist(given, abstract.of_project(given, outcome), outcome, press().directory)
    return {one.label: [line.text for line in one.cell.inside or (one.cell,)] for one in told}


def price(notices, **project):
    given = rulecases._project({"notices": notices, "project": project}, "x")
    return saying.price_words(abstract.of_project(given))


def test_a_contract_of_one_lot_hides_neither_the_winner_of_another_nor_the_one_that_failed():
    found = rows(MIXED)
    assert found["谁来做"] == BY_LOT
    assert found["没有成交的分包"] == ["分包 3 中心"]
    assert found["多少钱"] == [
        "合同（分包 1） 1,752,000 元（175.2 万元）",
        "分包 2 城西：成交 2,358,600 元（235.86 万元）（合同未收录）",
    ]


def test_a_contract_that_names_no_lot_may_be_of_any():
    bare = {"suppliers": {"printed": "虚构甲社"}, "amount": 1752000}
    found = rows(MIXED | {"2026-01-19-contract": bare})
    assert found["谁来做"] == ["由虚构甲社承接"]
    assert found["多少钱"] == ["合同 1,752,000 元（175.2 万元）"]


def test_lots_of_which_the_same_is_said_share_a_line_and_one_line_alone_is_none():
    both = {**A, "lots": ["1", "2"]}
    award = {
        "lots": [{"id": "1"}, {"id": "2"}, {"id": "3"}],
        "winners": [both, {**B, "lots": ["3"]}],
    }
    found = rows({"2025-12-01-tender": TENDER, "2026-01-04-award": award})
    assert found["谁来做"] == [
        "分包 1 城东、分包 2 城西：由虚构甲社中选",
        "分包 3 中心：由虚构乙社中选",
    ]
    alone = {"lots": AWARD["lots"][:2], "winners": [both]}
    assert rows({"2026-01-04-award": alone})["谁来做"] == ["由虚构甲社中选"]


def test_in_another_round_the_same_number_may_be_another_lot():
    first = {stem: {**one, "procedure": 1} for stem, one in MIXED.items()}
    again = {"2026-03-01-award": {"procedure": 2, "lots": [{"id": "1"}], "winners": [B]}}
    assert rows(first | again)["谁来做"] == ["由虚构甲社承接"]


def test_a_lot_whose_result_was_ended_says_so():
    ended = {"refers": ["2026-01-04-award"], "lots": [{"id": "2"}], "reason": "中标人放弃"}
    notices = MIXED | {"2026-02-01-termination": ended}
    assert rows(notices)["谁来做"][1] == "分包 2 城西：已经终止"


def test_the_sums_of_all_lots_of_one_result_are_added_and_said_to_be_so():
    notices = {stem: MIXED[stem] for stem in ("2025-12-01-tender", "2026-01-04-award")}
    said = "成交合计（本站相加） 4,110,600 元（411.06 万元）"
    assert rows(notices)["多少钱"] == [said]
    assert price(notices) == said


@pytest.mark.parametrize(
    "award",
    [
        {**AWARD, "lots": AWARD["lots"][:2]},
        {**AWARD, "pricing": "unit-price"},
        {**AWARD, "method": "framework"},
        {**AWARD, "winners": [A, {**B, "amount": {"about": 2358600}}]},
        {**AWARD, "source": {"tier": "original", "extent": "excerpt"}},
    ],
    ids=["a lot of which nothing is known", "by the unit", "framework", "not exact", "excerpt"],
)
def test_what_is_not_known_of_every_lot_is_not_added(award):
    found = price({"2025-12-01-tender": TENDER, "2026-01-04-award": award})
    assert "本站相加" not in found


def test_how_the_parts_of_a_sum_are_known_is_said_of_it():
    guessed = {**B, "amount": {"value": 2358600, "basis": "inferred"}}
    notices = {"2026-01-04-award": {**AWARD, "winners": [A, guessed]}}
    assert price(notices).endswith("（推断）")
    copied = {**AWARD, "source": {"tier": "reprint", "extent": "full"}}
    assert price({"2026-01-04-award": copied}).endswith("（转载）")


def test_each_lot_has_its_own_grade():
    evaluation = {
        "stage": "midterm",
        "evaluated_on": "2026-06-25",
        "results": [
            {"lot": "1", "printed": "虚构甲社", "score": 89.5, "grade": "良好"},
            {"lot": "2", "printed": "虚构乙社", "score": 73.8, "grade": "合格"},
            {"lot": "1", "service": "个案", "score": 40},
        ],
    }
    found = rows(MIXED | {"2026-07-15-evaluation": evaluation})["做得怎样"]
    assert found == [
        "分包 1，虚构甲社，中期评价：89.5 分，良好",
        "分包 2，虚构乙社，中期评价：73.8 分，合格",
    ]


def test_rows_of_services_and_two_marks_of_one_lot_are_no_grade_of_the_whole():
    twice = [{"lot": "1", "score": 60}, {"lot": "1", "score": 80}, {"service": "送餐", "score": 90}]
    found = rows(MIXED | {"2026-07-15-evaluation": {"results": twice}})["做得怎样"]
    assert found == ["评价结果已公布：没有总的分数和等级，分项见公告"]


def test_a_grade_is_of_the_day_on_which_the_evaluation_was_complete():
    days = {
        "evaluated_on": "2025-05-19",
        "evaluated_until": "2025-05-21",
        "completed_on": "2025-06-06",
    }
    for left in (2, 1, 0):
        stated = dict(list(days.items())[: left + 1])
        notice = {"overall": {"grade": "合格"}, "published": "2025-06-11", **stated}
        given = rulecases._project({"notices": {"2025-06-11-evaluation": notice}}, "x")
        (mark,) = abstract.of_project(given).marks
        assert (mark.by, mark.on.text) == list(stated.items())[-1]
