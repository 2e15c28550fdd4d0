"""概要 says what holds of the whole purchase, and of a part that it is one; nothing surer than it is known."""

import pytest

from generator.publish.data.api import facts
from generator.publish.pages import lists
from generator.publish.project import entries, gist, paid_each, result, saying
from generator.publish.words.cells import length, span
from generator.records import abstract
from generator.records.following import outcome_of
from generator.records.model.times import Length, Span
from tests import rulecases
from tests.bodies import body_of, press

LOTS = [{"id": "1", "name": "城东"}, {"id": "2", "name": "城西"}]
COPY = {"tier": "secondary", "extent": "full"}
MASKED = {"printed": "(略)温(略)", "masked": True}


def project(notices, **own):
    return rulecases._project({"notices": notices, "project": own}, "x")


def digest(notices, **own):
    return abstract.of_project(project(notices, **own))


def rows(notices, **own):
    """概要 as text: the lines of each row, each with its note."""
    given = project(notices, **own)
    outcome = outcome_of(given.notices, given.filed)
    told = gist.gist(given, abstract.of_project(given, outcome), outcome, press().directory)
    return {
        one.label: [(line.text, line.note) for line in one.cell.inside or (one.cell,)]
        for one in told
    }


def texts(notices, label, **own):
    return [text for text, _ in rows(notices, **own).get(label, ())]


def test_what_one_lot_gets_is_not_told_of_all_lots():
    whole = {"2026-03-02-award": {"lots": LOTS, "service_items": ["探访", "陪伴"]}}
    part = {"2026-04-02-contract": {"lots": [{"id": "2"}], "service_items": ["陪伴"]}}
    assert texts(whole | part, "做什么") == ["探访；陪伴"]


def test_where_only_parts_say_what_is_done_each_is_told_with_its_lot():
    invited = {"2026-03-02-tender": {"lots": LOTS}}
    first = {"2026-04-02-contract": {"lots": [{"id": "1"}], "service_items": ["探访"]}}
    second = {"2026-04-03-contract": {"lots": [{"id": "2"}], "service_items": ["陪伴"]}}
    found = texts(invited | first | second, "做什么")
    assert found == ["分包 2：陪伴", "分包 1：探访"]


def test_whom_each_lot_is_for_takes_the_place_of_a_pointer_to_the_lots():
    named = [LOTS[0] | {"beneficiaries": "老人"}, LOTS[1] | {"beneficiaries": "孤儿"}]
    award = {"2026-03-02-award": {"beneficiaries": "见各项", "lots": named}}
    assert texts(award, "给谁") == ["分包 1 城东：老人", "分包 2 城西：孤儿"]
    alone = {"2026-03-02-award": {"beneficiaries": "见各项"}}
    assert texts(alone, "给谁") == ["见各项"]


def test_how_long_lots_last_is_told_once_where_it_is_the_same():
    year, half = {"length": 1, "unit": "year"}, {"length": 6, "unit": "month"}
    alike = {"2026-03-02-award": {"lots": [one | {"term": year} for one in LOTS]}}
    ((said, note),) = rows(alike)["做多久"]
    assert said == "1 年"
    assert note.endswith("各分包都是")
    apart = {"2026-03-02-award": {"lots": [LOTS[0] | {"term": year}, LOTS[1] | {"term": half}]}}
    assert texts(apart, "做多久") == ["分包 1 城东：1 年", "分包 2 城西：6 个月"]
    one = {"2026-03-02-award": {"lots": [LOTS[0] | {"term": year}, LOTS[1]]}}
    assert texts(one, "做多久") == ["分包 1 城东：1 年"]


def test_under_a_framework_who_has_orders_stands_before_who_was_admitted():
    text = body_of("990200-2025-shehui-jiuzhu-kuangjia-xieyi")
    told = text.partition("谁来做")[2].partition("多少钱")[0]
    orders = told.partition("入围")[0]
    assert "分包 2 的订单由虚构归航青少年事务社会工作服务中心承接" in orders
    assert "北斗星社会工作服务中心承接" not in told


def test_two_under_one_mask_are_neither_one_winner_nor_so_many():
    winners = [MASKED | {"lots": ["1"]}, MASKED | {"lots": ["2"]}]
    notices = {"2026-03-02-award": {"lots": LOTS, "winners": winners}}
    said = ["分包 1 城东：由(略)温(略)中选", "分包 2 城西：由(略)温(略)中选"]
    assert texts(notices, "谁来做") == said
    assert saying.chosen_words(digest(notices)) == "由 2 处（其中 2 处名称被打码）中选"


def test_one_masked_winner_of_all_lots_stays_one():
    notices = {"2026-03-02-award": {"lots": LOTS, "winners": [MASKED | {"lots": ["1", "2"]}]}}
    assert saying.chosen_words(digest(notices)) == "由 1 家（其中 1 家名称被打码）中选"
    assert len(texts(notices, "谁来做")) == 1


def test_counts_of_several_lots_are_not_so_many_organisations():
    winners = [{"count": 5, "lots": ["1"]}, {"count": 9, "lots": ["2"]}]
    notices = {"2026-03-02-award": {"lots": LOTS, "winners": winners}}
    assert saying.chosen_words(digest(notices)) == "由 14 家次中选"
    alone = {"2026-03-02-award": {"winners": [{"count": 5}]}}
    assert saying.chosen_words(digest(alone)) == "由 5 家中选"


VOIDED = {
    "2026-03-02-award": {"procedure": 1, "winners": [{"printed": "虚构甲社"}]},
    "2026-04-02-complaint": {
        "procedure": 1,
        "complaint_kind": "complaint",
        "refers": "2026-03-02-award",
        "effects": ["result-void"],
    },
    "2026-04-03-termination": {"procedure": 1, "refers": "2026-03-02-award"},
    "2026-06-02-award": {"procedure": 2, "winners": [{"printed": "虚构乙社"}]},
}


def test_a_result_found_void_is_told_with_its_round_and_whom_it_chose():
    found = rows(VOIDED)
    assert found["谁来做"][0][0] == "由虚构乙社中选"
    ((said, _),) = found["投诉处理"]
    assert said.startswith("第 1 轮由虚构甲社中选的结果：")


def test_who_withdrew_is_told_beside_who_came_after():
    first = {"winners": [{"printed": "虚构甲社", "amount": 10}]}
    gone = {"printed": "虚构甲社", "withdrawn": True, "reason": "书面放弃"}
    again = {"refers": "2026-03-02-award", "winners": [gone, {"printed": "虚构乙社", "amount": 12}]}
    ((said, note),) = rows({"2026-03-02-award": first, "2026-03-20-award": again})["谁来做"]
    assert said == "由虚构乙社中选"
    assert note.startswith("结果变更过：由虚构甲社改为虚构乙社，10 元改为 12 元")
    assert note.endswith("虚构甲社退出（书面放弃）")


def test_a_purchase_that_stands_still_says_so():
    open_ = {"notice_period": {"from": "2026-03-02", "to": "2026-03-06"}}
    proposal = {"2026-03-02-proposal": open_ | {"candidates": [{"printed": "虚构甲社"}]}}
    held_up = {"2026-03-05-suspension": {"decided_on": "2026-03-05", "reason": "需要核实"}}
    assert texts(proposal | held_up, "现在怎样") == [
        "采购暂停，自2026年3月5日（周四）起，原因：需要核实"
    ]
    resumed = {"2026-03-05-suspension": {"decided_on": "2026-03-05", "resumed_on": "2026-03-09"}}
    assert texts(proposal | resumed, "现在怎样") == []


def test_who_does_it_by_a_copy_says_that_it_is_one():
    winner = {"winners": [{"printed": "虚构甲社"}]}
    told = {"2026-03-02-award": winner | {"source": COPY}}
    assert texts(told, "谁来做") == ["由虚构甲社中选（转述）"]
    assert texts({"2026-03-02-award": winner}, "谁来做") == ["由虚构甲社中选"]
    lots = [{"printed": "虚构甲社", "lots": ["1"]}, {"printed": "虚构乙社", "lots": ["2"]}]
    apart = {"2026-03-02-award": {"lots": LOTS, "winners": lots, "source": COPY}}
    assert all(note.endswith("转述") for _, note in rows(apart)["谁来做"])


@pytest.mark.parametrize(
    ("days", "printed", "said"),
    [
        (5, "不少于5个工作日", "不少于 5 个工作日"),
        (
            5,
            "公告期限：不得少于五个工作日",
            "不得少于 5 个工作日（原文：公告期限：不得少于五个工作日）",
        ),
        (5, "不少于3家，5个工作日", "5 个工作日（原文：不少于3家，5个工作日）"),
        (5, "5个工作日", "5 个工作日"),
    ],
)
def test_a_least_number_of_days_stays_one(days, printed, said):
    assert length(Length(days=days, working=True, printed=printed)) == said
    bare = Length(days=days, working=True)
    assert span(Span(length=bare, printed=printed)) == said


def test_a_contract_that_holds_the_sums_of_others_has_no_share_paid():
    notices = {
        "2023-06-01-contract": {"amount": 300, "numbers": [{"value": "A", "role": "contract"}]},
        "2024-06-01-contract": {"refers": "2023-06-01-contract", "amount": {"printed": "不另计"}},
        "2024-07-01-contract-change": {"refers": "2023-06-01-contract", "amount": 290},
        "2023-07-01-payment": {"refers": "2023-06-01-contract", "amount": 100},
        "2024-08-01-payment": {"refers": "2024-06-01-contract", "amount": 90},
    }
    given = project(notices)
    outcome = outcome_of(given.notices, given.filed)
    first, second = paid_each.of(given, digest(notices), outcome, press().directory)
    assert first.words == (
        "变更后合同 290 元（后面没有另计金额的合同也在内），已收录付款 1 笔，合计 100 元"
    )
    assert (first.percent, second.percent) == (None, None)


def test_a_stage_that_nobody_states_says_so():
    stage = {"value": "annual", "basis": "inferred"}
    told = {"2026-03-02-evaluation": {"stage": stage, "overall": {"score": 73.5}}}
    assert list(result.by_step(digest(told), press().directory).values()) == [
        "年度评价（推断） 73.5 分"
    ]
    stated = {"2026-03-02-evaluation": {"stage": "annual", "overall": {"score": 73.5}}}
    assert list(result.by_step(digest(stated), press().directory).values()) == ["年度评价 73.5 分"]


def test_lists_and_party_pages_say_that_a_day_is_inferred():
    day = {"value": "2020", "basis": "inferred"}
    contract = {"signed": day, "amount": 100, "suppliers": {"party": "demo-bc-songtao"}}
    made = digest({"undated-contract": contract})
    ((_, row),) = lists.notice_rows(press(), made, "contract")
    assert row.says[0] == "签订日期 2020年（推断）"
    (entry,) = entries.delivered(press(), made, "demo-bc-songtao")
    assert "签订日期 2020年（推断）" in entry.notes
    assert "签订日期 2020年（推断）" in lists.row(press(), made).says


@pytest.mark.parametrize(("winners", "unsure"), [
    ([MASKED | {"lots": ["1"]}, MASKED | {"lots": ["2"]}], True),
    ([MASKED | {"lots": ["1", "2"]}], None),
    ([{"printed": "虚构甲社", "lots": ["1"]}, {"printed": "虚构乙社", "lots": ["2"]}], None),
])  # fmt: skip
def test_the_api_says_that_a_total_may_count_one_twice(winners, unsure):
    notices = {"2026-03-02-award": {"lots": LOTS, "winners": winners}}
    chosen = facts.facts(press(), digest(notices))["chosen"]
    assert chosen["total"] == len(winners)
    assert chosen.get("unsure") is unsure
