"""Right purchases of other shapes: by lots, by years and posts, by framework, from one source."""

from datetime import timedelta
from typing import Any

from tests.planted.notices import named, payment, project, whole
from tests.planted.plan import EXPERTS, OTHERS, WINNER, Plan, filed, spelled
from tests.planted.writing import Case, Record

_LOTS = ("老年人服务", "儿童服务", "残障人士服务")


def by_lots(p: Plan, sizes: tuple[int, ...] = (480, 360, 275)) -> Case:
    """Three lots with budgets of their own, two bidders each, a contract a lot."""
    budgets = [size * 1000 for size in sizes]
    amounts = [size * (968 - 7 * index) for index, size in enumerate(sizes)]
    records = {
        "project": _lots_project(p, budgets),
        "intention": named(p, "intention", "采购意向", p.day(0)) | {"budget": sum(budgets)},
        "tender": _lots_tender(p, budgets),
        "award": _lots_award(p, budgets, amounts),
    }
    for index, amount in enumerate(amounts):
        records[f"contract{index}"] = _lots_contract(p, index, amount)
        records[f"payment{index}"] = _lots_payment(p, index, amount)
    return filed(p, records)


def _bare(p: Plan) -> Record:
    """The project's record without the figures of its money."""
    told = {"budget", "budget_lines", "budget_by_year", "funders", "targets", "team"}
    return {key: value for key, value in project(p).items() if key not in told}


def _lots_project(p: Plan, budgets: list[int]) -> Record:
    names = [{"id": str(i), "name": name} for i, name in enumerate(_LOTS, 1)]
    return _bare(p) | {"budget": sum(budgets), "lot_names": names}


def _lots_tender(p: Plan, budgets: list[int]) -> Record:
    rows = [
        {
            "id": str(i),
            "number": f"第{i}包",
            "name": name,
            "people": {"value": 60 * i + 41, "unit": "人"},
            "budget": budget,
            "ceiling": budget,
        }
        for i, (name, budget) in enumerate(zip(_LOTS, budgets, strict=True), 1)
    ]
    return named(p, "tender", "公开招标公告", p.day(40)) | {
        "method": "open-tender",
        "budget": sum(budgets),
        "lots": rows,
        "lots_count": len(rows),
        "documents": {"from": p.day(40), "to": p.day(47), "how": "网上下载", "price": 0},
        "deadline": f"{p.day(62)}T09:30",
        "opening": {"at": f"{p.day(62)}T09:30"},
        "criteria": [{"name": "价格", "weight": 20}, {"name": "方案", "weight": 80}],
    }


def _lots_award(p: Plan, budgets: list[int], amounts: list[int]) -> Record:
    won, lost = [], []
    for i, (budget, amount) in enumerate(zip(budgets, amounts, strict=True), 1):
        first = WINNER if i == 1 else {"printed": OTHERS[i]}
        won.append({**first, "lots": [str(i)], "amount": amount, "score": 90.5 - i, "rank": 1})
        second = {"printed": OTHERS[0], "lots": [str(i)], "amount": (amount + budget) // 2}
        lost.append({**second, "score": 80.25 - i, "rank": 2})
    rows = [
        {"id": str(i), "name": name, "budget": budget, "amount": amount}
        for i, (name, budget, amount) in enumerate(zip(_LOTS, budgets, amounts, strict=True), 1)
    ]
    return named(p, "award", "中标结果公告", p.day(67)) | {
        "refers": [f"{p.day(40)}-tender"],
        "determined_on": p.day(65),
        "amount": sum(amounts),
        "lots": rows,
        "lots_count": len(rows),
        "winners": won,
        "winners_count": len(won),
        "bidders": [one for pair in zip(won, lost, strict=True) for one in pair],
        "bidders_count": len(won) + len(lost),
        "panel": {"size": 5, "experts": 4, "members": _panel()},
    }


def _panel() -> list[Record]:
    experts = [{"role": "expert", "name": name} for name in EXPERTS]
    return [*experts, {"role": "purchaser", "name": "虚构代表丑"}]


def _lots_contract(p: Plan, index: int, amount: int) -> Record:
    who = WINNER if index == 0 else {"printed": OTHERS[index + 1]}
    half = amount // 2
    return named(p, "contract", f"第{index + 1}包合同公告", p.day(86)) | {
        "refers": [f"{p.day(67)}-award"],
        "suppliers": [who],
        "lots": [{"id": str(index + 1)}],
        "signed": p.day(82),
        "amount": spelled(amount),
        "term": {"from": str(p.first), "to": str(p.last)},
        "payment_plan": [
            {"share": 50, "amount": half, "event": "合同签订", "depends_on": "contract"},
            {"share": 50, "amount": amount - half, "event": "验收合格", "depends_on": "acceptance"},
        ],
    }


def _lots_payment(p: Plan, index: int, amount: int) -> Record:
    again = {0: "", 1: "-2", 2: "-3"}[index]
    return named(p, "payment", f"第{index + 1}包首期款支付", p.served(20)) | {
        "refers": [f"{p.day(86)}-contract{again}"],
        "lots": [{"id": str(index + 1)}],
        "payee": WINNER if index == 0 else {"printed": OTHERS[index + 1]},
        "paid_on": p.served(18),
        "share": 50,
        "amount": amount // 2,
    }


def by_years(p: Plan) -> Case:
    """Posts at a guide price, three years in one contract, paid by calendar year."""
    price = 90_000 + (1 + p.people % 9) * 1000
    year = price * p.staff
    posts = {"count": p.staff, "guide_price_year": p.start.year, "guide_price": price}
    end = p.first.replace(year=p.first.year + 3) - timedelta(1)
    term = {"from": str(p.first), "to": str(end), "length": 3, "unit": "year"}
    records = {
        "project": _bare(p) | {"form": "post", "posts": posts, "term": term, **_yearly(p, year)},
        "tender": named(p, "tender", "公开招标公告", p.day(40))
        | {"method": "open-tender", "posts": posts, "term": term, "ceiling": 3 * year}
        | {"deadline": f"{p.day(62)}T09:30", **_yearly(p, year)},
        "award": named(p, "award", "中标结果公告", p.day(67)) | _years_award(p, 3 * year),
        "contract": named(p, "contract", "合同公告", p.day(86))
        | {"refers": [f"{p.day(67)}-award"], "posts": posts, "term": term, "signed": p.day(82)}
        | {"amount": spelled(3 * year), "amount_per_year": year, "suppliers": [WINNER]}
        | {"line_items": _post_years(p.staff, price)},
        "payment": named(p, "payment", "第一年度款项支付", p.served(20))
        | {"paid_on": p.served(18), "amount": year, "milestone": "第一年度"},
    }
    return filed(p, records)


def _yearly(p: Plan, year: int) -> Record:
    parts = (year // 2, year, year, year - year // 2)
    years = {p.first.year + i: part for i, part in enumerate(parts)}
    return {"budget": 3 * year, "budget_by_year": years}


def _post_years(count: int, price: int) -> list[Record]:
    row = {"unit": "岗年", "unit_price": price, "quantity": count, "amount": price * count}
    return [{"name": f"第{which}年度社工岗位", **row} for which in "一二三"]


def _years_award(p: Plan, amount: int) -> Record:
    rows = [
        {**WINNER, "amount": amount, "score": 90.25, "rank": 1},
        {"printed": OTHERS[0], "amount": amount, "score": 84, "rank": 2},
        {"printed": OTHERS[2], "amount": amount, "score": 79.5, "rank": 3},
    ]
    return {
        "refers": [f"{p.day(40)}-tender"],
        "determined_on": p.day(65),
        "amount": amount,
        "winners": [rows[0]],
        "bidders": rows,
        "bidders_count": 3,
    }


def by_framework(p: Plan) -> Case:
    """Two lots at prices an hour; an order by hours, settled up to its sum."""
    hours = 1500 + p.people % 7 * 100
    most = {"at_most": 110, "printed": "每工时不超过110元"}
    lots = [
        {"id": "1", "number": "第1包", "ceiling": 960_000, "unit_price": most},
        {"id": "2", "number": "第2包", "ceiling": 600_000, "unit_price": most},
    ]
    names = [{"id": "1", "name": "低保家庭支持"}, {"id": "2", "name": "临时遇困陪伴"}]
    records = {
        "project": _bare(p) | {"budget": 1_560_000, "lot_names": names},
        "tender": named(p, "tender", "框架协议征集公告", p.day(40))
        | {"method": "framework", "budget": 1_560_000, "lots": lots, "pricing": "unit-price"}
        | {"deadline": f"{p.day(62)}T09:30"},
        "award": named(p, "award", "入围结果公告", p.day(67)) | _entered(p),
        "contract": named(p, "contract", "订单合同公告", p.day(86)) | _order(p, hours),
        "payment": named(p, "payment", "订单首期款支付", p.served(20))
        | {"paid_on": p.served(18), "share": 50, "amount": 98 * hours // 2},
    }
    return filed(p, records)


def _hourly(price: int) -> Record:
    return {"unit_price": price, "per": "工时"}


def _entered(p: Plan) -> Record:
    rows: list[Record] = [
        {**WINNER, "lots": ["1"], "amount": _hourly(98), "rank": 1},
        {"printed": OTHERS[0], "lots": ["1"], "amount": _hourly(102), "rank": 2},
        {"printed": OTHERS[2], "lots": ["2"], "amount": _hourly(105), "rank": 1},
    ]
    last = {"printed": OTHERS[3], "lots": ["2"], "amount": _hourly(109), "rank": 2}
    return {
        "refers": [f"{p.day(40)}-tender"],
        "determined_on": p.day(65),
        "winners": rows,
        "winners_count": 3,
        "bidders": [*rows, last],
        "bidders_count": 4,
    }


def _order(p: Plan, hours: int) -> Record:
    rows = (("入户探访与评估", hours - 600), ("个案服务", 400), ("转介与陪同", 200))
    items = [
        {"name": name, "unit": "工时", "unit_price": 98, "quantity": n, "amount": 98 * n}
        for name, n in rows
    ]
    total = 98 * hours
    plan: list[dict[str, Any]] = [
        {"share": 50, "amount": total // 2, "event": "订单签订", "depends_on": "contract"},
        {"share": 50, "amount": total // 2, "event": "验收合格", "depends_on": "acceptance"},
    ]
    return {
        "refers": [f"{p.day(67)}-award"],
        "suppliers": [WINNER],
        "lots": [{"id": "1"}],
        "signed": p.day(82),
        "amount": spelled(total),
        "unit_prices": [{"name": "每工时单价", "amount": _hourly(98)}],
        "quantity": {"value": hours, "unit": "工时"},
        "line_items": items,
        "settlement": {"by": "actual", "cap": total},
        "payment_plan": plan,
        "term": {"from": str(p.first), "to": str(p.last)},
    }


def from_one(p: Plan) -> Case:
    """A publicity for one source, with an earlier contract, then its contract and a deduction."""
    amount = 300_000 + p.people % 50 * 1000
    experts = [
        {"name": name, "employer": "虚构大学", "title": "教授", "on": p.day(20)}
        for name in EXPERTS[:3]
    ]
    earlier = {"number": f"{p.code}-A", "amount": amount, "signed": p.day(-400)}
    records = {
        "project": _bare(p) | {"budget": amount},
        "single": named(p, "single-source", "单一来源采购公示", p.day(24))
        | {"method": "single-source", "ground": "add-on", "budget": amount, "experts": experts}
        | {"suppliers": [{**WINNER, "amount": amount}], "original_contract": earlier}
        | {"notice_period": {"from": p.day(24), "to": p.day(31)}},
        "award": named(p, "award", "成交结果公告", p.day(60))
        | {"determined_on": p.day(58), "amount": amount, "method": "single-source"}
        | {"winners": [{**WINNER, "amount": amount}]},
        "contract": named(p, "contract", "合同公告", p.day(80))
        | {"signed": p.day(76), "amount": amount, "suppliers": [WINNER], "filed_on": p.day(79)}
        | {"term": {"from": str(p.first), "to": str(p.last)}},
        "consequence": named(p, "consequence", "扣减资金", p.ended(60))
        | {"measure": "deduction", "decided_on": p.ended(55), "withheld": amount // 20}
        | {"text": "按合同扣减百分之五", "due": p.ended(90)},
    }
    return filed(p, records)


def corrected(p: Plan) -> Case:
    """A tender whose deadline was moved, and an award whose winner was corrected."""
    usual = whole(p)
    kept = {role: usual.records[role] for role in ("project", "tender", "award", "contract")}
    moved = named(p, "correction", "采购文件更正公告", p.day(50)) | {
        "scope": "documents",
        "first_published": p.day(40),
        "corrected_on": p.day(50),
        "changes": [{"item": "响应截止时间", "before": p.day(61), "after": p.day(63)}],
        "new_deadline": f"{p.day(63)}T09:30",
    }
    kept["award"] = kept["award"] | {"reviewed_on": p.day(63), "report_received_on": p.day(63)}
    result = named(p, "correction", "成交结果更正公告", p.day(70)) | {
        "scope": "result",
        "first_published": p.day(66),
        "corrected_on": p.day(70),
        "reason": "联系地址有误",
        "winners": kept["award"]["winners"],
        "amount": p.amount,
    }
    return filed(p, {**kept, "moved": moved, "result": result, "payment0": payment(p, 0)})


def supported(p: Plan) -> Case:
    """A round of grants: amounts, their sum, who pays it, how many applied."""
    sums = [each + p.people % 10 for each in (80, 75, 70, 65, 60, 50)]
    who = [WINNER, *({"printed": name} for name in OTHERS), {"printed": "虚构橡果青年服务社"}]
    rows = [
        {**one, "for": f"第{i}个微项目", "amount": 1000 * amount, "score": 92.5 - i, "rank": i}
        for i, (one, amount) in enumerate(zip(who, sums, strict=True), 1)
    ]
    total = 1000 * sum(sums)
    grant = named(p, "grant", "公益创投评选结果公示", p.day(60)) | {
        "announced_on": p.day(60),
        "reviewed_on": p.day(52),
        "applicants": {"value": 23, "unit": "个"},
        "winners": rows,
        "winners_count": {"value": len(rows), "unit": "个"},
        "amount": total,
        "funders": [
            {"name": "财政预算", "amount": total * 3 // 4, "share": 75},
            {"name": "虚构远山公益基金会", "amount": total // 4, "share": 25},
        ],
        "panel": {"size": 7, "experts": 4, "members": _jury()},
        "term": {"from": str(p.first), "to": str(p.last)},
        "notice_period": {"from": p.day(60), "to": p.day(67)},
    }
    call = named(p, "tender", "公益创投征集公告", p.day(20)) | {
        "method": "venture",
        "budget": total,
        "per_project": {"at_most": 90_000},
        "deadline": f"{p.day(45)}T17:00",
        "winners_wanted": {"max": 8, "unit": "个"},
        "signup": {"from": p.day(20), "to": p.day(45)},
    }
    body = _bare(p) | {"regime": {"value": "grant", "printed": "公益创投资助"}, "budget": total}
    return filed(p, {"project": body, "call": call, "grant": grant})


def _jury() -> list[Record]:
    return [
        {"role": "expert", "count": 4},
        {"role": "third-party", "count": 1, "printed": "基金会代表"},
        {"role": "user", "count": 2, "printed": "居民评审员"},
    ]


def reviewed(p: Plan) -> Case:
    """One evaluation of ten services, each with its score and grade, and how many got which."""
    scores = [96.5 - 3 * i - p.people % 3 for i in range(10)]
    grades = ["优秀" if score >= 90 else "合格" for score in scores]
    rows = [
        {"service": f"第{i}项服务", "full": 100, "score": score, "grade": grade}
        for i, (score, grade) in enumerate(zip(scores, grades, strict=True), 1)
    ]
    counts = [{"grade": grade, "count": grades.count(grade)} for grade in ("优秀", "合格")]
    evaluation = named(p, "evaluation", "年度评估结果公告", p.ended(40)) | {
        "stage": "annual",
        "evaluated_on": p.ended(12),
        "evaluated_until": p.ended(16),
        "scale": {"max_score": 100},
        "results": rows,
        "grade_counts": counts,
        "evaluated_count": {"value": len(rows), "unit": "项"},
        "notice_period": {"from": p.ended(40), "to": p.ended(47)},
    }
    return filed(p, {"project": _bare(p), "evaluation": evaluation})
