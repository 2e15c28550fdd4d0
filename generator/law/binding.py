"""Which articles of a rule bind one purchase: by day, place, kind of purchase and method."""

from datetime import date

from generator.law.hearing import Hearing
from generator.law.instruments import BOOKS, Article, article
from generator.law.locality import Locality
from generator.law.memory import remembered
from generator.law.verdict import Unsure
from generator.records.register import when

# A publicity of a sole supplier says its method by its kind.
_SOLE = "single-source"
# What any notice of a purchase calls so is one, whatever its project says.
_FRAMEWORK = "framework"


def binding(h: Hearing) -> tuple[str, ...]:
    """The articles of the rule that bind what is heard, as far as anybody knows.

    What is not known leaves an article in: a day that is not stated, a method, the
    kind of purchase, the day from which a document is in force.
    """
    methods, regime = _methods(h), _regime(h)
    return tuple(
        ref
        for ref in in_force(h)
        if _is_for(article(ref).methods, methods) and _is_for(article(ref).purchases, regime)
    )


def in_force(h: Hearing) -> tuple[str, ...]:
    """The articles of the rule that may be in force there on the days of the deed.

    A period begins on a day of its own: what the rule itself found in force was.
    """
    days, place = _days(h), h.case.place
    return tuple(
        ref for ref in h.rule.refs if ref in h.held or _is_in_force(article(ref), place, days)
    )


def _is_for(bound: frozenset[str], stated: frozenset[str]) -> bool:
    return not bound or not stated or bool(bound & stated)


def _is_in_force(one: Article, place: Locality, days: tuple[date, date] | None) -> bool:
    """Whether an article may be in force here on one of these days, or ever where none is known."""
    instrument = one.instrument
    if instrument.book != BOOKS[0]:
        id = instrument.id
        return any(place.has(id, day) for day in days) if days else id in place.books
    return days is None or instrument.may_hold(*days)


def _days(h: Hearing) -> tuple[date, date] | None:
    try:
        first, last = h.span()
    except Unsure:
        return None
    if h.notice is h.case.filed:
        # What a project record states holds of all its purchase, to the last notice.
        dated = (when(one.record) for one in h.case.notices)
        last = max((last, *(one.last for one in dated if one)))
    return first, last


@remembered
def _methods(h: Hearing) -> frozenset[str]:
    """The method; where it is doubtful which one, all that are stated around; none where none is."""
    try:
        found = h.purchase.method()
    except Unsure:
        return _stated(h)
    framework = {_FRAMEWORK} if h.purchase.is_framework() else set()
    return frozenset({str(found.value), *framework}) if found else frozenset(framework)


def _stated(h: Hearing) -> frozenset[str]:
    records = [one.record for one in (h.case.filed, *h.case.notices) if one]
    rounds = h.case.record.procedures if h.case.record else ()
    methods = {one.method for one in (*records, *rounds)} - {None}
    return frozenset(methods | {one.kind for one in records if one.kind == _SOLE})


def _regime(h: Hearing) -> frozenset[str]:
    regime = h.case.regime
    return frozenset({regime}) if regime and regime != "unknown" else frozenset()
