"""What a project's page says, derived once and shared by all that show it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.law.silence import regime_words
from generator.publish.directory import Directory
from generator.publish.project import (
    addressed,
    decided,
    earlier,
    paid_each,
    promised,
    result,
    story,
    sums,
    windows,
)
from generator.publish.project.addressed import Addressee
from generator.publish.project.gist import gist
from generator.publish.project.paid_each import Payments
from generator.publish.project.promised import Promise
from generator.publish.project.result import Badge
from generator.publish.project.saying import stage_words
from generator.publish.project.story import Told
from generator.publish.project.sums import MoneyRow
from generator.publish.project.windows import Window
from generator.publish.words import later, naming, superseded
from generator.publish.words.cells import Fact, dated, guessed
from generator.publish.words.later import Later
from generator.publish.words.naming import MaskedRole
from generator.publish.words.sheet import Sheet, sheet
from generator.records.apart import sort_of
from generator.records.digest import Digest, Role
from generator.records.following import outcome_of
from generator.records.model.meaning import Acts
from generator.records.outcome import Outcome
from generator.records.register import Project, placed, when
from generator.records.walk import keys
from generator.vocabulary import label, spoken

# Keys that name a party beside its role, not in one.
ASIDE = keys(Acts("aside"))
_SHOWN_ROLES = 3
_BEFORE_ACCEPTANCE = frozenset({"awarded", "contracted", "delivering"})
# A page of up to so many notices shows all of them open.
OPEN_SHEETS = 3


class PartyLine(NamedTuple):
    """A party of the project with its foremost roles."""

    name: str
    href: str
    roles: str


class ProjectFacts(NamedTuple):
    """Everything a project page shows."""

    id: str
    digest: Digest
    place: str
    lead: tuple[str, ...]
    badges: tuple[Badge, ...]
    gist: tuple[Fact, ...]
    summary: Sheet
    own_file: bool
    seal: str
    money: tuple[MoneyRow, ...]
    paid: Payments
    told: Told
    stated: tuple[Promise, ...]
    sheets: tuple[Sheet, ...]
    open_sheets: frozenset[str]
    parties: tuple[PartyLine, ...]
    windows: tuple[Window, ...]
    held: str
    covered: str
    excerpt: bool
    number: str
    acts: "MayDo"

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What was promised; what was only planned and then left out is not."""
        return tuple(one for one in self.stated if not one.dropped)

    @property
    def dropped(self) -> tuple[Promise, ...]:
        """What was planned, and what the later invitation or contract has not."""
        return tuple(one for one in self.stated if one.dropped)

    @property
    def aims(self) -> tuple[str, str] | None:
        """The notice that most of the targets stand in."""
        return promised.source_of(self.promises)

    @property
    def sought(self) -> str:
        """Which earlier purchases were looked for; the page says so until some are found."""
        return earlier.sought(self.digest)


class MayDo(NamedTuple):
    """What people may do: to whom to write by open notice and to report; how users help accept."""

    recipients: Mapping[str, Addressee]
    reports_to: Addressee
    accepts: str


def of_project(
    project: Project,
    digest: Digest,
    directory: Directory,
    place: str,
    as_of: date,
    *,
    came: Outcome | None = None,
) -> ProjectFacts:
    """The facts of one project, from its records alone; `came` where its outcome is known already."""
    whole, project = project, project.shown
    outcome = came or outcome_of(project.notices, project.filed)
    open_ = _still_open(digest, as_of)
    masked, changed = naming.masked(project, digest, outcome.void), later.marks(project, outcome)
    project, whole = (superseded.shown(one, outcome) for one in (project, whole))
    return ProjectFacts(
        id=project.id,
        digest=digest,
        place=place,
        lead=tuple(_lead(digest, place, masked)),
        badges=tuple(_badges(project, digest, outcome, directory)),
        gist=tuple(gist(project, digest, outcome, directory)),
        summary=sheet(project.filed, directory, project.stated_regime),
        own_file=project.has_own_file,
        seal=project.seal,
        money=tuple(sums.rows(project, outcome, changed.keys(), directory)),
        paid=paid_each.payments(project, digest, outcome, directory),
        told=story.told(project, _came(project, digest, outcome, directory), directory.names),
        stated=tuple(promised.stated(project)),
        sheets=tuple(_sheets(whole, directory, changed)),
        open_sheets=_open_sheets(whole, open_),
        parties=(*party_lines(digest, directory), *_masked_lines(masked)),
        windows=open_,
        held=_held(project),
        covered=_covered(project),
        excerpt=any(filed.record.source.extent == "excerpt" for filed in project.notices),
        number=next(iter(digest.numbers), ""),
        acts=_acts(project, open_, digest, directory),
    )


def _came(
    project: Project, digest: Digest, outcome: Outcome, directory: Directory
) -> Mapping[str, str]:
    """What came of each step, or what it changed, by the stem of its notice."""
    said = result.by_step(digest, directory) | decided.by_step(project, outcome)
    return said | later.turns(project, outcome, directory, digest.price)


def _sheets(
    project: Project, directory: Directory, changed: Mapping[str, tuple[Later, ...]]
) -> Iterator[Sheet]:
    for filed in project.notices:
        one = sheet(filed, directory, project.stated_regime)
        yield one._replace(changed=changed.get(filed.stem, ()))


def _acts(project: Project, open_: Sequence[Window], digest: Digest, directory: Directory) -> MayDo:
    named = addressed.recipients(project, open_, digest, directory)
    return MayDo(named, addressed.reports_to(project, digest, directory), _accepts(digest))


def _accepts(digest: Digest) -> str:
    """That users take part in the acceptance of a public service (条例 45), as far as it is one."""
    may = digest.regime == "statutory" and digest.stage in _BEFORE_ACCEPTANCE
    if not may or digest.sample or digest.service_kind == "auxiliary":
        return ""
    sure = {
        "政府采购": digest.regime_basis in {None, "stated"},
        "公共服务": digest.service_kind == "public",
    }
    open_ = "的".join(what for what, is_said in sure.items() if not is_said)
    return f"{f'属于{open_}的，' if open_ else ''}服务对象可以参加验收"


def _still_open(digest: Digest, as_of: date) -> tuple[Window, ...]:
    found = (*windows.of(digest), *windows.challenges(digest))
    return tuple(one for one in found if one.last >= as_of)


def _badges(
    project: Project, digest: Digest, outcome: Outcome, directory: Directory
) -> Iterator[Badge]:
    """How far it has come, what went badly, and by which rules was bought."""
    if said := stage_words(digest):
        yield Badge(said, "stage")
    yield from result.badges(digest, directory)
    yield from decided.badges(project, outcome)
    yield Badge(regime_words(project.filed), "plain")


def _lead(digest: Digest, place: str, masked: Mapping[str, MaskedRole]) -> Iterator[str]:
    buyers = [name for _, name in digest.names("purchaser")]
    if not buyers and "purchaser" in masked:
        buyers = [masked["purchaser"].words]
    if buyers:
        yield "、".join(buyers)
    yield place
    if digest.field:
        yield label("field", digest.field)
    if digest.form:
        yield label("form", digest.form)
    yield from (label("method", method) for method in digest.methods)


def _open_sheets(project: Project, open_: tuple[Window, ...]) -> frozenset[str]:
    stems = [filed.stem for filed in project.notices]
    if len(stems) <= OPEN_SHEETS:
        return frozenset(stems)
    return frozenset({stems[-1], *(window.stem for window in open_)})


def _held(project: Project) -> str:
    count = len(project.notices)
    if not count:
        return "本站尚未收录本项目的公告。"
    dated_ = (one for one in reversed(project.notices) if when(one.record))
    last = next(dated_, project.notices[-1])
    kind = spoken(label("kind", last.record.kind), sort_of(last.record, project.stated_regime))
    found = placed(last.record)
    latest = f"最近一份是{kind}，{dated(found)}{guessed(last, found.key) if found else ''}"
    later = "" if project.record.coverage else "此后的进展本站未收录，不作判断。"
    return f"本站收录了 {count} 份公告，{latest}。{later}"


def _covered(project: Project) -> str:
    given = project.record.coverage
    if given is None:
        return ""
    by = label("coverage_by", given.by)
    return f"{by}声明：自{given.since.chinese}起，本项目的公告全部收录在此。"


def party_lines(digest: Digest, directory: Directory) -> Iterator[PartyLine]:
    """Each party once with its foremost roles; printed names have no link."""
    held: dict[tuple[str | None, str], list[str]] = {}
    hrefs: dict[tuple[str | None, str], str] = {}
    kept = still_held(digest)
    for role in digest.roles:
        if role.name:
            labels = held.setdefault((role.id, role.name), [])
            if role.id:
                hrefs.setdefault((role.id, role.name), f"{directory.of(role)}/{role.id}/")
            if role.key not in ASIDE:
                labels.append(role_words(role, kept))
    for (id, name), labels in held.items():
        once = list(dict.fromkeys(labels))
        said = "、".join(once[:_SHOWN_ROLES]) + ("等" if len(once) > _SHOWN_ROLES else "")
        yield PartyLine(name, hrefs.get((id, name), ""), said or "其他参与方")


def _masked_lines(masked: Mapping[str, MaskedRole]) -> Iterator[PartyLine]:
    yield from (PartyLine(one.words, "", one.role) for one in masked.values())


def still_held(digest: Digest) -> frozenset[tuple[str, str | None, str | None]]:
    """Who has which role by a notice that stands: a corrected sum undoes no choice."""
    return frozenset((one.key, one.id, one.name) for one in digest.roles if not one.void)


def role_words(role: Role, kept: frozenset[tuple[str, str | None, str | None]]) -> str:
    """选中的供应商, or that it is so no more."""
    undone = role.void and (role.key, role.id, role.name) not in kept
    return f"原{role.label}（后来作废或更正）" if undone else role.label
