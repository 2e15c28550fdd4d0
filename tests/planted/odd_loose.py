"""Right and yet unusual money outside projects."""

from dataclasses import replace
from typing import Any

from tests.planted import loose
from tests.planted.plan import Plan
from tests.planted.writing import Case


def _loose(case: Case, **changed: Any) -> Case:
    """A loose notice with a few of its keys changed; None takes a key out."""
    ((kind, record),) = case.records.items()
    both = record | changed
    return replace(case, records={kind: {k: v for k, v in both.items() if v is not None}})


def a_hundred_and_twenty_million_for_a_province(p: Plan) -> Case:
    rows = [
        {"name": "老年人福利类", "amount": {"value": 0.72, "unit": "亿元"}},
        {"name": "儿童福利类", "amount": {"value": 4800, "unit": "万元"}},
    ]
    return _loose(loose.allocation(p), amount={"value": 1.2, "unit": "亿元"}, items=rows)


def a_plan_with_sums_about(p: Plan) -> Case:
    rows = [
        {"name": "为老服务", "quantity": {"about": 3, "unit": "个项目"}, "budget": 2_400_000},
        {"name": "未成年人保护", "budget": {"about": 90, "unit": "万元"}},
    ]
    return _loose(loose.annual_plan(p), budget={"about": 330, "unit": "万元"}, items=rows)


def a_plan_without_sums(p: Plan) -> Case:
    rows = [{"name": "为老服务", "quantity": {"value": 3, "unit": "个项目"}}, {"name": "督导"}]
    return _loose(loose.annual_plan(p), budget=None, items=rows)


def an_account_of_an_item_overspent(p: Plan) -> Case:
    rows = [
        {"name": "为老服务", "budget": 600_000, "spent": 636_000, "note": "追加探访"},
        {"name": "评估", "budget": 300_000, "spent": 120_000},
    ]
    sums = {"budget": 900_000, "amount": 756_000, "carried_over": 144_000}
    return _loose(loose.final_account(p), items=rows, amounts=None, **sums)


def an_account_of_two_years_before(p: Plan) -> Case:
    return _loose(loose.final_account(p), year=str(p.start.year - 2))


def an_allocation_of_a_tenth_to_one(p: Plan) -> Case:
    rows = [{"name": "甲街道", "amount": 100_000}, {"name": "乙镇", "amount": 900_000}]
    return _loose(loose.allocation(p), amount=1_000_000, items=rows)


def an_allocation_with_a_part_carried_over(p: Plan) -> Case:
    rows = [
        {"name": "养老", "amount": 3215, "carried_over": 500},
        {"name": "儿童", "amount": 1015, "carried_over": 109.11},
    ]
    for row in rows:
        row["amount"] = {"value": row["amount"], "unit": "万元"}
        row["carried_over"] = {"value": row["carried_over"], "unit": "万元"}
    return _loose(loose.allocation(p), amount={"value": 4230, "unit": "万元"}, items=rows)


def a_standard_of_ten_yuan(p: Plan) -> Case:
    rows = [
        {"name": "志愿者餐补", "unit_price": {"unit_price": 10, "per": "人次"}},
        {"name": "社工薪酬指导价", "amount": {"at_least": 96_000}},
    ]
    return _loose(loose.standard(p), items=rows)


def a_standard_without_an_end(p: Plan) -> Case:
    return _loose(loose.standard(p), effective={"from": f"{p.start.year}-06-01"})


def an_approval_before_its_year(p: Plan) -> Case:
    return _loose(loose.budget_approval(p), approved_on=f"{p.start.year - 1}-12-20")
