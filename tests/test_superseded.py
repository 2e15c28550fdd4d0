"""What a later notice put in place of a value is said where the value stands."""

import pytest

from generator.publish.project import sums
from generator.publish.words import superseded
from generator.publish.words.sheet import sheet
from generator.records.following import outcome_of
from tests import rulecases
from tests.bodies import press

TENDER = {
    "budget": 4860000,
    "ceiling": 4812000,
    "deadline": "2025-12-23T09:30",
    "documents": {"from": "2025-12-02", "to": "2025-12-09"},
    "qualifications": ["设有办公场所", "近三年社会组织评估等级3A及以上"],
    "numbers": [{"value": "虚财采计〔2025〕00417号", "role": "plan"}],
    "opening": {"at": "2025-12-23T09:30", "place": "三楼第2开标室"},
    "site_visit": {"at": "2025-12-10T09:00"},
    "bid_bond": {"unit_price": 15000, "per": "包"},
    "criteria": [{"name": "价格", "weight": 10}, {"name": "技术", "weight": 55}],
    "lots": [
        {"id": "1", "ceiling": {"value": 238, "unit": "万元"}},
        {"id": "2", "ceiling": {"value": 238, "unit": "万元"}},
    ],
}
SEEN = "见更正公告，2025年12月8日（周一）"


def changed(*rows, **typed):
    """What is said beside each value of the tender, and the rows of 钱 with a remark."""
    fix = {"refers": ["2025-12-01-tender"], "published": "2025-12-08", "changes": [*rows], **typed}
    notices = {"2025-12-01-tender": TENDER, "2025-12-08-correction": fix}
    given = rulecases._project({"notices": notices}, "x")
    outcome = outcome_of(given.notices, given.filed)
    shown = superseded.shown(given, outcome)
    notes = {path: said.note for path, said in shown.notices[0].annotations.items()}
    rows = sums.rows(shown, outcome, (), press().directory)
    return notes, {one.remark for one in rows if one.remark}


def row(item, before, after):
    return {"item": item, "before": before, "after": after}


def test_what_a_correction_types_anew_is_marked_on_the_sheet_and_in_the_money():
    notes, money = changed(
        ceiling=4797000, new_deadline="2025-12-30T09:30", documents={"to": "2025-12-16"}
    )
    assert notes == {
        ("ceiling",): f"后来更正为 4,797,000 元（479.7 万元），{SEEN}",
        ("deadline",): f"后来更正为 2025年12月30日（周二） 09:30，{SEEN}",
        ("documents", "to"): f"后来更正为 2025年12月16日（周二），{SEEN}",
    }
    assert notes["ceiling",] in money


def test_what_holds_of_some_lots_alone_is_marked_with_these():
    notes, _ = changed(
        new_deadline="2025-12-30T09:30",
        others_unchanged=True,
        lots=[{"id": "2", "ceiling": {"value": 230, "unit": "万元"}}],
    )
    assert notes == {
        ("deadline",): f"分包 2 后来更正为 2025年12月30日（周二） 09:30，{SEEN}",
        ("lots", 1, "ceiling"): f"后来更正为 2,300,000 元（230 万元），{SEEN}",
    }


def test_what_else_a_tender_states_is_marked_with_what_it_became():
    notes, money = changed(
        opening={"at": "2025-12-30T14:00", "place": "四楼第5开标室"},
        qualifications=["设有办公场所"],
        bid_bond={"printed": "取消"},
        criteria=[{"name": "技术", "weight": 58}],
        site_visit={"value": None, "printed": "取消"},
    )
    assert notes == {
        ("opening", "at"): f"后来更正为 2025年12月30日（周二） 14:00，{SEEN}",
        ("opening", "place"): f"后来更正为“四楼第5开标室”，{SEEN}",
        ("qualifications",): f"后来更正为“设有办公场所”，{SEEN}",
        ("bid_bond",): f"后来更正为“取消”，{SEEN}",
        ("criteria", 1, "weight"): f"后来更正为 58，{SEEN}",
        ("site_visit",): f"后来更正为“取消”，{SEEN}",
    }
    assert any(notes["bid_bond",] in one for one in money)


def test_where_rows_say_which_qualification_changed_the_rest_is_not_said_to_have():
    gone = row("特定资格要求", "近三年社会组织评估等级3A及以上", "删除")
    notes, _ = changed(gone, qualifications=["设有办公场所"])
    assert notes == {("qualifications", 1): f"后来更正：特定资格要求改为“删除”，{SEEN}"}


def test_the_row_of_the_deadline_marks_no_other_moment_of_the_same_day():
    notes, _ = changed(row("投标文件递交截止时间", "2025年12月23日09点30分", "2025-12-30 14:00"))
    assert list(notes) == [("deadline",)]
    notes, _ = changed(row("开标时间", "2025-12-23 09:30", "2025-12-30 14:00"))
    assert list(notes) == [("opening", "at")]


def test_the_ceiling_of_a_lot_is_marked_and_that_of_another_lot_is_not():
    notes, money = changed(lots=[{"id": "2", "ceiling": {"value": 236.5, "unit": "万元"}}])
    assert list(notes) == [("lots", 1, "ceiling")]
    assert any(one.startswith("分包 2，后来更正为 2,365,000 元") for one in money)


def test_what_a_correction_of_one_lot_moves_is_said_of_that_lot():
    lots = [{"id": "2", "ceiling": {"value": 236.5, "unit": "万元"}}]
    more = {
        "documents": {"to": "2025-12-16"},
        "opening": {"at": "2025-12-30T14:00", "place": "四楼第5开标室"},
    }
    notes, _ = changed(lots=lots, budget=4845000, new_deadline="2025-12-30T09:30", **more)
    own = {path: note for path, note in notes.items() if note.startswith("分包 2 后来更正为")}
    assert [*own] == [("documents", "to"), ("opening", "at"), ("opening", "place"), ("deadline",)]
    # The sum of all stays that of all, and the row of a lot is that lot's anyway.
    assert all(notes[path].startswith("后来更正为") for path in notes.keys() - own.keys())
    both = [{"id": "1"}, {"id": "2"}]
    notes, _ = changed(lots=both, new_deadline="2025-12-30T09:30")
    assert notes["deadline",].startswith("后来更正为")


def test_a_value_and_what_it_is_printed_as_are_marked_once():
    target = {"name": "个案", "target": {"min": 12, "unit": "个", "printed": "每站每年不少于12个"}}
    notices = {
        "2025-12-01-tender": {"targets": [target]},
        "2025-12-08-correction": {
            "published": "2025-12-08",
            "refers": ["2025-12-01-tender"],
            "changes": [row("个案数", "每站每年不少于12个", "每站每年不少于15个")],
        },
    }
    given = rulecases._project({"notices": notices}, "x")
    shown = superseded.shown(given, outcome_of(given.notices, given.filed))
    assert list(shown.notices[0].annotations) == [("targets", 0, "target")]


@pytest.mark.parametrize(
    ("told", "path"),
    [
        (row("最高限价（包2）", "238.00万元", "236.50万元"), ("lots", 1, "ceiling")),
        (row("最高限价（合计）", "4,812,000.00元", "4,797,000.00元"), ("ceiling",)),
        (row("特定资格要求", "近三年社会组织评估等级3A及以上", "删除"), ("qualifications", 1)),
        (
            row("采购计划备案号", "虚财采计〔2025〕00417号", "虚财采计〔2025〕00471号"),
            ("numbers", 0),
        ),
        (row("投标截止时间", "2025-12-23 09:30", "2025-12-30 09:30"), ("deadline",)),
    ],
)
def test_a_row_of_changes_marks_the_value_that_it_repeats(told, path):
    notes, _ = changed(told)
    assert notes == {path: f"后来更正：{told['item']}改为“{told['after']}”，{SEEN}"}


@pytest.mark.parametrize(
    "told",
    [
        row("最高限价", "238.00万元", "236.50万元"),
        row("预算", "4,812,000.00元", "4,797,000.00元"),
        row("付款方式", "40%、40%、20%", "30%、50%、20%"),
        row("商务分", "30分", "25分"),
    ],
    ids=["which of two lots", "another sum", "nothing like it", "no such value"],
)
def test_a_row_that_may_mean_several_or_none_marks_nothing(told):
    assert changed(told)[0] == {}


def test_of_rows_alike_only_the_one_that_is_named_is_marked():
    years = [{"name": f"第{one}年度服务", "amount": 672000} for one in "一二三"]
    notices = {
        "2023-06-01-contract": {"line_items": years},
        "2025-06-24-contract-change": {
            "published": "2025-06-24",
            "refers": ["2023-06-01-contract"],
            "changes": [
                row("第三年度金额", "672000元", "630000元"),
                row("年度金额", "672000元", "1元"),
            ],
        },
    }
    given = rulecases._project({"notices": notices}, "x")
    shown = superseded.shown(given, outcome_of(given.notices, given.filed))
    assert list(shown.notices[0].annotations) == [("line_items", 2, "amount")]


def test_what_is_only_repeated_and_what_was_withdrawn_marks_nothing():
    assert changed(ceiling={"value": 481.2, "unit": "万元"})[0] == {}
    gone = {"withdrawn": {"date": "2025-12-09", "reason": "重复"}}
    assert changed(ceiling=4797000, portal=gone)[0] == {}


def test_a_change_of_a_contract_is_said_beside_its_sum_once():
    notices = {
        "2026-01-19-contract": {"published": "2026-01-19", "amount": 1752000},
        "2026-06-02-contract-change": {
            "published": "2026-06-02",
            "refers": ["2026-01-19-contract"],
            "amount": 1898000,
        },
    }
    given = rulecases._project({"notices": notices}, "x")
    outcome = outcome_of(given.notices, given.filed)
    shown = superseded.shown(given, outcome)
    remarks = [
        one.remark for one in sums.rows(shown, outcome, {"2026-01-19-contract"}, press().directory)
    ]
    said = "后来变更为 1,898,000 元（189.8 万元），见合同变更公告，2026年6月2日（周二）"
    assert remarks == [said, ""]
    groups = sheet(shown.notices[0], press().directory).groups
    assert said in [fact.cell.note for group in groups for fact in group.facts]


PLAN = [
    {"share": 40, "amount": 40000, "event": "合同签订后"},
    {"share": 60, "amount": 60000, "event": "验收合格后"},
]


def instalments(plan, amount=130000):
    """What is said beside the instalments of a contract once they were changed."""
    notices = {
        "2026-01-19-contract": {"amount": 100000, "payment_plan": PLAN},
        "2026-06-02-contract-change": {
            "published": "2026-06-02",
            "refers": ["2026-01-19-contract"],
            "amount": amount,
            "payment_plan": plan,
        },
    }
    given = rulecases._project({"notices": notices}, "x")
    shown = superseded.shown(given, outcome_of(given.notices, given.filed))
    found = shown.notices[0].annotations.items()
    return {path[1:]: said.note.partition("，见")[0] for path, said in found if path[1:]}


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (
            [PLAN[0], {"amount": 90000, "event": "验收合格后"}],
            {(1, "amount"): "后来变更为 90,000 元（9 万元）"},
        ),
        (
            [{"amount": 90000, "event": "验收合格后"}],
            {(1, "amount"): "后来变更为 90,000 元（9 万元）"},
        ),
        # Of another event, at the same place.
        (
            [PLAN[0], {"amount": 90000, "event": "终期验收后"}],
            {(1, "amount"): "后来变更为 90,000 元（9 万元）"},
        ),
        # A plan that comes to the whole leaves no other row in force.
        (
            [{"amount": 130000, "event": "一次付清"}],
            {(0, "amount"): "后来变更", (1, "amount"): "后来变更"},
        ),
        # Of a row more nobody knows what it replaces.
        ([{"amount": 30000, "event": "增加部分"}], {}),
        ([PLAN[0] | {"share": 30}], {(0, "share"): "后来变更为 30%"}),
    ],
    ids=["restated", "alone", "place", "whole", "more", "share"],
)
def test_an_instalment_that_was_changed_says_what_it_became(plan, said):
    assert instalments(plan) == said
