"""The columns of a template: what a kind is usually asked, a column for each single value."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.intake.sheet.slot import Slot, slot_of
from generator.records.model import KINDS
from generator.records.usual import Usual, is_required, usual
from generator.records.usual import slot_of as field_of
from generator.records.walk import word_list
from generator.vocabulary import key_term, label

# A table has one row for each of these; a list within a list has no place in it.
MEMBERS = "panel.members"
# What only whoever sorts records writes, and what a table of its own would have to hold.
_NOT_ASKED = frozenset(
    {"bid_bond", "score_sheets", "scale", "overall.parts", "claims.upheld", "refers"}
)
# A role that a keeper chooses stands in its own column; here each role has columns of its own.
_ROLES = {"numbers": ("project", "plan", "contract"), "contacts": ("purchaser", "agency")}


class Asked(NamedTuple):
    """A column: what it is for, its heading, the question over it, an example, whether it is needed."""

    slot: Slot
    head: str
    ask: str
    example: Any
    needed: bool
    by: tuple[str, ...]


def asked(kind: str) -> tuple[Asked, ...]:
    """The columns of a kind, in the order of asking."""
    found: dict[str, Asked] = {}
    for row in usual(kind):
        if ".".join(row.path) not in _NOT_ASKED:
            for one in _of(kind, row):
                found.setdefault(one.slot.name, one)
    return tuple(found.values())


def _of(kind: str, row: Usual) -> Iterator[Asked]:
    example = row.example[0] if _is_rows(row.example) else row.example
    for slot, one in _leaves(kind, ".".join(row.path), example):
        head = _head(kind, slot)
        needed = is_required(kind, row.path) and is_required(kind, slot.path)
        yield Asked(slot, head, row.ask, one, needed, row.by)


def _is_rows(example: Any) -> bool:
    return isinstance(example, list) and bool(example) and isinstance(example[0], dict)


def _leaves(kind: str, path: str, example: Any) -> Iterator[tuple[Slot, Any]]:
    """The single values below a path, as the example has them."""
    slot = slot_of(kind, path)
    if slot.name == MEMBERS:
        yield slot, [example["name"]]
    elif slot.sort == "party" and slot.path[-1] != "printed":
        yield slot_of(kind, f"{path}.printed"), example["printed"]
        yield from _beside(kind, path, example)
    elif slot.sort == "part":
        yield from _inside(kind, path, example)
    else:
        yield slot, example


def _beside(kind: str, path: str, example: dict[str, Any]) -> Iterator[tuple[Slot, Any]]:
    for key, one in example.items():
        if key != "printed" and not isinstance(one, list):
            yield from _leaves(kind, f"{path}.{key}", one)


def _inside(kind: str, path: str, example: Any) -> Iterator[tuple[Slot, Any]]:
    if not isinstance(example, dict) or _is_nested(kind, path):
        return
    for role in _roles(path, example):
        for key, one in example.items():
            if _is_asked(path, key, one) and not (role and key == "role"):
                named = f"{path}[{role}].{key}" if role else f"{path}.{key}"
                yield from _leaves(kind, named, one)


def _is_asked(path: str, key: str, example: Any) -> bool:
    return not _is_rows(example) and f"{path}.{key}" not in _NOT_ASKED


def _roles(path: str, example: dict[str, Any]) -> Iterable[str]:
    """Whose columns stand side by side; the role that the example shows is one of them."""
    if path not in _ROLES:
        return ("",)
    return dict.fromkeys((*_ROLES[path], str(example["role"])))


def _is_nested(kind: str, path: str) -> bool:
    """Whether a path leads to a list of parts inside of another part."""
    slot = slot_of(kind, path)
    return len(slot.path) > 1 and slot.is_many


def _head(kind: str, slot: Slot) -> str:
    """成交（中标）供应商：地址 — the keys on the way, as pages call them."""
    model, said = KINDS[kind], []
    for key in slot.path:
        if key not in {"printed", "value"} or len(slot.path) == 1:
            said.append(key_term(key, model.__name__).label)
        model = field_of(model, key).part or model
    if slot.role:
        list_ = word_list(field_of(KINDS[kind], slot.path[0]).part or model, "role")
        assert list_
        said[0] = label(list_, slot.role)
    unit = "（元）" if slot.sort == "money" else ""
    return "：".join(dict.fromkeys(said)) + unit
