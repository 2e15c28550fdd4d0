"""A row a verdict: what a rule says of a notice, and what it rests on."""

from collections.abc import Iterator
from typing import Any

from generator.law.judge import unconfirmed
from generator.law.opinion import in_words
from generator.law.verdict import Verdict
from generator.publish import permalinks
from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import AND, MARKS, NUMBER, PLACE
from generator.publish.data.stock import Stock
from generator.publish.data.table import Column, Table, Values, word
from generator.publish.press import Press
from generator.records.digest import Digest
from generator.records.model import PROJECT

MET = "met"

TABLE = Table(
    "verdicts",
    "与条文对照",
    "一行是一条规则对一份公告的判断。CSV、JSON Lines 和 XLSX 里没有“符合”的；“符合”的只在 Parquet 和 SQLite 里，不能拿 CSV 的行数当分母。",
    ("project", "across", "n"),
    (
        *PLACE,
        Column("across", "boolean", "跨项目", "由几个项目的记录对照得出"),
        NUMBER._replace(meaning="在这个项目里的第几条，从 1 起"),
        Column("rule", "text", "规则", "规则的编号，说明在 /rules/ 下"),
        *word("family", "family", "规则的类别"),
        *word("outcome", "outcome", "结果"),
        *word("why", "why", "不能判断的原因"),
        Column("lot", "text", "分包", "说的是哪个分包"),
        Column("sentence", "text", "说明", "判断的一句话；符合的没有，看规则"),
        Column("compared", "text", "比较了什么", "比较的日期和数", many=True),
        Column("articles", "text", "条文", "有关条文的编号", many=True),
        Column("unread", "boolean", "条文未核对", "依据的条文还没有核对原文"),
        Column("rests", "text", "依据的其他项目", "跨项目的，依据的项目编号", many=True),
        *MARKS,
    ),
    ((("project",), "projects"),),
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """What the rules about one record say, in the order of its notices."""
    if loaded.digest.withdrawn:
        return
    void = {one.stem for one in loaded.digest.superseded if one.whole and one.how != "changed"}
    base = shared.page(loaded)
    for n, one in enumerate(loaded.said.verdicts, 1):
        given = _row(loaded.digest, base, one)
        given |= {"n": n, "across": False, "void": one.stem in void}
        yield TABLE.row(given)


def across(press: Press, stock: Stock) -> Iterator[Values]:
    """What rules over several projects say, record by record in the order of ids."""
    held = {one.id: one for one in stock.digests}
    for id in sorted(stock.across):
        if (digest := held.get(id)) and not digest.withdrawn:
            void = {one.stem for one in digest.superseded if one.whole and one.how != "changed"}
            base = f"{press.links['site_url']}{permalinks.of(digest)}"
            for n, one in enumerate(stock.across[id], 1):
                given = _row(digest, base, one)
                yield TABLE.row(given | {"n": n, "across": True, "void": one.stem in void})


def _row(digest: Digest, base: str, one: Verdict) -> dict[str, Any]:
    own = "" if one.stem == PROJECT else one.stem
    at = "record" if one.stem == PROJECT else one.stem
    return {
        "project": digest.id,
        "year": digest.year,
        "notice": own or None,
        "url": base if digest.loose else f"{base}#{at}",
        "rule": one.rule,
        **shared.worded("family", "family", one.rule.partition("-")[0]),
        **shared.worded("outcome", "outcome", one.outcome.value),
        **shared.worded("why", "why", one.why or None),
        "lot": one.lot or None,
        # Of what is met the rule says it; so does the page.
        "sentence": None if one.outcome.value == MET else in_words(one),
        "compared": AND.join([f"{each.label}：{each.value}" for each in one.compared]) or None,
        "articles": AND.join(one.refs) or None,
        "unread": bool(one.refs) and unconfirmed(one),
        "rests": shared.joined(each.project for each in one.rests) if one.rests else None,
        "fictional": digest.fictional,
        "sample": digest.sample,
        "withdrawn": False,
    }
