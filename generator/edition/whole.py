"""One edition of the site: gather, judge, publish, whole or not at all.

Only this module and its crew write into the site.
"""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.edition.comparison import compare, fill
from generator.edition.crew import Job, Progress, gather, make_lists, write
from generator.publish import shell, site
from generator.publish.press import Press, set_up
from generator.publish.shell import Chrome
from generator.records import known
from generator.records.finding import Finding
from generator.records.survey import Place, Survey, relative, survey


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
    job = Job(root, knowledge)
    gathered = gather(job, found, workers, progress)
    findings += found.findings + gathered.findings
    if not wanted:
        findings += compare(job, gathered.digests)[1]
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
    press = set_up(chrome, knowledge, today)
    job = Job(root, knowledge, press, out)
    gathered = gather(job, found, workers, progress)
    findings += found.findings + gathered.findings
    if not any(finding.halts for finding in findings):
        digests, told, judged = compare(job, gathered.digests)
        findings += told
        fill(job, judged, judged)
        make_lists(job, digests, workers)
        _map(out, press)
    return sorted(findings)


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
