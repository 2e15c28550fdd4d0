"""What every record may refer to: parties, projects, divisions, jurisdictions."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from generator.records import credit_code, places, suspicion
from generator.records.finding import Finding
from generator.records.model import JURISDICTION, PARTY
from generator.records.model.jurisdiction import JurisdictionRecord
from generator.records.model.party import PartyRecord
from generator.records.reading import Filed, Read, read_file
from generator.records.survey import Survey

_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation with its file."""

    id: str
    filed: Filed
    record: PartyRecord


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a record may refer to, and the day of the run; small enough to hand out."""

    divisions: places.Divisions
    parties: Mapping[str, Party]
    unreadable: frozenset[str]
    projects: frozenset[str]
    jurisdictions: Mapping[str, JurisdictionRecord]
    today: date

    def name(self, party: str) -> str:
        """The name of a party; Raises KeyError for an unknown id."""
        return self.parties[party].record.name


def load(root: Path, survey: Survey, today: date) -> tuple[Known, list[Finding]]:
    """All parties and jurisdictions, and the ids of the projects."""
    divisions = places.load(root / "data")
    reads = [read_file(root, path, frozenset({PARTY})) for path in survey.parties]
    findings = [one for read in reads for one in read.findings]
    parties = {
        read.filed.stem: Party(read.filed.stem, read.filed, read.filed.record)
        for read in reads
        if read.filed
    }
    findings += _checked(reads, divisions)
    rules = [read_file(root, path, frozenset({JURISDICTION})) for path in survey.jurisdictions]
    findings += [
        one for read in rules for one in (*read.findings, *_jurisdiction_defects(read, divisions))
    ]
    jurisdictions = {read.filed.record.division: read.filed.record for read in rules if read.filed}
    ids = frozenset(place.id for place in survey.projects)
    unreadable = frozenset(path.stem for path in survey.parties) - parties.keys()
    return Known(divisions, parties, unreadable, ids, jurisdictions, today), findings


def near_duplicates(reads: Iterable[Read], divisions: places.Divisions) -> Iterator[Finding]:
    """Asks about parties whose names differ by one character or by signs only.

    Two different credit codes, or two places apart, are two organisations:
    then nothing is asked. A confirmation that answers no question is asked about.
    """
    used: dict[int, set[tuple[str, str]]] = defaultdict(set)
    reads = list(reads)
    for first, second in _alike(reads):
        if not _may_be_one(first, second, divisions):
            continue
        answers = [pair for pair in ((first, second), (second, first)) if _confirmed(*pair)]
        if not answers:
            yield _asked(first, second)
        for one, other in answers:
            assert other.filed
            used[id(one)].add(("MG-1", other.filed.stem))
    for read in reads:
        yield from suspicion.idle(read, frozenset(used[id(read)]))


def _alike(reads: list[Read]) -> Iterator[tuple[Read, Read]]:
    groups = defaultdict(list)
    for read in reads:
        for signature in _signatures(_core(_party(read).name)):
            groups[signature].append(read)
    seen = set()
    for group in groups.values():
        for first, second in combinations(group, 2):
            pair = frozenset({id(first), id(second)})
            if first is not second and pair not in seen:
                seen.add(pair)
                yield first, second


def _party(read: Read) -> PartyRecord:
    assert read.filed
    record: PartyRecord = read.filed.record
    return record


def _checked(reads: list[Read], divisions: places.Divisions) -> Iterator[Finding]:
    good = [read for read in reads if read.filed]
    codes: dict[str, str] = {}
    for read in good:
        yield from _party_defects(read, divisions, codes)
    yield from near_duplicates(good, divisions)


def _party_defects(
    read: Read, divisions: places.Divisions, codes: dict[str, str]
) -> Iterator[Finding]:
    party, filed = _party(read), read.filed
    assert filed
    if party.id not in {None, filed.stem}:
        yield read.finding(
            "RC-8", ("id",), f"标识写的是 ‘{party.id}’，文件名是 {filed.stem}；两者应当一致"
        )
    if code := party.credit_code:
        if reason := credit_code.defect(code):
            yield read.finding("RC-10", ("credit_code",), f"统一社会信用代码 {code} {reason}")
        if code in codes:
            yield read.finding(
                "RC-8", ("credit_code",), f"代码 {code} 已用于 {codes[code]}；同一机构只有一个文件"
            )
        codes.setdefault(code, filed.path)
    if party.division and party.division not in divisions:
        yield read.finding("RC-9", ("division",), f"没有行政区划代码 {party.division}")
    if party.fictional and not party.name.startswith("虚构"):
        yield read.finding("RC-6", ("name",), f"虚构机构的名称要以“虚构”开头；现在是 {party.name}")


def _jurisdiction_defects(read: Read, divisions: places.Divisions) -> Iterator[Finding]:
    if not read.filed:
        return
    division = read.filed.record.division
    if division != read.filed.stem:
        yield read.finding(
            "RC-8",
            ("division",),
            f"行政区划写的是 {division}，文件名是 {read.filed.stem}；两者应当一致",
        )
    if division not in divisions:
        yield read.finding("RC-9", ("division",), f"没有行政区划代码 {division}")


def _core(name: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", name)).casefold()


def _signatures(name: str) -> set[str]:
    return {name} | {name[:i] + name[i + 1 :] for i in range(len(name))}


def _may_be_one(first: Read, second: Read, divisions: places.Divisions) -> bool:
    one, other = _party(first), _party(second)
    if one.credit_code and other.credit_code:
        return False
    apart = one.division and other.division and divisions.are_apart(one.division, other.division)
    return not apart


def _confirmed(read: Read, other: Read) -> bool:
    assert other.filed
    portal = _party(read).portal
    confirmed = portal.confirmed if portal else ()
    return any(one.id == "MG-1" and one.at == other.filed.stem for one in confirmed)


def _asked(first: Read, second: Read) -> Finding:
    one, other = first.filed, second.filed
    assert one
    assert other
    return second.finding(
        "MG-1",
        ("name",),
        f"“{other.record.name}” 与 {one.path} 的 “{one.record.name}” 很像；若是同一家，请合成一个文件；"
        f"若不是，请写 portal: {{confirmed: [{{id: MG-1, at: {one.stem}, reason: 理由}}]}}",
    )
