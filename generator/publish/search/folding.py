"""Folds text for comparison: width, case, variants of characters, separators.

`folding.json` is the one table; the browser reads the same file. Folding goes
character by character, so what is folded together is as what is folded apart.
"""

import json
import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

TABLE = Path(__file__).with_name("folding.json")

Codes = NDArray[np.uint32]
# Code points are below 0x110000; what is dropped becomes a code that is none.
_LIMIT, _NOTHING, _SEVERAL = 0x110000, 0xFFFFFFFF, 0xFFFFFFFE


def fold(text: str) -> str:
    """The text as it is compared; empty if it holds separators only."""
    return text.translate(_mapping())


def folded(text: str) -> Codes:
    """The code points of a long folded text. Lone surrogates stay: they are marks."""
    found = _lookup()[_codes(text)]
    if (found == _SEVERAL).any():
        # Few texts hold such a character, and looking for them costs as much as all the rest.
        text = _several().sub(lambda one: _table()["many"][one[0]], text)
        found = _lookup()[_codes(text)]
    kept: Codes = found[found != _NOTHING]
    return kept


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(TABLE.read_text("utf-8"))
    return table


@cache
def _single() -> dict[int, int]:
    return dict(zip(accumulate(_table()["from"]), map(ord, _table()["to"]), strict=True))


@cache
def _mapping() -> dict[int, str]:
    single = {code: chr(to) for code, to in _single().items()}
    many = {ord(char): to for char, to in _table()["many"].items()}
    return single | many | {ord(char): "" for char in _table()["drop"]}


@cache
def _several() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_table()['many']))}]")


@cache
def _lookup() -> Codes:
    lookup = np.arange(_LIMIT, dtype=np.uint32)
    lookup[list(_single())] = list(_single().values())
    lookup[[ord(char) for char in _table()["drop"]]] = _NOTHING
    lookup[[ord(char) for char in _table()["many"]]] = _SEVERAL
    return lookup
