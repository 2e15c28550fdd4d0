"""A row for each whom a result chooses, in one lot, or in several for which one sum is stated."""

from collections.abc import Iterator
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import COUNTED, MARKS, NUMBER, PLACE, TO_PARTY
from generator.publish.data.table import Column, Table, Values, money, word
from generator.records import adding
from generator.records.model.amounts import Money
from generator.records.model.parties import Supplier
from generator.records.outcome import Outcome, is_chosen, only_winner
from generator.records.reading import Filed
from generator.records.walk import given

TABLE = Table(
    "awards",
    "中选",
    "一行是一份结果里的一家中选者、一个分包（几个分包只写一个数的，写在一行）。入围框架协议和资助也在这里，看 what。",
    ("project", "notice", "n"),
    (
        *PLACE,
        NUMBER,
        Column("what", "text", "是什么", "成交、入围（框架协议）或资助"),
        shared.happened_column("这份公告的年份"),
        Column("lots", "text", "分包", "中选的分包；几个之间用“；”隔开", many=True),
        *shared.whose("party", "供应商", "中选的供应商"),
        Column("count", "integer", "家数", "只写了几家、没有列名的，有几家"),
        Column("masked", "boolean", "名称被打码", "来源页面遮盖了名称"),
        *word("method", "method", "采购方式"),
        *money("amount", "金额"),
        *word("known", "known", "金额的来历"),
        Column("score", "number", "得分", "评审得分"),
        Column("rank", "integer", "名次", "排名"),
        Column("hours", "number", "报的工时", "不比价格、比服务工时的，报的工时"),
        Column("discount_bid", "number", "报的折扣", "报价写成折扣的"),
        Column("stands", "boolean", "有效", "没有被后来的公告作废、更正或取代"),
        *MARKS,
        *COUNTED,
    ),
    TO_PARTY,
    "amount_yuan",
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """All whom results and grants choose, notice by notice."""
    if (outcome := loaded.said.outcome) is None:
        return
    for filed in loaded.notices:
        if outcome.is_result(filed) or filed.record.kind == "grant":
            for n, one in enumerate(_each(filed, outcome), 1):
                yield TABLE.row(_row(loaded, filed, outcome, one) | {"n": n})


def _each(filed: Filed, outcome: Outcome) -> Iterator[tuple[Supplier, int, Money | None]]:
    """Whom it chooses, by the row of winners; apart for each lot unless one sum is of several."""
    for i, one in enumerate(given(filed.record, "winners", ())):
        if not is_chosen(one):
            continue
        if one.amount or len(one.lots) < 2:
            yield one, i, adding.own(filed, one, outcome)
            continue
        for lot in one.lots:
            alone = one.model_copy(update={"lots": (lot,)})
            yield alone, i, adding.own(filed, alone, outcome)


def _row(
    loaded: Loaded, filed: Filed, outcome: Outcome, found: tuple[Supplier, int, Money | None]
) -> dict[str, Any]:
    one, i, own = found
    sum_ = _sum(filed, one, i, own)
    stands = _stands(filed, one, outcome)
    known = shared.known(filed) if sum_ else None
    return {
        **shared.place(loaded, filed.stem),
        "what": _what(filed, outcome),
        "happened": shared.happened_on(loaded, filed),
        "lots": shared.joined(map(outcome.lots.called, one.lots)),
        **shared.party(loaded, "party", one),
        "count": one.count,
        "masked": bool(one.masked),
        **shared.worded("method", "method", _method(loaded, filed)),
        **sum_,
        **shared.worded("known", "known", known),
        "score": one.score,
        "rank": one.rank,
        "hours": one.bid.hours if one.bid else None,
        "discount_bid": one.bid.discount if one.bid else None,
        "stands": stands,
        "void": not stands,
        **shared.counted(_why(loaded, filed, stands, sum_, known)),
    }


def _what(filed: Filed, outcome: Outcome) -> str:
    if filed.record.kind == "grant":
        return "资助"
    return "入围" if outcome.is_framework(filed) else "成交"


def _method(loaded: Loaded, filed: Filed) -> str | None:
    found = loaded.digest.way(filed.stem)
    own: str | None = filed.record.method
    return own or (found[0] if len(found) == 1 else None)


def _sum(filed: Filed, one: Supplier, i: int, own: Money | None) -> dict[str, Any]:
    """Its own sum; that of the whole where it is alone; of several together only the words."""
    whole = given(filed.record, "amount")
    if own is not None:
        # Else it stands in the row of the lot that is its alone.
        rows = enumerate(filed.record.lots)
        at = next((n for n, row in rows if row.amount is own), 0)
        path = ("winners", i, "amount") if one.amount else ("lots", at, "amount")
        return shared.sums("amount", filed, own, *path)
    if whole is None:
        return {}
    if only_winner(filed) and one.count is None:
        return shared.sums("amount", filed, whole, "amount")
    return shared.together("amount", whole)


def _stands(filed: Filed, one: Supplier, outcome: Outcome) -> bool:
    results = outcome.of(filed)
    kept = {each.lot for each in results if each.stands}
    lots = {outcome.lots.called(lot) for lot in one.lots}
    if filed.record.kind == "grant" and not results:
        return True
    return bool(lots & kept) if lots & {each.lot for each in results} else bool(kept)


def _why(
    loaded: Loaded, filed: Filed, stands: bool, sum_: dict[str, Any], known: str | None
) -> str:
    if why := shared.aside(loaded.digest):
        return why
    if not stands:
        return "void"
    if sum_.get("amount_shape") == "together":
        return "together"
    by_unit = filed.record.pricing in filed.record.by_unit or filed.record.method == "framework"
    if sum_.get("amount_yuan") is None or by_unit:
        return "not-exact"
    return "unread" if known else ""
