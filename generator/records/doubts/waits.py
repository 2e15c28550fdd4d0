"""How many days somebody has to pay an instalment: in the contract as in the tender."""

from collections import Counter
from collections.abc import Iterator

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, place
from generator.records.doubts.sight import Sight
from generator.records.model.times import Payment

Told = tuple[Sight, Doubt]
Key = tuple[tuple[str, ...], int]

# The law lets a small firm wait for sixty days at most; up to there a contract may settle otherwise.
_LONG, _FAR = 60, 5


def doubts(chain: Chain) -> Iterator[Told]:
    """Days of one instalment that are many times those of the tender, and longer than any."""
    for seen in chain.by_kind["contract"]:
        for tender in chain.of(seen, "tender"):
            theirs = {key: days for key, _, days in _waits(tender)}
            for key, i, days in _waits(seen):
                yield from _apart(seen, i, days, tender, theirs.get(key))


def _apart(seen: Sight, i: int, days: int, tender: Sight, theirs: int | None) -> Iterator[Told]:
    if theirs is None or max(days, theirs) <= _LONG:
        return
    if max(days, theirs) >= min(days, theirs) * _FAR:
        where = place(seen.record, ("payment_plan", i))
        told = f"{where}写的是 {days} 天内，{tender.stem} 里是 {theirs} 天内；请照原文核对"
        with_ = ((tender.stem, ("payment_plan",)),)
        yield seen, Doubt("MG-5", ("payment_plan", i, "within"), told, with_)


def _waits(seen: Sight) -> Iterator[tuple[Key, int, int]]:
    """The days of each instalment, told by what it waits for: the first of its kind, the second."""
    met: Counter[tuple[str, ...]] = Counter()
    for i, one in enumerate(seen.record.payment_plan):
        waits_for = _waits_for(one)
        met[waits_for] += 1
        if one.within and one.within.days:
            yield (waits_for, met[waits_for]), i, one.within.days


def _waits_for(one: Payment) -> tuple[str, ...]:
    return tuple(sorted(one.depends_on))
