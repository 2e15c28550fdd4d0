"""What a record does not state, and whether anybody is known to have looked for it in the notice."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.records.reading import Filed
from generator.vocabulary import words

if TYPE_CHECKING:
    from generator.law.case import Case

_KEY = ("unchecked",)
# Of each notice the items that were asked for in vain, in the order of the questions.
_Items = dict[str, dict[str, None]]


def unseen(case: "Case", filed: Filed, item: str) -> str:
    """Why nothing follows from an item that a notice does not state: a word of the list `why`.

    Empty where it was looked for. What was not is kept, so that whoever entered the notice is told.
    """
    why = str(filed.record.source.unseen(item))
    if why == "unchecked":
        found: _Items = case.once(_KEY, dict)
        found.setdefault(filed.stem, {})[item] = None
    return why


def open_items(case: "Case") -> Mapping[str, tuple[str, ...]]:
    """By notice what rules asked for and nobody looked for, in the order of the vocabulary."""
    found: _Items = case.once(_KEY, dict)
    order = {item: i for i, item in enumerate(words("absent"))}
    return {
        stem: tuple(sorted(items, key=lambda item: order.get(item, len(order))))
        for stem, items in found.items()
    }
