"""Makes the digest of a project or of a loose notice, from what was stated alone."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from generator.records.digest import (
    STAGE_OF,
    STAGES,
    Digest,
    Line,
    Mark,
    Measure,
    Open,
    Role,
    role_key,
)
from generator.records.model.amounts import Money
from generator.records.model.dates import Date
from generator.records.model.parties import Who
from generator.records.model.times import Span
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project, is_withdrawn, placed, when
from generator.records.walk import values

_IDS = frozenset({"party", "civil_affairs", "finance", "using_unit"})
_WHO = frozenset(
    {
        "publisher",
        "purchaser",
        "using_units",
        "agency",
        "suppliers",
        "participants",
        "winners",
        "bidders",
        "evaluator",
        "reporter",
        "payer",
        "payee",
        "complainant",
        "respondents",
        "decided_by",
        "authority",
        "subject",
        "invited",
        "recommended",
    }
)


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
        withdrawn=is_withdrawn(record),
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
        withdrawn=is_withdrawn(record),
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
    # Of a withdrawn notice nothing is used but that it was there.
    lines = tuple(_line(filed) for filed in notices)
    everything = tuple(filed for filed in everything if not is_withdrawn(filed.record))
    notices = tuple(filed for filed in notices if not is_withdrawn(filed.record))
    numbers = [one.value for filed in everything for one in filed.record.numbers if one.value]
    return {
        "numbers": tuple(dict.fromkeys(numbers)),
        "roles": tuple(dict.fromkeys(role for filed in everything for role in roles(filed))),
        "notices": lines,
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
        filed.stem,
        record.kind,
        record.title,
        placed(record),
        source.tier,
        source.extent,
        is_withdrawn(record),
    )


def _windows(filed: Filed) -> Iterator[Open]:
    record = filed.record
    if period := record.notice_period:
        start = period.from_ or record.published
        length = period.length
        yield Open(
            record.kind,
            filed.stem,
            start.day if start else None,
            period.to.day if period.to else None,
            period.to.time if period.to else None,
            length.days if length else None,
            length.working if length else None,
        )
    for end in (
        getattr(record, "deadline", None),
        _last(getattr(record, "signup", None)),
        _until(record),
    ):
        if end is not None and end.day:
            start = record.published
            yield Open(
                f"{record.kind}:answer",
                filed.stem,
                start.day if start else None,
                end.day,
                end.time,
                None,
                None,
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
                filed.stem,
                when(record),
                _ids(record.suppliers),
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
                filed.stem,
                record.measure,
                record.decided_on or when(record),
                _ids(record.suppliers),
                effective.from_ if effective else None,
                effective.to if effective else None,
            )


def _ids(suppliers: tuple[Who, ...]) -> tuple[str, ...]:
    return tuple(who.party or who.printed or "" for who in suppliers)


def _one_sum(sums: Iterator[Money | None]) -> Decimal | None:
    """The exact sum of the latest notice that states one."""
    return next((money.yuan for money in sums if money and money.yuan is not None), None)
