"""Where neither result nor contract is on file, 概要 says what those who judged the delivery say, as theirs."""

import pytest

from generator.publish.project import gist
from generator.records.following import outcome_of
from tests import rulecases
from tests.bodies import press
from tests.test_course import digest

WHO = {"printed": "虚构甲社"}
ACCEPTANCE = {
    "published": "2025-06-23",
    "suppliers": [WHO],
    "conclusion": "accepted",
    "contract": {"number": "YX-7", "amount": 468000},
    "settled_amount": 460000,
    "final_payment": {"value": 46800, "note": "验收后一个月内付"},
    "follow_up": [
        {"measure": "rectification", "due": "2025-07-31", "text": "补足三次探访"},
        {"text": "其余照付", "note": "原文在表格下方"},
    ],
}


def gist_of(notices):
    """By label, the lines of 概要 with their notes."""
    given = rulecases._project({"notices": notices, "project": {}}, "x")
    outcome = outcome_of(given.notices, given.filed)
    facts = gist.gist(given, digest(notices), outcome, press().directory)
    return {one.label: [*lines(one.cell)] for one in facts}


def lines(cell):
    for one in cell.inside or [cell]:
        yield one.text, one.note, one.href


def test_an_acceptance_alone_says_who_for_how_much_and_what_follows():
    by = "据验收结果公告，2025年6月23日（周一）"
    found, at = gist_of({"2025-06-23-acceptance": ACCEPTANCE}), "#2025-06-23-acceptance"
    assert found["谁来做"] == [("虚构甲社", by, at)]
    money = "合同（YX-7） 468,000 元（46.8 万元）；结算金额 460,000 元（46 万元）；应付尾款 46,800 元（4.68 万元）"
    assert found["多少钱"] == [(money, f"{by}；验收后一个月内付", at)]
    assert found["后续处理"] == [
        ("整改，最迟 2025年7月31日（周四）；补足三次探访", by, at),
        ("其余照付", f"{by}；原文在表格下方", at),
    ]


def test_what_was_put_right_by_then_is_not_told_as_still_to_be_done():
    row = {
        "measure": "rectification",
        "due": "2025-07-31",
        "done_on": "2025-08-05",
        "outcome": "3项均已整改",
    }
    found = gist_of({"2025-08-20-acceptance": {**ACCEPTANCE, "follow_up": [row]}})
    ((said, _, _),) = found["后续处理"]
    assert said == "整改，最迟 2025年7月31日（周四），截至 2025年8月5日（周二） 已完成；3项均已整改"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"score": 82.5, "full": 100}, "验收：通过，82.5 分（满分 100 分）"),
        ({"score": 82.5}, "验收：通过，82.5 分"),
        (
            {"score": 82.5, "conclusion": None, "conclusion_printed": "基本合格"},
            "验收：原文写作“基本合格”，82.5 分",
        ),
        ({"score": 82.5, "conclusion": None}, "验收：没有写结论，82.5 分"),
        ({}, "验收：通过"),
    ],
)
def test_the_score_of_an_acceptance_stands_beside_what_it_concludes(more, said):
    given = {key: value for key, value in {**ACCEPTANCE, **more}.items() if value is not None}
    found = gist_of({"2025-08-20-acceptance": given})
    assert [text for text, _, _ in found["做得怎样"]] == [said]


def test_a_copy_and_a_guess_say_so_and_a_budget_stays_beside():
    copied = {
        "published": "2025-06-20",
        "source": {"tier": "reprint", "extent": "full"},
        "suppliers": {"value": [WHO], "basis": "inferred"},
        "budget": 500000,
        "contract": {"amount": {"value": 468000, "basis": "inferred"}},
    }
    found = gist_of({"2025-06-20-evaluation": copied})
    assert [note.split("；")[1:] for _, note, _ in found["谁来做"]] == [["转载", "推断"]]
    (told, note, _), (budget, *_) = found["多少钱"]
    assert told == "合同 468,000 元（46.8 万元）"
    assert note.endswith("推断")
    assert budget == "预算 500,000 元（50 万元）"


def test_each_lot_has_its_own_and_what_is_said_again_stands_once():
    first = {"published": "2025-01-20", "suppliers": [WHO], "lots": [{"id": "1"}]}
    other = {
        "published": "2025-06-20",
        "suppliers": [{"printed": "虚构乙社"}],
        "lots": [{"id": "2"}],
    }
    again = first | {"published": "2025-07-20"}
    notices = {"2025-01-20-acceptance": first, "2025-06-20-acceptance": other}
    found = gist_of(notices | {"2025-07-20-acceptance": again})
    assert [(text, at) for text, _, at in found["谁来做"]] == [
        ("分包 2：虚构乙社", "#2025-06-20-acceptance"),
        ("分包 1：虚构甲社", "#2025-07-20-acceptance"),
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"2024-05-20-contract": {"published": "2024-05-20", "amount": 470000, "suppliers": [WHO]}},
        {"2024-05-01-award": {"published": "2024-05-01", "amount": 470000, "winners": [WHO]}},
    ],
)
def test_where_a_result_or_a_contract_is_on_file_they_say_it(more):
    found = gist_of({"2025-06-23-acceptance": ACCEPTANCE} | more)
    assert "虚构甲社" in found["谁来做"][0][0]
    assert found["谁来做"][0][0] != "虚构甲社"
    assert "470,000 元" in found["多少钱"][0][0]
    assert "YX-7" not in str(found["多少钱"])
    assert len(found["后续处理"]) == 2


def test_a_decision_on_file_says_itself_what_follows_and_in_its_words():
    decision = {
        "published": "2025-07-02",
        "suppliers": [WHO],
        "measures": [
            {"measure": "rectification", "due": "2025-07-31", "text": "补齐探访记录"},
            {
                "measure": "disqualification",
                "effective": {"from": "2025-07-01", "to": "2026-06-30"},
                "text": "一年内不得承接本区项目",
            },
        ],
    }
    notices = {"2025-06-23-acceptance": ACCEPTANCE, "2025-07-02-consequence": decision}
    found = gist_of(notices)
    assert "后续处理" not in found
    came = [text for text, *_ in found["做得怎样"]]
    assert "整改：期限 2025年7月31日（周四）；补齐探访记录" in came
    assert (
        "取消承接资格：2025年7月1日（周二）至2026年6月30日（周二）；一年内不得承接本区项目" in came
    )


def test_what_was_disputed_or_replaced_says_nothing_of_what_follows():
    later = ACCEPTANCE | {"published": "2025-08-01", "follow_up": [{"text": "全部照付"}]}
    notices = {"2025-06-23-acceptance": ACCEPTANCE, "2025-08-01-acceptance": later}
    assert [text for text, *_ in gist_of(notices)["后续处理"]] == ["全部照付"]


def test_a_purchase_that_nobody_judged_yet_says_nothing_of_it():
    found = gist_of({"2024-04-01-tender": {"published": "2024-04-01"}})
    assert not {"谁来做", "多少钱", "后续处理"} & {*found}
