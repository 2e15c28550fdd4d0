"""Every sum that a notice states in a key of its own: under its heading, and whose or of which part."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from generator.publish.directory import Directory
from generator.publish.words.naming import who
from generator.records.model.amounts import Money, NamedSum
from generator.records.model.meaning import Costs
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.model.parties import Who
from generator.records.model.rows import Row
from generator.records.reading import Filed
from generator.records.source import Path
from generator.records.walk import declared, given, marked, marks, slots, values
from generator.vocabulary import key_term, label

# Prices of one unit, lines of a list, fees, bonds, limits and wages compared with: not what the purchase costs.
_BESIDE = frozenset({"part", "unit", "beside"})
# Stated again and again until the choice, as what stands beside it.
_AGAIN = _BESIDE | {"planned", "each"}
_LISTS_BESIDE = frozenset(
    {"unit_prices", "payment_plan", "funders", "bidders", "budget_by_year", "reference_wage"}
)
# Under which keys a row says what it is.
_NAMES = ("name", "event", "reason")
# What is proposed is the sum that its notice is about.
_FOREMOST = frozenset({"proposed_amount"})


class NamedMoney(NamedTuple):
    """One sum: what it is called, of whom or what, and whether it only stands beside the others.

    `scope` is the same for a lot with its name and without.
    """

    path: Path
    money: Money
    heading: str
    whose: str
    scope: str
    beside: bool
    again: bool


class _Part(NamedTuple):
    """A part on the way to a sum: the key it stands under, and its place in a list."""

    key: str
    part: Part
    i: int | None
    owner: type[Part]


def of(filed: Filed, directory: Directory) -> Iterator[NamedMoney]:
    """Every sum of a record below any of its keys: what is of the whole of it first."""
    found = sorted(values(filed.record, _keys()), key=lambda one: len(one[0]) > 1)
    for path, money in found:
        if isinstance(money, Money) and not _is_inside_a_sum(path, filed.record):
            yield _named(filed, path, money, directory)


@cache
def _keys() -> frozenset[str]:
    """Every key under which a sum may stand."""
    return frozenset(
        model.model_fields[name].alias or name
        for model, name in declared()
        if any(isinstance(one, Costs) for one in marks(model, name))
    )


def _is_inside_a_sum(path: Path, record: Part) -> bool:
    """Whether it is the base of a percentage, which is told with it."""
    return any(isinstance(one.part, Money) for one in _way(record, path))


def _named(filed: Filed, path: Path, money: Money, directory: Directory) -> NamedMoney:
    way = _way(filed.record, path)
    holder: Part = way[-1].part if way else filed.record
    key = str(path[-1])
    costs = next(one.what for slot, one in marked(type(holder), Costs) if slot.key == key)
    lists = {one.key for one in way}
    beside = not _FOREMOST & {key} and (costs in _BESIDE or bool(lists & _LISTS_BESIDE))
    whose = "，".join(filter(None, (_whose(one, directory) for one in way)))
    lot = next((one.part for one in way if one.key == "lots" and isinstance(one.part, Row)), None)
    scope = f"分包 {lot.id or lot.number}" if lot and (lot.id or lot.number) else whose
    scope = scope if len(way) == 1 else whose
    again = costs in _AGAIN or beside
    return NamedMoney(path, money, _heading(filed, way, key), whose, scope, beside, again)


def _way(record: Part, path: Path) -> list[_Part]:
    """The parts between a notice and one of its sums."""
    way: list[_Part] = []
    owner = record
    at: Any = record
    key = ""
    for step in path[:-1]:
        if isinstance(step, int):
            at = at[step]
            way.append(_Part(key, at, step, type(owner)))
            owner = at
            continue
        key = step
        at = getattr(owner, _attribute(type(owner), step))
        if isinstance(at, Part):
            way.append(_Part(step, at, None, type(owner)))
            owner = at
    return way


@cache
def _attribute(model: type[Part], key: str) -> str:
    return next(slot.name for slot in slots(model) if slot.key == key)


def _heading(filed: Filed, way: list[_Part], key: str) -> str:
    """预算, 代理服务费, 拟资助名单：金额; a named sum by its own name."""
    if not way:
        return key_term(key, type(filed.record).__name__).label
    last = way[-1]
    own = key_term(key, type(last.part).__name__).label
    if isinstance(last.part, NamedSum) and last.key == "amounts":
        return last.part.name
    if isinstance(last.part, Row):
        return _whole(type(filed.record)) if key == "amount" else own
    around = _around(filed, last)
    return around if key == "amount" and not isinstance(last.part, Who) else f"{around}：{own}"


def _whole(model: type[Notice]) -> str:
    """What the sum of all rows is called: a part of what is proposed is proposed too."""
    key = "proposed_amount" if "proposed_amount" in model.model_fields else "amount"
    return key_term(key, model.__name__).label


def _around(filed: Filed, last: _Part) -> str:
    proposes = given(filed.record, "proposes")
    if last.key == "candidates" and proposes:
        return label("proposes", proposes)
    return key_term(last.key, last.owner.__name__).label


def _whose(one: _Part, directory: Directory) -> str:
    """分包 1 城东片区, 虚构甲社，为老服务计划: which of several."""
    part = one.part
    if one.i is None or (isinstance(part, NamedSum) and one.key == "amounts"):
        return ""
    if isinstance(part, Who):
        lots = "、".join(given(part, "lots", ()))
        said = (who(part, directory, one.key).text, f"分包 {lots}" if lots else "")
        gone = key_term("withdrawn").label if given(part, "withdrawn") else ""
        return "，".join(filter(None, (*said, given(part, "for_"), gone)))
    if isinstance(part, Row):
        return _row(one.key, part, one.i)
    return _called(part) or f"第 {one.i + 1} 项"


def _called(part: Part) -> str:
    """What sets a row apart from its neighbours: its name, what it waits for, why, which lot."""
    lot, measure = given(part, "lot"), given(part, "measure")
    name = next(filter(None, (given(part, key) for key in _NAMES)), None)
    said = (f"分包 {lot}" if lot else "", name or (label("measure", measure) if measure else ""))
    return " ".join(filter(None, said))


def _row(key: str, row: Row, i: int) -> str:
    """分包 1 城东片区; 第 2 项 送餐服务: by its number and its name."""
    number = row.id or row.number
    if key == "lots":
        return " ".join(filter(None, ("分包", number or str(i + 1), row.name)))
    said = f"第 {number} 项" if number else "" if row.name else f"第 {i + 1} 项"
    return " ".join(filter(None, (said, row.name)))
