"""Targets, people and hours that several notices of a project state: the same, or a slip."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, label, step
from generator.records.doubts.marks import size_of
from generator.records.doubts.sight import Sight, yuan
from generator.records.model.amounts import Quantity, number
from generator.records.model.delivering import Evaluation
from generator.records.model.rows import Workload
from generator.records.source import Path
from generator.records.walk import given, telling

Told = tuple[Sight, Doubt]
Promised = dict[tuple[str, str], tuple[Sight, Decimal]]

_COUNTS = ("people", "quantity", "service_hours")
_PROMISED = frozenset({"targets", "done"})
_FINAL = telling("judgement")
_FAR, _FALL = 7, 4
# So many rows at least, all others within the target, and one so far above it.
_BESIDE, _ALMOST, _EXCESS = 3, Decimal("1.2"), 4
# Families and neighbours are asked too: of a few, many; of thousands, not five times as many; of hundreds, eight.
_CROWDS = ((2_000, 5), (500, 8))
# Of so many cases most are closed, and their hours are theirs alone.
_MANY = 20
# Three digits that changed places are a slip; 13 and 31 may both be right.
_LARGE = 100


def doubts(chain: Chain) -> Iterator[Told]:
    """Promises that changed by a slip on their way, and results far above them."""
    promised: Promised = {}
    reported: Promised = {}
    for seen in chain.sights:
        if not _PROMISED.isdisjoint(seen.stated):
            yield from _targets(seen, promised)
            # Under a framework each report is about another order.
            yield from () if chain.is_framework else _done(seen, promised, reported)
            yield from _alone(seen)
        yield from _asked(seen, reported)
        for key in _COUNTS:
            size = size_of(given(seen.record, key))
            if size is not None:
                unit = given(seen.record, key).unit or ""
                told = label(seen.record, key)
                yield from _again(seen, (key,), told, (key, unit), (size, promised))
        yield from _needed(chain, seen)
        yield from _posts(seen, promised)
        yield from _team(seen, promised)
    yield from _hours(chain)
    yield from _questioned(chain)


def _needed(chain: Chain, seen: Sight) -> Iterator[Told]:
    """How many a notice will serve against how many were in need, unless the project says so too.

    Of some in need a whole town may be served: then the project states that.
    """
    project, served = chain.project, seen.record.people
    need = given(project.record, "need") if project and served else None
    size, all_ = size_of(served), size_of(project.record.people) if project else None
    if not (project and need and need.people and size) or project is seen or _is_times(served):
        return
    agreed = all_ is not None and not step(size, all_)
    more = size > need.people and step(size, Decimal(need.people))
    # Many more may be in need than are served, but hardly ten times as many to the last digit.
    exact = len(str(need.people).strip("0")) > 2 and is_shifted(size, Decimal(need.people))
    if (more or exact) and not agreed:
        told = f"{label(seen.record, 'people')}写的是 {number(size)}，需求评估写的是 {need.people} 人，相差太大；请照原文核对"
        yield seen, Doubt("MG-5", ("people",), told, ((project.stem, ("need", "people")),))


def _questioned(chain: Chain) -> Iterator[Told]:
    """More people asked how satisfied they are than the purchase was ever for."""
    crowds = [
        (seen, held.asked)
        for seen in chain.sights
        if (held := given(seen.record, "satisfaction")) and (held.asked or 0) >= _CROWDS[-1][0]
    ]
    most = max(_people(chain), default=None) if crowds else None
    for seen, asked in crowds:
        if most and any(asked >= crowd and asked > most * times for crowd, times in _CROWDS):
            told = f"被问的是 {asked} 人，服务人数是 {number(most)}，相差太大；请照原文核对"
            yield seen, Doubt("MG-5", ("satisfaction", "asked"), told)


def _people(chain: Chain) -> Iterator[Decimal]:
    """How many a purchase is for, in the words of each notice, and how many were in need."""
    for seen in chain.sights:
        if size := size_of(seen.record.people):
            yield size
    need = given(chain.project.record, "need") if chain.project else None
    if need and need.people:
        yield Decimal(need.people)


def _is_times(count: Quantity | None) -> bool:
    """Whether visits are counted, not people."""
    return "次" in ((count and count.unit) or "")


def _posts(seen: Sight, promised: Promised) -> Iterator[Told]:
    posts = given(seen.record, "posts")
    if posts is None:
        return
    stated = {"count": posts.count, "guide_price": yuan(posts.guide_price)}
    for key, size in stated.items():
        if size:
            path: Path = ("posts", key)
            found = (Decimal(size), promised)
            yield from _again(seen, path, label(posts, key), ("posts", key), found)


def _team(seen: Sight, promised: Promised) -> Iterator[Told]:
    """How many work on the project, and for how many hours each type of work is planned."""
    team = seen.record.team
    if team and team.total and team.total.value:
        found = (team.total.value, promised)
        yield from _again(seen, ("team", "total"), label(team, "total"), ("team", ""), found)
    for i, one in enumerate(seen.record.workload):
        if one.hours:
            path: Path = ("workload", i, "hours")
            named = (one.type, one.note or "")
            yield from _again(seen, path, label(one, "hours"), named, (one.hours, promised))


def _targets(seen: Sight, promised: Promised) -> Iterator[Told]:
    for i, one in enumerate(seen.record.targets):
        size = size_of(one.target)
        if size is not None:
            named = f"“{one.name[:20]}”的目标"
            yield from _again(seen, ("targets", i, "target"), named, _key(one), (size, promised))
    for i, one in enumerate(given(seen.record, "done", ())):
        size, before = size_of(one.target), promised.get(_key(one))
        # Beside what was done in a quarter may stand the target of that quarter: less, never more.
        if size and before and size > before[1] and is_shifted(size, before[1]):
            told = f"“{one.name[:20]}”的目标写的是 {number(size)}，{before[0].stem} 里是 {number(before[1])}；请照原文核对"
            yield seen, Doubt("MG-5", ("done", i, "target"), told)


def _key(target: Any) -> tuple[str, str]:
    return _named(target), f"{target.period or ''}"


def _named(target: Any) -> str:
    """One target of one lot: what two lots do is not the same."""
    return f"{target.name}（{target.lot}）" if target.lot else str(target.name)


def _again(
    seen: Sight, path: Path, named: str, key: tuple[str, str], found: tuple[Decimal, Promised]
) -> Iterator[Told]:
    size, promised = found
    before = promised.get(key)
    promised[key] = (seen, size)
    if before is None:
        return
    other, old = before
    if is_swapped(size, old) or (is_shifted(size, old) and min(size, old) > 0):
        told = f"{named}写的是 {number(size)}，{other.stem} 里是 {number(old)}；请照原文核对"
        yield seen, Doubt("MG-5", path, told)


def _done(seen: Sight, promised: Promised, before: Promised) -> Iterator[Told]:
    """What was done, against what was promised and against what was reported before."""
    for i, one in enumerate(given(seen.record, "done", ())):
        done = size_of(one.actual)
        if done is None:
            continue
        path: Path = ("done", i, "actual")
        goal = promised.get(_key(one)) or promised.get((_named(one), "每年"))
        if goal and size_of(one.target) is None and _misses(seen, done, goal[1]):
            told = f"“{one.name[:20]}”实际 {number(done)}，{goal[0].stem} 里的目标是 {number(goal[1])}，相差太大；请照原文核对"
            yield seen, Doubt("MG-5", path, told)
        last = before.get(_key(one))
        before[_key(one)] = (seen, done)
        if last and _contradicts(seen, done, *last):
            told = f"“{one.name[:20]}”写的是 {number(done)}，{last[0].stem} 里是 {number(last[1])}；请照原文核对"
            yield seen, Doubt("MG-5", path, told)


def _alone(seen: Sight) -> Iterator[Told]:
    """One result many times its target, while all beside it lie below: a digit too many."""
    rows = [
        (i, one.name, done, goal)
        for i, one in enumerate(given(seen.record, "done", ()))
        if (done := size_of(one.actual)) and (goal := size_of(one.target))
    ]
    shares = sorted(done / goal for _, _, done, goal in rows)
    if len(shares) < _BESIDE or shares[-1] < _EXCESS or shares[-2] > _ALMOST:
        return
    i, name, done, goal = max(rows, key=lambda row: row[2] / row[3])
    if done >= _LARGE and shares[0] / 2 <= done / goal / 10 <= shares[-2] * 2:
        told = f"“{name[:20]}”实际 {number(done)}，目标 {number(goal)}，其余各项都没有超过；请照原文核对"
        yield seen, Doubt("MG-5", ("done", i, "actual"), told)


def _misses(seen: Sight, done: Decimal, goal: Decimal) -> bool:
    """Far above a promise; at the end, a tenth of it."""
    short = seen.record.kind in _FINAL and done < goal and step(done, goal)
    return bool(goal) and (done > goal * _FAR or bool(short))


def _contradicts(seen: Sight, done: Decimal, other: Sight, last: Decimal) -> bool:
    """Whether two results look like one figure mistyped; reports add up and do not fall."""
    if not done or not last:
        return False
    alike = is_swapped(done, last) or is_shifted(done, last)
    if seen.record.kind in _FINAL:
        # What was done when all is done is no less than what had been done before.
        fallen = other.record.kind == "report" and done * _FALL < last and not _is_interim(seen)
        return fallen or (alike and (other.record.kind in _FINAL or max(done, last) >= _LARGE))
    return done * _FALL < last or (alike and done < last and last >= _LARGE)


def _is_interim(seen: Sight) -> bool:
    """Whether only some of it is looked at: a spot check, half of the time."""
    return given(seen.record, "stage") in Evaluation.interim


def _asked(seen: Sight, before: Promised) -> Iterator[Told]:
    """The rate of satisfaction and how many were asked, in acceptance and evaluation alike."""
    held = given(seen.record, "satisfaction")
    for key in ("rate", "asked") if held else ():
        value = getattr(held, key)
        if value is None:
            continue
        size, last = Decimal(value), before.get(("satisfaction", key))
        before["satisfaction", key] = (seen, size)
        if last and (is_swapped(size, last[1]) or is_shifted(size, last[1])):
            told = f"{label(held, key)}写的是 {number(size)}，{last[0].stem} 里是 {number(last[1])}；请照原文核对"
            yield seen, Doubt("MG-5", ("satisfaction", key), told)


def _hours(chain: Chain) -> Iterator[Told]:
    rows = [one for seen in chain.sights for one in seen.record.workload if one.hours is not None]
    planned = {one.type: one.hours for one in rows}
    each = {(one.type, one.unit): one.hours / one.count for one in rows if one.count}
    for seen in chain.by_kind["report"]:
        for i, one in enumerate(seen.record.hours_done):
            goal = planned.get(one.type)
            if one.hours is not None and _takes_longer(one, each.get((one.type, one.unit))):
                told = f"{number(one.count)} {one.unit or '项'}做了 {number(one.hours)} 小时，每{one.unit or '项'}是计划的 {_FAR} 倍以上；请照原文核对"
                yield seen, Doubt("MG-5", ("hours_done", i, "hours"), told)
            elif goal and one.hours is not None and one.hours > goal * _FAR:
                told = f"做了 {number(one.hours)} 小时，计划是 {number(goal)} 小时，相差太大；请照原文核对"
                yield seen, Doubt("MG-5", ("hours_done", i, "hours"), told)


def _takes_longer(done: Workload, planned: Decimal | None) -> bool:
    """Whether each of many took so much longer than planned; of a few, most may not be closed yet."""
    count = done.count or Decimal(0)
    many = count >= _MANY and done.hours is not None
    return bool(planned and many and (done.hours or 0) > planned * count * _FAR)
