"""All notices of one right purchase, from the intention to the last payment."""

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.planted.plan import (
    BUYER,
    EXPERTS,
    OTHERS,
    WINNER,
    Plan,
    cost_lines,
    done,
    filed,
    head,
    instalments,
    money,
    plan,
    spelled,
    targets,
)
from tests.planted.writing import Case, Record

EVALUATOR = {"printed": "虚构明镜评估服务社"}


def right(rng: random.Random, number: int, **changed: Any) -> Case:
    """A whole purchase; `changed` replaces figures of its plan."""
    return whole(replace(plan(rng, number), **changed))


def whole(p: Plan) -> Case:
    """All notices of one purchase, with the project they belong to."""
    records = {
        "project": project(p),
        "intention": intention(p),
        "tender": tender(p),
        "document": document(p),
        "award": award(p),
        "contract": contract(p),
        "change": change(p),
        "acceptance": acceptance(p),
        "evaluation": evaluation(p),
        **{f"payment{i}": payment(p, i) for i in range(3)},
        **{f"report{i}": report(p, i) for i in range(2)},
    }
    return filed(p, records)


def project(p: Plan) -> Record:
    early = p.budget * 4 // 10_000 * 1000
    year = p.first.year
    return {
        "kind": "project",
        "title": p.name,
        "fictional": True,
        "source": {"tier": "original", "extent": "full", "note": "虚构示例"},
        "regime": "statutory",
        "place": p.street,
        "field": "social-welfare",
        "form": "project",
        "target_groups": ["residents"],
        "purchaser": BUYER,
        "need": {"text": "居民提出的需要", "assessed_on": p.day(-200), "people": p.people},
        "library": [
            {"stage": "applied", "date": p.day(-150)},
            {"stage": "reviewed", "date": p.day(-90)},
            {"stage": "listed", "date": p.day(-60)},
        ],
        "budget": money(p.budget, p.unit),
        "budget_lines": cost_lines(p.budget, p.staff),
        "budget_by_year": {year: early, year + 1: p.budget - early},
        "funders": [
            {"name": "财政预算", "amount": p.budget * 9 // 10, "share": 90},
            {"name": "福利彩票公益金", "amount": p.budget // 10, "share": 10},
        ],
        "targets": targets(p),
        "team": {"total": p.staff + 3, "qualified_fulltime": p.staff, "certified": p.staff},
        "term": {"from": str(p.first), "to": str(p.last)},
    }


def named(p: Plan, kind: str, what: str, on: str) -> Record:
    numbers = [{"value": p.code, "role": "project"}]
    return head(kind, f"{p.name}{what}", on, numbers=numbers, procedure=1, purchaser=BUYER)


def intention(p: Plan) -> Record:
    month = p.day(40)[:7]
    return named(p, "intention", "采购意向", p.day(0)) | {
        "covers": {"from": f"{month}-01", "to": f"{month}-28"},
        "demand": f"为{p.people}名居民提供服务",
        "budget": money(p.budget, p.unit),
        "expected": month,
    }


def plan_of_payment(p: Plan, *, with_amounts: bool) -> list[Record]:
    events = ("合同签订", "中期评估合格", "验收合格")
    waits = ("contract", "midterm", "acceptance")
    rows = zip(p.shares, instalments(p), events, waits, strict=True)
    return [
        {
            "share": share,
            **({"amount": amount} if with_amounts else {}),
            "event": event,
            "within": {"days": 10, "working": True},
            "depends_on": wait,
        }
        for share, amount, event, wait in rows
    ]


def tender(p: Plan) -> Record:
    return named(p, "tender", "竞争性磋商公告", p.day(40)) | {
        "method": p.method,
        "portal": {"disclosure_review": {"by_role": "政务公开审查岗", "date": p.day(40)}},
        "budget": p.budget,
        "ceiling": p.ceiling,
        "people": {"value": p.people, "unit": "人"},
        "targets": targets(p),
        "term": {"from": str(p.first), "to": str(p.last), "length": 12, "unit": "month"},
        "documents": {"from": p.day(40), "to": p.day(47), "how": "网上下载", "price": 300},
        "deadline": f"{p.day(61)}T09:30",
        "opening": {"at": f"{p.day(61)}T09:30", "place": "虚构开标室"},
        "notice_period": {"from": p.day(40), "to": p.day(47)},
        "qualifications": ["符合政府采购法第二十二条规定"],
        "min_suppliers": 3,
        "criteria": [
            {"name": "价格", "weight": 10},
            {"name": "服务方案", "weight": 45},
            {"name": "团队和督导", "weight": 30},
            {"name": "业绩", "weight": 15},
        ],
        "payment_plan": plan_of_payment(p, with_amounts=False),
    }


def workload(p: Plan) -> list[Record]:
    """Planned hours of three kinds of work, count by hours each."""
    hours = ((p.items[1][3], 20, "casework", "个"), (p.items[2][3], 45, "group-work", "个"))
    rows = [
        {"type": kind, "unit": unit, "count": count, "hours_per_unit": each, "hours": count * each}
        for count, each, kind, unit in hours
    ]
    direct = {"type": "other-direct", "unit": "人次", "count": p.items[0][3], "hours_per_unit": 1.5}
    return [*rows, direct | {"hours": p.items[0][3] * 1.5}]


def document(p: Plan) -> Record:
    rows = workload(p)
    total = sum(row["hours"] for row in rows)
    return named(p, "document", "磋商文件", p.day(40)) | {
        "budget": p.budget,
        "ceiling": p.ceiling,
        "budget_lines": cost_lines(p.budget, p.staff),
        "people": {"value": p.people, "unit": "人"},
        "team": {"total": p.staff + 3, "qualified_fulltime": p.staff, "certified": p.staff},
        "workload": rows,
        "service_hours": {"value": total, "unit": "小时"},
        "targets": targets(p),
    }


def bids(p: Plan) -> list[Record]:
    gap = (p.ceiling - p.amount) // 4
    amounts = (p.amount, p.amount + gap, p.amount + 3 * gap)
    who = (WINNER, {"printed": OTHERS[p.number % 4]}, {"printed": OTHERS[(p.number + 1) % 4]})
    rows = enumerate(zip(who, amounts, p.marks, strict=True), 1)
    return [{**one, "amount": sum_, "score": mark, "rank": i} for i, (one, sum_, mark) in rows]


def award(p: Plan) -> Record:
    rows = bids(p)
    return named(p, "award", "成交结果公告", p.day(66)) | {
        "refers": [f"{p.day(40)}-tender"],
        "method": p.method,
        "budget": p.budget,
        "ceiling": p.ceiling,
        "reviewed_on": p.day(61),
        "report_received_on": p.day(62),
        "determined_on": p.day(64),
        "letter_issued_on": p.day(66),
        "amount": spelled(p.amount),
        "winners": [rows[0]],
        "winners_count": 1,
        "bidders": rows,
        "bidders_count": len(rows),
        "panel": {
            "size": 5,
            "experts": 4,
            "members": [
                *({"role": "expert", "name": name} for name in EXPERTS),
                {"role": "purchaser", "name": "虚构代表子"},
            ],
        },
        "agency_fee": {"amount": p.amount * 12 // 1000, "standard": "按约定向成交供应商收取"},
        "notice_period": {"from": p.day(66), "to": p.day(67)},
    }


def contract(p: Plan) -> Record:
    items = [
        {
            "name": name,
            "unit": unit,
            "unit_price": price,
            "quantity": count,
            "amount": price * count,
        }
        for name, unit, price, count in p.items
    ]
    return named(p, "contract", "合同公告", p.day(84)) | {
        "refers": [f"{p.day(66)}-award"],
        "suppliers": [WINNER],
        "signed": p.day(80),
        "filed_on": p.day(83),
        "amount": spelled(p.amount),
        "performance_bond": p.amount // 20,
        "people": {"value": p.people, "unit": "人"},
        "term": {"from": str(p.first), "to": str(p.last), "length": 1, "unit": "year"},
        "targets": targets(p),
        "line_items": items,
        "cost_lines": cost_lines(p.amount, p.staff),
        "payment_plan": plan_of_payment(p, with_amounts=True),
    }


def change(p: Plan) -> Record:
    return named(p, "contract-change", "合同变更公告", p.served(215)) | {
        "refers": [f"{p.day(84)}-contract"],
        "suppliers": [WINNER],
        "original_contract": {
            "number": f"{p.code}-HT",
            "amount": p.amount,
            "signed": p.day(80),
            "first_published": p.day(84),
        },
        "changed_on": p.served(211),
        "reason": "增加服务数量",
        "supplement_amount": p.supplement,
        "amount": spelled(p.amount + p.supplement),
        "payment_plan": [{"amount": p.supplement, "event": "验收合格", "depends_on": "acceptance"}],
    }


def payment(p: Plan, index: int) -> Record:
    """The first after the signature, the second half way, the third with the supplement."""
    on = (p.served(14), p.served(205), p.ended(52))[index]
    paid = (p.served(11), p.served(203), p.ended(50))[index]
    billed = (p.served(4), p.served(199), p.ended(44))[index]
    due = instalments(p)[index]
    record = named(p, "payment", f"第{index + 1}笔款项支付", on) | {
        "payer": BUYER,
        "payee": WINNER,
        "milestone": ("合同签订", "中期评估合格", "验收合格和补充合同")[index],
        "invoice_on": billed,
        "paid_on": paid,
    }
    if index < 2:
        return record | {"share": p.shares[index], "amount": due}
    parts = (("合同第三笔", due), ("补充合同", p.supplement))
    return record | {
        "amount": due + p.supplement,
        "amounts": [{"name": name, "amount": part} for name, part in parts],
    }


def report(p: Plan, index: int) -> Record:
    """Half way, and at the end of the service."""
    half = p.amount * 47 // 100_000 * 1000
    spent = (half, p.amount + p.supplement - half)[index]
    spans = ((p.first, p.half - timedelta(1)), (p.half, p.last))
    lines = [
        {key: line[key] for key in ("name", "line", "amount")}
        for line in cost_lines(spent, p.staff)
    ]
    on = (p.served(190), p.ended(10))[index]
    extra = {"hours_done": workload(p), "occurred": p.ended(6)} if index else {}
    return named(p, "report", ("中期报告", "末期报告")[index], on) | {
        **extra,
        "report_kind": "provider",
        "reporter": WINNER,
        "period": {"from": str(spans[index][0]), "to": str(spans[index][1])},
        "done": done(p, (0.5, 1.02)[index]),
        "spent": spent,
        "spent_lines": lines,
    }


def acceptance(p: Plan) -> Record:
    return named(p, "acceptance", "验收结果公告", p.ended(31)) | {
        "suppliers": [WINNER],
        "period": {"from": str(p.first), "to": str(p.last)},
        "accepted_on": p.ended(28),
        "group": [
            {"role": "purchaser", "count": 2},
            {"role": "user", "count": 2, "printed": "服务对象代表"},
            {"role": "third-party", "printed": "虚构评估员"},
        ],
        "done": done(p, 1.02),
        "satisfaction": {"rate": p.rate, "asked": p.asked},
        "conclusion": "accepted",
    }


def evaluation(p: Plan) -> Record:
    rows = [{"dimension": name, "full": full, "score": mark} for name, full, mark in p.dimensions]
    overall = round(sum(mark for _, _, mark in p.dimensions), 1)
    return named(p, "evaluation", "末期评估结果公告", p.ended(40)) | {
        "suppliers": [WINNER],
        "stage": "final",
        "evaluator": EVALUATOR,
        "evaluated_on": p.ended(12),
        "evaluated_until": p.ended(16),
        "completed_on": p.ended(35),
        "period": {"from": str(p.first), "to": str(p.last)},
        "scale": {"max_score": 100},
        "overall": {"score": overall, "grade": "良好"},
        "dimensions": rows,
        "done": done(p, 1.02),
        "satisfaction": {"rate": p.rate, "asked": p.asked},
        "notice_period": {"from": p.ended(40), "to": p.ended(47)},
    }
