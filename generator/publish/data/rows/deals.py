"""A row a party and what it bought, delivered or was not chosen for: the table on its page, by year."""

from collections.abc import Iterator

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows.shared import HAPPENED, MARKS, NUMBER, PLACE
from generator.publish.data.table import Column, Table, Values
from generator.publish.pages.years import UNKNOWN_WAY, happened
from generator.publish.project import entries
from generator.publish.project.entries import Entry

_SIDES = {"bought": "采购", "delivered": "承接或获资助", "missed": "参加而未中选"}

TABLE = Table(
    "deals",
    "各家的合同和结果",
    "一行是一家登记的机构的一份合同、订单、成交、入围、资助，或没有中选的一份结果，和它页面上按年份的表是一回事。"
    "几种钱不能相加；同一笔钱在采购人和供应商两边各写一行。",
    ("project", "n"),
    (
        PLACE[0],
        PLACE[1],
        PLACE[3],
        NUMBER._replace(meaning="在这个项目里的第几行，从 1 起"),
        Column("party", "text", "机构（机构编号）", "指向“机构”表"),
        Column("side", "text", "哪一边（键）", "bought、delivered、missed 之一"),
        Column("side_label", "text", "哪一边", "采购，承接或获资助，参加而未中选"),
        Column("what", "text", "是什么", "合同、订单、成交、入围、资助等；未中选"),
        HAPPENED,
        Column("own_yuan", "number", "自己的确数（元）", "原文载明归这一家的确切金额"),
        Column("ways", "text", "采购方式", "这份合同或结果自己那一轮的方式"),
        Column("said", "text", "说明", "页面上的一句话"),
        *MARKS[:3],
    ),
    ((("project",), "projects"), (("party",), "parties")),
    # No column that may be added up: a sum stands once with who bought and once with who delivers.
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """What each party on file has of it; nothing of a withdrawn record."""
    one = loaded.digest
    if one.withdrawn:
        return
    ids = sorted({role.id for role in one.roles if role.id})
    found = (pair for id in ids for pair in _of_party(loaded, id))
    marks = {"fictional": one.fictional, "sample": one.sample, "withdrawn": False}
    for n, (id, side, entry) in enumerate(found, 1):
        yield TABLE.row(
            {
                "project": one.id,
                "year": one.year,
                "url": f"{loaded.press.links['site_url']}{entry.href}",
                "n": n,
                "party": id,
                "side": side,
                "side_label": _SIDES[side],
                "what": entry.what,
                "happened": happened(entry.year),
                "own_yuan": entry.own if side != "missed" else None,
                "ways": entry.methods or UNKNOWN_WAY,
                "said": entry.said,
                **marks,
            }
        )


def _of_party(loaded: Loaded, id: str) -> Iterator[tuple[str, str, Entry]]:
    press, one = loaded.press, loaded.digest
    if entries.buys(one, id):
        yield from ((id, "bought", entry) for entry in entries.bought(press, one, id))
    yield from ((id, "delivered", entry) for entry in entries.delivered(press, one, id))
    yield from ((id, "missed", entry) for entry in entries.missed(press, one, id))
