"""A finding: what stands where, and what would be right there."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import quote

from generator.records import guide
from generator.records.quoting import cut, offered, visible
from generator.vocabulary import label

# A sentence that is longer has quoted more than a reader can use.
LONGEST = 500
# Who has mended twenty has understood; the rest is counted.
PRINTED = 20
# The runner of workflows shows no more of one level.
ANNOTATED = 10
# Of a kind so many keys are named where the pages of the site speak of them.
_ANCHORS = 5


class Severity(StrEnum):
    """What a finding does to its record and to the run."""

    STOP = "stop"
    ASK = "ask"
    TELL = "tell"
    NOTE = "note"


FAMILIES = {
    "RC": Severity.STOP,
    "PD": Severity.STOP,
    "CH": Severity.STOP,
    "ST": Severity.STOP,
    "PG": Severity.STOP,
    "MG": Severity.ASK,
    "AB": Severity.NOTE,
}

PRINTED_SEVERITY = {
    Severity.STOP: "不能发布",
    Severity.ASK: "需要确认",
    Severity.TELL: "照实公布",
    Severity.NOTE: "可以补充",
}


_RANK = {severity: at for at, severity in enumerate(PRINTED_SEVERITY)}


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One sentence about one place; line and column count from 1.

    Path and sentence are one line each, whatever a record or a file name says. `key` is that
    at the top of the record which it is about; it makes no other finding of it.
    """

    path: str
    line: int
    column: int
    id: str
    sentence: str
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", visible(self.path))
        object.__setattr__(self, "sentence", cut(visible(self.sentence), LONGEST))

    @property
    def severity(self) -> Severity:
        """Owned by the family, so that no rule can raise its own."""
        return FAMILIES.get(self.id.split("-")[0], Severity.TELL)

    @property
    def halts(self) -> bool:
        """Whether a run that meets this finding ends with exit code 1."""
        return self.severity in {Severity.STOP, Severity.ASK}

    @property
    def help(self) -> str:
        """Where the site says how the key is written; empty for what is about no record."""
        kind = guide.kind_of(self.path)
        return f"{guide.page(kind)}{guide.anchor(kind, self.key)}" if kind else ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.id} {self.sentence}"


def confirmation(id: str, at: str) -> str:
    """What is written to confirm that what a question is about is right."""
    return f"portal: {{confirmed: [{{id: {id}, at: {at}, reason: 理由}}]}}"


def few(findings: Iterable[Finding]) -> list[Finding]:
    """The findings to print, sorted: of each file and id the first twenty, then how many more."""
    ordered = sorted(findings)
    held = Counter((one.path, one.id) for one in ordered)
    return list(_few(ordered, held))


def as_text(findings: Iterable[Finding]) -> str:
    """One line a finding, sorted, so that two runs compare."""
    return "".join(f"{finding}\n" for finding in few(findings))


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands that annotate the lines of a pull request, the most severe first.

    A step shows ten of a level and drops the rest: the tenth says how many more there are,
    and these are lines of the log.
    """
    held = sorted(few(findings), key=lambda one: (_RANK[one.severity], one))
    levels = [[one for one in held if one.halts is halts] for halts in (True, False)]
    return "".join(line for level in levels for line in _annotations(level))


def _annotations(held: Sequence[Finding]) -> Iterator[str]:
    shown, left = held[:ANNOTATED], held[ANNOTATED:]
    for one in shown:
        is_last = bool(left) and one is shown[-1]
        yield _annotation(one, f"（另有 {len(left)} 处，见本次运行的记录）" if is_last else "")
    yield from (f"· {one}\n" for one in left)


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
            **({"help": finding.help} if finding.help else {}),
        }
        for finding in few(findings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def manuals(findings: Iterable[Finding]) -> Iterator[str]:
    """A line a kind of which a record must be mended, with the keys that are meant.

    采购结果公告怎样填，看网站的 /guide/fields/award/#key-winners、#key-amount
    """
    anchors: dict[str, dict[str, None]] = {}
    for one in sorted(findings):
        if one.halts and (kind := guide.kind_of(one.path)):
            anchors.setdefault(kind, {})[guide.anchor(kind, one.key)] = None
    for kind in sorted(anchors):
        named = "、".join(list(filter(None, anchors[kind]))[:_ANCHORS])
        yield f"{label('kind', kind)}怎样填，看网站的 {guide.page(kind)}{named}"


PRINTERS = {"text": as_text, "github": as_github, "json": as_json}


def _few(ordered: Sequence[Finding], held: Counter[tuple[str, str]]) -> Iterator[Finding]:
    seen: Counter[tuple[str, str]] = Counter()
    left = _lines_left(ordered)
    for one in ordered:
        kind = one.path, one.id
        seen[kind] += 1
        if seen[kind] <= PRINTED:
            yield one
        elif seen[kind] == PRINTED + 1:
            more = f"另有 {held[kind] - PRINTED} 处（行 {offered(left[kind])}）"
            yield Finding(one.path, one.line, one.column, one.id, more, one.key)


def _lines_left(ordered: Iterable[Finding]) -> Mapping[tuple[str, str], list[int]]:
    """By file and id, the lines behind the first twenty findings; a line once."""
    lines: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in ordered:
        lines[one.path, one.id].append(one.line)
    return {kind: list(dict.fromkeys(found[PRINTED:])) for kind, found in lines.items()}


def _annotation(finding: Finding, more: str = "") -> str:
    level = "error" if finding.halts else "notice"
    title = f"{finding.id} {PRINTED_SEVERITY[finding.severity]}"
    place = f"file={_escaped(finding.path)},line={finding.line},col={finding.column}"
    # The runner gives back a comma and a colon of the message as they are.
    told = f"{finding.sentence}（怎样填：{finding.help}）" if finding.help else finding.sentence
    said = f"{told}{more}".replace("%", "%25")
    return f"::{level} {place},title={_escaped(title)}::{said}\n"


def _escaped(text: str) -> str:
    # The runner reads these characters as its own syntax.
    return "".join(quote(c) if c in "%:," else c for c in text)
