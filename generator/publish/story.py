"""The story of a project: the steps in time, and what was promised beside what came of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from generator.publish import deeds
from generator.publish.cells import notice_words, quantity, span
from generator.publish.deeds import Deed
from generator.records.apart import sort_of
from generator.records.model.amounts import Quantity, Target
from generator.records.model.dates import Date
from generator.records.model.notice import Mention
from generator.records.outcome import is_final
from generator.records.placing import Stop, arranged, stop_of
from generator.records.reading import Filed
from generator.records.register import Project, when
from generator.records.walk import given, telling
from generator.vocabulary import kind_named, label, spoken

_PROMISES = telling("promise")
_FINAL = telling("judgement")
_CHANGING = frozenset({"contract-change", "correction"})


class Step(NamedTuple):
    """One stop on the timeline; `words` only for what a notice tells of others.

    `printed` is what the source calls the notice: its word, which need not be what happened.
    """

    on: Date | None
    which: str
    label: str
    anchor: str
    words: str
    planned: bool = False
    printed: str = ""
    came: str = ""
    missing: bool = False


class Promise(NamedTuple):
    """A target with what came of it, and where each of them is stated.

    `before` is what the same was to be by an earlier notice, where that was something else;
    `untold` is said where no notice tells what came of it.
    """

    name: str
    dimension: str
    target: str
    actual: str
    anchor: str
    by: str
    promised: str = ""
    promised_by: str = ""
    before: str = ""
    untold: str = ""


class Told(NamedTuple):
    """The steps in time, those that nothing places, those only planned, and those not yet done."""

    steps: tuple[Step, ...]
    undated: tuple[Step, ...]
    planned: tuple[Step, ...]
    missing: tuple[Step, ...]


def told(project: Project, came: Mapping[str, str]) -> Told:
    """What the notices of a project tell of its course, by date, kind, round and cause.

    `came` says of a notice what came of the step, by its stem.
    """
    known, regime = list(_known(project)), project.stated_regime
    every = [one for filed in project.notices for one in _of(filed, known, came, regime)]
    found = [one for one in every if not (one[0].planned or one[0].missing)]
    order, lost = arranged([stop for _, stop in found])
    steps, undated = (tuple(found[i][0] for i in places) for places in (order, lost))
    missing = (step for step, _ in every if step.missing)
    planned = (step for step, _ in every if step.planned and not step.missing)
    return Told(steps, undated, _in_time(planned), _in_time(missing))


def _in_time(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=_day))


def _known(project: Project) -> Iterator[tuple[str, Date | None]]:
    """What happened on which day by what notices are, and by what they tell of others."""
    for filed in project.notices:
        yield filed.record.kind, when(filed.record)
        yield from (
            (one.event, one.on) for one in filed.record.mentions if not (one.planned or one.not_yet)
        )


def _day(step: Step) -> date:
    return step.on.first if step.on else date.max


def _of(
    filed: Filed,
    known: Iterable[tuple[str, Date | None]],
    came: Mapping[str, str],
    regime: str | None,
) -> Iterator[tuple[Step, Stop]]:
    """A notice, what it did on other days, and what it tells of others."""
    record, said = filed.record, came.get(filed.stem, "")
    done = list(deeds.apart(filed, known))
    stop = stop_of(filed.stem, record, when(record))
    # What may have come at any time came before the notice that tells of it, as did its own deeds.
    told = {f"{filed.stem} {i}" for i, one in enumerate(record.mentions) if one.event == "other"}
    own = {f"{filed.stem} {one.key}" for one in done}
    borne = any(one.bears for one in done)
    yield _step(filed, "" if borne else said, regime), stop._replace(after=stop.after | told | own)
    for one in done:
        yield _deed(filed, one, said), _acted(filed, one)
    for i, mention in enumerate(record.mentions):
        yield _told(filed, mention), _mentioned(filed, i, mention)


def _step(filed: Filed, came: str, regime: str | None) -> Step:
    """The notice itself; what its kind is usually headed says nothing new."""
    record = filed.record
    said = record.as_titled or ""
    printed = said if kind_named(said) != record.kind else ""
    kind = spoken(label("kind", record.kind), sort_of(record, regime))
    on = when(record)
    return Step(on, deeds.also(filed), kind, filed.stem, "", printed=printed, came=came)


def _deed(filed: Filed, one: Deed, came: str) -> Step:
    """What a notice says was done, on its own day, with what came of it."""
    by = f"据{label('kind', filed.record.kind)}所述"
    return Step(one.on, "", one.words, filed.stem, by, came=came if one.bears else "")


def _acted(filed: Filed, one: Deed) -> Stop:
    return Stop(f"{filed.stem} {one.key}", one.on, one.event, filed.record.procedure)


def _mentioned(filed: Filed, i: int, mention: Mention) -> Stop:
    round_ = mention.round or filed.record.procedure
    return Stop(f"{filed.stem} {i}", mention.on, mention.event, round_)


def _told(filed: Filed, mention: Mention) -> Step:
    """What a notice tells of another step."""
    ends = f"，至{mention.to.chinese}" if mention.to else ""
    number = f"（{mention.number}）" if mention.number else ""
    known = mention.event != "other"
    event = f"{label('event', mention.event) if known else mention.words}{ends}{number}"
    missing = bool(mention.not_yet)
    event = f"尚未{event}" if missing and known else event
    by = "公告写的打算" if mention.planned and not missing else "据公告所述"
    said = f"{by}：{mention.words}" if known else by
    planned = bool(mention.planned)
    return Step(mention.on, "", event, filed.stem, said, planned, missing=missing)


class _Aim(NamedTuple):
    """A target where a notice promises it; `at` is the place of that notice in time."""

    at: int
    target: Target
    filed: Filed


def promises(project: Project) -> list[Promise]:
    """Each target once, as promised last before what came of it was told, beside that."""
    done: dict[str, _Aim] = {}
    aims: dict[str, list[_Aim]] = {}
    for at, filed in enumerate(project.everything):
        done |= {one.name: _Aim(at, one, filed) for one in given(filed.record, "done", ())}
        if filed.record.kind in _PROMISES:
            for one in filed.record.targets:
                aims.setdefault(one.name, []).append(_Aim(at, one, filed))
    names = dict.fromkeys((*aims, *done))
    untold = _untold(project)
    return [
        _promise(name, aims.get(name, []), done.get(name))._replace(untold=untold) for name in names
    ]


def _untold(project: Project) -> str:
    """Why nothing is told: only an excerpt of what tells of results may have left it out."""
    telling_ = [one for one in project.notices if "done" in type(one.record).model_fields]
    if any(one.record.source.extent == "excerpt" for one in telling_):
        return "摘录未载明"
    return "这份公告没有这一项" if len(telling_) == 1 else "收录的公告没有这一项"


def _promise(name: str, aims: list[_Aim], done: _Aim | None) -> Promise:
    # What is promised for a later year is not what this year's result is held against.
    held = [one for one in aims if done is None or one.at <= done.at] or aims
    aim = held[-1] if held else None
    actual = done.target if done else None
    own = actual.target if actual and actual.target else None
    # What came of it may repeat what was promised: then the promise is named.
    repeats = aim is not None and aim.target.target == own
    here = done if own and not repeats else aim
    said = own or (aim.target.target if aim else None)
    known = [one for one in held if one.target.target and one.target.target != said]
    old = known[-1] if known else None
    some = aim.target if aim else actual
    return Promise(
        name,
        label("dimension", some.dimension) if some and some.dimension else "",
        _amount(said, aim.target.note if aim and not own else None),
        _amount(actual.actual, actual.note) if actual else "",
        done.filed.stem if done else "",
        _by(done.filed) if done else "",
        _anchor(here.filed) if here else "",
        _named(here.filed) if here else "",
        _before(old, said, held, here) if old else "",
    )


def _before(old: _Aim, said: Quantity | None, held: list[_Aim], here: _Aim | None) -> str:
    """此前写的是 1,800 人次（合同公告，2023年6月1日）；改见合同变更公告，2025年6月24日"""
    told = f"此前写的是 {_amount(old.target.target, None)}（{_named(old.filed)}）"
    new = next((one for one in held if one.at > old.at and one.target.target == said), None)
    if new is None or new.filed.record.kind not in _CHANGING or new is here:
        return told
    return f"{told}；改见{_named(new.filed)}"


def source_of(promises: Iterable[Promise]) -> tuple[str, str] | None:
    """The notice that most of the targets stand in: it is named once above them."""
    found = Counter((one.promised, one.promised_by) for one in promises if one.promised)
    return found.most_common(1)[0][0] if found else None


def _anchor(filed: Filed) -> str:
    return "record" if filed.record.kind == "project" else filed.stem


def _named(filed: Filed) -> str:
    if filed.record.kind == "project":
        return "项目记录"
    return notice_words(filed)


def _by(filed: Filed) -> str:
    """Which notice says so, of which stretch, and whether that is the end of it."""
    closes = filed.record.kind in _FINAL and is_final(filed)
    of = given(filed.record, "period")
    stretch = f"，说的是{span(of)}" if of else ""
    return f"{_named(filed)}{stretch}{'' if closes else '，阶段数字'}"


def _amount(stated: Any, note: str | None) -> str:
    said = quantity(stated) if stated else ""
    return f"{said}（{note}）" if said and note else said or (note or "")
