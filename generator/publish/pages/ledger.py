"""The ledger: what should exist by now, for projects whose notices are all here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.publish import permalinks
from generator.publish.pages import lists, paged
from generator.publish.pages.lists import List
from generator.publish.press import File, Press
from generator.publish.project import duties
from generator.publish.project.duties import DutyLine
from generator.publish.search.columns import as_json, packed
from generator.publish.words import figures
from generator.publish.words.figures import INVENTED, REAL, Figure, narrowed, of, such
from generator.records.digest import Digest
from generator.vocabulary import words

_ORDER = ("overdue", "due", "unlimited", "late", "unknown", "upcoming", "kept")


class Entry(NamedTuple):
    """One duty with the project it belongs to."""

    href: str
    title: str
    place: str
    division: str
    duty: DutyLine
    as_of: date
    fictional: bool


class Count(NamedTuple):
    """How many duties are in one state; open ones as of the day of the build."""

    state: str
    held: Figure
    demo: Figure | None


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/ledger/`: what is open first, then what came late; what was kept is counted."""
    every = sorted(entries(press, digests), key=_order)
    found = [one for one in every if one.duty.fixed != "kept"]
    kept = [one for one in every if one.duty.fixed == "kept"]
    list_ = List(
        "ledger",
        "ledger/",
        "台账",
        "应当公布的，公布了没有",
        found,
        "现在没有要列出的事项。",
        "项",
        of("obligations", such("state", "kept", no=True)),
    )
    yield from paged.files(
        press,
        list_,
        size,
        "ledger.html",
        counts=counts(press, digests),
        covered=figures.real("covered", _covered(digests), of("projects", "covered=true")),
        kept=len(kept),
        demos=press.shows_demos,
    )
    yield File("ledger/rows.json", as_json(list(map(_plain, found))))
    yield packed("ledger/kept.json", lambda: as_json(list(map(_plain, kept))))


def _covered(digests: Sequence[Digest]) -> int:
    return sum(one.covered and one.is_counted and not one.withdrawn for one in digests)


def entries(press: Press, digests: Iterable[Digest]) -> Iterator[Entry]:
    """All duties, those that were kept as well."""
    for digest in digests:
        for duty in digest.duties:
            if not digest.withdrawn:
                yield Entry(
                    permalinks.of(digest),
                    digest.title,
                    lists.place_name(press, digest),
                    press.known.divisions.name(digest.division) or "地区未载明",
                    duties.line(duty, press.directory),
                    press.as_of(digest),
                    digest.fictional,
                )


def counts(
    press: Press,
    digests: Iterable[Digest],
    of_: str = "obligations",
    by: str | None = None,
    *,
    invented: bool = False,
) -> tuple[Count, ...]:
    """The duties of all projects, or of one party, by state; of an invented one together."""
    found: dict[tuple[str, bool], int] = {}
    for digest in digests:
        for duty in () if digest.withdrawn or digest.sample else digest.duties:
            if by is None or by in duty.by:
                state = duty.state
                if state == "open":
                    state = duties.open_state(duty.since, duty.due, press.as_of(digest))
                key = state, digest.fictional and not invented
                found[key] = found.get(key, 0) + 1
    return tuple(
        _count(key, found, narrowed(of_, such("state", key)), invented)
        for key in words("duty_state")
        if found.get((key, False)) or found.get((key, True))
    )


def _count(state: str, found: Mapping[tuple[str, bool], int], of_: str, invented: bool) -> Count:
    held, demo = found.get((state, False), 0), found.get((state, True), 0)
    own = narrowed(of_, INVENTED if invented else REAL)
    shown = figures.invented(demo, of_) if demo else None
    return Count(state, figures.counted("duties", held, own), shown)


def _order(one: Entry) -> tuple[object, ...]:
    state = one.duty.state(one.as_of)
    day = one.duty.due or one.duty.since or date.max
    return one.fictional, _ORDER.index(state), day, one.href


def _plain(one: Entry) -> dict[str, Any]:
    duty = one.duty
    return {
        "href": f"{one.href}#{duty.anchor}",
        "title": one.title,
        "place": one.division,
        "where": one.place,
        "said": duty.said,
        "what": duty.what,
        "lot": duty.lot,
        "by": [name for name, _ in duty.by],
        "from": duty.since_word,
        "since": str(duty.since or ""),
        "due": str(duty.due or ""),
        "fixed": duty.fixed,
        "cites": duty.citation,
        "why": duty.why,
        "today": str(one.as_of) if one.fictional else "",
    }
