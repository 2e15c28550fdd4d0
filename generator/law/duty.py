"""One duty: what is awaited, from when, until when, by whom, under which article."""

from datetime import date

from generator.law.calendar import UnknownYear
from generator.law.case import Case
from generator.law.counting import last_day
from generator.law.instruments import limit
from generator.law.purchase import Purchase
from generator.law.unchecked import unseen
from generator.records.digest import Duty
from generator.records.outcome import WHOLE
from generator.records.reading import Filed


def lots_of(case: Case, filed: Filed) -> list[str]:
    """The lots that a notice names; the whole where it names none."""
    return sorted(case.lots_of(filed)) or [WHOLE]


def purchase_of(case: Case, filed: Filed, lot: str) -> Purchase:
    """What holds of a purchase around a notice; duties tell no way of reading."""
    return Purchase(case, filed, lot, [])


def counted(case: Case, cause: Filed, what: str, ref: str, since: date) -> Duty:
    """A duty whose last day a limit gives; unknown where the calendar of that year is."""
    article = ref.partition(".")[0]
    try:
        due = last_day(since, limit(ref), case.place.declared or "A")
    except UnknownYear:
        return owed(case, cause, what, article, since=since, why="calendar")
    return owed(case, cause, what, article, since=since, due=due)


def owed(
    case: Case,
    cause: Filed,
    what: str,
    ref: str,
    *,
    since: date | None,
    due: date | None = None,
    why: str = "",
    lot: str = WHOLE,
) -> Duty:
    """A duty that nothing seen has fulfilled; `why` is the doubt that keeps its days unknown."""
    state = "unknown" if why else "open"
    said = lot if len(case.lots_around(cause)) > 1 else ""
    return Duty(what, ref, by(case, cause), state, since, due, cause.stem, "", why, "", said)


def unless_looked_for(case: Case, kept: Filed, item: str, duty: Duty) -> Duty:
    """The duty; unknown where the notice that would say that it was kept may say so."""
    why = unseen(case, kept, item)
    return duty._replace(state="unknown", due=None, why=why) if why else duty


def by(case: Case, filed: Filed) -> tuple[str, ...]:
    """The purchasers: of the notice, else of the project."""
    record = case.record
    whos = filed.record.purchaser or (record.purchaser if record else ())
    return tuple(who.party or who.printed or "" for who in whos)
