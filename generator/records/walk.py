"""Every value of a record with its path, by the shape of its model."""

from collections.abc import Iterator
from functools import cache, lru_cache
from inspect import get_annotations
from typing import Any, NamedTuple, TypeVar, get_args

from generator.records.model import KINDS
from generator.records.model.dates import Date
from generator.records.model.meaning import (
    Acts,
    AddsUp,
    Apart,
    Cost,
    Costs,
    Follows,
    Hundred,
    Mark,
    Nearness,
    Places,
    Tells,
)
from generator.records.model.notice import Notice
from generator.records.model.part import Part, Shows, Word
from generator.records.source import Path

OneMark = TypeVar("OneMark", bound=Mark)


class Slot(NamedTuple):
    """One field of a part: its attribute, its key in YAML, the part inside."""

    name: str
    key: str
    part: type[Part] | None


@cache
def slots(model: type[Part]) -> tuple[Slot, ...]:
    """The fields of a model in the order of its definition; what explains them comes last."""
    found = [
        Slot(name, field.alias or name, next(_parts_in(field.annotation), None))
        for name, field in model.model_fields.items()
    ]
    return tuple(sorted(found, key=lambda slot: slot.name == "note"))


def parts(model: type[Part]) -> Iterator[type[Part]]:
    """A model and all parts that it holds at any depth, each once, the nearest first."""
    found = [model]
    # The list grows while it is read.
    for part in found:
        yield part
        found += dict.fromkeys(
            slot.part for slot in slots(part) if slot.part and slot.part not in found
        )


@cache
def date_slots(model: type[Part]) -> tuple[Slot, ...]:
    """The fields at the top level of a model that hold a date."""
    return tuple(
        slot for slot in slots(model) if Date in _types_in(model.model_fields[slot.name].annotation)
    )


@cache
def marked(model: type[Part], mark: type[OneMark]) -> tuple[tuple[Slot, OneMark], ...]:
    """The fields of a model that bear a mark of this class, each with it."""
    return tuple(
        (slot, one)
        for slot in slots(model)
        for one in marks(model, slot.name)
        if isinstance(one, mark)
    )


@cache
def keys(*wanted: Mark) -> frozenset[str]:
    """Every key that bears one of these very marks, anywhere in a record of any kind."""
    return frozenset(
        model.model_fields[name].alias or name
        for model, name in declared()
        if not {*wanted}.isdisjoint(one for one in marks(model, name) if isinstance(one, Mark))
    )


@cache
def declared() -> tuple[tuple[type[Part], str], ...]:
    """Every field of every model, once: what all notices may state in the class above them."""
    models = dict.fromkeys(
        one for part in _every_part() for one in part.__mro__ if issubclass(one, Part)
    )
    return tuple(
        (model, name)
        for model in models
        for name in get_annotations(model)
        if name in model.model_fields
    )


@cache
def apart(model: type[Part]) -> frozenset[str]:
    """The keys that a page shows at its head, or not at all."""
    return frozenset(slot.key for slot, _ in marked(model, Apart))


@cache
def placing(model: type[Part]) -> tuple[str, ...]:
    """The fields that may place a notice in time, the nearest to its own day first."""
    nearest = get_args(Nearness)
    found = sorted(marked(model, Places), key=lambda one: nearest.index(one[1].by))
    return tuple(slot.name for slot, _ in found)


@cache
def orders(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of which the first is not after the second."""
    return tuple((key, slot.name) for slot, one in marked(model, Follows) for key in one.keys)


@cache
def adding(model: type[Part]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The lists of which a column adds up, that column, and the keys that may state its sum."""
    wholes = sums("settled", "planned")
    found = sorted(marked(model, AddsUp), key=lambda one: one[0].name)
    return tuple((slot.name, one.column, one.wholes or wholes) for slot, one in found)


@cache
def sharing(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """The lists whose shares are a hundred together, and their column."""
    return tuple((slot.name, one.column) for slot, one in marked(model, Hundred))


@cache
def acting(who: type[Part]) -> frozenset[str]:
    """Every key under which somebody acts in a role of their own, described by this part."""
    return frozenset(
        model.model_fields[name].alias or name
        for model, name in declared()
        if any(isinstance(one, Acts) and one.role != "aside" for one in marks(model, name))
        and any(isinstance(one, type) and issubclass(one, who) for one in types_in(model, name))
    )


@cache
def listing(part: type[Part]) -> tuple[str, ...]:
    """The fields of notices that list rows of this part."""
    found = (
        name
        for model, name in declared()
        if issubclass(model, Notice) and (part, ...) in map(get_args, types_in(model, name))
    )
    return tuple(dict.fromkeys(found))


@cache
def sums(*whats: Cost) -> tuple[str, ...]:
    """The sums of notices that stand for these, in the order asked for."""
    found = [
        (whats.index(one.what), name)
        for model, name in declared()
        if issubclass(model, Notice)
        for one in marks(model, name)
        if isinstance(one, Costs) and one.what in whats
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(found, key=lambda one: one[0])))


@cache
def telling(what: Tells) -> tuple[str, ...]:
    """The kinds that tell something, in the order of the model."""
    return tuple(kind for kind, model in KINDS.items() if what in getattr(model, "tells", ()))


@cache
def _every_part() -> tuple[type[Part], ...]:
    """Every model that a record of any kind is made of, the kinds first."""
    inside = (part for model in KINDS.values() for part in parts(model))
    return tuple(dict.fromkeys((*KINDS.values(), *inside)))


@cache
def marks(model: type[Part], name: str) -> tuple[Any, ...]:
    """All that stands beside the type of a field, or inside of it."""
    field = model.model_fields[name]
    return (*field.metadata, *_metadata_in(field.annotation))


def word_list(model: type[Part], name: str) -> str | None:
    """The list of `vocabulary.yml` that the words of a field come from."""
    return next((one.list for one in marks(model, name) if isinstance(one, Word)), None)


@cache
def shows(model: type[Part], name: str) -> frozenset[str]:
    """What a field may show that others may not."""
    return frozenset(one.what for one in marks(model, name) if isinstance(one, Shows))


def types_in(model: type[Part], name: str) -> set[Any]:
    """The types that the values of a field may have."""
    return set(_types_in(model.model_fields[name].annotation))


@cache
def is_many(model: type[Part], name: str) -> bool:
    """Whether a field holds any number of values, of which a record may write one alone."""
    return any(get_args(one)[1:] == (...,) for one in types_in(model, name))


def _metadata_in(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _metadata_in(inner)


def _types_in(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _types_in(inner)


def given(part: Part, name: str, default: Any = None) -> Any:
    """A field of a part; the default where its model has none. Many times faster than asking it."""
    return part.__dict__.get(name, default)


def values(part: Part, wanted: frozenset[str]) -> list[tuple[Path, Any]]:
    """Path and value of every field whose key is wanted, at any depth."""
    found: list[tuple[Path, Any]] = []
    _gather(part, wanted, (), found)
    return found


def _gather(part: Part, wanted: frozenset[str], path: Path, found: list[tuple[Path, Any]]) -> None:
    held = part.__dict__
    # Few of the fields of a notice are stated, and most notices of a kind state the same.
    for name, key, is_wanted, leads in _stated(
        part.__class__, wanted, frozenset(part.__pydantic_fields_set__)
    ):
        value = held[name]
        # Asked by its class: a model compares itself field by field.
        if value is None or (value.__class__ is tuple and not value):
            continue
        at = (*path, key)
        if is_wanted:
            found.append((at, value))
        if leads:
            _enter(value, wanted, at, found)


def _enter(value: Any, wanted: frozenset[str], path: Path, found: list[tuple[Path, Any]]) -> None:
    # To ask whether something is a model is dear where it is none.
    if value.__class__ is tuple:
        for i, one in enumerate(value):
            _enter(one, wanted, (*path, i), found)
    elif isinstance(value, Part):
        _gather(value, wanted, path, found)


@lru_cache(maxsize=4096)
def _stated(
    model: type[Part], wanted: frozenset[str], names: frozenset[str]
) -> tuple[tuple[str, str, bool, bool], ...]:
    return tuple(one for one in _leading(model, wanted) if one[0] in names)


@cache
def _leading(model: type[Part], wanted: frozenset[str]) -> tuple[tuple[str, str, bool, bool], ...]:
    """The fields on the way: attribute, key, whether it is wanted itself, whether one is inside."""
    return tuple(
        (slot.name, slot.key, is_wanted, leads)
        for slot in slots(model)
        for is_wanted in (slot.key in wanted,)
        for leads in (slot.part is not None and _reaches(slot.part, wanted, frozenset({model})),)
        if is_wanted or leads
    )


def _reaches(model: type[Part], wanted: frozenset[str], seen: frozenset[type[Part]]) -> bool:
    if model in seen:
        return False
    return any(
        slot.key in wanted
        or (slot.part is not None and _reaches(slot.part, wanted, seen | {model}))
        for slot in slots(model)
    )


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    for one in _types_in(annotation):
        if isinstance(one, type) and issubclass(one, Part):
            yield one
