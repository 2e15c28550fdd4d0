"""Right and yet unusual instalments, payments, changes and funders."""

from dataclasses import replace

from tests.planted import notices, shapes
from tests.planted.odd import contract_alone, told
from tests.planted.plan import Plan, cost_lines, spelled
from tests.planted.writing import Case


def three_shares_of_33_33(p: Plan) -> Case:
    return _shares(p, (33.33, 33.33, 33.33))


def three_shares_of_33_and_34(p: Plan) -> Case:
    return _shares(p, (33, 33, 34))


def three_shares_with_one_decimal(p: Plan) -> Case:
    return _shares(p, (33.3, 33.3, 33.4))


def twelve_shares_by_the_month(p: Plan) -> Case:
    return _shares(p, (*(8.33,) * 11, 8.37))


def a_tenth_in_advance(p: Plan) -> Case:
    return notices.whole(replace(p, shares=(10, 40, 50)))


def a_small_last_instalment(p: Plan) -> Case:
    return notices.whole(replace(p, shares=(60, 38, 2)))


def five_percent_kept_back(p: Plan) -> Case:
    return notices.whole(replace(p, shares=(45, 50, 5)))


def all_in_one_payment(p: Plan) -> Case:
    plan = [{"share": 100, "amount": p.amount, "event": "验收合格", "depends_on": "acceptance"}]
    return told(
        p,
        "contract",
        "payment2",
        contract={"payment_plan": plan},
        payment2={"amount": p.amount, "amounts": None, "milestone": "一次付清"},
    )


def _shares(p: Plan, shares: tuple[float, ...]) -> Case:
    """Instalments by these shares, each to the cent, the last what is left."""
    sums = [round(p.amount / len(shares), 2)] * (len(shares) - 1)
    if max(shares) - min(shares) >= 0.5:
        sums = [round(p.amount * share / 100, 2) for share in shares[:-1]]
    sums.append(round(p.amount - sum(sums), 2))
    rows = [
        {"share": share, "amount": sum_, "event": f"第{i}期"}
        for i, (share, sum_) in enumerate(zip(shares, sums, strict=True), 1)
    ]
    return contract_alone(p, amount=p.amount, payment_plan=rows)


def instalments_without_shares(p: Plan) -> Case:
    first = p.amount // 3
    rows = [{"amount": first, "event": "签订"}, {"amount": p.amount - first, "event": "验收"}]
    return contract_alone(p, amount=p.amount, payment_plan=rows)


def an_instalment_paid_in_two_parts(p: Plan) -> Case:
    due = notices.instalments(p)[0]
    part = due * 3 // 5 // 100 * 100
    first = {"amount": part, "share": None, "milestone": "合同签订后，先付六成"}
    rest = {"amount": due - part, "share": None, "milestone": "合同签订后的余额"}
    return told(p, "contract", "payment0", "payment1", payment0=first, payment1=rest)


def a_payment_less_a_deduction(p: Plan) -> Case:
    due = notices.instalments(p)[1] * 92 // 100
    less = {"amount": due, "share": None, "milestone": "中期评估合格，按合同扣减百分之八"}
    return told(p, "contract", "payment0", "payment1", payment1=less)


def a_bond_of_a_tenth(p: Plan) -> Case:
    return told(p, "contract", contract={"performance_bond": p.amount // 10})


def a_supplement_of_a_tenth(p: Plan) -> Case:
    return notices.whole(replace(p, supplement=p.amount // 10))


def a_change_that_takes_away(p: Plan) -> Case:
    less = {"supplement_amount": None, "payment_plan": None, "reason": "服务对象减少，核减服务费"}
    return told(p, "contract", "change", change=less | {"amount": spelled(p.amount * 88 // 100)})


def a_correction_that_takes_away_in_words(p: Plan) -> Case:
    case = shapes.corrected(p)
    row = {
        "item": "合同金额",
        "before": f"{p.amount}元",
        "after": f"减少20000元，为{p.amount - 20000}元",
    }
    case.records["moved"]["changes"].append(row)
    return case


def an_evaluation_paid_outside_the_contract(p: Plan) -> Case:
    more = replace(p, budget=p.ceiling + 60_000)
    lines = [
        *cost_lines(p.ceiling, p.staff),
        {"name": "第三方评估", "line": "evaluation", "amount": 60_000},
    ]
    return told(more, "intention", "tender", "award", project={"budget_lines": lines})


def funders_of_whom_one_gives_nothing(p: Plan) -> Case:
    rows = [
        {"name": "财政预算", "amount": p.budget, "share": 100},
        {"name": "自筹", "amount": 0, "share": 0},
    ]
    return told(p, "intention", "tender", project={"funders": rows})


def years_of_very_different_sums(p: Plan) -> Case:
    first = p.budget // 20 // 100 * 100
    years = {p.first.year: first, p.first.year + 1: p.budget - first}
    return told(p, "intention", "tender", project={"budget_by_year": years})


def payments_by_calendar_year(p: Plan) -> Case:
    case = shapes.by_years(p)
    half = case.records["contract"]["amount_per_year"] // 2
    case.records["payment"] |= {"amount": half, "milestone": f"{p.first.year}年度"}
    return case
