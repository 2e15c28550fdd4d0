"""Makes the digest of a project or of a loose notice, from what was stated alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from generator.records.acting import asked_roles, roles
from generator.records.course import Course, course_of, lot_stages, stage_of
from generator.records.deals import Deal, deals
from generator.records.digest import Crossing, Digest, Line, Role
from generator.records.direct import direct
from generator.records.following import outcome_of
from generator.records.grounds import Asked, by_stem
from generator.records.histories import marks, measures, wins
from generator.records.lots import served
from generator.records.outcome import Outcome
from generator.records.paper import Paper, paper_of
from generator.records.price import Price
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project, is_sample, is_withdrawn, placed
from generator.records.sequel import acceptances, paid
from generator.records.shares import Share, shares
from generator.records.superseded import superseded
from generator.records.ties import ties
from generator.records.walk import given
from generator.records.ways import ways
from generator.records.windows import windows

_NO_PAPER = Paper()


def of_project(project: Project, outcome: Outcome | None = None) -> Digest:
    """The digest of a project; `outcome` where what came of it is known already."""
    record = project.record
    gist = _gist_of(project, outcome)
    return Digest(
        **_sorted(project),
        **_across(gist, _ALL),
        **_beside(gist),
        covered=record.coverage is not None,
        place=record.place,
        form=record.form,
        target_groups=record.target_groups,
        ties=ties(gist.everything),
        direct=direct(gist.everything),
    )


def of_notice(notice: LooseNotice, outcome: Outcome | None = None) -> Digest:
    """The digest of a notice that belongs to no project."""
    gist = _gist_of(notice, outcome)
    return Digest(
        **_loose(notice),
        **_across(gist, _ALL),
        **_beside(gist),
        covered=False,
        place=None,
        form=None,
        target_groups=(),
    )


def crossing(one: Project | LooseNotice, outcome: Outcome | None = None) -> Crossing:
    """What of it rules over several projects ask for: a check needs, and sends, no more."""
    own = _sorted(one) if isinstance(one, Project) else _loose(one)
    return Crossing(**own, **_across(_gist_of(one, outcome), _ASKED))


def _sorted(project: Project) -> dict[str, Any]:
    record = project.record
    methods = [filed.record.method for filed in project.everything if filed.record.method]
    return {
        "id": project.id,
        "loose": False,
        "division": project.division,
        "year": project.year,
        "title": record.title,
        "fictional": bool(record.fictional),
        "sample": is_sample(record),
        "withdrawn": is_withdrawn(record),
        "place_inferred": not project.filed.is_stated("division"),
        "field": record.field,
        "service_kind": record.service_kind,
        "regime": record.regime,
        "regime_basis": project.filed.annotation("regime").basis,
        "methods": tuple(dict.fromkeys(methods)),
    }


def _loose(notice: LooseNotice) -> dict[str, Any]:
    record = notice.record
    return {
        "id": notice.id,
        "loose": True,
        "division": notice.division,
        "year": notice.year,
        "title": record.title,
        "fictional": bool(record.fictional),
        "sample": is_sample(record),
        "withdrawn": is_withdrawn(record),
        "place_inferred": False,
        "field": None,
        "service_kind": None,
        "regime": None,
        "regime_basis": None,
        "methods": (record.method,) if record.method else (),
    }


@dataclass(frozen=True)
class _Gist:
    """The files that are used, and what came of them."""

    listed: tuple[Filed, ...]
    everything: tuple[Filed, ...]
    notices: tuple[Filed, ...]
    asked: Asked
    outcome: Outcome
    regime: str | None
    project: Filed | None

    @cached_property
    def course(self) -> Course:
        """How far it has gone; rules over several projects ask for its stage alone."""
        return course_of(self.notices, self.outcome)

    @cached_property
    def price(self) -> Price | None:
        """What it costs, or what was spent."""
        return self.course.price or _spent(self.notices)

    @property
    def budget(self) -> Decimal | None:
        """The exact budget that was stated last; none of one round for a price of several."""
        rounds = {one.record.procedure for one in self.everything} - {None}
        if rounds:
            stems = {stem for chain in self.price.chains for stem in chain} if self.price else set()
            priced = (one.record.procedure for one in self.everything if one.stem in stems)
            rounds = set(priced) - {None}
        # What another round asked for is not what this one was to cost.
        own = (one.record for one in reversed(self.everything))
        sums = (one.budget for one in own if not rounds or one.procedure in {None, *rounds})
        exact = (money.yuan for money in sums if money and money.yuan is not None)
        return next(exact, None) if len(rounds) <= 1 else None


def _gist_of(one: Project | LooseNotice, outcome: Outcome | None) -> _Gist:
    if isinstance(one, Project):
        everything, notices, project = one.everything, one.notices, one.filed
        regime = one.stated_regime
    else:
        everything, notices, project = (one.filed,), (one.filed,), None
        regime = None
    # Of a withdrawn notice nothing is used but that it was there.
    listed = notices
    everything = tuple(filed for filed in everything if not is_withdrawn(filed.record))
    notices = tuple(filed for filed in notices if not is_withdrawn(filed.record))
    found = outcome or outcome_of(notices, project)
    return _Gist(listed, everything, notices, by_stem(one.open), found, regime, project)


def _across(gist: _Gist, wanted: "_Wanted") -> dict[str, Any]:
    void, notices = gist.outcome.void, gist.notices
    found = (
        role
        for filed in gist.everything
        for role in wanted.roles(filed, filed.stem in void, gist.regime)
    )
    return {
        "roles": tuple(dict.fromkeys(found)),
        "notices": tuple(map(wanted.line, gist.listed)),
        "wins": tuple(wins(notices, gist.outcome, gist.asked)),
        "marks": tuple(marks(notices, gist.outcome.lots, gist.asked)),
        "measures": tuple(measures(notices, gist.asked)),
        "budget": gist.budget,
        "stage": wanted.stage(gist),
    }


def _beside(gist: _Gist) -> dict[str, Any]:
    notices = gist.notices
    numbers = (number for filed in gist.everything for number in _numbers(filed))
    made, whose = deals(notices, gist.outcome, gist.price), shares(notices, gist.outcome)
    return {
        "numbers": tuple(dict.fromkeys(numbers)),
        "served": served(gist.everything),
        "windows": tuple(
            window for filed in notices for window in windows(filed, notices, gist.outcome)
        ),
        "chosen": gist.course.chosen,
        "price": gist.price,
        "acceptances": tuple(acceptances(notices, gist.outcome.lots, gist.asked)),
        "paid": paid(notices, gist.price),
        "shares": whose,
        "deals": made,
        "superseded": tuple(superseded(gist.outcome, made)),
        "ways": ways(notices, gist.outcome, gist.project, _stems(made, whose)),
        "lot_stages": lot_stages(notices, gist.outcome),
    }


def _stems(made: Iterable[Deal], whose: Iterable[Share]) -> Iterator[str]:
    """The notices whose method is asked for."""
    yield from (one.stem for one in made)
    yield from (stake.stem for one in whose for stake in one.stakes)


def _numbers(filed: Filed) -> Iterator[str]:
    record = filed.record
    yield from (one.value for one in record.numbers if one.value)
    yield from (one.number for one in record.mentions if one.number)
    yield from (number for one in given(record, "procedures", ()) for number in one.numbers)


def _spent(notices: tuple[Filed, ...]) -> Price | None:
    whats = {"final-account": "支出", "allocation": "分配"}
    for filed in notices:
        amount = given(filed.record, "amount")
        if filed.record.kind in whats and amount and amount.yuan is not None:
            return Price(whats[filed.record.kind], amount.yuan, stems=(filed.stem,))
    return None


def _line(filed: Filed) -> Line:
    record = filed.record
    source, dated, withdrawn = record.source, placed(record), is_withdrawn(record)
    return Line(
        filed.stem,
        record.kind,
        record.title,
        dated,
        source.tier,
        source.extent,
        withdrawn,
        _NO_PAPER if withdrawn else paper_of(filed),
        None if dated is None or filed.is_stated(dated.key) else filed.annotation(dated.key).basis,
    )


def _asked_line(filed: Filed) -> Line:
    """A notice as rules over several projects ask for it: its title, not its sums and days."""
    record, source = filed.record, filed.record.source
    seen = (source.tier, source.extent, is_withdrawn(record))
    return Line(filed.stem, record.kind, record.title, None, *seen, _NO_PAPER)


class _Wanted(NamedTuple):
    """How much of roles, notices and course is made: all for lists, little for a check."""

    roles: Callable[[Filed, bool, str | None], Iterator[Role]]
    line: Callable[[Filed], Line]
    stage: Callable[[_Gist], str]


_ALL = _Wanted(roles, _line, lambda gist: gist.course.stage)
_ASKED = _Wanted(asked_roles, _asked_line, lambda gist: stage_of(gist.notices, gist.outcome))
