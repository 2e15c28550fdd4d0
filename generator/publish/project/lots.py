"""Who does each lot, for how much and how long, in 概要: what is true of one lot is not told of them all."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.publish.directory import Directory
from generator.publish.words.cells import Cell, bid, money, remark, yuan
from generator.publish.words.citing import cited
from generator.publish.words.naming import who
from generator.records.lot_by_lot import Lot
from generator.records.model.parties import Supplier
from generator.records.model.rows import Row
from generator.records.reading import Filed
from generator.records.register import Project
from generator.vocabulary import key_term

# Of more lines nobody sees how they differ.
_MOST = 8
_FEW = 3
_WORDS = {
    "contract": "由{}承接（合同）",
    "award": "由{}中选",
    "failed": "没有成交",
    "ended": "已经终止",
}
_UNSIGNED = "（合同未收录）"


def whose(lots: Sequence[Lot], directory: Directory) -> tuple[Cell, ...]:
    """A line a lot, or for all lots of which the same is said; empty where nothing differs."""
    signed = any(one.how == "contract" for one in lots)
    found: dict[tuple[str, str, tuple[tuple[str, ...], ...]], list[Lot]] = {}
    for one in lots:
        # Under one mask there may be two: rows of different lots are told apart by their lots.
        apart = tuple(each.lots for each in one.suppliers if not _is_named(each))
        said = _came(one, directory, signed=signed)
        found.setdefault((said, one.filed.stem, apart), []).append(one)
    if not 1 < len(found) <= _MOST:
        return ()
    return tuple(_line(said, some) for (said, _, _), some in found.items())


def _is_named(one: Supplier) -> bool:
    return bool(one.party or (one.printed and not one.masked))


def unsigned(lots: Sequence[Lot]) -> Iterator[Cell]:
    """The sum of each lot of which only the result is here, where others have a contract."""
    left = [one for one in lots if one.how == "award"]
    if len(left) == len(lots) or not any(one.how == "contract" for one in lots):
        return
    if len(left) > _MOST:
        yield Cell("anchor", f"另有 {len(left)} 个分包只收录了成交结果，金额见“钱”", "#money")
        return
    for one in left:
        said = f"{called(one.id, one.name)}：成交{_price(one)}{_UNSIGNED}"
        yield cited(said, one.filed)


def _price(one: Lot) -> str:
    """What a lot was won for: a sum, else what was offered instead of one."""
    if one.amount is not None:
        return f" {yuan(one.amount)}"
    offers = [each.bid for each in one.suppliers if each.bid]
    return f" {bid(offers[0])}" if len(offers) == len(one.suppliers) == 1 else "金额见公告"


def named(project: Project) -> Cell | None:
    """What is bought, where only lots say it: what each is for, else what it is called."""
    return _each(project, "service_items", lambda row: "；".join(row.service_items), or_name=True)


def planned(project: Project) -> Cell | None:
    """What it may cost, where only lots say it: the budget of each, else its ceiling."""
    budgets = _each(project, "budget", lambda row: f"预算 {money(row.budget)}")
    return budgets or _each(project, "ceiling", lambda row: f"最高限价 {money(row.ceiling)}")


def _each(
    project: Project, key: str, said: Callable[[Any], str], *, or_name: bool = False
) -> Cell | None:
    """A line a lot, by the last of the notices that say it of most; of many lots only their number."""
    found = [(one, _rows(one, key, or_name=or_name)) for one in reversed(project.notices)]
    filed, rows = max(found, key=lambda one: len(one[1]), default=(None, []))
    if filed is None or not rows:
        return None
    if len(rows) > _FEW:
        what = key_term(key, "Row").label
        return cited(f"{len(rows)} 个分包各有各的{what}，见公告", filed)
    lines = tuple(_stated(filed, i, row, key, said) for i, row in rows)
    return lines[0] if len(lines) == 1 else Cell("list", inside=lines)


def _rows(filed: Filed, key: str, *, or_name: bool) -> list[tuple[int, Row]]:
    rows = enumerate(filed.record.lots)
    return [(i, one) for i, one in rows if getattr(one, key) or (or_name and one.name)]


def _stated(filed: Filed, i: int, row: Row, key: str, said: Callable[[Any], str]) -> Cell:
    told = said(row) if getattr(row, key) else ""
    words = "：".join(
        filter(None, (called(row.id or row.number or str(i + 1), row.name or ""), told))
    )
    return cited(words, filed, remark(filed.annotation("lots", i, key)))


def called(id: str, name: str) -> str:
    """分包 2 城北片区"""
    return " ".join(filter(None, ("分包", id, name if name != id else "")))


def _came(one: Lot, directory: Directory, *, signed: bool) -> str:
    names = "、".join(dict.fromkeys(who(each, directory, "winners").text for each in one.suppliers))
    said = _WORDS[one.how].format(names)
    return f"{said}{_UNSIGNED}" if signed and one.how == "award" else said


def _line(said: str, some: Sequence[Lot]) -> Cell:
    lots = "、".join(called(one.id, one.name) for one in some)
    filed = some[0].filed
    return cited(f"{lots}：{said}", filed)
