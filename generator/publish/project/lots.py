"""Who does each lot and for how much, in 概要: what is true of one lot is not told of them all."""

from collections.abc import Iterator, Sequence

from generator.publish.directory import Directory
from generator.publish.words.cells import Cell, yuan
from generator.publish.words.citing import cited
from generator.publish.words.naming import who
from generator.records.lot_by_lot import Lot
from generator.records.model.parties import Supplier

# Of more lines nobody sees how they differ.
_MOST = 8
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
        sum_ = f" {yuan(one.amount)}" if one.amount is not None else "金额见公告"
        said = f"{called(one.id, one.name)}：成交{sum_}{_UNSIGNED}"
        yield cited(said, one.filed)


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
