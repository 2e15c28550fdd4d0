"""Sum, term and targets beside each other are of one contract, result or order; changes say before and after."""

import re

import pytest

from generator.publish.project import gist, paid_each, promised, sums
from generator.publish.words import later
from generator.records.following import outcome_of
from tests import rulecases
from tests.bodies import press
from tests.test_course import digest
from tests.test_result import page, row_of, words

CHANGED = "990200-2023-canzhang-kangfu-shequ-ronghe"
YEARS = "990100-2023-jiedao-shegong-gangwei"
ORDERS = "990200-2025-shehui-jiuzhu-kuangjia-xieyi"
REPLACED = "990100-2024-kunjing-ertong-guanai"
ENDED = "990200-2026-hunyin-jiating-guanxi-tiaoshi"

A, B = {"printed": "虚构甲社"}, {"printed": "虚构乙社"}
YEAR = {"from": "2024-06-01", "to": "2025-05-31"}
LATER = {"from": "2025-06-01", "to": "2026-05-31"}


def project(notices, **given):
    return rulecases._project({"notices": notices, "project": given}, "x")


def rows(notices, **given):
    """概要 by its labels: what is said, the notice it leads to, what stands beside it."""
    made, about = project(notices, **given), digest(notices, **given)
    outcome = outcome_of(made.notices, made.filed)
    found = gist.gist(made, about, outcome, press().directory)
    return {one.label: (one.cell.text, one.cell.href, one.cell.note) for one in found}


def money(notices, **given):
    made = project(notices, **given)
    outcome = outcome_of(made.notices, made.filed)
    changed = later.marks(made, outcome)
    found = sums.rows(made, outcome, changed, press().directory)
    return [(one.stage, one.remark, one.words) for one in found]


def signed(on, **more):
    return {f"{on}-contract": {"published": on, "suppliers": A, **more}}


def award(on="2024-05-01", **more):
    return {f"{on}-award": {"published": on, **more}}


def test_a_changed_contract_says_what_it_was_and_which_notice_changed_it():
    change = {"published": "2025-02-21", "refers": ["2024-05-20-contract"], "amount": 1974}
    chain = signed("2024-05-20", amount=2016, term=YEAR) | {"2025-02-21-contract-change": change}
    said, href, note = rows(chain)["多少钱"]
    assert (said, href) == ("变更后合同 1,974 元", "#2025-02-21-contract-change")
    assert note.startswith("原为 2,016 元；据合同变更公告，2025年2月21日")
    assert rows(chain)["做多久"][1] == "#2024-05-20-contract"
    # A change that sets a new term is where that stands.
    chain["2025-02-21-contract-change"]["term"] = LATER
    assert rows(chain)["做多久"][1] == "#2025-02-21-contract-change"


def test_the_term_of_a_yearly_contract_is_not_put_beside_the_sum_of_all_years():
    row = words(row_of(page(CHANGED), "做多久"))
    assert "自2023年7月1日（周六），至2026年6月30日（周二）" in row
    assert "1,974,000 元" in words(row_of(page(CHANGED), "多少钱"))
    both = words(row_of(page(YEARS), "做多久"))
    assert "自2023年6月1日（周四），至2026年5月31日（周日）" in both
    assert "3 份合同" in both


def test_orders_that_add_up_have_the_stretch_of_all_of_them_and_no_budget_of_one_round():
    assert "4 份订单" in words(row_of(page(ORDERS), "做多久"))
    rounds = {
        **award("2024-05-01", method="framework", winners=A, procedure=1, budget=900),
        **signed("2024-05-20", procedure=1, refers=["2024-05-01-award"]),
        **signed("2024-06-01", procedure=1, amount=10, refers=["2024-05-20-contract"]),
        **award("2025-05-01", method="framework", winners=A, procedure=2, budget=500),
        **signed("2025-05-20", procedure=2, refers=["2025-05-01-award"]),
        **signed("2025-06-01", procedure=2, amount=20, refers=["2025-05-20-contract"]),
    }
    found = digest(rounds)
    assert (found.price.what, found.price.amount, found.budget) == ("订单合计", 30, None)


def test_a_sum_without_its_term_is_not_given_that_of_another_contract():
    chain = signed("2024-05-20", amount=10) | signed("2025-05-20", term=LATER)
    assert "做多久" not in rows(chain)


def test_a_change_that_may_be_of_several_contracts_leaves_the_price_unsaid():
    change = {"2025-06-01-contract-change": {"published": "2025-06-01", "amount": 5}}
    chain = signed("2024-05-20", amount=10) | signed("2025-05-20", amount=20)
    assert digest(chain).price.amount == 30
    assert digest(chain | change).price is None


@pytest.mark.parametrize(
    "of",
    [
        {"original_contract": {"number": "XG-2"}},
        {"procedure": 2},
        {"lots": [{"id": "2"}]},
    ],
)
def test_a_change_is_of_the_contract_that_the_law_takes_it_for(of):
    own = [{"number": f"XG-{i}", "lot": str(i), "procedure": i} for i in (1, 2)]
    chain = {
        stem: notice
        for day, one, amount in zip(("2024-05-20", "2025-05-20"), own, (10, 20), strict=True)
        for stem, notice in signed(
            day,
            amount=amount,
            procedure=one["procedure"],
            lots=[{"id": one["lot"]}],
            numbers=[{"value": one["number"], "role": "contract"}],
        ).items()
    }
    change = {"2025-06-01-contract-change": {"published": "2025-06-01", "amount": 25, **of}}
    assert digest(chain | change).price.amount == 35


def test_a_supplement_is_added_to_its_contract_and_called_so():
    change = {"published": "2025-02-21", "refers": ["2024-05-20-contract"], "supplement_amount": 5}
    price = digest(signed("2024-05-20", amount=10) | {"2025-02-21-contract-change": change}).price
    assert (price.what, price.amount, price.before) == ("合同加补充", 15, 10)


def test_a_contract_that_was_corrected_has_its_corrected_sum():
    fix = {"published": "2024-05-25", "refers": ["2024-05-20-contract"], "amount": 12}
    price = digest(signed("2024-05-20", amount=10) | {"2024-05-25-correction": fix}).price
    assert (price.amount, price.before) == (12, 10)


def test_results_of_different_lots_add_up_and_two_of_no_lot_do_not():
    one = award("2024-05-01", winners=A, amount=10, lots=[{"id": "1"}])
    two = award("2024-05-02", winners=B, amount=20, lots=[{"id": "2"}])
    assert (digest(one | two).price.what, digest(one | two).price.amount) == ("成交合计", 30)
    again = award("2024-05-01", winners=A, amount=10) | award("2025-05-02", winners=B, amount=20)
    assert (digest(again).price.what, digest(again).price.amount) == ("成交", 20)


def test_a_reprint_or_a_guess_says_so_beside_the_sum():
    reprint = {"tier": "reprint", "extent": "full"}
    assert (
        rows(signed("2024-05-20", amount=10, source=reprint))["多少钱"][0] == "合同 10 元（转载）"
    )
    guess = {"value": 10, "basis": "inferred", "note": "由单价推算"}
    assert rows(signed("2024-05-20", amount=guess))["多少钱"][0] == "合同 10 元（推断）"


def test_a_replaced_winner_is_told_with_the_reason_in_the_gist_and_in_the_course():
    who = words(row_of(page(REPLACED), "谁来做"))
    assert "由虚构静明心理健康社会工作服务中心改为虚构童欣青少年社会工作服务中心" in who
    assert "842,000 元改为 835,000 元" in who
    assert "一名评委的分项得分汇总时多加十分" in who
    steps = words(page(REPLACED).partition('<h2 id="steps">')[2].partition("</section>")[0])
    assert "由虚构静明心理健康社会工作服务中心改为虚构童欣青少年社会工作服务中心" in steps


def test_only_what_was_undone_is_marked_in_the_money():
    shown = words(re.search(r'<h2 id="money">.*?</section>', page(REPLACED), re.DOTALL)[0])
    # 中标 leads to its meaning there.
    assert "中标 （成交）金额 结果后来作废或更正 842,000" in shown
    assert "更正后金额 835,000 元" in shown
    assert "预算金额 920,000" in shown
    assert shown.count("作废") == 1
    # One budget that is only repeated is one row.
    assert shown.count("预算金额") == 1
    parties = words(page(REPLACED).partition('<h2 id="parties">')[2].partition("</section>")[0])
    assert parties.count("作废") == 1


def test_what_was_superseded_is_marked_where_it_stands():
    shown = page(REPLACED)
    tender = shown.partition('id="2024-05-27-tender"')[2].partition("</details>")[0]
    mark = words(re.search(r'<div class="p-changed">.*?</div>', tender, re.DOTALL)[0])
    assert mark.startswith("后来更正，见 更正公告，2024年6月7日")
    assert "由“2024年6月18日9时30分”改为“2024年6月25日9时30分”" in mark
    ended = page(ENDED).partition('-award"')[2]
    assert "结果后来作废，见" in words(ended)
    # What a change only follows from was changed by nobody.
    report = shown.partition('id="2025-02-12-report"')[2].partition("</details>")[0]
    assert "p-changed" not in report


def test_a_moved_deadline_without_a_list_of_changes_is_marked_too():
    notices = {
        "2024-05-01-tender": {"published": "2024-05-01", "deadline": "2024-05-20"},
        "2024-05-10-correction": {
            "published": "2024-05-10",
            "refers": ["2024-05-01-tender"],
            "new_deadline": "2024-05-27",
        },
    }
    made = project(notices)
    (found,) = later.marks(made, outcome_of(made.notices, made.filed))["2024-05-01-tender"]
    assert found.changes == ("截止时间改为 2024年5月27日（周一）",)


def test_a_deadline_moved_for_some_lots_is_told_of_those_lots():
    lots = [{"id": "1", "name": "一包"}, {"id": "2", "name": "二包"}]
    moved = {"published": "2024-05-10", "new_deadline": "2024-05-27", "lots": lots[1:]}
    notices = {
        "2024-05-01-tender": {"published": "2024-05-01", "deadline": "2024-05-20", "lots": lots},
        "2024-05-10-correction": {**moved, "refers": ["2024-05-01-tender"]},
    }

    def told(notices):
        made = project(notices)
        outcome = outcome_of(made.notices, made.filed)
        (mark,) = later.marks(made, outcome)["2024-05-01-tender"]
        (turn,) = later.turns(made, outcome, press().directory, None).values()
        assert mark.changes == (turn,)
        return turn

    assert told(notices) == "分包 2 的截止时间改为 2024年5月27日（周一）"
    notices["2024-05-10-correction"]["lots"] = lots
    assert told(notices) == "截止时间改为 2024年5月27日（周一）"
    # A deadline that is only repeated was not moved.
    notices["2024-05-01-tender"]["deadline"] = "2024-05-27"
    made = project(notices)
    assert not later.turns(made, outcome_of(made.notices, made.filed), press().directory, None)


def test_a_sample_is_neither_a_target_nor_a_result_of_one():
    sample = {"name": "个案档案", "sampled": {"value": 60, "unit": "份"}}
    accepted = {"done": [{**sample, "passed": {"value": 52, "unit": "份"}}]}
    (told,) = promised.promises(project({"2026-04-15-acceptance": accepted}))
    assert (told.target, told.actual) == ("", "抽查 60 份，符合 52 份")
    assert (told.asked, told.came) == (None, None)


def test_a_contract_that_was_changed_says_so_in_the_money():
    change = {"published": "2025-02-21", "refers": ["2024-05-20-contract"], "amount": 12}
    chain = signed("2024-05-20", amount=10) | {"2025-02-21-contract-change": change}
    assert [one[:2] for one in money(chain)] == [
        ("合同金额", "后来变更或更正"),
        ("变更后合同金额", ""),
    ]


def test_of_an_intention_of_several_projects_only_the_own_row_is_money():
    items = [
        {"number": "1", "name": "社工站", "budget": 864},
        {"number": "2", "name": "工作站", "budget": 585},
    ]
    plan = {"published": "2024-03-01", "budget": 864, "items": items}
    assert [one[:2] for one in money({"2024-03-01-intention": plan | {"item_number": "1"}})] == [
        ("预算金额", "")
    ]
    other = plan | {"budget": 585, "item_number": "2"}
    assert len(money({"2024-03-01-intention": other})) == 1
    # Nobody says whose the rows are: all are told.
    assert len(money({"2024-03-01-intention": plan})) == 3
    assert len(money({"2024-03-01-intention": plan | {"item_number": "9"}})) == 3


def test_the_budgets_of_two_rounds_stay_apart():
    both = {
        "2024-05-01-tender": {"published": "2024-05-01", "procedure": 1, "budget": 10},
        "2025-05-01-tender": {"published": "2025-05-01", "procedure": 2, "budget": 10},
    }
    assert [one[1] for one in money(both)] == ["第 1 轮", "第 2 轮"]


def test_the_share_paid_is_one_bar():
    chain = signed("2024-05-20", amount=100) | {
        "2024-06-01-payment": {"published": "2024-06-01", "amount": 25}
    }
    assert sums.paid(digest(chain)) == ("付款：已收录 1 笔，合计 25 元；合同 100 元，占 25%", 25)
    line = re.search(
        r'<p class="p-paid">.*?</p>', page("990100-2024-shequ-jiaozheng-bangjiao"), re.DOTALL
    )[0]
    assert 'width="50%"' in line


def test_each_order_of_a_framework_has_its_own_share_paid():
    told = page(ORDERS)
    lines = told.partition("各份合同的付款：")[2].partition("</ul>")[0]
    _, *rows = (re.sub(r"<[^>]+>", "", one) for one in lines.split("<li>"))
    assert len(rows) == 4
    last = "订单 473,800 元（47.38 万元），已收录付款 1 笔，合计 236,900 元（23.69 万元），占 50%"
    assert rows[-1].endswith(f"虚构松涛为老服务社）：{last}")
    assert 'href="#2026-01-13-contract"' in lines


def test_of_one_contract_or_of_a_payment_for_any_no_share_is_told_apart():
    one = signed("2024-05-20", amount=100)
    paid = {"2024-06-01-payment": {"published": "2024-06-01", "amount": 25}}
    for notices in (one | paid, one | signed("2024-05-21", amount=50) | paid):
        found = project(notices)
        assert (
            paid_each.of(
                found, digest(notices), outcome_of(found.notices, found.filed), press().directory
            )
            == ()
        )


def aim(name, least, **more):
    return {"name": name, "target": {"min": least, "unit": "人"}, **more}


def promises(notices):
    return {one.name: one for one in promised.promises(project(notices))}


def test_a_target_is_held_against_what_came_of_its_own_year():
    notices = {
        **signed("2024-05-20", targets=[aim("走访", 100)]),
        "2025-05-20-report": {"published": "2025-05-20", "done": [{"name": "走访", "actual": 90}]},
        **signed("2025-06-01", targets=[aim("走访", 200)]),
    }
    found = promises(notices)["走访"]
    assert (found.target, found.actual) == ("不少于 100 人", "90")
    assert (found.promised, found.anchor) == ("2024-05-20-contract", "2025-05-20-report")


def test_a_target_that_was_changed_says_what_it_was_and_by_what():
    change = {"published": "2025-02-01", "targets": [aim("走访", 1680)]}
    done = {"name": "走访", "target": {"min": 1680, "unit": "人"}, "actual": 1866}
    notices = {
        **signed("2024-05-20", targets=[aim("走访", 1800)]),
        "2025-02-01-contract-change": change,
        "2025-05-20-acceptance": {"published": "2025-05-20", "done": [done]},
    }
    found = promises(notices)["走访"]
    assert (found.target, found.promised) == ("不少于 1,680 人", "2025-02-01-contract-change")
    assert found.before == "此前写的是 不少于 1,800 人（合同公告，2024年5月20日（周一））"
    # A later contract repeats what the change had set.
    again = {**notices, **signed("2025-03-01", targets=[aim("走访", 1680)])}
    found = promises(again)["走访"]
    assert found.promised == "2025-03-01-contract"
    assert found.before.endswith("；改见合同变更公告，2025年2月1日（周六）")


def test_where_the_targets_come_from_is_named_once():
    shown = words(page(CHANGED).partition('<h2 id="promises">')[2].partition("</section>")[0])
    assert shown.count("“目标”出自") == 1
    assert "此前写的是 不少于 1,800 人次" in shown
    assert "说的是2025年7月1日（周二）至2026年6月30日（周二）" in shown


def test_a_correction_of_a_result_without_names_invents_none():
    fix = {
        "published": "2024-05-20",
        "refers": ["2024-05-01-award"],
        "scope": "result",
        "winners": B,
    }
    notices = award(amount=10, bidders=[A, B]) | {"2024-05-20-correction": fix}
    made = project(notices)
    outcome = outcome_of(made.notices, made.filed)
    found = later.turns(made, outcome, press().directory, digest(notices).price)
    assert found["2024-05-20-correction"] == "改为虚构乙社"


LOTS = [{"id": "1", "name": "东片区"}, {"id": "2", "name": "西片区"}]


def done_by(*lots):
    """What came of one target, lot by lot."""
    return [
        {"name": "个案", "target": {"value": target}, "actual": {"value": actual}}
        | ({"lot": lot} if lot else {})
        for lot, target, actual in lots
    ]


def by_lots(done, contract=None):
    notices = {
        "2026-01-10-tender": {"kind": "tender", "lots": LOTS},
        "2026-01-19-contract": contract
        or {
            "kind": "contract",
            "lots": [LOTS[0]],
            "targets": {"name": "个案", "target": {"min": 60, "unit": "例"}},
        },
        "2026-07-15-evaluation": {"kind": "evaluation", "lots": LOTS, "done": done},
    }
    return promised.promises(project(notices))


def test_targets_are_paired_by_lot_and_name():
    first, second = by_lots(done_by(("1", 64, 29), ("2", 80, 18)))
    assert (first.lot, first.target, first.actual) == ("分包 1 东片区", "64", "29")
    assert first.before.startswith("此前写的是 不少于 60 例（合同公告")
    assert (second.lot, second.target, second.actual, second.before) == (
        "分包 2 西片区", "80", "18", "",
    )  # fmt: skip


def test_rows_of_one_name_without_a_lot_stand_each_for_itself():
    found = by_lots(done_by(("", 64, 29), ("", 80, 18)))
    assert [(one.target, one.actual, one.before) for one in found] == [
        ("不少于 60 例", "", ""), ("64", "29", ""), ("80", "18", ""),
    ]  # fmt: skip


def test_years_of_one_target_are_paired_by_their_year():
    contract = {
        "kind": "contract",
        "targets": [
            {"name": "个案", "period": "2025年", "target": {"value": 40}},
            {"name": "个案", "period": "2026年", "target": {"value": 60}},
        ],
    }
    done = [{"name": "个案", "period": "2026年", "actual": {"value": 58}}]
    found = by_lots(done, contract)
    assert [(one.name, one.target, one.actual) for one in found] == [
        ("个案（2025年）", "40", ""), ("个案（2026年）", "60", "58"),
    ]  # fmt: skip


def test_how_satisfied_users_were_stands_among_the_results_without_a_target():
    accepted = {"kind": "acceptance", "satisfaction": {"rate": 93.6, "asked": 218}}
    (told,) = promised.promises(project({"2026-04-15-acceptance": accepted}))
    assert (told.name, told.target, told.actual) == ("满意度", "", "93.6%（问了 218 人）")


def test_how_satisfied_users_were_stands_beside_the_target_that_speaks_of_it():
    wanted = {"name": "服务对象满意率", "target": {"min": 90, "unit": "%"}}
    notices = {
        "2026-01-19-contract": {"kind": "contract", "targets": wanted},
        "2026-04-15-acceptance": {"kind": "acceptance", "satisfaction": {"rate": 93.6}},
    }
    (told,) = promised.promises(project(notices))
    assert (told.name, told.target, told.actual) == ("服务对象满意率", "不少于 90%", "93.6%")


def test_what_a_notice_calls_a_result_stands_beside_it():
    done = {"name": "个案", "actual": {"value": 37, "unit": "例"}, "result": "不合格"}
    (told,) = promised.promises(
        project({"2026-04-15-acceptance": {"kind": "acceptance", "done": done}})
    )
    assert told.actual == "37 例（不合格）"


def test_a_number_that_repeats_a_bound_is_no_other_promise():
    contract = {
        "kind": "contract",
        "lots": [LOTS[0]],
        "targets": {"name": "个案", "target": {"min": 64}},
    }
    told = by_lots(done_by(("1", 64, 29)), contract)[0]
    assert (told.target, told.before, told.actual) == ("不少于 64", "", "29")
    assert told.promised == "2026-01-19-contract"


def test_targets_within_a_lot_are_promises_of_that_lot():
    """Both ways of writing them tell the same."""
    own = [row | {"targets": [aim("走访", 100 * n)]} for n, row in enumerate(LOTS, 1)]
    named = [aim("走访", 100, lot="1"), aim("走访", 200, lot="2")]
    head = {"published": "2024-05-01"}
    within, beside = (
        [
            (one.name, one.lot, one.target)
            for one in promised.promises(project({"2024-05-01-tender": head | given}))
        ]
        for given in ({"lots": own}, {"lots": LOTS, "targets": named})
    )
    assert within == beside
    assert [lot for _, lot, _ in within] == ["分包 1 东片区", "分包 2 西片区"]


PLANNED = {"2024-01-05-intention": {"published": "2024-01-05", "targets": [aim("探访", 300)]}}
INVITED = {"published": "2024-05-01", "targets": [aim("走访", 100)]}


@pytest.mark.parametrize(
    ("notices", "told", "dropped"),
    [
        (PLANNED | {"2024-05-01-tender": INVITED}, ["走访"], ["探访"]),
        # The list of an excerpt may be cut, and what asks for nothing replaces nothing.
        (
            PLANNED
            | {
                "2024-05-01-tender": INVITED | {"source": {"tier": "original", "extent": "excerpt"}}
            },
            ["探访", "走访"],
            [],
        ),
        (PLANNED | {"2024-05-01-tender": {"published": "2024-05-01"}}, ["探访"], []),
        (PLANNED, ["探访"], []),
        # What is asked for again, or was done, is a promise.
        (
            PLANNED | {"2024-05-01-tender": INVITED | {"targets": [aim("探访", 200)]}},
            ["探访"],
            [],
        ),
        (
            PLANNED
            | {
                "2024-05-01-tender": INVITED,
                "2025-05-01-report": {
                    "published": "2025-05-01",
                    "done": [{"name": "探访", "actual": 310}],
                },
            },
            ["探访", "走访"],
            [],
        ),
        # Of another round it is not known.
        (
            {"2024-01-05-intention": PLANNED["2024-01-05-intention"] | {"procedure": 2}}
            | {"2024-05-01-tender": INVITED | {"procedure": 1}},
            ["探访", "走访"],
            [],
        ),
    ],
)
def test_what_was_only_planned_and_then_left_out_is_no_promise(notices, told, dropped):
    given = promised.stated(project(notices))
    assert sorted(one.name for one in given if not one.dropped) == told
    assert [one.name for one in given if one.dropped] == dropped
    assert [one.name for one in promised.promises(project(notices))] == [
        one.name for one in given if not one.dropped
    ]
    assert all(one.dropped.startswith("采购公告，2024年5月1日") for one in given if one.dropped)


def test_what_came_to_nothing_is_not_told_as_running():
    head = {"published": "2024-05-01", "term": {"from": "2024-09-01", "to": "2025-08-31"}}
    end = {"decided_on": "2024-08-17", "reason": "有效响应不足三家"}
    chain = {"2024-05-01-tender": head}
    assert "做多久" in rows(chain)
    ended = rows(chain | {"2024-08-18-termination": end})
    assert "做多久" not in ended
    assert ended["现在怎样"][1] == "#2024-08-18-termination"
    assert ended["现在怎样"][0] == "采购终止，2024年8月17日（周六），原因：有效响应不足三家"


def test_a_target_that_a_correction_sets_anew_is_the_one_that_is_promised():
    head = {"published": "2024-05-01", "targets": [aim("专职社工", 12)]}
    fix = {"published": "2024-05-10", "refers": ["2024-05-01-tender"]}
    fix["targets"] = [aim("专职社工", 15), aim("督导", 6)]
    found = promises({"2024-05-01-tender": head, "2024-05-10-correction": fix})
    assert found["专职社工"].target == "不少于 15 人"
    assert "此前写的是 不少于 12 人" in found["专职社工"].before
    assert found["督导"].promised == "2024-05-10-correction"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (["partly", False], "部分成立"),
        ([True, True], "成立"),
        ([True, None], "部分或全部成立"),
        ([False, False], "部分或全部成立"),
    ],
)
def test_how_much_of_a_complaint_holds_is_told_by_its_claims(held, said):
    claims = [{"text": "事项"} | ({} if one is None else {"upheld": one}) for one in held]
    chain = {
        "2024-05-01-complaint": {
            "complaint_kind": "complaint",
            "effects": ["upheld", "no-effect"],
            "claims": claims,
        }
    }
    assert rows(chain)["投诉处理"][0].startswith(f"{said}，不影响采购结果")
