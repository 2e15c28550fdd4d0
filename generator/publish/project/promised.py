"""What was promised beside what came of it: each target of each lot once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.publish.project import reached
from generator.publish.words.cells import notice_words, quantity, span
from generator.records.lots import Lots
from generator.records.model import NOTICE_KINDS, PROJECT
from generator.records.model.amounts import Quantity, Target, number
from generator.records.model.meaning import Leads
from generator.records.outcome import is_final
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.walk import given, telling
from generator.vocabulary import key_term, label

# What a correction sets anew is promised as much as what it corrects.
_PROMISES = frozenset({*telling("promise"), "correction"})
_FINAL = telling("judgement")
# What comes before anybody is invited is a plan.
_PLANNED = frozenset(kind for kind, one in NOTICE_KINDS.items() if one.reaches == Leads("need"))
_CHANGING = frozenset({"contract-change", "correction"})
_SATISFIED = "满意"


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


class _Key(NamedTuple):
    """Which target is meant: `apart` keeps one to itself whose name stands twice in its notice."""

    lot: str
    name: str
    apart: str = ""


class _Aim(NamedTuple):
    """A target where a notice promises it; `at` is the place of that notice in time."""

    at: int
    target: Target
    filed: Filed


def promises(project: Project) -> list[Promise]:
    """Each target once, as promised last before what came of it was told, beside that."""
    return [one for one in stated(project) if not one.dropped]


def stated(project: Project) -> list[Promise]:
    """The same with what was only planned, and which the later invitation or contract has not."""
    done: dict[_Key, _Aim] = {}
    aims: dict[_Key, list[_Aim]] = {}
    lots = _Lots(project.everything)
    for at, filed in enumerate(project.everything):
        if filed.record.kind in _PROMISES:
            for key, one in _keyed(filed, _promised(filed), lots):
                aims.setdefault(key, []).append(_Aim(at, one, filed))
        told = (*given(filed.record, "done", ()), *_satisfied(filed))
        for key, one in _keyed(filed, told, lots):
            done[_meant(key, one, aims)] = _Aim(at, one, filed)
    names = dict.fromkeys((*aims, *done))
    untold = _untold(project)
    later = [one for some in aims.values() for one in some if _is_whole_and_asked(one.filed)]
    return [
        _promise(lots, key, aims.get(key, []), done.get(key))._replace(
            untold=untold, dropped="" if key in done else _dropped(lots, key, aims[key], later)
        )
        for key in names
    ]


def _is_whole_and_asked(filed: Filed) -> bool:
    """Whether a notice invites or contracts, and was seen in full: the list of an excerpt may be cut."""
    asks = filed.record.kind in _PROMISES - _PLANNED - _CHANGING - {PROJECT}
    return asks and filed.record.source.extent == "full"


def _dropped(lots: "_Lots", key: _Key, aims: Sequence[_Aim], later: Sequence[_Aim]) -> str:
    """The first later notice with targets of this lot, where only plans name this one."""
    if any(one.filed.record.kind not in _PLANNED for one in aims):
        return ""
    after = (one for one in later if one.at > aims[-1].at and _is_same_round(one, aims[-1]))
    own = (one for one in after if key.lot in {"", lots.of(one.filed, one.target)})
    return next((_named(one.filed) for one in own), "")


def _is_same_round(one: _Aim, other: _Aim) -> bool:
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


class _Lots:
    """Of which lot a target is, where there are several."""

    def __init__(self, everything: Sequence[Filed]) -> None:
        self._lots = Lots(everything)
        self._of = {id(one): self._lots.of(one) for one in everything}
        self._several = len(frozenset().union(*self._of.values())) > 1
        self._names = {
            self._lots.called(row.id or row.number or ""): row.name
            for one in everything
            for row in one.record.lots
            if row.name
        }

    def of(self, filed: Filed, target: Target) -> str:
        """The lot that a target names, else the only one of its notice."""
        if not self._several:
            return ""
        alone = self._of[id(filed)]
        return (
            self._lots.called(target.lot) if target.lot else min(alone) if len(alone) == 1 else ""
        )

    def words(self, lot: str) -> str:
        """分包 1 东片区"""
        name = self._names.get(lot) or ""
        return " ".join(filter(None, ("分包", lot, name if name != lot else ""))) if lot else ""


def _keyed(filed: Filed, told: Iterable[Target], lots: _Lots) -> Iterator[tuple[_Key, Target]]:
    """Targets by lot and name; of those called alike in one notice each stands for itself."""
    rows = [(_Key(lots.of(filed, one), one.name), one) for one in told]
    count = Counter(key for key, _ in rows)
    spans = Counter((key, one.period) for key, one in rows)
    for i, (key, one) in enumerate(rows):
        own = one.period if one.period and spans[key, one.period] == 1 else f"{filed.stem} {i}"
        yield key._replace(apart=own) if count[key] > 1 else key, one


def _satisfied(filed: Filed) -> Iterator[Target]:
    """The rate of satisfaction as what came of a target, unless a row of its own says so."""
    held = given(filed.record, "satisfaction")
    rows = given(filed.record, "done", ())
    if not held or held.rate is None or any(_SATISFIED in one.name for one in rows):
        return
    asked = f"问了 {held.asked} 人" if held.asked is not None else None
    said = {"name": key_term("satisfaction").label, "dimension": "satisfaction", "note": asked}
    yield Target.model_validate({**said, "actual": {"value": held.rate, "unit": "%"}})


def _meant(key: _Key, told: Target, aims: dict[_Key, list[_Aim]]) -> _Key:
    """The target that a result is of: of its stretch, or the one that speaks of satisfaction."""
    if key in aims:
        return key
    if (of_its_time := key._replace(apart=told.period or "")) in aims:
        return of_its_time
    if key.name != key_term("satisfaction").label:
        return key
    found = [one for one in aims if one.lot == key.lot and _SATISFIED in one.name]
    return found[0] if len(found) == 1 else key


def _promise(lots: _Lots, key: _Key, aims: list[_Aim], done: _Aim | None) -> Promise:
    # What is promised for a later year is not what this year's result is held against.
    held = [one for one in aims if done is None or one.at <= done.at] or aims
    aim = held[-1] if held else None
    actual = done.target if done else None
    own = actual.target if actual and actual.target else None
    # What came of it may repeat what was promised: then the promise is named.
    repeats = aim is not None and _is_same(aim.target.target, own)
    here = done if own and not repeats else aim
    said = own if own and not repeats else (aim.target.target if aim else None)
    known = [one for one in held if one.target.target and not _is_same(one.target.target, said)]
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
        asked=said,
        came=actual.actual if actual else None,
        kind=(some.dimension or "") if some else "",
        closed=done is not None and _closes(done.filed),
    )


def _is_same(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two counts promise the same: a table has 64 where the contract has 不少于 64."""
    if one is None or other is None or one == other:
        return one == other
    sizes = [{q.value, q.min, q.max, q.about} - {None} for q in (one, other)]
    plain = one.value is not None or other.value is not None
    alike = (one.unit or "", one.per or "") == (other.unit or "", other.per or "")
    return plain and alike and len(sizes[0]) == 1 and sizes[0] == sizes[1]


def _came(actual: Target) -> str:
    """37 例（完成率 92.5%；不合格；差3例）: how much, and what the notice calls it."""
    rate = f"完成率 {number(actual.rate)}%" if actual.rate is not None else ""
    said = "；".join(filter(None, (rate, _sampled(actual), actual.result, actual.note)))
    return _amount(actual.actual, said or None)


def _sampled(actual: Target) -> str:
    """抽查 60 份，符合 52 份: what was only looked at is no target, and what was found no result of one."""
    counts = {"抽查": actual.sampled, "符合": actual.passed, "不符合": actual.failed}
    return "，".join(f"{how} {quantity(one)}" for how, one in counts.items() if one)


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
