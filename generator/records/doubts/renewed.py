"""What a correction or a change says in words and states nowhere: the new value of a known target."""

import re
from collections.abc import Iterator

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt
from generator.records.doubts.sight import Sight
from generator.records.walk import given

Told = tuple[Sight, Doubt]

_CHANGING = ("correction", "contract-change")
# 第三条, 包2, 3.: where it stands; 第三年度 is no part of the name, and another promise.
_PLACE = re.compile(
    r"(?:第[一二三四五六七八九十百0-9]+条|(?:分包|包|标段)[ ]?[0-9一二三四五六七八九十]+|[0-9]+[.、]|\s)+"
)


def doubts(chain: Chain) -> Iterator[Told]:
    """Changes that name a target promised before, where its new value is not written as one."""
    known: dict[str, None] = {}
    for seen in chain.sights:
        if seen.record.kind in _CHANGING and known:
            yield from ((seen, one) for one in _unsaid(seen, known))
        known |= dict.fromkeys(one.name for one in seen.record.targets)


def _unsaid(seen: Sight, known: dict[str, None]) -> Iterator[Doubt]:
    stated = {one.name for one in seen.record.targets}
    for i, change in enumerate(given(seen.record, "changes", ())):
        name = _PLACE.sub("", change.item or "")
        if name in known and name not in stated and change.after:
            told = f"改了“{name[:20]}”，targets 里没有写改后的数，页面和对照仍用原来的；请在 targets 里再写一次 {{name: {name[:20]}, target: …}}"
            yield Doubt("MG-16", ("changes", i), told)
