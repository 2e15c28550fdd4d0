"""Lots that only the words of a decision name: without them it is taken for one about the whole purchase."""

import re
from collections.abc import Iterator
from typing import Any

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.model.meaning import Refers
from generator.records.quoting import offered
from generator.records.spellings import tens
from generator.records.walk import given, values
from generator.records.walk import keys as keys_of

Told = tuple[Sight, Doubt]

# What ends or voids a result says so of all its lots unless it names some.
_ENDING = ("complaint", "termination")
# What one lot came to would be told of all of them.
_DELIVERING = frozenset(
    {"contract", "contract-change", "payment", "report", "acceptance", "evaluation", "consequence"}
)
_REFERRING = keys_of(Refers("lot")) | {"lots"}
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Za-z])(?![\dA-Za-z])"
_LOT = re.compile(
    rf"(?:采购包|合同包|分包|包|标段)(?:号|组)?[ :：]?(?P<behind>{_NUMBER})(?!万|元|%|％)"
    rf"|第(?P<before>{_NUMBER})个?(?:采购包|合同包|分包|包|标段)"
)


def doubts(chain: Chain) -> Iterator[Told]:
    """Decisions and endings that name some lots in words, notices that name one in their title, and none under a key."""
    known = {name for one in chain.sights for row in one.record.lots if (name := _id(row))}
    if len(known) < 2:
        return
    for seen in chain.sights:
        kind = seen.record.kind
        if kind in _ENDING and (kind == "termination" or given(seen.record, "effects")):
            yield from _said(seen, known, ("title", "outcome", "reason"))
        elif kind in _DELIVERING:
            yield from _said(seen, known, ("title",))


def _id(row: Any) -> str:
    return str(row.id or row.number or "")


def _said(seen: Sight, known: set[str], keys: tuple[str, ...]) -> Iterator[Told]:
    if any(held for _, held in values(seen.record, _REFERRING)):
        return
    for key in keys:
        words = given(seen.record, key) or ""
        named = {_plain(one["behind"] or one["before"]) for one in _LOT.finditer(words)}
        if named and named < known:
            told = (
                f"{label(seen.record, key)}说的是分包 {offered(dict.fromkeys(sorted(named)))}，没有写 lots，"
                f'网站就当作各包都是这样；请写 lots: [{{id: "{min(named)}"}}] 这样的几行'
            )
            yield seen, Doubt("MG-15", (key,), told)
            return


def _plain(number: str) -> str:
    """二 → 2, as the numbers of lots are mostly written."""
    return number if number.isascii() else str(tens(number))
