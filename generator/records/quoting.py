"""What a record or a file name says, put into a sentence: one line, short, all of it visible."""

from collections.abc import Iterable
from unicodedata import category

SHOWN = 40
OFFERED = 14
_SIGNS = {"\n": "␤", "\r": "␍", "\t": "␉"}
# A runner of workflows obeys this wherever it stands in a line of its log.
_COMMAND, _SPELLED = "##[", "##⟨U+005B⟩"


def visible(text: str) -> str:
    """The text on one line: what a reader cannot see, or a line ends with, by its code."""
    # Clean text is the rule; the wide space is the one sign here that is seen.
    if not text.replace("\u3000", "").isprintable():
        text = "".join(_SIGNS.get(one) or _seen(one) for one in text)
    return text.replace(_COMMAND, _SPELLED)


def cut(text: str, limit: int) -> str:
    """The text, or its beginning with “…” where it is longer than the limit."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def shown(given: object) -> str:
    """A value as a sentence names it: visible, at most forty characters."""
    # Cut first: a value may be a megabyte, and its signs grow when they are made visible.
    return cut(visible(cut(str(given), SHOWN)), SHOWN)


def quoted(given: object) -> str:
    """‘the value’; a mapping and a list by what they are, an absent value as what it is."""
    match given:
        case dict():
            return "一组“键: 值”"
        case list() | tuple():
            return "一个列表"
        case None:
            return "空白"
        case bool():
            return f"‘{str(given).lower()}’"
        case _:
            return f"‘{shown(given)}’"


def offered(choices: Iterable[object], said: int = OFFERED) -> str:
    """甲、乙、丙, or the first fourteen and 等 20 个; （没有） of nothing."""
    every = list(choices)
    more = f" 等 {len(every)} 个" if len(every) > said else ""
    return "、".join(map(shown, every[:said])) + more or "（没有）"


def _seen(one: str) -> str:
    hidden = category(one)[0] == "C" or category(one) in {"Zl", "Zp"}
    return f"⟨U+{ord(one):04X}⟩" if hidden else one
