"""Why a model refuses a value, as a sentence that says what would be right."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.records import commas
from generator.records.finding import PRINTED
from generator.records.likeness import nearest
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.quoting import offered, quoted, shown
from generator.records.source import Path
from generator.records.walk import slots
from generator.vocabulary import example, key_term, key_terms

_PAIR = "请写两个数，例如 [30000, 80000]"
_BULLETS = ("-", "－", "—", "–", "•", "·", "●")


def explained(
    model: type[Part], document: dict[str, Any], error: ValidationError
) -> Iterator[tuple[str, Path, str, bool]]:
    """Id, path and sentence of every refusal; last, whether the key is meant."""
    parted = dict(commas.parted(document))
    for at, sentence in parted.values():
        yield "RC-6", at, sentence, True
    unknown = 0
    for detail in error.errors(include_url=False):
        given = tuple(detail["loc"])
        at = _written(document, given)
        if at in parted or at[:-1] in parted:
            continue
        match detail["type"]:
            case "missing":
                at = (*_written(document, given[:-1]), given[-1])
                yield "RC-5", at, f"缺少必填的 {_named(at)}", True
            case "extra_forbidden":
                unknown += 1
                yield "RC-4", at, _unknown_key(given, model, seek=unknown <= PRINTED), True
            case "invalid_key":
                yield "RC-4", at, _odd_key(given[-1]), True
            case _:
                id, reason = _reason(detail, model, at)
                yield id, at, f"{_named(at)} {reason}", False


def _odd_key(key: Any) -> str:
    """A key that YAML takes for something else than a word; true is 1 to whoever asks for it."""
    said = "键是数字、true 或 false" if key in {0, 1} else f"键 {shown(key)} 是数字"
    return f"{said}；键要写成文字"


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
    value = detail["input"]
    given = quoted(value)
    match detail["type"]:
        case "string_type":
            return "RC-6", f"写的是 {given}；{_text_wanted(value)}"
        case "bool_type":
            return "RC-6", f"写的是 {given}；请写 true（是）或 false（否）"
        case "int_type" | "int_from_float":
            return "RC-6", f"写的是 {given}；请写整数，例如 3"
        case "greater_than_equal":
            return "RC-6", f"写的是 {given}；这里最小是 {detail['ctx']['ge']}，请核对"
        case "less_than_equal":
            return "RC-6", f"写的是 {given}；这里最大是 {detail['ctx']['le']}，请核对"
        case "model_type" | "model_attributes_type" | "dict_type":
            if str(value).startswith(_BULLETS):
                return "RC-3", f"写的是 {given}；列表的每一行请以半角的 “- ” 开头，横线后空一格"
            part = _part_at(model, at)
            return "RC-3", f"写的是 {given}；这里要写一组“键: 值”，例如 {example(part.__name__)}"
        case "too_short" | "too_long":
            return "RC-3", f"写的是 {given}；{_PAIR}"
        case "tuple_type" | "list_type":
            return "RC-3", f"写的是 {given}；{_list_wanted(at)}"
        case _:
            return "RC-6", detail["msg"]


def _text_wanted(given: Any) -> str:
    if isinstance(given, dict):
        return "这里要写文字；文字里有冒号的，请给整个值加引号"
    return "这里要写文字" if isinstance(given, list) else "这里要写文字，数字请加引号"


def _list_wanted(at: Path) -> str:
    """What is wanted where a list, or what is made into one, was not given."""
    if at[-1:] == ("between",):
        return _PAIR
    if at[-1:] == ("budget_by_year",):
        return "请按年份写，例如 {2025: 1350000}"
    return "这里要写列表，每行以“- ”开头"


def _named(at: Path) -> str:
    keys = [shown(step) for step in at if isinstance(step, str)]
    if not keys:
        return "这里"
    term = key_terms().get(keys[-1])
    dotted = ".".join(keys)
    return f"{dotted}（{term.label}）" if term else dotted


def _unknown_key(at: Path, model: type[Part], *, seek: bool) -> str:
    given = str(at[-1])
    if given.startswith("-"):
        return f"“{shown(given)}” 连在了一起；列表的 “-” 后面请空一格"
    if ":" in given or "：" in given:
        return f"“{shown(given)}” 连在了一起；冒号后面请空一格"
    part = _part_at(model, at[:-1])
    # The search costs a thousand times the rest, and nobody reads the hundredth.
    if seek and (near := _nearest(given, part)):
        return f"没有 {shown(given)} 这个键；是不是 {_named((near,))}"
    return f"没有 {shown(given)} 这个键；这里可以写：{_known_keys(part)}"


@cache
def _known_keys(part: type[Part]) -> str:
    known = [slot.key for slot in slots(part)]
    # What belongs to this kind alone comes first.
    own = [key for key in known if key not in Notice.model_fields]
    ordered = [*own, *(key for key in known if key not in own)]
    return offered(f"{key}（{key_term(key, part.__name__).label}）" for key in ordered)


def _nearest(given: str, part: type[Part]) -> str | None:
    known = [slot.key for slot in slots(part)]
    labels = {key_term(key, part.__name__).label: key for key in reversed(known)}
    if given in labels:
        return labels[given]
    if near := nearest(given, known, 0.7):
        return near
    near = nearest(given, labels, 0.5)
    return labels[near] if near else None


def _part_at(model: type[Part], at: Path) -> type[Part]:
    for step in at:
        if isinstance(step, str):
            model = next((slot.part for slot in slots(model) if slot.key == step), None) or model
    return model
