"""A row a payment: by whom, to whom, how much, for which contract."""

from collections.abc import Iterator
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import COUNTED, MARKS, PLACE, TO_NOTICE
from generator.publish.data.table import Column, Table, Values, money, stated, word
from generator.records.reading import Filed
from generator.records.running import contracts_of

TABLE = Table(
    "payments",
    "支付",
    "一行是一份支付公告。",
    ("project", "notice"),
    (
        *PLACE,
        *stated("paid", "支付日期"),
        *shared.several("payer", "付款方", "付款的单位"),
        *shared.several("payee", "收款方", "收款的单位；没有写明的是公告的供应商"),
        Column("contract", "text", "合同", "付的是哪份合同（公告编号）；分不清的为空"),
        *money("amount", "金额"),
        *word("known", "known", "金额的来历"),
        Column("share", "number", "占合同（%）", "公告写明的比例，百分之几"),
        Column("milestone", "text", "付款条件", "公告写明的付款节点"),
        *MARKS,
        *COUNTED,
    ),
    TO_NOTICE,
    "amount_yuan",
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """All payments, earliest first."""
    found = [one for one in loaded.notices if one.record.kind == "payment"]
    for filed in found:
        yield TABLE.row(_row(loaded, filed))


def _row(loaded: Loaded, filed: Filed) -> dict[str, Any]:
    record = filed.record
    sum_ = shared.sums("amount", filed, record.amount, "amount")
    known = shared.known(filed, "amount") if sum_ else None
    return {
        **shared.place(loaded, filed.stem),
        **shared.stated("paid", filed, "paid_on"),
        **shared.parties(loaded, "payer", record.payer or record.purchaser),
        **shared.parties(loaded, "payee", record.payee or record.suppliers),
        "contract": _contract(loaded, filed),
        **sum_,
        **shared.worded("known", "known", known),
        "share": record.share,
        "milestone": record.milestone,
        "void": False,
        **shared.counted(_why(loaded, filed, sum_, known)),
    }


def _contract(loaded: Loaded, filed: Filed) -> str | None:
    """The contract that it names, itself or through what it names; else the only one."""
    stems = {one.stem: one for one in loaded.notices}
    named = contracts_of(filed, stems)
    every = named or {one.stem for one in loaded.notices if one.record.kind == "contract"}
    return next(iter(every)) if len(every) == 1 else None


def _why(loaded: Loaded, filed: Filed, sum_: dict[str, Any], known: str | None) -> str:
    if why := shared.aside(loaded.digest):
        return why
    if _is_corrected(loaded, filed):
        return "disputed"
    if sum_.get("amount_yuan") is None:
        return "not-exact"
    return "unread" if known else ""


def _is_corrected(loaded: Loaded, filed: Filed) -> bool:
    later = (one.record for one in loaded.notices if one.record.kind == "correction")
    return any(filed.stem in one.refers for one in later)
