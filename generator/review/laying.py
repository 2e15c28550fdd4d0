"""The records of a commit laid out in a folder: read as objects of git, nothing of them run or followed."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.history.classes import spot
from generator.history.git import FILE_MODES, Repository, Touched
from generator.records.finding import Finding
from generator.records.privacy import gate
from generator.records.quoting import visible
from generator.records.source import MAX_BYTES

# A folder of records, and a name that no system takes for anything else.
_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}"
_FOLDER = re.compile(
    rf"data/(?:projects/[0-9]{{6}}/[0-9]{{4}}/{_NAME}|notices/[0-9]{{6}}/[0-9]{{4}}|parties|jurisdictions)"
)
_RECORD = re.compile(rf"({_FOLDER.pattern})/({_NAME})\.yml")
_ALWAYS = re.compile(
    rf"data/(?:parties|jurisdictions)/{_NAME}\.yml|data/divisions\.csv|data/purged\.yml"
)
_KNOWN = re.compile(
    rf"{_RECORD.pattern}|{_ALWAYS.pattern}|data/schema/.*|data/(?:[^\n]{{0,300}}/)?\.gitkeep"
)
# So much is looked at of one change; the rest is counted.
MOST_FOLDERS = 200
_MOST_BYTES = 100_000_000


class Laid(NamedTuple):
    """Where some folders are laid out, the ids of all projects, and what was left out and why."""

    root: Path
    projects: frozenset[str]
    findings: tuple[Finding, ...]


def folders(touched: Iterable[Touched]) -> list[str]:
    """The folders of projects and notices in which something changed, sorted."""
    held = (_FOLDER.match(one.path) for one in touched if one.path.count("/") > 2)
    return sorted({found[0] for found in held if found})


def strange(touched: Iterable[Touched]) -> Iterator[Finding]:
    """What lies among the records and is no file with a usual name."""
    for one in touched:
        path = gate.unnamed(visible(one.path.encode("utf-8", "replace").decode()))
        if not one.path.startswith("data/") or not one.new:
            continue
        if one.mode not in FILE_MODES:
            told = "是链接、子模块或别的不是文件的东西；请放入文件本身"
            yield Finding(path, 1, 1, "RC-12", told)
        elif not _KNOWN.fullmatch(one.path):
            told = "放错了位置或名字不对；项目的公告放进 data/projects/区划/年份/文件夹名/"
            yield Finding(path, 1, 1, "RC-7", told)


def lay(repository: Repository, commit: str, wanted: Iterable[str], root: Path) -> Laid:
    """The wanted folders of a commit and all they may refer to; of other projects the id alone.

    Raises Unfit where the clone lacks an object.
    """
    named = frozenset(wanted)
    tree = [one for one in repository.tree(commit) if one.mode in FILE_MODES]
    files = [one for one in tree if _is_wanted(one.path, named)]
    kept, findings = _small(repository, files)
    blobs = repository.blobs(one.new for one in kept)
    (root / "data").mkdir(parents=True, exist_ok=True)
    for one in kept:
        file = root / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(blobs[one.new])
    return Laid(root, frozenset(filter(None, map(_project, tree))), tuple(findings))


def _is_wanted(path: str, named: frozenset[str]) -> bool:
    found = _RECORD.fullmatch(path)
    return bool(_ALWAYS.fullmatch(path)) or (found is not None and found[1] in named)


def _project(one: Touched) -> str:
    at = spot(one.path)
    return at.record if at and one.path.startswith("data/projects/") else ""


def _small(repository: Repository, files: Iterable[Touched]) -> tuple[list[Touched], list[Finding]]:
    """What is no larger than a file of records may be, up to a sum of bytes."""
    held = list(files)
    sizes = repository.sizes(one.new for one in held)
    kept, findings, left = [], [], _MOST_BYTES
    for one in held:
        size = sizes.get(one.new, 0)
        # The gate that says why reads one byte more than it may.
        if size > MAX_BYTES and not one.path.endswith(".csv"):
            told = f"文件有 {size} 字节；一个文件最多 {MAX_BYTES} 字节"
            findings.append(Finding(one.path, 1, 1, "RC-1", told))
        elif size > left:
            told = "这次要看的文件加起来太大，这一个没有看；请分几次提交"
            findings.append(Finding(one.path, 1, 1, "RC-1", told))
        else:
            kept.append(one)
            left -= size
    return kept, findings
