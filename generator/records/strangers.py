"""A key that its place does not know: which one was meant, and where it belongs."""

import re
from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from typing import Any, NamedTuple

from generator.records.likeness import nearest
from generator.records.model import KINDS
from generator.records.model.dates import Date
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.model.parties import Contact, Who
from generator.records.model.party import PartyRecord
from generator.records.quoting import OFFERED, offered, shown
from generator.records.walk import Slot, is_many, slots, types_in, word_list
from generator.vocabulary import also_called, key_term, key_terms, label

# More places than this say that the key is one of many, not where it belongs.
_FEW = 3
_OWN = 8
# Two names of keys that mean one thing share as much, once what many names end in is gone.
_ALIKE, _SPELT = 0.6, 0.7
_ENDS = re.compile(
    r"(?:日期|时间|金额|方式|名称|情况|结果|内容|数量|编号|_on|_count|_printed|_amount)$"
)
# These stand in so many parts that the name alone says nothing.
_ANYWHERE = frozenset(
    {
        *("name", "number", "title", "reason", "text", "date", "on", "from", "to", "by", "at"),
        *("amount", "count", "value", "unit", "size", "role", "address", "length", "lot"),
    }
)
_COLON = re.compile("[:：]")
_MAIL = frozenset({"how", "mail", "email", "e-mail", "邮箱", "电子邮箱", "电子邮件"})
# With these in it a value would not be what it looks like.
_ODD = re.compile(r"""[:：,，{}\[\]#&*!|>'"%@`?]""")


class Stranger(NamedTuple):
    """What to say of an unknown key; `meant` is the one key it can only be."""

    sentence: str
    meant: str = ""


def stranger(given: str, part: type[Part], beside: Container[Any], *, seek: bool) -> Stranger:
    """The likeliest key of this place, else whose key it is, else what may stand here."""
    none = f"没有 {shown(given)} 这个键"
    if meant := _only(given, part, beside):
        return Stranger(f"{none}；请写 {_named(meant, part)}", meant)
    # The search costs a thousand times the rest, and nobody reads the hundredth.
    if seek and (told := _sought(given, part)):
        return Stranger(f"{none}；{told}{_or_else(part)}")
    return Stranger(f"{none}；这里可以写：{_possible(part)}{_or_else(part)}")


def _or_else(part: type[Part]) -> str:
    """Where a notice has a place for what has no key."""
    if not issubclass(part, Notice):
        return ""
    return "；没有合适的键的，内容写在 other，别的金额写在 amounts，别的步骤写在 mentions"


def parted_key(given: str, part: type[Part], beside: Mapping[Any, Any]) -> str:
    """`unit: 元` of the key `unit:元`; nothing where it is not plain that a key stands in front."""
    key, value = _COLON.split(given, maxsplit=1)
    plain = key in _keys(part) and key not in beside and not _ODD.search(value)
    return f"{key}: {value.strip()}" if plain and value.strip() and beside[given] is None else ""


def _only(given: str, part: type[Part], beside: Container[Any]) -> str:
    """The one key that is called so; none that is there already."""
    labelled = [one.key for one in slots(part) if key_term(one.key, part.__name__).label == given]
    meant = labelled[0] if len(labelled) == 1 else ""
    if given == "name" and issubclass(part, Who):
        meant = "" if "party" in beside else "printed"
    return "" if meant in beside else meant


def _sought(given: str, part: type[Part]) -> str:
    if elsewhere := _elsewhere(given, part):
        return elsewhere
    if many := _many_of(given, part):
        return f"是不是 {_named(many, part)}"
    if within := _within(given, part):
        return f"是不是 {'、'.join(within)}"
    if other := _called(given, part):
        return f"是不是 {_named(other, part)}"
    if told := _of_another_kind(given, part):
        return told
    near = _nearest(given, part)
    return f"是不是 {_named(near, part)}" if near else ""


def _elsewhere(given: str, part: type[Part]) -> str:
    """What an organisation is, which its own file says; how an office is written to."""
    if issubclass(part, Who) and given in _keys(PartyRecord) - _keys(part):
        called = _label(given, PartyRecord)
        return f"{called}请写在 data/parties/ 里这家机构的文件，这里用 party 写它的标识"
    if part is Contact and given in _MAIL:
        return f"办公邮箱请写在 {_named('address', part)}"
    return ""


def _called(given: str, part: type[Part]) -> str:
    """The one key of this place that people call so too."""
    found = [one.key for one in slots(part) if given in also_called(one.key, part.__name__)]
    return found[0] if len(found) == 1 else ""


def _many_of(given: str, part: type[Part]) -> str:
    """`numbers` for `number`, which is no kind's own; nearer than a key of that name further in."""
    own = any(given in _keys(model) for model in KINDS.values())
    return f"{given}s" if not own and f"{given}s" in _keys(part) else ""


@cache
def _within(given: str, part: type[Part]) -> tuple[str, ...]:
    """Where the key stands one step further in: in what stands once, before what is listed.

    A row that any notice may list is of somebody or something else than the notice is about.
    """
    if given in _ANYWHERE:
        return ()
    common = Notice.model_fields if issubclass(part, Notice) else {}
    held = [
        one
        for one in _ordered(part)
        if one.key != "portal"
        and _holds(one, given)
        and not (one.key in common and is_many(part, one.name))
    ]
    return _few(
        [
            (
                is_many(part, slot.name),
                f"{slot.key}.{given}（{_label(slot.key, part)}的{_label(given, slot.part)}）",
            )
            for slot in held
        ]
    )


def _few(places: list[tuple[bool, str]]) -> tuple[str, ...]:
    """What stands once; else what is listed, unless it is so in too many places."""
    once = [said for many, said in places if not many]
    told = once or [said for _, said in places]
    return tuple(told) if len(told) <= _FEW else ()


def _holds(slot: Slot, key: str) -> bool:
    return slot.part is not None and key in _keys(slot.part)


@cache
def _of_another_kind(given: str, part: type[Part]) -> str:
    """Whose key it is, and the likeliest of this kind; empty where it is no kind's."""
    kinds = [kind for kind, model in KINDS.items() if given in _keys(model)]
    here = next((kind for kind, model in KINDS.items() if model is part), "")
    if not here:
        return ""
    if not kinds:
        return _inside_another(given)
    theirs = KINDS[kinds[0]]
    told = f"它是 {'、'.join(_kind(one) for one in kinds[:_FEW])}的键"
    near = _counterpart(given, theirs, part)
    also = f"是不是 {_named(near, part)}" if near else f"可以写：{_possible(part)}"
    return f"{told}；{_kind(here)}里{also}"


def _inside_another(given: str) -> str:
    places = [
        (
            is_many(model, slot.name),
            f"{_kind(kind)}的 {slot.key}.{given}（{_label(given, slot.part)}）",
        )
        for kind, model in KINDS.items()
        for slot in _ordered(model)
        if slot.key not in Notice.model_fields and _holds(slot, given)
    ]
    told = _few(places)
    return f"它是 {'、'.join(told)}" if told else ""


def _counterpart(given: str, theirs: type[Part], part: type[Part]) -> str | None:
    """The key of this kind that holds the same, by its shape and by what it is called."""
    slot = next(one for one in slots(theirs) if one.key == given)
    called = _stem(_label(given, theirs))
    form = _form(theirs, slot)
    rows = (one for one in slots(part) if _form(part, one) == form)
    alike = [(_shared(called, _stem(_label(one.key, part))), one.key) for one in rows]
    best, key = max(alike, default=(0.0, ""))
    return key if best >= _ALIKE else None


def _form(model: type[Part], slot: Slot) -> tuple[object, ...]:
    """What a key holds: a day is no text, and one word of a list is no other."""
    types = types_in(model, slot.name)
    plain = tuple(one in types for one in (Date, Decimal, int, bool))
    return slot.part, word_list(model, slot.name), *plain


def _stem(name: str) -> str:
    """收到 of 收到日期: two names are not alike for what half of all names end in."""
    return _ENDS.sub("", name)


def _shared(one: str, other: str) -> float:
    """How much two names mean the same: all where one is the other with something before it."""
    if min(len(one), len(other)) > 1 and (one in other or other in one):
        return 1.0
    return SequenceMatcher(None, one, other).ratio()


def _nearest(given: str, part: type[Part]) -> str | None:
    known = [slot.key for slot in slots(part)]
    labels = {_label(key, part): key for key in reversed(known)}
    if given in labels:
        return labels[given]
    # What is a key somewhere is no slip of the hand for another.
    if given != _stem(given) and _stem(given) in known:
        return _stem(given)
    near = None if given in key_terms() else nearest(given, known, _SPELT)
    if near and _shared(_stem(given), _stem(near)) >= _ALIKE:
        return near
    stems = {_stem(name): key for name, key in labels.items()}
    near = nearest(_stem(given), stems, 0.5) if len(_stem(given)) > 1 else None
    return stems[near] if near else None


@cache
def _possible(part: type[Part]) -> str:
    """What this kind alone has; else all that may stand here."""
    keys = [slot.key for slot in _ordered(part)]
    own = [key for key in keys if key not in Notice.model_fields]
    listed = own if issubclass(part, Notice) and own else keys
    return offered((_named(key, part) for key in listed), _OWN if listed is own else OFFERED)


def _ordered(part: type[Part]) -> Iterator[Slot]:
    """The fields of a part: of a notice what its kind alone has comes first."""
    common = Notice.model_fields if issubclass(part, Notice) else {}
    yield from (slot for slot in slots(part) if slot.key not in common)
    yield from (slot for slot in slots(part) if slot.key in common)


@cache
def _keys(part: type[Part]) -> frozenset[str]:
    return frozenset(slot.key for slot in slots(part))


def _label(key: str, part: type[Part] | None) -> str:
    return key_term(key, part.__name__ if part else "").label


def _named(key: str, part: type[Part]) -> str:
    return f"{shown(key)}（{_label(key, part)}）"


def _kind(kind: str) -> str:
    return f"{kind}（{label('kind', kind)}）"
