"""Who stands on which side: buyer and provider, payer and payee, who won and who did not."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.model.meaning import Acts
from generator.records.walk import given, keys

Told = tuple[Sight, Doubt]

# Who buys a service mostly has it evaluated as well.
_OF_THE_BUYER = {"commissioned_by"}
_PROVIDERS = sorted(keys(Acts("provider"), Acts("participant")) - _OF_THE_BUYER)
# A body that stands on both sides of one notice; each key is held against the next.
_OPPOSED = (*(("purchaser", key) for key in _PROVIDERS), ("payer", "payee"))
_ID = "MG-13"


def doubts(chain: Chain) -> Iterator[Told]:
    """Parties of a project that stand on the wrong side of a notice."""
    for seen in chain.sights:
        for doubt in within(seen):
            yield seen, doubt
    for seen in chain.by_kind["payment"]:
        yield from _paid_by_provider(chain, seen)
    for seen in chain.by_kind["contract"]:
        yield from _with_a_loser(chain, seen)


def within(seen: Sight) -> Iterator[Doubt]:
    """A party that is on both sides of one notice."""
    record = seen.record
    for buys, sells in _opposed(seen.stated):
        if _ids(record, buys) & _ids(record, sells):
            told = f"{label(record, sells)}与{label(record, buys)}是同一家；请照原文核对"
            yield Doubt(_ID, (sells,), told, ((seen.stem, (buys,)),))


@lru_cache(maxsize=4096)
def _opposed(stated: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in _OPPOSED if {*pair} <= stated)


def _paid_by_provider(chain: Chain, seen: Sight) -> Iterator[Told]:
    payers = _ids(seen.record, "payer")
    for one in chain.of(seen, "contract") if payers else ():
        if payers & _ids(one.record, "suppliers"):
            told = "付款方是合同的承接方；请核对付款方和收款方"
            yield seen, Doubt(_ID, ("payer",), told, ((seen.stem, ("payee",)),))
            return


def _with_a_loser(chain: Chain, seen: Sight) -> Iterator[Told]:
    """A contract with somebody who took part in the award and was not chosen."""
    signed = _ids(seen.record, "suppliers")
    awards = chain.named(seen, "award", "correction") if signed else []
    won = {one for some in awards for one in _ids(some.record, "winners")}
    took_part = {one for some in awards for one in _ids(some.record, "bidders")}
    if won and not signed & won and signed & took_part:
        told = "合同的承接方参加了这次采购而没有中选；请照原文核对结果公告和合同公告"
        yield seen, Doubt(_ID, ("suppliers",), told)


def _ids(record: Any, key: str) -> frozenset[str]:
    return frozenset(one.party for one in given(record, key, ()) or () if one.party)
