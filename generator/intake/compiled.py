"""The model as one small table that a browser walks: `content/assets/submit-walker.js` reads it.

The fields of a part are one text, `;` between them: a key, `!` where it must be there, `?` where it
may be null, `*` where it may be many, and its sort. `t` text, `u` address, `n` number, `a` sum, `d` date, `b` yes or no, `i0-9`
whole number, `wLIST` word, `=award` this very word, `2a` two of a sort, `pNAME` part, `yNAME` a part
a year, `lNAME` one of the numbers. Behind `~` stands what it may show that is personal elsewhere, and
last what it is called.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from inspect import get_annotations
from typing import Any, ForwardRef, Literal, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo

from generator.intake import nobody, patterns
from generator.records import offers, spellings
from generator.records.annotation import BASES
from generator.records.doubts import bounds
from generator.records.model import KINDS
from generator.records.model.amounts import _WITH_ITS_SHARE, Money
from generator.records.model.dates import Date
from generator.records.model.meaning import AddsUp, Costs
from generator.records.model.notice import Notice, Numbered
from generator.records.model.origin import Source
from generator.records.model.outcomes import Held
from generator.records.model.part import FIRST_YEAR, LAST_YEAR, AmountNumber, Part, Word
from generator.records.model.parties import _NOBODY, Who
from generator.records.model.scores import ScoreSheet
from generator.records.walk import Slot, marked, parts, shows, slots, sums, telling
from generator.vocabulary import key_term, key_terms, words

# What every part may hold stands once, in the walker.
_EVERYWHERE = frozenset({"note"})
_SHOWN = {"number": "n", "phone": "p", "address": "a", "mail": "m", "code": "c"}
# What a sort of value may show whatever its key.
_BY_SORT = {"n": "n", "a": "n", "u": "nm"}
_ALONE = "甲"
# How a hand writes days and sums.
_SPELT = {
    "together": spellings._TOGETHER,
    "day": spellings._DAY,
    "numerals": spellings._DAY_IN_NUMERALS,
    "figure": spellings._STATED,
    "price": spellings._UNIT_PRICE,
}
_SUM = [one for one in get_args(AmountNumber)[1:] if isinstance(one, PlainValidator)]


def table(*kinds: str) -> dict[str, Any]:
    """All that decides whether a record of these kinds is taken, and what its keys and words are called."""
    held = _every_part(kinds or tuple(KINDS))
    return {
        "kinds": {kind: KINDS[kind].__name__ for kind in kinds or KINDS},
        "parts": {part.__name__: _part(part) for part in held},
        "words": {name: _words(name) for name in sorted(set(_lists(held)))},
        "ways": list(Money.ways),
        "withShare": list(_WITH_ITS_SHARE),
        # A name that says that there is nobody, and what is printed in an empty cell.
        "nobody": patterns.said(rf"\A\s*(?:{_NOBODY.pattern})\s*\Z"),
        "stroke": patterns.said(rf"\A(?:{offers.STROKE.pattern})\Z"),
        "bases": sorted(BASES),
        "years": [FIRST_YEAR, LAST_YEAR],
        # What a list may come to, where it says no other sums.
        "wholes": list(sums("settled", "planned")),
        "bounds": {"": _span(bounds._PURCHASE)}
        | {kind: _span(span) for kind, span in bounds._BY_KIND.items() if kind in (kinds or KINDS)},
        "byUnit": sorted(Notice.by_unit),
        "accounts": list(telling("account")),
        "spelt": {name: patterns.said(f"^(?:{one.pattern})$") for name, one in _SPELT.items()},
    }


def _words(name: str) -> list[str]:
    """Each word of a list with what it is called, where that is something else."""
    return [
        word if term.label == word or name == "absent" else f"{word} {term.label}"
        for word, term in words(name).items()
    ]


def packed(given: Mapping[str, Any] | list[Any]) -> bytes:
    """A table as it is published: one line, the same bytes for the same model."""
    return (json.dumps(given, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@cache
def _every_part(kinds: tuple[str, ...]) -> tuple[type[Part], ...]:
    """Every part of these kinds that declares a key, what others are built on before them."""
    found: dict[type[Part], None] = {}
    for kind in kinds:
        found |= dict.fromkeys(base for part in parts(KINDS[kind]) for base in _line(part))
    return tuple(found)


def _line(part: type[Part]) -> list[type[Part]]:
    """A part behind those that it is built on."""
    return [base for base in reversed(part.__mro__) if issubclass(base, Part) and _own(base)]


def _own(part: type[Part]) -> list[str]:
    """The fields that a part declares itself, but for what all may hold."""
    return [
        name
        for name in get_annotations(part)
        if name in part.model_fields and name not in _EVERYWHERE
    ]


def _part(part: type[Part]) -> dict[str, Any]:
    bases = [base.__name__ for base in part.__bases__ if issubclass(base, Part) and _own(base)]
    told = {
        "is": bases,
        "of": ";".join(_field(part, name) for name in _own(part)),
        "adds": _adds(part),
        "as": _called(part),
        # What a whole purchase, lot or winner costs.
        "whole": [slot.key for slot, one in marked(part, Costs) if _is_whole(part, slot, one)],
        "needs": list(part.needs_one) if issubclass(part, Who) and part is Who else [],
        # What is said of nobody behind a key, or as the name of the part.
        "nobody": nobody.refusing(part, _own(part)),
        "rule": {Money: "money", ScoreSheet: "scores", Source: "source"}.get(part, ""),
    }
    return {key: value for key, value in told.items() if value}


def _field(part: type[Part], name: str) -> str:
    field = part.model_fields[name]
    needed = "!" if field.is_required() else ""
    # A part that holds itself is named before it is known.
    is_ahead = isinstance(field.annotation, ForwardRef)
    stated = get_type_hints(part, include_extras=True)[name] if is_ahead else field.annotation
    sort = _sort(stated, tuple(field.metadata), field)
    shown = "".join(_SHOWN[one] for one in sorted(shows(part, name)))
    implied = _BY_SORT.get(sort.lstrip("?*2")[:1], "")
    told = "".join(one for one in shown if one not in implied)
    key = field.alias or name
    marks = f"~{told}" if told else ""
    return f"{key} {needed}{sort}{marks} {key_term(key, part.__name__).label}"


def _called(part: type[Part]) -> dict[str, str]:
    """What a key of what a part is built on is called here, where that is something else."""
    own, terms = _own(part), key_terms()
    inherited = (slot.key for slot in slots(part) if slot.name not in own)
    return {
        key: terms[name].label for key in inherited if (name := f"{part.__name__}.{key}") in terms
    }


def _sort(given: Any, beside: tuple[Any, ...], field: FieldInfo | None = None) -> str:
    """What may stand behind a key, from its type and what stands beside that."""
    if beside_more := getattr(given, "__metadata__", None):
        return _sort(get_args(given)[0], (*beside_more, *beside), field)
    inside = get_args(given)
    if type(None) in inside:
        (one,) = (each for each in inside if each is not type(None))
        return f"?{_sort(one, beside)}"
    if get_origin(given) is tuple:
        return _tuple(inside, field)
    if get_origin(given) is Literal:
        return f"={inside[0]}"
    if isinstance(given, type) and issubclass(given, Part):
        return f"p{given.__name__}{_alone(beside)}"
    if held := next((one for one in beside if isinstance(one, Held)), None):
        return f"h{held.list}"
    return _plain(given, beside)


def _tuple(inside: tuple[Any, ...], field: FieldInfo | None) -> str:
    if inside[1:] != (...,):
        return f"2{_sort(inside[0], ())}"
    if inside[0] is Numbered:
        return "lNumbered"
    extra = field.json_schema_extra if field else None
    if isinstance(extra, dict) and extra.get("x-by-year"):
        return f"y{inside[0].__name__}"
    return f"*{_sort(inside[0], ())}"


def _alone(beside: tuple[Any, ...]) -> str:
    """The key that a value has which stands in place of the part: a number for a sum."""
    for one in beside:
        if isinstance(one, BeforeValidator):
            function: Any = one.func
            (key,) = function(_ALONE)
            return f":{key}"
    return ""


def _plain(given: Any, beside: tuple[Any, ...]) -> str:
    if given is str:
        listed = next((one.list for one in beside if isinstance(one, Word)), "")
        is_address = any(map(nobody.is_address, beside))
        return f"w{listed}" if listed else "u" if is_address else "t"
    if given is Decimal:
        return "a" if any(one in _SUM for one in beside if isinstance(one, PlainValidator)) else "n"
    if given is int:
        low, high = _bounds(beside)
        return f"i{low}-{high}"
    return {Date: "d", bool: "b"}[given]


def _bounds(beside: tuple[Any, ...]) -> tuple[int, int]:
    limits = [*beside, *(each for one in beside for each in getattr(one, "metadata", ()))]
    low = next(one.ge for one in limits if getattr(one, "ge", None) is not None)
    high = next(one.le for one in limits if getattr(one, "le", None) is not None)
    return low, high


def _lists(held: tuple[type[Part], ...]) -> Iterator[str]:
    for part in held:
        for field in _part(part)["of"].split(";"):
            sort = field.split(" ")[1].partition("~")[0].lstrip("!?*")
            if sort.startswith(("w", "h")):
                yield sort[1:]


def _is_whole(part: type[Part], slot: Slot, cost: Costs) -> bool:
    return cost.what in bounds._WHOLES and slot.name in _own(part)


def _span(given: tuple[Decimal, Decimal]) -> list[str]:
    return [str(one) for one in given]


def _adds(part: type[Part]) -> list[str]:
    """The lists of a part that come to something: key, column, and under which keys it may stand."""
    own = _own(part)
    return [
        " ".join((slot.key, one.column, *one.wholes))
        for slot, one in marked(part, AddsUp)
        if slot.name in own
    ]
