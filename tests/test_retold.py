"""A deed that two notices tell of is one step, where it is certainly one; a step says what happened."""

import pytest

from generator.publish.project import story
from generator.publish.words import measures
from tests import rulecases
from tests.test_told_apart import project

FIRST = "虚构甲社工中心"
AWARD = {
    "published": "2026-09-28",
    "procedure": 1,
    "reviewed_on": "2026-09-23",
    "determined_on": "2026-09-26",
    "winners": [{"printed": FIRST}],
}
TOLD = {"event": "award", "on": "2026-09-28", "words": f"原中标人为{FIRST}"}
CHANGED = {
    "published": "2026-10-20",
    "procedure": 1,
    "refers": ["2026-09-28-award"],
    "reviewed_on": "2026-09-23",
    "determined_on": "2026-10-17",
    "winners": [{"printed": "虚构乙社工中心"}],
    "mentions": [TOLD],
}
AGAIN = "2026年10月20日（周二）的采购结果公告再次载明"


def steps(changed, first=AWARD):
    notices = {"2026-09-28-award": first, "2026-10-20-award": changed}
    found = story.told(project(notices), {}).steps
    return [
        (str(one.on), one.label, "；".join(f"{each.by}再次载明{each.said}" for each in one.again))
        for one in found
        if one.words
    ]


def test_a_choice_told_again_with_another_day_is_one_step_that_names_both():
    assert steps(CHANGED) == [
        ("2026-09-23", "评审", AGAIN),
        ("2026-09-26", "确定供应商", f"{AGAIN}，写的日期是2026年9月28日（周一）"),
        ("2026-10-17", "确定供应商", ""),
    ]


@pytest.mark.parametrize(
    "otherwise",
    [
        {"refers": []},
        {"procedure": 2},
        {"mentions": [{**TOLD, "words": "原中标人已经退出"}]},
        {"mentions": [{**TOLD, "on": "2026-09-27"}]},
        {"mentions": [TOLD, TOLD]},
        {"lots": [{"id": "1"}]},
    ],
)
def test_where_it_may_be_another_choice_both_stay(otherwise):
    chosen = [on for on, label, _ in steps(CHANGED | otherwise) if label == "确定供应商"]
    told = (otherwise.get("mentions") or [TOLD])[0]
    assert chosen.count("2026-09-26") == 1
    assert told["on"] in chosen


def test_another_winner_on_the_same_day_is_another_choice():
    same = {**CHANGED, "determined_on": "2026-09-26", "mentions": []}
    assert [one[1] for one in steps(same)].count("确定供应商") == 2
    again = {**same, "winners": AWARD["winners"]}
    assert [one[1] for one in steps(again)].count("确定供应商") == 1


OBJECTED = {
    "published": "2026-04-25",
    "objections": [{"date": "2026-04-17", "by": {"printed": "虚构乙社"}, "text": "异议"}],
}


def objected(by):
    complaint = {
        "published": "2026-04-28",
        "refers": ["2026-04-25-single-source"],
        "complaint_kind": "objection",
        "complainant": {"printed": by},
        "received_on": "2026-04-17",
    }
    notices = {"2026-04-25-single-source": OBJECTED, "2026-04-28-complaint": complaint}
    found = story.told(rulecases._project({"notices": notices}, "x"), {}).steps
    return [one.label for one in found].count("收到异议")


def test_an_objection_told_by_what_decides_it_is_one():
    assert objected("虚构乙社") == 1
    assert objected("虚构丙社") == 2


def test_two_payments_of_one_day_are_two():
    paid = {"published": "2026-06-20", "paid_on": "2026-06-18", "amount": 100}
    notices = {
        "2026-06-20-payment": paid,
        "2026-06-20-payment-2": {**paid, "refers": ["2026-06-20-payment"]},
    }
    labels = [one.label for one in story.told(project(notices), {}).steps]
    assert labels.count("付款") == 2


def test_what_a_correction_calls_the_first_notice_is_told_by_that_notice():
    correction = {
        "published": "2026-10-12",
        "refers": ["2026-09-28-award"],
        "first_published": "2026-09-28",
    }
    notices = {"2026-09-28-award": AWARD, "2026-10-12-correction": correction}
    assert "首次公告" not in [one.label for one in story.told(project(notices), {}).steps]
    elsewhere = correction | {"refers": []}
    notices = {"2026-09-28-award": AWARD, "2026-10-12-correction": elsewhere}
    assert "首次公告" in [one.label for one in story.told(project(notices), {}).steps]


def decided(kind="consequence", **given):
    published = {"published": "2026-03-18", "decided_on": "2026-03-17", **given}
    found = story.told(project({f"2026-03-18-{kind}": published}), {}).steps
    return next(one.label for one in found if str(one.on) == "2026-03-17")


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("决定整改", {"measure": "rectification", "as_titled": "整改通知"}),
        ("整改复查", {"measure": "rectification", "as_titled": "整改复查结果"}),
        ("整改复核", {"measure": "rectification", "as_titled": "整改复核情况公告"}),
        ("整改结果", {"measure": "rectification", "done_on": "2026-03-12"}),
        ("决定不予支付", {"measure": "deduction", "as_titled": "不予支付决定"}),
        ("决定扣减", {"measure": "deduction", "title": "关于某项目末期款扣减的公告"}),
        ("决定扣减、暂缓或不予支付", {"measure": "deduction", "title": "扣减和不予支付的公告"}),
        ("决定终止", {"kind": "termination", "as_titled": "终止公告"}),
        ("决定废标", {"kind": "termination", "title": "某项目废标公告"}),
        ("作出决定", {"kind": "termination", "title": "某项目终止（废标）公告"}),
        ("处理决定", {"kind": "complaint"}),
    ],
)
def test_a_decision_is_called_what_its_notice_calls_it(said, given):
    assert decided(**{"title": "某项目公告", **given}) == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [("supervision", "监督检查"), ("spot-check", "抽查"), ("provider", "所述的事发生")],
)
def test_what_a_report_of_an_inspection_dates_is_the_inspection(kind, said):
    report = {"published": "2026-03-18", "occurred": "2026-03-16", "report_kind": kind}
    found = story.told(project({"2026-03-18-report": report}), {}).steps
    assert [one.label for one in found if one.words] == [said]


def test_a_conclusion_is_told_in_whole_sentences_and_what_is_cut_says_so():
    assert measures.concluded("整改按期完成。") == "整改按期完成"
    long = "四项整改按期完成。" + "其余情况见公告所附的材料清单" * 8 + "。"
    assert measures.concluded(long) == "四项整改按期完成。……"
    assert measures.concluded(None) == ""


def test_the_course_of_a_project_tells_a_review_with_its_conclusion(real_site):
    page = (real_site / "projects/990100-2024-shequ-jiaozheng-bangjiao/index.html").read_text(
        "utf-8"
    )
    steps_ = page.partition('class="p-steps"')[2].partition("</ol>")[0].split("<li")
    (review,) = [one for one in steps_ if "2025-03-17" in one]
    assert ">整改复查</a>" in review
    assert "整改复查：完成于 2025年3月12日（周三）；四项整改按期完成。" in review
    assert "决定整改" not in review
