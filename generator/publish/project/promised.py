"""What was promised beside what came of it: each target of each lot once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.publish.project import reached
from generator.publish.project.meant import (
    Aim,
    Key,
    LotsOf,
    again,
    is_same,
    keyed,
    meant,
    satisfied,
    spans,
)
from generator.publish.words.cells import notice_words, quantity, span
from generator.records.model import NOTICE_KINDS, PROJECT
from generator.records.model.amounts import Quantity, Target, number
from generator.records.model.meaning import Leads
from generator.records.outcome import is_final
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.walk import given, telling
from generator.vocabulary import label

# What a correction sets anew is promised as much as what it corrects.
_PROMISES = frozenset({*telling("promise"), "correction"})
_FINAL = telling("judgement")
# What comes before anybody is invited is a plan.
_PLANNED = frozenset(kind for kind, one in NOTICE_KINDS.items() if one.reaches == Leads("need"))
_CHANGING = frozenset({"contract-change", "correction"})


class Promise(NamedTuple):
    """A target with what came of it, and where each of them is stated.

    `before` is what the same was to be by an earlier notice, where that was something else;
    `lot` says of which of several lots it is; `untold` is said where no notice tells what came of it.
    `dropped` is the later notice that has targets and not this one, which was only planned.
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
    lot: str = ""
    untold: str = ""
    # The same as numbers: what was promised, what came of it, and whether that is the end of it.
    asked: Quantity | None = None
    came: Quantity | None = None
    kind: str = ""
    closed: bool = False
    dropped: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether it was reached, where the last number in the same unit tells it."""
        return reached.reached(self.asked, self.came, closed=self.closed)


def promises(project: Project) -> list[Promise]:
    """Each target once, as promised last before what came of it was told, beside that."""
    return [one for one in stated(project) if not one.dropped]


# The project that was asked about last, and what came out: its page asks, then its rows do.
_last: tuple[Project, list[Promise]] | None = None


def stated(project: Project) -> list[Promise]:
    """The same with what was only planned, and which the later invitation or contract has not."""
    global _last
    held = _last
    if held is None or held[0] is not project:
        held = _last = project, _stated(project)
    return held[1]


def _stated(project: Project) -> list[Promise]:
    done: dict[Key, Aim] = {}
    aims: dict[Key, list[Aim]] = {}
    called: dict[Key, Key] = {}
    lots = LotsOf(project.everything)
    promising = [one for one in project.everything if one.record.kind in _PROMISES]
    apart = spans(((one, each) for one in promising for each in _promised(one)), lots)
    for at, filed in enumerate(project.everything):
        if filed.record.kind in _PROMISES:
            rows = list(keyed(filed, _promised(filed), lots, apart))
            for key, one in rows:
                own = called.setdefault(key, again(key, one, rows, aims))
                aims.setdefault(own, []).append(Aim(at, one, filed))
        told = (*given(filed.record, "done", ()), *satisfied(filed))
        for key, one in keyed(filed, told, lots):
            done[meant(called.get(key, key), one, aims)] = Aim(at, one, filed)
    names = dict.fromkeys((*aims, *done))
    untold = _untold(project)
    later = [one for some in aims.values() for one in some if _is_whole_and_asked(one.filed)]
    return [
        _promise(
            lots,
            key,
            aims.get(key, []),
            done.get(key),
            untold=untold,
            dropped="" if key in done else _dropped(lots, key, aims[key], later),
        )
        for key in names
    ]


def _is_whole_and_asked(filed: Filed) -> bool:
    """Whether a notice invites or contracts, and was seen in full: the list of an excerpt may be cut."""
    asks = filed.record.kind in _PROMISES - _PLANNED - _CHANGING - {PROJECT}
    return asks and filed.record.source.extent == "full"


def _dropped(lots: LotsOf, key: Key, aims: Sequence[Aim], later: Sequence[Aim]) -> str:
    """The first later notice with targets of this lot, where only plans name this one."""
    if any(one.filed.record.kind not in _PLANNED for one in aims):
        return ""
    after = (one for one in later if one.at > aims[-1].at and _is_same_round(one, aims[-1]))
    own = (one for one in after if key.lot in {"", lots.of(one.filed, one.target)})
    return next((_named(one.filed) for one in own), "")


def _is_same_round(one: Aim, other: Aim) -> bool:
    """Whether two notices are of one round, as far as both name theirs."""
    rounds = {one.filed.record.procedure, other.filed.record.procedure} - {None}
    return len(rounds) < 2


def _promised(filed: Filed) -> Iterator[Target]:
    """The targets of a notice, those that stand within a lot as targets of that lot."""
    yield from filed.record.targets
    for row in filed.record.lots:
        lot = row.id or row.number
        for one in row.targets:
            yield one if one.lot or not lot else one.model_copy(update={"lot": lot})


def _untold(project: Project) -> str:
    """Why nothing is told: only an excerpt of what tells of results may have left it out."""
    telling_ = [one for one in project.notices if "done" in type(one.record).model_fields]
    if any(one.record.source.extent == "excerpt" for one in telling_):
        return "摘录未载明"
    return "这份公告没有这一项" if len(telling_) == 1 else "收录的公告没有这一项"


def _promise(
    lots: LotsOf, key: Key, aims: list[Aim], done: Aim | None, *, untold: str, dropped: str
) -> Promise:
    # What is promised for a later year is not what this year's result is held against.
    held = [one for one in aims if done is None or one.at <= done.at] or aims
    aim = held[-1] if held else None
    actual = done.target if done else None
    own = actual.target if actual and actual.target else None
    # What came of it may repeat what was promised: then the promise is named.
    repeats = aim is not None and is_same(aim.target.target, own)
    here = done if own and not repeats else aim
    said = own if own and not repeats else (aim.target.target if aim else None)
    known = [one for one in held if one.target.target and not is_same(one.target.target, said)]
    old = known[-1] if known else None
    some = aim.target if aim else actual
    span_ = some.period if some and key.apart else None
    return Promise(
        f"{key.name}（{span_}）" if span_ else key.name,
        label("dimension", some.dimension) if some and some.dimension else "",
        _amount(said, aim.target.note if aim and not own else None),
        _came(actual) if actual else "",
        done.filed.stem if done else "",
        _by(done.filed) if done else "",
        _anchor(here.filed) if here else "",
        _named(here.filed) if here else "",
        _before(old, said, held, here) if old else "",
        lots.words(key.lot),
        untold,
        asked=said,
        came=actual.actual if actual else None,
        kind=(some.dimension or "") if some else "",
        closed=done is not None and _closes(done.filed),
        dropped=dropped,
    )


def _came(actual: Target) -> str:
    """37 例（完成率 92.5%；不合格；差3例）: how much, and what the notice calls it."""
    rate = f"完成率 {number(actual.rate)}%" if actual.rate is not None else ""
    said = "；".join(filter(None, (rate, _sampled(actual), actual.result, actual.note)))
    return _amount(actual.actual, said or None)


def _sampled(actual: Target) -> str:
    """抽查 60 份，符合 52 份: what was only looked at is no target, and what was found no result of one."""
    counts = {"抽查": actual.sampled, "符合": actual.passed, "不符合": actual.failed}
    return "，".join(f"{how} {quantity(one)}" for how, one in counts.items() if one)


def _before(old: Aim, said: Quantity | None, held: list[Aim], here: Aim | None) -> str:
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


def _closes(filed: Filed) -> bool:
    return filed.record.kind in _FINAL and is_final(filed)


def _by(filed: Filed) -> str:
    """Which notice says so, of which stretch, and whether that is the end of it."""
    of = given(filed.record, "period")
    stretch = f"，说的是{span(of)}" if of else ""
    return f"{_named(filed)}{stretch}{'' if _closes(filed) else '，阶段数字'}"


def _amount(stated: Any, note: str | None) -> str:
    said = quantity(stated) if stated else ""
    return f"{said}（{note}）" if said and note else said or (note or "")
