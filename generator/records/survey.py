"""What lies where under `data/`, and what lies in the wrong place."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.records.finding import Finding
from generator.records.model import NOTICE_KINDS

PROJECT_FILE = "project.yml"
LOOSE = "data/notices"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DIVISION = re.compile(r"\d{6}")
_YEAR = re.compile(r"\d{4}")
_KINDS = "|".join(sorted(NOTICE_KINDS, key=len, reverse=True))
NOTICE_FILE = re.compile(rf"(?P<date>undated|\d{{4}}-\d\d-\d\d)-(?P<kind>{_KINDS})(?:-\d+)?\.yml")


@dataclass(frozen=True, slots=True)
class Place:
    """One folder `<division>/<year>`, or a project folder below it."""

    folder: Path
    division: str
    year: str
    slug: str = ""

    @property
    def id(self) -> str:
        """Division, year and slug joined: the address of a project, for good."""
        return f"{self.division}-{self.year}-{self.slug}"


@dataclass(slots=True)
class Survey:
    """The places of all records, sorted, and findings about stray files."""

    projects: list[Place] = field(default_factory=list)
    notices: list[Place] = field(default_factory=list)
    parties: list[Path] = field(default_factory=list)
    jurisdictions: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def survey(root: Path) -> Survey:
    """Look through `data/` of a repository; reads names, no contents."""
    data = root / "data"
    found = Survey()
    for year in _years(root, data / "projects", found.findings):
        for entry in _entries(root, year.folder, found.findings):
            if entry.is_dir() and SLUG.fullmatch(entry.name):
                place = Place(Path(entry.path), year.division, year.year, entry.name)
                found.projects.append(place)
            else:
                found.findings.append(
                    _stray(root, entry.path, "请放进项目文件夹；文件夹名用小写字母、数字和连字符")
                )
    found.notices = list(_years(root, root / LOOSE, found.findings))
    found.parties = _files(root, data / "parties", found.findings)
    found.jurisdictions = _files(root, data / "jurisdictions", found.findings)
    return found


def notice_files(root: Path, folder: Path, findings: list[Finding]) -> list[str]:
    """The names of the notices in a folder, sorted; others become findings."""
    names = []
    for entry in _entries(root, folder, findings):
        if NOTICE_FILE.fullmatch(entry.name) and entry.is_file():
            names.append(entry.name)
        elif entry.name != PROJECT_FILE:
            remedy = (
                "文件名应是“日期-种类.yml”，例如 2026-03-02-award.yml；不知日期写 undated-award.yml"
            )
            findings.append(_stray(root, entry.path, remedy))
    return names


def relative(root: Path, path: str | Path) -> str:
    """The path from the root of the repository, with forward slashes."""
    # Cutting the root off is ten times faster than asking for a relative path.
    whole, start = str(path), f"{root}{os.sep}"
    inside = whole.removeprefix(start) if whole.startswith(start) else os.path.relpath(path, root)
    return inside.replace(os.sep, "/")


def _years(root: Path, base: Path, findings: list[Finding]) -> Iterator[Place]:
    for division in _folders(root, base, _DIVISION, "六位行政区划代码，例如 420103", findings):
        for year in _folders(root, division, _YEAR, "四位年份，不知道写 0000", findings):
            yield Place(year, division.name, year.name)


def _folders(
    root: Path, base: Path, shape: re.Pattern[str], remedy: str, findings: list[Finding]
) -> Iterator[Path]:
    for entry in _entries(root, base, findings):
        if entry.is_dir() and shape.fullmatch(entry.name):
            yield Path(entry.path)
        else:
            findings.append(_stray(root, entry.path, f"这一层应是文件夹，名字是{remedy}"))


def _files(root: Path, base: Path, findings: list[Finding]) -> list[Path]:
    files = []
    for entry in _entries(root, base, findings):
        stem, _, suffix = entry.name.rpartition(".")
        if entry.is_file() and suffix == "yml" and re.fullmatch(r"[A-Za-z0-9-]+", stem):
            files.append(Path(entry.path))
        else:
            findings.append(
                _stray(root, entry.path, "这里只放 .yml 文件，文件名用字母、数字和连字符")
            )
    return files


def _entries(root: Path, folder: Path, findings: list[Finding]) -> list["os.DirEntry[str]"]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    kept = []
    for entry in entries:
        if entry.is_symlink():
            sentence = "是一个符号链接；请放入文件本身，记录不能指到别处"
            findings.append(Finding(relative(root, entry.path), 1, 1, "RC-12", sentence))
        elif entry.name not in {".gitkeep", ".DS_Store", "Thumbs.db"}:
            kept.append(entry)
    return kept


def _stray(root: Path, path: str, remedy: str) -> Finding:
    return Finding(relative(root, path), 1, 1, "RC-7", f"放错了位置或名字不对；{remedy}")
