"""The days of one project: nothing is signed before it is awarded, or paid before it is signed."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from generator.records.doubts.chain import Chain
from generator.records.doubts.days import gap, own_day
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.model import NOTICE_KINDS
from generator.records.model.choosing import Award
from generator.records.model.dates import Date
from generator.records.model.meaning import Places
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.source import Path
from generator.records.walk import given, marked

Told = tuple[Sight, Doubt]

# The kinds that cannot come before others.
_AFTER = {kind: model.after for kind, model in NOTICE_KINDS.items() if model.after.kinds}
_LONG = 10_000
_PLANNED_FIRST = 400
_UNTIL_SIGNED = 300
_NAMED_AWAY = 100
_LETTER = "letter_issued_on"
# Nobody is chosen, and nobody knows how few there are, while offers may still come in.
_CHOOSING = ("award", "proposal", "grant", "termination")
_TOO_FEW = re.compile(r"不足|不够|少于|无(?:人|供应商)|没有供应商|流标")


def doubts(chain: Chain) -> Iterator[Told]:
    """Notices of one project whose days stand in an order that cannot be."""
    for kind, after in _AFTER.items():
        for seen in chain.by_kind.get(kind, ()):
            for other in after.kinds:
                if other in chain.by_kind:
                    yield from _after(chain, seen, other)
    moved = [day for one in chain.by_kind["correction"] if (day := one.record.new_deadline)]
    earliest = min(moved, key=lambda one: one.first, default=None)
    for kind in _CHOOSING:
        for seen in chain.by_kind[kind]:
            if kind != "termination" or _too_few(seen):
                yield from _before_deadline(chain, seen, earliest)
    for seen in chain.by_kind["tender"]:
        yield from _planned(chain, seen)
    yield from _first_contract(chain)
    yield from _letters(chain)
    yield from _named_days(chain)
    yield from _preparation(chain)


def deed(seen: Sight) -> tuple[str, Date] | None:
    """The day that a notice reports, under its key; else the day of the notice."""
    record: Notice = seen.record
    for key in _deeds(type(record)):
        if found := given(record, key, None):
            return key, found
    own = own_day(record)
    return ("published", own) if own else None


@cache
def _deeds(model: type[Part]) -> tuple[str, ...]:
    """The days of the deed of a kind, the surest first: a result was at least reviewed on its day."""
    nearest = ("deed", "review") if model is Award else ("deed",)
    placing = marked(model, Places)
    return tuple(slot.name for by in nearest for slot, mark in placing if mark.by == by)


def _after(chain: Chain, seen: Sight, kind: str) -> Iterator[Told]:
    after, others = _AFTER[seen.record.kind], chain.of(seen, kind)
    if after.named:
        # What they answer is only sure where they say so.
        others = [one for one in others if one.stem in seen.record.refers]
    found = [(one, done) for one in others if (done := deed(one))]
    mine = deed(seen) if found else None
    if mine is None:
        return
    key, day = mine
    # It must come after one of them at least; which one is not always said.
    other, (theirs, earliest) = min(found, key=lambda pair: pair[1][1].first)
    days = gap(day, earliest)
    # Later by more it answers another purchase, or its year has slipped.
    if days < 0 or days > (after.within or _LONG):
        how = "更早" if days < 0 else f"相差 {days} 天"
        told = f"{label(seen.record, key)} {day}，比 {other.stem} 的{label(other.record, theirs)} {earliest} {how}；请照原文核对"
        if days < 0 and not chain.rounds:
            told += "；属于前一次采购的，请在两份公告里写 procedure（第几次）"
        if days > 0:
            told = f"{label(seen.record, key)} {day}，与 {other.stem} 的{label(other.record, theirs)} {earliest} {how}；请照原文核对"
        yield seen, Doubt("MG-2", (key,), told, ((other.stem, (theirs,)),))


def _too_few(seen: Sight) -> bool:
    """Whether a purchase was ended for want of offers: it may be called off on any day for other reasons."""
    record = seen.record
    return bool(_TOO_FEW.search(f"{record.reason or ''}{record.reason_listed or ''}"))


def _before_deadline(chain: Chain, seen: Sight, moved: Date | None) -> Iterator[Told]:
    """Nobody is chosen while offers may still come in."""
    tenders = chain.of(seen, "tender")
    ends = [one.record.deadline for one in tenders]
    known = [one for one in (*ends, moved) if one is not None]
    mine = deed(seen)
    if mine is None or not known:
        return
    earliest = min(known, key=lambda one: one.first)
    reviewed = given(seen.record, "reviewed_on")
    for key, day in (mine, ("reviewed_on", reviewed)):
        if day and gap(day, earliest) < 0:
            told = f"{label(seen.record, key)} {day}，早于响应截止时间 {earliest}；请照原文核对"
            others = tuple((one.stem, ("deadline",)) for one in tenders[:1])
            yield seen, Doubt("MG-2", (key,), told, others)


def _planned(chain: Chain, seen: Sight) -> Iterator[Told]:
    mine = own_day(seen.record)
    days = [(one, day) for one in chain.of(seen, "intention") if (day := own_day(one.record))]
    if mine and days:
        other, day = min(days, key=lambda pair: abs(gap(mine, pair[1])))
        apart = gap(mine, day)
        if apart < -_PLANNED_FIRST or apart > 2 * _PLANNED_FIRST:
            told = f"公告日期 {mine}，与 {other.stem} 的 {day} 相差 {abs(apart)} 天；请核对年份"
            yield seen, Doubt("MG-2", ("published",), told, ((other.stem, ("published",)),))


def _first_contract(chain: Chain) -> Iterator[Told]:
    """The first contract of a purchase is signed within the year."""
    held = [(one, one.record.signed) for one in chain.by_kind["contract"] if one.record.signed]
    if not held or chain.is_framework:
        return
    seen, signed = min(held, key=lambda pair: pair[1].first)
    deeds = [(one, done) for one in chain.of(seen, "award") if (done := deed(one))]
    if deeds and all(gap(signed, done[1]) > _UNTIL_SIGNED for _, done in deeds):
        other, (key, day) = max(deeds, key=lambda pair: pair[1][1].first)
        told = f"{label(seen.record, 'signed')} {signed}，与 {other.stem} 的{label(other.record, key)} {day} 相差 {gap(signed, day)} 天；请核对年份"
        yield seen, Doubt("MG-2", ("signed",), told, ((other.stem, (key,)),))


def _letters(chain: Chain) -> Iterator[Told]:
    """The day of an award letter, as its contract says it and as the result does."""
    for seen in chain.by_kind["contract"]:
        if (day := seen.record.letter_issued_on) is None:
            continue
        results = chain.of(seen, "award", "correction")
        said = [(one, on) for one in results if (on := one.record.letter_issued_on)]
        if said and all(gap(day, on) for _, on in said):
            other, on = min(said, key=lambda pair: abs(gap(day, pair[1])))
            told = f"{label(seen.record, _LETTER)} {day}，{other.stem} 写的是 {on}；请照原文核对"
            yield seen, Doubt("MG-2", (_LETTER,), told, ((other.stem, (_LETTER,)),))


def _named_days(chain: Chain) -> Iterator[Told]:
    """The day of another notice as this one names it, and as that one states it."""
    for seen in chain.by_kind["contract-change"]:
        original = seen.record.original_contract
        days = [one.record.signed for one in chain.of(seen, "contract") if one.record.signed]
        if original and original.signed and days:
            yield from _elsewhere(seen, ("original_contract", "signed"), original.signed, days)
    for seen in chain.by_kind["correction"]:
        named = chain.of(seen, "tender", "award", "single-source", "prequalification")
        days = [day for one in named if (day := own_day(one.record))]
        first = seen.record.first_published
        if first and days:
            yield from _elsewhere(seen, ("first_published",), first, days)


def _elsewhere(seen: Sight, path: Path, day: Date, stated: list[Date]) -> Iterator[Told]:
    near = min(stated, key=lambda one: abs(gap(day, one)))
    if abs(gap(day, near)) > _NAMED_AWAY:
        told = f"写的是 {day}，那份公告自己写的是 {near}，相差 {abs(gap(day, near))} 天；请核对年份"
        yield seen, Doubt("MG-2", path, told)


def _preparation(chain: Chain) -> Iterator[Told]:
    """The stages of the library in their order, and all of it before the purchase."""
    project = chain.project
    if project is None:
        return
    record: Any = project.record
    dated = [(i, one.date) for i, one in enumerate(record.library) if one.date]
    for (_, before), (i, after) in pairwise(dated):
        if gap(after, before) < 0:
            told = f"项目库阶段的日期 {after} 早于前一阶段的 {before}；请照原文核对"
            yield project, Doubt("MG-2", ("library", i, "date"), told)
    first = _first_day(chain.by_kind["tender"])
    starts: list[tuple[Path, Date]] = [(("library", i, "date"), day) for i, day in dated]
    if record.need and record.need.assessed_on:
        starts.append((("need", "assessed_on"), record.need.assessed_on))
    for path, day in starts:
        if first and not -5 * 366 <= gap(day, first) <= 62:
            told = f"采购前的日期 {day}，与采购公告的 {first} 相差 {abs(gap(day, first))} 天；请核对年份"
            yield project, Doubt("MG-2", path, told)


def _first_day(notices: Iterable[Sight]) -> Date | None:
    days = [day for one in notices if (day := own_day(one.record))]
    return min(days, key=lambda one: one.first) if days else None
