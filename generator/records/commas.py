"""Sums with commas inside brackets, where YAML ends a value at each comma.

`{value: 1,200,000}` reads as three keys: value, 200 and 000; so does a text that holds such a sum.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from generator.records.quoting import shown
from generator.records.source import Path

_PLAIN = "请去掉数字里的逗号，原文写法放进 printed 并加引号"
_QUOTED = "请给整个值加半角双引号"
# A text that stops in a number, where the comma of thousands stood.
_ENDS = re.compile(r"(?<![0-9.])[0-9]{1,3}$")
_REST = re.compile(r"[0-9]{3}(?![0-9])")


def parted(inside: Any, path: Path = ()) -> Iterator[tuple[Path, tuple[Path, str]]]:
    """Each mapping that holds such a sum: its path, then the place and the sentence to say."""
    if isinstance(inside, list):
        for i, one in enumerate(inside):
            yield from parted(one, (*path, i))
    elif isinstance(inside, dict):
        if found := _found(inside):
            first, whole, remedy = found
            told = f"{shown(whole)} 在括号里会被逗号拆开；{remedy}"
            yield path, ((*path, first), told)
        for key, one in inside.items():
            yield from parted(one, (*path, key))


def _found(inside: dict[Any, Any]) -> tuple[Any, str, str] | None:
    """The key that a first comma left over, what was written, and how it is to be written."""
    keys = list(inside)
    for i, key in enumerate(keys[1:], 1):
        if _is_rest(inside, key) and _is_figure(inside[keys[i - 1]]):
            rest = takewhile(lambda one: _is_rest(inside, one), keys[i:])
            said = ("…" if isinstance(one, float) else str(one) for one in rest)
            return key, ",".join([str(inside[keys[i - 1]]), *said]), _PLAIN
        before = inside[keys[i - 1]]
        if _is_rest(inside, key) and isinstance(before, str) and _ENDS.search(before):
            return key, f"{before},{key}", _QUOTED
    return None


def _is_rest(inside: dict[Any, Any], key: Any) -> bool:
    """Whether a key without a value is what a comma left of a number: 200, 000元, 000.50."""
    if inside[key] is not None:
        return False
    return bool(_REST.match(str(key))) or (isinstance(key, float) and 0 <= key < 1000)


def _is_figure(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1000
