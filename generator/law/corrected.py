"""A value as last corrected: which corrections speak of a notice, and which may have come too late."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from generator.law.verdict import Unsure
from generator.records.of_lots import OF_A_LOT, is_of_its_lots
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.source import Path
from generator.records.walk import given, telling

# What is set before anybody is chosen; what changes it later does not change the choice.
_SET_BEFORE = frozenset({"budget", "ceiling", "method", "evaluation_method"})
# What is out before anybody is chosen: the purchase is called, not yet decided.
_ASKING = frozenset({"intention", *telling("invitation")})


class Stated(NamedTuple):
    """One value, and where it was read."""

    value: Any
    filed: Filed
    path: Path


Read = Callable[[Filed], Stated | None]
# Raises Unsure where a correction may have come after the day.
Insist = Callable[[Filed, date | None], None]


def last_stated(
    read: Read,
    corrections: Iterable[Filed],
    notices: Sequence[Filed],
    insist: Insist,
    until: date | None = None,
    *,
    key: str = "",
) -> Stated | None:
    """The value that stands first, the corrections the last first.

    Raises Unsure, also where a correction only says in words that it changes it.
    """
    # Gone through once and no farther than needed: a project may have a thousand corrections.
    files = iter(corrections)
    for one in files:
        if found := read(one):
            _insist(found, _before(read, (*notices,), files), insist, until)
            return found
        if key and is_only_worded(one, key):
            name = _WORDED[key].name
            raise Unsure("untyped", f"更正说改了{name}，没有录入改后的数")
    return next((found for one in notices if (found := read(one))), None)


def _before(read: Read, notices: Sequence[Filed], files: Iterator[Filed]) -> Stated | None:
    try:
        return next((found for one in chain(files, notices) if (found := read(one))), None)
    except Unsure:
        # Of all lots together, or of nobody knows which: it repeats nothing and moves nothing.
        return None


def _insist(found: Stated, before: Stated | None, insist: Insist, until: date | None) -> None:
    """What a correction sets anew counts if it came in time; what it repeats does in any case."""
    if before and before.value == found.value:
        return
    if before and found.path == ("new_deadline",):
        # What has passed is not moved any more.
        insist(found.filed, before.value.last)
    insist(found.filed, until)


# What a correction calls the value that it sets anew.
RENEWED = {"deadline": "new_deadline"}


class _Worded(NamedTuple):
    """What a value is called among the items of a correction, and what of them is something else."""

    name: str
    sign: re.Pattern[str]
    other: re.Pattern[str] = re.compile("(?!)")


_WORDED = {
    "budget": _Worded("预算金额", re.compile("预算")),
    "ceiling": _Worded("最高限价", re.compile("限价|控制价")),
    "deadline": _Worded(
        "截止时间",
        re.compile("截止|(?:投标|开标|开启|响应|应答|递交|提交)[^，,、；;]{0,9}(?:时间|日期)"),
        re.compile("获取|报名|领取|下载|发售|购买|公告期|公示|质疑|保证金"),
    ),
}
# One cell may name several items.
_ITEMS = re.compile("[、，,；;和及与]")


def only_worded(correction: Filed) -> list[str]:
    """The values that a correction changes in words alone: whoever entered it wrote no new one."""
    return [key for key in _WORDED if is_only_worded(correction, key)]


def is_only_worded(correction: Filed, key: str) -> bool:
    """Whether a correction says that it changes a value, and nowhere states the new one."""
    found = _WORDED.get(key)
    rows = given(correction.record, "changes", ()) if found else ()
    if not found or not rows or may_state(correction, key):
        return False
    items = (item for row in rows for item in _ITEMS.split(row.item or ""))
    return any(found.sign.search(one) and not found.other.search(one) for one in items)


def called(key: str) -> tuple[str, str]:
    """What a value is called, and the key under which a correction states it anew."""
    return _WORDED[key].name, RENEWED.get(key, key)


def may_state(correction: Filed, key: str) -> bool:
    """Whether a correction states a value at all: for the whole, for a lot or for a winner."""
    record = correction.record
    if given(record, RENEWED.get(key, key)) not in {None, ()}:
        return True
    if any(given(row, key) is not None for row in record.lots):
        return True
    return key == "amount" and any(one.amount for one in given(record, "winners", ()))


# What a lot has no key for: a correction that names some lots may mean it for all of them.
_OF_ALL = frozenset({"deadline", "documents"})


def may_be_of_all(correction: Filed, key: str) -> bool:
    """Whether a correction that names some lots may mean this value for the others as well."""
    return key in _OF_ALL and not is_of_its_lots(correction.record)


def gives_each(correction: Filed) -> bool:
    """Whether it names lots to give them something of their own."""
    rows = correction.record.lots
    return any(given(row, each) not in {None, ()} for row in rows for each in OF_A_LOT)


def speaks_of(one: Filed, notices: Sequence[Filed], key: str, outcome: Outcome) -> bool:
    """Whether a correction speaks of a notice: it names it, or may have meant to.

    Of a result one that names nothing speaks only if it came after it, is not said to
    be about the invitation, and states nothing that was set before the choice; of what
    came later, only if it came after that and is not said to be about anything else.
    """
    notice = notices[-1]
    kind, scope = notice.record.kind, one.record.scope
    if {each.stem for each in notices} & set(one.record.refers) or kind in _ASKING:
        return True
    came, out = when(one.record), when(notice.record)
    if came is not None and out is not None and came.last < out.first:
        return False
    if kind != "award":
        # What may have changed a result is not taken for what changed its contract.
        return not scope and not outcome.is_unclear(one)
    return (not scope or "result" in scope) and key not in _SET_BEFORE
