"""A record as a tree of values that two versions can be compared by, without what is ours (`portal`).

What stands in words on one line (a sum, a term, a score) is one value. Formatting, order of
keys, quotes and the number of zeros behind a point leave no trace here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.publish.words.cells import WORDED
from generator.records.annotation import Annotation, Annotations, WrongAnnotation, split
from generator.records.model import KINDS
from generator.records.model.dates import Date
from generator.records.model.part import Part
from generator.records.model.portal import Portal
from generator.records.privacy import gate
from generator.records.reading import Filed, read_record
from generator.records.source import Path, Refused, guard, read
from generator.records.walk import slots, word_list
from generator.vocabulary import key_term, key_terms, label, words

_ALL = frozenset(KINDS)
_OURS = "portal"
_STATED = frozenset({None, "stated"})

# How a value is known: basis, note, what is printed, whether it is covered.
Said = tuple[str, str, str, bool]
_PLAIN: Said = ("", "", "", False)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: in words, as it is compared, and each way somebody may write it."""

    text: str
    value: Any
    forms: tuple[str, ...]
    said: Said = _PLAIN


@dataclass(frozen=True, slots=True)
class Group:
    """Values under their keys, each with the Chinese label of its key."""

    inside: "Mapping[str, tuple[str, Node]]"
    said: Said = _PLAIN


@dataclass(frozen=True, slots=True)
class Rows:
    """A list: what is written alone where a list may stand is a list of one."""

    items: "tuple[Node, ...]"
    said: Said = _PLAIN


Node = Leaf | Group | Rows
_NOTHING = Leaf("", None, ())


class Version(NamedTuple):
    """One state of a file. `filed` where today's model reads it, `document` where YAML does.

    `hits` is what the privacy gate sees in it; nothing of that may be shown again.
    """

    filed: Filed | None
    document: dict[str, Any] | None
    annotations: Annotations
    hits: tuple[gate.Hit, ...]
    text: str = ""

    @property
    def portal(self) -> Portal:
        """What the portal says of the record; empty where it says nothing that can be read."""
        if self.filed:
            return self.filed.record.portal or Portal()
        try:
            return Portal.model_validate((self.document or {}).get(_OURS) or {})
        except ValidationError:
            return Portal()

    @property
    def extent(self) -> str:
        """How much of the page was seen, as the record says it."""
        if self.filed:
            return str(self.filed.record.source.extent)
        source = (self.document or {}).get("source")
        return str(source.get("extent") or "") if isinstance(source, dict) else ""


def version(path: str, raw: bytes) -> Version:
    """What a file held: by the model if it can be, else as plain YAML, else nothing."""
    stem = path.rpartition("/")[2].removesuffix(".yml")
    held = read_record(path, stem, raw, _ALL)
    if held.filed:
        return Version(held.filed, None, held.filed.annotations, held.hits, held.text)
    hits = held.hits or gate.look(raw)
    try:
        text = guard(raw)
        return Version(None, *split(text, read(text)), hits, text)
    except (Refused, WrongAnnotation):
        return Version(None, None, {}, hits)


def trees(path: str, old: bytes, new: bytes) -> tuple[Version, Version, Group, Group] | None:
    """Both versions and what they hold, told in the same way; None where one cannot be read."""
    before, after = version(path, old), version(path, new)
    if before.filed and after.filed:
        return before, after, _of_record(before.filed), _of_record(after.filed)
    plain = [_as_document(one, raw) for one, raw in ((before, old), (after, new))]
    if plain[0] is None or plain[1] is None:
        return None
    return before, after, plain[0], plain[1]


def of_version(one: Version) -> Group:
    """What a version holds; empty where nothing can be read."""
    if one.filed:
        return _of_record(one.filed)
    return _of_document(one.document, one.annotations) if one.document else Group({})


def _as_document(one: Version, raw: bytes) -> Group | None:
    """A file as plain YAML, whatever the model thinks of it."""
    if one.document is not None:
        return _of_document(one.document, one.annotations)
    if one.filed is None:
        return None
    text = guard(raw)
    return _of_document(*split(text, read(text)))


def spoken(node: Node) -> str:
    """A value in words: of several each with its label."""
    match node:
        case Leaf():
            return node.text
        case Rows():
            return "；".join(filter(None, map(spoken, node.items)))
        case Group():
            told = ((name, spoken(one)) for name, one in node.inside.values())
            return "，".join(f"{name} {said}" for name, said in told if said)


def leaves(node: Node) -> Iterator[Leaf]:
    """All values of a node."""
    match node:
        case Leaf():
            yield node
        case Rows():
            for one in node.items:
                yield from leaves(one)
        case Group():
            for _, one in node.inside.values():
                yield from leaves(one)


def _of_record(filed: Filed) -> Group:
    group = _group(filed.record, filed.annotations, ())
    return Group({key: one for key, one in group.inside.items() if key != _OURS})


def _group(part: Part, said: Annotations, at: Path) -> Group:
    found, stated = {}, part.model_fields_set
    for name, key, called, list_ in _fields(type(part)):
        if name not in stated:
            continue
        value, here = part.__dict__[name], (*at, key)
        if (value is not None and value.__class__ is not tuple) or value or here in said:
            found[key] = called, _node(value, said, here, list_)
    return Group(found, _known(said.get(at)))


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, str, str, str | None], ...]:
    """Of each field its attribute, its key, what the key is called, the list of its words."""
    return tuple(
        (one.name, one.key, key_term(one.key, model.__name__).label, word_list(model, one.name))
        for one in slots(model)
    )


def _node(value: Any, said: Annotations, at: Path, list_: str | None) -> Node:
    known = _known(said.get(at))
    if isinstance(value, tuple):
        return Rows(tuple(_node(one, said, (*at, i), list_) for i, one in enumerate(value)), known)
    if isinstance(value, Part) and type(value) not in WORDED:
        return _group(value, said, at)
    if isinstance(value, Part):
        inner = [
            _known(one) for path, one in sorted(said.items(), key=str) if path[: len(at)] == at
        ]
        known = inner[0] if len(inner) == 1 else (str(inner) if inner else "", *_PLAIN[1:])
    return _leaf(value, list_, known)


def _leaf(value: Any, list_: str | None, known: Said) -> Leaf:
    text = _text(value, list_)
    forms = dict.fromkeys((text, *_forms(value), known[2]))
    return Leaf(text, value, tuple(filter(None, forms)), known)


def _text(value: Any, list_: str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if list_ and value in words(list_):
        return label(list_, value)
    return WORDED.get(type(value), str)(value)


def _forms(value: Any) -> Iterator[str]:
    if isinstance(value, Decimal):
        yield format(value.normalize(), "f")
    elif isinstance(value, Date):
        yield value.text
    elif isinstance(value, Part):
        for one in value.__dict__.values():
            yield from _forms(one)
    elif value is not None:
        yield str(value)


def _known(one: Annotation | None) -> Said:
    """How a value is known; that it is stated goes without saying."""
    if one is None:
        return _PLAIN
    basis = "" if one.basis in _STATED else one.basis or ""
    return basis, one.note or "", one.printed or "", one.masked


def _of_document(document: dict[str, Any], said: Annotations) -> Group:
    kept = {key: value for key, value in document.items() if key != _OURS}
    group = _plain(kept, said, ())
    assert isinstance(group, Group)
    return group


def _plain(value: Any, said: Annotations, at: Path) -> Node:
    known = _known(said.get(at))
    if isinstance(value, dict):
        inside = {
            str(key): (_called(str(key)), _plain(one, said, (*at, key)))
            for key, one in value.items()
        }
        return Group(inside, known)
    if isinstance(value, list):
        # One alone and a list of one say the same.
        if len(value) == 1:
            return _plain(value[0], said, at)
        return Rows(tuple(_plain(one, said, (*at, i)) for i, one in enumerate(value)), known)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = Decimal(repr(value))
    return _leaf(value, None, known)


def _called(key: str) -> str:
    return key_term(key).label if key in key_terms() else key
