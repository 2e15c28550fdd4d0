"""What is said of records before anything is made of them."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.edition.comparison import told
from generator.edition.crew import Job, Progress, gather
from generator.law import across
from generator.publish.chrome import premises
from generator.records import known
from generator.records.finding import Finding
from generator.records.quoting import visible
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
    findings += premises.of_records(root)
    # As findings name their paths.
    wanted = [visible(relative(root, path)) for path in paths]
    if wanted:
        found = _narrowed(root, found, wanted)
    job = Job(root, knowledge, alone=frozenset(wanted))
    gathered = gather(job, found, workers, progress)
    findings += found.findings + gathered.findings
    if not wanted:
        findings += told(gathered.crossing, across.verdicts(gathered.crossing, knowledge))
    return sorted(one for one in findings if not wanted or _under(one.path, wanted))


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
