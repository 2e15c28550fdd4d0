"""Makes the digest of a project or of a loose notice, from what was stated alone."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.records.course import Price, course_of
from generator.records.digest import Digest, Line, Open, Role, role_key
from generator.records.doubts import Open as OpenQuestions
from generator.records.following import outcome_of
from generator.records.grounds import by_stem
from generator.records.histories import marks, measures, wins
from generator.records.model.amounts import Money
from generator.records.model.dates import Date
from generator.records.model.meaning import Refers
from generator.records.model.notice import NoticePeriod
from generator.records.model.parties import Who
from generator.records.paper import Paper, paper_of
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project, is_withdrawn, placed
from generator.records.walk import acting, given, keys, values
from generator.vocabulary import key_term

_IDS = keys(Refers("party"))
_WHO = acting(Who)
_NAMED = _IDS | _WHO


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
        covered=record.coverage is not None,
        place=record.place,
        place_inferred=not project.filed.is_stated("division"),
        field=record.field,
        form=record.form,
        regime=record.regime,
        regime_basis=project.filed.annotation("regime").basis,
        target_groups=record.target_groups,
        methods=tuple(dict.fromkeys(methods)),
        **_common(everything, project.notices, project.open, project.filed),
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
        covered=False,
        place=None,
        place_inferred=False,
        field=None,
        form=None,
        regime=None,
        regime_basis=None,
        target_groups=(),
        methods=(record.method,) if record.method else (),
        **_common((notice.filed,), (notice.filed,), notice.open),
    )


def _common(
    everything: tuple[Filed, ...],
    notices: tuple[Filed, ...],
    open_: OpenQuestions,
    project: Filed | None = None,
) -> dict[str, Any]:
    # Of a withdrawn notice nothing is used but that it was there.
    lines = tuple(_line(filed) for filed in notices)
    everything = tuple(filed for filed in everything if not is_withdrawn(filed.record))
    notices = tuple(filed for filed in notices if not is_withdrawn(filed.record))
    outcome, asked = outcome_of(notices, project), by_stem(open_)
    course = course_of(notices, outcome)
    found = (role for filed in everything for role in roles(filed, filed.stem in course.void))
    return {
        "numbers": tuple(
            dict.fromkeys(number for filed in everything for number in _numbers(filed))
        ),
        "roles": tuple(dict.fromkeys(found)),
        "notices": lines,
        "windows": tuple(window for filed in notices for window in _windows(filed)),
        "wins": tuple(wins(notices, outcome, asked)),
        "marks": tuple(marks(notices, asked)),
        "measures": tuple(measures(notices, asked)),
        "budget": _one_sum(filed.record.budget for filed in reversed(everything)),
        "stage": course.stage,
        "chosen": course.chosen,
        "price": course.price or _spent(notices),
    }


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
            return Price(whats[filed.record.kind], amount.yuan)
    return None


def roles(filed: Filed, void: bool = False) -> Iterator[Role]:
    """Every party of a notice with the key it stands under."""
    part = type(filed.record).__name__
    found = list(values(filed.record, _NAMED))
    named = [(path, id, None) for path, id in found if path[-1] in _IDS and isinstance(id, str)]
    printed = [
        (path, None, who.printed)
        for path, one in found
        if path[-1] in _WHO
        for who in _printed(one)
    ]
    for path, id, name in (*named, *printed):
        key = role_key(path)
        yield Role(key, key_term(key, part).label, id, name, filed.stem, void)


def _printed(who: Any) -> Iterator[Who]:
    """Who is named as printed alone."""
    for one in who if isinstance(who, tuple) else (who,):
        if isinstance(one, Who) and one.printed and not one.party and not one.masked:
            yield one


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
        Paper() if is_withdrawn(record) else paper_of(filed),
    )


def _windows(filed: Filed) -> Iterator[Open]:
    record = filed.record
    if period := record.notice_period:
        yield _of_period(filed, period)
    documents = given(record, "documents")
    if documents and documents.to and documents.to.day:
        start = documents.from_ or record.published
        yield _until(filed, f"{record.kind}:documents", start, documents.to)
    end = _answer(record)
    if end and end.day:
        yield _until(filed, f"{record.kind}:answer", record.published, end)


def _of_period(filed: Filed, period: NoticePeriod) -> Open:
    start = period.from_ or filed.record.published
    length = period.length
    return Open(
        filed.record.kind,
        filed.stem,
        start.day if start else None,
        period.to.day if period.to else None,
        period.to.time if period.to else None,
        length.days if length else None,
        length.working if length else None,
    )


def _until(filed: Filed, what: str, start: Date | None, end: Date) -> Open:
    return Open(what, filed.stem, start.day if start else None, end.day, end.time, None, None)


def _answer(record: Any) -> Date | None:
    """The day by which an answer must be in: an offer, a registration or an opinion."""
    signup, feedback = given(record, "signup"), given(record, "feedback")
    ends = (
        given(record, "deadline"),
        signup.to if signup else None,
        feedback.until if feedback else None,
    )
    return next((end for end in ends if end is not None and end.day), None)


def _one_sum(sums: Iterator[Money | None]) -> Decimal | None:
    """The exact sum of the latest notice that states one."""
    return next((money.yuan for money in sums if money and money.yuan is not None), None)
