"""A loaded record as processes: a release for each notice that a day and a section is known of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from generator.publish.data.loaded import Loaded
from generator.publish.data.ocds import about, moments, planning, related, sections
from generator.publish.data.ocds.case import Case, Draft, case_of
from generator.publish.data.ocds.exact import Exact
from generator.publish.data.ocds.moments import Moment
from generator.publish.data.ocds.parties import Parties
from generator.publish.data.ocds.rows import held_of
from generator.publish.data.ocds.shape import Json, stripped
from generator.publish.data.ocds.tags import tags
from generator.records.reading import Filed

_SECOND = timedelta(seconds=1)
_ORDER = ("planning", "tender", "bids", "awards", "contracts", "gongshi")


class Process(NamedTuple):
    """One process: its id and its releases, the earliest first."""

    ocid: str
    releases: list[Json]


class Left(NamedTuple):
    """What of a record is in no release: kinds without a place, and notices without any day."""

    kinds: Counter[str]
    undated: int


def processes(loaded: Loaded) -> list[Process]:
    """All processes of a record; none of what was withdrawn."""
    some = [filed for filed in loaded.notices if _is_released(loaded, filed)]
    if not some:
        return []
    case = case_of(loaded)
    by_ocid: dict[str, list[Filed]] = {}
    for filed in some:
        by_ocid.setdefault(case.ocid(filed), []).append(filed)
    every = list(by_ocid)
    return [Process(ocid, list(_releases(case, ocid, own, every))) for ocid, own in by_ocid.items()]


def left(loaded: Loaded) -> Left:
    """What is not in the releases of a record."""
    loose = loaded.digest.loose
    kinds: Counter[str] = Counter()
    undated = 0
    for filed in loaded.notices:
        if not sections.is_mapped(filed.record.kind, loose):
            kinds[filed.record.kind] += 1
        elif moments.moment(filed) is None:
            undated += 1
    return Left(kinds, undated)


def _is_released(loaded: Loaded, filed: Filed) -> bool:
    is_mapped = sections.is_mapped(filed.record.kind, loaded.digest.loose)
    return is_mapped and moments.moment(filed) is not None


def _releases(case: Case, ocid: str, some: list[Filed], every: list[str]) -> Iterator[Json]:
    held, seen, roles = held_of(case, some), set[str](), dict[str, list[str]]()
    for i, (filed, moment) in enumerate(_in_order(some)):
        parties = Parties(case.loaded.press.known, filed.stem)
        draft = Draft(case, filed, ocid, held, Exact(filed), parties)
        made = _release(draft, moment, seen)
        if i == 0:
            _begin(draft, made, some, is_first=ocid == every[0])
            others = [one for one in every if one != ocid]
            made["relatedProcesses"] = related.related(case, filed, ocid, others)
        made["parties"] = _with_roles(parties, roles)
        yield stripped(made)


def _release(draft: Draft, moment: Moment, seen: set[str]) -> Json:
    made = sections.MAKERS[draft.record.kind](draft)
    _insist_on_order(made, seen, moment)
    buyer = about.buyer(draft)
    told = about.told(draft, moment, made.get("gongshi", {}))
    return {
        "ocid": draft.ocid,
        "id": draft.release(draft.stem),
        "date": moments.printed(moment.at),
        "tag": tags(draft, made, seen),
        "initiationType": "tender",
        "language": "zh",
        "title": draft.case.loaded.digest.title,
        "parties": [],
        "buyer": buyer,
        **{key: made[key] for key in _ORDER if key in made},
        "gongshi": told,
    }


def _insist_on_order(made: Json, seen: set[str], moment: Moment) -> None:
    """No notice leads a process back; what only its record dates says nothing of that day."""
    asked = made.get("tender", {})
    later = {"planned": {"tender", "award", "contract"}, "active": {"award", "contract"}}
    told = later.get(asked.get("status"))
    if told and (moment.basis == "recorded" or not seen.isdisjoint(told)):
        asked["status"] = None


def _begin(draft: Draft, made: Json, some: list[Filed], *, is_first: bool) -> None:
    """What the record of the project says goes with the first notice, which overrides it.

    What it says of the need and of the money is of all rounds, and is not told again in each.
    """
    project = draft.case.project
    if project is None:
        return
    exact = Exact(project.filed)
    if project.has_own_file and is_first:
        said = planning.of_project(project, exact, draft.parties)
        own = made.get("planning") or {}
        budget = said["budget"] | (stripped(own.get("budget")) or {})
        made["planning"] = said | (stripped(own) or {}) | {"budget": budget}
    made["tender"] = about.of_project(draft, project, some, is_first=is_first) | (
        stripped(made.get("tender")) or {}
    )


def _in_order(some: Iterable[Filed]) -> Iterator[tuple[Filed, Moment]]:
    """By their days; of those of one day each a second after the one before it."""
    dated = [(filed, moment) for filed in some if (moment := moments.moment(filed))]
    taken = set()
    for filed, moment in sorted(dated, key=lambda one: one[1].at):
        at = moment.at
        while at in taken:
            at += _SECOND
        taken.add(at)
        yield filed, moment._replace(at=at)


def _with_roles(parties: Parties, roles: dict[str, list[str]]) -> list[Json]:
    """Who is in a release, with all that each was in the process so far: a merge keeps the last."""
    entries = parties.entries()
    for entry in entries:
        held = roles.setdefault(entry["id"], [])
        held += [role for role in entry["roles"] if role not in held]
        entry["roles"] = list(held)
    return entries
