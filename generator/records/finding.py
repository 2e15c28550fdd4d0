"""A finding: what stands where, and what would be right there."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote


class Severity(StrEnum):
    """What a finding does to its record and to the run."""

    STOP = "stop"
    ASK = "ask"
    TELL = "tell"


FAMILIES = {
    "RC": Severity.STOP,
    "PD": Severity.STOP,
    "CH": Severity.STOP,
    "ST": Severity.STOP,
    "PG": Severity.STOP,
    "MG": Severity.ASK,
}

PRINTED_SEVERITY = {
    Severity.STOP: "不能发布",
    Severity.ASK: "需要确认",
    Severity.TELL: "照实公布",
}


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One sentence about one place; line and column count from 1."""

    path: str
    line: int
    column: int
    id: str
    sentence: str

    @property
    def severity(self) -> Severity:
        """Owned by the family, so that no rule can raise its own."""
        return FAMILIES.get(self.id.split("-")[0], Severity.TELL)

    @property
    def halts(self) -> bool:
        """Whether a run that meets this finding ends with exit code 1."""
        return self.severity is not Severity.TELL

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.id} {self.sentence}"


def as_text(findings: Iterable[Finding]) -> str:
    """One line a finding, sorted, so that two runs compare."""
    return "".join(f"{finding}\n" for finding in sorted(findings))


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "".join(_annotation(finding) for finding in sorted(findings))


def as_json(findings: Iterable[Finding]) -> str:
    """A list of objects with the fields of `Finding` and its severity."""
    rows = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "id": finding.id,
            "severity": finding.severity.value,
            "sentence": finding.sentence,
        }
        for finding in sorted(findings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


PRINTERS = {"text": as_text, "github": as_github, "json": as_json}


def _annotation(finding: Finding) -> str:
    level = "error" if finding.halts else "notice"
    title = f"{finding.id} {PRINTED_SEVERITY[finding.severity]}"
    place = f"file={_escaped(finding.path)},line={finding.line},col={finding.column}"
    return f"::{level} {place},title={_escaped(title)}::{_escaped(finding.sentence)}\n"


def _escaped(text: str) -> str:
    # The runner reads these characters as its own syntax.
    return "".join(quote(c) if c in "%\r\n:," else c for c in text)
