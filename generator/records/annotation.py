"""What a record says about a value: `{value, basis, note, printed}`.

Any value may be written as such a mapping. Here the value goes to the model
and the rest beside it, under the path of the value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.records.quoting import quoted
from generator.records.source import Path

_AROUND = frozenset({"value", "basis", "note", "printed"})
BASES = frozenset({"stated", "inferred", "reprint"})


@dataclass(frozen=True, slots=True)
class Annotation:
    """How a value is known. `basis` is None where the record does not say."""

    basis: str | None = None
    note: str | None = None
    printed: str | None = None


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
    beside = "basis" in text or ("value" in text and ("note" in text or "printed" in text))
    if not beside:
        return document, {}
    annotations: dict[Path, Annotation] = {}
    return _inside(document, (), annotations), annotations


def _inside(given: Any, path: Path, annotations: dict[Path, Annotation]) -> Any:
    """The same list or mapping, or a copy where something in it was annotated."""
    plain = given
    for key, value in given.items() if isinstance(given, dict) else enumerate(given):
        if not isinstance(value, dict | list):
            continue
        new = _plain(value, (*path, key), annotations)
        if new is not value:
            plain = given.copy() if plain is given else plain
            plain[key] = new
    return plain


def _plain(given: Any, path: Path, annotations: dict[Path, Annotation]) -> Any:
    if not isinstance(given, dict):
        return _inside(given, path, annotations) if isinstance(given, list) else given
    wraps = "value" in given and given.keys() <= _AROUND and len(given) > 1
    if wraps or "basis" in given:
        annotations[path] = _annotation(given, path, wraps)
        given = {key: value for key, value in given.items() if key not in {"basis", "note"}}
        if wraps:
            return _plain(given["value"], path, annotations)
    return _inside(given, path, annotations)


def _annotation(given: dict[str, Any], path: Path, wraps: bool) -> Annotation:
    basis, note, printed = given.get("basis"), given.get("note"), given.get("printed")
    if basis is not None and not (isinstance(basis, str) and basis in BASES):
        raise WrongAnnotation(
            (*path, "basis"),
            f"写的是 {quoted(basis)}；请写 stated（载明）、inferred（推断）或 reprint（转载所示）",
        )
    for key, text in (("note", note), ("printed", printed)):
        if text is not None and not isinstance(text, str):
            raise WrongAnnotation((*path, key), f"写的是 {quoted(text)}；这里要写文字，请加引号")
    return Annotation(basis, note, printed if wraps else None)
