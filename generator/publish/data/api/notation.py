"""Shapes in few words: `id:text ?due:day ?methods:@method[] ?price:#Price` as JSON Schema.

`?` before a name: it may be missing. A type is a name below, `@list` a word of a list of the
vocabulary, `#Name` another shape of the document; `[]` behind it: a list of these.
"""

from typing import Any

from generator.vocabulary import words

Schema = dict[str, Any]
_TYPES: dict[str, Schema] = {
    "text": {"type": "string"},
    "yes": {"type": "boolean"},
    # Only there where it is so.
    "so": {"const": True},
    "count": {"type": "integer", "minimum": 0},
    "counts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
    "uri": {"type": "string", "format": "uri"},
    "day": {"type": "string", "format": "date"},
    "when": {"type": "string", "description": "照公告写，可以只到月或年"},
    "yuan": {"type": "number", "minimum": 0, "description": "元"},
    "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}


def shape(told: str, **more: Schema) -> Schema:
    """An object; `more` are properties that need more words, all of them there unless told so."""
    names, required = dict(more), []
    for one in told.split():
        name, _, type = one.lstrip("?").partition(":")
        names[name] = more[name] if name in more else typed(type)
        required += [] if one.startswith("?") else [name]
    return {"type": "object", "required": required, "properties": names}


def typed(type: str) -> Schema:
    """The schema of a type."""
    if type.endswith("[]"):
        return many(typed(type.removesuffix("[]")))
    if type.startswith("#"):
        return {"$ref": f"#/components/schemas/{type[1:]}"}
    return _word(type[1:]) if type.startswith("@") else _TYPES[type]


def many(item: Schema) -> Schema:
    """A list of these."""
    return {"type": "array", "items": item}


def all_of(*parts: Schema) -> Schema:
    """One shape of several: what all of them ask for and hold."""
    return {
        "type": "object",
        "required": [key for one in parts for key in one["required"]],
        "properties": {key: value for one in parts for key, value in one["properties"].items()},
    }


def described(given: Schema, said: str) -> Schema:
    """The same with what it means."""
    return {**given, "description": said}


def _word(list: str) -> Schema:
    """A word of a list, with what each is called."""
    terms = words(list)
    said = "；".join(f"{key} {term.label}" for key, term in terms.items())
    return {"type": "string", "enum": [*terms], "description": said}
