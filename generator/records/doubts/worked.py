"""The hours of finished work against how often it was done: what no single case takes."""

from collections.abc import Iterator
from decimal import Decimal

from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import number
from generator.records.model.rows import Workload
from generator.records.walk import given

CONCERNS = frozenset({"hours_done"})
# A case or a group takes weeks and hardly more than two hundred hours, an event some days, a visit one.
# What is written or judged may take any time.
_MOST = {"casework": 200, "group-work": 200, "community-work": 100}
_VISIT, _VISITS = 24, frozenset({"人次", "次"})
# Three minutes.
_LEAST = Decimal("0.05")


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Hours that are too many, or too few, for what they were spent on."""
    for i, one in enumerate(given(seen.record, "hours_done", ())):
        each, most = _each(one), _VISIT if one.unit in _VISITS else _MOST.get(one.type)
        if each is None or most is None:
            continue
        if not _LEAST <= each <= most:
            how = "多" if each > most else "少"
            told = f"{label(seen.record, 'hours_done')}第{i + 1}项：{number(one.count)} {one.unit or '项'}做了 {number(one.hours)} 小时，平均每{one.unit or '项'} {number(round(each, 2))} 小时，{how}得不像；请照原文核对"
            yield Doubt("MG-12", ("hours_done", i, "hours"), told)


def _each(one: Workload) -> Decimal | None:
    return one.hours / one.count if one.hours and one.count else None
