"""Which articles of a rule bind one purchase: by day, place, kind of purchase and method."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.law.case import Case
from generator.law.hearing import Hearing
from generator.law.instruments import BOOKS, Article, article
from generator.law.locality import Locality
from generator.law.memory import remembered
from generator.law.purchase import UNSAID
from generator.law.rule import PUBLISHING, registered
from generator.law.verdict import Unsure
from generator.records.model.dates import Date
from generator.records.model.notice import Notice
from generator.records.model.times import Point
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.walk import given

# A publicity of a sole supplier says its method by its kind.
_SOLE = "single-source"
# What 招标 alone may mean.
_TENDERS = frozenset({"open-tender", "invited-tender"})
# What any notice of a purchase calls so is one, whatever its project says.
_FRAMEWORK = "framework"


def binding(h: Hearing) -> tuple[str, ...]:
    """The articles of the rule that bind what is heard, as far as anybody knows.

    What is not known leaves an article in: a day that is not stated, a method, the
    kind of purchase, the day from which a document is in force.
    """
    held = in_force(h)
    # By which method it was bought is only asked where it matters.
    methods = _methods(h) if _are_for_some(held) else frozenset[str]()
    return _of_these(held, methods, h.case.regime)


@cache
def _are_for_some(refs: tuple[str, ...]) -> bool:
    """Whether any of these articles binds some methods alone."""
    return any(article(ref).methods for ref in refs)


@cache
def _of_these(
    refs: tuple[str, ...], methods: frozenset[str], regime: str | None
) -> tuple[str, ...]:
    """Those of the articles that are for these methods and this kind of purchase."""
    bought = frozenset({regime} if regime else ())
    return tuple([ref for ref in refs if _is_for(article(ref), methods, bought)])


def in_force(h: Hearing) -> tuple[str, ...]:
    """The articles of the rule that may be in force there on the days of the deed.

    A period begins on a day of its own: what the rule itself found in force was.
    """
    held, refs = h.held, h.rule.refs
    if held.issuperset(refs):
        return refs
    days, place = _days(h, h.rule.deed), h.case.place
    return tuple([ref for ref in refs if ref in held or _is_in_force(article(ref), place, days)])


def _is_for(one: Article, methods: frozenset[str], regime: frozenset[str]) -> bool:
    """Whether an article is for these methods and this kind of purchase; what is not known leaves it in."""
    if one.methods and methods and one.methods.isdisjoint(methods):
        return False
    return not (one.purchases and regime and one.purchases.isdisjoint(regime))


def _is_in_force(one: Article, place: Locality, days: tuple[date, date] | None) -> bool:
    """Whether an article may be in force here on one of these days, or ever where none is known."""
    instrument = one.instrument
    if instrument.book != BOOKS[0]:
        id = instrument.id
        return any(place.has(id, day) for day in days) if days else id in place.books
    return days is None or instrument.may_hold(*days)


@remembered
def _days(h: Hearing, deed: tuple[str, ...]) -> tuple[date, date] | None:
    try:
        first, last = h.span(*deed)
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
    if found:
        return frozenset({str(found.value), *framework})
    return frozenset({*framework, *(_TENDERS if UNSAID in _said(h) else ())})


def _stated(h: Hearing) -> frozenset[str]:
    methods = _said(h)
    return frozenset(methods - {UNSAID} | (_TENDERS if UNSAID in methods else set()))


def _said(h: Hearing) -> set[str]:
    """All methods that the records of a purchase state, as they say them."""
    records = [one.record for one in (h.case.filed, *h.case.notices) if one]
    rounds = h.case.record.procedures if h.case.record else ()
    methods = {one.method for one in (*records, *rounds) if one.method}
    return methods | {one.kind for one in records if one.kind == _SOLE}


def latest_day(case: Case, filed: Filed) -> date:
    """The last day that a notice tells of: what began to hold later does not bind what it tells.

    A correction may tell of a later one; without any day everything may bind.
    """
    own = when(filed.record)
    if own is None:
        return date.max
    if not case.has_corrections:
        return _last_of(filed.record, own)
    dated = ((one.record, when(one.record)) for one in case.notices)
    return case.once(("latest",), lambda: max(_last_of(one, day) for one, day in dated if day))


def _last_of(record: Notice, noticed: Date) -> date:
    """The last day among those that decide what binds a notice that has a day."""
    last = noticed.last
    for day in _deeds_of(record):
        last = max(last, day.last)
    return last


def _deeds_of(record: Notice) -> Iterator[Date]:
    stated = record.__dict__
    for key, inside in _deeds(type(record)):
        value = stated.get(key)
        if value is None:
            continue
        for step in inside:
            value = value and given(value, step)
        day = value.on if isinstance(value, Point) else value
        if isinstance(day, Date):
            yield day


# Some limits begin with a period, not with the deed.
_PERIODS = frozenset({"deadline", "notice_period.from_", "documents.from_", "documents.to"})


@cache
def _deeds(model: type[Notice]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The days of deeds, and of periods, that a kind of notice may state: a key, and what is in it."""
    keys = {key for rule in registered().values() for key in rule.deed if key != PUBLISHING}
    paths = (key.split(".") for key in sorted(keys | _PERIODS))
    return tuple((head, tuple(rest)) for head, *rest in paths if head in model.model_fields)
