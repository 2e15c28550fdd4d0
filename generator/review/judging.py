"""The changed records of one commit, judged: what is found in them, said of them, counted of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from generator.edition import told
from generator.law import opinion
from generator.law.opinion import Opinion
from generator.law.verdict import Verdict
from generator.records import abstract, filled, known, register
from generator.records.digest import Digest, Duty
from generator.records.finding import Finding
from generator.records.known import Known
from generator.records.register import LooseNotice, Project
from generator.records.survey import Place, Survey, relative, survey
from generator.review.laying import Laid

# A verdict of a record, without the words that tell it.
Key = tuple[str, str, str, str, str]


class Figures(NamedTuple):
    """What adds up over records: nothing of what is invented, withdrawn, or a sample."""

    projects: int = 0
    notices: int = 0
    priced: int = 0
    price: Decimal = Decimal(0)


@dataclass
class Side:
    """One commit's state of the changed records."""

    known: Known
    findings: list[Finding] = field(default_factory=list)
    digests: dict[str, Digest] = field(default_factory=dict)
    verdicts: dict[Key, Verdict] = field(default_factory=dict)
    duties: dict[tuple[str, ...], Duty] = field(default_factory=dict)
    # What the files of these records hold, by path.
    texts: dict[str, bytes] = field(default_factory=dict)
    # Records of which nothing can be said before something is mended or answered.
    waiting: set[str] = field(default_factory=set)

    def without(self, ids: set[str]) -> "Side":
        """The same without some records: of what waits on one side nothing is compared."""
        return replace(
            self,
            digests={id: one for id, one in self.digests.items() if id not in ids},
            verdicts={key: one for key, one in self.verdicts.items() if key[0] not in ids},
            duties={key: one for key, one in self.duties.items() if key[0] not in ids},
        )

    @property
    def figures(self) -> Figures:
        """Counts and sums; a median or a rank is not the sum of its parts and is left out."""
        held = [one for one in self.digests.values() if one.is_counted and not one.withdrawn]
        prices = [one.price.amount for one in held if one.price]
        notices = sum(not line.withdrawn for one in held for line in one.notices)
        return Figures(
            sum(not one.loose for one in held), notices, len(prices), sum(prices, Decimal(0))
        )

    def names(self) -> dict[str, str]:
        """What each organisation is called, by its id."""
        return {id: one.record.name for id, one in self.known.parties.items()}


def judge(laid: Laid, folders: Iterable[str], today: date) -> Side:
    """All that is said of the records in these folders by the program that stands here."""
    root, found = laid.root, survey(laid.root)
    knowledge, findings = known.load(root, found, today)
    knowledge = replace(knowledge, projects=laid.projects)
    side = Side(knowledge, [*findings, *found.findings])
    wanted = frozenset(folders)
    projects, notices = _narrowed(root, found, wanted)
    loaded = register.load_projects(root, projects, knowledge)
    for place, (project, refused) in zip(projects, loaded, strict=True):
        side.findings += refused
        if project and not project.open:
            _project(root, side, project)
        else:
            side.waiting.add(place.id)
    for folder in wanted | {"data/parties", "data/jurisdictions"}:
        files = sorted((root / folder).glob("*.yml"))
        side.texts |= {relative(root, one): one.read_bytes() for one in files}
    for place in notices:
        loose, refused = register.load_notices(root, place, knowledge)
        side.findings += refused
        stems = {one.stem for one in place.folder.glob("*.yml")}
        side.waiting |= {f"{place.division}-{place.year}-{stem}" for stem in stems}
        side.waiting -= {one.id for one in loose if not one.open}
        for one in loose:
            _notice(root, side, one)
    return side


def _narrowed(root: Path, found: Survey, wanted: frozenset[str]) -> tuple[list[Place], list[Place]]:
    projects = [one for one in found.projects if relative(root, one.folder) in wanted]
    return projects, [one for one in found.notices if relative(root, one.folder) in wanted]


def _project(root: Path, side: Side, project: Project) -> None:
    said = opinion.of_project(project, side.known)
    side.findings += told.of_project(root, project, said)
    _add(side, filled.named(abstract.of_project(project, said.outcome), side.names()), said)


def _notice(root: Path, side: Side, notice: LooseNotice) -> None:
    said = opinion.of_notice(notice, side.known)
    side.findings += told.of_notice(root, notice, said)
    _add(side, filled.named(abstract.of_notice(notice, said.outcome), side.names()), said)


def _add(side: Side, digest: Digest, said: Opinion) -> None:
    side.digests[digest.id] = digest
    for one in said.verdicts:
        side.verdicts[digest.id, one.stem, one.rule, one.lot, one.outcome.value] = one
    for duty in said.duties:
        # A day that moved is another duty to whoever must act.
        due = duty.due.isoformat() if duty.due else ""
        side.duties[digest.id, duty.what, duty.lot, duty.cause, duty.state, due] = duty


def new_verdicts(old: Side, new: Side) -> Iterator[tuple[Key, Verdict]]:
    """What is said of the records now and was not before."""
    return ((key, one) for key, one in new.verdicts.items() if key not in old.verdicts)
