"""One pass over a text that tells which of many expressions may be found in it.

Rough, but never wrong when it says no: an engine that reads every character once
and takes time in proportion knows nothing of what stands around, so that is left out.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, partial

# How an expression is made up is told by nobody else; the tests hold that it is told so.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import re2

# More repetitions than these are not counted; every count costs the engine a state.
_COUNTED = 16
_MEMORY = 64 << 20
_ANY_WIDTH = 1 << 16
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\p{Nd}",
    op.CATEGORY_SPACE: r"\s\v\x{1c}-\x{1f}\x{85}\p{Z}",
    op.CATEGORY_WORD: r"\p{L}\p{N}_",
}


class Sieve:
    """The places in a list of expressions of those that a text may hold."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = patterns

    def __call__(self, text: str) -> frozenset[int]:
        """Every place whose expression may be found, and others."""
        found = self._set.Match(text.encode("utf-8", "replace"))
        # The empty expression is found in every text: without it the engine gave up.
        return frozenset(found if found and len(self.patterns) in found else self._all)

    @cached_property
    def _all(self) -> range:
        return range(len(self.patterns) + 1)

    @cached_property
    def _set(self) -> Any:
        options = re2.Options()
        options.max_mem = _MEMORY
        held = re2.Set.SearchSet(options)
        for one in (*map(rough, self.patterns), ""):
            held.Add(one)
        held.Compile()
        return held


def rough(pattern: str) -> str:
    """An expression for the engine that finds all that `pattern` finds. Raises ValueError."""
    parsed = parser.parse(pattern)
    if parsed.state.flags & ~re.UNICODE:
        raise ValueError(pattern)
    return _sequence(parsed)


def _sequence(tokens: Iterable[Any], *, begins: bool = True) -> str:
    """What follows one another; only from where all `begins` is known what stands behind a point."""
    said, width = "", 0
    for kind, given in tokens:
        if kind in (op.ASSERT, op.ASSERT_NOT):
            behind, inside = given
            low, high = inside.getwidth()
            if begins and kind is op.ASSERT and behind < 0 and low == high >= width:
                # What was read so far is the end of what must stand behind this point.
                said, width = _sequence(inside), low
            continue
        said += _token(kind, given, begins=begins and not said)
        low, high = parser.SubPattern(parser.State(), [(kind, given)]).getwidth()
        width = width + low if low == high else _ANY_WIDTH
    return said


def _token(kind: Any, given: Any, *, begins: bool) -> str:
    inside = partial(_sequence, begins=begins)
    match kind:
        case op.AT:
            return ""
        case op.LITERAL:
            return _letter(given)
        case op.NOT_LITERAL:
            return f"[^{_letter(given)}]"
        case op.ANY:
            return "."
        case op.IN:
            return _class(given)
        case op.BRANCH:
            return f"(?:{'|'.join(map(inside, given[1]))})"
        case op.SUBPATTERN:
            return f"(?:{inside(given[-1])})"
        case op.ATOMIC_GROUP:
            return f"(?:{inside(given)})"
        case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
            return _repeated(*given)
    raise ValueError(kind)


def _letter(code: int) -> str:
    return rf"\x{{{code:x}}}"


def _class(items: Iterable[Any]) -> str:
    said = ""
    for kind, given in items:
        if kind is op.NEGATE:
            said += "^"
        elif kind is op.LITERAL:
            said += _letter(given)
        elif kind is op.RANGE:
            said += "-".join(map(_letter, given))
        elif given in _CATEGORIES:
            said += _CATEGORIES[given]
        else:
            raise ValueError(given)
    return f"[{said}]"


def _repeated(low: int, high: int, inside: Iterable[Any]) -> str:
    least = min(low, _COUNTED)
    most = high if high <= _COUNTED and (low == high or high <= 3) else ""
    return f"(?:{_sequence(inside, begins=False)}){{{least},{most}}}"
