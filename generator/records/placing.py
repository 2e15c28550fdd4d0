"""The order of steps in time: by their days, and what has no day by its kind and its causes.

A month or a year covers many days and is never taken for its first one: such a step stands
among those of its month where its kind belongs, and behind what it refers to.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.records.model.dates import Date
from generator.records.walk import given

# Kinds of notices, and events that a notice tells of, in the order in which a purchase goes.
# A correction, a complaint and what is named 其他 stand with what they refer to.
_ORDER = (
    ("standard", "support", "annual-plan", "budget-approval"),
    ("consultation", "preparation", "need", "approved"),
    ("intention",),
    ("prequalification",),
    ("tender", "document", "single-source", "call", "invitation"),
    ("documents", "extension", "signup", "clarification"),
    ("deadline", "opening"),
    ("review",),
    ("proposal",),
    ("award", "grant", "honour", "termination", "failed", "terminated"),
    ("publicity", "letter"),
    ("contract",),
    (
        "contract-change",
        "renewal",
        "report",
        "payment",
        "inspection",
        "delivery",
        "service-suspended",
    ),
    ("acceptance",),
    ("evaluation", "closing", "audit"),
    ("consequence", "final-account"),
)
_RANKS = {kind: rank for rank, kinds in enumerate(_ORDER) for kind in kinds}


class Stop(NamedTuple):
    """One step to be placed: its date if any, its kind or event, and the keys it comes after."""

    key: str
    on: Date | None
    kind: str
    round: int | None
    after: frozenset[str] = frozenset()

    @property
    def rank(self) -> int | None:
        """Its place in the order of kinds; None for what may come at any time."""
        return _RANKS.get(self.kind)


def stop_of(stem: str, record: Any, on: Date | None) -> Stop:
    """A notice as a step: it comes after those that it refers to."""
    parent = given(record, "parent")
    after = frozenset({*record.refers, parent} - {None, stem})
    kind = "report" if given(record, "stage") == "midterm" else record.kind
    return Stop(stem, on, kind, record.procedure, after)


def arranged(stops: Sequence[Stop]) -> tuple[list[int], list[int]]:
    """The places of all steps in time, and of those that nothing places."""
    order = sorted((i for i, one in enumerate(stops) if one.on and one.on.day), key=_by_day(stops))
    order = _by_hour(stops, order)
    before, lost = [stops[i] for i in order], []
    causes = frozenset(key for one in stops for key in one.after)
    vague = (i for i, one in enumerate(stops) if not (one.on and one.on.day))
    for i in sorted(vague, key=_by_kind(stops)):
        place = _place(before, stops[i], stops[i].key in causes)
        if place is None:
            lost.append(i)
        else:
            order.insert(place, i)
            before.insert(place, stops[i])
    return order, lost


def _by_day(stops: Sequence[Stop]) -> Any:
    """On one day the order of kinds holds."""

    def key(i: int) -> tuple[date, int, int]:
        on = stops[i].on
        assert on
        return on.first, _rank(stops[i]), i

    return key


def _by_hour(stops: Sequence[Stop], order: Sequence[int]) -> list[int]:
    """On one day what has an hour stands in the order of hours, whatever its kind; the others stay."""
    found = list(order)
    days: dict[date, list[int]] = {}
    for place, i in enumerate(order):
        on = stops[i].on
        if on and on.time:
            days.setdefault(on.first, []).append(place)
    for places in days.values():
        timed = sorted((order[place] for place in places), key=_hour(stops))
        for place, i in zip(places, timed, strict=True):
            found[place] = i
    return found


def _hour(stops: Sequence[Stop]) -> Any:
    def key(i: int) -> str:
        on = stops[i].on
        assert on
        return on.time or ""

    return key


def _by_kind(stops: Sequence[Stop]) -> Any:
    """Months and years first; what refers to another, behind it."""
    keys = {one.key: one for one in stops}

    def key(i: int) -> tuple[object, ...]:
        one = stops[i]
        refers = any(keys[key].on is None for key in one.after if key in keys)
        return (
            one.on is None,
            one.on.first if one.on else date.min,
            one.round or 0,
            refers,
            _rank(one),
        )

    return key


def _rank(one: Stop) -> int:
    return len(_ORDER) if one.rank is None else one.rank


def _place(before: Sequence[Stop], one: Stop, is_cause: bool) -> int | None:
    """Where a step without a day belongs among those already placed; None if nothing says so."""
    low, high = _by_date(before, one) if one.on else (0, len(before))
    behind = 1 + _last(before, one) if one.after else 0
    until = _first(before, one) if is_cause else high
    # Where dates and causes disagree, the dates hold.
    low = min(max(low, behind), high)
    high = max(low, min(high, until))
    led = next((i for i in reversed(range(low, high)) if _leads(before[i], one)), None)
    if led is not None:
        return led + 1
    if one.rank is not None or behind:
        return low
    return high if one.on is not None or high < len(before) else None


def _last(before: Sequence[Stop], one: Stop) -> int:
    """The last of those that a step comes after; -1 if none is placed."""
    return max(_where(before, lambda other: other.key in one.after), default=-1)


def _first(before: Sequence[Stop], one: Stop) -> int:
    """The first of those that come after a step; behind all if none is placed."""
    return min(_where(before, lambda other: one.key in other.after), default=len(before))


def _by_date(before: Sequence[Stop], one: Stop) -> tuple[int, int]:
    """Between which of the others a step must lie by its month or year."""
    low = 1 + max(_where(before, lambda other: _ends_before(other, one)), default=-1)
    high = min(_where(before, lambda other: _ends_before(one, other)), default=len(before))
    return low, max(low, high)


def _where(before: Sequence[Stop], holds: Any) -> Iterable[int]:
    return (i for i, other in enumerate(before) if holds(other))


def _ends_before(one: Stop, other: Stop) -> bool:
    return one.on is not None and other.on is not None and one.on.last < other.on.first


def _leads(other: Stop, one: Stop) -> bool:
    """Whether by its kind, or by its round, a step comes before one without a day."""
    if other.key in one.after:
        return True
    if one.round is not None and other.round is not None and one.round != other.round:
        return other.round < one.round
    if one.rank is None:
        return one.round is not None and other.round == one.round
    return other.rank is not None and other.rank <= one.rank
