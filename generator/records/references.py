"""What a record refers to must exist, and what it claims about itself must agree."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from generator.records.finding import PRINTED, Finding
from generator.records.known import Known, in_an_invented_place
from generator.records.likeness import nearest
from generator.records.model.dates import Date
from generator.records.model.meaning import Refers, Target
from generator.records.model.part import Part
from generator.records.model.party import PartyRecord
from generator.records.places import FICTIONAL
from generator.records.quoting import offered, quoted, shown
from generator.records.reading import Read
from generator.records.source import Path
from generator.records.survey import is_file_stem
from generator.records.walk import date_slots, keys, values

# By its key, what a value refers to.
_REFERRED = {key: what for what in get_args(Target) for key in keys(Refers(what))}
_KEYS = frozenset(_REFERRED)
Named = Mapping[Target, list[tuple[Path, Any]]]


def named(read: Read) -> Named:
    """All that a record refers to, by what it is, each with its place; found in one walk."""
    assert read.filed
    found: dict[Target, list[tuple[Path, Any]]] = {what: [] for what in get_args(Target)}
    for path, value in values(read.filed.record, _KEYS):
        found[_REFERRED[str(path[-1])]].append((path, value))
    return found


def party_references(read: Read, named: Named, known: Known, division: str) -> Iterator[Finding]:
    """Every party that a record names by id exists, and fits it in being invented."""
    remedies: dict[str, str] = {}
    for path, id in named["party"]:
        if not isinstance(id, str):
            continue
        party = known.parties.get(id)
        if party is None and id in known.unreadable:
            # Its own file says why; one absence, one finding.
            continue
        if party is None:
            if known.unlisted:
                # Of what nobody could look into nothing is said but this, once a record.
                told = f"看不到 data/parties 里有什么，不知道有没有机构 {shown(id)}；请先让它能读"
                yield read.finding("RC-9", path, told)
                return
            if id not in remedies:
                # The search is dear, and nobody reads the hundredth.
                seek = len(remedies) < PRINTED
                remedies[id] = _party_remedy(id, known, seek=seek)
            yield read.finding("RC-9", path, f"没有机构 {shown(id)}；{remedies[id]}")
        elif id not in remedies and (told := _not_alike(id, party.record, division)):
            # Once a record: all its places have one cause.
            remedies[id] = told
            yield read.finding("RC-9", path, told)


def _not_alike(id: str, party: PartyRecord, division: str) -> str:
    """Why a record and a party do not go together: one of them is invented."""
    if bool(party.fictional) == division.startswith(FICTIONAL):
        return ""
    if party.fictional:
        return f"{shown(party.name)} 是虚构示例，本记录不是；两者不能互相引用"
    # Its own file says already what it lacks.
    if in_an_invented_place(party):
        return ""
    return f"data/parties/{id}.yml 没有写 fictional: true；虚构的机构请在那里补上，真实的不能写进虚构的记录"


def _party_remedy(id: str, known: Known, *, seek: bool) -> str:
    called = (key for key, party in known.parties.items() if party.record.name == id)
    if seek and (meant := next(called, None)):
        return f"请写标识：{{party: {meant}}}"
    if seek and (near := nearest(id, known.parties, 0.8)):
        return f"是不是 {near}（{shown(known.name(near))}）"
    if not is_file_stem(id):
        return f"标识只用字母、数字和连字符；没有机构文件的，请写 {{printed: {shown(id)}}}"
    return f"请先建 data/parties/{shown(id)}.yml，或写 {{printed: 原文名称}}"


def project_references(read: Read, named: Named, known: Known) -> Iterator[Finding]:
    """Every project that a record names by id exists."""
    for path, id in named["project"]:
        if id not in known.projects:
            sentence = "标识是“区划-年份-文件夹名”，未收录的项目请写在 printed"
            yield read.finding("RC-9", path, f"没有项目 {shown(id)}；{sentence}")


def notice_references(read: Read, named: Named, stems: frozenset[str]) -> Iterator[Finding]:
    """Every notice that a record names stands in the same project."""
    for path, given in named["notice"]:
        meant = given if isinstance(given, tuple) else (given,)
        missing = [(i, stem) for i, stem in enumerate(meant) if stem not in stems]
        held = offered(sorted(stems)) if missing else ""
        for i, stem in missing:
            yield read.finding("RC-9", (*path, i), f"本项目没有公告 {shown(stem)}；现有：{held}")


def lot_references(
    read: Read, named: Named, lots: frozenset[str], rounds: frozenset[int]
) -> Iterator[Finding]:
    """Where the project names its lots and rounds, its notices use no others."""
    assert read.filed
    record = read.filed.record
    if rounds and record.procedure is not None and record.procedure not in rounds:
        held = offered(sorted(rounds))
        yield read.finding(
            "RC-9", ("procedure",), f"没有第 {record.procedure} 轮；项目的 procedures 里有：{held}"
        )
    if lots:
        yield from _lot_references(read, named, lots)


def _lot_references(read: Read, named: Named, lots: frozenset[str]) -> Iterator[Finding]:
    held = ""
    for path, given in named["lot"]:
        for i, id in enumerate(given if isinstance(given, tuple) else (given,)):
            name = id if isinstance(id, str) else id.id
            if name is not None and name not in lots:
                held = held or offered(sorted(lots))
                told = f"没有分包 {shown(name)}；项目的 lot_names 里有：{held}"
                yield read.finding("RC-9", (*path, i), told)


def own_claims(read: Read, division: str, known: Known) -> Iterator[Finding]:
    """Folder and record agree on the division and on being invented."""
    assert read.filed
    record = read.filed.record
    claimed = getattr(record, "division", None)
    if known.divisions.misses(division):
        yield read.finding(
            "RC-7", (), f"文件夹 {division} 不是已知的行政区划代码；不知道时用 000000"
        )
    if claimed not in {None, division}:
        yield read.finding(
            "RC-7", ("division",), f"写的是 {quoted(claimed)}，文件夹是 {division}；两者应当一致"
        )


def invention(read: Read, division: str) -> Iterator[Finding]:
    """Invented records live under 99 and say so; real ones do neither."""
    assert read.filed
    invented = division.startswith(FICTIONAL)
    if invented and not read.filed.record.fictional:
        yield read.finding("RC-5", (), "99 开头的地区只放虚构示例；请写 fictional: true")
    if not invented and read.filed.record.fictional:
        yield read.finding("RC-7", ("fictional",), "虚构示例只能放在 990100 或 990200 之下")


def file_name(read: Read) -> Iterator[Finding]:
    """The file is named after the kind and one of the dates inside."""
    assert read.filed
    filed = read.filed
    date, kind = split_stem(filed.stem)
    if kind != filed.record.kind:
        yield read.finding(
            "RC-7", ("kind",), f"文件名说是 {kind}，kind 写的是 {filed.record.kind}；两者应当一致"
        )
    dates = list(own_dates(filed.record))
    # Mostly a day, as it is written.
    if date == "undated" or any(day.text == date for day in dates):
        return
    # Of a month the name says the month; names of before were given its first day.
    days = {str(day.first) for day in dates} | {_without_hour(day) for day in dates}
    if date not in days:
        held = offered(sorted(days)) if days else "没有写日期"
        yield read.finding(
            "RC-7", (), f"文件名的日期是 {date}，文件里的日期是：{held}；应是其中一个"
        )


def _without_hour(day: Date) -> str:
    return day.text.partition("T")[0]


_STEM = re.compile(r"(undated|[0-9]{4}(?:-[0-9]{2}){0,2})-(.+?)(?:-[0-9]+)?")


def split_stem(stem: str) -> tuple[str, str]:
    """The date, a month or a year, and the kind in the name of a notice's file."""
    found = _STEM.fullmatch(stem)
    return (found[1], found[2]) if found else ("undated", stem)


def loose_year(read: Read, year: str) -> Iterator[Finding]:
    """A notice without a project stands in the folder of its own year."""
    assert read.filed
    date, _ = split_stem(read.filed.stem)
    if date != "undated" and date[:4] != year:
        yield read.finding(
            "RC-7", (), f"文件名的年份是 {date[:4]}，放在了 {year} 的文件夹；两者应当一致"
        )


def own_dates(record: Part) -> Iterator[Date]:
    """The dates that a record states about itself, at its top level."""
    values_ = (getattr(record, slot.name) for slot in date_slots(type(record)))
    return (value for value in values_ if value is not None)
