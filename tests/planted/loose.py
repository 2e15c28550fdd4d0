"""Right notices of money outside projects: a plan, its approval, its use, its account."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.planted.plan import Plan, head, money, spelled
from tests.planted.writing import Case, Record, apart

_ITEMS = ("为老服务", "困境儿童关爱", "残障康复支持", "社会救助支持", "第三方评估")
_SIGNS = "春夏秋冬晨暮星月山河湖海江川林田风雨云雪"


def publisher(number: int) -> Record:
    """An office of its own, two characters from every other one."""
    high, low = divmod(number, len(_SIGNS))
    return {"printed": f"虚构{_SIGNS[low] * 2}{_SIGNS[high % len(_SIGNS)] * 2}区民政局"}


def parts(p: Plan) -> list[int]:
    """What each item gets."""
    return [share * 1000 + p.people % 7 * 2000 for share in (612, 486, 354, 268, 96)]


def _filed(p: Plan, kind: str, what: str, month: int, rest: Record) -> Case:
    year = p.start.year
    on = date(year, month, 3 + p.number % 20)
    who = publisher(p.number)
    title = f"{who['printed']}{year}年政府购买社会工作服务{what}"
    record = head(kind, title, str(on), publisher=who) | rest
    if kind != "standard":
        record.setdefault("year", str(year))
    stem = f"{on}-{kind}-{p.number}"
    return Case(f"notices/990100/{year}", {kind: apart(record)}, {kind: stem})


def _rows(p: Plan, key: str, **more: Any) -> list[Record]:
    rows = enumerate(zip(_ITEMS, parts(p), strict=True), 1)
    return [{"number": str(i), "name": name, key: part, **more} for i, (name, part) in rows]


def annual_plan(p: Plan) -> Case:
    items = _rows(p, "amount")
    items[0]["quantity"] = {"value": 260, "unit": "人"}
    items[1]["expected"] = f"{p.start.year}-11"
    approval = {
        "date": f"{p.start.year}-01-28",
        "number": f"虚构财预〔{p.start.year}〕{p.number}号",
    }
    return _filed(
        p, "annual-plan", "计划", 2, {"budget": sum(parts(p)), "items": items, "approval": approval}
    )


def budget_approval(p: Plan) -> Case:
    rest = {
        "approved_on": f"{p.start.year}-01-28",
        "budget": spelled(sum(parts(p))),
        "items": _rows(p, "budget"),
        "document_no": f"虚构财社〔{p.start.year}〕{p.number}号",
    }
    return _filed(p, "budget-approval", "预算的批复", 2, rest)


def allocation(p: Plan) -> Case:
    rest = {
        "period": {"from": f"{p.start.year}-01-01", "to": f"{p.start.year}-12-31"},
        "amount": money(sum(parts(p)), "万元"),
        "items": [row | {"suppliers_count": 5} for row in _rows(p, "amount")],
    }
    return _filed(p, "allocation", "资金分配公示", 4, rest)


def final_account(p: Plan) -> Case:
    items = _rows(p, "budget")
    spent = [part * (97 - i) // 100 for i, part in enumerate(parts(p))]
    for row, sum_ in zip(items, spent, strict=True):
        row["spent"] = sum_
    left = sum(parts(p)) - sum(spent)
    kept = left // 2
    rest = {
        "year": str(p.start.year - 1),
        "approved_on": f"{p.start.year}-08-{p.number % 3 + 1:02d}",
        "budget": sum(parts(p)),
        "amount": sum(spent),
        "carried_over": kept,
        "amounts": [{"name": "收回财政", "amount": left - kept}],
        "items": items,
    }
    return _filed(p, "final-account", "资金决算", 9, rest)


def standard(p: Plan) -> Case:
    rest = {
        "effective": {"from": f"{p.start.year}-06-01", "to": f"{p.start.year + 2}-05-31"},
        "applies_to": "本级财政资金购买的居家探访服务",
        "items": [
            {"name": "社工薪酬指导价", "amount": {"between": [80_000, 140_000]}},
            {"name": "入户探访", "unit_price": {"unit_price": 120, "per": "人次"}},
        ],
    }
    return _filed(p, "standard", "标准", 5, rest)


def honour(p: Plan) -> Case:
    prizes = [
        {"grade": "优秀项目", "count": 2, "names": ["邻里守望", "四季探访"]},
        {"grade": "提名项目", "count": 1, "names": ["放学后的书桌"]},
    ]
    rest = {
        "reviewed_on": f"{p.start.year}-09-30",
        "applicants": {"value": 14, "unit": "个"},
        "prizes": prizes,
        "panel": {"size": 7, "experts": 5},
        "notice_period": {"from": f"{p.start.year}-10-08", "to": f"{p.start.year}-10-30"},
    }
    return _filed(p, "honour", "优秀项目评选结果公示", 10, rest)


ALL: tuple[Callable[[Plan], Case], ...] = (
    annual_plan,
    budget_approval,
    allocation,
    final_account,
    standard,
    honour,
)
