"""A row a notice: what it is, when it came out, who is in it, for how much, where it was read."""

from collections.abc import Iterator
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import COUNTED, MARKS, PLACE
from generator.publish.data.table import Column, Table, Values, day, money, stated, word
from generator.publish.words.later import is_over
from generator.records.digest import Line, Role
from generator.records.outcome import only_winner
from generator.records.reading import Filed
from generator.records.walk import given
from generator.vocabulary import key_term

# Notices whose suppliers nobody has chosen yet.
_PROPOSING = frozenset({"single-source", "proposal"})

TABLE = Table(
    "notices",
    "公告",
    "一行是一份公告（或转述一份公告的页面）。同一笔钱会在意向、结果、合同里各写一次，所以金额要按种类看，不能全部加在一起。",
    ("project", "notice"),
    (
        *PLACE,
        *word("kind", "kind", "公告种类"),
        Column("title", "text", "标题", "公告的标题"),
        *day("dated", "日期", "放定这份公告的那一天"),
        Column("dated_key", "text", "日期是什么（键）", "这一天是哪一项：发布、签订等"),
        Column("dated_key_label", "text", "日期是什么", "这一天是哪一项的中文叫法"),
        *word("dated_basis", "basis", "日期的来历"),
        *stated("published", "发布日期"),
        *day("recorded", "录入日期", "本站录入的那一天"),
        *word("tier", "tier", "来源"),
        *word("extent", "extent", "收录范围"),
        Column("source", "text", "来源网址", "录入时看的页面"),
        Column("official", "text", "指定媒体网址", "正式文本所在的网址"),
        Column("round", "integer", "第几轮", "属于第几轮采购"),
        Column("refers", "text", "所依据的公告", "所依据的公告编号；几个之间用“；”隔开", many=True),
        Column("lots", "text", "分包", "公告提到的分包；几个之间用“；”隔开", many=True),
        Column(
            "numbers", "text", "公告上的编号", "项目编号、合同编号等；几个之间用“；”隔开", many=True
        ),
        *word("method", "method", "采购方式"),
        *shared.several("purchaser", "采购人", "公告写明的采购人"),
        *shared.several("agency", "代理机构", "公告写明的代理机构"),
        *shared.several(
            "supplier", "供应商", "公告写明的中选、签约、收款、获资助、被评价或被处理的供应商"
        ),
        *shared.several("proposed", "候选与拟定", "只是候选、拟定，还没有选定的供应商"),
        *money("budget", "预算"),
        *money("amount", "金额"),
        Column("sha256", "text", "记录的 SHA-256", "记录文件的摘要，用来核对"),
        *word("undone", "undone", "后来怎样"),
        *MARKS,
        *COUNTED,
    ),
    ((("project",), "projects"),),
    "amount_yuan",
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """The notices of a record, earliest first; of a withdrawn one only that it was there."""
    if loaded.digest.withdrawn:
        return
    held = {one.stem: one for one in loaded.notices}
    roles: dict[str, list[Role]] = {}
    for role in loaded.digest.roles:
        roles.setdefault(role.stem, []).append(role)
    for line in loaded.digest.notices:
        given_ = shared.place(loaded, line.stem)
        if line.stem in held and not line.withdrawn:
            given_ |= _told(loaded, held[line.stem], line, roles.get(line.stem, []))
        else:
            given_ |= {"withdrawn": True, **shared.counted("withdrawn")}
        yield TABLE.row(given_)


def _told(loaded: Loaded, filed: Filed, line: Line, roles: list[Role]) -> dict[str, Any]:
    record, dated = filed.record, line.dated
    outcome = loaded.said.outcome
    official = record.official
    return {
        **shared.worded("kind", "kind", record.kind),
        "title": record.title,
        **shared.days("dated", dated.date if dated else None),
        "dated_key": dated.key if dated else None,
        "dated_key_label": key_term(dated.key).label if dated else None,
        **shared.worded("dated_basis", "basis", line.basis),
        **shared.stated("published", filed, "published"),
        **shared.days("recorded", record.source.recorded),
        **shared.worded("tier", "tier", record.source.tier),
        **shared.worded("extent", "extent", record.source.extent),
        "source": record.source.url,
        "official": official.url if official else None,
        "round": record.procedure,
        "refers": shared.joined(record.refers),
        "lots": shared.joined(sorted(outcome.lots.of(filed))) if outcome else None,
        "numbers": shared.joined(line.paper.numbers),
        **shared.worded("method", "method", record.method),
        **_acting(roles, "purchaser", "purchaser", "payer"),
        **_acting(roles, "agency", "agency"),
        **_suppliers(record.kind, roles),
        **shared.sums("budget", filed, record.budget, "budget"),
        **_amount(filed),
        "sha256": filed.sha,
        **_undone(loaded, line),
        **shared.counted(_why(loaded, filed, line)),
    }


def _acting(roles: list[Role], name: str, *keys: str) -> dict[str, Any]:
    own = [one for one in roles if one.key in keys]
    return {
        name: shared.joined(one.id for one in own),
        f"{name}_names": shared.joined(one.name for one in own),
    }


def _suppliers(kind: str, roles: list[Role]) -> dict[str, Any]:
    """Those chosen or at work, apart from those of whom nobody has decided yet."""
    if kind in _PROPOSING:
        return _acting(roles, "proposed", "suppliers", "candidates")
    return {
        **_acting(roles, "supplier", "winners", "suppliers", "payee"),
        **_acting(roles, "proposed", "candidates"),
    }


def _amount(filed: Filed) -> dict[str, Any]:
    """The sum of all of it: its own, else that of the only one it chooses."""
    own = given(filed.record, "amount")
    if own is None and (only := only_winner(filed)):
        return shared.sums("amount", filed, only[1].amount, "winners", only[0], "amount")
    return shared.sums("amount", filed, own, "amount")


def _undone(loaded: Loaded, line: Line) -> dict[str, Any]:
    found = next((one for one in loaded.digest.superseded if one.stem == line.stem), None)
    gone = found is not None and found.whole and found.how != "changed"
    return {**shared.worded("undone", "undone", found.how if found else None), "void": gone}


def _why(loaded: Loaded, filed: Filed, line: Line) -> str:
    if why := shared.aside(loaded.digest):
        return why
    if is_over(loaded.digest, line):
        return "superseded"
    if _amount(filed).get("amount_yuan") is None:
        return "not-exact"
    return "unread" if line.tier != "original" else ""
