"""A record on its way to releases: what came of it, and in which process each notice lies."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.publish import permalinks
from generator.publish.data.loaded import Loaded
from generator.publish.data.ocds import identity
from generator.publish.data.ocds.exact import Exact
from generator.publish.data.ocds.parties import Parties
from generator.publish.data.ocds.resting import Resting
from generator.publish.data.ocds.rows import Held
from generator.records.following import outcome_of
from generator.records.model.parties import Who
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project


@dataclass(frozen=True)
class Case:
    """A project or a loose notice with what came of it."""

    loaded: Loaded
    outcome: Outcome
    resting: Resting

    @cached_property
    def project(self) -> Project | None:
        """The project; None of a loose notice."""
        record = self.loaded.record
        return None if isinstance(record, LooseNotice) else record

    @cached_property
    def rounds(self) -> tuple[tuple[int, str], ...]:
        """The rounds that the project lists, with what is said to have come of each."""
        listed = self.project.record.procedures if self.project and self.is_several else ()
        return tuple((one.round, one.outcome or "") for one in listed)

    @cached_property
    def is_several(self) -> bool:
        """Whether the project was put out more than once."""
        listed = len(self.project.record.procedures) if self.project else 0
        return listed > 1 or len(self.outcome.rounds.named) > 1

    def round(self, filed: Filed) -> int | None:
        """The round a notice lies in; that of its contract where it names none itself."""
        if not self.is_several:
            return None
        named = self.outcome.rounds.of(filed)
        if named is None and (contract := self.resting.of(filed)):
            named = self.outcome.rounds.of(contract)
        return named

    def ocid(self, filed: Filed) -> str:
        """The process that a notice belongs to."""
        return identity.ocid(self.loaded, self.round(filed))

    def url(self, filed: Filed) -> str:
        """Where a notice stands on a page of ours."""
        page = f"{self.loaded.press.links['site_url']}{permalinks.of(self.loaded.digest)}"
        return page if self.loaded.digest.loose else f"{page}#{filed.stem}"

    def lots(self, names: Iterable[str]) -> list[str]:
        """Lots under the one name that each has."""
        return list(dict.fromkeys(map(self.outcome.lots.called, names)))

    def name(self, who: Who) -> str | None:
        """What two notices would both call somebody; None for a name that is covered."""
        if who.party:
            return self.loaded.press.directory.names.get(who.party, who.party)
        return None if who.masked else who.printed


def case_of(loaded: Loaded) -> Case:
    """A loaded record with what is to be known of all of it."""
    own = loaded.record
    project = None if isinstance(own, LooseNotice) else own.filed
    outcome = loaded.said.outcome or outcome_of(loaded.notices, project)
    return Case(loaded, outcome, Resting(loaded.notices, outcome))


@dataclass(frozen=True, slots=True)
class Draft:
    """One notice on its way to a release, with all awards and contracts of its process."""

    case: Case
    filed: Filed
    ocid: str
    held: Held
    exact: Exact
    parties: Parties

    @property
    def record(self) -> Any:
        """The facts of the notice."""
        return self.filed.record

    @property
    def stem(self) -> str:
        """Its name in the project."""
        return self.filed.stem

    def id(self, *more: object) -> str:
        """An id of something in the notice: no other notice of the process has it."""
        return "-".join(map(str, (self.stem, *more)))

    def release(self, stem: str) -> str:
        """The id of the release that a notice of the same process is."""
        return f"{self.ocid}-{stem}"
