"""What two notices tell of one deed: one step of the course, which names both.

Only where it is certainly the same: the later notice refers to the earlier, both are of one
round and of the same lots, and each tells of one such deed. Else both steps stay.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.publish.words.cells import dated, guessed
from generator.records.lots import named
from generator.records.model.dates import Date
from generator.records.outcome import is_chosen, names_of
from generator.records.placing import Stop
from generator.records.reading import Filed
from generator.records.register import placed
from generator.records.walk import given
from generator.vocabulary import label

# What is done once in a round. Two payments or two orders of one day are two.
_ONCE = frozenset({"review", "award", "letter", "argument", "objection"})
# Which notice tells of what, in which word, on which day.
Told = tuple[str, str, str, Date | None]


class Again(NamedTuple):
    """A later notice that tells of the same deed; `said` is the day where it writes another."""

    anchor: str
    by: str
    said: str


class Telling(NamedTuple):
    """One notice telling of one deed, in its words, apart from its own publication."""

    filed: Filed
    label: str
    stop: Stop
    words: str
    retells: bool


def repeats(told: Sequence[Telling | None], names: Mapping[str, str]) -> dict[int, int]:
    """By the place of a telling that says nothing new, the place of what it tells again."""
    counts = Counter(_what(one) for one in told if one)
    found: dict[int, int] = {}
    for i, later in enumerate(told):
        for j, first in enumerate(told[:i]) if later else ():
            if later and first and j not in found and _is_same(first, later, names, counts):
                found[i] = j
                break
    return found


def again(first: Telling, later: Telling) -> Again:
    """（2025年10月20日的采购结果公告）再次载明，写的日期是2025年9月28日"""
    on, own = later.stop.on, first.stop.on
    other = f"，写的日期是{on.chinese}" if on and own and on.day != own.day else ""
    kind = label("kind", later.filed.record.kind)
    at = placed(later.filed.record)
    return Again(
        later.filed.stem,
        f"{dated(at)}{guessed(later.filed, at.key)}的{kind}" if at else f"另一份{kind}",
        other,
    )


def _what(one: Telling) -> Told:
    return one.filed.stem, one.stop.kind, one.label, one.stop.on


def _is_same(
    first: Telling, later: Telling, names: Mapping[str, str], counts: Counter[Told]
) -> bool:
    if not _is_linked(first, later) or first.stop.kind != later.stop.kind:
        return False
    if counts[_what(first)] > 1 or counts[_what(later)] > 1:
        return False
    if first.stop.kind == "award" and later.retells:
        return _tells_of_choice(first, later, names)
    return first.label == later.label and _has_day(first, later) and _agrees(first, later)


def _is_linked(first: Telling, later: Telling) -> bool:
    """Whether the later notice refers to the earlier, of the same round and lots."""
    old, new = first.filed.record, later.filed.record
    if first.stop.kind not in _ONCE or first.filed.stem not in new.refers:
        return False
    return first.stop.round == later.stop.round and {*named(old)} == {*named(new)}


def _has_day(first: Telling, later: Telling) -> bool:
    days = [one.stop.on.day if one.stop.on else None for one in (first, later)]
    return days[0] is not None and first.stop.on == later.stop.on


def _agrees(first: Telling, later: Telling) -> bool:
    """Whether both choose the same, or tell of an objection by the same, where it is about that."""
    of = {"award": _chosen, "objection": _objecting}.get(first.stop.kind)
    return of is None or (bool(of(first)) and of(first) == of(later))


def _tells_of_choice(first: Telling, later: Telling, names: Mapping[str, str]) -> bool:
    """Whether a notice names all whom the earlier chose, on the day of that choice or of its notice."""
    decides = not first.retells and first.label == label("event", "award")
    winners, on = _chosen(first), later.stop.on
    at = placed(first.filed.record)
    days = {one.first for one in (first.stop.on, at.date if at else None) if one and one.day}
    is_then = on is not None and bool(on.day) and on.first in days
    return (
        decides
        and is_then
        and bool(winners)
        and all(names.get(one, one) in later.words for one in winners)
    )


def _objecting(one: Telling) -> set[str]:
    record = one.filed.record
    by = [row.by for row in given(record, "objections", ()) if row.date == one.stop.on and row.by]
    return _named([*by, *given(record, "complainant", ())])


def _chosen(one: Telling) -> set[str]:
    """Who is chosen by id or as printed; nobody where one has no name."""
    return _named([row for row in given(one.filed.record, "winners", ()) if is_chosen(row)])


def _named(rows: Sequence[Any]) -> set[str]:
    found: set[str] = names_of(rows)
    return set() if "" in found else found
