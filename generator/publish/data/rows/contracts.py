"""A row a contract and supplier: when it was signed, for how long, for how much as last changed."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import COUNTED, MARKS, NUMBER, PLACE, TO_PARTY
from generator.publish.data.table import Column, Table, Values, day, money, stated, word
from generator.publish.words import cells
from generator.records.deals import Deal
from generator.records.model.dates import Date
from generator.records.model.parties import Supplier
from generator.records.reading import Filed
from generator.records.running import frames

TABLE = Table(
    "contracts",
    "合同",
    "一行是一份合同里的一家供应商。amount 是合同自己写的，last_yuan 是变更、补充、更正以后的，加总用 last_yuan。",
    ("project", "notice", "n"),
    (
        *PLACE,
        NUMBER,
        Column(
            "lots", "text", "分包", "这份合同的分包；写明这一家承接哪几个的，只写那几个", many=True
        ),
        *shared.whose("party", "供应商", "签合同的供应商"),
        Column("suppliers", "integer", "供应商家数", "这份合同有几家供应商"),
        Column("number", "text", "合同编号", "公告写明的合同编号", many=True),
        Column("parent", "text", "所属的合同", "写在哪份合同之下（公告编号）"),
        *word("method", "method", "采购方式"),
        *stated("signed", "签订日期"),
        shared.DIVISIONS,
        shared.happened_column("签订的那一年，没有写签订日期的是公告的"),
        *day("term_from", "开始", "服务从哪一天开始"),
        *day("term_to", "结束", "服务到哪一天结束"),
        Column("term", "text", "履约期限", "履约期限的说法"),
        *money("amount", "合同金额"),
        Column(
            "last_yuan",
            "number",
            "最后有效的金额（元）",
            "变更、补充、更正以后的精确金额；分不清改了哪一份的为空",
        ),
        Column("last_notice", "text", "最后金额出处", "写明最后金额的公告编号"),
        *word("known", "known", "最后金额的来历"),
        *MARKS,
        *COUNTED,
    ),
    TO_PARTY,
    "last_yuan",
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """All contracts, earliest first, a row a supplier; one where no supplier is named."""
    signed = [one for one in loaded.notices if one.record.kind == "contract"]
    made = {one.stem: one for one in loaded.digest.deals}
    above = frames(loaded.notices) if signed else frozenset()
    for filed in signed:
        named = [(i, one) for i, one in enumerate(filed.record.suppliers) if not one.withdrawn]
        for n, found in enumerate(named or [(0, None)], 1):
            deal = None if filed.stem in above else made.get(filed.stem)
            given = _row(loaded, filed, found, len(named), deal)
            why = _why(loaded, given, filed.stem in above)
            yield TABLE.row(given | {"n": n, **shared.counted(why)})


def _row(
    loaded: Loaded,
    filed: Filed,
    found: tuple[int, Supplier | None],
    several: int,
    deal: Deal | None,
) -> dict[str, Any]:
    i, one = found
    record, outcome = filed.record, loaded.said.outcome
    sum_ = _sum(filed, i, one, several)
    last = _last(sum_, several, deal)
    lots = one.lots if one and one.lots else sorted(outcome.lots.of(filed)) if outcome else ()
    return {
        **shared.place(loaded, filed.stem),
        "lots": shared.joined(outcome.lots.called(lot) for lot in lots) if outcome else None,
        **shared.party(loaded, "party", one),
        "suppliers": several or None,
        "number": shared.joined(one.value for one in record.numbers if one.role == "contract"),
        "parent": record.parent,
        **shared.worded("method", "method", _method(loaded, filed)),
        **shared.stated("signed", filed, "signed"),
        "divisions": shared.divisions(loaded),
        "happened": shared.happened_on(loaded, filed, filed.record.signed),
        **_term(filed),
        **sum_,
        "last_yuan": last,
        "last_notice": deal.by if deal and last is not None else None,
        **shared.worded("known", "known", deal.known if deal and last is not None else None),
        "void": False,
    }


def _method(loaded: Loaded, filed: Filed) -> str | None:
    own: str | None = filed.record.method
    found = loaded.digest.way(filed.stem)
    return own or (found[0] if len(found) == 1 else None)


def _sum(filed: Filed, i: int, one: Supplier | None, several: int) -> dict[str, Any]:
    """What is stated for one supplier; the sum of all of it where it is alone."""
    if one and one.amount and several > 1:
        return shared.sums("amount", filed, one.amount, "suppliers", i, "amount")
    if several > 1 and filed.record.amount:
        return shared.together("amount", filed.record.amount)
    return shared.sums("amount", filed, filed.record.amount, "amount")


def _last(sum_: dict[str, Any], several: int, deal: Deal | None) -> Decimal | None:
    """As last changed: of several suppliers only while nothing was changed."""
    if deal is None:
        return None
    if several < 2:
        return deal.amount
    own: Decimal | None = sum_.get("amount_yuan")
    return None if deal.over else own


def _term(filed: Filed) -> dict[str, Any]:
    term = filed.record.term
    if term is None:
        return {}
    start: Date | None = term.from_.on if term.from_ else None
    end: Date | None = term.to.on if term.to else None
    return {
        **shared.days("term_from", start),
        **shared.days("term_to", end),
        "term": cells.term(term),
    }


def _why(loaded: Loaded, row: dict[str, Any], is_frame: bool) -> str:
    if why := shared.aside(loaded.digest):
        return why
    if is_frame:
        return "frame"
    if row.get("last_yuan") is None:
        return "together" if row.get("amount_shape") == "together" else "not-exact"
    return "unread" if row["known"] else ""
