"""Ends, dues, last payments, percents and lots that contradict what stands beside them are asked about."""

import pytest

from tests.test_sums import asked, filed

TENDER = {"deadline": "2026-03-23T09:30", "published": "2026-03-02"}
DECIDED = {"decided_on": "2026-05-27", "published": "2026-05-29"}
ACCEPTED = {"accepted_on": "2026-11-12", "published": "2026-11-15"}


def barred(effective, **stated):
    return asked(filed("consequence", **DECIDED, effective=effective, **stated))


@pytest.mark.parametrize(
    "said",
    [
        {"length": {"years": 1}},
        {"length": {"months": 12}},
        {"printed": "一年"},
        {"printed": "自2026年5月27日至2027年5月26日"},
        {"printed": "2026年5月27日起1年"},
    ],
)
def test_a_bar_that_ends_on_another_day_than_its_length_says_is_asked_about(said):
    begins = {"from": "2026-05-27"}
    assert barred({**begins, "to": "2029-05-26", **said}) == [("MG-2", "effective.to")]
    assert not barred({**begins, "to": "2027-05-26", **said})


@pytest.mark.parametrize(
    "words", ["一年内不得承接本区项目", "取消其1年的承接资格", "禁止其一年内承接"]
)
def test_a_bar_that_the_words_of_the_decision_contradict_is_asked_about(words):
    three = {"from": "2026-05-27", "to": "2029-05-26"}
    assert barred(three, text=words) == [("MG-2", "effective.to")]
    assert not barred({**three, "to": "2027-05-27"}, text=words)


@pytest.mark.parametrize(
    "words",
    [
        "连续三年评价不合格，取消2026年度承接资格",
        "一至三年内不得承接",
        "取消承接资格",
        "连续两年不合格，取消其三年内的承接资格",
    ],
)
def test_words_that_say_no_other_length_are_not_asked_about(words):
    assert not barred({"from": "2026-05-27", "to": "2029-05-26"}, text=words)


def test_each_measure_of_a_decision_is_held_to_its_own_words():
    span = {"from": "2026-05-27", "to": "2029-05-26"}
    rows = [
        {"measure": "disqualification", "text": "三年内不得承接", "effective": span},
        {"measure": "disqualification", "text": "一年内不得承接", "effective": span},
    ]
    found = asked(filed("consequence", **DECIDED, measures=rows))
    assert found == [("MG-2", "measures.1.effective.to")]


@pytest.mark.parametrize(
    ("to", "is_asked"), [("2026-05-15", False), ("2026-05-18", False), ("2026-05-25", True)]
)
def test_time_that_does_not_count_is_held_to_the_days_printed(to, is_asked):
    time = {"from": "2026-05-12", "to": to, "printed": "组织专家评审4日"}
    found = asked(filed("complaint", **DECIDED, excluded=[time]))
    assert found == ([("MG-2", "excluded.0.to")] if is_asked else [])


def test_time_over_the_long_holidays_may_reach_a_week_farther():
    time = {"from": "2026-09-28", "to": "2026-10-12", "printed": "5个工作日"}
    days = {"decided_on": "2026-10-20", "published": "2026-10-22"}
    assert not asked(filed("complaint", **days, excluded=[time]))


@pytest.mark.parametrize("key", ["follow_up", "measures"])
def test_what_is_due_before_the_deed_that_asks_for_it_is_asked_about(key):
    kind, days = ("acceptance", ACCEPTED) if key == "follow_up" else ("consequence", DECIDED)
    due, done = ("2026-10-12", "2026-10-15") if key == "follow_up" else ("2026-05-12", "2026-05-15")
    row = {"measure": "rectification", "due": due}
    assert asked(filed(kind, **days, **{key: [row]})) == [("MG-2", f"{key}.0.due")]
    assert not asked(filed(kind, **days, **{key: [row | {"due": "2026-12-10"}]}))
    assert not asked(filed(kind, **days, **{key: [row | {"done_on": done}]}))


def test_a_decision_that_is_due_before_it_was_made_is_asked_about():
    assert asked(filed("consequence", **DECIDED, due="2026-05-20")) == [("MG-2", "due")]
    assert not asked(filed("consequence", **DECIDED, due="2026-05-27"))


CONTRACT = {"amount": 311_100, "signed": "2026-04-21"}


def left(before=CONTRACT, **stated):
    return asked(filed("acceptance", **ACCEPTED, **stated), filed("contract", **before))


def test_a_last_payment_above_what_remains_is_asked_about():
    assert left(final_payment=311_200) == [("MG-8", "final_payment")]
    assert left(final_payment=111_200, paid_amount=200_000) == [("MG-8", "final_payment")]
    assert left(final_payment=110_000, paid_amount=200_000, settled_amount=300_000) == [
        ("MG-8", "final_payment")
    ]


def test_a_last_payment_of_what_remains_or_less_is_right():
    assert not left(final_payment=111_100, paid_amount=200_000)
    assert not left(final_payment=100_000, paid_amount=200_000, settled_amount=300_000)
    assert not left({"amount": {"at_most": 300_000}}, final_payment=311_200)


def test_a_change_may_leave_more_to_be_paid():
    more = filed("contract-change", supplement_amount=20_000, changed_on="2026-07-06")
    last = filed("acceptance", **ACCEPTED, final_payment=331_100)
    assert not asked(last, filed("contract", **CONTRACT), more)


def shared(kind, key, value, **stated):
    return asked(filed(kind, **stated, **{key: value}))


PRICE = {"value": 48_100, "percent": 5, "of": {"printed": "合同金额"}}


def test_a_sum_and_the_percent_beside_it_are_held_to_each_other():
    held = {"kind": "contract", "key": "performance_bond", "amount": 962_000}
    assert not shared(value=PRICE, **held)
    assert shared(value=PRICE | {"value": 40_000}, **held) == [("MG-5", "performance_bond")]
    assert not shared(value=PRICE | {"value": 40_000, "of": {"printed": "首期款"}}, **held)


def test_a_rounded_percent_is_right_within_its_last_place():
    share = {"value": 100_000, "percent": 7.15, "of": {"printed": "原合同金额"}}
    change = {"amount": 1_498_000, "original_contract": {"amount": 1_398_000}}
    assert not shared("contract-change", "supplement_amount", share, **change)
    low = share | {"percent": 5}
    assert shared("contract-change", "supplement_amount", low, **change) == [
        ("MG-5", "supplement_amount")
    ]


@pytest.mark.parametrize(
    ("standard", "is_asked"),
    [
        ("按成交金额的1.5%收取", True),
        ("按成交金额的2.08%收取", False),
        ("按成交金额的1.5%收取，不足20000元的按20000元收取", False),
        ("按差额定率累进法下浮20%", False),
    ],
)
def test_a_fee_is_held_to_a_standard_that_is_nothing_but_a_share(standard, is_asked):
    fee = {"amount": 20_000, "standard": standard}
    won = [{"printed": "虚构中心", "amount": 962_000}]
    found = asked(filed("award", winners=won, agency_fee=fee))
    assert found == ([("MG-5", "agency_fee.amount")] if is_asked else [])


def test_a_fee_that_is_waived_is_right():
    fee = {"amount": 0, "standard": "按成交金额的1.5%收取"}
    assert not asked(filed("award", amount=456_000, agency_fee=fee))


def test_a_fee_for_several_winners_is_no_share_of_one():
    won = [{"printed": f"虚构{one}", "amount": 480_000} for one in "甲乙"]
    fee = {"amount": 14_400, "standard": "按成交金额的1.5%收取"}
    assert not asked(filed("award", winners=won, agency_fee=fee))


YEARS = {"2026": 1_650_000, "2027": 1_300_000}


def test_the_years_of_a_contract_come_to_its_price_or_to_a_budget_told_before():
    contract = filed("contract", amount=3_000_000, budget_by_year=YEARS)
    assert asked(contract) == [("MG-7", "budget_by_year")]
    assert not asked(filed("contract", amount=2_950_000, budget_by_year=YEARS))
    assert not asked(contract, filed("tender", budget=2_950_000))


@pytest.mark.parametrize(
    ("kind", "stated", "key"),
    [
        ("award", {"determined_on": "2026-03-20"}, "determined_on"),
        ("proposal", {"reviewed_on": "2026-03-20"}, "reviewed_on"),
        ("grant", {"decided_on": "2026-03-20"}, "decided_on"),
        ("termination", {"decided_on": "2026-03-20", "reason": "供应商不足三家"}, "decided_on"),
    ],
)
def test_nobody_is_chosen_while_offers_may_come_in(kind, stated, key):
    tender, later = filed("tender", **TENDER), {"published": "2026-03-25"}
    assert asked(filed(kind, **stated, **later), tender) == [("MG-2", key)]
    right = stated | {one: "2026-03-23" for one in stated if one != "reason"}
    assert not asked(filed(kind, **right, **later), tender)


def test_a_purchase_may_be_called_off_before_offers_are_due():
    off = {"decided_on": "2026-03-20", "published": "2026-03-20", "reason": "采购任务取消"}
    assert not asked(filed("termination", **off), filed("tender", **TENDER))


def test_a_deadline_that_only_a_correction_tells_is_no_stumbling_block():
    moved = filed("correction", new_deadline="2026-03-23", published="2026-03-11")
    early = filed("award", determined_on="2026-03-20", published="2026-03-25")
    assert asked(early, moved) == [("MG-2", "determined_on")]


LOTS = [{"id": "1"}, {"id": "2"}, {"id": "3"}]
VOID = "投诉事项1成立，认定包2中标结果无效"


def decided(words=VOID, **stated):
    award = filed("award", lots=LOTS, winners=[{"printed": "虚构中心", "lots": ["2"]}])
    decision = filed("complaint", outcome=words, effects=["result-void"], **DECIDED, **stated)
    return asked(decision, award)


@pytest.mark.parametrize(
    "words", [VOID, "第二包中标结果无效", "标段2的结果无效", "采购包2中标无效"]
)
def test_a_decision_that_names_a_lot_in_words_alone_is_asked_about(words):
    assert decided(words) == [("MG-15", "outcome")]


@pytest.mark.parametrize("words", ["中标结果无效", "包1、包2、包3中标结果无效", "包10万元"])
def test_a_decision_about_all_lots_is_not_asked_about(words):
    assert not decided(words)


def test_a_decision_that_states_its_lots_is_not_asked_about():
    assert not decided(lots=[{"id": "2"}])


KINDS = ["contract", "contract-change", "payment", "report", "acceptance", "evaluation"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_notice_that_names_a_lot_in_its_title_alone_is_asked_about(kind):
    award = filed("award", lots=LOTS, winners=[{"printed": "虚构中心", "lots": ["2"]}])
    named = {"title": "虚构项目（包2）公告"}
    assert asked(filed(kind, **named), award) == [("MG-15", "title")]
    assert not asked(filed(kind, **named, lots=[{"id": "2"}]), award)
    assert not asked(filed(kind, title="虚构项目（包1、包2、包3）公告"), award)
    assert not asked(filed(kind, title="虚构项目公告"), award)


def test_a_supplier_of_a_lot_says_which_lot_a_contract_is_of():
    award = filed("award", lots=LOTS, winners=[{"printed": "虚构中心", "lots": ["2"]}])
    mine = {"suppliers": [{"printed": "虚构中心", "lots": ["2"]}]}
    assert not asked(filed("contract", title="虚构项目（包2）合同", **mine), award)
