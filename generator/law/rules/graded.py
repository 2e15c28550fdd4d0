"""What an evaluation grades as a whole: the service, else each lot or each supplier in its table."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.verdict import Outcome, Verdict
from generator.records.histories import ids_of, judged
from generator.records.outcome import WHOLE
from generator.records.reading import Filed
from generator.records.source import Path

_GRAVEST = (Outcome.NOT_MET, Outcome.DEPARTS, Outcome.CANNOT_TELL, Outcome.MET)


class Graded(NamedTuple):
    """Where a grade stands, of which lot it is, and whom it grades; `name` is empty for the whole."""

    at: Path
    lot: str
    who: frozenset[str]
    name: str

    @property
    def called(self) -> str:
        """总评, 第1包 or the name of the supplier."""
        return self.name or "总评"


def graded(h: Hearing) -> list[Graded]:
    """What is graded as a whole; rows about a service, a site or a dimension are parts of it."""
    filed, lots = h.notice, h.case.outcome.lots
    if filed.record.overall:
        return [Graded(("overall",), WHOLE, frozenset(ids_of(filed.record.suppliers)), "")]
    of_lots = [
        Graded(at, lot, frozenset(who), lot if lot.endswith("包") else f"{lot}包")
        for at, (lot,), who in judged(filed, lots)
    ]
    return of_lots or list(_of_suppliers(h, filed))


def _of_suppliers(h: Hearing, filed: Filed) -> Iterable[Graded]:
    """The rows of a table of suppliers, each named once."""
    rows = [
        (i, str(one.party))
        for i, one in enumerate(filed.record.results)
        if one.party and not (one.lot or one.service or one.site or one.dimension)
    ]
    named = [who for _, who in rows]
    for i, who in rows:
        if named.count(who) == 1:
            yield Graded(("results", i), WHOLE, frozenset({who}), h.called(who))


def gravest(rows: Iterable[Graded], say: Callable[[Graded], Verdict]) -> Verdict | None:
    """Of what is said of the rows of one table what weighs most, and of which other rows it is true."""
    said = [(one, say(one)) for one in rows]
    kinds = ([pair for pair in said if pair[1].outcome is kind] for kind in _GRAVEST)
    alike = next(filter(None, kinds), [])
    if not alike:
        return None
    found, others = alike[0][1], "、".join(one.called for one, _ in alike[1:])
    return found._replace(sentence=f"{found.sentence}；{others}也一样") if others else found


def unless_corrected(h: Hearing, found: Verdict) -> Verdict:
    """What departs is not told of a notice that another corrects: what it says anew is words."""
    if found.outcome is Outcome.MET or not h.case.naming(h.notice.stem, "correction"):
        return found
    told = "公告后来另有更正，更正以后怎样由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)
