"""Names and numbers that the copy we hold has put in place of the real ones: never shown as real.

The record keeps them, since the notice did state something there; a page says what they are.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.records.model.part import Part
from generator.records.model.parties import Contact, Expert, Member
from generator.records.reading import Filed
from generator.records.walk import slots

REPLACED = "抄件已替换"
# What may be replaced, by the word of the list, in parts that name somebody.
_KEYS = {"names": "name", "phones": "phone"}
_SOMEBODY = (Contact, Expert, Member)


def shown(filed: Filed) -> Filed:
    """The record as its page shows it: in place of each stand-in that it is one."""
    keys = [_KEYS[one] for one in filed.record.source.replaced if one in _KEYS]
    return replace(filed, record=_without(filed.record, keys)) if keys else filed


def reachable(contact: Contact, filed: Filed) -> Contact:
    """A contact without what leads to nobody."""
    keys = [_KEYS[one] for one in filed.record.source.replaced if one in _KEYS]
    return contact.model_copy(update=dict.fromkeys(keys)) if keys else contact


def _without(part: Part, keys: list[str]) -> Part:
    new: dict[str, Any] = {}
    if isinstance(part, _SOMEBODY):
        new |= {key: REPLACED for key in keys if getattr(part, key, None)}
    for slot in slots(type(part)):
        value = getattr(part, slot.name) if slot.part else None
        if isinstance(value, Part):
            new |= _changed(slot.name, value, _without(value, keys))
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            held = tuple(_without(one, keys) for one in value)
            if any(one is not other for one, other in zip(held, value, strict=True)):
                new[slot.name] = held
    return part.model_copy(update=new) if new else part


def _changed(name: str, old: Part, new: Part) -> Mapping[str, Part]:
    return {} if new is old else {name: new}
