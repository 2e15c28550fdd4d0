"""A row for each who took part, as a result lists them: what was offered, how it was scored."""

from collections.abc import Iterator
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import MARKS, NUMBER, PLACE, TO_PARTY
from generator.publish.data.table import Column, Table, Values, money, word
from generator.records.model.parties import Supplier
from generator.records.outcome import Outcome, is_nobody
from generator.records.reading import Filed
from generator.records.walk import given

TABLE = Table(
    "bids",
    "投标与响应",
    "一行是结果公告、终止公告列出的一家参加者。报价是参加时的价格，不是花掉的钱，所以没有加总列。",
    ("project", "notice", "n"),
    (
        *PLACE,
        NUMBER,
        Column("lots", "text", "分包", "参加的分包；几个之间用“；”隔开", many=True),
        *shared.whose("party", "供应商", "参加的供应商"),
        Column("count", "integer", "家数", "只写了几家、没有列名的，有几家"),
        Column("masked", "boolean", "名称被打码", "来源页面遮盖了名称"),
        *money("amount", "报价"),
        *money("review", "评审价格"),
        Column("hours", "number", "报的工时", "不比价格、比服务工时的，报的工时"),
        Column("discount_bid", "number", "报的折扣", "报价写成折扣的"),
        Column("score", "number", "得分", "评审得分"),
        Column("rank", "integer", "名次", "排名"),
        Column("compliant", "boolean", "通过审查", "公告写明通过或没有通过资格、符合性审查"),
        Column("dropped", "boolean", "放弃或退出", "公告写明放弃、退出"),
        *word("known", "known", "来历"),
        Column("won", "boolean", "中选", "在同一份公告里中选"),
        *MARKS,
    ),
    TO_PARTY,
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """All who are listed as having taken part, notice by notice."""
    if (outcome := loaded.said.outcome) is None:
        return
    for filed in loaded.notices:
        for i, one in enumerate(given(filed.record, "bidders", ())):
            if not is_nobody(one):
                yield TABLE.row(_row(loaded, filed, outcome, i, one))


def _row(loaded: Loaded, filed: Filed, outcome: Outcome, i: int, one: Supplier) -> dict[str, Any]:
    return {
        **shared.place(loaded, filed.stem),
        "n": i + 1,
        "lots": shared.joined(map(outcome.lots.called, one.lots)),
        **shared.party(loaded, "party", one),
        "count": one.count,
        "masked": bool(one.masked),
        **shared.sums("amount", filed, one.amount, "bidders", i, "amount"),
        **shared.sums("review", filed, one.review_price, "bidders", i, "review_price"),
        "hours": one.bid.hours if one.bid else None,
        "discount_bid": one.bid.discount if one.bid else None,
        "score": one.score,
        "rank": one.rank,
        "compliant": one.compliant,
        "dropped": one.withdrawn,
        **shared.worded("known", "known", shared.known(filed)),
        "won": _won(filed, one),
        "void": filed.stem in outcome.void,
    }


def _won(filed: Filed, one: Supplier) -> bool | None:
    """Whether it is among those chosen, in its lots; None where it has no name to go by."""
    name = one.party or (None if one.masked else one.printed)
    if name is None:
        return None
    chosen = [
        each for each in given(filed.record, "winners", ()) if name in {each.party, each.printed}
    ]
    return any(not one.lots or not each.lots or {*one.lots} & {*each.lots} for each in chosen)
