"""What the explorer can filter, count and sort: records, purchasers, suppliers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from generator.publish import permalinks
from generator.publish.pages import parties
from generator.publish.pages.again import codes as bought_again
from generator.publish.pages.lists import Row, place_name, row
from generator.publish.press import File, Press
from generator.publish.project import bought, streets, windows
from generator.publish.project.result import BAD, conclusions
from generator.publish.project.windows import FOR_SUPPLIERS
from generator.publish.search import columns, likely, takeaway
from generator.publish.search.columns import Table
from generator.publish.search.fulltext import besides
from generator.publish.words import sides
from generator.records.digest import Digest
from generator.records.grading import FAILS, plain
from generator.records.known import Party
from generator.vocabulary import words

# Columns whose words are keys of the vocabulary.
NAMED = ("field", "method", "kind", "conclusion", "outcome", "target_group")


Column = Callable[[Any], Iterable[str]]


class PartyLine(NamedTuple):
    """An organisation in the list of purchasers or of suppliers."""

    party: Party
    held: list[Digest]
    row: Row


def records(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`search/records/`: projects and loose notices by year."""
    own = {name: {key: term.label for key, term in words(name).items()} for name in NAMED}
    labels = {**own, **facets(), "stage": _stages(), "regime": bought.labels(digests)}
    labels["division"] = names(press, digests)
    # Who asks for those graded badly is told that there are none, where there are none.
    labels["grade"] = {grade: grade for grade in sorted(FAILS)}
    yield from columns.files(
        _record_table(press),
        digests,
        press.memory,
        demo_on=press.demo_on.isoformat(),
        labels=labels,
        samples=sum(one.sample for one in digests),
    )
    yield from columns.files(takeaway.of_records(), digests, press.memory)
    yield likely.file(press, digests)


def purchasers(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`search/purchasers/`: every public body that appears."""
    yield from _parties(press, digests, "purchasers")


def suppliers(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`search/suppliers/`: every other organisation that appears."""
    yield from _parties(press, digests, "suppliers")


def _record_table(press: Press) -> Table:
    # Of what was withdrawn only title and number are shown, and where it was.
    kept: dict[str, Column] = {
        name: partial(_unless_withdrawn, column) for name, column in _record_words(press).items()
    }
    kept["division"] = lambda one: divisions(press, one.division)
    return Table("records", kept, _record_plain(press), lambda one: one.year, _is_real)


def _record_words(press: Press) -> dict[str, Column]:
    return {
        "party": lambda one: [role.name for role in one.roles if role.name],
        "purchaser": lambda one: [name for _, name in one.names("purchaser")],
        "supplier": lambda one: sides.of_record(one).chosen,
        "place": lambda one: [place_name(press, one)],
        "street": lambda one: streets.inside(one, press.known.divisions),
        "field": lambda one: [one.field] if one.field else [],
        "method": lambda one: one.methods,
        "stage": _stage,
        "regime": bought.codes,
        "target_group": lambda one: one.target_groups,
        "kind": lambda one: [line.kind for line in one.notices if not line.withdrawn],
        "acts": _acts,
        "known": lambda one: besides(press, one),
        "grade": lambda one: [plain(mark.grade) for mark in one.marks if mark.grade],
        "conclusion": lambda one: sorted(conclusions(one)),
        "outcome": lambda one: [judged.outcome for judged in one.judged],
    }


def _record_plain(press: Press) -> dict[str, Callable[[Any], Any]]:
    return {
        "id": lambda one: one.id,
        "href": lambda one: permalinks.of(one) if one.loose else "",
        "title": lambda one: one.title,
        "numbers": lambda one: [] if one.withdrawn else list(one.numbers),
        "says": lambda one: list(row(press, one).says),
        "day": lambda one: one.latest.isoformat() if one.latest else "",
        "count": lambda one: len(one.notices),
        "budget": lambda one: None if one.withdrawn else _yuan(one.budget),
        "award": _award,
        "award_of": lambda one: one.price.called if one.price and _award(one) is not None else "",
        "paid": _paid,
        # Whether an original states it: only then it is added up.
        "sure": _is_sure,
        "windows": lambda one: _windows(press, one),
        "withdrawn": lambda one: int(one.withdrawn),
    }


def _parties(press: Press, digests: Sequence[Digest], section: str) -> Iterator[File]:
    found = [PartyLine(*one) for one in parties.lines(press, digests, section)]
    table = Table(
        section,
        {
            "type": lambda one: [one.party.record.type],
            "division": lambda one: divisions(press, one.party.record.division or ""),
            "year": lambda one: sorted({digest.year for digest in one.held}),
            **({"again": bought_again} if section == "purchasers" else {}),
        },
        {
            "id": lambda one: one.party.id,
            "href": lambda one: one.row.href,
            "title": lambda one: one.row.title,
            "says": lambda one: list(one.row.says),
            "records": lambda one: sum(not digest.sample for digest in one.held),
            **({"buys": _buys} if section == "purchasers" else {}),
            "last": lambda one: max(digest.year for digest in one.held),
        },
        lambda one: "all",
        lambda one: not one.row.fictional,
    )
    codes = {code for one in found for code in divisions(press, one.party.record.division or "")}
    labels = {
        **facets(),
        "type": {key: term.label for key, term in words("party_type").items()},
        "again": {key: term.label for key, term in words("again").items()},
        "division": labelled(press, codes),
    }
    yield from columns.files(table, found, press.memory, labels=labels)


def _buys(line: PartyLine) -> int:
    """In how many of its records it is the purchaser: not who only uses, publishes or decides."""
    return parties.bought_by(line.held, line.party.id)


def names(press: Press, digests: Iterable[Digest]) -> dict[str, str]:
    """What the places of these records are called, and those around them."""
    return labelled(press, {code for one in digests for code in divisions(press, one.division)})


def labelled(press: Press, codes: Iterable[str]) -> dict[str, str]:
    """What places are called."""
    return {code: press.known.divisions.name(code) or "地区未载明" for code in sorted(codes)}


def divisions(press: Press, division: str) -> list[str]:
    """A place and all around it, the widest first."""
    codes = [one.code for one in press.known.divisions.lineage(division)]
    return codes or ([division] if division else [])


def facets() -> dict[str, dict[str, str]]:
    """What the facets themselves are called."""
    return {"facet": {key: term.label for key, term in words("facet").items()}}


def _stages() -> dict[str, str]:
    seen = {f"seen-{key}": term.label for key, term in words("stage_seen").items()}
    # What an acceptance concluded stands beside the stage, and in its place where it did not pass.
    concluded = {key: term.meaning for key, term in words("conclusion").items() if key in BAD}
    return {key: term.label for key, term in words("stage").items()} | seen | concluded


def _stage(digest: Digest) -> list[str]:
    if digest.loose:
        return []
    bad = sorted(conclusions(digest) & BAD.keys())
    if bad and digest.stage == "accepted":
        return bad
    return [digest.stage if digest.covered else f"seen-{digest.stage}", *bad]


def _acts(digest: Digest) -> Iterator[str]:
    """Kind and year of its notices, where a kind did not come out in the year of the record alone."""
    years: dict[str, set[str]] = defaultdict(set)
    for line in digest.notices:
        if not line.withdrawn:
            years[line.kind].add(f"{line.dated.date.first:%Y}" if line.dated else "0000")
    for kind, found in years.items():
        if found != {digest.year}:
            yield from (f"{kind} {year}" for year in sorted(found))


def _unless_withdrawn(column: Callable[[Any], Iterable[str]], digest: Digest) -> Iterable[str]:
    return () if digest.withdrawn else column(digest)


def _is_real(digest: Digest) -> bool:
    return digest.is_counted


def _windows(press: Press, digest: Digest) -> list[list[str]]:
    """For whom, what, until when and from when: all that is not over on the day of the build."""
    return [
        [
            "answer" if one.kind in FOR_SUPPLIERS else "public",
            one.what,
            f"{one.until}{f' {one.time}' if one.time else ''}",
            one.since.isoformat() if one.since else "",
        ]
        for one in (() if digest.sample else windows.of(digest))
        if one.until >= press.as_of(digest)
    ]


def _award(digest: Digest) -> float | None:
    """What was awarded or contracted; what a loose notice spends or allots is neither."""
    if digest.price is None or digest.loose or digest.withdrawn:
        return None
    return _yuan(digest.price.amount)


def _is_sure(digest: Digest) -> int:
    """Whether the price may be added up, as in the table of projects."""
    return int(_award(digest) is not None and digest.price is not None and not digest.price.known)


def _paid(digest: Digest) -> float | None:
    """What the payments on file add up to."""
    return None if digest.paid is None or digest.withdrawn else _yuan(digest.paid.amount)


def _yuan(amount: Decimal | None) -> float | None:
    # The explorer sorts and adds; the exact sum stands in `says` and on the page.
    return None if amount is None else float(amount)
