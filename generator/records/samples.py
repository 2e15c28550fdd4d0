"""An example of every key, by the shape of its value, as a line of YAML shows it."""

from decimal import Decimal
from typing import Any, get_args

from generator.records.model.dates import Date
from generator.records.model.part import Part, Stem
from generator.records.walk import Slot, is_many, types_in, word_list
from generator.vocabulary import example, key_term, words

_ADDRESS = "https://portal.invalid/1"
_PLAIN: dict[Any, str] = {Date: "2026-03-02", bool: "true", Decimal: "120", int: "12"}
_YEAR, _NOTICE = "2026", "2026-03-02-contract"
# What is written in a way of its own.
_OWN = {
    "budget_by_year": "{2024: 1650000, 2025: 1350000}",
    "between": "[30000, 80000]",
    "of": "{unit_price: 40, per: 人次}",
}


def sample(model: type[Part], slot: Slot) -> str:
    """A value that the reader takes for this key."""
    if slot.key in _OWN:
        return _OWN[slot.key]
    found = _single(model, slot)
    return f"[{found}]" if is_many(model, slot.name) else found


def _single(model: type[Part], slot: Slot) -> str:
    if slot.part:
        return example(slot.part.__name__).partition(" 或 ")[0].replace("https://…", _ADDRESS)
    if list_ := word_list(model, slot.name):
        return next(iter(words(list_)))
    types = types_in(model, slot.name)
    if Stem in types:
        return _NOTICE
    if slot.key == "kind":
        return str(get_args(model.model_fields["kind"].annotation)[0])
    if slot.key.endswith("year") and int in types:
        return _YEAR
    if slot.key in {"url", "website"}:
        return f'"{_ADDRESS}"'
    plain = next((shown for type, shown in _PLAIN.items() if type in types), None)
    return plain or key_term(slot.key, model.__name__).label
