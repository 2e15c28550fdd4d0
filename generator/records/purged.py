"""`data/purged.yml`: when published history was rewritten so that personal data goes, and why.

The one lawful exception to what stays: an owner says on which day, how many records were
touched, for which reason, which commit was the last of the old history and which took its place.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from generator.records import files
from generator.records.finding import Finding
from generator.records.layout import locate
from generator.records.model.dates import When
from generator.records.model.part import Many, Part, Tally, Text
from generator.records.privacy import gate
from generator.records.quoting import quoted, shown
from generator.records.source import Refused, guard, read

FILE = "purged.yml"
PATH = f"data/{FILE}"
_ID = re.compile(rb"\b[0-9a-f]{40}\b")
Commit = Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")]


class Purge(Part):
    """One rewriting of history."""

    date: When
    records: Tally
    reason: Text
    old: Commit
    new: Commit


class Purges(Part):
    """All of them, the latest last."""

    purges: Many[Purge]


def load(raw: bytes) -> tuple[tuple[Purge, ...], list[Finding]]:
    """What the file says, or why it cannot be read."""
    try:
        text = guard(raw)
        document = read(text)
    except Refused as refused:
        place = refused.place
        return (), [Finding(PATH, place.line, place.column, refused.id, refused.sentence)]
    try:
        return Purges.model_validate(document).purges, []
    except ValidationError as error:
        return (), list(_refused(text, error))


def of(root: Path) -> tuple[tuple[Purge, ...], list[Finding]]:
    """The same of a repository; a repository without the file has rewritten nothing."""
    path = root / PATH
    if not files.is_there(path):
        return (), []
    try:
        raw = files.contents(path)
        # A commit is no number of anybody.
        hits = gate.look(_ID.sub(b"x" * 40, raw))
        told = [Finding(PATH, one.line, one.column, one.id, one.sentence) for one in hits]
        held, refused = load(raw)
        return held, [*told, *refused]
    except OSError as problem:
        sentence = f"读不了这个文件：{files.why(problem)}；请检查文件和它的权限"
        return (), [Finding(PATH, 1, 1, "RC-1", sentence)]


_SHAPE = (
    "每一次写成 {date: 日期, records: 份数, reason: 理由, old: 原来的提交, new: 改写后的提交}，"
    "提交写完整的四十位编号"
)
_IDS = {"missing": "RC-5", "extra_forbidden": "RC-4"}


def _refused(text: str, error: ValidationError) -> Iterator[Finding]:
    """Every refusal with its place; the file is so short that one remedy fits all."""
    for one in error.errors(include_url=False):
        at = tuple(one["loc"])
        place, key = locate(text, at, key=True), at[-1] if at else FILE
        what = {"missing": f"缺少 {key}", "extra_forbidden": f"没有 {shown(key)} 这个键"}
        told = what.get(one["type"], f"{key} 写的是 {quoted(one['input'])}")
        id = _IDS.get(one["type"], "RC-6")
        yield Finding(PATH, place.line, place.column, id, f"{told}；{_SHAPE}")
