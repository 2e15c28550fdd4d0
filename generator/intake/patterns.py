"""Expressions of Python as a browser reads them.

Said anew from how Python takes them apart, so that blanks, comments, names and classes of signs
mean the same; what a browser has no words for is refused.
"""

import re
import unicodedata
from collections.abc import Iterable

# How an expression is made up is told by nobody else; tests hold both sides equal.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_SPACE = r"\s\x1c-\x1f\x85"
_INSIDE = {
    op.CATEGORY_DIGIT: r"\p{Nd}",
    op.CATEGORY_NOT_DIGIT: r"\P{Nd}",
    op.CATEGORY_SPACE: _SPACE,
    op.CATEGORY_WORD: r"\p{L}\p{N}_",
}
_ASCII = {op.CATEGORY_DIGIT: "0-9", op.CATEGORY_SPACE: r" \t-\r", op.CATEGORY_WORD: "A-Za-z0-9_"}
_NEGATED = {
    op.CATEGORY_NOT_SPACE: op.CATEGORY_SPACE,
    op.CATEGORY_NOT_WORD: op.CATEGORY_WORD,
    op.CATEGORY_NOT_DIGIT: op.CATEGORY_DIGIT,
}
_POINTS = {
    op.AT_BEGINNING_STRING: "^",
    op.AT_END_STRING: "$",
    op.AT_BOUNDARY: r"(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))",
}
_SYNTAX = frozenset(r"^$\.*+?()[]{}|/")
# What may be repeated as it is.
_SINGLE = frozenset({op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY, op.BRANCH, op.SUBPATTERN})
_KNOWN = re.UNICODE | re.IGNORECASE | re.VERBOSE | re.ASCII


class Unsaid(ValueError):
    """An expression that a browser has no words for."""


def said(pattern: str, flags: int = 0) -> list[str]:
    """Source and flags of the same expression in a browser. Raises Unsaid."""
    parsed = parser.parse(pattern, flags)
    if parsed.state.flags & ~_KNOWN:
        raise Unsaid(pattern)
    teller = _Teller({number: name for name, number in parsed.state.groupdict.items()}, parsed)
    return [teller.sequence(parsed), "ui" if parsed.state.flags & re.IGNORECASE else "u"]


class _Teller:
    """One expression; `names` are those of its groups."""

    def __init__(self, names: dict[int, str], parsed: Any) -> None:
        self._names, self._classes = names, dict(_INSIDE)
        if parsed.state.flags & re.ASCII:
            self._classes = dict(_ASCII)

    def sequence(self, tokens: Iterable[Any]) -> str:
        return "".join(self._token(kind, given) for kind, given in tokens)

    def _token(self, kind: Any, given: Any) -> str:
        match kind:
            case op.LITERAL:
                return _letter(given)
            case op.NOT_LITERAL:
                return f"[^{_letter(given)}]"
            case op.ANY:
                # A browser ends a line at more signs than Python does.
                return r"[^\n]"
            case op.IN:
                return self._class(given)
            case op.BRANCH:
                return f"(?:{'|'.join(map(self.sequence, given[1]))})"
            case op.AT if given in _POINTS:
                return _POINTS[given]
            case op.AT if given is op.AT_END:
                return r"(?=\n?$)"
            case op.AT if given is op.AT_BEGINNING:
                return "^"
        return self._group(kind, given)

    def _group(self, kind: Any, given: Any) -> str:
        match kind:
            case op.SUBPATTERN:
                number, on, off, inside = given
                if on or off:
                    raise Unsaid(kind)
                name = self._names.get(number)
                return f"({f'?<{name}>' if name else '?:'}{self.sequence(inside)})"
            case op.ASSERT | op.ASSERT_NOT:
                way, inside = given
                sign = "=" if kind is op.ASSERT else "!"
                return f"(?{'<' if way < 0 else ''}{sign}{self.sequence(inside)})"
            case op.MAX_REPEAT | op.MIN_REPEAT:
                low, high, inside = given
                lazy = "?" if kind is op.MIN_REPEAT else ""
                return f"{self._one(inside)}{_times(low, high)}{lazy}"
        raise Unsaid(kind)

    def _one(self, inside: Any) -> str:
        """What is repeated, in brackets where it is several."""
        told = self.sequence(inside)
        return told if len(inside) == 1 and inside[0][0] in _SINGLE else f"(?:{told})"

    def _class(self, items: Iterable[Any]) -> str:
        listed, told = list(items), ""
        if [kind for kind, _ in listed] == [op.CATEGORY]:
            return self._category(listed[0][1])
        for kind, given in listed:
            if kind is op.NEGATE:
                told += "^"
            elif kind is op.LITERAL:
                told += _inside(given)
            elif kind is op.RANGE:
                told += "-".join(map(_inside, given))
            elif given in self._classes:
                told += self._classes[given]
            else:
                raise Unsaid(given)
        return f"[{told}]"

    def _category(self, given: Any) -> str:
        if given in _NEGATED:
            return f"[^{self._classes[_NEGATED[given]]}]"
        if given not in self._classes:
            raise Unsaid(given)
        told = self._classes[given]
        return told if re.fullmatch(r"\\[pP]\{\w{1,9}\}", told) else f"[{told}]"


def _times(low: Any, high: Any) -> str:
    most = "" if high is op.MAXREPEAT else high
    short = {(0, 1): "?", (0, ""): "*", (1, ""): "+", (1, 1): ""}.get((low, most))
    return short if short is not None else f"{{{low}}}" if low == most else f"{{{low},{most}}}"


def _letter(code: int) -> str:
    sign = chr(code)
    if sign in _SYNTAX:
        return f"\\{sign}"
    if sign.isprintable() and unicodedata.combining(sign) == 0:
        return sign
    return (
        rf"\u{{{code:x}}}"
        if code > 0xFFFF
        else rf"\x{code:02x}"
        if code < 0x100
        else rf"\u{code:04x}"
    )


def _inside(code: int) -> str:
    """A letter in a class."""
    return r"\-" if chr(code) == "-" else _letter(code)
