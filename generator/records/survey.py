"""What lies where under `data/`, and what lies in the wrong place."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from generator.records.files import why
from generator.records.finding import Finding
from generator.records.model import NOTICE_KINDS
from generator.vocabulary import words

PROJECT_FILE = "project.yml"
LOOSE = "data/notices"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DIVISION = re.compile(r"\d{6}")
YEAR = re.compile(r"\d{4}")
_LABELS = {words("kind")[kind].label: kind for kind in NOTICE_KINDS}
_FOLDERS = frozenset({"projects", "notices", "parties", "jurisdictions", "schema", "divisions.csv"})
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
    for entry in _entries(root, data, found.findings):
        if entry.name not in _FOLDERS:
            remedy = "项目的公告放进 data/projects/区划/年份/文件夹名/，机构放进 data/parties/"
            found.findings.append(_stray(root, entry.path, remedy))
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
            findings.append(_stray(root, entry.path, _misnamed(entry.name, entry.is_dir())))
    return names


def is_file_stem(name: str) -> bool:
    """Whether a party's or a place's file may be called so."""
    return re.fullmatch(r"[A-Za-z0-9-]+", name) is not None


def _misnamed(name: str, is_folder: bool) -> str:
    """Which part of the name of a notice's file is wrong."""
    stem, _, suffix = name.rpartition(".")
    if is_folder:
        return "项目文件夹里只放文件，不再分文件夹"
    if suffix != "yml" or "." in stem:
        return f"文件名要以 .yml 结尾，前面没有别的点；现在是 {name}"
    if not re.match(r"undated-|\d{4}-\d\d-\d\d-", stem):
        return f"{name} 的开头要写日期，例如 2026-03-02-award.yml；不知日期写 undated-award.yml"
    kind = re.sub(r"^(?:undated|\d{4}-\d\d-\d\d)-|-\d+$", "", stem)
    near = get_close_matches(kind, [*NOTICE_KINDS, *_LABELS], n=1, cutoff=0.5)
    remedy = (
        f"是不是 {_LABELS.get(near[0], near[0])}"
        if near
        else "种类要写英文键，例如 award（采购结果公告）"
    )
    return f"{name} 里的 {kind} 不是公告种类；{remedy}"


def relative(root: Path, path: str | Path) -> str:
    """The path from the root of the repository, with forward slashes."""
    # Cutting the root off is ten times faster than asking for a relative path.
    whole, start = str(path), f"{root}{os.sep}"
    inside = whole.removeprefix(start) if whole.startswith(start) else os.path.relpath(path, root)
    return inside.replace(os.sep, "/")


def _years(root: Path, base: Path, findings: list[Finding]) -> Iterator[Place]:
    for division in _folders(root, base, DIVISION, "六位行政区划代码，例如 420103", findings):
        for year in _folders(root, division, YEAR, "四位年份，不知道写 0000", findings):
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
        if entry.is_file() and suffix == "yml" and is_file_stem(stem):
            files.append(Path(entry.path))
        else:
            findings.append(
                _stray(root, entry.path, "这里只放 .yml 文件，文件名用字母、数字和连字符")
            )
    return files


def _entries(root: Path, folder: Path, findings: list[Finding]) -> list["os.DirEntry[str]"]:
    try:
        if not folder.is_dir():
            return []
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as problem:
        sentence = f"读不了这个文件夹：{why(problem)}；请检查它的权限"
        findings.append(Finding(relative(root, folder), 1, 1, "RC-1", sentence))
        return []
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
