"""Seeded synthetic records of any number: the same seed gives the same bytes.

`python -m bench.corpus 10000 DIR` writes 10 000 projects with six files each.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.wording import FIELDS, GROUPS, METHODS, PHRASES, SERVICES, STREETS

# The invented cities are shipped; an owner who has moved in has them with the tests.
from tests.shipped import ROOT

FILES_A_PROJECT = 6
DIVISIONS = ("990100", "990200")


def write(count: int, root: Path) -> None:
    """Write `count` projects, with their parties and places, under `root/data`."""
    rng = random.Random(20260302)
    data = root / "data"
    data.mkdir(parents=True, exist_ok=True)
    for name in ("divisions.csv", "jurisdictions"):
        source = ROOT / "data" / name
        if source.is_dir():
            shutil.copytree(source, data / name, dirs_exist_ok=True)
        else:
            shutil.copy(source, data / name)
    buyers, sellers = max(3, count // 40), max(5, count // 20)
    _parties(data / "parties", buyers, sellers)
    for number in range(count):
        folder, files = project(rng, number, buyers, sellers)
        target = data / "projects" / folder
        target.mkdir(parents=True)
        for name, text in files:
            (target / name).write_text(text, "utf-8")


def lay_site(root: Path) -> None:
    """All but the records: copies, since the gate refuses links, and our theme by a link."""
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "generator").symlink_to(ROOT / "generator")


def project(
    rng: random.Random, number: int, buyers: int, sellers: int
) -> tuple[str, list[tuple[str, str]]]:
    """The folder of one project, and its six files."""
    division, year = rng.choice(DIVISIONS), rng.randint(2015, 2025)
    street, service = rng.choice(STREETS), rng.choice(SERVICES)
    title = f"{year}年{street}{service}服务项目{number:06d}"
    facts = {
        "title": title,
        "street": street,
        "service": service,
        "number": f"XG-{year}-{number:06d}",
        "buyer": f"demo-buyer-{rng.randrange(buyers)}",
        "seller": f"demo-seller-{rng.randrange(sellers)}",
        "other": f"demo-seller-{rng.randrange(sellers)}",
        "method": rng.choice(METHODS),
        "budget": rng.randrange(80_000, 3_000_000, 1_000),
        "url": f"https://portal.example.invalid/{number}",
        "field": rng.choice(FIELDS),
        "group": rng.choice(GROUPS),
        "words": "；".join(rng.sample(PHRASES, 5)),
        "more": rng.sample(PHRASES, 4),
        "score": round(rng.uniform(60, 98), 1),
        "people": rng.randint(50, 2_000),
    }
    facts["price"] = int(facts["budget"] * rng.uniform(0.9, 1))
    day = date(year, 1, 5) + timedelta(rng.randrange(120))
    return f"{division}/{year}/p-{number:06d}", list(_files(facts, day))


def _files(facts: dict, day: date) -> Iterator[tuple[str, str]]:
    yield "project.yml", _PROJECT.format(**facts, first=facts["more"][0], second=facts["more"][1])
    for kind, template, after in _NOTICES:
        on = day + timedelta(after)
        text = template.format(
            **facts,
            on=on,
            until=on + timedelta(12),
            later=on + timedelta(21),
            month=f"{on + timedelta(45):%Y-%m}",
            end=on + timedelta(365),
            third=facts["more"][2],
            fourth=facts["more"][3],
            half=facts["price"] // 2,
        )
        yield f"{on}-{kind}.yml", text


def _parties(folder: Path, buyers: int, sellers: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for role, type_, count in (
        ("buyer", "street-office", buyers),
        ("seller", "social-service", sellers),
    ):
        for number in range(count):
            code = _name(number)
            text = (
                f"kind: party\nname: 虚构{code}{'街道办事处' if role == 'buyer' else '社会工作服务中心'}\ntype: {type_}\n"
                "fictional: true\nsource: {tier: original, extent: full, note: 虚构}\n"
            )
            (folder / f"demo-{role}-{number}.yml").write_text(text, "utf-8")


def _name(number: int) -> str:
    """A name of its own, at least two characters from every other one."""
    stems = "春夏秋冬晨暮星月山河湖海江川林田风雨云雪"
    digits = []
    for _ in range(4):
        number, digit = divmod(number, len(stems))
        digits.append(stems[digit])
    return "".join(one * 2 for one in digits)


_PROJECT = """kind: project
title: {title}
regime: statutory
fictional: true
place: {street}
coverage: {{by: purchaser, since: 2015-01-01}}
field: {field}
form: project
target_groups: [{group}]
purchaser: {{party: {buyer}}}
targets:
  - {{name: 服务人数, dimension: beneficiaries, target: {{min: {people}, unit: 人}}}}
  - {{name: 上门探访, dimension: quantity, target: {{value: 1200, unit: 人次}}}}
  - {{name: 覆盖社区, dimension: area, target: {{value: 6, unit: 个}}}}
  - {{name: 计划合格率, dimension: quality, target: {{min: 90, unit: "%"}}}}
  - {{name: 按月完成, dimension: timeliness, target: {{value: 100, unit: "%"}}}}
  - {{name: 困难缓解, dimension: effect, target: {{min: 60, unit: "%"}}}}
  - {{name: 服务满意度, dimension: satisfaction, target: {{min: 90, unit: "%"}}}}
requirements:
  - {first}
  - {second}
source: {{tier: original, extent: full, absent: all, url: "{url}/project"}}
"""
_HEAD = """title: {title}WHAT
fictional: true
source: {{tier: original, extent: full, absent: all, url: "{url}/KIND", recorded: {on}}}
official: {{url: "{url}/official/KIND", published: {on}}}
numbers: [{{value: {number}, role: project}}]
published: {on}
purchaser: {{party: {buyer}}}
places: [{street}]
method: {method}
"""


def _notice(kind: str, what: str, rest: str) -> str:
    return f"kind: {kind}\n" + _HEAD.replace("WHAT", what).replace("KIND", kind) + rest


_NOTICES = (
    (
        "intention",
        _notice(
            "intention",
            "采购意向",
            """covers: {{from: {on}, to: {until}}}
demand: {words}
budget: {budget}
expected: {month}
service_items: [{service}, {third}]
disclaimer: 本次公开的采购意向是初步安排
""",
        ),
        0,
    ),
    (
        "tender",
        _notice(
            "tender",
            "采购公告",
            """budget: {budget}
ceiling: {{value: {budget}, printed: 同预算}}
beneficiaries: {street}的居民
service_items: [{service}, {third}, {fourth}]
requirements: [{words}]
documents: {{from: {on}, to: {until}, how: 网上下载}}
deadline: {later}T09:30
opening: {{at: {later}T09:30, place: 虚构开标室}}
method_reason: 需求需要与供应商商定
contacts:
  - {{role: purchaser, office: 社会工作科, phone: 000-00000001, address: 虚构大道1号}}
  - {{role: project, office: 社会工作科, phone: 000-00000001}}
notice_period: {{from: {on}, length: {{days: 5, working: true}}}}
qualifications:
  - 符合政府采购法第二十二条规定
  - 有8名以上持证社会工作者
criteria:
  - {{name: 价格, weight: 10}}
  - {{name: 服务方案, weight: 60}}
  - {{name: 团队, weight: 30}}
payment_plan:
  - {{share: 50, event: 合同签订, within: {{days: 10, working: true}}, depends_on: contract}}
  - {{share: 50, event: 末期评估合格, within: {{days: 10, working: true}}, depends_on: final}}
""",
        ),
        40,
    ),
    (
        "award",
        _notice(
            "award",
            "成交公告",
            """determined_on: {on}
amount: {price}
service_items: [{service}]
requirements: [{third}]
contacts:
  - {{role: purchaser, office: 社会工作科, phone: 000-00000001, address: 虚构大道1号}}
winners:
  - {{party: {seller}, amount: {price}, score: {score}, rank: 1, address: 虚构路2号}}
bidders:
  - {{party: {seller}, score: {score}, rank: 1}}
  - {{party: {other}, score: 58.5, rank: 2}}
  - {{printed: 虚构第三家社会服务社, score: 55, rank: 3}}
panel: {{size: 5, experts: 4, members: [{{role: expert, name: 虚构评委甲}}, {{role: expert, name: 虚构评委乙}}, {{role: expert, name: 虚构评委丁}}, {{role: expert, name: 虚构评委戊}}, {{role: purchaser, name: 虚构代表丙}}]}}
notice_period: {{from: {on}, length: {{days: 1, working: true}}}}
""",
        ),
        70,
    ),
    (
        "contract",
        _notice(
            "contract",
            "合同公告",
            """signed: {on}
amount: {price}
suppliers: [{{party: {seller}, role: 乙方}}]
scope: {words}
quality: {third}；{fourth}
liability: 未按约定提供服务的，按未完成部分扣减
term: {{from: {on}, to: {end}}}
line_items:
  - {{name: 人员费用, unit: 年, unit_price: {half}, quantity: 1, amount: {half}}}
  - {{name: 服务费用, unit: 年, amount: {half}}}
payment_plan:
  - {{share: 50, event: 合同签订, depends_on: contract}}
  - {{share: 50, event: 末期评估合格, depends_on: final}}
""",
        ),
        85,
    ),
    (
        "acceptance",
        _notice(
            "acceptance",
            "验收结果公告",
            """accepted_on: {on}
suppliers: [{{party: {seller}}}]
group:
  - {{role: purchaser, count: 2}}
  - {{role: user, count: 2, printed: 服务对象代表}}
  - {{role: third-party, printed: 虚构评价中心}}
done:
  - {{name: 服务人数, target: {{min: {people}, unit: 人}}, actual: {{value: {people}, unit: 人}}}}
  - {{name: 上门探访, target: {{value: 1200, unit: 人次}}, actual: {{value: 1230, unit: 人次}}}}
  - {{name: 服务满意度, target: {{min: 90, unit: "%"}}, actual: {{value: {score}, unit: "%"}}}}
conclusion: accepted
opinion: {words}
""",
        ),
        455,
    ),
)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
