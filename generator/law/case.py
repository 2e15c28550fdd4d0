"""The purchase around a notice: what rules may rest on besides the notice itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.law.locality import Locality, locality
from generator.law.verdict import Unsure
from generator.records.course import course_of
from generator.records.doubts import Open
from generator.records.known import Known
from generator.records.model.project import Project as ProjectRecord
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project, is_withdrawn
from generator.records.source import Path


@dataclass(frozen=True, slots=True)
class Case:
    """A project with its notices, or one loose notice, and the place it lies in."""

    filed: Filed | None
    notices: tuple[Filed, ...]
    place: Locality
    known: Known
    void: frozenset[str] = frozenset()
    stems: Mapping[str, Filed] = field(default_factory=dict)
    open: Open = frozenset()

    @property
    def record(self) -> ProjectRecord | None:
        """The project record; None for a loose notice."""
        return self.filed.record if self.filed else None

    @property
    def covered(self) -> bool:
        """Whether somebody declared that all notices of the project are here."""
        return bool(self.record and self.record.coverage)

    def is_asked(self, filed: Filed, path: Path) -> bool:
        """Whether a value, something in it or what it stands in has a question open."""
        keys = tuple(step.rstrip("_") if isinstance(step, str) else step for step in path)
        return any(
            stem == filed.stem and (at[: len(keys)] == keys or keys[: len(at)] == at)
            for stem, at in self.open
        )

    def holds_here(self, book: str, on: date) -> bool:
        """Whether a local rule book is in force at this place on this day.

        Raises Unsure where the place itself is only inferred.
        """
        found = self.place.has(book, on)
        if found and self.filed and not self.filed.is_stated("division"):
            raise Unsure("place", "所在地区是推断的，不能确定适用哪个地方的规定")
        return found

    def of_kind(self, *kinds: str) -> Iterator[Filed]:
        """The notices of these kinds, earliest first."""
        return (filed for filed in self.notices if filed.record.kind in kinds)

    def same_round(self, filed: Filed, *kinds: str) -> list[Filed]:
        """The notices of these kinds in the same round as this one.

        Where no notice of the project names a round, the project is one round.
        """
        number = self.round(filed)
        if number is None and any(one.record.procedure is not None for one in self.notices):
            return []
        return [one for one in self.of_kind(*kinds) if self.round(one) == number]

    def round(self, filed: Filed) -> int | None:
        """The round a notice names, else the one round of all notices it refers to."""
        if filed.record.procedure is not None:
            return int(filed.record.procedure)
        named = {
            self.stems[stem].record.procedure for stem in filed.record.refers if stem in self.stems
        }
        return named.pop() if len(named) == 1 else None


def of_project(project: Project, known: Known) -> Case:
    """The case of a project, without what was withdrawn."""
    notices = project.shown.notices
    stems = {filed.stem: filed for filed in notices}
    place = locality(project.division, known)
    void = course_of(notices).void
    return Case(project.filed, notices, place, known, void, stems, project.open)


def of_notice(notice: LooseNotice, known: Known) -> Case:
    """The case of a notice that belongs to no single project."""
    shown = () if is_withdrawn(notice.record) else (notice.filed,)
    return Case(None, shown, locality(notice.division, known), known, open=notice.open)
