"""Loads records a project at a time, so that no list of all is ever held."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator.records import doubts, files, references
from generator.records.finding import Finding, Severity
from generator.records.known import Known
from generator.records.model import NOTICE_KINDS, PROJECT
from generator.records.model.dates import Date
from generator.records.model.notice import Notice
from generator.records.model.project import Project as ProjectRecord
from generator.records.reading import Filed, Read, read_file
from generator.records.survey import PROJECT_FILE, Place, notice_files, relative
from generator.records.walk import placing

_NOTICES = frozenset(NOTICE_KINDS)


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
        """The facts of `project.yml`."""
        record: ProjectRecord = self.filed.record
        return record

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


def load_project(root: Path, place: Place, known: Known) -> tuple[Project | None, list[Finding]]:
    """One project, or None with the reasons; the findings of all its files."""
    findings: list[Finding] = []
    names = notice_files(root, place.folder, findings)
    main = place.folder / PROJECT_FILE
    if not files.is_there(main):
        findings.append(_no_project_file(root, place))
        return None, findings
    head = read_file(root, main, frozenset({PROJECT}))
    reads = [read_file(root, place.folder / name, _NOTICES) for name in names]
    for read in (head, *reads):
        findings += read.findings
    stems = frozenset(name.removesuffix(".yml") for name in names)
    findings += _checked_project(head, reads, place, known, stems)
    asked = doubts.of_project((head, *reads), known.today)
    findings += asked.findings
    if head.filed is None or any(finding.severity is Severity.STOP for finding in findings):
        return None, findings
    notices = sorted((read.filed for read in reads if read.filed), key=in_time)
    loaded = (place.id, place.division, place.year, head.filed, tuple(notices), asked.open)
    return Project(*loaded), findings


def load_notices(root: Path, place: Place, known: Known) -> tuple[list[LooseNotice], list[Finding]]:
    """The notices of one `<division>/<year>` that belong to no project."""
    findings: list[Finding] = []
    names = notice_files(root, place.folder, findings)
    stems = frozenset(name.removesuffix(".yml") for name in names)
    loaded = []
    for name in names:
        read = read_file(root, place.folder / name, _NOTICES)
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
        yield from _checked(read, place, known)
        yield from references.notice_references(read, stems)
        yield from references.loose_year(read, place.year)
        yield from references.own_claims(read, place.division, known)
        yield from references.invention(read, place.division)


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
    found = placed(record)
    return found.date if found else None


def in_time(filed: Filed) -> tuple[bool, object, str]:
    """Sorts notices by time; those without any date come last."""
    date = when(filed.record)
    return date is None, date and date.first, filed.stem


def _checked_project(
    head: Read, reads: list[Read], place: Place, known: Known, stems: frozenset[str]
) -> Iterator[Finding]:
    if head.filed:
        yield from references.own_claims(head, place.division, known)
        yield from references.invention(head, place.division)
        yield from references.party_references(head, known, place.division)
        yield from references.project_references(head, known)
        yield from references.notice_references(head, stems)
    record = head.filed.record if head.filed else None
    lots = frozenset(lot.id for lot in record.lot_names) if record else frozenset()
    rounds = frozenset(one.round for one in record.procedures) if record else frozenset()
    for read in reads:
        if read.filed:
            yield from _checked(read, place, known)
            yield from references.notice_references(read, stems)
            yield from references.lot_references(read, lots, rounds)


def _checked(read: Read, place: Place, known: Known) -> Iterator[Finding]:
    yield from references.file_name(read)
    yield from references.party_references(read, known, place.division)
    yield from references.project_references(read, known)


def _no_project_file(root: Path, place: Place) -> Finding:
    sentence = (
        "项目文件夹里没有 project.yml；请新建一个，至少写 kind: project、title、regime、source"
    )
    return Finding(relative(root, place.folder), 1, 1, "RC-13", sentence)
