"""A row a target: what was promised, what came of it, and whether that reaches it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import MARKS, NUMBER, PLACE
from generator.publish.data.table import Column, Table, Values, word
from generator.publish.project import reached
from generator.publish.project.promised import Promise, promises
from generator.records.register import LooseNotice

TABLE = Table(
    "targets",
    "目标",
    "一行是一项承诺的目标，和后来公布的实际数。两个数单位相同、实际数是最后的数，才说达到没有达到。",
    ("project", "n"),
    (
        *PLACE,
        NUMBER._replace(meaning="在这个项目里的第几项，从 1 起"),
        Column("name", "text", "目标", "公告里的叫法"),
        *word("dimension", "dimension", "维度"),
        Column("lot", "text", "分包", "说的是哪个分包"),
        Column("target", "number", "目标数", "承诺的数；“不少于”的是下限，“不超过”的是上限"),
        Column("at_most", "boolean", "是上限", "承诺的是不超过这个数"),
        Column("unit", "text", "单位", "承诺的数的单位"),
        Column("actual", "number", "实际数", "公布的确切的实际数"),
        Column("actual_unit", "text", "实际数的单位", "实际数的单位"),
        Column("final", "boolean", "是最后的数", "实际数来自末期的验收、评价，不是阶段数字"),
        Column("reached", "boolean", "达到", "实际数达到目标；不能判断的为空"),
        Column(
            "reached_share",
            "number",
            "实际除以目标",
            "两个数单位相同、目标是下限时才有；百分比的目标没有",
        ),
        *MARKS,
    ),
    ((("project",), "projects"),),
)
_RATES = frozenset("%％‰")
_SIX = Decimal("0.000001")


def rows(loaded: Loaded) -> Iterator[Values]:
    """The targets of a project, as its page has them."""
    record = loaded.record
    if isinstance(record, LooseNotice) or loaded.digest.withdrawn:
        return
    for n, one in enumerate(promises(record.shown), 1):
        stem = one.promised if one.promised != "record" else ""
        yield TABLE.row(
            {
                **shared.place(loaded, stem),
                "notice": stem or None,
                "n": n,
                "name": one.name,
                **shared.worded("dimension", "dimension", one.kind or None),
                "lot": one.lot or None,
                **_numbers(one),
            }
        )


def _numbers(one: Promise) -> dict[str, Any]:
    least, most = reached.bounds(one.asked)
    target, actual = (most if least is None else least), one.came.value if one.came else None
    told: dict[str, Any] = {
        "target": target,
        "at_most": None if target is None else least is None,
        "unit": one.asked.unit if one.asked else None,
        "actual": actual,
        "actual_unit": one.came.unit if one.came else None,
        "final": one.closed if one.came else None,
    }
    if one.reached is None or target is None or actual is None:
        return told
    # 93.6 % of the people against 90 % is reached; it is not 104 % of anything.
    is_rate = one.asked is not None and not _RATES.isdisjoint(one.asked.unit or "")
    counts = least is not None and target > 0 and not is_rate
    share = (actual / target).quantize(_SIX) if counts else None
    return told | {"reached": one.reached, "reached_share": share}
