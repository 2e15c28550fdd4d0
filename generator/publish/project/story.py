"""The story of a project: the steps in time, those told of, planned and missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from generator.publish.project import retold
from generator.publish.project.retold import Again, Telling
from generator.publish.words import deeds
from generator.publish.words.cells import guessed
from generator.publish.words.deeds import Deed
from generator.records.apart import sort_of
from generator.records.model.dates import Date
from generator.records.model.notice import Mention
from generator.records.placing import Stop, arranged, stop_of
from generator.records.reading import Filed
from generator.records.register import Project, placed, when
from generator.vocabulary import kind_named, label, spoken

# Kinds that hold several acts: there a usual heading says which of them it was.
_VARIED = frozenset({"consequence", "termination"})
_BARE = "决定"
_NOBODY: Mapping[str, str] = MappingProxyType({})


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
    mentioned: bool = False
    again: tuple[Again, ...] = ()
    # （推断）, where its day is no more than that.
    guess: str = ""


class Told(NamedTuple):
    """The steps in time, those that nothing places, those only planned, and those not yet done."""

    steps: tuple[Step, ...]
    undated: tuple[Step, ...]
    planned: tuple[Step, ...]
    missing: tuple[Step, ...]


def told(project: Project, came: Mapping[str, str], names: Mapping[str, str] = _NOBODY) -> Told:
    """What the notices of a project tell of its course, by date, kind, round and cause.

    `came` says of a notice what came of the step, by its stem; `names` are those of parties.
    """
    known, regime = list(_known(project)), project.stated_regime
    stems = {one.stem: one for one in project.notices}
    every = [
        one
        for filed in project.notices
        for one in _of(filed, known, came, regime, _referred(filed, stems))
    ]
    every = list(_once(every, project, names))
    found = [one for one in every if not (one[0].planned or one[0].missing)]
    order, lost = arranged([stop for _, stop in found])
    steps, undated = (tuple(found[i][0] for i in places) for places in (order, lost))
    missing = (step for step, _ in every if step.missing)
    planned = (step for step, _ in every if step.planned and not step.missing)
    return Told(steps, undated, _in_time(planned), _in_time(missing))


def _once(
    every: Sequence[tuple[Step, Stop]], project: Project, names: Mapping[str, str]
) -> Iterator[tuple[Step, Stop]]:
    """Each deed once; where a later notice only tells of it again, it is named there."""
    filed = {one.stem: one for one in project.notices}
    told = [_telling(step, stop, filed) for step, stop in every]
    found = retold.repeats(told, names)
    for i, (step, stop) in enumerate(every):
        if i not in found:
            first = told[i]
            later = [told[j] for j, of in found.items() if of == i]
            said = tuple(retold.again(first, one) for one in later if first and one)
            yield step._replace(again=said), stop


def _telling(step: Step, stop: Stop, filed: Mapping[str, Filed]) -> Telling | None:
    """What a notice tells of beside itself, and has happened."""
    if not step.words or step.planned or step.missing:
        return None
    return Telling(filed[step.anchor], step.label, stop, step.words, step.mentioned)


def _in_time(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=_day))


def _known(project: Project) -> Iterator[tuple[str, Date | None]]:
    """What happened on which day by what notices are, and by what they tell of others."""
    for filed in project.notices:
        yield filed.record.kind, when(filed.record)
        yield from (
            (one.event, one.on) for one in filed.record.mentions if not (one.planned or one.not_yet)
        )


def _referred(filed: Filed, stems: Mapping[str, Filed]) -> list[Filed]:
    return [stems[one] for one in filed.record.refers if one in stems]


def _day(step: Step) -> date:
    return step.on.first if step.on else date.max


def _of(
    filed: Filed,
    known: Iterable[tuple[str, Date | None]],
    came: Mapping[str, str],
    regime: str | None,
    referred: Iterable[Filed],
) -> Iterator[tuple[Step, Stop]]:
    """A notice, what it did on other days, and what it tells of others."""
    record, said = filed.record, came.get(filed.stem, "")
    # That what it refers to was published first on its own day is told there.
    first = (("tender", when(filed_.record)) for filed_ in referred)
    done = list(deeds.apart(filed, [*known, *first]))
    stop = stop_of(filed.stem, record, when(record))
    # What may have come at any time came before the notice that tells of it, as did its own deeds.
    told = {f"{filed.stem} {i}" for i, one in enumerate(record.mentions) if one.event == "other"}
    own = {f"{filed.stem} {one.key}" for one in done}
    borne = any(one.bears for one in done)
    yield _step(filed, "" if borne else said, regime), stop._replace(after=stop.after | told | own)
    for one in done:
        yield _deed(filed, one, said), _acted(filed, one)
    for i, mention in enumerate(record.mentions):
        guess = guessed(filed, "mentions", i, "on")
        yield _told(filed, mention)._replace(guess=guess), _mentioned(filed, i, mention)


def _step(filed: Filed, came: str, regime: str | None) -> Step:
    """The notice itself; what its kind is usually headed says nothing new."""
    record = filed.record
    said = record.as_titled or ""
    is_usual = kind_named(said) == record.kind and record.kind not in _VARIED
    printed = "" if is_usual else said
    kind = spoken(label("kind", record.kind), sort_of(record, regime))
    found = placed(record)
    guess = guessed(filed, found.key) if found else ""
    on, also = found.date if found else None, deeds.also(filed)
    return Step(on, also, kind, filed.stem, "", printed=printed, came=came, guess=guess)


def _deed(filed: Filed, one: Deed, came: str) -> Step:
    """What a notice says was done, on its own day, with what came of it."""
    by = f"据{label('kind', filed.record.kind)}所述"
    bare = one.words == _BARE
    # Of a decision that no other word names, the heading of the notice says what was decided.
    by, words = (f"{by}：{filed.record.title}", "作出决定") if bare else (by, one.words)
    said, guess = came if one.bears else "", guessed(filed, one.key)
    return Step(one.on, "", words, filed.stem, by, came=said, guess=guess)


def _acted(filed: Filed, one: Deed) -> Stop:
    return Stop(f"{filed.stem} {one.key}", one.on, one.event, filed.record.procedure)


def _mentioned(filed: Filed, i: int, mention: Mention) -> Stop:
    round_ = mention.round or filed.record.procedure
    return Stop(f"{filed.stem} {i}", mention.on, mention.event, round_)


def _told(filed: Filed, mention: Mention) -> Step:
    """What a notice tells of another step."""
    was = f"，原定 {mention.was.chinese}" if mention.was else ""
    ends = f"{was}，至{mention.to.chinese}" if mention.to else was
    number = f"（{mention.number}）" if mention.number else ""
    known = mention.event != "other"
    event = f"{label('event', mention.event) if known else mention.words}{ends}{number}"
    missing = bool(mention.not_yet)
    event = f"尚未{event}" if missing and known else event
    by = "公告写的打算" if mention.planned and not missing else "据公告所述"
    said = f"{by}：{mention.words}" if known else by
    planned = bool(mention.planned)
    return Step(mention.on, "", event, filed.stem, said, planned, missing=missing, mentioned=True)
