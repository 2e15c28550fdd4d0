"""Where a record names nobody and is refused for it, found by naming a stroke there.

The sentences stay where the model says them; the browser gets them with the expression of who is nobody.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import AfterValidator, ValidationError
from pydantic_core import PydanticCustomError

from generator.records.model.part import Part, _web_address
from generator.records.model.parties import Who
from generator.records.walk import Slot, marks, slots

_STROKE = "/"
# The printed name of a part itself.
_ITSELF = ""


class Unknown(TypeError):
    """A validator that does something else, which the browser must be told first."""


def refusing(part: type[Part], own: list[str]) -> dict[str, str]:
    """By key of a part what is said of nobody there; of its own keys alone."""
    found = {slot.key: told for slot in slots(part) if slot.name in own for told in _of(part, slot)}
    if told := _of_itself(part):
        found[_ITSELF] = told
    return found


def is_address(given: Any) -> bool:
    """Whether this is what looks at the address of a page."""
    return isinstance(given, AfterValidator) and given.func is _web_address


def _of(part: type[Part], slot: Slot) -> Iterator[str]:
    for one in marks(part, slot.name):
        if not isinstance(one, AfterValidator) or is_address(one):
            continue
        validator: Any = one.func
        try:
            validator((slot.part.model_validate({"printed": _STROKE}),) if slot.part else _STROKE)
        except PydanticCustomError as refused:
            yield str((refused.context or {})["remedy"])
        else:
            raise Unknown(f"{part.__name__}.{slot.key}")


def _of_itself(part: type[Part]) -> str:
    if not issubclass(part, Who):
        return ""
    try:
        part.model_validate({"printed": _STROKE})
    except ValidationError as refused:
        found = (one for one in refused.errors() if one["type"] == "party")
        return next((str(one["ctx"]["remedy"]) for one in found), "")
    return ""
