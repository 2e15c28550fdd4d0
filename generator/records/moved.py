"""Until when offers may come and documents be had, as corrections moved it: each lot has its own day.

A correction binds the lots that it names, and all where it names none (令87 27). Whether one
that names some moves the others too no text says, unless it says so itself: that the others stay
as they were, or of which lot the time is. They have two days, and whoever answers keeps the earlier.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.records.lots import Lots
from generator.records.model.dates import Date
from generator.records.of_lots import is_of_its_lots
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.walk import given, telling

# The lots that no notice of a call lists.
OTHERS = "其余"
# Documents that come out beside a call are corrected with it.
_CALLS = frozenset(telling("documents"))
Ends = Callable[[Any], Date | None]
# The lots that a correction names, whether they are all it means, and what it says.
_Move = tuple[frozenset[str], bool, tuple[Filed, Date]]


def words(lots: Sequence[str]) -> str:
    """（分包 1、2）: the lots that a day is of, as it is told; nothing where it is of all."""
    if not lots:
        return ""
    return "（其余分包）" if OTHERS in lots else f"（分包 {'、'.join(lots)}）"


class End(NamedTuple):
    """A last day, the lots that it is of, none where it is of all, and the correction that says it.

    `perhaps` is the later day that a correction of other lots may mean for these too, and
    `unsure` that correction.
    """

    day: Date
    lots: tuple[str, ...]
    by: str = ""
    perhaps: Date | None = None
    unsure: str = ""


def only(new: Filed, notices: Sequence[Filed], lots: Lots) -> tuple[str, ...]:
    """The lots that a correction names, where what it corrects has others; nothing where it is of all.

    What it corrects are the notices it refers to, else every call.
    """
    referred = [one for one in notices if one.stem in new.record.refers]
    old = referred or [one for one in notices if one.record.kind in _CALLS]
    called = frozenset[str]().union(*map(lots.of, old))
    named = lots.of(new)
    return () if called and called <= named else tuple(sorted(named))


def deadline(record: Any) -> Date | None:
    """By when an offer must be in, as a call says it or a correction says it anew."""
    day: Date | None = given(record, "new_deadline") or given(record, "deadline")
    return day


def documents_end(record: Any) -> Date | None:
    """Until when the documents can be had."""
    documents = given(record, "documents")
    return documents.to if documents else None


def ends(call: Filed, notices: Sequence[Filed], outcome: Outcome, of: Ends) -> Iterator[End]:
    """The last days of a call as they stand, the earliest first; nothing where it prints none."""
    printed = of(call.record)
    if printed is None or not printed.day:
        return
    moves = list(_moves(call, notices, outcome, of))
    named = frozenset[str]().union(*(lots for lots, _, _ in moves))
    every = sorted(outcome.lots.of(call) | named) if named else []
    if named and not outcome.lots.of(call):
        every.append(OTHERS)
    found: dict[tuple[Date, Date | None], list[str]] = {}
    says: dict[tuple[Date, Date | None], End] = {}
    # Documents that nobody could have any more may be had again; an offer may not come again.
    again = of is documents_end
    for lot in every or [""]:
        end = _moved(printed, moves, lot, again=again)
        key = (end.day, end.perhaps)
        found.setdefault(key, []).append(lot)
        says[key] = end
    for key in sorted(found, key=lambda one: (one[0].last, one[0].time or "")):
        yield says[key]._replace(lots=tuple(found[key]) if len(found) > 1 else ())


def of_lot(
    call: Filed, notices: Sequence[Filed], outcome: Outcome, of: Ends, lot: str
) -> End | None:
    """The last day of one lot of a call, with the other that it may have."""
    printed = of(call.record)
    if printed is None or not printed.day:
        return None
    moves = list(_moves(call, notices, outcome, of))
    return _moved(printed, moves, lot, again=of is documents_end)


def _moves(call: Filed, notices: Sequence[Filed], outcome: Outcome, of: Ends) -> Iterator[_Move]:
    """The corrections of a call that say the day anew, the earliest first, with the lots they name."""
    alone = sum(_is_beside(call, one, outcome) for one in notices) < 2
    follows = alone and call.record.kind not in _CALLS
    # Who refers to an earlier correction alone means the call that this one means.
    calls = {one.stem for one in notices if one.record.kind in _CALLS}
    for one in notices:
        new = of(one.record) if one.record.kind == "correction" else None
        if new is None or not new.day:
            continue
        near = follows or (alone and calls.isdisjoint(one.record.refers))
        if call.stem in one.record.refers or (near and _is_of_round(call, one, outcome)):
            yield outcome.lots.of(one), is_of_its_lots(one.record), (one, new)


def _is_beside(call: Filed, one: Filed, outcome: Outcome) -> bool:
    """Whether a notice calls in the same round: what names no call may then be of either."""
    return one.record.kind in _CALLS and _is_of_round(call, one, outcome)


def _is_of_round(call: Filed, one: Filed, outcome: Outcome) -> bool:
    return outcome.rounds.of(call) == outcome.rounds.of(one)


def _moved(printed: Date, moves: Sequence[_Move], lot: str, *, again: bool) -> End:
    """The day of one lot, the correction that says it, and the day that another may mean for it.

    What has passed is not moved unless it may begin `again`, and of an undated correction
    only an earlier day holds.
    """
    found = End(printed, ())
    for lots, alone, (one, new) in moves:
        came = given(one.record, "corrected_on") or when(one.record)
        end = found.day
        in_time = came and (came.first <= end.last or (again and came.first <= new.last))
        if not (in_time or (not came and new.last < end.last)):
            continue
        if not lots or lot in lots:
            found = End(new, (), one.stem)
        elif new != end and not alone:
            found = _either(found, new, one.stem)
    return found


def _either(known: End, new: Date, by: str) -> End:
    """Of two days that a lot may have, the earlier to keep and the later beside it."""
    if _key(new) < _key(known.day):
        return End(new, (), by, known.perhaps or known.day, by)
    later = max((one for one in (new, known.perhaps) if one), key=_key)
    return known._replace(perhaps=later, unsure=by)


def _key(day: Date) -> tuple[object, str]:
    return day.last, day.time or ""
