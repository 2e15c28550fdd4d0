"""What a record does not state, and whether anybody is known to have looked for it in the notice.

An item that is said not to be there and yet stands under a label of its own is not said to be missing.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from generator.records.model.origin import EVERYTHING
from generator.records.reading import Filed
from generator.records.walk import given
from generator.vocabulary import words

if TYPE_CHECKING:
    from generator.law.case import Case

# 的, a stroke and what stands in brackets make no other name.
_SIGNS = re.compile(r"（[^（）]*）|\([^()]*\)|[的、，,：:\s]")
_SHORTEST, _MORE = 3, 2


def unseen(case: "Case", filed: Filed, item: str, half: str = "") -> str:
    """Why nothing follows from an item that a notice does not state: a word of the list `why`.

    Empty where it was looked for. What was not is kept, so that whoever entered the notice is told;
    `half` is what alone is missing of an item of two.
    """
    why = str(filed.record.source.unseen(item))
    if not why and (said := _under_another_name(filed, item)):
        # Whoever looked for it and wrote it under a label of their own has found it.
        case.labelled.setdefault(filed.stem, {})[item] = said
        return "unchecked"
    if why == "unchecked":
        case.unchecked.setdefault(filed.stem, {})[item] = None
    elif not why and EVERYTHING in filed.record.source.absent:
        held = case.gone.setdefault(filed.stem, {})
        held[item] = half or held.get(item, "")
    return why


def _under_another_name(filed: Filed, item: str) -> str:
    """The label under `other` that is called as an item is; empty for none."""
    for one in given(filed.record, "other", ()):
        if is_like(one.label, item):
            return str(one.label)
    return ""


@cache
def is_like(said: str, item: str) -> bool:
    """Whether a label is the name of an item, or all but two signs of it."""
    term = words("absent").get(item)
    names = {_bare(item), _bare(term.label) if term else ""} - {""}
    return any(_is_one(_bare(said), name) for name in names)


def _is_one(said: str, name: str) -> bool:
    holds = said in name or name in said
    return said == name or (
        holds and min(len(said), len(name)) >= _SHORTEST and abs(len(said) - len(name)) <= _MORE
    )


def _bare(name: str) -> str:
    return _SIGNS.sub("", name)


def labelled(case: "Case") -> Mapping[str, Mapping[str, str]]:
    """By notice the items that are said not to be there, and the label under which one seems to be."""
    return case.labelled


def open_items(case: "Case") -> Mapping[str, tuple[str, ...]]:
    """By notice what rules asked for and nobody looked for, in the order of the vocabulary."""
    return _in_order(case.unchecked)


def gone(case: "Case") -> Mapping[str, tuple[str, ...]]:
    """By notice what rules asked for and `absent: all` says not to be there, in the same order.

    Of an item that is there in part the part that is missing is named, as the site says it.
    """
    told = _in_order(case.gone)
    return {stem: tuple(_half(one, case.gone[stem][one]) for one in told[stem]) for stem in told}


def _half(item: str, half: str) -> str:
    """采购人的地址和联系方式（只差采购人的联系方式）"""
    return f"{item}（只差{half}）" if half else item


def _in_order(items: Mapping[str, Mapping[str, object]]) -> Mapping[str, tuple[str, ...]]:
    return {stem: tuple(sorted(some, key=_place)) for stem, some in items.items()}


@cache
def _place(item: str) -> int:
    """Where an item stands in the vocabulary; what is none of its words comes last."""
    order = list(words("absent"))
    return order.index(item) if item in order else len(order)
