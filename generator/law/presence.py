"""Whether a notice states something: it does, an attachment may, a stroke stands there, or nothing.

What the notice printed and the record leaves out by the rule of this site counts as stated.
"""

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from generator.records.model.amounts import Money

# What stands in a cell without saying anything: a stroke, 无, or the way to another text.
_STROKE = re.compile(r"(?:[/／\\|—–_＿*＊·.．-]+|无|暂无|略|空|详|同上)[。；;，,\s]*")
_POINTS = re.compile(
    r"(?:具体|内容|具体内容|要求|具体要求)?"
    r"(?:详见|请见|参见|另见|另附|见附|附件|附表|附后|见(?:招标|采购|磋商|谈判|征集|响应|投标|询价|公告|正文)).*"
)
_ATTACHED = re.compile(r"附件|附表|附后|另附")
# What comes with an invitation and was made before anybody was chosen.
_DOCUMENT = re.compile(r"招标文件|采购文件|磋商文件|谈判文件|征集文件|询价通知书|采购需求|需求书")
# What tells nothing of the notice it comes with.
_APART = re.compile(r"声明函|承诺函|格式|模板|样表|表样")

_PRINTED = frozenset({"printed"})
STROKES = "只有“/”“无”或者“详见……”"


class Shown(IntEnum):
    """How far a notice states something; only what it states counts as true.

    `UNRECORDED` is what no record may hold, so that nobody knows whether the notice states it;
    `LEFT_OUT` is what the notice states, as the record says which leaves it out.
    """

    ABSENT = 0
    BLANK = 1
    ATTACHED = 2
    UNRECORDED = 3
    LEFT_OUT = 4
    STATED = 5

    def __bool__(self) -> bool:
        return self >= Shown.LEFT_OUT

    def __or__(self, other: int) -> "Shown":
        return self if self >= other else Shown(other)

    def __and__(self, other: int) -> "Shown":
        return self if self <= other else Shown(other)


def shown(value: Any) -> Shown:
    """How far a value of a record is stated; a text that only points elsewhere is blank."""
    if value is None or value is False:
        return Shown.ABSENT
    kind = value.__class__
    if kind is Shown:
        already: Shown = value
        return already
    if kind is str:
        return _text(value.strip())
    if kind is tuple:
        return best(map(shown, value))
    if getattr(value, "model_fields_set", None) == _PRINTED:
        # A party, a term, a length of which nothing is there but what is printed.
        return _text((value.printed or "").strip())
    # Of what the page covers the notice itself says something.
    if kind is Money and value.value is None and not value.shapes and not value.masked:
        return _text((value.printed or "").strip())
    return Shown.STATED


def best(found: Iterable[Shown]) -> Shown:
    """The best of several ways to state one thing; of what is stated nobody looks for another."""
    most = Shown.ABSENT
    for one in found:
        if one is Shown.STATED:
            return one
        if one is not Shown.ABSENT:
            most = max(most, one)
    return most


def silence(found: Mapping[str, Shown]) -> list[str]:
    """What is not stated, without what no record may hold."""
    return [label for label, one in found.items() if not one and one is not Shown.UNRECORDED]


def called(labels: Iterable[str], half: Mapping[str, str]) -> str:
    """甲、乙: the labels, of what is stated in part only the part that is missing."""
    return "、".join(half.get(label, label) for label in labels)


def left_out(found: Mapping[str, Shown]) -> str:
    """；甲公告写了，本站按公开规则没有全录: what the notice states and the record does not hold."""
    kept = "、".join(label for label, one in found.items() if one is Shown.LEFT_OUT)
    return f"；{kept}公告写了，本站按公开规则没有全录" if kept else ""


def lacking(wanted: Mapping[str, Shown], half: Mapping[str, str] = MappingProxyType({})) -> str:
    """公告未载明：甲、乙: what is not stated; a stroke or the way to an attachment is no silence."""
    open_ = {half.get(label, label): one for label, one in wanted.items() if not one}
    if set(open_.values()) == {Shown.BLANK}:
        return f"{'、'.join(open_)}一栏{STROKES}"
    silent = all(one is Shown.ABSENT for one in open_.values())
    return f"公告{'未载明' if silent else '没有写明'}：{'、'.join(open_)}"


def every(found: Iterable[Shown]) -> Shown:
    """The worst of several things that must all be stated; nothing at all is absent."""
    return min(found, default=Shown.ABSENT)


# A text of a notice is asked for by several rules, and many notices share one.
@lru_cache(maxsize=4096)
def _text(text: str) -> Shown:
    if _STROKE.fullmatch(text):
        return Shown.BLANK
    if _POINTS.fullmatch(text):
        return Shown.ATTACHED if _ATTACHED.search(text) else Shown.BLANK
    return Shown.STATED


def certain(
    wanted: Mapping[str, Shown], born: Iterable[str], titles: Iterable[str], *, invites: bool
) -> list[str]:
    """What is neither stated nor to be looked for in an attachment that nobody has read.

    `born` is what no procurement document can hold, because it came to be with the result.
    """
    if Shown.ATTACHED in wanted.values():
        return []
    outside = [one for one in titles if not _APART.search(one)]
    documents = [one for one in outside if _DOCUMENT.search(one)] if not invites else []
    if len(documents) < len(outside):
        return []
    late = set(born)
    missing = (label for label, one in wanted.items() if one is Shown.ABSENT)
    return [label for label in missing if not documents or label in late]
