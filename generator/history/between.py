"""What became of records between two commits, and what of it may not be."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.history.classes import Class, Step, spot
from generator.history.git import Repository, Unfit
from generator.history.named import SHOWN, masked
from generator.history.past import by_class, purges, wanted
from generator.history.steps import steps
from generator.records import purged
from generator.records.finding import Finding
from generator.records.privacy import gate
from generator.records.purged import Purge
from generator.records.quoting import cut, visible
from generator.vocabulary import label

# What a rewritten history may have done to records, as far as its entry counts.
_REWRITTEN = frozenset({Class.ALTERED, Class.GONE, Class.MOVED})
# Of one file so many values are told.
_TOLD = 20


class Between(NamedTuple):
    """Two commits and what lies between them; `base` is where the lines part."""

    base: str
    head: str
    steps: tuple[Step, ...]

    @property
    def stops(self) -> list[Finding]:
        """Why it may not be merged; sorted."""
        return sorted(one for step in self.steps for one in step.stops)


def between(root: Path, base: str, head: str) -> Between:
    """What became of each file from one commit to another.

    Where the other line went on meanwhile, from where they part. Raises Unfit.
    """
    repository = Repository(root)
    old, new = repository.commit(base), repository.commit(head)
    covering = [one for one in purges(repository, new) if one.old == old]
    start = old if covering else _fork(repository, old, new)
    touched = repository.differ(start, new)
    found = steps(touched, repository.blobs(wanted(touched)))
    for one in covering:
        found = _covered(found, one, repository.holds(one.new, new))
    return Between(start, new, tuple(found))


def range_of(given: str) -> tuple[str, str]:
    """BASE..HEAD as two names; HEAD alone is meant where nothing stands behind the dots. Raises Unfit."""
    base, dots, head = given.replace("...", "..").partition("..")
    if not dots or not base:
        raise Unfit(f"范围写的是 {visible(cut(given, SHOWN))}；要写 起点..终点，例如 main..HEAD")
    return base, head or "HEAD"


def lines(found: Between) -> Iterator[str]:
    """Each file with what became of it, value by value; then how many came to be what."""
    for step in found.steps:
        if step.change is not Class.CODE:
            yield from told(step)
    counted = by_class(found.steps).items()
    yield "，".join(f"{label('change', one)} {n}" for one, n in counted) or "没有改动"


def told(step: Step) -> Iterator[str]:
    """One file: what became of it, each value, and why."""
    yield f"{label('change', step.change)} {gate.unnamed(visible(step.path))}"
    yield from (f"  {one}" for one in _inside(step))


def _inside(step: Step) -> Iterator[str]:
    for one in step.changes[:_TOLD]:
        old, new = (
            "（没有）" if text is None else cut(masked(text, step.hits), SHOWN)
            for text in (one.old, one.new)
        )
        yield f"{masked(one.words)}：{old} → {new}"
    if len(step.changes) > _TOLD:
        yield f"另有 {len(step.changes) - _TOLD} 处"
    yield from (f"理由：{masked(one, step.hits)}" for one in step.reasons)


def _fork(repository: Repository, old: str, new: str) -> str:
    """Where the lines part; a cut off clone cannot tell, but knows whether both lie in one line."""
    return old if repository.holds(old, new) else repository.fork(old, new)


def _covered(found: Iterable[Step], one: Purge, is_there: bool) -> list[Step]:
    """The steps of a rewritten history: what its entry counts is no longer stopped."""
    held = list(found)
    hit = [step for step in held if step.stops and step.change in _REWRITTEN and spot(step.path)]
    why = ""
    if not is_there:
        why = f"new 写的提交 {one.new[:12]} 不在现在的历史里；请写改写以后的那个提交"
    elif len(hit) > one.records:
        why = f"写的是改写涉及 {one.records} 份记录，实际不见了或改了的有 {len(hit)} 份；请核对"
    if why:
        return [*held, Step(purged.PATH, Class.ALTERED, stops=(_wrong(why),))]
    kept = [step for step in held if step not in hit]
    gone = [Step(step.path, Class.PURGED, reasons=(one.reason,), hits=step.hits) for step in hit]
    return sorted((*kept, *gone), key=lambda step: step.path)


def _wrong(told: str) -> Finding:
    return Finding(purged.PATH, 1, 1, "CH-5", told)
