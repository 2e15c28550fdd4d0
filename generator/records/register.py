"""Loads records a project at a time, so that no list of all is ever held."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.records import beginning, doubts, files, references, renewed, unlisted
from generator.records.finding import Finding, Severity
from generator.records.known import Known
from generator.records.model import NOTICE_KINDS, PROJECT
from generator.records.model.dates import Date
from generator.records.model.notice import Notice
from generator.records.model.project import Project as ProjectRecord
from generator.records.places import FICTIONAL
from generator.records.placing import arranged, stop_of
from generator.records.reading import Filed, Read, read_files
from generator.records.survey import PROJECT_FILE, Place, notice_files
from generator.records.undated import undated
from generator.records.walk import placing

_NOTICES, _PROJECT = frozenset(NOTICE_KINDS), frozenset({PROJECT})


@dataclass(frozen=True, slots=True)
class Project:
    """One purchase: its record and all its notices, earliest first."""

    id: str
    division: str
    year: str
    filed: Filed
    notices: tuple[Filed, ...]
    open: doubts.Open = frozenset()

    @property
    def record(self) -> ProjectRecord:
        """The facts of `project.yml`, or what sorts the project in its first notice."""
        record: ProjectRecord = self.filed.record
        return record

    @property
    def seal(self) -> str:
        """SHA-256 of what `sha256sum` prints of the files in the order of their names."""
        held = sorted({filed.path: filed.sha for filed in self.everything}.items())
        lines = (f"{sha}  {path.rpartition('/')[2]}\n" for path, sha in held)
        return sha256("".join(lines).encode()).hexdigest()

    @property
    def stated_regime(self) -> str | None:
        """By which rules a project says it was bought; None where that is a guess, or not said."""
        stated = self.filed.is_stated("regime") and self.record.regime != "unknown"
        return self.record.regime if stated else None

    @property
    def has_own_file(self) -> bool:
        """Whether the project has a record beside its notices, not only in one."""
        return self.record.own_file

    @property
    def shown(self) -> "Project":
        """The project without the notices that were withdrawn."""
        kept = tuple(filed for filed in self.notices if not is_withdrawn(filed.record))
        return self if len(kept) == len(self.notices) else replace(self, notices=kept)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the whole project keeps its address but is no longer shown."""
        return is_withdrawn(self.record)

    @property
    def is_sample(self) -> bool:
        """Whether it is kept for the form of its notices alone: see `is_sample`."""
        return is_sample(self.record)

    @property
    def everything(self) -> tuple[Filed, ...]:
        """The project record and its notices."""
        return (self.filed, *self.notices)


@dataclass(frozen=True, slots=True)
class LooseNotice:
    """A notice that belongs to no single project."""

    id: str
    division: str
    year: str
    filed: Filed
    open: doubts.Open = frozenset()

    @property
    def record(self) -> Notice:
        """The facts of its file."""
        record: Notice = self.filed.record
        return record


Loaded = tuple[Project | None, list[Finding]]


class _Listed(NamedTuple):
    """The files of one project before they are read, its own last; what is wrong with their names."""

    place: Place
    names: list[str]
    wanted: list[tuple[Path, frozenset[str]]]
    findings: list[Finding]


def load_project(root: Path, place: Place, known: Known) -> Loaded:
    """One project, or None with the reasons; the findings of all its files."""
    (loaded,) = load_projects(root, [place], known)
    return loaded


def load_projects(root: Path, places: Iterable[Place], known: Known) -> list[Loaded]:
    """Several projects, or None with the reasons, each with the findings of all its files."""
    listed = [_listed(root, place) for place in places]
    reads = iter(read_files(root, [file for one in listed for file in one.wanted]))
    return [_loaded(root, one, [*islice(reads, len(one.wanted))], known) for one in listed]


def _listed(root: Path, place: Place) -> _Listed:
    findings: list[Finding] = []
    names = notice_files(root, place.folder, findings)
    wanted = [(place.folder / name, _NOTICES) for name in names]
    main = place.folder / PROJECT_FILE
    # A project has no file of its own where it begins in a notice.
    if files.is_there(main):
        wanted.append((main, _PROJECT))
    return _Listed(place, names, wanted, findings)


def _loaded(root: Path, listed: _Listed, reads: list[Read], known: Known) -> Loaded:
    place, names, _, findings = listed
    own = reads.pop() if len(reads) > len(names) else None
    for read in (own, *reads) if own else reads:
        findings += read.findings
    head = own or beginning.begun(reads)
    if head is None:
        # Where a notice could not be read, the project may have begun in it.
        whole = all(read.filed for read in reads)
        return None, [*findings, beginning.nowhere(root, place.folder)] if whole else findings
    findings += beginning.misplaced(own, reads)
    stems = frozenset(name.removesuffix(".yml") for name in names)
    findings += _checked_project(head, reads, place, known, stems)
    asked = doubts.of_project((own, *reads) if own else reads, known.today)
    findings += asked.findings
    if head.filed is None or any(finding.severity is Severity.STOP for finding in findings):
        return None, findings
    notices = in_time([read.filed for read in reads if read.filed])
    findings += renewed.unsaid(reads, notices)
    held = (place.id, place.division, place.year, head.filed, tuple(notices), asked.open)
    return Project(*held), findings


def load_notices(root: Path, place: Place, known: Known) -> tuple[list[LooseNotice], list[Finding]]:
    """The notices of one `<division>/<year>` that belong to no project."""
    findings: list[Finding] = []
    names = notice_files(root, place.folder, findings)
    stems = frozenset(name.removesuffix(".yml") for name in names)
    loaded = []
    for read in read_files(root, [(place.folder / name, _NOTICES) for name in names]):
        asked = doubts.of_notice(read, known.today)
        own = [*read.findings, *_checked_loose(read, place, known, stems), *asked.findings]
        findings += own
        if read.filed and not any(finding.severity is Severity.STOP for finding in own):
            id = f"{place.division}-{place.year}-{read.filed.stem}"
            loaded.append(LooseNotice(id, place.division, place.year, read.filed, asked.open))
    return loaded, findings


def _checked_loose(
    read: Read, place: Place, known: Known, stems: frozenset[str]
) -> Iterator[Finding]:
    if read.filed:
        yield from references.file_name(read)
        yield from undated(read)
        yield from _referring(read, references.named(read), place, known, stems)
        yield from references.loose_year(read, place.year)
        yield from beginning.in_no_project(read)
        yield from references.own_claims(read, place.division, known)
        yield from references.invention(read, place.division)


def is_sample(record: Notice) -> bool:
    """Whether it is no purchase of social work services, and in no count, sum or comparison."""
    return bool(record.portal and record.portal.sample)


def is_withdrawn(record: Notice) -> bool:
    """Whether the record keeps its address but is no longer shown."""
    return bool(record.portal and record.portal.withdrawn)


class Dated(NamedTuple):
    """The date that places a notice in time, and the key it stands under."""

    key: str
    date: Date


def placed(record: Notice) -> Dated | None:
    """When a notice was published, else the nearest date to that; None if undated."""
    stated = record.__dict__
    for name in placing(type(record)):
        if (date := stated.get(name)) is not None:
            return Dated(name, date)
    return None


def when(record: Notice) -> Date | None:
    """The date that places a notice in time, whichever it is."""
    stated = record.__dict__
    found: Date | None = None
    for name in placing(type(record)):
        if (found := stated.get(name)) is not None:
            break
    return found


def in_time(notices: Sequence[Filed]) -> list[Filed]:
    """Notices earliest first; those that nothing places come last."""
    stops = [stop_of(one.stem, one.record, when(one.record)) for one in notices]
    order, lost = arranged(stops)
    return [notices[i] for i in (*order, *lost)]


def _checked_project(
    head: Read, reads: list[Read], place: Place, known: Known, stems: frozenset[str]
) -> Iterator[Finding]:
    if head.filed:
        yield from references.own_claims(head, place.division, known)
    for read in (head, *reads):
        # Whether all is invented is said once, where the project begins.
        if read.filed and (read is head or read.filed.record.begins) and not read.inside:
            yield from references.invention(read, place.division)
    if head.filed and not head.inside:
        yield from _referring(head, references.named(head), place, known, stems)
    record = head.filed.record if head.filed else None
    lots = frozenset(lot.id for lot in record.lot_names) if record else frozenset()
    rounds = frozenset(one.round for one in record.procedures) if record else frozenset()
    for read in reads:
        if read.filed:
            named = references.named(read)
            yield from references.file_name(read)
            yield from undated(read)
            yield from _referring(read, named, place, known, stems)
            yield from references.lot_references(read, named, lots, rounds)
    if not place.division.startswith(FICTIONAL):
        yield from unlisted.named(reads)


def _referring(
    read: Read, named: references.Named, place: Place, known: Known, stems: frozenset[str]
) -> Iterator[Finding]:
    yield from references.party_references(read, named, known, place.division)
    yield from references.project_references(read, named, known)
    yield from references.notice_references(read, named, stems)
