"""Which corrections of our own (`portal.fixes`) say why a value changed, and what it was."""

import re
from collections.abc import Iterable, Sequence

from generator.history.difference import Change
from generator.history.nodes import Version
from generator.records.layout import locate
from generator.records.model.portal import Fix
from generator.records.privacy import gate
from generator.records.quoting import cut, visible
from generator.records.source import Path

SHOWN = 60
_INDEX = re.compile(r"\[(\d+)\]")
_BETWEEN = re.compile(r"[\s,，]")
# The value of a sum is the sum.
_ITSELF = "value"


def new_fixes(before: Version, after: Version) -> list[Fix]:
    """The corrections that were not there before."""
    return [one for one in after.portal.fixes if one not in before.portal.fixes]


def by_any(change: Change, fixes: Iterable[Fix]) -> bool:
    """Whether a correction names the value, or what it is part of, and says what it was."""
    return any(_names(one, change) for one in fixes)


def reasons(changes: Iterable[Change], fixes: Sequence[Fix]) -> tuple[str, ...]:
    """The reasons of the corrections that name any of these, each once."""
    held = [one for one in fixes if any(_names(one, change) for change in changes)]
    return tuple(dict.fromkeys(one.reason for one in held))


def dotted(at: Path) -> str:
    """`winners.0.amount`: a place as a confirmation or a correction names it."""
    return ".".join(map(str, at))


def place(after: Version, at: Path) -> tuple[int, int]:
    """Line and column of a value in the new file; the first where only the old one had it."""
    if after.text:
        found = locate(after.text, at)
        return found.line, found.column
    return 1, 1


def sentence(change: Change, after: Version) -> str:
    """成交金额 原来是“…”，现在是“…”; personal data is covered."""
    hits = after.hits
    old, new = (None if one is None else masked(one, hits) for one in (change.old, change.new))
    old, new = (one or "空白" if one is not None else None for one in (old, new))
    if old is None:
        return f"{change.words} 原来没有，现在写了“{cut(new or '', SHOWN)}”"
    if new is None:
        return f"{change.words} 原来是“{cut(old, SHOWN)}”，现在没有了"
    if old == new:
        return f"{change.words}（{cut(old, SHOWN)}）的写法和原来不同"
    return f"{change.words} 原来是“{cut(old, SHOWN)}”，现在是“{cut(new, SHOWN)}”"


def masked(text: str, hits: Iterable[gate.Hit] = ()) -> str:
    """A value as anybody may see it: on one line, with nothing of a person."""
    return visible(gate.masked(text, hits))


def _names(fix: Fix, change: Change) -> bool:
    at = _INDEX.sub(r".\1", fix.at).removesuffix(f".{_ITSELF}")
    place = dotted(change.at).removesuffix(f".{_ITSELF}")
    if place != at and not place.startswith(f"{at}."):
        return False
    return all(any(_says(fix.was or "", form) for form in forms) for forms in change.forms)


def _says(was: str, form: str) -> bool:
    """Whether what was is told in one of the ways to write it; what is personal, as covered."""
    said, wanted = (_BETWEEN.sub("", one) for one in (was, form))
    if gate.MASK in was and gate.MASK in gate.masked(form):
        return True
    whole = rf"(?<![0-9A-Za-z.]){re.escape(wanted)}(?![0-9A-Za-z]|\.[0-9])"
    return bool(wanted) and re.search(whole, said) is not None
