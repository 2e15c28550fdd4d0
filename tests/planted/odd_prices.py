"""Right and yet unusual prices, lots and bidders."""

from dataclasses import replace
from datetime import date

from tests.planted import notices, shapes
from tests.planted.odd import contract_alone, of, priced, told, without_none
from tests.planted.plan import OTHERS, WINNER, Plan, cost_lines, filed
from tests.planted.writing import Case


def a_bid_over_the_ceiling_that_was_set_aside(p: Plan) -> Case:
    rows = notices.bids(p)
    rows[2] |= {"amount": p.ceiling * 135 // 100, "compliant": False, "reason": "超过最高限价"}
    return told(p, "tender", "award", award={"bidders": rows})


def a_single_bidder(p: Plan) -> Case:
    rows = notices.bids(p)[:1]
    return told(p, "tender", "award", award={"bidders": rows, "bidders_count": 1})


def two_winners_as_a_consortium(p: Plan) -> Case:
    rows = notices.bids(p)
    member = {"printed": OTHERS[(p.number + 2) % 4], "role": "联合体成员"}
    return told(p, "tender", "award", award={"winners": [rows[0], member], "winners_count": None})


def lots_of_very_different_sizes(p: Plan) -> Case:
    return shapes.by_lots(p, (2450, 365, 18))


def lots_each_ten_times_the_other(p: Plan) -> Case:
    return shapes.by_lots(p, (2000, 200, 20))


def a_lot_that_nobody_won(p: Plan) -> Case:
    case = of(shapes.by_lots(p), p, "tender", "award")
    award = case.records["award"]
    won = award["winners"][:2]
    award |= {"winners": won, "winners_count": 2, "amount": sum(one["amount"] for one in won)}
    award |= {"lots": award["lots"][:2], "lots_count": None, "bidders": award["bidders"][:4]}
    award |= {"bidders_count": 4, "next_step": "第3包不足三家，另行采购"}
    return filed(p, {role: without_none(one) for role, one in case.records.items()})


def bidders_of_several_lots_counted_once(p: Plan) -> Case:
    case = of(shapes.by_lots(p), p, "tender", "award")
    rows = case.records["award"]["bidders"]
    names = {one.get("party", one.get("printed")) for one in rows}
    case.records["award"]["bidders_count"] = len(names)
    return case


def discounts_instead_of_sums(p: Plan) -> Case:
    base = {"unit_price": 40, "per": "人次"}
    tender = {
        "ceiling": {"percent": 100, "of": base},
        "pricing": "discount",
        "unit_prices": [{"name": "基准价", "amount": base}],
        "settlement": {"by": "actual", "cap": p.budget},
    }
    rows = [
        {**WINNER, "bid": {"discount": 92}, "score": 91.2, "rank": 1},
        {"printed": OTHERS[0], "bid": {"discount": 95.5}, "score": 88.4, "rank": 2},
        {"printed": OTHERS[2], "bid": {"discount": 99}, "score": 80.1, "rank": 3},
    ]
    changed = {"amount": {"printed": "按折扣据实结算"}, "winners": [rows[0]], "bidders": rows}
    gone = {"ceiling": None, "agency_fee": None}
    return told(p, "tender", "award", tender=tender, award=changed | gone)


def hours_instead_of_prices(p: Plan) -> Case:
    rows = [
        {**WINNER, "amount": p.budget, "bid": {"hours": 62_000}, "score": 93.25, "rank": 1},
        {
            "printed": OTHERS[0],
            "amount": p.budget,
            "bid": {"hours": 58_400},
            "score": 90,
            "rank": 2,
        },
        {
            "printed": OTHERS[2],
            "amount": p.budget,
            "bid": {"hours": 40_000},
            "score": 71,
            "rank": 3,
        },
    ]
    same = replace(p, ceiling=p.budget)
    changed = {"amount": p.budget, "winners": [rows[0]], "bidders": rows, "agency_fee": None}
    return told(same, "tender", "award", award=changed)


def a_framework_that_names_no_sum(p: Plan) -> Case:
    case = of(shapes.by_framework(p), p, "tender", "award")
    record = notices.named(p, "contract", "框架协议公告", p.day(80)) | {
        "refers": [f"{p.day(67)}-award"],
        "signed": p.day(78),
        "amount": {"printed": "框架协议不约定总价，以订单为准"},
        "settlement": {"by": "actual", "cap": 1_560_000},
        "suppliers": [WINNER, {"printed": OTHERS[0]}, {"printed": OTHERS[2]}],
    }
    return filed(p, {**case.records, "agreement": record})


def prices_rounded_to_the_yuan(p: Plan) -> Case:
    return priced(
        p, ("入户探访", "人次", 33.33, 3001, 100_023), ("小组", "个", 4166.67, 12, 50_000)
    )


def a_price_of_half_a_yuan(p: Plan) -> Case:
    return priced(
        p, ("短信提醒", "人次", 0.5, 40_000, 20_000), ("热线值守", "月", 4500, 12, 54_000)
    )


def posts_by_the_month(p: Plan) -> Case:
    month = {"value": 8, "unit": "人", "per": "月"}
    row = ("社工薪酬（8人，12个月）", "元/人/月", 6800, month, 6800 * 8 * 12)
    return priced(p, row, ("督导", "次", 800, 24, 19_200))


def services_by_the_hour(p: Plan) -> Case:
    rows = (("电话访问", 60, 1200), ("心理辅导", 300, 240), ("督导", 500, 36.5))
    return priced(p, *((name, "小时", each, n, int(each * n)) for name, each, n in rows))


def a_line_without_its_amount(p: Plan) -> Case:
    case = priced(p, ("入户探访", "人次", 100, 2400, 240_000), ("小组", "个", 5000, 12, 60_000))
    contract = case.records["contract"]
    contract["line_items"].append({"name": "社工薪酬", "unit": "月", "quantity": 12})
    contract["amount"] = 1_050_000
    return case


def lines_that_name_the_tax_apart(p: Plan) -> Case:
    rows = ("服务费", "项", 500_000, 1, 500_000), ("税费（6%）", "项", 30_000, 1, 30_000)
    case = priced(p, *rows)
    parts = (("不含税金额", 500_000), ("税额", 30_000))
    case.records["contract"]["amounts"] = [{"name": name, "amount": part} for name, part in parts]
    return case


def costs_without_a_total(p: Plan) -> Case:
    return contract_alone(p, amount=None, cost_lines=cost_lines(p.amount, p.staff))


def ten_posts_at_a_tenth_of_the_sum(p: Plan) -> Case:
    posts = {"count": 10, "guide_price_year": p.start.year, "guide_price": 96_000}
    labour = {"name": "社工薪酬", "line": "labour", "people": 10, "per_person_year": 96_000}
    return contract_alone(p, amount=960_000, posts=posts, cost_lines=[labour | {"amount": 960_000}])


def a_reading_corner_for_800_yuan(p: Plan) -> Case:
    row = {**WINNER, "amount": 780, "score": 88, "rank": 1}
    case = told(
        p,
        "award",
        "contract",
        award={"budget": 800, "ceiling": None, "amount": 780, "winners": [row], "bidders": None}
        | {"bidders_count": None, "agency_fee": None, "panel": None},
        contract={"amount": 780, "line_items": None, "cost_lines": None, "payment_plan": None}
        | {"performance_bond": None, "people": None, "targets": None},
    )
    regime = {"value": "community", "printed": "社区自有资金"}
    small = {"budget": 800, "regime": regime, "budget_lines": None, "budget_by_year": None}
    none = {"funders": None, "targets": None, "team": None, "need": None}
    case.records["project"] = without_none(case.records["project"] | small | none)
    return case


def a_small_purchase_with_the_least_fee(p: Plan) -> Case:
    rows = [
        {**WINNER, "amount": 59_000, "score": 91, "rank": 1},
        {"printed": OTHERS[0], "amount": 60_000, "score": 88, "rank": 2},
    ]
    award = {"amount": 59_000, "winners": rows[:1], "bidders": rows, "bidders_count": 2}
    fee = {"agency_fee": {"amount": 3000, "standard": "不足3000元的按3000元收取"}}
    small = replace(p, ceiling=60_000, budget=60_000)
    none = {"budget_lines": None, "targets": None, "budget_by_year": None, "team": None}
    bare = {"people": None, "targets": None}
    return told(small, "tender", "award", project=none, tender=bare, award=award | fee)


def a_term_of_26_months(p: Plan) -> Case:
    end = date(p.first.year + 2, p.first.month, 28)
    term = {"from": str(p.first), "to": str(end), "printed": "约两年"}
    each = {"term": term}
    return told(p, "tender", "contract", project=each, tender=each, contract=each)
