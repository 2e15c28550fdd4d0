"""The table of a kind in two halves: what its form shows at first, and whatever else it may state.

The second half is loaded when somebody asks for another key; it holds its parts and lists whole.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from generator.intake import compiled

# What the form asks in one box, see `content/assets/submit-nodes.js`; it may write any key of these.
_BOXED = frozenset({"Money", "Quantity", "Score", "Grade", "Point"})
# What the page sets by itself.
_OWN = {"": ("fictional", "portal", "begins"), "source": ("absent", "silent_on", "recorded")}
_LEFT_OUT = frozenset({"kind", "portal", "fictional", "note", "budget_by_year", "between", "of"})
_FIRST_KEYS = 4
_FIELD = re.compile(r"(\S{1,200}) (!?)\??[*2]?([a-z=])([^~ :]*)")

Table = Mapping[str, Any]


class Halves(NamedTuple):
    """Two tables; put over the first, the second makes it whole."""

    first: dict[str, Any]
    rest: dict[str, Any]


class _Field(NamedTuple):
    key: str
    is_needed: bool
    sort: str
    of: str

    @property
    def part(self) -> str:
        """The part that stands behind the key."""
        return self.of if self.sort in "ply" else ""


def halves(kind: str, rows: list[dict[str, Any]], looked: Collection[str]) -> Halves:
    """Both halves for the form whose questions are `rows`, as `pages/submit.py` makes them.

    `looked` are the items that a notice of the kind may be said not to state.
    """
    whole = compiled.table(kind)
    shown: dict[str, set[str]] = {}
    _show(whole, {row["path"]: row for row in rows}, whole["kinds"][kind], "", shown)
    parts = {name: _only(part, _kept(whole, name, shown)) for name, part in whole["parts"].items()}
    parts = {name: part for name, part in parts.items() if part.get("of") or "is" in part}
    words = {name: whole["words"][name] for name in sorted(_lists(parts))}
    if "absent" in words:
        words["absent"] = [one for one in words["absent"] if one == "all" or one in looked]
    first = {**whole, "parts": parts, "words": words}
    rest = {key: _beside(whole[key], first[key]) for key in ("parts", "words")}
    return Halves(first, rest)


def _beside(whole: Table, first: Table) -> dict[str, Any]:
    return {name: one for name, one in whole.items() if first.get(name) != one}


def _fields(table: Table, name: str) -> list[_Field]:
    """The fields of a part, those that it is built on first."""
    part = table["parts"][name]
    own = (found.groups() for one in part["of"].split(";") if (found := _FIELD.match(one)))
    told = [_Field(key, bool(needed), sort, of) for key, needed, sort, of in own]
    return [*(one for base in part.get("is", ()) for one in _fields(table, base)), *told]


def _show(
    table: Table, rows: Mapping[str, Any], name: str, path: str, shown: dict[str, set[str]]
) -> None:
    """Which keys of which parts the form shows at first, from one place on."""
    keys = set(_keys(table, rows, name, path)) | set(_OWN.get(path, ()))
    shown.setdefault(name, set()).update(keys)
    for field in _fields(table, name):
        inside = field.part
        if not inside or field.key not in keys:
            continue
        if inside in _BOXED or field.key == "portal":
            _all(table, inside, shown)
        else:
            _show(table, rows, inside, f"{path}.{field.key}" if path else field.key, shown)


def _all(table: Table, name: str, shown: dict[str, set[str]]) -> None:
    """A part with all that stands in it."""
    fields = _fields(table, name)
    if shown.get(name) == (keys := {one.key for one in fields}):
        return
    shown[name] = keys
    for inside in filter(None, (one.part for one in fields)):
        _all(table, inside, shown)


def _keys(table: Table, rows: Mapping[str, Any], name: str, path: str) -> Iterator[str]:
    """As the form chooses them: what is asked, else what must be, else the first few."""
    fields, start = _fields(table, name), f"{path}." if path else ""
    usual = [one.key for one in fields if one.is_needed]
    usual += rows.get(path, {}).get("in", [])
    usual += [one.removeprefix(start).split(".")[0] for one in rows if one.startswith(start)]
    if usual:
        yield from usual
    elif table["parts"][name].get("needs"):
        yield "printed"
    else:
        asked = (one.key for one in fields if one.key not in _LEFT_OUT and one.sort not in "=y")
        yield from list(asked)[:_FIRST_KEYS]


def _kept(table: Table, name: str, shown: Mapping[str, set[str]]) -> set[str]:
    """The keys of a part that are shown where it stands, or where others are built on it."""
    heirs = (one for one, part in table["parts"].items() if name in part.get("is", ()))
    return shown.get(name, set()).union(*(_kept(table, one, shown) for one in heirs))


def _only(part: Table, keys: set[str]) -> dict[str, Any]:
    fields = (one for one in part["of"].split(";") if one.split(" ")[0] in keys)
    return {**part, "of": ";".join(fields)}


def _lists(parts: Table) -> Iterator[str]:
    texts = (one for part in parts.values() for one in part["of"].split(";") if one)
    found = (_FIELD.match(one) for one in texts)
    return (one[4] for one in found if one and one[3] in "wh")
