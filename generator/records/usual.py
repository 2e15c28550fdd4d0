"""What a record usually states, kind by kind, in the order of asking. Reads `usual.yml`."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.records.model import KINDS, NOTICE_KINDS
from generator.records.model.part import Part
from generator.records.source import guard, read
from generator.records.walk import Slot, is_many, slots

_FILE = Path(__file__).parent.parent / "usual.yml"


class Usual(NamedTuple):
    """One question: the keys that lead to its answer, and an example that the reader takes.

    `by` are articles that want it or count from it, `rules` look whether it is stated,
    `absent` says what silence means where none does.
    """

    path: tuple[str, ...]
    ask: str
    example: Any
    by: tuple[str, ...]
    rules: tuple[str, ...]
    absent: str

    @property
    def head(self) -> str:
        """The key at the top of the record."""
        return self.path[0]


@cache
def usual(kind: str) -> tuple[Usual, ...]:
    """The rows of a kind: what is asked of every notice stands before and behind its own."""
    if kind not in NOTICE_KINDS:
        return own(kind)
    asked = {row.path for row in own(kind)}
    last = (row for row in _rows(_document()["common"]) if row.path not in asked)
    return (*_rows(_document()["notices"]), *own(kind), *last)


@cache
def own(kind: str) -> tuple[Usual, ...]:
    """What is asked of this kind beside what is asked of every notice."""
    return tuple(_rows(_document()["kinds"][kind]))


def looked_for(kind: str) -> Mapping[str, tuple[str, ...]]:
    """What a whole notice of this kind may be said not to state, each with its methods; none: any."""
    given: Mapping[str, list[str]] = _document()["looked_for"].get(kind, {})
    return {item: tuple(methods) for item, methods in given.items()}


def by_head(kind: str, also: Iterable[str] = ()) -> Mapping[str, tuple[Usual, ...]]:
    """The rows under each key of a record, in the order of their first; `also` shared ones."""
    found: dict[str, tuple[Usual, ...]] = {}
    for row in usual(kind):
        found[row.head] = (*found.get(row.head, ()), row)
    return {**{key: tuple(_rows([key])) for key in also}, **found}


def is_required(kind: str, path: tuple[str, ...], wanted: Collection[str] = ()) -> bool:
    """Whether the reader refuses a record of this kind without it.

    `wanted` are keys at the top that it cannot do without where it stands.
    """
    model: type[Part] | None = KINDS[kind]
    for depth, key in enumerate(path):
        assert model
        slot = slot_of(model, key)
        is_wanted = not depth and key in wanted
        if not is_wanted and not model.model_fields[slot.name].is_required():
            return False
        model = slot.part
    return True


def slot_of(model: type[Part], key: str) -> Slot:
    """The field of a part that a key names. Raises KeyError."""
    return {slot.key: slot for slot in slots(model)}[key]


def composed(kind: str, rows: Iterable[Usual]) -> dict[str, Any]:
    """What the examples of some rows say together; what may be a list is one."""
    document: dict[str, Any] = {}
    for row in rows:
        _put(document, KINDS[kind], row.path, row.example)
    return document


def _put(into: dict[str, Any], model: type[Part], path: tuple[str, ...], example: Any) -> None:
    key, *rest = path
    slot = slot_of(model, key)
    many = is_many(model, slot.name)
    if not rest:
        into[key] = _listed(example) if many else example
        return
    assert slot.part
    held = into.get(key, [{}] if many else {})
    # The example of a row above, copied: it must not change for whoever asks next.
    inside = dict(held[0] if many else held)
    _put(inside, slot.part, tuple(rest), example)
    into[key] = [inside] if many else inside


def _listed(example: Any) -> list[Any]:
    return example if isinstance(example, list) else [example]


def _rows(given: Iterable[Any]) -> Iterator[Usual]:
    shared = {one["path"]: one for one in _document()["shared"]}
    for one in given:
        yield _usual(shared[one] if isinstance(one, str) else one)


def _usual(given: Mapping[str, Any]) -> Usual:
    return Usual(
        tuple(given["path"].split(".")),
        given["ask"],
        given["example"],
        tuple(given.get("by", ())),
        tuple(given.get("rules", ())),
        given.get("absent", ""),
    )


@cache
def _document() -> Mapping[str, Any]:
    # Ours, as the law is; a test holds that nothing in it is more than data.
    return read(guard(_FILE.read_bytes()))
