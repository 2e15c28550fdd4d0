"""Which values of a notice the rows of a later one mean: by what stood there before."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from generator.publish.words.cells import WORDED
from generator.records import spellings
from generator.records.model.amounts import YUAN_PER_UNIT, Money
from generator.records.model.dates import Date
from generator.records.model.notice import Numbered
from generator.records.model.part import Part
from generator.records.model.rows import Change, Row
from generator.records.reading import Filed
from generator.records.source import Path
from generator.records.walk import apart, slots
from generator.vocabulary import key_term

Spot = Path
# A longer text that stands in a value again is no chance; a shorter one may be.
_LONG = 8
_LEAST = 3
_BARE = re.compile(r"[\s,，。；;：:“”\"'（）()]")
# What nearly every label has says nothing of which it is.
_COMMON = frozenset({"金额", "项目", "服务", "公告", "合同", "时间", "日期"})

_PLANNED = ("预算", "限价")


class _Leaf(NamedTuple):
    """A value with its place, the words around it, and the row of a list that it stands in."""

    path: Spot
    value: Any
    near: str
    row: str


def meant(changes: Iterable[Change], old: Filed) -> dict[Spot, str]:
    """By place of the old notice what each row puts there; nothing where more than one may be meant."""
    leaves = list(_leaves(old.record, (), "", ""))
    found: dict[Spot, str] = {}
    for one in changes:
        if one.before:
            found |= dict.fromkeys(_places(one, leaves), _became(one))
    return found


def _became(change: Change) -> str:
    """最高限价（包2）改为“236.50万元”: the heading says of how much of the value it is."""
    return f"{change.item or ''}改为“{change.after}”" if change.after else change.item or ""


def _places(change: Change, leaves: Iterable[_Leaf]) -> list[Spot]:
    item = change.item or ""
    same = [(one, how) for one in leaves if (how := _is_same(one, change.before or ""))]
    sure = [one for one, how in same if how == "long" or _is_near(one, item)]
    # A row about the budget never means another sum of the same height.
    if not sure and len(same) == 1 and not any(word in item for word in _PLANNED):
        sure = [one for one, how in same if how == "exact"]
    alike: dict[Spot, list[_Leaf]] = {}
    for one in sure:
        shape = tuple("" if isinstance(step, int) else step for step in one.path)
        alike.setdefault(shape, []).append(one)
    found = [meant_.path for some in alike.values() if (meant_ := _the_one(some, item))]
    # A value and what it is printed as are one: said beside the value, not again within it.
    return [one for one in found if not any(one[:i] in found for i in range(1, len(one)))]


def _the_one(some: list[_Leaf], item: str) -> _Leaf | None:
    """Of the rows of one list the one that is named best; None where two are named as well."""
    ranked = sorted(some, key=lambda one: _named(one, item), reverse=True)
    tied = len(ranked) > 1 and _named(ranked[0], item) == _named(ranked[1], item)
    return None if tied else ranked[0]


def _named(leaf: _Leaf, item: str) -> int:
    """How much of the number and the name of its row stands in the heading of a change."""
    number = leaf.row.partition(" ")[0]
    words = re.findall(r"[0-9A-Za-z]+", item)
    return len(_pairs(leaf.row) & _pairs(item)) + 10 * (bool(number) and number in words)


def _is_same(leaf: _Leaf, before: str) -> str:
    """`long` where a long text stands there again, `exact` where the value is the same; else empty.

    A deadline and the opening of the bids are one moment: the day alone does not say which is meant.
    """
    value, bare = leaf.value, _bare(before)
    if isinstance(value, Date):
        day = spellings.day(before)
        same = day is not None and day.replace("T", " ") == value.text.replace("T", " ")[: len(day)]
        return "exact" if same else ""
    if isinstance(value, Money):
        return "exact" if value.yuan is not None and value.yuan == _yuan(before) else ""
    said = _bare(value if isinstance(value, str) else WORDED[type(value)](value))
    if len(bare) >= _LONG and bare in said:
        return "long"
    return "exact" if len(bare) >= _LEAST and bare == said else ""


def _is_near(leaf: _Leaf, item: str) -> bool:
    """Whether a row is headed by what the value is called, or stands under."""
    return bool((_pairs(leaf.near) - _COMMON) & _pairs(item))


def _pairs(said: str) -> set[str]:
    return {said[i : i + 2] for i in range(len(said) - 1) if " " not in said[i : i + 2]}


def _yuan(said: str) -> Decimal | None:
    found = spellings.figure(said)
    if found is None or found.last or found.bound:
        return None
    factor = YUAN_PER_UNIT.get(found.unit)
    return None if factor is None else Decimal(found.first) * factor


def _bare(said: str) -> str:
    return _BARE.sub("", said)


def _leaves(part: Part, path: Path, near: str, row: str) -> Iterator[_Leaf]:
    """Every value that a notice states, but for where it comes from and what it says of others."""
    head = apart(type(part)) | {"refers", "changes", "mentions", "contacts"} if not path else ()
    for slot in slots(type(part)):
        value = getattr(part, slot.name)
        if slot.key in head or slot.name not in part.model_fields_set:
            continue
        called = f"{near} {key_term(slot.key, type(part).__name__).label}"
        many = isinstance(value, tuple)
        for i, one in enumerate(value if many else (value,)):
            yield from _inside(one, (*path, slot.key, *((i,) if many else ())), called, row)


def _inside(value: Any, path: Path, near: str, row: str) -> Iterator[_Leaf]:
    if isinstance(value, str | Date | Money | Numbered):
        yield _Leaf(path, value.value or "" if isinstance(value, Numbered) else value, near, row)
        return
    if type(value) in WORDED and not isinstance(value, bool | int | Decimal):
        yield _Leaf(path, value, near, row)
    if isinstance(value, Part):
        name = getattr(value, "name", None) or getattr(value, "label", None) or ""
        number = (value.id or value.number or "") if isinstance(value, Row) else ""
        yield from _leaves(
            value, path, f"{near} {name}", f"{number} {name}" if name or number else row
        )
