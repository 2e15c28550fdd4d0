"""What a correction or a change says in words and states nowhere: the new value of a known target."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.records.finding import Finding
from generator.records.reading import Filed, Read
from generator.records.walk import given

_CHANGING = ("correction", "contract-change")
# 第三条, 包2, 3.: where it stands; 第三年度 is no part of the name, and another promise.
_PLACE = re.compile(
    r"第[一二三四五六七八九十百0-9]{1,6}条|(?:分包|包|标段)[ ]?[0-9一二三四五六七八九十]{1,4}|[0-9]{1,3}[.、]|\s"
)


def unsaid(reads: Iterable[Read], in_time: Sequence[Filed]) -> Iterator[Finding]:
    """Changes that name a target promised before, where its new value is not written as one."""
    read_of = {id(one.filed): one for one in reads}
    known: set[str] = set()
    for filed in in_time:
        if filed.record.kind in _CHANGING and known:
            yield from _of_one(read_of[id(filed)], filed, known)
        known |= {one.name for one in filed.record.targets}


def _of_one(read: Read, filed: Filed, known: set[str]) -> Iterator[Finding]:
    stated = {one.name for one in filed.record.targets}
    for i, change in enumerate(given(filed.record, "changes", ())):
        name = _PLACE.sub("", change.item or "")
        if name in known and name not in stated and change.after:
            told = f"更正、变更事项里写了改“{name[:20]}”，没有写成键，页面仍用原来的；请在 targets 里再写一次 {{name: {name[:20]}, target: …}}"
            yield read.finding("AB-2", ("changes", i), told)
