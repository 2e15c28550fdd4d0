"""A page as people read it: each sum under its own name, each deed on its own day, what a decision did."""

import re
from html import unescape

import pytest

from generator.law import opinion
from generator.publish.pages import record
from tests import rulecases
from tests.bodies import body_of, press
from tests.test_result import words


def page(notices, **project):
    given = rulecases._project({"notices": notices, "project": project}, "x")
    said = opinion.of_project(given, press().known)
    return record.project_page(press(), given, said)[1].whole.decode()


def section(body, name):
    return body.partition(f'<h2 id="{name}">')[2].partition("</section>")[0]


def rows(body):
    """What each sum is called, of what, and how much; what stands folded comes last."""
    found = re.findall(r'<tr><td>(.*?)<td data-label="金额">(.*?)<t[dr]', body)
    # A word that leads to its meaning is no word apart.
    return [tuple(words(re.sub("</?a[^>]*>", "", cell)) for cell in one) for one in found]


def steps(body):
    """Day and words of each step, of whichever list."""
    body = re.sub('<a class="p-term"[^>]*>([^<]*)</a>', r"\1", body)
    found = re.findall(r"<li[^>]*>(.*?)(?=<li|</ol>)", section(body, "steps"), re.DOTALL)
    return [words(one) for one in found]


def gist(body):
    found = re.findall(r"<dt>([^<]*)<dd>(.*?)(?=<dt>|</dl>)", section(body, "gist"), re.DOTALL)
    return {name: words(cell) for name, cell in found}


def badges(body):
    line = body.partition('<p class="p-badges">')[2].partition("</p>")[0]
    return [unescape(one) for one in re.findall(r">([^<>]+)</span>", line)]


# --- 钱 ---


def test_lots_and_items_have_their_own_sums_beside_that_of_the_whole():
    lots = [{"id": "1", "name": "城东", "ceiling": 336000}, {"id": "2", "ceiling": 240000}]
    tender = {"published": "2025-03-10", "budget": 576000, "lots": lots}
    assert rows(page({"2025-03-10-tender": tender})) == [
        ("预算金额", "576,000 元（57.6 万元）"),
        ("最高限价 分包 1 城东", "336,000 元（33.6 万元）"),
        ("最高限价 分包 2", "240,000 元（24 万元）"),
    ]
    items = [{"number": "1", "name": "站点", "budget": 9000, "unit_price": {"unit_price": 45}}]
    intention = {"published": "2025-05-09", "items": items}
    assert rows(page({"2025-05-09-intention": intention})) == [
        ("预算金额 第 1 项 站点", "9,000 元"),
        ("单价 第 1 项 站点", "45 元/单位"),
    ]


def test_the_sums_of_a_lot_that_are_repeated_are_cited_together():
    lots = [{"id": "1", "budget": 500}, {"id": "2", "budget": 600}]
    both = {
        f"2025-03-{day}-tender": {"published": f"2025-03-{day}", "lots": lots} for day in (10, 12)
    }
    assert len(rows(page(both))) == 2
    other = {"2025-03-12-tender": {"published": "2025-03-12", "lots": [{"id": "1", "budget": 5}]}}
    assert len(rows(page(both | other))) == 3


def test_proposed_grants_stand_each_by_its_name_and_are_not_added():
    candidates = [
        {"printed": "虚构甲社", "for": "陪伴计划", "amount": 180000},
        {"printed": "虚构乙社", "amount": 120000},
    ]
    proposal = {"published": "2025-09-12", "proposes": "grant", "candidates": candidates}
    body = page({"2025-09-12-proposal": proposal | {"proposed_amount": 300000}}, regime="grant")
    assert rows(body) == [
        ("拟定金额", "300,000 元（30 万元）"),
        ("拟资助名单：金额 虚构甲社，陪伴计划", "180,000 元（18 万元）"),
        ("拟资助名单：金额 虚构乙社", "120,000 元（12 万元）"),
    ]
    assert gist(body)["多少钱"].startswith("拟定金额 300,000 元（30 万元）")
    assert not rows(page({"2025-09-12-proposal": {**proposal, "candidates": []}}))


def test_what_an_acceptance_names_keeps_its_own_name_and_is_no_price():
    amounts = [{"name": "合计扣款", "amount": 9260}, {"name": "尾款扣除后实付", "amount": 67740}]
    acceptance = {"published": "2025-12-22", "amounts": amounts}
    body = page({"2025-12-22-acceptance": acceptance})
    assert rows(body) == [
        ("合计扣款", "9,260 元"),
        ("尾款扣除后实付", "67,740 元（6.774 万元）"),
    ]
    assert "多少钱" not in gist(body)
    assert "<rect" not in section(body, "money")


def test_what_a_sum_is_of_stands_beside_it_and_in_the_gist():
    tender = {"published": "2025-08-01", "budget": {"value": 1248000, "note": "首年金额"}}
    body = page({"2025-08-01-tender": tender})
    assert rows(body) == [("预算金额 首年金额", "1,248,000 元（124.8 万元）")]
    assert "首年金额" in gist(body)["多少钱"]


def test_a_fee_is_folded_and_the_sum_of_the_only_lot_is_said_once():
    award = {
        "published": "2025-04-18",
        "amount": 5000,
        "lots": [{"id": "1", "amount": 5000}],
        "winners": [{"printed": "虚构甲社", "lots": "1", "amount": 5000}],
        "agency_fee": {"amount": 75},
    }
    body = page({"2025-04-18-award": award})
    assert rows(body) == [("中标（成交）金额", "5,000 元"), ("代理服务费", "75 元")]
    folded = section(body, "money").partition("<details")[2]
    assert "代理服务费" in folded
    assert "中标" not in folded


def test_each_is_not_said_twice():
    target = {"name": "上门", "target": {"min": 4, "unit": "次", "per": "每人每月"}}
    body = page({"2025-03-10-tender": {"targets": [target]}})
    assert "不少于 4 次（每人每月）" in words(body)
    assert "每每" not in body


# --- 经过 ---


def test_a_deed_stands_on_its_own_day_with_what_came_of_it():
    notices = {
        "2025-05-30-contract": {"published": "2025-05-30", "signed": "2025-05-28"},
        "2025-12-22-acceptance": {
            "published": "2025-12-22",
            "accepted_on": "2025-12-12",
            "conclusion": "accepted",
        },
    }
    assert steps(page(notices)) == [
        "2025年5月28日（周三） 签订合同 据合同公告所述",
        "2025年5月30日（周五） 合同公告",
        "2025年12月12日（周五） 验收 据验收结果公告所述 验收通过",
        "2025年12月22日（周一） 验收结果公告",
    ]


def test_a_deed_of_the_day_of_its_notice_is_said_with_it():
    notices = {"2025-05-30-contract": {"published": "2025-05-30", "signed": "2025-05-30"}}
    assert steps(page(notices)) == ["2025年5月30日（周五） 合同公告 这是发布日期，也是签订日期"]


def test_what_two_notices_tell_of_one_day_is_one_step():
    correction = {"published": "2025-08-01", "first_published": "2025-07-21"}
    both = {"2025-07-21-tender": {"published": "2025-07-21"}, "2025-08-01-correction": correction}
    assert len(steps(page(both))) == 2
    alone = steps(page({"2025-08-01-correction": correction}))
    assert alone[0] == "2025年7月21日（周一） 首次公告 据更正公告所述"
    told = {"event": "review", "on": "2025-04-16", "words": "4月16日评审"}
    award = {"published": "2025-04-18", "reviewed_on": "2025-04-16", "mentions": [told]}
    found = steps(page({"2025-04-18-award": award}))
    assert found[0] == "2025年4月16日（周三） 评审 据公告所述：4月16日评审"
    assert len(found) == 2


# --- what was decided ---

DECISION = {
    "published": "2025-07-23",
    "complaint_kind": "complaint",
    "received_on": "2025-06-05",
    "decided_on": "2025-07-18",
    "outcome": "投诉事项1成立，认定中标结果无效。",
}
VOID = {**DECISION, "effects": ["upheld", "result-void"]}
WINNER = {"printed": "虚构甲社"}


def test_a_decision_says_what_it_did_on_its_day_in_the_gist_and_as_a_badge():
    body = page({"2025-07-23-complaint": VOID})
    assert steps(body) == [
        "2025年6月5日（周四） 收到投诉 据异议与投诉处理结果所述",
        "2025年7月18日（周五） 处理决定 据异议与投诉处理结果所述 部分或全部成立，中标（成交）结果无效",
        "2025年7月23日（周三） 异议与投诉处理结果",
    ]
    assert "投诉事项1成立，认定中标结果无效。" in gist(body)["投诉处理"]
    assert "中标（成交）结果无效" in badges(body)


def test_what_no_key_says_is_quoted_and_no_badge_is_made_of_it():
    body = page({"2025-07-23-complaint": DECISION})
    assert steps(body)[1].endswith("投诉事项1成立，认定中标结果无效。")
    assert "中标（成交）结果无效" not in badges(body)


@pytest.mark.parametrize(("later", "holds"), [(False, True), (True, False)])
def test_a_void_result_is_named_so_until_another_one_stands(later, holds):
    notices = {
        "2025-05-22-award": {"published": "2025-05-22", "winners": [WINNER]},
        "2025-07-23-complaint": {**VOID, "refers": ["2025-05-22-award"]},
    }
    if later:
        again = {"published": "2025-08-20", "winners": [{"printed": "虚构乙社"}]}
        notices["2025-08-20-award"] = {**again, "procedure": 2}
    body = page(notices)
    assert ("认定结果无效" in gist(body)["谁来做"]) is holds
    assert ("中标（成交）结果无效" in badges(body)) is holds


def test_what_is_void_of_one_lot_is_said_of_no_other():
    winners = [{**WINNER, "lots": "1"}, {"printed": "虚构乙社", "lots": "2"}]
    notices = {
        "2025-05-22-award": {"published": "2025-05-22", "winners": winners},
        "2025-07-23-complaint": {**VOID, "lots": [{"id": "2"}]},
    }
    body = page(notices, lot_names=[{"id": "1", "name": "城东"}, {"id": "2", "name": "城北"}])
    assert "认定分包 2 的结果无效" in gist(body)["谁来做"]
    assert "分包 2：中标（成交）结果无效" in badges(body)


def test_what_has_not_happened_is_neither_done_nor_planned():
    mention = {"event": "contract", "not_yet": True, "words": "采购合同尚未签订"}
    body = page({"2025-07-23-complaint": {**VOID, "mentions": [mention]}})
    told = words(section(body, "steps"))
    assert "公告写的打算" not in told
    last = told.partition("公告说还没有发生的")[2]
    assert "尚未签订合同 据公告所述：采购合同尚未签订" in last


def test_a_lot_that_failed_is_told_until_it_has_a_result():
    failed = {"id": "2", "name": "城北", "failed": True, "reason": "不足三家"}
    award = {
        "published": "2025-04-18",
        "lots": [{"id": "1"}, failed],
        "winners": [{**WINNER, "lots": "1"}],
    }
    body = page({"2025-04-18-award": award})
    assert gist(body)["没有成交的分包"] == "分包 2 城北 原因：不足三家"
    assert steps(body) == ["2025年4月18日（周五） 采购结果公告 分包 2 城北：没有成交"]
    again = {
        "published": "2025-06-18",
        "lots": [{"id": "2"}],
        "winners": [{**WINNER, "lots": "2"}],
    }
    assert "没有成交的分包" not in gist(
        page({"2025-04-18-award": award, "2025-06-18-award": again})
    )


# --- what stands before a choice ---


def test_a_single_source_is_named_so_with_whom_and_until_when():
    notice = {
        "published": "2025-07-14",
        "suppliers": [WINNER],
        "notice_period": {"from": "2025-07-15", "to": "2025-07-21"},
    }
    body = page({"2025-07-14-single-source": notice})
    assert "只见单一来源采购公示" in badges(body)
    assert gist(body)["拟由谁做"].startswith("虚构甲社 据单一来源采购公示")
    assert gist(body)["公示期"].startswith("2025年7月15日（周二）至2025年7月21日（周一）")
    award = {"2025-08-01-award": {"published": "2025-08-01", "winners": [WINNER]}}
    assert (
        not {"拟由谁做", "公示期"} & gist(page({"2025-07-14-single-source": notice} | award)).keys()
    )


def test_where_support_is_proposed_nobody_buys():
    proposal = {
        "published": "2025-09-12",
        "proposes": "grant",
        "purchaser": {"printed": "虚构市民政局"},
        "candidates": [WINNER],
    }
    body = page({"2025-09-12-proposal": proposal}, regime="grant")
    said = words(body)
    assert "只见拟定名单公示" in badges(body)
    assert "资助或主办单位 虚构市民政局" in said
    assert "拟资助的机构 虚构甲社" in said
    assert "候选供应商" not in said


@pytest.mark.parametrize(
    ("regime", "words_"),
    [
        ({"value": "grant", "printed": "资助"}, "预算、资助、支付"),
        ({"value": "grant", "basis": "inferred"}, "预算、限价"),
    ],
)
def test_only_a_stated_grant_has_words_of_its_own_for_money(regime, words_):
    grant = {"published": "2026-03-02", "budget": 90000, "winners": [{**WINNER, "amount": 80000}]}
    body = page({"2026-03-02-grant": grant}, regime=regime)
    assert words_ in words(section(body, "money"))


# --- 一份框架协议之下的订单 ---

FRAME = {
    "method": "framework",
    "published": "2025-03-01",
    "suppliers": [
        {"printed": "虚构甲社", "lots": ["1"]},
        {"printed": "虚构乙社", "lots": ["2"]},
    ],
}


def order(name, lot, amount):
    who = {"printed": name, "lots": [lot]}
    return {"method": "framework", "refers": ["frame"], "suppliers": [who], "amount": amount}


def test_each_order_of_several_is_named_by_its_lot_and_its_supplier():
    found = rows(
        page(
            {
                "2025-03-01-contract": FRAME,
                "2025-04-01-contract": {
                    **order("虚构甲社", "1", 520000),
                    "refers": ["2025-03-01-contract"],
                },
                "2025-05-01-contract": {
                    **order("虚构乙社", "2", 390000),
                    "refers": ["2025-03-01-contract"],
                },
                "2025-05-09-payment": {
                    "refers": ["2025-04-01-contract"],
                    "payee": [{"printed": "虚构甲社"}],
                    "amount": 260000,
                },
            }
        )
    )
    assert ("订单金额 分包 1，虚构甲社", "520,000 元（52 万元）") in found
    assert ("订单金额 分包 2，虚构乙社", "390,000 元（39 万元）") in found
    assert [what for what, sum_ in found if sum_.startswith("260,000")] == ["支付 分包 1，虚构甲社"]


def test_one_contract_needs_no_name_beside_its_sum():
    contract = {"suppliers": [{"printed": "虚构甲社"}], "amount": 520000}
    assert rows(page({"2025-04-01-contract": contract})) == [("合同金额", "520,000 元（52 万元）")]


def test_no_step_of_the_shipped_records_says_only_that_something_was_decided(real_site):
    """决定 and 需求 alone tell a reader nothing: what was decided is in the heading of the notice."""
    pages = [one.read_text("utf-8") for one in (real_site / "projects").glob("*/index.html")]
    step = re.compile(r"<li[^>]*><span>.*?</span><span><a [^>]*>([^<]*)<", re.DOTALL)
    steps = [one for page in pages for one in step.findall(section(page, "steps"))]
    assert len(steps) > 300
    assert not {"决定", "需求"} & set(steps)
    (told,) = {
        one
        for page in pages
        for one in re.findall(r">作出决定</a><small[^>]*>([^<]*采购工作小组[^<]*)<", page)
        if "云杉" in one
    }
    assert told == "据采购前内部程序所述：云杉街道关于成立为老服务社会工作项目采购工作小组的公告"


def test_a_letter_about_a_second_round_has_the_number_of_that_round():
    body = body_of("990200-2026-hunyin-jiating-guanxi-tiaoshi")
    links = re.findall(r'data-notice="2026-11-20-award"[^>]*data-number="([^"]*)"', body)
    assert links
    assert set(links) == {"BC-CS-2026-006-2"}
