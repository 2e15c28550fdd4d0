"""Right and yet unusual sums; none is to be asked about."""

from dataclasses import replace
from datetime import timedelta

from tests.planted import notices
from tests.planted.odd import contract_alone, told
from tests.planted.plan import Plan, money, spelled
from tests.planted.writing import Case, Record


def award_far_below_the_ceiling(p: Plan) -> Case:
    ceiling = int(p.amount / 0.62) // 1000 * 1000
    return notices.whole(replace(p, ceiling=ceiling, budget=ceiling + 20_000))


def award_under_half_after_a_review_of_the_price(p: Plan) -> Case:
    ceiling = int(p.amount / 0.45) // 1000 * 1000
    low = replace(p, ceiling=ceiling, budget=ceiling)
    return told(low, "tender", "award", award={"low_price": {"triggered": True, "outcome": "合理"}})


def award_at_the_ceiling_and_the_budget(p: Plan) -> Case:
    return notices.whole(replace(p, ceiling=p.amount, budget=p.amount))


def award_a_yuan_below_the_ceiling(p: Plan) -> Case:
    return notices.whole(replace(p, ceiling=p.amount + 1, budget=p.amount + 1000))


def award_four_percent_above_the_budget(p: Plan) -> Case:
    low = p.amount * 100 // 104
    gone = {"budget_lines": None, "budget_by_year": None, "funders": None}
    less = {"budget": low}
    return told(
        p,
        "intention",
        "award",
        project=less | gone,
        intention=less,
        award=less | {"ceiling": None},
    )


def contract_three_percent_above_the_award(p: Plan) -> Case:
    return _with_contract(p, {"amount": spelled(p.amount * 103 // 100)})


def _with_contract(p: Plan, changed: Record) -> Case:
    left = {"line_items": None, "cost_lines": None, "payment_plan": None, "performance_bond": None}
    return told(p, "tender", "award", "contract", contract=left | changed)


def contract_below_the_award_for_a_reason(p: Plan) -> Case:
    less = {"value": p.amount * 92 // 100, "printed": "经协商扣除场地费用后的合同金额"}
    return _with_contract(p, {"amount": less})


def contract_for_one_year_of_three(p: Plan) -> Case:
    third = p.amount // 3
    each = {"amount": third, "requirements": ["一次招标三年，合同一年一签"]}
    case = _with_contract(p, each)
    end = p.first.replace(year=p.first.year + 3) - timedelta(1)
    long = {"from": str(p.first), "to": str(end), "length": 3, "unit": "year"}
    for role in ("tender", "project"):
        case.records[role]["term"] = long
    return case


def contract_without_the_cents_of_the_award(p: Plan) -> Case:
    bid = p.amount + 0.47
    rows = notices.bids(p)
    rows[0] = rows[0] | {"amount": bid}
    changed = {"amount": bid, "winners": [rows[0]], "bidders": rows}
    case = _with_contract(p, {"amount": p.amount})
    case.records["award"] |= changed
    return case


def sums_of_the_intention_rounded_to_ten_thousands(p: Plan) -> Case:
    near = -(-p.budget // 10_000)
    return told(p, "intention", "tender", intention={"budget": {"value": near, "unit": "万元"}})


def eighty_ten_thousands_against_795600(p: Plan) -> Case:
    exact = replace(p, budget=795_600, ceiling=795_600)
    near = {"value": 80, "unit": "万元", "printed": "80万元"}
    return told(exact, "intention", "tender", intention={"budget": near})


def sums_about_at_most_and_between(p: Plan) -> Case:
    high = p.budget // 10_000 + 1
    about = {"budget": {"about": high, "unit": "万元", "printed": f"约{high}万元"}}
    return told(p, "intention", "tender", intention=about, tender={"budget": {"at_most": p.budget}})


def a_budget_between_two_sums(p: Plan) -> Case:
    span = {"budget": {"between": [p.budget // 2, p.budget * 2]}}
    return told(p, "intention", "tender", intention=span)


def the_same_sum_in_yuan_and_in_ten_thousands(p: Plan) -> Case:
    unit = {"budget": money(p.budget, "万元"), "ceiling": money(p.ceiling, "万元")}
    return told(p, "intention", "tender", "award", tender=unit)


def an_intention_of_a_third_more_than_was_asked_for_then(p: Plan) -> Case:
    return told(p, "intention", "tender", "award", intention={"budget": p.budget * 131 // 100})


def ten_thousands_with_four_decimals(p: Plan) -> Case:
    exact = {"amount": {"value": (p.amount + 12) / 10_000, "unit": "万元"}}
    return contract_alone(p, **exact)


def sums_with_cents_and_their_capitals(p: Plan) -> Case:
    spoken = spelled(p.amount)["capital"].removesuffix("整") + "伍角贰分"
    return contract_alone(p, amount={"value": p.amount + 0.52, "capital": spoken})


def capitals_with_a_currency_and_round_yuan(p: Plan) -> Case:
    spoken = "人民币" + spelled(p.amount)["capital"].replace("元整", "圆整")
    return contract_alone(p, amount={"value": p.amount, "capital": spoken})


def capitals_with_the_other_word_for_even(p: Plan) -> Case:
    spoken = spelled(p.amount)["capital"].replace("元整", "元正")
    return contract_alone(p, amount={"value": p.amount, "capital": spoken})


def capitals_with_a_zero_after_ten_thousands(p: Plan) -> Case:
    return contract_alone(p, amount={"value": 901_800, "capital": "玖拾万零壹仟捌佰元整"})


def capitals_with_a_zero_after_hundreds_of_ten_thousands(p: Plan) -> Case:
    return contract_alone(p, amount={"value": 1_008_000, "capital": "壹佰万零捌仟元整"})


def capitals_that_begin_with_ten(p: Plan) -> Case:
    return contract_alone(p, amount={"value": 128_000, "capital": "拾贰万捌仟元整"})


def capitals_in_ten_thousands(p: Plan) -> Case:
    return contract_alone(p, amount={"value": 105, "unit": "万元", "capital": "壹佰零伍万元整"})
