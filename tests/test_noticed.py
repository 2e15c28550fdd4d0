"""A row of a list of notices says who, how much and how it went, as its own notice states it and no more."""

import json

import pytest

from generator.publish.pages import lists
from generator.publish.project import noticed
from tests.bodies import press
from tests.test_course import digest
from tests.test_result import held, words
from tests.test_takeaway import table

A, B, C = ({"printed": f"虚构{name}社"} for name in "甲乙丙")
KINDS = ("award", "contract", "payment", "evaluation", "acceptance")


def told(notices, stem, **project):
    made = digest(notices, **project)
    return noticed.told(press(), made, made.notices)[stem]


def award(*winners, **more):
    return told(
        {"2024-05-07-award": {"published": "2024-05-07", "winners": list(winners), **more}},
        "2024-05-07-award",
    )


def row(id, kind, stem):
    rows = [one for _, one in lists.notice_rows(press(), held(id), kind)]
    return next(one.says for one in rows if one.href.endswith(f"#{stem}"))


def test_an_award_says_who_was_chosen_and_for_how_much():
    assert award({**A, "amount": 835000}) == ("由虚构甲社中选", "成交 835,000 元（83.5 万元）")


def test_a_row_keeps_the_shape_of_a_sum_and_the_doubt_about_it():
    assert award(A, amount={"about": 80, "unit": "万元"})[1].startswith("成交 约 80 万元")
    assert award(A, amount={"at_most": 770000})[1].startswith("成交 不超过 770,000 元")
    assert award(A, amount={"value": 9, "basis": "inferred"})[1] == "成交 9 元（推断）"


def test_several_chosen_are_named_in_part_and_their_sums_are_not_added():
    several = [{**one, "amount": 5} for one in (A, B, C)]
    assert award(*several) == (
        "由虚构甲社、虚构乙社等 3 家中选",
        "成交金额分开写了 3 个，见公告，这里不相加",
    )
    assert award(*several, amount=15)[1] == "成交 15 元"


def test_who_is_only_counted_masked_or_not_named_is_told_as_that():
    assert award({"count": 5, "names_in": "附件"}) == ("由 5 家中选",)
    by_lot = [{"count": n, "names_in": "附件", "lots": [str(n)]} for n in (5, 9)]
    assert award(*by_lot) == ("由分包 5（5 家）、分包 9（9 家）中选",)
    assert award({"names_in": "附件"}) == ("中选名单在附件",)
    assert award({"described": "社会组织", "unnamed": "not-shown"}) == ("中选的名称没有收录",)
    hidden = {"printed": "某某社", "masked": True}
    assert award(A, hidden, hidden) == ("由虚构甲社中选", "另有 2 处名称被打码")


def test_who_withdrew_and_a_failed_lot_are_chosen_by_nobody():
    said = award(A, {**B, "withdrawn": True}, {"printed": "废标"})
    assert said[0] == "由虚构甲社中选"
    assert not [one for one in said if one.startswith("由") and ("乙" in one or "废标" in one)]


def test_who_is_proposed_is_no_winner():
    single = {"2024-04-01-single-source": {"published": "2024-04-01", "suppliers": A, "budget": 9}}
    assert told(single, "2024-04-01-single-source") == ("拟定供应商：虚构甲社", "预算 9 元")
    proposal = {"2024-04-01-proposal": {"published": "2024-04-01", "candidates": [A, B]}}
    (said,) = told(proposal, "2024-04-01-proposal")
    assert said.startswith("候选") and "中选" not in said


def test_a_replaced_result_says_so_and_its_correction_says_who_came_after():
    id = "990100-2024-kunjing-ertong-guanai"
    old = row(id, "award", "2024-07-01-award")
    assert "原由虚构静明心理健康社会工作服务中心中选（后来作废、更正或退出）" in old
    assert "已被替换" in old
    new = row(id, "correction", "2024-07-12-correction")
    assert "由虚构童欣青少年社会工作服务中心中选" in new
    assert "更正后金额 835,000 元（83.5 万元）" in new
    assert "后来变更" in row(id, "contract", "2024-07-29-contract")


def test_a_grade_and_a_conclusion_stand_in_the_row_with_their_doubt():
    id = "990100-2024-shequ-jiaozheng-bangjiao"
    assert "末期评价 52.8 分，不合格" in row(id, "evaluation", "2025-06-11-evaluation")
    assert "验收未通过" in row(id, "acceptance", "2025-06-23-acceptance")
    copied = held("440111-2023-sanyuanli-jujia-yanglao")
    (said,) = [one.says for _, one in lists.notice_rows(press(), copied, "evaluation")]
    assert [
        one for one in said if one.startswith("年度评价（推断） 73.5 分") and "未核对原文" in one
    ]


def test_an_earlier_grade_is_told_in_its_own_row():
    id = "990100-2024-shequ-jiaozheng-bangjiao"
    middle = row(id, "evaluation", "2024-12-27-evaluation")
    assert "中期评价 54.5 分，不合格" in middle
    assert not [one for one in middle if "末期" in one]


def test_a_decision_says_what_from_when_and_to_when():
    id = "990100-2024-shequ-jiaozheng-bangjiao"
    rows = [one.says for _, one in lists.notice_rows(press(), held(id), "consequence")]
    (barred,) = [says for says in rows if "取消承接资格" in says]
    assert [one for one in barred if one.startswith("起止：") and "2027年6月30日" in one]


def test_what_is_withdrawn_says_nothing():
    given = {"published": "2024-05-07", "winners": [A], "amount": 9}
    gone = {**given, "portal": {"withdrawn": {"date": "2024-06-01", "reason": "误收"}}}
    made = digest({"2024-05-07-award": gone})
    assert noticed.told(press(), made, made.notices) == {}


def test_a_sum_told_only_in_words_is_no_figure():
    (_, said) = award(A, amount={"printed": "以订单合同为准"})
    assert said == "成交金额（原文：以订单合同为准）"


@pytest.mark.parametrize("kind", KINDS)
def test_the_explorer_shows_the_words_of_the_plain_list(real_site, kind):
    rows = [one for one in table(real_site, "notices").values() if one["kind"] == [kind]]
    html = words((real_site / "notices" / kind / "index.html").read_text("utf-8"))
    assert rows and any(one["gist"] for one in rows)
    for one in rows:
        for said in one["gist"]:
            assert said.strip() in html


def test_a_supplier_is_found_by_name_among_notices(real_site):
    named = [one for one in table(real_site, "notices").values() if "春晖" in "".join(one["gist"])]
    assert {one["kind"][0] for one in named} >= {"award", "contract", "payment", "evaluation"}
    index = json.loads((real_site / "search" / "notices" / "index.json").read_text("utf-8"))
    assert index["real"]
