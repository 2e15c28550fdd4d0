"""What a record says about a value: `{value, basis, note, printed, masked}`.

Any value may be written as such a mapping. Here the value goes to the model
and the rest beside it, under the path of the value. What is a mapping itself
has its `note` among its own keys, and only its `basis` is taken out.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from generator.records.model.part import Part
from generator.records.quoting import quoted
from generator.records.source import Path
from generator.records.walk import is_many, slots

_AROUND = frozenset({"value", "basis", "note", "printed", "masked"})
BASES = frozenset({"stated", "inferred", "reprint"})


@dataclass(frozen=True, slots=True)
class Annotation:
    """How a value is known. `basis` is None where the record does not say.

    `masked` where the page that was read covers what the notice says.
    """

    basis: str | None = None
    note: str | None = None
    printed: str | None = None
    masked: bool = False


Annotations = Mapping[Path, Annotation]


class WrongAnnotation(Exception):
    """An annotation of the wrong shape, at `path`."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.sentence = sentence


def split(text: str, document: dict[str, Any]) -> tuple[dict[str, Any], Annotations]:
    """The document with plain values, and the annotations beside it.

    Raises WrongAnnotation.
    """
    # However the key is written, quoted or with a space before its colon, its letters are there.
    wrapped = "value" in text and any(key in text for key in ("note", "printed", "masked"))
    if not (wrapped or "basis" in text or "budget_by_year" in text):
        return document, {}
    if not _says_more(document):
        return document, {}
    annotations: dict[Path, Annotation] = {}
    return _inside(document, (), annotations), annotations


def _says_more(given: Any) -> bool:
    """Whether any mapping inside says more of a value than the value; looks at no place."""
    for value in given.values() if given.__class__ is dict else given:
        kind = value.__class__
        if kind is dict:
            if "basis" in value or _wraps(value) or ("note" in value and any(map(_is_year, value))):
                return True
            if _says_more(value):
                return True
        elif kind is list and _says_more(value):
            return True
    return False


def _wraps(given: dict[Any, Any]) -> bool:
    return "value" in given and given.keys() <= _AROUND and len(given) > 1


def listed(model: type[Part], annotations: Annotations) -> Annotations:
    """The same with the places of items written alone: what stands in place of a list is its first."""
    return {tuple(_steps(model, path)): said for path, said in annotations.items()}


def _steps(model: type[Part] | None, path: Path) -> Iterator[str | int]:
    for step, after in zip(path, (*path[1:], 0), strict=True):
        yield step
        if isinstance(step, str) and model:
            slot = next((one for one in slots(model) if one.key == step), None)
            if slot and isinstance(after, str) and is_many(model, slot.name):
                yield 0
            model = slot.part if slot else None


def _inside(given: Any, path: Path, annotations: dict[Path, Annotation]) -> Any:
    """The same list or mapping, or a copy where something in it was annotated."""
    plain = given
    pairs = given.items() if isinstance(given, dict) else enumerate(given)
    for place, (key, value) in enumerate(pairs):
        # What a reader of YAML gives is a dict or a list itself, and mostly text.
        kind = value.__class__
        if (kind is not dict and kind is not list) or (key == "kind" and not path):
            continue
        # Sums by year become a list: their paths count as its do.
        step = place if _is_year(key) else key
        new = _plain(value, (*path, step), annotations)
        if new is not value:
            plain = given.copy() if plain is given else plain
            plain[key] = new
    return plain


def _plain(given: Any, path: Path, annotations: dict[Path, Annotation]) -> Any:
    if not isinstance(given, dict):
        return _inside(given, path, annotations) if isinstance(given, list) else given
    wraps = _wraps(given)
    # What is no part but a mapping of years has no key of its own for a note.
    taken = {"basis", "note"} if "note" in given and any(map(_is_year, given)) else {"basis"}
    if not wraps and taken.isdisjoint(given):
        return _inside(given, path, annotations)
    said = _annotation(given, path, _AROUND if wraps else taken)
    plain = given["value"] if wraps else {k: v for k, v in given.items() if k not in taken}
    plain = _plain(plain, path, annotations) if wraps else _inside(plain, path, annotations)
    annotations[path] = _both(said, annotations.get(path))
    return plain


def _is_year(key: Any) -> bool:
    """Whether a key is a year, or a place in a list; in quotes a year is one too."""
    return isinstance(key, int) or (isinstance(key, str) and len(key) == 4 and key.isdigit())


def _both(outer: Annotation, inner: Annotation | None) -> Annotation:
    """What is said twice about one value; of two that differ, what stands nearer to it."""
    if inner is None:
        return outer
    notes = dict.fromkeys(one for one in (inner.note, outer.note) if one)
    return Annotation(
        inner.basis or outer.basis,
        "；".join(notes) or None,
        inner.printed or outer.printed,
        inner.masked or outer.masked,
    )


def _annotation(given: dict[str, Any], path: Path, taken: Set[str]) -> Annotation:
    said = {key: given.get(key) for key in taken}
    basis, masked = said.get("basis"), said.get("masked")
    for key in given.keys() & (taken - {"value"}):
        if given[key] is None:
            raise WrongAnnotation((*path, key), f"{key} 后面没有写值；没有内容时请删去这一行")
    if basis is not None and not (isinstance(basis, str) and basis in BASES):
        raise WrongAnnotation(
            (*path, "basis"),
            f"写的是 {quoted(basis)}；请写 stated（载明）、inferred（推断）或 reprint（转载所示）",
        )
    if masked is not None and not isinstance(masked, bool):
        raise WrongAnnotation(
            (*path, "masked"), f"写的是 {quoted(masked)}；请写 true（是）或 false（否）"
        )
    for key in ("note", "printed"):
        if (text := said.get(key)) is not None and not isinstance(text, str):
            raise WrongAnnotation((*path, key), f"写的是 {quoted(text)}；这里要写文字，请加引号")
        if text is not None and not text.strip():
            raise WrongAnnotation((*path, key), "写的是空白；没有内容时请删去这一行")
    return Annotation(basis, said.get("note"), said.get("printed"), bool(masked))
