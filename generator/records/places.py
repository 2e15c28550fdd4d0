"""Administrative divisions by GB/T 2260 code, from `data/divisions.csv`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.records.finding import Finding
from generator.records.quoting import OFFERED, SHOWN, quoted, visible
from generator.records.source import Refused, bounded, decoded

FILE = "divisions.csv"
HEAD = "code,name,parent"
_CODE = re.compile(r"[0-9]{6}")
UNKNOWN = "000000"
FICTIONAL = "99"
_MERGED = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})


@dataclass(frozen=True, slots=True)
class Division:
    """A division by its six-digit code; `parent` is empty for a province."""

    code: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Divisions:
    """All divisions, by code; not `whole` where the list itself could not be read."""

    by_code: Mapping[str, Division]
    whole: bool = True

    def __contains__(self, code: str) -> bool:
        return code in self.by_code

    def misses(self, code: str) -> bool:
        """Whether no division has this code; a list that is not whole cannot say so."""
        return self.whole and code not in self.by_code

    def lineage(self, code: str) -> list[Division]:
        """From the province down to the division; grouping rows left out."""
        return [one for one in reversed(list(self._upwards(code))) if one.name not in _MERGED]

    def name(self, code: str) -> str:
        """广东省广州市增城区; 地区未载明 for the unknown code."""
        return "".join(one.name for one in self.lineage(code))

    def are_apart(self, one: str, other: str) -> bool:
        """Whether neither division lies inside the other, nor are they the same."""
        return one not in self.upwards(other) and other not in self.upwards(one)

    def upwards(self, code: str) -> list[str]:
        """The code of the division and of those around it, up to the province."""
        return [division.code for division in self._upwards(code)] or [code]

    def _upwards(self, code: str) -> Iterator[Division]:
        seen: set[str] = set()
        while (division := self.by_code.get(code)) and code not in seen:
            yield division
            seen.add(code)
            code = division.parent


def load(data: Path) -> tuple[Divisions, list[Finding]]:
    """The divisions that the portal knows, with the invented ones; and what is wrong with the list.

    Without the file there are none, which is no fault while there are no records.
    """
    file = data / FILE
    if file.is_symlink() or not file.is_file():
        return Divisions({}, whole=False), []
    try:
        text = decoded(bounded(file.read_bytes()))
    except Refused as refused:
        place = refused.place
        return Divisions({}, whole=False), [_found(place.line, refused.id, refused.sentence)]
    rows, findings = _rows(text.split("\n"))
    findings += _parents(rows)
    by_code = {code: division for code, (_, division) in rows.items()}
    return Divisions(by_code, whole=not findings), findings


def _rows(lines: list[str]) -> tuple[dict[str, tuple[int, Division]], list[Finding]]:
    """The good rows by code, each with its line; and a finding for every other."""
    if lines[0] != HEAD:
        return {}, [_found(1, "RC-2", f"第一行是 {quoted(lines[0])}；应是 {HEAD}")]
    rows: dict[str, tuple[int, Division]] = {}
    findings = []
    for number, line in enumerate(lines[1:], 2):
        fields = line.split(",")
        if not line:
            continue
        if reason := _defect(fields):
            findings.append(_found(number, "RC-2", f"{quoted(line)} {reason}"))
        elif fields[0] in rows:
            first = rows[fields[0]][0]
            findings.append(
                _found(number, "RC-8", f"代码 {fields[0]} 第 {first} 行已有；请删去一行")
            )
        else:
            rows[fields[0]] = number, Division(*fields)
    return rows, findings


def _defect(fields: list[str]) -> str:
    """What is wrong with a row; empty if nothing is."""
    if len(fields) != 3:
        return f"有 {len(fields)} 列；每行三列：代码、名称、上级代码，省级的上级留空"
    code, name, parent = fields
    if not _CODE.fullmatch(code) or not (_CODE.fullmatch(parent) or not parent):
        return "的代码不是六位数字；例如 420103,江汉区,420100"
    if not name.strip() or len(name) > SHOWN or visible(name) != name:
        return f"的名称是空的、超过 {SHOWN} 个字或有看不见的字符；例如 420103,江汉区,420100"
    return ""


def _parents(rows: Mapping[str, tuple[int, Division]]) -> Iterator[Finding]:
    """Parents that are not there, and divisions that lie inside themselves."""
    good: set[str] = {""}
    for start, (number, division) in rows.items():
        trail: dict[str, None] = {}
        code = start
        while code in rows and code not in good and code not in trail:
            trail[code] = None
            code = rows[code][1].parent
        if code in trail:
            told = f"{' → '.join([*list(trail)[-OFFERED:], code])} 绕成了一圈；请改正上级代码"
            yield _found(number, "RC-9", told)
        if division.parent and division.parent not in rows:
            yield _found(number, "RC-9", f"上级 {division.parent} 不在表里；请补上这一行或改正")
        good.update(trail)


def _found(line: int, id: str, sentence: str) -> Finding:
    return Finding(f"data/{FILE}", line, 1, id, sentence)
