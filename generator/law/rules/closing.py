"""Which acceptance closes a service: what the measures of Wuhan say of one is said of no other."""

import re
from datetime import date

from generator.law.hearing import Hearing
from generator.records.reading import Filed

# What is accepted in parts is not done yet; 末期 and 终期 are.
_IN_PARTS = re.compile(
    "中期|阶段|分期|分段|季度|半年|年中|首期|前期|月度|第[一二三四1-4](?:期|季|阶段|批)|预验收"
)


def closes_the_service(h: Hearing) -> bool:
    """Whether nothing says that an acceptance came before the end of the service (武汉办法 11)."""
    named = (h.given(key) for key in ("title", "as_titled"))
    if any(_IN_PARTS.search(str(one)) for one in named if one):
        return False
    accepted = h.given("accepted_on")
    ends = [end for one in (h.notice, *_contracts(h)) if (end := _end(h, one))]
    return accepted is None or not ends or accepted.last >= max(ends)


def _contracts(h: Hearing) -> list[Filed]:
    return h.case.referred(h.notice, "contract", "contract-change")


def _end(h: Hearing, filed: Filed) -> date | None:
    """The last day of the service as a notice states it."""
    term = h.given("term", of=filed)
    return term.to.on.last if term and term.to and term.to.on else None
