"""The figures of one right purchase: every one fits every other."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.planted.writing import Case, Record, apart, capital

BUYER = {"party": "demo-minzhengju"}
WINNER = {"party": "demo-chunhui"}
OTHERS = ("虚构松涛社区发展中心", "虚构桥畔儿童成长社", "虚构麦田家庭支持社", "虚构望河养老驿站")
STREETS = ("虚构云溪街道", "虚构石榴湾街道", "虚构杏树台镇", "虚构古塔街道")
SERVICES = ("为老社会工作服务", "困境儿童关爱服务", "残障康复支持服务", "社会救助支持服务")
EXPERTS = ("虚构评委甲", "虚构评委乙", "虚构评委丙", "虚构评委丁")

# What is bought: name, unit, lowest and highest price, its step, lowest and highest quantity.
_CATALOGUE = (
    ("入户探访", "人次", 80, 160, 5, 1200, 3600),
    ("个案服务", "个", 2400, 3800, 100, 42, 96),
    ("成长小组", "个", 4200, 7800, 300, 12, 24),
    ("社区活动", "场", 1600, 2900, 100, 25, 60),
    ("热线值守", "月", 3200, 4900, 100, 12, 12),
)


@dataclass(frozen=True)
class Plan:
    """The figures of one purchase, from which all its notices are written."""

    number: int
    start: date
    street: str
    service: str
    items: tuple[tuple[str, str, int, int], ...]
    ceiling: int
    budget: int
    shares: tuple[int, ...]
    supplement: int
    people: int
    staff: int
    marks: tuple[float, ...]
    dimensions: tuple[tuple[str, int, float], ...]
    rate: float
    asked: int
    unit: str
    method: str = "competitive-consultation"

    @property
    def amount(self) -> int:
        return sum(price * quantity for _, _, price, quantity in self.items)

    @property
    def name(self) -> str:
        return f"{self.start.year}年{self.street}{self.service}项目（第{self.number}号）"

    @property
    def code(self) -> str:
        return f"XG-{self.start.year}-{self.number:05d}"

    @property
    def first(self) -> date:
        """The first day of the service: the first of a month after the signature."""
        later = self.start + timedelta(100)
        return date(later.year + later.month // 12, later.month % 12 + 1, 1)

    @property
    def last(self) -> date:
        return date(self.first.year + 1, self.first.month, 1) - timedelta(1)

    @property
    def half(self) -> date:
        """The first day of the second half of the service."""
        later = self.first.month > 6
        return self.first.replace(
            year=self.first.year + later, month=(self.first.month + 5) % 12 + 1
        )

    def day(self, after: int) -> str:
        """So many days after the intention."""
        return str(self.start + timedelta(after))

    def served(self, after: int) -> str:
        """So many days after the service began."""
        return str(self.first + timedelta(after))

    def ended(self, after: int) -> str:
        """So many days after the service ended."""
        return str(self.last + timedelta(after))


def plan(rng: random.Random, number: int) -> Plan:
    """Figures of a usual purchase, two hundred thousand to two million yuan."""
    items = [
        (name, unit, rng.randrange(low, high + 1, step), rng.randint(few, many))
        for name, unit, low, high, step, few, many in _CATALOGUE
    ]
    rest = sum(price * quantity for _, _, price, quantity in items)
    items.append(("项目管理", "项", 30_000 + -rest % 1000, 1))
    amount = rest + items[-1][2]
    ceiling = _up(amount * rng.uniform(1.02, 1.08))
    people = rng.randint(180, 620)
    marks = sorted((round(rng.uniform(71, 94), 1) for _ in range(3)), reverse=True)
    return Plan(
        number,
        date(rng.randint(2019, 2023), rng.randint(1, 12), rng.randint(1, 28)),
        rng.choice(STREETS),
        rng.choice(SERVICES),
        tuple(items),
        ceiling,
        ceiling + rng.choice((0, 12_000, 25_000)),
        rng.choice(((40, 30, 30), (30, 40, 30), (50, 30, 20), (50, 20, 30))),
        _up(amount * rng.uniform(0.03, 0.08)),
        people,
        rng.randint(4, 7),
        tuple(marks),
        tuple(
            (name, full, round(full * rng.uniform(0.78, 0.96), 1))
            for name, full in (("项目管理", 30), ("服务成效", 50), ("经费使用", 20))
        ),
        round(rng.uniform(86, 97), 1),
        rng.randint(60, people // 2),
        rng.choice(("元", "万元")),
    )


def _up(yuan: float) -> int:
    return (int(yuan) // 1000 + 1) * 1000


def money(yuan: int, unit: str = "元") -> Any:
    """A sum in the unit that this notice happens to use."""
    if unit == "元":
        return yuan
    return {"value": yuan // 10_000 if yuan % 10_000 == 0 else yuan / 10_000, "unit": unit}


def head(kind: str, title: str, on: str, **more: Any) -> Record:
    """What every invented notice begins with."""
    return {
        "kind": kind,
        "title": title,
        "fictional": True,
        "source": {"tier": "original", "extent": "full", "note": "虚构示例", "recorded": on},
        "official": {"published": on, "media": ["虚构江城市政府采购网"]},
        "published": on,
        **more,
    }


def cost_lines(total: int, staff: int) -> list[Record]:
    """The costs of a sum: labour by heads, the rest to the yuan."""
    each = total * 55 // 100 // staff // 1000 * 1000
    parts = [total * share // 10_000 * 100 for share in (6, 5, 4)]
    rest = total - each * staff - sum(parts)
    labour = {"people": staff, "per_person_year": each, "amount": each * staff}
    names = ("督导和培训", "机构管理费", "税费和保险")
    lines = ("supervision", "management", "tax")
    return [
        {"name": "专职社工薪酬和社会保险", "line": "labour", **labour},
        {"name": "探访和小组经费", "line": "service", "amount": rest},
        *(
            {"name": name, "line": line, "amount": part}
            for name, line, part in zip(names, lines, parts, strict=True)
        ),
    ]


def targets(p: Plan) -> list[Record]:
    """What is promised, as tender, contract and project say it."""
    return [
        {"name": "服务人数", "dimension": "beneficiaries", "target": _least(p.people, "人")},
        *(
            {"name": name, "dimension": "quantity", "target": _least(quantity, unit)}
            for name, unit, _, quantity in p.items[:4]
        ),
        {"name": "服务满意度", "dimension": "satisfaction", "target": _least(85, "%")},
    ]


def _least(number: int, unit: str) -> Record:
    return {"min": number, "unit": unit}


def done(p: Plan, part: float) -> list[Record]:
    """What came of the promises when `part` of the work was done."""
    return [
        {"name": name, "actual": {"value": int(number * part) + 1, "unit": unit}}
        for name, unit, number in (
            ("服务人数", "人", p.people),
            *((name, unit, quantity) for name, unit, _, quantity in p.items[:4]),
        )
    ]


def filed(p: Plan, records: dict[str, Record]) -> Case:
    """The records in their folder, each under the name that its date and kind give."""
    stems: dict[str, str] = {}
    for role, record in records.items():
        stem = "project" if role == "project" else _stem(record)
        again = sum(other == stem or other.startswith(f"{stem}-") for other in stems.values())
        stems[role] = f"{stem}-{again + 1}" if again else stem
    here = {role: _linked(record, set(stems.values())) for role, record in records.items()}
    return Case(f"projects/990100/{p.start.year}/p{p.number:05d}", apart(here), stems)


def _stem(record: Record) -> str:
    on = record["published"]
    return f"{on if len(on) == 10 else 'undated'}-{record['kind']}"


def _linked(record: Record, stems: set[str]) -> Record:
    """The record without references to notices that were left out."""
    if "refers" not in record:
        return record
    kept = [stem for stem in record["refers"] if stem in stems]
    rest = {key: value for key, value in record.items() if key != "refers"}
    return rest | ({"refers": kept} if kept else {})


def instalments(p: Plan) -> list[int]:
    return [p.amount * share // 100 for share in p.shares]


def spelled(yuan: int) -> Record:
    """A sum with its capitals, as contracts print it."""
    return {"value": yuan, "capital": capital(yuan)}
