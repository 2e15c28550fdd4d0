"""One record seen whole: every part inside it and every date, each with its path."""

from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from generator.records.model.amounts import YUAN_PER_UNIT, Bid, Money, Quantity
from generator.records.model.dates import Date
from generator.records.model.delivering import Satisfaction
from generator.records.model.part import Part
from generator.records.model.parties import Member
from generator.records.model.rows import Workload
from generator.records.model.times import Length, Term
from generator.records.reading import Filed
from generator.records.source import Path
from generator.records.walk import slots, types_in

# What we say of a record ourselves is no figure of the notice.
_OURS = frozenset({"confirmed", "fixes", "withdrawn"})
# Parts with numbers of their own; dates and what holds any of these are found by themselves.
_ASKED = frozenset({Money, Quantity, Bid, Satisfaction, Member, Workload, Length})
_LASTING = frozenset({Length, Term})


class Sight(NamedTuple):
    """A record with its parts and dates; the record itself is the first part, at ().

    `stated` are the fields it states; `sums`, `spans` and `lasting` those parts that are sums
    of money, that say from when to when, and that may say how long.
    """

    filed: Filed
    record: Any
    stem: str
    stated: frozenset[str]
    parts: tuple[tuple[Path, Part], ...]
    days: tuple[tuple[Path, Date], ...]
    sums: tuple[tuple[Path, Money], ...]
    spans: tuple[tuple[Path, Part], ...]
    lasting: tuple[tuple[Path, Part], ...]

    @property
    def is_whole(self) -> bool:
        """Whether the notice was entered whole: what an excerpt leaves out proves nothing."""
        return bool(self.record.source.extent == "full")


class Figure(NamedTuple):
    """An exact sum in yuan, and half of its last place: what rounding may have taken."""

    yuan: Decimal
    half: Decimal


def sight(filed: Filed) -> Sight:
    """The record of a file, walked once."""
    parts: list[tuple[Path, Part]] = []
    days: list[tuple[Path, Date]] = []
    record = filed.record
    _walk(record, (), parts, days)
    # By their classes, here and below: to ask a model what it is an instance of is dear.
    sums = tuple((path, part) for path, part in parts if part.__class__ is Money)
    spans = tuple(one for one in parts if is_span(one[1].__class__))
    lasting = tuple(one for one in parts if one[1].__class__ in _LASTING)
    stated = frozenset(record.model_fields_set)
    return Sight(filed, record, filed.stem, stated, tuple(parts), tuple(days), sums, spans, lasting)


@cache
def is_span(model: type[Part]) -> bool:
    """Whether a part says from when to when: a term, a window, a mention of several days."""
    return "to" in model.model_fields and not {"from_", "on"}.isdisjoint(model.model_fields)


def figure(money: Money | None) -> Figure | None:
    """The exact sum that a part states; None for every other shape."""
    if money is None or money.value is None:
        return None
    exponent = int(money.value.as_tuple().exponent)
    if money.unit is None:
        return Figure(money.value, _half(exponent))
    unit = YUAN_PER_UNIT[money.unit]
    return Figure(money.value * unit, _half(exponent) * unit)


@cache
def _half(exponent: int) -> Decimal:
    return Decimal(10) ** exponent / 2


def yuan(money: Money | None) -> Decimal | None:
    """The exact sum in yuan, if it is exact."""
    return money.yuan if money else None


def _walk(
    part: Part, path: Path, parts: list[tuple[Path, Part]], days: list[tuple[Path, Date]]
) -> None:
    parts.append((path, part))
    # Counts, lengths and most other parts hold none.
    if not _worth(part.__class__):
        return
    held = part.__dict__
    # Few of the fields of a notice are stated, and most notices of a kind state the same.
    for name, key in _stated(part.__class__, frozenset(part.__pydantic_fields_set__)):
        value = held[name]
        at = (*path, key)
        kind = value.__class__
        if kind is Date:
            days.append((at, value))
        elif kind is tuple:
            for i, one in enumerate(value):
                if isinstance(one, Part):
                    _walk(one, (*at, i), parts, days)
        elif isinstance(value, Part):
            _walk(value, at, parts, days)


@lru_cache(maxsize=4096)
def _stated(model: type[Part], names: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in _worth(model) if one[0] in names)


@cache
def _worth(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields that hold a part or a date, by attribute and key."""
    return tuple(
        (slot.name, slot.key)
        for slot in slots(model)
        if slot.key not in _OURS
        and ((slot.part and _reaches(slot.part, frozenset())) or Date in types_in(model, slot.name))
    )


def _reaches(model: type[Part], seen: frozenset[type[Part]]) -> bool:
    """Whether anything inside a part can be asked about: who and where cannot."""
    if model in _ASKED:
        return True
    return model not in seen and any(
        Date in types_in(model, slot.name)
        or (slot.part is not None and _reaches(slot.part, seen | {model}))
        for slot in slots(model)
    )
