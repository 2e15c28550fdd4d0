"""The purchase around a notice: what rules may rest on besides the notice itself."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from generator.law.locality import Locality, locality
from generator.law.verdict import Unsure
from generator.records.course import course_of
from generator.records.doubts import Open
from generator.records.known import Known
from generator.records.model.project import Project as ProjectRecord
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project, is_withdrawn
from generator.records.source import Path

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Case:
    """A project with its notices, or one loose notice, and the place it lies in."""

    filed: Filed | None
    notices: tuple[Filed, ...]
    place: Locality
    known: Known
    void: frozenset[str] = frozenset()
    stems: Mapping[str, Filed] = field(default_factory=dict)
    asked: Mapping[str, Collection[Path]] = field(default_factory=dict)
    memory: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)

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
            at[: len(keys)] == keys or keys[: len(at)] == at
            for at in self.asked.get(filed.stem, ())
        )

    def holds_here(self, book: str, on: date) -> bool:
        """Whether a local rule book is in force at this place on this day.

        Raises Unsure where the place itself is only inferred.
        """
        found = self.place.has(book, on)
        if found and self.filed and not self.filed.is_stated("division"):
            raise Unsure("place", "所在地区是推断的，不能确定适用哪个地方的规定")
        return found

    def once(self, key: tuple[object, ...], make: Callable[[], Value]) -> Value:
        """What was made under this key, made the first time it is asked for.

        Rules ask the same of every notice; without a memory a project of a
        thousand notices is read a million times.
        """
        if key not in self.memory:
            self.memory[key] = make()
        found: Value = self.memory[key]
        return found

    def of_kind(self, *kinds: str) -> Sequence[Filed]:
        """The notices of these kinds, earliest first."""
        return self.once(
            ("kind", kinds), lambda: [one for one in self.notices if one.record.kind in kinds]
        )

    def naming(self, stem: str, *kinds: str) -> list[Filed]:
        """The notices of these kinds that refer to this one, earliest first."""
        named = self.once(("naming",), self._naming)
        return [one for one in named.get(stem, ()) if one.record.kind in kinds]

    def order(self, filed: Filed) -> int:
        """How many notices come before this one."""
        return self.once(("order",), lambda: {one.stem: i for i, one in enumerate(self.notices)})[
            filed.stem
        ]

    def same_round(self, filed: Filed, *kinds: str) -> Sequence[Filed]:
        """The notices of these kinds in the same round as this one.

        Where no notice of the project names a round, the project is one round.
        """
        number = self.round(filed)
        return self.once(("same", number, kinds), lambda: self._in_round(number, kinds))

    def round(self, filed: Filed) -> int | None:
        """The round a notice names, else the one round of all notices it refers to."""
        return self.once(("round", filed.path), lambda: self._round(filed))

    def _naming(self) -> Mapping[str, list[Filed]]:
        named: dict[str, list[Filed]] = defaultdict(list)
        for one in self.notices:
            for stem in dict.fromkeys(one.record.refers):
                named[stem].append(one)
        return named

    def _in_round(self, number: int | None, kinds: tuple[str, ...]) -> list[Filed]:
        if number is None and any(one.record.procedure is not None for one in self.notices):
            return []
        return [one for one in self.of_kind(*kinds) if self.round(one) == number]

    def _round(self, filed: Filed) -> int | None:
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
    return Case(project.filed, notices, place, known, void, stems, _by_stem(project.open))


def of_notice(notice: LooseNotice, known: Known) -> Case:
    """The case of a notice that belongs to no single project."""
    shown = () if is_withdrawn(notice.record) else (notice.filed,)
    return Case(None, shown, locality(notice.division, known), known, asked=_by_stem(notice.open))


def _by_stem(open_: Open) -> Mapping[str, Collection[Path]]:
    asked: dict[str, list[Path]] = defaultdict(list)
    for stem, path in open_:
        asked[stem].append(path)
    return asked
