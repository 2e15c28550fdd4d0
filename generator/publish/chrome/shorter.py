"""Scripts of ours with short names and without blanks; what they do stays.

A name is changed wherever it stands in its script, in whichever scope, so that nothing has to be known of scopes.
Only what the script declares is changed; keys never are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, product

from generator.publish.chrome.tokens import Sort, Token, next_text

# What a browser has by these names may be meant elsewhere in a script that declares one of them inside.
_BROWSERS = frozenset(
    [
        "document",
        "window",
        "location",
        "navigator",
        "history",
        "fetch",
        "crypto",
        "performance",
        "event",
        "console",
        "screen",
        "name",
    ]
)
_SHORT_WORDS = frozenset(
    ["as", "do", "if", "in", "is", "of", "for", "get", "let", "new", "set", "try", "var"]
)
_LETTERS = "etaoinsrlcdumpfghyvbwkxqjzETAOINSRLCDUMPFGHYVBWKXQJZ"
_OPENS, _CLOSES = frozenset("([{"), frozenset(")]}")
# Where a line ends behind these, or before those, no statement does.
_GOES_ON = frozenset(
    [
        "{",
        "(",
        "[",
        ",",
        ";",
        "=",
        "=>",
        "&&",
        "||",
        "??",
        "?",
        ":",
        "+",
        "...",
        "!",
        ".",
        "?.",
        "<",
        ">",
        "===",
        "!==",
        "??=",
        "*",
        "/",
        "-",
        "|",
    ]
)
_CONTINUES = frozenset(
    [
        ")",
        "]",
        "}",
        ",",
        ";",
        ".",
        "?.",
        "?",
        ":",
        "&&",
        "||",
        "??",
        "=",
        "===",
        "!==",
        "+",
        "*",
        "=>",
        "<",
        ">",
        "|",
    ]
)


def outer(found: list[Token]) -> set[str]:
    """The names that a script declares for all of itself."""
    return {one.text for depth, one in _constants(found) if depth == 0}


def inner(found: list[Token]) -> set[str]:
    """The names that it declares inside alone, but for those that a browser has as well."""
    names = {one.text for depth, one in _constants(found) if depth}
    return (names | {one.text for one in _given(found)}) - outer(found) - _BROWSERS


def uses(found: Iterable[Token], names: set[str]) -> Counter[str]:
    """How often each of these names stands in a script."""
    return Counter(one.text for one in found if one.sort in _NAMED and one.text in names)


def unused(taken: set[str]) -> Iterator[str]:
    """Names as short as can be, none of which is taken."""
    for length in count(1):
        for letters in product(_LETTERS, repeat=length):
            if (name := "".join(letters)) not in taken and name not in _SHORT_WORDS:
                yield name


def written(found: list[Token], names: Mapping[str, str]) -> str:
    """The script with these names changed, without a blank or line that it can do without."""
    text = ""
    for place, one in enumerate(found):
        if one.sort is Sort.LINE:
            text += "\n" if _ends(found, place) else ""
            continue
        told = _renamed(one, names)
        text += " " if text and _touch(text[-1], told[0]) else ""
        text += told
    return text


_NAMED = frozenset({Sort.NAME, Sort.SHORT})


def _renamed(one: Token, names: Mapping[str, str]) -> str:
    if one.sort not in _NAMED or one.text not in names:
        return one.text
    return f"{one.text}:{names[one.text]}" if one.sort is Sort.SHORT else names[one.text]


def _touch(last: str, first: str) -> bool:
    """Whether two tokens would be read as one."""
    return (_is_letter(last) and _is_letter(first)) or (last == first and first in "+-")


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign in "_$#"


def _ends(found: list[Token], place: int) -> bool:
    """Whether the end of this line may end a statement."""
    last = found[place - 1].text if place else "\n"
    after = next_text(found, place)
    return (
        bool(after)
        and last != "\n"
        and last not in _GOES_ON
        and not last.endswith("${")
        and after not in _CONTINUES
    )


def _constants(found: list[Token]) -> Iterator[tuple[int, Token]]:
    """Names behind `const`, `let`, `class` and `function`, each with the depth of its statement."""
    for place, one in enumerate(found):
        if one.sort is not Sort.WORD:
            continue
        if one.text in {"const", "let"}:
            yield from ((one.depth, each) for each in _declared(found, place + 1, one.depth))
        elif one.text in {"class", "function"} and found[place + 1].sort is Sort.NAME:
            yield one.depth, found[place + 1]


def _declared(found: list[Token], place: int, depth: int) -> Iterator[Token]:
    """The names of one statement from its first on, those behind commas too."""
    is_bound = True
    for at in range(place, len(found)):
        one = found[at]
        if one.depth < depth or (one.depth == depth and _is_last(found, at)):
            return
        if one.depth == depth and one.text in {"=", ","}:
            is_bound = one.text == ","
        elif is_bound and one.sort is not Sort.LINE:
            yield from _bound(found[at : _end(found, at)])
            is_bound = False


def _is_last(found: list[Token], at: int) -> bool:
    one = found[at]
    if one.sort is Sort.LINE:
        return _ends(found, at)
    return one.text == ";" or (one.sort is Sort.WORD and one.text in {"of", "in"})


def _given(found: list[Token]) -> Iterator[Token]:
    """Names of what functions are given, and of what is caught."""
    for place, one in enumerate(found):
        if one.text == "=>":
            yield from _bound(found[_start(found, place - 1) : place])
        elif one.sort is Sort.WORD and one.text in {"function", "catch"}:
            first = next(
                (i for i in range(place, len(found)) if found[i].text in {"(", "{"}), place
            )
            if found[first].text == "(":
                yield from _bound(found[first : _end(found, first)])


def _bound(pattern: list[Token]) -> Iterator[Token]:
    """The names in a pattern, or in the brackets of a function; what stands for what is not given is passed over."""
    passed: int | None = None
    for one in pattern:
        if passed is not None and (one.depth < passed or (one.depth == passed and one.text == ",")):
            passed = None
        if passed is None and one.text == "=":
            passed = one.depth
        elif passed is None and one.sort in _NAMED:
            yield one


def _end(found: list[Token], place: int) -> int:
    """The place behind a token, or behind the bracket that it opens."""
    if found[place].text not in _OPENS:
        return place + 1
    depth = found[place].depth
    return next(i for i in range(place + 1, len(found)) if found[i].depth == depth) + 1


def _start(found: list[Token], place: int) -> int:
    """The place of a token, or of the bracket that it closes."""
    if found[place].text not in _CLOSES:
        return place
    depth = found[place].depth
    return next(i for i in range(place - 1, -1, -1) if found[i].depth == depth)
