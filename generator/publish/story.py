"""The story of a project: the steps in time, and what was promised beside what came of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from generator.publish.cells import dated, quantity
from generator.records.model.amounts import Target
from generator.records.model.dates import Date
from generator.records.model.notice import Mention
from generator.records.placing import Stop, arranged, stop_of
from generator.records.reading import Filed
from generator.records.register import Project, placed
from generator.records.walk import telling
from generator.vocabulary import key_term, label

_PROMISES = telling("promise")
_FINAL = telling("judgement")


class Step(NamedTuple):
    """One stop on the timeline; `words` only for what a notice tells of others."""

    on: Date | None
    which: str
    label: str
    anchor: str
    words: str
    planned: bool = False
    came: str = ""


class Promise(NamedTuple):
    """A target with what came of it, and where that is stated."""

    name: str
    dimension: str
    target: str
    actual: str
    anchor: str
    by: str


class Told(NamedTuple):
    """The steps in time, those that nothing places, and those that are only planned."""

    steps: tuple[Step, ...]
    undated: tuple[Step, ...]
    planned: tuple[Step, ...]


def told(project: Project, came: Mapping[str, str]) -> Told:
    """What the notices of a project tell of its course, by date, kind, round and cause.

    `came` says of a notice what came of the step, by its stem.
    """
    every = [one for filed in project.notices for one in _of(filed, came.get(filed.stem, ""))]
    found = [one for one in every if not one[0].planned]
    order, lost = arranged([stop for _, stop in found])
    planned = sorted((step for step, _ in every if step.planned), key=_day)
    steps, undated = (tuple(found[i][0] for i in places) for places in (order, lost))
    return Told(steps, undated, tuple(planned))


def _day(step: Step) -> date:
    return step.on.first if step.on else date.max


def _of(filed: Filed, came: str) -> Iterator[tuple[Step, Stop]]:
    record = filed.record
    found = placed(record)
    which = key_term(found.key).label if found and found.key != "published" else ""
    kind = record.as_titled or label("kind", record.kind)
    on = found.date if found else None
    stop = stop_of(filed.stem, record, on)
    # What may have come at any time came before the notice that tells of it.
    told = {f"{filed.stem} {i}" for i, one in enumerate(record.mentions) if one.event == "other"}
    yield Step(on, which, kind, filed.stem, "", came=came), stop._replace(after=stop.after | told)
    for i, mention in enumerate(record.mentions):
        yield _told(filed, mention), _mentioned(filed, i, mention)


def _mentioned(filed: Filed, i: int, mention: Mention) -> Stop:
    round_ = mention.round or filed.record.procedure
    return Stop(f"{filed.stem} {i}", mention.on, mention.event, round_)


def _told(filed: Filed, mention: Mention) -> Step:
    """What a notice tells of another step."""
    ends = f"，至{mention.to.chinese}" if mention.to else ""
    number = f"（{mention.number}）" if mention.number else ""
    known = mention.event != "other"
    event = f"{label('event', mention.event) if known else mention.words}{ends}{number}"
    by = "公告写的打算" if mention.planned else "据公告所述"
    said = f"{by}：{mention.words}" if known else by
    return Step(mention.on, "", event, filed.stem, said, bool(mention.planned))


def promises(project: Project) -> list[Promise]:
    """Each target once, as last promised, beside the latest that is stated done."""
    done = [(one, filed) for filed in project.notices for one in getattr(filed.record, "done", ())]
    latest = {one.name: (one, filed) for one, filed in done}
    promised: dict[str, Target] = {}
    for filed in project.everything:
        if filed.record.kind in _PROMISES:
            promised.update({one.name: one for one in filed.record.targets})
    return [
        _promise(name, promised.get(name), latest.get(name))
        for name in dict.fromkeys((*promised, *latest))
    ]


def _promise(name: str, target: Target | None, done: tuple[Target, Filed] | None) -> Promise:
    actual, filed = done or (None, None)
    said = actual.target if actual and actual.target else target.target if target else None
    before = (
        target.target
        if target and actual and actual.target and target.target != actual.target
        else None
    )
    words = _amount(said, target.note if target and not before else None)
    if before:
        words += f"（原定 {_amount(before, None)}）"
    one = target or actual
    return Promise(
        name,
        label("dimension", one.dimension) if one and one.dimension else "",
        words,
        _amount(actual.actual, actual.note) if actual else "",
        filed.stem if filed else "",
        _by(filed) if filed else "",
    )


def _by(filed: Filed) -> str:
    """Which notice says so, and whether it speaks of the end or of a stretch."""
    kind = filed.record.as_titled or label("kind", filed.record.kind)
    interim = (
        ""
        if filed.record.kind in _FINAL and getattr(filed.record, "stage", None) != "midterm"
        else "，阶段数字"
    )
    return f"{kind}，{dated(placed(filed.record))}{interim}"


def _amount(given: Any, note: str | None) -> str:
    said = quantity(given) if given else ""
    return f"{said}（{note}）" if said and note else said or (note or "")
