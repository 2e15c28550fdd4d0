"""One edition of the site: gather, judge, publish, over worker processes.

The only module that writes into the site. Records are loaded a project at a
time by the worker that also stamps its page; only digests come back.
"""

import gc
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.publish import records, shell, site
from generator.publish.records import File, Press
from generator.publish.shell import Chrome
from generator.records import abstract, known, register
from generator.records.digest import Digest
from generator.records.finding import Finding
from generator.records.known import Known
from generator.records.survey import Place, Survey, relative, survey

BATCH = 64


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs: where to read, what is known, and where to write.

    Without a press nothing is stamped: that is a check.
    """

    root: Path
    known: Known
    press: Press | None = None
    out: Path | None = None


@dataclass(slots=True)
class Gathered:
    """What came out of some places: findings, and the digests of the good ones."""

    findings: list[Finding] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)
    files: int = 0

    def add(self, other: "Gathered") -> None:
        """Take another batch in."""
        self.findings += other.findings
        self.digests += other.digests
        self.files += other.files


Progress = Callable[[int, int], None]


def check(
    root: Path,
    today: date,
    paths: Iterable[Path] = (),
    *,
    workers: int = 0,
    progress: Progress | None = None,
) -> list[Finding]:
    """The findings of all records, or of those under `paths`; sorted."""
    found = survey(root)
    knowledge, findings = known.load(root, found, today)
    wanted = [relative(root, path) for path in paths]
    if wanted:
        found = _narrowed(root, found, wanted)
    gathered = gather(Job(root, knowledge), found, workers, progress)
    findings += found.findings + gathered.findings
    return sorted(one for one in findings if not wanted or _under(one.path, wanted))


def build(
    root: Path, out: Path, today: date, *, workers: int = 0, progress: Progress | None = None
) -> list[Finding]:
    """Replace `out` by a new edition, whole or not at all; the findings."""
    fresh = out.with_name(f"{out.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        chrome = shell.build(root, fresh)
        findings = publish(root, fresh, chrome, today, workers=workers, progress=progress)
        if not any(finding.halts for finding in findings):
            _swap(fresh, out)
        return findings
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def publish(
    root: Path,
    out: Path,
    chrome: Chrome,
    today: date,
    *,
    workers: int = 0,
    progress: Progress | None = None,
) -> list[Finding]:
    """Stamp all records into a folder that holds the chrome; the findings.

    When a finding halts, the folder is not whole and must not be shown.
    """
    found = survey(root)
    knowledge, findings = known.load(root, found, today)
    press = records.press(chrome, knowledge, today)
    gathered = gather(Job(root, knowledge, press, out), found, workers, progress)
    findings = sorted(findings + found.findings + gathered.findings)
    if not any(finding.halts for finding in findings):
        write(out, site.files(press, gathered.digests))
        _map(out, press)
    return findings


def _map(out: Path, press: Press) -> None:
    pages = [relative(out, path) for path in out.rglob("index.html")]
    write(out, [site.sitemap(press.links["site_url"], pages)])
    # MkDocs packs its own map with the hour of the build inside.
    (out / "sitemap.xml.gz").unlink(missing_ok=True)


def _swap(fresh: Path, out: Path) -> None:
    old = out.with_name(f"{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def gather(job: Job, found: Survey, workers: int = 0, progress: Progress | None = None) -> Gathered:
    """Load, judge and, with a press, stamp all places of a survey."""
    batches = [*_batches(found.projects, True), *_batches(found.notices, False)]
    total = len(found.projects) + len(found.notices)
    result, done = Gathered(), 0
    for size, batch in _run(job, batches, workers or os.cpu_count() or 1):
        result.add(batch)
        done += size
        if progress:
            progress(done, total)
    return result


def write(out: Path, files: Iterable[File]) -> int:
    """Put files under a folder; how many."""
    count = 0
    for file in files:
        target = out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
        count += 1
    return count


Batch = tuple[bool, list[Place]]

_job: Job


def _batches(places: list[Place], projects: bool) -> Iterator[Batch]:
    for start in range(0, len(places), BATCH):
        yield projects, places[start : start + BATCH]


def _run(job: Job, batches: list[Batch], workers: int) -> Iterator[tuple[int, Gathered]]:
    if workers == 1 or len(batches) < 3:
        _start(job)
        for batch in batches:
            yield len(batch[1]), _work(batch)
        return
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(job,)) as pool:
        for batch, gathered in zip(batches, _in_order(pool, batches), strict=True):
            yield len(batch[1]), gathered


def _in_order(pool: Executor, batches: list[Batch]) -> Iterator[Gathered]:
    return pool.map(_work, batches)


def _start(job: Job) -> None:
    global _job
    _job = job
    # Records are trees without cycles; collecting them by reference is enough.
    gc.freeze()


def _work(batch: Batch) -> Gathered:
    projects, places = batch
    result = Gathered()
    for place in places:
        (_project if projects else _notices)(place, result)
    return result


def _project(place: Place, result: Gathered) -> None:
    project, findings = register.load_project(_job.root, place, _job.known)
    result.findings += findings
    if project is None:
        return
    if _job.press and _job.out:
        digested, page = records.project_page(_job.press, project)
        result.files += write(_job.out, [page])
    else:
        digested = abstract.of_project(project)
    result.digests.append(digested)


def _notices(place: Place, result: Gathered) -> None:
    notices, findings = register.load_notices(_job.root, place, _job.known)
    result.findings += findings
    for notice in notices:
        if _job.press and _job.out:
            digested, page = records.notice_page(_job.press, notice)
            result.files += write(_job.out, [page])
        else:
            digested = abstract.of_notice(notice)
        result.digests.append(digested)


def _narrowed(root: Path, found: Survey, wanted: list[str]) -> Survey:
    def touches(place: Place) -> bool:
        folder = relative(root, place.folder)
        return any(
            path == folder or path.startswith(f"{folder}/") or folder.startswith(f"{path}/")
            for path in wanted
        )

    return Survey(
        [place for place in found.projects if touches(place)],
        [place for place in found.notices if touches(place)],
        found.parties,
        found.jurisdictions,
        found.findings,
    )


def _under(path: str, wanted: list[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in wanted)
