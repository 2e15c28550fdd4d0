"""The contracts, results, grants and evaluations of one party in one record, each with its own sum and notice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.law.judge import rules
from generator.law.verdict import DEPARTURES
from generator.publish import permalinks
from generator.publish.press import Press
from generator.publish.project.result import graded
from generator.publish.project.saying import known_words, together, way_words
from generator.publish.words.cells import listed, yuan
from generator.records.deals import Deal
from generator.records.digest import Digest, Judged, Line, Role
from generator.records.model import PROJECT
from generator.records.model.dates import Date
from generator.records.shares import Share, Stake

NOT_CHOSEN = "未中选"
UNDATED = "日期未载明"
_CHOSEN = frozenset({"suppliers", "winners"})
_HOLDING = frozenset({"delivers", "granted"})
_COPIED = "reprinted"
# What a sum is called by the kind of the notice that states it last.
_LATER = {"contract-change": "（变更后）", "correction": "（更正后）"}


class Other(NamedTuple):
    """Whom a contract is with; `href` is empty for a name that is only printed."""

    name: str
    href: str


class Beside(NamedTuple):
    """What the records of other projects say of a choice: the rule, what must hold, where it is told."""

    rule: str
    outcome: str
    ought: str
    href: str


class Entry(NamedTuple):
    """A contract, a result or a grant of a party; `own` is its sum where that may be added."""

    year: str
    day: date
    href: str
    what: str
    said: str
    own: Decimal | None
    notes: tuple[str, ...]
    record: str
    methods: str
    others: tuple[Other, ...]
    beside: tuple[Beside, ...] = ()


class Graded(NamedTuple):
    """An evaluation, with its scale: scales of different places say different things."""

    year: str
    day: date
    href: str
    said: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Record:
    """A digest with its notices by stem, and who buys and who is chosen by each of them."""

    digest: Digest
    lines: Mapping[str, Line]
    buyers: Mapping[str, list[Role]]
    chosen: Mapping[str, list[Role]]

    def buying(self, stem: str) -> list[Role]:
        """Whom a notice names as purchaser, else the project itself, else any of its notices."""
        named = self.buyers.get(stem) or self.buyers.get(PROJECT)
        return named or [one for some in self.buyers.values() for one in some]


def _record(digest: Digest) -> _Record:
    lines = {one.stem: one for one in digest.notices}
    buyers: dict[str, list[Role]] = defaultdict(list)
    chosen: dict[str, list[Role]] = defaultdict(list)
    kept = {one.id or one.name for one in digest.shares if one.part in _HOLDING}
    for role in digest.roles:
        if role.key == "purchaser":
            buyers[role.stem].append(role)
        elif role.key in _CHOSEN and not role.void and (role.id or role.name) in kept:
            chosen[role.stem].append(role)
    return _Record(digest, lines, dict(buyers), dict(chosen))


def bought(press: Press, digest: Digest, id: str) -> Iterator[Entry]:
    """Each contract of its own; where it buys with others, their sum is not its own."""
    record = _record(digest)
    for deal in digest.deals:
        buyers = record.buying(deal.stem)
        if id in {one.id for one in buyers}:
            alone = len({one.id or one.name for one in buyers}) == 1
            whose = "" if alone else "与其他采购人合计"
            chosen = record.chosen.get(deal.stem, ())
            own = [one for one in chosen if not deal.whom or (one.id or one.name) in deal.whom]
            yield _entry(press, record, deal, whose, own)


def delivered(press: Press, digest: Digest, id: str) -> Iterator[Entry]:
    """Each notice by which it delivers or is granted something; what several have together says so."""
    share = next((one for one in digest.shares if one.id == id), None)
    if share and share.stakes and share.part in _HOLDING:
        record = _record(digest)
        told = list(against(press, digest, id))
        for stake in share.stakes:
            whose = together(stake.of)
            made = _entry(press, record, stake, whose, record.buying(stake.stem))
            own = [one for judged, one in told if _near(share, judged) is stake]
            yield made._replace(beside=tuple(own))


def against(press: Press, digest: Digest, id: str) -> Iterator[tuple[Judged, Beside]]:
    """What departs from a rule over several projects where this party was chosen."""
    known = rules()
    told = [one for one in digest.judged if one.outcome in DEPARTURES and known[one.rule].across]
    if not told:
        return
    won = {(one.stem, one.lot): one for one in digest.wins if id in one.suppliers}
    name = press.directory.names.get(id, id)
    for one in told:
        win = won.get((one.stem, one.lot))
        # Of several chosen together the sentence names whom it speaks of.
        if win and (win.suppliers == (id,) or name in one.sentence):
            href = f"{permalinks.of(digest)}#across"
            yield one, Beside(one.rule, one.outcome, known[one.rule].sentence, href)


def _near(share: Share, judged: Judged) -> Stake:
    """Where a verdict on a result is told: at it, else at what came of its lot, else at the first."""
    here = [one for one in share.stakes if one.stem == judged.stem]
    of_lot = [one for one in share.stakes if judged.lot and judged.lot in one.lots]
    return (here or of_lot or list(share.stakes))[0]


def missed(press: Press, digest: Digest, id: str) -> Iterator[Entry]:
    """Each result of those in which it took part and was not chosen; no sum is its own."""
    share = next((one for one in digest.shares if one.id == id), None)
    if share and share.part == "lost":
        record = _record(digest)
        for stake in {one.stem: one for one in share.stakes}.values():
            made = _entry(press, record, stake, "", record.buying(stake.stem))
            yield made._replace(what=NOT_CHOSEN, said=digest.title, notes=made.notes[1:])


def _entry(
    press: Press, record: _Record, given: Deal | Stake, whose: str, others: Iterable[Role]
) -> Entry:
    digest, line, by = record.digest, record.lines[given.stem], record.lines[given.by]
    sum_ = f" {yuan(given.amount)}" if given.amount is not None else _unsummed(line)
    whose = whose if given.amount is not None else ""
    return Entry(
        *_year(_placed(line)),
        permalinks.of_notice(digest, by),
        given.what,
        f"{whose}{given.what}{sum_}{_LATER.get(by.kind, '')}{known_words(given.known)}",
        given.amount if not whose and not given.known else None,
        tuple(filter(None, (digest.title, lots_words(given.lots), listed(line)))),
        digest.id,
        way_words(digest, given.stem),
        tuple(dict.fromkeys(_other(press, one) for one in others if one.name)),
    )


def lots_words(lots: Iterable[str]) -> str:
    """分包 1、2: of which lots something is; empty of a whole purchase."""
    named = "、".join(lots)
    return f"分包 {named}" if named else ""


def _unsummed(line: Line) -> str:
    """Why a notice has no sum here: it states none, or one that is part of another or not exact."""
    stated = line.paper.amount or any(one.sum for one in line.paper.won)
    return "（金额见公告，这里不计）" if stated else "（没有收录金额）"


def _placed(line: Line) -> Date | None:
    """The day of a notice; that of a reprint says nothing of it."""
    return None if line.dated is None or line.dated.key == _COPIED else line.dated.date


def _year(on: Date | None) -> tuple[str, date]:
    return (f"{on.first.year}年", on.first) if on else (UNDATED, date.min)


def buys(digest: Digest, id: str) -> bool:
    """Whether a party is the purchaser: not who only uses what was bought, or approves of it."""
    return any(one.id == id and one.key == "purchaser" for one in digest.roles)


def _other(press: Press, role: Role) -> Other:
    return Other(role.name or "", f"{press.directory.of(role)}/{role.id}/" if role.id else "")


def evaluations(press: Press, digest: Digest, names: set[str] | None = None) -> Iterator[Graded]:
    """The evaluations of a record, or those about one party; what was corrected later is left out."""
    lines = {one.stem: one for one in digest.notices}
    for mark in digest.marks:
        said = graded(mark, press.directory)
        if said and not mark.disputed and (names is None or names & {*mark.suppliers}):
            # Of a record all who were evaluated are named; of one party its page does it.
            whose = () if names else (press.directory.names.get(id, id) for id in mark.suppliers)
            scale = press.directory.scales.get(mark.scale or "", mark.scale)
            notes = (*whose, digest.title, f"按{scale}" if scale else "标准未载明")
            line = lines[mark.stem]
            copied = line.dated and line.dated.key == _COPIED and line.dated.date == mark.on
            on = None if copied else mark.on
            yield Graded(*_year(on), permalinks.of_notice(digest, line), said, notes)
