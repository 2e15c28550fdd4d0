"""A row an organisation: what it is, where it is registered, how often it buys and delivers."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.publish import laid
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import MARKS
from generator.publish.data.stock import Stock
from generator.publish.data.table import Column, Table, Values, day, word
from generator.publish.press import Press
from generator.records.known import Party

_SECTIONS = {"purchasers": "采购人", "suppliers": "供应商"}
TABLE = Table(
    "parties",
    "机构",
    "一行是一家登记在本站的机构。只在公告里印了名称、没有登记的机构不在这里；自然人不在任何表里。",
    ("party",),
    (
        Column("party", "text", "机构编号", "本站的编号"),
        Column("name", "text", "名称", "机构的名称"),
        Column("url", "text", "页面", "在本站的页面；没有参与任何记录的没有页面"),
        Column(
            "sections",
            "text",
            "列在哪里（键）",
            "purchasers、suppliers 之一，或两处都在",
            many=True,
        ),
        Column("sections_label", "text", "列在哪里", "列在采购人、供应商里，或两处都在", many=True),
        *word("type", "party_type", "机构类型"),
        Column("credit_code", "text", "统一社会信用代码", "GB 32100 十八位代码"),
        Column("division", "text", "行政区划代码", "登记的地区，GB/T 2260 六位代码"),
        Column("place", "text", "地区", "登记的地区"),
        *word("level", "government_level", "政府层级"),
        Column("registered_with", "text", "登记机关", "登记管理机关"),
        *day("registered", "登记日期"),
        Column("aliases", "text", "其他名称", "曾用名、简称；几个之间用“；”隔开", many=True),
        Column("source", "text", "来源网址", "录入时看的页面"),
        Column("bought", "integer", "采购的项目", "作为采购人的项目有几个（非真实的和样例不计）"),
        Column(
            "delivered",
            "integer",
            "承接的项目",
            "承接、中选或入围的项目有几个（非真实的和样例不计）",
        ),
        MARKS[0],
        MARKS[1]._replace(meaning="只在格式样例里出现，不进任何统计"),
        MARKS[2],
    ),
    (),
)


def rows(press: Press, stock: Stock) -> Iterator[Values]:
    """All organisations on file, by id."""
    bought, delivered = Counter[str](), Counter[str]()
    listed: dict[str, set[str]] = {}
    sampled: dict[str, set[str]] = {}
    for digest in laid.passing(stock.digests):
        for role in digest.roles:
            if role.id:
                into = sampled if digest.sample else listed
                into.setdefault(role.id, set()).add(press.directory.of(role))
        if digest.is_counted and not digest.withdrawn and not digest.loose:
            bought.update({id for id, _ in digest.names("purchaser") if id})
            delivered.update({one.id for one in digest.shares if one.id and one.part == "delivers"})
    for id in sorted(press.known.parties):
        sections = sorted(listed.get(id) or sampled.get(id) or set())
        counts = {"bought": bought[id], "delivered": delivered[id]}
        row = _row(press, press.known.parties[id], sections[0] if sections else "")
        told = {
            "sections": shared.joined(sections),
            "sections_label": shared.joined(_SECTIONS[one] for one in sections),
            "sample": id in sampled and id not in listed,
        }
        yield TABLE.row(row | counts | told)


def _row(press: Press, party: Party, section: str) -> dict[str, Any]:
    record = party.record
    url = f"{press.links['site_url']}{section}/{party.id}/" if section else None
    marks = {"party": party.id, "url": url, "fictional": bool(record.fictional)}
    if record.portal and record.portal.withdrawn:
        return marks | {"withdrawn": True}
    return {
        **marks,
        "withdrawn": False,
        "name": record.name,
        **shared.worded("type", "party_type", record.type),
        "credit_code": record.credit_code,
        "division": record.division,
        "place": press.known.divisions.name(record.division) or None if record.division else None,
        **shared.worded("level", "government_level", record.level),
        "registered_with": record.registered_with,
        **shared.days("registered", record.registered_on),
        "aliases": shared.joined(one.name for one in record.aliases),
        "source": record.source.url,
    }
