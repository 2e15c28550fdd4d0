"""The little that crosses projects: lists, parties, search and counts read only this."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from generator.records.model.amounts import Money
from generator.records.model.dates import Date
from generator.records.model.parties import Who
from generator.records.model.times import Span
from generator.records.reading import Filed
from generator.records.register import Dated, LooseNotice, Project, placed, when
from generator.records.source import Path
from generator.records.walk import values

STAGES = {
    "need": ("consultation", "preparation", "intention"),
    "inviting": ("prequalification", "tender", "document", "single-source", "correction"),
    "awarded": ("award",),
    "contracted": ("contract", "contract-change"),
    "delivering": ("report", "payment", "inspection", "complaint"),
    "accepted": ("acceptance",),
    "evaluated": ("evaluation", "consequence"),
    "ended": ("termination",),
    "funds": ("annual-plan", "budget-approval", "allocation", "final-account", "standard", "support"),
    "honoured": ("grant", "honour"),
}
STAGE_OF = {kind: stage for stage, kinds in STAGES.items() for kind in kinds}
_IDS = frozenset({"party", "civil_affairs", "finance", "using_unit"})
_WHO = frozenset({
    "publisher", "purchaser", "using_units", "agency", "suppliers", "participants", "winners",
    "bidders", "evaluator", "reporter", "payer", "payee", "complainant", "respondents",
    "decided_by", "authority", "subject", "invited", "recommended",
})


@dataclass(frozen=True, slots=True)
class Role:
    """A party in a role; `id` is None for a name that is only printed."""

    key: str
    id: str | None
    name: str | None
    stem: str


@dataclass(frozen=True, slots=True)
class Open:
    """A stretch in which people may act, as the notice states it."""

    kind: str
    stem: str
    from_: date | None
    to: date | None
    time: str | None
    length: int | None
    working: bool | None


@dataclass(frozen=True, slots=True)
class Mark:
    """An overall grade or score of an evaluation, with the suppliers it is about."""

    stem: str
    on: Date | None
    suppliers: tuple[str, ...]
    score: str | None
    grade: str | None
    scale: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A consequence: what was decided about whom, from when to when."""

    stem: str
    measure: str | None
    on: Date | None
    suppliers: tuple[str, ...]
    from_: Date | None
    to: Date | None


@dataclass(frozen=True, slots=True)
class Line:
    """One notice as a list shows it."""

    stem: str
    kind: str
    title: str
    dated: Dated | None
    tier: str
    extent: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """A project, or a loose notice, as everything outside its page sees it."""

    id: str
    loose: bool
    division: str
    year: str
    title: str
    fictional: bool
    withdrawn: bool
    stage: str
    place: str | None
    field: str | None
    form: str | None
    regime: str | None
    target_groups: tuple[str, ...]
    methods: tuple[str, ...]
    numbers: tuple[str, ...]
    roles: tuple[Role, ...]
    notices: tuple[Line, ...]
    windows: tuple[Open, ...]
    marks: tuple[Mark, ...]
    measures: tuple[Measure, ...]
    budget: Decimal | None
    award: Decimal | None

    @property
    def latest(self) -> date | None:
        """The first day of the latest dated notice."""
        dates = [line.dated.date.first for line in self.notices if line.dated]
        return max(dates, default=None)

    def names(self, *keys: str) -> list[tuple[str | None, str]]:
        """Id and name of the parties in these roles, each once, in order."""
        found = ((role.id, role.name) for role in self.roles if role.key in keys)
        return list(dict.fromkeys((id, name) for id, name in found if name))


def of_project(project: Project) -> Digest:
    """The digest of a project."""
    record = project.record
    everything = project.everything
    methods = [filed.record.method for filed in everything if filed.record.method]
    return Digest(
        id=project.id,
        loose=False,
        division=project.division,
        year=project.year,
        title=record.title,
        fictional=bool(record.fictional),
        withdrawn=_withdrawn(record),
        stage=_stage(project.notices),
        place=record.place,
        field=record.field,
        form=record.form,
        regime=record.regime,
        target_groups=record.target_groups,
        methods=tuple(dict.fromkeys(methods)),
        **_common(everything, project.notices),
    )


def of_notice(notice: LooseNotice) -> Digest:
    """The digest of a notice that belongs to no project."""
    record = notice.record
    return Digest(
        id=notice.id,
        loose=True,
        division=notice.division,
        year=notice.year,
        title=record.title,
        fictional=bool(record.fictional),
        withdrawn=_withdrawn(record),
        stage=_stage((notice.filed,)),
        place=None,
        field=None,
        form=None,
        regime=None,
        target_groups=(),
        methods=(record.method,) if record.method else (),
        **_common((notice.filed,), (notice.filed,)),
    )


def _common(everything: tuple[Filed, ...], notices: tuple[Filed, ...]) -> dict[str, Any]:
    numbers = [one.value for filed in everything for one in filed.record.numbers if one.value]
    return {
        "numbers": tuple(dict.fromkeys(numbers)),
        "roles": tuple(dict.fromkeys(role for filed in everything for role in roles(filed))),
        "notices": tuple(_line(filed) for filed in notices),
        "windows": tuple(window for filed in notices for window in _windows(filed)),
        "marks": tuple(_marks(notices)),
        "measures": tuple(_measures(notices)),
        "budget": _one_sum(filed.record.budget for filed in reversed(everything)),
        "award": _one_sum(
            getattr(filed.record, "amount", None)
            for filed in reversed(notices)
            if filed.record.kind in {"award", "contract", "grant"}
        ),
    }


def roles(filed: Filed) -> Iterator[Role]:
    """Every party of a notice with the key it stands under."""
    for path, id in values(filed.record, _IDS):
        if isinstance(id, str):
            yield Role(role_key(path), id, None, filed.stem)
    for path, who in values(filed.record, _WHO):
        for one in who if isinstance(who, tuple) else (who,):
            if isinstance(one, Who) and one.printed and not one.party and not one.masked:
                yield Role(role_key(path), None, one.printed, filed.stem)


def role_key(path: Path) -> str:
    """The key that names the role of a party at this path: `contacts`, `winners` …"""
    return next(step for step in reversed(path) if isinstance(step, str) and step != "party")


def named(digest: Digest, names: Mapping[str, str]) -> Digest:
    """The digest with the names of its parties filled in from their files."""
    return replace(
        digest,
        roles=tuple(
            replace(role, name=names.get(role.id, role.name)) if role.id else role
            for role in digest.roles
        ),
    )


def _withdrawn(record: Any) -> bool:
    return bool(record.portal and record.portal.withdrawn)


def _stage(notices: tuple[Filed, ...]) -> str:
    order = list(STAGES)
    dated = [(when(filed.record), STAGE_OF[filed.record.kind]) for filed in notices]
    if not dated:
        return "need"
    days = [(on.first if on else date.min, order.index(stage)) for on, stage in dated]
    return order[max(days)[1]]


def _line(filed: Filed) -> Line:
    record = filed.record
    source = record.source
    return Line(
        filed.stem, record.kind, record.title, placed(record), source.tier, source.extent,
        _withdrawn(record),
    )


def _windows(filed: Filed) -> Iterator[Open]:
    record = filed.record
    if period := record.notice_period:
        start = period.from_ or record.published
        length = period.length
        yield Open(
            record.kind, filed.stem, start.day if start else None,
            period.to.day if period.to else None, period.to.time if period.to else None,
            length.days if length else None, length.working if length else None,
        )
    for end in (getattr(record, "deadline", None), _last(getattr(record, "signup", None)), _until(record)):
        if end is not None and end.day:
            start = record.published
            yield Open(
                f"{record.kind}:answer", filed.stem, start.day if start else None, end.day,
                end.time, None, None,
            )
            return


def _last(span: Span | None) -> Date | None:
    return span.to if span else None


def _until(record: Any) -> Date | None:
    feedback = getattr(record, "feedback", None)
    return feedback.until if feedback else None


def _marks(notices: tuple[Filed, ...]) -> Iterator[Mark]:
    for filed in notices:
        record = filed.record
        if record.kind == "evaluation" and record.overall:
            score, grade = record.overall.score, record.overall.grade
            yield Mark(
                filed.stem, when(record), _ids(record.suppliers),
                str(score.value if score.value is not None else score.printed) if score else None,
                (grade.value or grade.printed) if grade else None,
                record.scale.id if record.scale else None,
            )


def _measures(notices: tuple[Filed, ...]) -> Iterator[Measure]:
    for filed in notices:
        record = filed.record
        if record.kind == "consequence":
            effective = record.effective
            yield Measure(
                filed.stem, record.measure, record.decided_on or when(record),
                _ids(record.suppliers), effective.from_ if effective else None,
                effective.to if effective else None,
            )


def _ids(suppliers: tuple[Who, ...]) -> tuple[str, ...]:
    return tuple(who.party or who.printed or "" for who in suppliers)


def _one_sum(sums: Iterator[Money | None]) -> Decimal | None:
    """The exact sum of the latest notice that states one."""
    return next((money.yuan for money in sums if money and money.yuan is not None), None)
