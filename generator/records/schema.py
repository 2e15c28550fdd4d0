"""JSON Schema for editors, generated from the model, with Chinese titles.

`parts.json` defines every key once; the schema of a kind only points into it.
Editors show the titles; what a record may say is decided by the model alone.
"""

import json
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from generator.records import guide
from generator.records.model import KINDS
from generator.records.model.amounts import Money
from generator.records.model.dates import SCHEMA
from generator.records.model.notice import Notice
from generator.records.model.part import NUMBER_SCHEMA, TEXT_SCHEMA, Part
from generator.records.model.parties import NOBODY_SCHEMA, SOMEBODY, Recommended, Who
from generator.records.model.times import Term
from generator.records.walk import parts, slots
from generator.vocabulary import key_term, key_terms, words

PARTS = "parts.json"
_BASIS: dict[str, Any] = {"title": "依据种类", "enum": ["stated", "inferred", "reprint"]}
_NOTE: dict[str, Any] = {"title": "说明", **TEXT_SCHEMA}
_ANNOTATED: dict[str, Any] = {
    "type": "object",
    "title": "值及其说明",
    "required": ["value"],
    "minProperties": 2,
    "properties": {
        "value": {"title": "值"},
        "basis": _BASIS,
        "note": _NOTE,
        "printed": {"title": "原文写法", **TEXT_SCHEMA},
        "masked": {"title": "被打码", "type": "boolean"},
    },
    "additionalProperties": False,
}
# A part that holds no more than a value does is read as one: nothing is said of what is said of it.
_LIKE_A_VALUE: dict[str, Any] = {
    "if": {
        "required": ["value"],
        "minProperties": 2,
        "propertyNames": {"enum": sorted(_ANNOTATED["properties"])},
    },
    "then": {
        "properties": {
            key: given for key, given in _ANNOTATED["properties"].items() if key != "value"
        }
    },
}
# A number alone is a sum in yuan, a count, a score; a text alone a number or a bound.
_NUMBER: dict[str, Any] = dict(NUMBER_SCHEMA)
_TEXT: dict[str, Any] = dict(TEXT_SCHEMA)
_ALONE = {
    "Money": _NUMBER,
    "Quantity": _NUMBER,
    "Score": _NUMBER,
    "Grade": _TEXT,
    "Numbered": _TEXT,
    "Point": SCHEMA,
}
# Whoever is printed as 无 or as a stroke is nobody, however that is said.
_SAID_OF_NOBODY = {"type": "object", "required": ["value"], "properties": {"value": NOBODY_SCHEMA}}
_SOMEBODY: dict[str, Any] = {
    "not": {
        "type": "object",
        "required": ["printed"],
        "properties": {"printed": {"anyOf": [NOBODY_SCHEMA, _SAID_OF_NOBODY]}},
    }
}
_EITHER = f"{PARTS}#/$defs/_annotated"
# `{2024: 1650000, 2025: {value: 135, unit: 万元}}`
_BY_YEAR: dict[str, Any] = {
    "type": "object",
    "patternProperties": {
        "^(19|20|21)[0-9]{2}$": {"$ref": f"{PARTS}#/$defs/NamedSum.amount"},
    },
    "properties": {"basis": _BASIS, "note": _NOTE},
    "additionalProperties": False,
}


@cache
def schemas() -> dict[str, bytes]:
    """File name and content of the schema of each kind, and of their parts."""
    # All at once: the kinds share most of their parts.
    _, given = models_json_schema([(one, "validation") for one in KINDS.values()], by_alias=True)
    held = dict.fromkeys(part for model in KINDS.values() for part in parts(model))
    definitions: dict[str, Any] = {}
    for part in held:
        definitions |= _definitions(part, given["$defs"][part.__name__])
    files = {f"{kind}.json": _kind(kind, model) for kind, model in KINDS.items()}
    shared = {
        "$schema": _DRAFT,
        "title": "记录的组成部分",
        "$defs": dict(sorted(definitions.items())),
    }
    return {name: _bytes(schema) for name, schema in {**files, PARTS: shared}.items()}


_DRAFT = "http://json-schema.org/draft-07/schema#"


def _kind(kind: str, model: type[Part]) -> dict[str, Any]:
    term = words("kind")[kind]
    return {
        "$schema": _DRAFT,
        "title": term.label,
        "description": f"{term.meaning}。怎样填，看网站的 {guide.page(kind)}",
        "x-help": guide.page(kind),
        "type": "object",
        "required": _required(model),
        "properties": _properties(model, f"{PARTS}#"),
        "additionalProperties": False,
    }


def _required(model: type[Part]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _properties(model: type[Part], file: str) -> dict[str, Any]:
    return {
        slot.key: {"$ref": f"{file}/$defs/{_owner(model, slot.name).__name__}.{slot.key}"}
        for slot in slots(model)
    }


def _owner(model: type[Part], name: str) -> type[Part]:
    """The class that declares a field; what all notices share is declared once."""
    if f"{model.__name__}.{name}" in key_terms():
        return model
    return next(base for base in model.__mro__ if name in getattr(base, "__annotations__", {}))


def _definitions(part: type[Part], schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for slot in slots(part):
        term = key_term(slot.key, part.__name__)
        owner = _owner(part, slot.name)
        name = f"{owner.__name__}.{slot.key}"
        value = _either(schema["properties"][slot.key], f"{PARTS}#/$defs/{name}")
        if name == "Term.unit":
            # A notice may give a length without its unit.
            value["anyOf"].append({"type": "null"})
        found[name] = {
            "title": term.label,
            "description": term.meaning,
            "x-help": guide.whole(owner, slot.key),
            **value,
        }
    if not issubclass(part, Notice):
        found[part.__name__] = {
            "description": (part.__doc__ or "").partition("\n")[0],
            "type": "object",
            "required": _required(part),
            "properties": {"basis": _BASIS} | _properties(part, "#"),
            "additionalProperties": False,
            **_together(part),
        }
    return found


def _together(part: type[Part]) -> dict[str, Any]:
    """What the keys of a part must be together."""
    if any(slot.key == "value" for slot in slots(part)):
        return {**_must_be(part), **_LIKE_A_VALUE}
    return _must_be(part)


def _must_be(part: type[Part]) -> dict[str, Any]:
    if issubclass(part, Who):
        named = {"anyOf": [_stated(key) for key in part.needs_one]}
        return named | (_SOMEBODY if part is Recommended else {})
    if part is Money:
        ways = {key: _stated(key) for key in Money.ways}
        # A share may stand beside the sum that it comes to.
        beside = ways | {"percent": {**ways["percent"], "not": ways["value"]}}
        alone = {**_stated("printed"), "not": {"anyOf": [*ways.values()]}}
        return {"oneOf": [*beside.values(), alone]}
    if part is Term:
        none = {"required": ["unit"], "properties": {"unit": {"const": None}}}
        return {"if": none, "then": {"required": ["length"]}}
    return {}


def _stated(key: str) -> dict[str, Any]:
    """That a key is there and is neither empty nor a no."""
    nothing = {"enum": [None, False]}
    around = {"type": "object", "required": ["value"], "properties": {"value": nothing}}
    return {"required": [key], "properties": {key: {"not": {"anyOf": [nothing, around]}}}}


def _either(given: dict[str, Any], own: str) -> dict[str, Any]:
    """The value alone, one in place of a list, or `{value, basis, note, printed, masked}`."""
    plain = {
        key: value for key, value in given.items() if key not in {"title", "description", "default"}
    }
    if "const" in plain:
        return plain
    plain = _BY_YEAR if "x-by-year" in plain else plain
    if plain.pop(SOMEBODY, False):
        plain = plain | {"items": {"allOf": [plain["items"], _SOMEBODY]}}
    choices = plain["anyOf"] if list(plain) == ["anyOf"] else [plain]
    optional = {"type": "null"} in choices
    choices = [choice for choice in choices if choice != {"type": "null"}]
    choices = [_paired(choice) for choice in choices]
    for choice in list(choices):
        if choice.get("type") == "array" and "maxItems" not in choice:
            one = [choice["items"], *_alone(choice["items"])]
            choices.remove(choice)
            # What is said of an item may itself stand in what is said of it.
            choices += [{"type": "array", "items": _beside(one, [_beside(one)])}, *one]
        choices += _alone(choice)
    # What the page covers has no value, only what is said of it.
    return _beside(choices, [{"$ref": own}, *([{"type": "null"}] if optional else [])])


def _paired(choice: dict[str, Any]) -> dict[str, Any]:
    """A list of two as this draft says it: a later one calls its items otherwise."""
    if "prefixItems" not in choice:
        return choice
    items = [_beside([one]) for one in choice["prefixItems"]]
    return {key: one for key, one in choice.items() if key != "prefixItems"} | {"items": items}


def _beside(
    choices: list[dict[str, Any]], inside: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """One of several, or that with what is said of it; `inside` is what it may wrap, else the same."""
    value = {"anyOf": inside or choices}
    said = {"allOf": [{"$ref": _EITHER}, {"properties": {"value": value}}]}
    return {"anyOf": [*choices, said]}


def _alone(choice: dict[str, Any]) -> list[dict[str, Any]]:
    name = str(choice.get("$ref", "")).rpartition("/")[2]
    return [_ALONE[name]] if name in _ALONE else []


def _bytes(schema: dict[str, Any]) -> bytes:
    if "$defs" in schema:
        schema["$defs"]["_annotated"] = _ANNOTATED
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
