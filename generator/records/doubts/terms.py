"""The service term that several notices state, and the stretches that lie inside it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from generator.records.doubts.chain import Chain
from generator.records.doubts.days import bound
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight, yuan
from generator.records.model.dates import Date
from generator.records.model.part import LAST_YEAR
from generator.records.walk import given, telling

Told = tuple[Sight, Doubt]

_DELIVERED, _STATING = telling("delivery"), telling("one-term")
# A report may begin before the contract is signed, an evaluation may look on after its end.
_BEFORE, _AFTER = timedelta(62), timedelta(200)
# Nobody knows when it ends: no period ends later.
_OPEN = date(LAST_YEAR, 1, 1)


def doubts(chain: Chain) -> Iterator[Told]:
    """Terms of one purchase that differ by whole years, and periods outside of them."""
    yield from _restated(chain)
    yield from _periods(chain)
    yield from _of_contract(chain)


def _restated(chain: Chain) -> Iterator[Told]:
    """One tender, one contract, no renewal: then all state one term."""
    if any(len(chain.by_kind[kind]) > 1 for kind in ("tender", "contract")):
        return
    stating = [one for kind in _STATING for one in chain.by_kind[kind] if one.record.term]
    if any(one.record.renewal for one in stating):
        return
    for key in ("from_", "to"):
        first: tuple[Sight, Date] | None = None
        for seen in stating:
            if key == "to" and seen.record.kind == "contract" and not _is_whole(chain, seen):
                continue
            day = bound(seen.record.term, key)
            if day is None:
                continue
            if first and _is_other_year(day, first[1]):
                at = ("term", key.rstrip("_"))
                told = f"{label(seen.record, 'term')}写的是 {day}，{first[0].stem} 里是 {first[1]}，只有年份不同；请核对年份"
                yield seen, Doubt("MG-2", at, told, ((first[0].stem, at),))
            first = first or (seen, day)


def _is_whole(chain: Chain, contract: Sight) -> bool:
    """Whether a contract is for all that was awarded; one for a year ends sooner."""
    sums = {yuan(one.record.amount) for one in chain.by_kind["award"]}
    return yuan(contract.record.amount) in sums - {None}


def _is_other_year(one: Date, other: Date) -> bool:
    same = (one.first.month, one.first.day) == (other.first.month, other.first.day)
    return same and one.first.year != other.first.year


def _periods(chain: Chain) -> Iterator[Told]:
    """What is reported, accepted or evaluated was done while a contract ran."""
    changes = chain.by_kind["contract-change"]
    whole = None if chain.is_framework else _span(chain.by_kind["contract"], changes)
    for kind in _DELIVERED:
        for seen in chain.by_kind[kind]:
            named = chain.named(seen, "contract")
            ends = _span(named, changes) if len(named) == 1 else whole
            if ends is None:
                continue
            start, end = ends
            till = "起" if end == _OPEN else f"到 {end}"
            period = given(seen.record, "period")
            for key in ("from_", "to"):
                day = bound(period, key) if period else None
                if day and not start - _BEFORE <= day.last <= end + _AFTER:
                    told = f"{label(seen.record, 'period')}写的是 {day}，合同的服务期限是 {start} {till}；请核对年份"
                    yield seen, Doubt("MG-2", ("period", key.rstrip("_")), told)


def _of_contract(chain: Chain) -> Iterator[Told]:
    """What was delivered names the term of its contract as the contract does."""
    for kind in _DELIVERED:
        for seen in chain.by_kind[kind]:
            named = chain.named(seen, "contract")
            if len(named) != 1 or not seen.record.term or not named[0].record.term:
                continue
            for key in ("from_", "to"):
                mine, theirs = (bound(one.record.term, key) for one in (seen, named[0]))
                # A year of several may be accepted: then it ends before the contract does.
                early = key == "to" and mine and theirs and mine.first < theirs.first
                if mine and theirs and not early and _is_other_year(mine, theirs):
                    at = ("term", key.rstrip("_"))
                    told = f"{label(seen.record, 'term')}写的是 {mine}，{named[0].stem} 里是 {theirs}，只有年份不同；请核对年份"
                    yield seen, Doubt("MG-2", at, told, ((named[0].stem, at),))


def _span(contracts: list[Sight], changes: list[Sight]) -> tuple[date, date] | None:
    """From the first day of service to the last; nothing where one of them does not say.

    A change that states no term may have put the end off, never the beginning.
    """
    terms: list[Any] = [one.record.term for one in contracts]
    later: list[Any] = [one.record.term for one in changes]
    starts = [day.first for one in (*terms, *later) if one and (day := bound(one, "from_"))]
    ends = [day.last for one in (*terms, *later) if one and (day := bound(one, "to"))]
    if not starts or not ends or None in terms:
        return None
    return min(starts), _OPEN if None in later else max(ends)
