"""One edition of the site: gather, judge, publish, whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from generator import interrupts
from generator.edition import closing, lock, mark, placeholders, scratch, shelf, swap, target
from generator.edition import portable as disc
from generator.edition.crew import Job, Progress, cross, fill, gather, hashes, make_lists
from generator.edition.crossed import Across
from generator.edition.mishaps import UNCHANGED, Halt
from generator.edition.shards import BESIDE, Shards
from generator.edition.stamps import Stamps
from generator.origin import UNKNOWN, Origin
from generator.publish.chrome import premises, shell
from generator.publish.chrome.shell import Chrome
from generator.publish.press import set_up
from generator.records import known
from generator.records.annals import Annals
from generator.records.finding import Finding
from generator.records.survey import survey

# MkDocs packs its own map with the hour of the build inside.
PACKED_MAP = "sitemap.xml.gz"
# The figures of what is invented.
DEMO_FIGURES = "statistics/demo/index.html"


def build(
    root: Path,
    out: Path,
    today: date,
    *,
    workers: int = 0,
    progress: Progress | None = None,
    fewer: bool = False,
    origin: Origin = UNKNOWN,
    annals: Annals | None = None,
    portable: bool = False,
) -> list[Finding]:
    """Replace `out` by a new edition, whole or not at all; the findings.

    Raises Halt if `out` is not ours to replace, or another run is at it, or the
    edition has lost records and `fewer` does not say that they may go. `origin`
    names the state of the records and `annals` what became of them, where somebody knows it.
    """
    target.insist(root, out)
    if portable:
        disc.insist(out)
    if stopped := premises.findings(root):
        return stopped
    with _alone(out), _room_beside(out) as fresh:
        chrome = shell.build(root, fresh, today)
        findings = publish(
            root,
            fresh,
            chrome,
            today,
            workers=workers,
            progress=progress,
            origin=origin,
            annals=annals,
        )
        if any(finding.halts for finding in findings):
            return findings
        if not fewer:
            mark.insist(mark.counts(out), mark.counts(fresh))
        swap.kept(fresh)
        with interrupts.undisturbed():
            target.insist(root, out)
            swap.into_place(fresh, out)
            swap.remove(fresh)
        if portable:
            disc.pack(root, out, chrome.settings.site_name, chrome.settings.site_url, today)
    return findings


def publish(
    root: Path,
    out: Path,
    chrome: Chrome,
    today: date,
    *,
    workers: int = 0,
    progress: Progress | None = None,
    origin: Origin = UNKNOWN,
    annals: Annals | None = None,
) -> list[Finding]:
    """Stamp all records into a folder that holds the chrome; the findings.

    When a finding halts, the folder is not whole and must not be shown.
    """
    shelf.drop(out, [PACKED_MAP])
    if chrome.settings.portal.demo_on is None:
        # MkDocs built its beginning, and there is nothing to show below it.
        shelf.drop(out, [DEMO_FIGURES])
    made = shelf.standing(out)
    found = survey(root)
    knowledge, findings = known.load(root, found, today)
    press = set_up(chrome, knowledge, today, origin, annals)
    shards = Shards(out / BESIDE)
    stamps = Stamps(press, out, shards)
    job = Job(root, knowledge, stamps, laid=True)
    gathered = gather(job, found, workers, progress)
    findings += found.findings + gathered.findings
    if not any(finding.halts for finding in findings):
        stack, told, batches = cross(job, stamps.stack(gathered.keys), workers)
        findings += (*told, *placeholders.findings(root, chrome.settings, stack))
        fill(job, batches, workers)
        stock = stamps.stock(stack, Across(shards.folder), gathered.places)
        # The same in another order: once is enough.
        del stack
        made.update(gathered.paths, make_lists(job, stock, workers))
        standing = closing.close(out, press, stock, partial(hashes, job, workers))
        shards.remove()
        _insist_on(made - standing)
    return sorted(findings)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Beside `out` and without anybody else; what a killed run left is mended first."""
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch.sweep()
    with lock.held(out):
        swap.heal(out)
        yield


@contextmanager
def _room_beside(out: Path) -> Iterator[Path]:
    """A marked folder beside `out`, gone in the end; what goes wrong leaves `out` as it was."""
    fresh = swap.beside(out)
    try:
        fresh.mkdir()
        shelf.put(fresh, [mark.file({})])
        yield fresh
    except Exception as problem:
        if isinstance(problem, OSError):
            problem.filename = problem.filename or str(fresh)
        problem.add_note(UNCHANGED)
        raise
    finally:
        swap.remove(fresh)


def _insist_on(missing: set[str]) -> None:
    """Every file that was made must stand. Raises Halt."""
    if missing:
        raise Halt(f"生成的文件少了 {len(missing)} 个，例如 {min(missing)}；请再运行一次")
