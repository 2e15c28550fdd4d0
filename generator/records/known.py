"""What every record may refer to: parties, projects, divisions, jurisdictions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.records import credit_code, doubts, places, purged, resemblance
from generator.records.finding import Finding
from generator.records.grounds import Asked, by_stem
from generator.records.model import JURISDICTION, PARTY
from generator.records.model.jurisdiction import JurisdictionRecord
from generator.records.model.party import PartyRecord
from generator.records.quoting import quoted, shown
from generator.records.reading import Filed, Read, read_file
from generator.records.survey import Survey, relative


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation with its file."""

    id: str
    filed: Filed
    record: PartyRecord


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a record may refer to, and the day of the run; small enough to hand out.

    `rules` are the jurisdictions with their files, for whoever shows them; `asked`
    holds the values of parties and jurisdictions that no verdict may rest on. `unlisted`:
    the folder of parties itself could not be looked into.
    """

    divisions: places.Divisions
    parties: Mapping[str, Party]
    unreadable: frozenset[str]
    projects: frozenset[str]
    jurisdictions: Mapping[str, JurisdictionRecord]
    today: date
    rules: Mapping[str, Filed] = field(default_factory=dict)
    asked: Asked = field(default_factory=dict)
    unlisted: bool = False
    # What was found out about a place, for all projects that lie in it.
    memory: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def name(self, party: str) -> str:
        """The name of a party; Raises KeyError for an unknown id."""
        return self.parties[party].record.name


def load(root: Path, survey: Survey, today: date) -> tuple[Known, list[Finding]]:
    """All parties and jurisdictions, and the ids of the projects."""
    divisions, findings = places.load(root / "data")
    findings += [*_no_divisions(root, survey), *purged.of(root)[1]]
    reads = [read_file(root, path, frozenset({PARTY})) for path in survey.parties]
    findings += [one for read in reads for one in read.findings]
    parties = {
        read.filed.stem: Party(read.filed.stem, read.filed, read.filed.record)
        for read in reads
        if read.filed
    }
    held = {read.filed.stem: doubts.of_party(read, today) for read in reads if read.filed}
    findings += [one for asked, _ in held.values() for one in asked.findings]
    findings += _checked(reads, divisions, {stem: names for stem, (_, names) in held.items()})
    rules = [read_file(root, path, frozenset({JURISDICTION})) for path in survey.jurisdictions]
    local = [doubts.of_jurisdiction(read, today) for read in rules]
    for read, asked in zip(rules, local, strict=True):
        findings += (*read.findings, *_jurisdiction_defects(read, divisions), *asked.findings)
    every = (*(asked for asked, _ in held.values()), *local)
    open_ = by_stem(one for asked in every for one in asked.open)
    filed = {read.filed.record.division: read.filed for read in rules if read.filed}
    jurisdictions = {code: one.record for code, one in filed.items()}
    ids = frozenset(place.id for place in survey.projects)
    unreadable = frozenset(path.stem for path in survey.parties) - parties.keys()
    unlisted = any(one.path == "data/parties" for one in survey.findings)
    known = Known(divisions, parties, unreadable, ids, jurisdictions, today, filed, open_, unlisted)
    return known, findings


def _no_divisions(root: Path, survey: Survey) -> Iterator[Finding]:
    """Records need the list of divisions; an empty archive does not."""
    file = root / "data" / places.FILE
    if (survey.projects or survey.notices or survey.parties or survey.jurisdictions) and not (
        file.exists() or file.is_symlink()
    ):
        sentence = f"没有行政区划表；请从本项目的仓库取回 {places.FILE}（三列：{places.HEAD}）"
        yield Finding(relative(root, file), 1, 1, "RC-13", sentence)


def _party(read: Read) -> PartyRecord:
    assert read.filed
    record: PartyRecord = read.filed.record
    return record


def _checked(
    reads: list[Read], divisions: places.Divisions, asked: Mapping[str, doubts.Names]
) -> Iterator[Finding]:
    good = [read for read in reads if read.filed]
    codes: dict[str, str] = {}
    for read in good:
        yield from _party_defects(read, divisions, codes)
    yield from resemblance.questions(good, divisions, asked)


def _party_defects(
    read: Read, divisions: places.Divisions, codes: dict[str, str]
) -> Iterator[Finding]:
    party, filed = _party(read), read.filed
    assert filed
    if party.id not in {None, filed.stem}:
        yield read.finding(
            "RC-8", ("id",), f"标识写的是 {quoted(party.id)}，文件名是 {filed.stem}；两者应当一致"
        )
    if code := party.credit_code:
        if reason := credit_code.defect(code):
            yield read.finding(
                "RC-10", ("credit_code",), f"统一社会信用代码 {shown(code)} {reason}"
            )
        if code in codes:
            yield read.finding(
                "RC-8",
                ("credit_code",),
                f"代码 {shown(code)} 已用于 {codes[code]}；同一机构只有一个文件",
            )
        codes.setdefault(code, filed.path)
    if party.division and divisions.misses(party.division):
        yield read.finding("RC-9", ("division",), f"没有行政区划代码 {shown(party.division)}")
    if in_an_invented_place(party) and not party.fictional:
        told = "99 开头的地区只放虚构示例；请写 fictional: true"
        yield read.finding("RC-5", ("division",), told)
    if party.fictional and not party.name.startswith("虚构"):
        told = f"虚构机构的名称要以“虚构”开头；现在是 {shown(party.name)}"
        yield read.finding("RC-6", ("name",), told)


def in_an_invented_place(party: PartyRecord) -> bool:
    """Whether the file of an organisation places it where only examples live."""
    return bool(party.division and party.division.startswith(places.FICTIONAL))


def _jurisdiction_defects(read: Read, divisions: places.Divisions) -> Iterator[Finding]:
    if not read.filed:
        return
    division = read.filed.record.division
    if division != read.filed.stem:
        yield read.finding(
            "RC-8",
            ("division",),
            f"行政区划写的是 {quoted(division)}，文件名是 {read.filed.stem}；两者应当一致",
        )
    if divisions.misses(division):
        yield read.finding("RC-9", ("division",), f"没有行政区划代码 {shown(division)}")
