"""What a project's page says, derived once: money, steps, promises, parties."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from generator.publish import windows
from generator.publish.cells import dated, money, quantity
from generator.publish.directory import Directory
from generator.publish.sheet import Sheet, sheet
from generator.publish.windows import Window
from generator.records.digest import Digest
from generator.records.model.amounts import Money, Target
from generator.records.model.dates import Date
from generator.records.reading import Filed
from generator.records.register import Project, placed, when
from generator.vocabulary import key_term, label

PAYMENT = "支付"
# Keys that name a party beside its role, not in one.
_ASIDE = frozenset({"contacts", "by", "members", "group"})
_SUMS = ("budget", "ceiling", "amount", "supplement_amount")
_PROMISES = (
    "project",
    "tender",
    "document",
    "single-source",
    "contract",
    "consultation",
    "intention",
)


class Cited(NamedTuple):
    """Where something is stated: a notice of the page, or the project record."""

    anchor: str
    words: str


class MoneyRow(NamedTuple):
    """One sum on the way from budget to payment; `share` is of the largest, in percent."""

    stage: str
    words: str
    cited: tuple[Cited, ...]
    share: int | None


class Step(NamedTuple):
    """One stop on the timeline; `words` only for what a notice tells of others."""

    on: Date | None
    which: str
    label: str
    title: str
    anchor: str
    words: str


class Promise(NamedTuple):
    """A target with what came of it."""

    name: str
    dimension: str
    target: str
    actual: str
    anchor: str


class PartyLine(NamedTuple):
    """A party of the project with all its roles."""

    name: str
    href: str
    roles: str


class ProjectFacts(NamedTuple):
    """Everything a project page shows."""

    id: str
    digest: Digest
    place: str
    lead: tuple[str, ...]
    summary: Sheet
    money: tuple[MoneyRow, ...]
    paid: str
    steps: tuple[Step, ...]
    promises: tuple[Promise, ...]
    sheets: tuple[Sheet, ...]
    parties: tuple[PartyLine, ...]
    windows: tuple[Window, ...]
    held: str
    covered: str
    excerpt: bool


def of_project(
    project: Project, digest: Digest, directory: Directory, place: str, as_of: date
) -> ProjectFacts:
    """The facts of one project, from its records alone."""
    record, whole = project.record, project
    project = project.shown
    return ProjectFacts(
        id=project.id,
        digest=digest,
        place=place,
        lead=tuple(_lead(digest, place)),
        summary=sheet(project.filed, directory),
        money=tuple(_money(project)),
        paid=_paid(project),
        steps=tuple(_steps(project)),
        promises=tuple(_promises(project)),
        sheets=tuple(sheet(filed, directory) for filed in whole.notices),
        parties=tuple(party_lines(digest, directory)),
        windows=tuple(one for one in windows.of(digest) if one.until >= as_of),
        held=_held(project),
        covered=f"{label('coverage_by', record.coverage.by)}声明：自{record.coverage.since.chinese}起，本项目的公告全部收录在此。"
        if record.coverage
        else "",
        excerpt=any(filed.record.source.extent == "excerpt" for filed in project.notices),
    )


def _lead(digest: Digest, place: str) -> Iterator[str]:
    buyers = [name for _, name in digest.names("purchaser")]
    if buyers:
        yield "、".join(buyers)
    yield place
    if digest.field:
        yield label("field", digest.field)
    if digest.form:
        yield label("form", digest.form)
    yield from (label("method", method) for method in digest.methods)


def _held(project: Project) -> str:
    count = len(project.notices)
    if not count:
        return "本站尚未收录本项目的公告。"
    dates = [on for filed in project.notices if (on := when(filed.record))]
    last = (
        project.notices[-1]
        if not dates
        else max(
            (filed for filed in project.notices if when(filed.record)),
            key=_first,
        )
    )
    latest = f"最近一份是{label('kind', last.record.kind)}，{dated(placed(last.record))}"
    later = "" if project.record.coverage else "此后的进展本站未收录，不作判断。"
    return f"本站收录了 {count} 份公告，{latest}。{later}"


def _first(filed: Filed) -> date:
    on = when(filed.record)
    return on.first if on else date.min


def _money(project: Project) -> Iterator[MoneyRow]:
    found = list(_sums(project))
    largest = max((given.yuan for _, given, _ in found if given.yuan), default=None)
    rows: dict[tuple[str, object], list[tuple[Money, Filed]]] = {}
    for stage, given, filed in found:
        same = given.yuan if given.yuan is not None and stage != PAYMENT else len(rows)
        rows.setdefault((stage, same), []).append((given, filed))
    for (stage, _), stated in rows.items():
        given = stated[-1][0]
        share = int(given.yuan * 100 / largest) if largest and given.yuan is not None else None
        cited = tuple(_cited(filed, filed is project.filed) for _, filed in stated)
        yield MoneyRow(stage, money(given), cited, share)


def _cited(filed: Filed, is_project: bool) -> Cited:
    if is_project:
        return Cited("record", "项目记录")
    kind = filed.record.as_titled or label("kind", filed.record.kind)
    return Cited(filed.stem, f"{kind}，{dated(placed(filed.record))}")


def _sums(project: Project) -> Iterator[tuple[str, Money, Filed]]:
    for filed in project.everything:
        part = type(filed.record).__name__
        for key in _SUMS:
            given = getattr(filed.record, key, None)
            if isinstance(given, Money):
                name = PAYMENT if filed.record.kind == "payment" else key_term(key, part).label
                yield name, given, filed


def _paid(project: Project) -> str:
    sums = [filed.record.amount for filed in project.notices if filed.record.kind == "payment"]
    exact = [given.yuan for given in sums if given and given.yuan is not None]
    if not exact or len(exact) < len(sums):
        return ""
    total: Decimal = sum(exact, Decimal(0))
    return f"已收录的 {len(exact)} 笔支付合计 {money(Money(value=total))}。"


def _steps(project: Project) -> Iterator[Step]:
    steps = [step for filed in project.notices for step in _steps_of(filed)]
    dated = sorted((step for step in steps if step.on), key=_step_day)
    yield from dated
    yield from (step for step in steps if not step.on)


def _step_day(step: Step) -> date:
    assert step.on
    return step.on.first


def _steps_of(filed: Filed) -> Iterator[Step]:
    record = filed.record
    kind = record.as_titled or label("kind", record.kind)
    found = placed(record)
    which = key_term(found.key).label if found and found.key != "published" else ""
    yield Step(found.date if found else None, which, kind, record.title, filed.stem, "")
    for mention in record.mentions:
        ends = f"，至 {mention.to.chinese}" if mention.to else ""
        number = f"（{mention.number}）" if mention.number else ""
        event = f"{label('event', mention.event)}{ends}{number}"
        yield Step(mention.on, "", event, record.title, filed.stem, mention.words)


def _promises(project: Project) -> Iterator[Promise]:
    done = [
        (one, filed.stem) for filed in project.notices for one in getattr(filed.record, "done", ())
    ]
    latest = {one.name: (one, stem) for one, stem in done}
    promised: dict[str, tuple[Target, str]] = {}
    for filed in project.everything:
        if filed.record.kind in _PROMISES:
            stem = "" if filed is project.filed else filed.stem
            promised.update({one.name: (one, stem) for one in filed.record.targets})
    for name in dict.fromkeys((*promised, *latest)):
        target, stem = promised.get(name) or latest[name]
        actual, at = latest.get(name, (target, stem))
        yield Promise(
            name,
            label("dimension", target.dimension) if target.dimension else "",
            _amount(target.target or actual.target, target.note),
            _amount(actual.actual, None),
            at,
        )


def _amount(given: Any, note: str | None) -> str:
    said = quantity(given) if given else ""
    return f"{said}（{note}）" if said and note else said or (note or "")


def party_lines(digest: Digest, directory: Directory) -> Iterator[PartyLine]:
    """Each party once with its roles; names that are only printed have no link."""
    held: dict[tuple[str, str | None, str], list[str]] = {}
    for role in digest.roles:
        if role.name:
            labels = held.setdefault((directory.of(role), role.id, role.name), [])
            if role.key not in _ASIDE:
                labels.append(key_term(role.key).label)
    for (section, id, name), labels in held.items():
        said = "、".join(dict.fromkeys(labels)) or "其他参与方"
        yield PartyLine(name, f"{section}/{id}/" if id else "", said)
