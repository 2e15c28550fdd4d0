"""The worker processes of an edition: records loaded and stamped side by side.

A worker loads a project, judges it, stamps its page and forgets it; only the
digest comes back. What crosses projects is then made a section at a time.
"""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import interrupts
from generator.law import opinion
from generator.law.corrected import called, only_worded
from generator.law.opinion import Opinion, in_words
from generator.law.verdict import DEPARTURES
from generator.records import abstract, register
from generator.records.digest import Crossing, Digest
from generator.records.finding import Finding
from generator.records.known import Known
from generator.records.reading import Filed, finding_in
from generator.records.survey import Place, Survey, relative

if TYPE_CHECKING:
    from generator.edition.stamps import Beside, Stamps

BATCH = 64
Progress = Callable[[int, int], None]
Batch = tuple[bool, list[Place]]


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs: where to read, what is known, and what makes pages.

    Without stamps nothing is made: that is a check.
    """

    root: Path
    known: Known
    stamps: "Stamps | None" = None


@dataclass(slots=True)
class Gathered:
    """What came out of some places: findings, the digests of the good ones, their pages.

    Where nothing is stamped there are no digests, only what crosses.
    """

    findings: list[Finding] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)
    crossing: list[Crossing] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def add(self, other: "Gathered") -> None:
        """Take another batch in."""
        self.findings += other.findings
        self.digests += other.digests
        self.crossing += other.crossing
        self.paths += other.paths


def gather(job: Job, found: Survey, workers: int = 0, progress: Progress | None = None) -> Gathered:
    """Load, judge and, with a press, stamp all places of a survey, in its order."""
    batches = [*_batches(found.projects, True), *_batches(found.notices, False)]
    total = len(found.projects) + len(found.notices)
    result, done = Gathered(), 0
    with _hands(workers if len(batches) > 2 else 1, job, []) as each:
        for batch, gathered in zip(batches, each(_work, batches), strict=True):
            result.add(gathered)
            done += len(batch[1])
            if progress:
                progress(done, total)
    return result


def make_lists(
    job: Job, digests: list[Digest], workers: int = 0, sections: Iterable[str] = ()
) -> list[str]:
    """Write what crosses projects: all sections, or some; the paths."""
    assert job.stamps
    ordered = job.stamps.ordered(digests)
    with _hands(workers if len(digests) > BATCH * 2 else 1, job, ordered) as each:
        wanted = list(sections or job.stamps.sections)
        return [path for paths in each(_section, wanted) for path in paths]


def fill(job: Job, found: "Mapping[str, Beside]", workers: int = 0) -> None:
    """Put what crosses projects into their pages, side by side."""
    each_ = list(found.items())
    batches = [each_[start : start + BATCH] for start in range(0, len(each_), BATCH)]
    with _hands(workers if len(batches) > 2 else 1, job, []) as each:
        deque(each(_fill, batches), 0)


def hands() -> int:
    """How many workers there are unless a number is given."""
    return os.cpu_count() or 1


_job: Job
_digests: list[Digest]


@contextmanager
def _hands(workers: int, job: Job, digests: list[Digest]) -> Iterator[Callable[..., Iterator[Any]]]:
    """A way to do something for each: in this process, or in several."""
    workers = workers or hands()
    if workers == 1:
        _start(job, digests)
        yield map
        return
    # Forked workers see the digests without a copy; elsewhere they are sent.
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    begin = partial(_start_worker, job, digests)
    with _resting_collector(), ProcessPoolExecutor(workers, context, begin) as pool, _ending():
        yield partial(_each, pool)


def _each(
    pool: ProcessPoolExecutor, work: Callable[..., Any], items: Iterable[Any]
) -> Iterator[Any]:
    # Not `pool.map`: that cancels what is not done yet when it is left early, and
    # a pool whose workers are then killed shows a trace about what was cancelled.
    futures = deque(pool.submit(work, item) for item in items)
    while futures:
        yield futures.popleft().result()


@contextmanager
def _ending() -> Iterator[None]:
    """When a run ends before its time, nobody waits for what its workers still have to do."""
    others = set(multiprocessing.active_children())
    try:
        yield
    except BaseException:
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
        raise


@contextmanager
def _resting_collector() -> Iterator[None]:
    """Digests are trees: the collector would walk all of them again and again."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _batches(places: list[Place], projects: bool) -> Iterator[Batch]:
    for start in range(0, len(places), BATCH):
        yield projects, places[start : start + BATCH]


def _start(job: Job, digests: list[Digest]) -> None:
    global _job, _digests
    _job, _digests = job, digests


def _start_worker(job: Job, digests: list[Digest]) -> None:
    interrupts.leave_to_parent()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _start(job, digests)
    gc.disable()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _work(batch: Batch) -> Gathered:
    projects, places = batch
    result = Gathered()
    for place in places:
        try:
            (_project if projects else _notices)(place, result)
        except Exception as problem:
            problem.add_note(f"当时在处理 {relative(_job.root, place.folder)}")
            raise
    if not gc.isenabled():
        # What templates leave behind has cycles; once a batch is often enough.
        gc.collect()
    return result


def _project(place: Place, result: Gathered) -> None:
    project, findings = register.load_project(_job.root, place, _job.known)
    result.findings += findings
    if project is None:
        return
    look = opinion.of_project if _job.stamps else opinion.departures
    said = look(project, _job.known)
    everything = {filed.stem: filed for filed in project.everything}
    result.findings += (
        *_tells(said, everything),
        *_labelled(said, everything),
        *_only_worded(everything),
    )
    if not project.record.fictional:
        result.findings += _unchecked(said, everything)
    if project.open:
        # Nothing of it is published until it is answered; nothing is compared with it either.
        return
    if _job.stamps is None:
        result.crossing.append(abstract.crossing(project, said.outcome))
        return
    digested, paths = _job.stamps.project(project, said)
    result.paths += paths
    result.digests.append(replace(digested, judged=said.judged, duties=said.duties))


def _notices(place: Place, result: Gathered) -> None:
    notices, findings = register.load_notices(_job.root, place, _job.known)
    result.findings += findings
    for notice in notices:
        look = opinion.of_notice if _job.stamps else opinion.departures
        said = look(notice, _job.known)
        own = {notice.filed.stem: notice.filed}
        result.findings += (
            *_tells(said, own),
            *_unchecked(said, own),
            *_labelled(said, own),
            *_only_worded(own),
        )
        if _job.stamps is None:
            result.crossing.append(abstract.crossing(notice, said.outcome))
            continue
        digested, paths = _job.stamps.notice(notice, said)
        result.paths += paths
        result.digests.append(replace(digested, judged=said.judged))


def _tells(said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What departs from the law is told, never stopped."""
    for one in said.verdicts:
        if one.outcome in DEPARTURES:
            yield finding_in(_job.root, files[one.stem], one.rule, one.at, in_words(one))


def _unchecked(said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What of a real notice is still to be looked for, before anybody says that it is not stated."""
    for stem, items in said.unchecked.items():
        if not files[stem].record.fictional:
            told = (
                f"还有 {len(items)} 项没有写明找过；请对照原文，写了的补录进来，都找过而没有写的，在 source "
                f"里写 absent: all，只找过几项的写 absent: [名称, 名称]；这些是：{'、'.join(items)}"
            )
            yield finding_in(_job.root, files[stem], "AB-1", ("source", "extent"), told)


def _labelled(said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What is said not to be there, and seems to stand under a label that no rule reads."""
    for stem, items in said.labelled.items():
        for item, label in items.items():
            told = f"absent 说没有写“{item}”，other 里的“{label}”像是它；请写进它自己的键，真的不是的改一个名目"
            yield finding_in(_job.root, files[stem], "AB-3", ("other",), told)


def _only_worded(files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What a correction changes in words alone: no rule can go by a text."""
    corrections = (one for one in files.values() if one.record.kind == "correction")
    for one in corrections:
        for name, key in map(called, only_worded(one)):
            told = (
                f"更正事项里写了改{name}，没有写成键，凡要用{name}的都不作判断；请再写一遍 {key}: 改后的值"
                f"{'' if key == 'new_deadline' else '，分包改的写在 lots 那一包里'}"
            )
            yield finding_in(_job.root, one, "AB-2", ("changes",), told)


def _fill(batch: "list[tuple[str, Beside]]") -> None:
    assert _job.stamps
    _job.stamps.fill(batch)


def _section(name: str) -> list[str]:
    assert _job.stamps
    return _job.stamps.section(name, _digests)
