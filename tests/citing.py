"""Citations found in text, and whether an article binds a purchase: read from the records anew.

Nothing here asks how the law room decides what it cites; it reads the records alone, so
that the two can be compared.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from generator.law import instruments
from generator.law.case import Case
from generator.law.instruments import Article
from generator.records.register import when

# A result may be told that long after the choice.
_BEFORE = timedelta(days=30)
_BEGINNINGS = ("documents.from", "notice_period.from", "notice_period.to")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百]+条")
# A place of a text that names an article, or the document that the next ones are of.
_CLAUSE = r"第([一二三四五六七八九十百]+)条"
_SHORT = {"实施条例": "GPR", "采购法": "GPL", "信息公开条例": "OGI", "武汉：办法": "WH67"}


class Binding(NamedTuple):
    """What of a purchase decides which articles bind it."""

    regime: str | None
    methods: frozenset[str]
    days: tuple[date, date] | None


@cache
def citations() -> dict[str, Article]:
    """Every article by how it is cited."""
    every = instruments.instruments().values()
    return {one.citation: one for each in every for one in each.articles.values()}


@cache
def _cited() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, citations()), key=len, reverse=True)))


def cited(text: str) -> list[Article]:
    """The articles that a text cites in full."""
    return [citations()[one] for one in _cited().findall(text)]


def of_case(case: Case, deed: Sequence[str] = ()) -> Binding:
    """All methods that the records state, and all days on which it may have been done."""
    records = [one.record for one in (case.filed, *case.notices) if one]
    rounds = getattr(case.record, "procedures", ())
    methods = {one.method for one in (*records, *rounds)} - {None}
    methods |= {one.kind for one in records if one.kind == "single-source"}
    # 招标 alone is open or invited, and nothing else.
    tenders = {"open-tender", "invited-tender"}
    one_way = tenders if methods == {"tender"} else methods if len(methods) == 1 else set()
    # What has no day may have been done on any.
    undated = any(when(one.record) is None for one in case.notices)
    days = [] if undated else sorted(_days(case, deed))
    return Binding(
        case.regime,
        # Of several ways of buying, or of several rounds, any may be meant.
        frozenset(one_way) if len(case.rounds) < 2 else frozenset(),
        (days[0], days[-1]) if days else None,
    )


def _days(case: Case, deed: Sequence[str]) -> Iterator[date]:
    for one in case.notices:
        stated = [found for key in deed if (found := _at(one.record, key))]
        # A period begins on a day of its own.
        yield from (found.first for key in _BEGINNINGS if (found := _at(one.record, key)))
        yield from (day for found in stated for day in (found.first, found.last))
        if (noticed := when(one.record)) and not stated:
            yield from (noticed.first - _BEFORE, noticed.last)


def _at(record: Any, key: str) -> Any:
    for step in key.replace("from", "from_").split("."):
        record = getattr(record, step, None)
    return record


def binds(one: Article, case: Case, by: Binding) -> bool:
    """Whether an article may bind a purchase, on one of its days and in its place."""
    instrument = one.instrument
    if by.regime not in {None, "unknown"} and one.purchases and by.regime not in one.purchases:
        return False
    if by.methods and one.methods and not by.methods & one.methods:
        return False
    if instrument.book != "national" and instrument.id not in case.place.books:
        return False
    # 武汉办法 2: a service for people in need, not one to the office that buys.
    if instrument.id == "WH67" and getattr(case.record, "service_kind", None) == "auxiliary":
        return False
    first, last = by.days or (date.min, date.max)
    begins, ends = instrument.unsure_from or instrument.from_, instrument.unsure_to or instrument.to
    return begins <= last and (ends is None or first <= ends)


# Text by hand: articles named by the number of their document, or after it in the paragraph


@cache
def _documents() -> dict[str, str]:
    names = dict(_SHORT)
    for one in instruments.instruments().values():
        names |= {f"《{one.short}》": one.id, f"《{one.title}》": one.id}
        if one.number:
            names[one.number] = one.id
        if order := re.fullmatch(r"财政部令第(\d+)号", one.number or ""):
            names |= {f"{order[1]}号令": one.id, f"第{order[1]}号": one.id, f"令{order[1]}": one.id}
    return names


@cache
def _tokens() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _documents()), key=len, reverse=True))
    return re.compile(rf"({names})|(《[^》]+》)|{_CLAUSE}")


def by_hand(paragraph: str) -> Iterator[tuple[str, str]]:
    """Document and number of each article that a paragraph names; 第十条 is of the last document."""
    document = ""
    for found in _tokens().finditer(paragraph):
        name, other, number = found.groups()
        if name:
            document = _documents()[name]
        elif other:
            document = other
        elif number:
            yield document, f"第{number}条"


@cache
def on_file(document: str) -> frozenset[str]:
    """第五十条 and all the other numbers of articles of a document on file."""
    held = instruments.instruments().get(document)
    cites = (one.cite for one in held.articles.values()) if held else ()
    return frozenset(found[0] for cite in cites if (found := _NUMBERED.match(cite)))
