"""Why a model refuses a value, as a sentence that says what would be right."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.source import Path
from generator.records.walk import slots
from generator.vocabulary import example, key_term, key_terms

OFFERED = 14
_BULLETS = ("-", "－", "—", "–", "•", "·", "●")


def explained(
    model: type[Part], document: dict[str, Any], error: ValidationError
) -> Iterator[tuple[str, Path, str, bool]]:
    """Id, path and sentence of every refusal; last, whether the key is meant."""
    for detail in error.errors(include_url=False):
        given = tuple(detail["loc"])
        match detail["type"]:
            case "missing":
                at = (*_written(document, given[:-1]), given[-1])
                yield "RC-5", at, f"缺少必填的 {_named(at)}", True
            case "extra_forbidden":
                at = _written(document, given)
                yield "RC-4", at, _unknown_key(at, model), True
            case "invalid_key":
                at = _written(document, given)
                yield "RC-4", at, f"键 {at[-1]} 是数字；键要写成文字", True
            case _:
                at = _written(document, given)
                id, reason = _reason(detail, model, at)
                yield id, at, f"{_named(at)} {reason}", False


def _written(document: Any, at: Path) -> Path:
    """The path as the file spells it: one in place of a list has no number."""
    written: list[str | int] = []
    for step in at:
        if step == 0 and not isinstance(document, list):
            continue
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            break
        written.append(step)
    return tuple(written) or at


def _reason(detail: ErrorDetails, model: type[Part], at: Path) -> tuple[str, str]:
    given = _short(detail["input"])
    match detail["type"]:
        case "string_type":
            return "RC-6", f"写的是 {given}；这里要写文字，数字请加引号"
        case "bool_type":
            return "RC-6", f"写的是 {given}；请写 true（是）或 false（否）"
        case "int_type" | "int_from_float":
            return "RC-6", f"写的是 {given}；请写整数，例如 3"
        case "model_type" | "model_attributes_type" | "dict_type":
            if str(detail["input"]).startswith(_BULLETS):
                return "RC-3", f"写的是 {given}；列表的每一行请以半角的 “- ” 开头，横线后空一格"
            part = _part_at(model, at)
            return "RC-3", f"写的是 {given}；这里要写一组“键: 值”，例如 {example(part.__name__)}"
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
    if given.startswith("-"):
        return f"“{given}” 连在了一起；列表的 “-” 后面请空一格"
    if ":" in given or "：" in given:
        return f"“{given}” 连在了一起；冒号后面请空一格"
    part = _part_at(model, at[:-1])
    known = [slot.key for slot in slots(part)]
    if near := _nearest(given, known, part):
        return f"没有 {given} 这个键；是不是 {_named((near,))}"
    # What belongs to this kind alone comes first.
    own = [key for key in known if key not in Notice.model_fields]
    offered = [*own, *(key for key in known if key not in own)]
    named = "、".join(f"{key}（{key_term(key, part.__name__).label}）" for key in offered[:OFFERED])
    return f"没有 {given} 这个键；这里可以写：{named}{'等' if len(offered) > OFFERED else ''}"


def _nearest(given: str, known: list[str], part: type[Part]) -> str | None:
    labels = {key_term(key, part.__name__).label: key for key in reversed(known)}
    if given in labels:
        return labels[given]
    if near := get_close_matches(given, known, n=1, cutoff=0.7):
        return near[0]
    near = get_close_matches(given, labels, n=1, cutoff=0.5)
    return labels[near[0]] if near else None


def _part_at(model: type[Part], at: Path) -> type[Part]:
    for step in at:
        if isinstance(step, str):
            model = next((slot.part for slot in slots(model) if slot.key == step), None) or model
    return model
