"""What one party has of a purchase of several lots: its own lots, and how far these have come."""

from collections.abc import Iterator
from dataclasses import replace

from generator.publish.project.entries import lots_words
from generator.publish.project.saying import stage_words
from generator.records.digest import Digest
from generator.records.shares import Share
from generator.records.unsigned import shown

_SIGNED = frozenset({"合同", "订单"})
_TAKEN = "入围"
_UNORDERED = "没有收录写明给本机构的订单"


def own_part(digest: Digest, share: Share) -> str | None:
    """由本机构承接分包 1: what is its own; None where what is said of all names it and no lot is known."""
    found = dict.fromkeys(_parts(share))
    names = {id or name for id, name in digest.chosen.names} if digest.chosen else set()
    has_lots = any(one.lots for one in share.stakes)
    return "，".join(found) if has_lots or (share.id or share.name) not in names else None


def _parts(share: Share) -> Iterator[str]:
    for one in share.stakes:
        how = "承接" if one.what in _SIGNED else "入围" if one.what == _TAKEN else "中选"
        yield f"由本机构{how}{lots_words(one.lots)}"


def own_stage(digest: Digest, share: Share) -> str | None:
    """How far its own lots have come; empty where that is not known of them; None where all is one.

    Whoever is only on the list of a framework has come no further, whatever others were ordered.
    """
    if share.stakes and all(one.what == _TAKEN for one in share.stakes):
        return _UNORDERED
    if not digest.lot_stages:
        return None
    lots = shown(lot for one in share.stakes for lot in one.lots)
    if not lots or not {*lots} <= digest.lot_stages.keys():
        same = {*digest.lot_stages.values()}
        return None if same == {digest.stage} else ""
    stages = {lot: stage_words(replace(digest, stage=digest.lot_stages[lot])) for lot in lots}
    if len({*stages.values()}) == 1:
        return stages[lots[0]]
    return "，".join(f"{lots_words([lot])} {said}" for lot, said in stages.items() if said)
