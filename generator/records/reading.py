"""From the bytes of one file to one record, or to findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.records.annotation import Annotation, Annotations, WrongAnnotation, split
from generator.records.finding import Finding
from generator.records.model import KINDS
from generator.records.model.part import Part
from generator.records.source import Path, Place, Refused, guard, locate, read
from generator.records.walk import slots
from generator.vocabulary import key_terms, label

_NOTHING = Annotation()


@dataclass(frozen=True, slots=True)
class Filed:
    """A record with the file it stands in; `path` counts from the repository."""

    path: str
    stem: str
    record: Any
    annotations: Annotations

    def annotation(self, *path: str | int) -> Annotation:
        """What the record says about the value at `path`."""
        return self.annotations.get(path, _NOTHING)

    def is_stated(self, *path: str | int) -> bool:
        """Whether the notice states the value itself: not inferred, not reprinted."""
        return self.annotation(*path).basis in {None, "stated"}


@dataclass(frozen=True, slots=True)
class Read:
    """One file as read: the record, or why there is none."""

    filed: Filed | None
    findings: tuple[Finding, ...]
    text: str = ""

    def finding(self, id: str, path: Path, sentence: str, *, key: bool = False) -> Finding:
        """A further finding about a place in this file."""
        assert self.filed
        return _found(self.filed.path, self.text, id, path, sentence, key=key)


def read_record(path: str, stem: str, raw: bytes, kinds: frozenset[str]) -> Read:
    """The record in a file whose kind is one of `kinds`; all findings at once."""
    try:
        text = guard(raw)
        document, annotations = split(text, read(text))
    except Refused as refused:
        place = refused.place
        return Read(None, (Finding(path, place.line, place.column, refused.id, refused.sentence),))
    except WrongAnnotation as wrong:
        return Read(None, (_found(path, text, "RC-6", wrong.path, wrong.sentence),))
    model = _model(document.get("kind"), kinds)
    if model is None:
        return Read(None, (_wrong_kind(path, text, document.get("kind"), kinds),))
    try:
        record = model.model_validate(document)
    except ValidationError as error:
        return Read(None, tuple(_explained(path, text, model, document, error)))
    return Read(Filed(path, stem, record, annotations), (), text)


def _model(kind: Any, kinds: frozenset[str]) -> type[Part] | None:
    return KINDS[kind] if isinstance(kind, str) and kind in kinds else None


def _wrong_kind(path: str, text: str, kind: Any, kinds: frozenset[str]) -> Finding:
    choices = "、".join(f"{key}（{label('kind', key)}）" for key in KINDS if key in kinds)
    if kind is None:
        return _found(
            path, text, "RC-5", ("kind",), f"没有写 kind（种类）；请写其中一种：{choices}"
        )
    return _found(path, text, "RC-7", ("kind",), f"kind 写的是 ‘{kind}’；这个位置只能放：{choices}")


def _found(path: str, text: str, id: str, at: Path, sentence: str, *, key: bool = False) -> Finding:
    place = locate(text, at, key=key) if text else Place(1, 1)
    return Finding(path, place.line, place.column, id, sentence)


def _explained(
    path: str, text: str, model: type[Part], document: dict[str, Any], error: ValidationError
) -> Iterator[Finding]:
    for detail in error.errors(include_url=False):
        at = tuple(detail["loc"])
        if detail["type"] != "missing":
            at = _written(document, at)
        match detail["type"]:
            case "extra_forbidden":
                sentence = _unknown_key(at, model)
                yield _found(path, text, "RC-4", at, sentence, key=True)
            case "missing":
                yield _found(path, text, "RC-5", at, f"缺少必填的 {_named(at)}", key=True)
            case _:
                id, reason = _reason(detail)
                yield _found(path, text, id, at, f"{_named(at)} {reason}")


def _written(document: Any, at: Path) -> Path:
    """The part of a path that the file itself spells out."""
    for depth, step in enumerate(at):
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            return at[:depth] or at
    return at


def _reason(detail: ErrorDetails) -> tuple[str, str]:
    given = _short(detail["input"])
    match detail["type"]:
        case "string_type":
            return "RC-6", f"写的是 {given}；这里要写文字，数字请加引号"
        case "bool_type":
            return "RC-6", f"写的是 {given}；请写 true（是）或 false（否）"
        case "int_type" | "int_from_float":
            return "RC-6", f"写的是 {given}；请写整数，例如 3"
        case "model_type" | "model_attributes_type" | "dict_type":
            return "RC-3", f"写的是 {given}；这里要写一组“键: 值”"
        case "tuple_type" | "list_type":
            return "RC-3", f"写的是 {given}；这里要写列表，每行以“- ”开头"
        case "too_short" | "too_long":
            return "RC-3", f"写的是 {given}；请写两个数，例如 [30000, 80000]"
        case _:
            return "RC-6", detail["msg"]


def _short(given: Any) -> str:
    match given:
        case dict():
            return "一组键值"
        case list() | tuple():
            return "一个列表"
        case None:
            return "空白"
        case _:
            text = str(given)
            return f"‘{text[:40]}…’" if len(text) > 40 else f"‘{text}’"


def _named(at: Path) -> str:
    keys = [str(step) for step in at if isinstance(step, str)]
    if not keys:
        return "这里"
    term = key_terms().get(keys[-1])
    dotted = ".".join(keys)
    return f"{dotted}（{term.label}）" if term else dotted


def _unknown_key(at: Path, model: type[Part]) -> str:
    given = str(at[-1])
    known = _keys_at(model, at[:-1])
    by_label = [key for key in known if key in key_terms() and key_terms()[key].label == given]
    near = by_label or get_close_matches(given, known, n=1, cutoff=0.6)
    if near:
        return f"没有 {given} 这个键；是不是 {_named((near[0],))}"
    offered = "、".join(known[:12]) + ("……" if len(known) > 12 else "")
    return f"没有 {given} 这个键；这里可以写：{offered}"


def _keys_at(model: type[Part], at: Path) -> list[str]:
    for step in at:
        if isinstance(step, str):
            model = _part_of(model, step) or model
    return [slot.key for slot in slots(model)]


def _part_of(model: type[Part], key: str) -> type[Part] | None:
    return next((slot.part for slot in slots(model) if slot.key == key), None)
