"""Notices of every kind that state all that a record can hold, for whatever must not break on any key."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from generator.records.model import NOTICE_KINDS
from generator.records.model.part import Part
from generator.records.samples import sample
from generator.records.source import read
from generator.records.walk import Slot, is_many, slots
from generator.vocabulary import example

# Said by who writes the record; what is withdrawn or grouped otherwise shows nothing else.
_ASIDE = frozenset({"kind", "title", "source", "portal", "note", "begins", "refers", "procedure"})
_DEEP = 3


def whole(kind: str) -> dict[str, Any]:
    """A notice with every key that can stand beside the others, parts filled up as well."""
    model = NOTICE_KINDS[kind]
    held: dict[str, Any] = {
        "kind": kind,
        "title": "公告",
        "source": {"tier": "original", "extent": "full"},
    }
    for slot, value in _values(model, _DEEP):
        if slot.key not in _ASIDE and _accepts(model, held | {slot.key: value}):
            held[slot.key] = value
    return held


def _values(model: type[Part], deep: int) -> Iterator[tuple[Slot, Any]]:
    """Each key with values for it: filled up, then the plain example."""
    for slot in slots(model):
        if slot.part and deep:
            filled = _filled(slot.part, deep - 1)
            yield slot, [filled, filled] if is_many(model, slot.name) else filled
        yield slot, read(f"x: {sample(model, slot)}")["x"]


def _filled(part: type[Part], deep: int) -> dict[str, Any]:
    held: dict[str, Any] = dict(read(f"x: {example(part.__name__).partition(' 或 ')[0]}")["x"])
    for slot, value in _values(part, deep):
        if slot.key not in held and _accepts(part, held | {slot.key: value}):
            held[slot.key] = value
    return held


def _accepts(model: type[Part], given: dict[str, Any]) -> bool:
    try:
        return bool(model.model_validate(given))
    except ValidationError:
        return False
