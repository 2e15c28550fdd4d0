"""What an evaluation grades as a whole: the service, else each lot or each supplier in its table."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.verdict import Outcome, Verdict
from generator.records.outcome import WHOLE
from generator.records.reading import Filed
from generator.records.source import Path

_GRAVEST = (Outcome.NOT_MET, Outcome.DEPARTS, Outcome.CANNOT_TELL, Outcome.MET)


class Graded(NamedTuple):
    """Where a grade stands, of which lot it is, whom it grades by name; `name` is empty for the whole."""

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
    return _overall(h) or _of_lots(h) or _of_suppliers(h)


def every_graded(h: Hearing) -> list[Graded]:
    """The same with each lot or supplier in the table, also beside a grade of the whole."""
    return [*_overall(h), *(_of_lots(h) or _of_suppliers(h))]


def _overall(h: Hearing) -> list[Graded]:
    if any(h.given("overall", key) for key in ("grade", "score")):
        return [Graded(("overall",), WHOLE, names(h), "")]
    return []


def _rows(h: Hearing) -> list[int]:
    return [i for i in range(h.count("results")) if not _is_part(h, i)]


def _of_lots(h: Hearing) -> list[Graded]:
    called = h.case.outcome.lots.called
    lots = {i: called(lot) for i in _rows(h) if (lot := h.given("results", i, "lot"))}
    return [Graded(("results", i), lot, _who(h, i, lot), _named(lot)) for i, lot in _once(lots)]


def _of_suppliers(h: Hearing) -> list[Graded]:
    who = {i: name for i in _rows(h) if (name := _row_name(h, i))}
    return [Graded(("results", i), WHOLE, frozenset({one}), one) for i, one in _once(who)]


def _row_name(h: Hearing, i: int) -> str:
    """Whom a row grades: by the name in its file, else as printed."""
    party, printed = h.given("results", i, "party"), h.given("results", i, "printed")
    return h.called(party) if party else str(printed or "")


def _is_part(h: Hearing, i: int) -> bool:
    return any(h.given("results", i, key) for key in ("service", "site", "dimension"))


def _once(rows: Mapping[int, str]) -> list[tuple[int, str]]:
    """Of two rows for one lot, or for one supplier, neither is the mark of the whole of it."""
    times = Counter(rows.values())
    return [(i, one) for i, one in rows.items() if times[one] == 1]


def _named(lot: str) -> str:
    return lot if lot.endswith("包") else f"{lot}包"


def _who(h: Hearing, i: int, lot: str) -> frozenset[str]:
    """Whom a row names, else whom the notice names for this lot."""
    own = _row_name(h, i)
    return frozenset({own}) if own else names(h, lot=lot)


def names(h: Hearing, of: Filed | None = None, lot: str = WHOLE) -> frozenset[str]:
    """The suppliers that a notice names, for one lot or any: by the name in their file, else as printed."""
    keys = ("party", "printed", "lots")
    rows = zip(*(h.column("suppliers", key, of=of) for key in keys), strict=True)
    has = h.case.outcome.lots.has
    mine = [(party, printed) for party, printed, lots in rows if not lot or has(lots or (), lot)]
    every = (h.called(party) if party else printed for party, printed in mine)
    return frozenset(one for one in every if one)


def on_file(h: Hearing, of: Filed | None = None) -> frozenset[str]:
    """The names in a notice, and in its table of grades, of organisations that have a file of their own."""
    parties = (*h.column("suppliers", "party", of=of), *h.column("results", "party", of=of))
    return frozenset(h.called(party) for party in parties if party)


def in_part(h: Hearing, of: Filed | None = None) -> frozenset[str]:
    """The names in a notice that are masked or shortened: two alike may be two organisations."""
    keys = ("printed", "masked", "short")
    rows = zip(*(h.column("suppliers", key, of=of) for key in keys), strict=True)
    printed = [str(one or "") for one in h.column("results", "printed", of=of)]
    own = [one or "" for one, masked, short in rows if masked or short or _is_masked(one or "")]
    return frozenset((*own, *filter(_is_masked, printed))) - {""}


def _is_masked(name: str) -> bool:
    return any(sign in name for sign in "*＊×某")


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
