"""Why a model refuses a value, as a sentence that says what would be right."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.records import commas, offers, shapes, spellings
from generator.records.finding import PRINTED
from generator.records.model.origin import UNKNOWN
from generator.records.model.part import Part
from generator.records.offers import Offer
from generator.records.quoting import offered, quoted, shown
from generator.records.source import Path
from generator.records.strangers import parted_key, stranger
from generator.records.walk import slots, word_list
from generator.vocabulary import key_terms, words

_PAIR = "请写两个数，例如 [30000, 80000]"
_YEARLY = "budget_by_year"
_BY_YEAR = "请按年份写，例如 {2025: 1350000}"
_BULLETS = ("-", "－", "—", "–", "•", "·", "●")
_ORDINALS = frozenset({"rank", "round", "procedure"})
_MEANT = re.compile(r"请写 ([a-z-]+|[元万亿]+)")
# What stands there is right once it stands in quotes.
AS_WRITTEN = '"'


class Refusal(NamedTuple):
    """Why one place is refused: id, path and sentence; whether its key is meant.

    `right` is what has to stand there instead, where only one thing can.
    """

    id: str
    at: Path
    sentence: str
    key: bool
    right: str = ""


def explained(
    model: type[Part], document: dict[str, Any], error: ValidationError
) -> Iterator[Refusal]:
    """Every refusal of a model, with its remedy."""
    parted = dict(commas.parted(document))
    for at, sentence in parted.values():
        yield Refusal("RC-6", at, sentence, True)
    unknown = 0
    for detail in error.errors(include_url=False):
        given = tuple(detail["loc"])
        at = _written(document, given)
        if at in parted or at[:-1] in parted:
            continue
        match detail["type"]:
            case "missing" if isinstance(given[-1], int):
                yield Refusal("RC-3", at, f"{_named(at, model)} {_PAIR}", False)
            case "missing":
                at = (*_written(document, given[:-1]), given[-1])
                yield Refusal(
                    "RC-5", at, f"缺少必填的 {_named(at, model)}{_to_choose(model, given)}", True
                )
            case "extra_forbidden":
                unknown += 1
                yield _unknown_key(given, at, model, document, seek=unknown <= PRINTED)
            case "invalid_key":
                yield Refusal("RC-4", at, _odd_key(given[-1]), True)
            case _:
                id, reason, right = _reason(detail, model, at)
                yield Refusal(id, at, f"{_named(at, model)} {reason}", False, right)


def _to_choose(model: type[Part], at: Path) -> str:
    """From which words a key that is missing takes its value, and what to write who does not know."""
    around = _part_at(model, at[:-1])
    list_ = word_list(around, str(at[-1])) if around else None
    if not list_:
        return ""
    terms = words(list_)
    named = offered([f"{key}（{term.label}）" for key, term in terms.items()])
    unknown = f"；不知道的写 {UNKNOWN}" if UNKNOWN in terms else ""
    return f"；请从这些里选：{named}{unknown}"


def _odd_key(key: Any) -> str:
    """A key that YAML takes for something else than a word; true is 1 to whoever asks for it."""
    said = "键是数字、true 或 false" if key in {0, 1} else f"键 {shown(key)} 是数字"
    return f"{said}；键要写成文字"


def _written(document: Any, at: Path) -> Path:
    """The path as the file spells it: one in place of a list has no number."""
    written: list[str | int] = []
    for step in at:
        if written == [_YEARLY] and isinstance(document, dict) and isinstance(step, int):
            year = list(document)[step]
            document, written = document[year], [_YEARLY, str(year)]
            continue
        if (step == 0 and not isinstance(document, list)) or _is_of_a_year(written, step):
            continue
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            break
        written.append(step)
    return tuple(written) or at


def _is_of_a_year(written: list[str | int], step: str | int) -> bool:
    """Whether a step is one that a sum by its year has not: `{2027: 480000}` is a list of named sums."""
    return len(written) == 2 and written[0] == _YEARLY and step == "amount"


def _reason(detail: ErrorDetails, model: type[Part], at: Path) -> tuple[str, str, str]:
    """Id and sentence of a value that is refused, and the one that is right."""
    value, loc = detail["input"], tuple(detail["loc"])
    given = quoted(value)
    match detail["type"]:
        case "date" | "number" | "int_type" | "int_from_float" | "int_parsing":
            remedy, right = _figure(detail, _part_at(model, loc[:-1]), loc)
            # Beside other keys of one value only a number may stand.
            if at[-1:] == loc[-1:] and remedy.startswith("请写 {"):
                right = spellings.points(value) or "" if isinstance(value, str) else ""
                remedy = f"请写 {right}" if right else f"{remedy}；写在整个值的位置"
            return "RC-6", f"写的是 {given}；{remedy}", right
        case "word":
            return "RC-6", _word_wanted(detail, _part_at(model, loc[:-1])), _word(detail)
        case "string_type":
            return "RC-6", f"写的是 {given}；{_text_wanted(value)}", _as_text(value)
        case "bool_type":
            remedy, right = offers.yes_or_no(value)
            return "RC-6", f"写的是 {given}；{remedy}", right
        case "greater_than_equal" | "less_than_equal":
            return "RC-6", f"写的是 {given}；{_limit(detail['ctx'])}，请核对", ""
        case "model_type" | "model_attributes_type" | "dict_type":
            remedy, right = _mapping(value, model, at)
            return "RC-3", f"写的是 {given}；{remedy}", right
        case "too_short" | "too_long":
            return "RC-3", f"写的是 {given}；{_PAIR}", ""
        case "tuple_type" | "list_type":
            return "RC-3", f"写的是 {given}；{_list_wanted(at)}", ""
        case _:
            return "RC-6", detail["msg"], ""


def _figure(detail: ErrorDetails, part: type[Part], loc: Path) -> Offer:
    """What would be right where a number or a date is wanted."""
    key, value = _last_key(loc), detail["input"]
    match detail["type"]:
        case "date":
            return offers.day(part, key, value, detail["ctx"]["remedy"])
        case "number":
            return offers.figure(part, key, value, detail["ctx"]["remedy"])
    if "year" in key.split("_"):
        return Offer("请写年份，例如 2026")
    if key in _ORDINALS:
        return offers.ordinal(value, "请写整数，例如 1")
    return offers.whole(value, "请写整数，例如 3")


def _limit(told: dict[str, Any]) -> str:
    return f"这里最小是 {told['ge']}" if "ge" in told else f"这里最大是 {told['le']}"


def _mapping(value: Any, model: type[Part], at: Path) -> Offer:
    if str(value).startswith(_BULLETS):
        return Offer("列表的每一行请以半角的 “- ” 开头，横线后空一格")
    around = _part_at(model, at[:-1] if isinstance(at[-1], str) else at[:-2])
    return shapes.mapping(_part_at(model, at), _last_key(at), value, around)


def _word_wanted(detail: ErrorDetails, part: type[Part]) -> str:
    """What is said of a text that is no word of its list; what is covered is no other word."""
    value = detail["input"]
    if isinstance(value, str) and offers.MASKED.search(value):
        return f"写的是 {quoted(value)}；{offers.hidden(value)}"
    return f"{detail['msg']}{_as_printed(detail, part)}"


def _as_printed(detail: ErrorDetails, part: type[Part]) -> str:
    """Where what no word fits may stand as printed: 基本合格 is neither passed nor passed in part."""
    key, value = f"{detail['loc'][-1]}_printed", detail["input"]
    if key not in part.model_fields or _word(detail) or not isinstance(value, str):
        return ""
    own = str(detail["loc"][-1])
    has_other = "other" in words(word_list(part, own) or "")
    way = f"写 other，原文写在 {key}" if has_other else f"不写 {own}，只写 {key}: {shown(value)}"
    return f"；都不合的{way}"


def _word(detail: ErrorDetails) -> str:
    """The word of a list that its label stands for."""
    found = _MEANT.fullmatch(detail["ctx"]["remedy"])
    return found[1] if found else ""


def _last_key(at: Path) -> str:
    return next((step for step in reversed(at) if isinstance(step, str)), "")


def _as_text(given: Any) -> str:
    """A number or a sign that YAML took for one, as the text that was meant."""
    return AS_WRITTEN if isinstance(given, bool | int | float) else ""


def _text_wanted(given: Any) -> str:
    if isinstance(given, dict):
        return "这里要写文字；文字里有冒号的，请给整个值加引号"
    return "这里要写文字，不写成列表" if isinstance(given, list) else "这里要写文字，请加引号"


def _list_wanted(at: Path) -> str:
    """What is wanted where a list, or what is made into one, was not given."""
    if at[-1:] == ("between",):
        return _PAIR
    if at[-1:] == (_YEARLY,):
        return _BY_YEAR
    return "这里要写列表，每行以“- ”开头"


def _named(at: Path, model: type[Part]) -> str:
    """The keys to a place, and what the last is called where it stands: opening.at is a time."""
    steps = [step for step in at if isinstance(step, str)]
    if not steps:
        return "这里"
    last = max(i for i, step in enumerate(at) if isinstance(step, str))
    around, terms = _part_at(model, at[:last]), key_terms()
    term = terms.get(f"{around.__name__}.{steps[-1]}") or terms.get(steps[-1])
    dotted = ".".join(map(shown, steps))
    return f"{dotted}（{term.label}）" if term else dotted


def _unknown_key(
    loc: Path, at: Path, model: type[Part], document: dict[str, Any], *, seek: bool
) -> Refusal:
    given = str(loc[-1])
    if given.startswith("-"):
        told = f"“{shown(given)}” 连在了一起；列表的 “-” 后面请空一格"
        return Refusal("RC-4", at, told, True)
    part, beside = _part_at(model, loc[:-1]), _beside(document, at)
    if ":" in given or "：" in given:
        told = f"“{shown(given)}” 连在了一起；冒号后面请空一格"
        return Refusal("RC-4", at, told, True, parted_key(given, part, beside))
    found = stranger(given, part, beside, seek=seek)
    return Refusal("RC-4", at, found.sentence, True, found.meant)


def _beside(document: Any, at: Path) -> Mapping[Any, Any]:
    """What stands beside a key, and the key itself: not copied, for a thousand may be unknown."""
    for step in at[:-1]:
        if isinstance(document, dict) and step not in document:
            # A year is a number to YAML.
            document = {str(key): value for key, value in document.items()}
        document = document[step]
    found: Mapping[Any, Any] = document
    return found


def _part_at(model: type[Part], at: Path) -> type[Part]:
    for step in at:
        if isinstance(step, str):
            model = next((slot.part for slot in slots(model) if slot.key == step), None) or model
    return model
