"""A script of ours as its words and signs, names told from keys: what it takes to write it shorter.

It reads what we write, not every script: labels, `switch` and methods of objects in their long form are
not looked for. What it cannot take apart is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*)
    |(?P<line>[ \t]*\n[ \t\n]*)|(?P<blank>[ \t]+)
    |(?P<word>\#?(?:[^\W\d]|\$)[\w$]*)
    |(?P<number>0x[\da-fA-F]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?n?)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<sign>=>|\.\.\.|\?\.(?!\d)|\?\?=?|&&=?|\|\|=?|[=!]==?|[<>]=|[-+*%/]=|\+\+|--|\*\*|[-+*/%=<>!?:.,;&|^~(){}\[\]])""",
    re.VERBOSE,
)
_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
# What a piece of a text in back quotes may end with, and what only looks like that.
_STOP = re.compile(r"\\[\s\S]|`|\$\{")
_OPEN = {"(": ")", "[": "]", "{": "}"}
_CLOSED = frozenset(_OPEN.values())
_WORDS = frozenset(
    [
        "async",
        "await",
        "break",
        "catch",
        "class",
        "const",
        "continue",
        "delete",
        "do",
        "else",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "import",
        "in",
        "instanceof",
        "let",
        "new",
        "null",
        "return",
        "static",
        "super",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "void",
        "while",
        "yield",
    ]
)
# Behind these a stroke begins an expression, and behind those a brace a block.
_AWAITS = frozenset(
    ["return", "typeof", "of", "in", "yield", "await", "void", "delete", "throw", "else"]
)
_BEFORE_BLOCKS = frozenset(["=>", ")", ";", "}", "else", "try", "finally", "catch", ""])


class Sort(Enum):
    """What a token is to who renames."""

    NAME = "name"
    KEY = "key"  # of an object, or behind a dot
    SHORT = "short"  # a key and a name in one
    WORD = "word"
    REST = "rest"
    LINE = "line"


@dataclass
class Token:
    """A word or sign as it is written; `depth` counts the brackets around it."""

    text: str
    sort: Sort = Sort.REST
    depth: int = 0


class Unread(ValueError):
    """A script that cannot be taken apart."""


def tokens(text: str) -> list[Token]:
    """The tokens of a script without comments and blanks. Raises Unread."""
    found = list(_Reader(text).read())
    _Placing().place(found)
    return found


class _Reader:
    """Takes a script apart; remembers what is open and what came last."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._last = text, 0, ""
        self._open: list[str] = []

    def read(self) -> Iterator[Token]:
        while self._at < len(self._text):
            if (one := self._next()) is not None:
                yield one
        if self._open:
            raise Unread(f"{self._open[-1]} is not closed")

    def _next(self) -> Token | None:
        sign = self._text[self._at]
        if self._text.startswith("/*", self._at):
            raise Unread(self._text[self._at : self._at + 60])
        if sign == "`":
            return self._piece()
        if sign == "}" and self._open[-1:] == ["${"]:
            self._open.pop()
            return self._piece()
        if sign == "/" and not self._text.startswith("//", self._at) and self._begins():
            return Token(self._taken(_PATTERN)[0])
        return self._plain()

    def _begins(self) -> bool:
        """Whether a value begins here, where a sign might stand between two."""
        return not self._last or self._last in _AWAITS or self._last[-1] in "(,=:[!&|?{};<>+-*%"

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._text, self._at)
        if not found:
            raise Unread(self._text[self._at : self._at + 60])
        self._at, self._last = found.end(), found[0].strip() or self._last
        return found

    def _plain(self) -> Token | None:
        before, found = self._last, self._taken(_TOKEN)
        text = found[0]
        match found.lastgroup:
            case "comment" | "blank":
                self._last = before
                return None
            case "line":
                return Token("\n", Sort.LINE)
            case "word":
                return Token(text, Sort.WORD if text in _WORDS else Sort.NAME)
            case "sign":
                self._bracket(text)
        return Token(text)

    def _bracket(self, sign: str) -> None:
        if sign in _OPEN:
            self._open.append(sign)
        elif sign in _CLOSED and (not self._open or _OPEN.get(self._open.pop()) != sign):
            raise Unread(f"{sign} closes nothing: {self._text[self._at : self._at + 40]}")

    def _piece(self) -> Token:
        """A piece of a text in back quotes: to its end, or to what is put in."""
        start = self._at
        stops = _STOP.finditer(self._text, start + 1)
        end = next((one.end() for one in stops if not one[0].startswith("\\")), 0)
        if not end:
            raise Unread(self._text[start + 1 : start + 60])
        self._at, text = end, self._text[start:end]
        self._last = text.strip() or self._last
        if text.endswith("${"):
            self._open.append("${")
            self._last = "{"
        return Token(text)


class _Placing:
    """Says of each token how deep it stands, and of a name whether it is one."""

    def __init__(self) -> None:
        self._around: list[str] = []
        self._last, self._is_class = Token(""), False

    def place(self, found: list[Token]) -> None:
        for place, one in enumerate(found):
            if one.text[:1] == "}" or (one.text in _CLOSED and one.sort is Sort.REST):
                self._around.pop()
            one.depth = len(self._around)
            if one.sort is Sort.LINE:
                continue
            if one.sort in {Sort.NAME, Sort.WORD}:
                one.sort = self._sort(one, next_text(found, place))
            self._is_class |= one.text == "class" and one.sort is Sort.WORD
            if one.sort is Sort.REST and (one.text in _OPEN or one.text.endswith("${")):
                self._around.append(self._kind(one.text))
            self._last = one

    def _kind(self, sign: str) -> str:
        if sign != "{":
            return sign
        if self._is_class:
            self._is_class = False
            return "class"
        return "block" if self._last.text in _BEFORE_BLOCKS else "object"

    def _sort(self, one: Token, after: str) -> Sort:
        last, around = self._last.text, (self._around or [""])[-1]
        if last in {".", "?."} or one.text.startswith("#"):
            return Sort.KEY
        if around == "class" and last not in {"=", "extends"}:
            return Sort.KEY
        if around == "object" and last in {"{", ","} and one.text != "async":
            return Sort.KEY if after in {":", "("} else Sort.SHORT
        # `of` is a name too, but not behind one.
        is_between = one.text == "of" and (self._last.sort in _NAMES or last in _CLOSED)
        return Sort.WORD if is_between else one.sort


_NAMES = {Sort.NAME, Sort.SHORT}


def next_text(found: list[Token], place: int) -> str:
    """What stands behind a token, on whichever line; nothing at the end."""
    return next((one.text for one in found[place + 1 :] if one.sort is not Sort.LINE), "")
