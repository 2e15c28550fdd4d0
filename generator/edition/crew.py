"""The worker processes of an edition: records loaded and stamped side by side.

A worker loads a project, judges it, stamps its page and forgets it; only the
digest comes back. What crosses projects is then made a section at a time.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.edition import shelf, told
from generator.edition.hands import several
from generator.law import opinion
from generator.law.opinion import Opinion
from generator.records import abstract, register
from generator.records.digest import Crossing, Digest
from generator.records.finding import Finding
from generator.records.known import Known
from generator.records.survey import Place, Survey, relative

if TYPE_CHECKING:
    from generator.edition.crossed import Crossed
    from generator.edition.shards import Made
    from generator.edition.stacks import Key, Stack
    from generator.edition.stamps import Stamps
    from generator.publish.data.stock import Stock
    from generator.publish.file import Held

BATCH = 64
# So many files are hashed at a time.
_FILES = 1_000
Progress = Callable[[int, int], None]
Batch = tuple[bool, list[Place]]


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs: where to read, what is known, and what makes pages.

    Without stamps nothing is made: that is a check. `alone` are the files and folders that were
    asked about by name, as findings name them.
    """

    root: Path
    known: Known
    stamps: "Stamps | None" = None
    alone: frozenset[str] = frozenset()
    # Whether digests go to disk, and no more than where each lies comes back.
    laid: bool = False


@dataclass(slots=True)
class Gathered:
    """What came out of some places: findings, the digests of the good ones, their pages.

    Where nothing is stamped there are no digests, only what crosses.
    """

    findings: list[Finding] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)
    # Where they lie, if they were laid down.
    keys: "list[Key]" = field(default_factory=list)
    # In which shard lies what tables are made of, by record.
    places: dict[str, str] = field(default_factory=dict)
    # What tables are made of, until it lies in a shard.
    made: "list[tuple[str, Made]]" = field(default_factory=list)
    crossing: list[Crossing] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def add(self, other: "Gathered") -> None:
        """Take another batch in."""
        self.findings += other.findings
        self.digests += other.digests
        self.keys += other.keys
        self.places |= other.places
        self.made += other.made
        self.crossing += other.crossing
        self.paths += other.paths


def gather(job: Job, found: Survey, workers: int = 0, progress: Progress | None = None) -> Gathered:
    """Load, judge and, with a press, stamp all places of a survey, year by year."""
    batches = [*_batches(found.projects, True), *_batches(found.notices, False)]
    total = len(found.projects) + len(found.notices)
    result, done = Gathered(), 0
    with _hands(workers if len(batches) > 2 else 1, job) as each:
        for batch, gathered in zip(batches, each(_work, batches), strict=True):
            result.add(gathered)
            done += len(batch[1])
            if progress:
                progress(done, total)
    return result


def make_lists(
    job: Job, stock: "Stock", workers: int = 0, sections: Iterable[str] = ()
) -> list[str]:
    """Write what crosses projects: all sections, or some; the paths."""
    assert job.stamps
    found: list[str] = []
    # What whoever made the first round holds is gone before the second.
    for some in job.stamps.rounds(sections):
        with _hands(workers if len(stock.digests) > BATCH * 2 else 1, job, stock) as each:
            found += (path for paths in each(_section, some) for path in paths)
    return found


def cross(job: Job, stack: "Stack", workers: int = 0) -> "Crossed":
    """Judge across projects in a process of its own, which takes what it needs for that along."""
    if workers == 1 or len(stack) <= BATCH * 2:
        _start(job, None)
        return _cross(stack)
    with several(1, partial(_start, job, None)) as each:
        found: Crossed = next(each(_cross, [stack]))
        return found


def fill(job: Job, batches: list[str], workers: int = 0) -> None:
    """Put what crosses projects into their pages, side by side; it lies in these shards."""
    with _hands(workers if len(batches) > 2 else 1, job) as each:
        deque(each(_fill, batches), 0)


def hashes(job: Job, workers: int, out: Path, paths: Iterable[str]) -> dict[str, "Held"]:
    """The size and the hash of many files, side by side."""
    all_ = list(paths)
    batches = [all_[start : start + _FILES] for start in range(0, len(all_), _FILES)]
    with _hands(workers if len(batches) > 2 else 1, job) as each:
        return {
            path: one
            for some in each(partial(shelf.hashes, out), batches)
            for path, one in some.items()
        }


def hands() -> int:
    """How many workers there are unless a number is given."""
    return os.cpu_count() or 1


_job: Job
_stock: "Stock | None"


@contextmanager
def _hands(
    workers: int, job: Job, stock: "Stock | None" = None
) -> Iterator[Callable[..., Iterator[Any]]]:
    """A way to do something for each: in this process, or in several."""
    workers = workers or hands()
    if workers == 1:
        _start(job, stock)
        yield map
        return
    with several(workers, partial(_start, job, stock)) as each:
        yield each


def _batches(places: list[Place], projects: bool) -> Iterator[Batch]:
    """Some places at a time, year by year: who reads one year of what was made reads little else."""
    in_order = sorted(places, key=lambda one: one.year)
    for start in range(0, len(in_order), BATCH):
        yield projects, in_order[start : start + BATCH]


def _start(job: Job, stock: "Stock | None") -> None:
    global _job, _stock
    _job, _stock = job, stock


def _work(batch: Batch) -> Gathered:
    projects, places = batch
    result = _done(_projects if projects else _notices, places)
    if _job.stamps and _job.stamps.shards:
        result.places, result.made = _job.stamps.shards.put(result.made), []
        if _job.laid:
            result.keys, result.digests = _job.stamps.lay(result.digests), []
    return result


def _done(work: Callable[[list[Place], Gathered], None], places: list[Place]) -> Gathered:
    """What came out of some places; where something fails, one after the other to tell where."""
    result = Gathered()
    try:
        work(places, result)
        return result
    except Exception as problem:
        if len(places) == 1:
            problem.add_note(f"当时在处理 {relative(_job.root, places[0].folder)}")
            raise
    apart = Gathered()
    for place in places:
        apart.add(_done(work, [place]))
    return apart


def _projects(places: list[Place], result: Gathered) -> None:
    # A step for all of them, then the next: its code and tables stay near the processor.
    loaded = register.load_projects(_job.root, places, _job.known)
    look = opinion.of_project if _job.stamps else opinion.departures
    said = [look(project, _job.known) if project else None for project, _ in loaded]
    for (project, findings), one in zip(loaded, said, strict=True):
        result.findings += findings
        if project and one:
            _project(project, one, result)


def _project(project: register.Project, said: Opinion, result: Gathered) -> None:
    result.findings += told.of_project(_job.root, project, said, _job.alone)
    if project.open:
        # Nothing of it is published until it is answered; nothing is compared with it either.
        return
    if _job.stamps is None:
        result.crossing.append(abstract.crossing(project, said.outcome))
        return
    digested, paths, made = _job.stamps.project(project, said)
    result.paths += paths
    result.made.append((digested.id, made))
    result.digests.append(digested)


def _notices(places: list[Place], result: Gathered) -> None:
    for place in places:
        notices, findings = register.load_notices(_job.root, place, _job.known)
        result.findings += findings
        for notice in notices:
            _notice(notice, result)


def _notice(notice: register.LooseNotice, result: Gathered) -> None:
    look = opinion.of_notice if _job.stamps else opinion.departures
    said = look(notice, _job.known)
    result.findings += told.of_notice(_job.root, notice, said, _job.alone)
    if _job.stamps is None:
        result.crossing.append(abstract.crossing(notice, said.outcome))
        return
    digested, paths, made = _job.stamps.notice(notice, said)
    result.paths += paths
    result.made.append((digested.id, made))
    result.digests.append(digested)


def _cross(stack: "Stack") -> "Crossed":
    assert _job.stamps
    return _job.stamps.cross(stack)


def _fill(batch: str) -> None:
    assert _job.stamps
    _job.stamps.fill_laid(batch)


def _section(name: str) -> list[str]:
    assert _job.stamps
    assert _stock
    return _job.stamps.section(name, _stock)
