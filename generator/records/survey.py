"""What lies where under `data/`, and what lies in the wrong place."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.records import places, purged
from generator.records.files import why
from generator.records.finding import Finding
from generator.records.likeness import nearest
from generator.records.model import NOTICE_KINDS
from generator.records.privacy import strays
from generator.records.quoting import shown
from generator.vocabulary import kind_names

PROJECT_FILE = "project.yml"
LOOSE = "data/notices"
# An address is made of it, and no file system takes a name of more than 255 bytes.
LONGEST_NAME = 100
SLUG = re.compile(rf"(?=.{{1,{LONGEST_NAME}}}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
DIVISION = re.compile(r"[0-9]{6}")
YEAR = re.compile(r"[0-9]{4}")
_STEM = re.compile(rf"[A-Za-z0-9-]{{1,{LONGEST_NAME}}}")
_LABELS = {name: kind for name, kind in kind_names().items() if kind in NOTICE_KINDS}
_FOLDERS = frozenset({"projects", "notices", "parties", "jurisdictions", "schema"})
_KINDS = "|".join(sorted(NOTICE_KINDS, key=len, reverse=True))
_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
NOTICE_FILE = re.compile(rf"(?P<date>undated|{_DATE})-(?P<kind>{_KINDS})(?:-[0-9]{{1,6}})?\.yml")
_DATED = re.compile(rf"(?:undated|{_DATE})-")
# No number of a person has fewer digits, unless a word says whose it is.
_FEWEST = 7
_CUES = ("qq", "wx", "vx", "wechat", "weixin")
_NUMBERED = re.compile(r"-[0-9]{1,6}$")


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
    try:
        reason = _no_folder(data)
    except OSError as problem:
        reason = "RC-1", f"读不了这个文件夹：{why(problem)}；请检查它的权限"
    if reason:
        found.findings.append(Finding("data", 1, 1, *reason))
        return found
    for entry in _entries(root, data, found.findings):
        if remedy := _misplaced(entry):
            found.findings.append(_stray(root, entry.path, remedy))
    for year in _years(root, data / "projects", found.findings):
        for entry in _entries(root, year.folder, found.findings):
            if entry.is_dir() and SLUG.fullmatch(entry.name):
                place = Place(Path(entry.path), year.division, year.year, entry.name)
                found.projects.append(place)
            else:
                remedy = f"请放进项目文件夹；文件夹名用小写字母、数字和连字符，最多 {LONGEST_NAME} 个字符"
                found.findings.append(_stray(root, entry.path, remedy))
    found.notices = list(_years(root, root / LOOSE, found.findings))
    found.parties = _files(root, data / "parties", found.findings)
    found.jurisdictions = _files(root, data / "jurisdictions", found.findings)
    found.findings += strays.in_strays(root, found.findings)
    found.findings += strays.beside_records(root)
    return found


def _no_folder(data: Path) -> tuple[str, str] | None:
    """Why `data` is no folder of records; None if it is one."""
    if data.is_symlink():
        return "RC-12", "是一个符号链接；请放入文件夹本身，记录不能指到别处"
    if not data.exists():
        return (
            "RC-13",
            "没有 data 文件夹；请确认这里是仓库的文件夹，还没有记录的也要有一个空的 data",
        )
    return None if data.is_dir() else ("RC-7", "应是文件夹；记录都放在里面")


def _misplaced(entry: "os.DirEntry[str]") -> str:
    """What is wrong with something at the top of `data`; empty if nothing is."""
    if entry.name in _FOLDERS:
        return "" if entry.is_dir() else "这里应是文件夹"
    if entry.name == places.FILE:
        return "" if entry.is_file() else "这里应是文件：行政区划表，三列 code,name,parent"
    if entry.name == purged.FILE:
        return "" if entry.is_file() else "这里应是文件：为隐去个人信息改写历史的说明"
    return "项目的公告放进 data/projects/区划/年份/文件夹名/，机构放进 data/parties/"


def notice_files(root: Path, folder: Path, findings: list[Finding]) -> list[str]:
    """The names of the notices in a folder, sorted; others become findings."""
    names = []
    for entry in _entries(root, folder, findings):
        if NOTICE_FILE.fullmatch(entry.name) and entry.is_file():
            names.append(entry.name)
        elif entry.name != PROJECT_FILE or not entry.is_file():
            findings.append(_stray(root, entry.path, _misnamed(entry)))
    findings += strays.in_strays(root, findings)
    return names


def is_file_stem(name: str) -> bool:
    """Whether a party's or a place's file may be called so."""
    return _STEM.fullmatch(name) is not None


def _misnamed(entry: "os.DirEntry[str]") -> str:
    """Which part of the name of a notice's file is wrong, or that it is no file."""
    name = shown(entry.name)
    stem, _, suffix = entry.name.rpartition(".")
    if entry.is_dir():
        return "项目文件夹里只放文件，不再分文件夹"
    if not entry.is_file():
        return "这不是普通文件；请放入文件本身"
    if suffix != "yml" or "." in stem:
        return f"文件名要以 .yml 结尾，前面没有别的点；现在是 {name}"
    dated = _DATED.match(stem)
    if not dated:
        others = "只知道月份写 2026-03-award.yml，不知日期写 undated-award.yml"
        return f"{name} 的开头要写日期，例如 2026-03-02-award.yml；{others}"
    kind = _NUMBERED.sub("", stem[dated.end() :])
    if kind in NOTICE_KINDS:
        return f"{name} 末尾的编号最多四位，例如 2026-03-02-award-2.yml"
    near = nearest(kind, [*NOTICE_KINDS, *_LABELS], 0.5)
    remedy = (
        f"是不是 {_LABELS.get(near, near)}"
        if near
        else "种类要写英文键，例如 award（采购结果公告）"
    )
    return f"{name} 里的 {shown(kind)} 不是公告种类；{remedy}"


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
            remedy = f"这里只放 .yml 文件，文件名用字母、数字和连字符，最多 {LONGEST_NAME} 个字符"
            findings.append(_stray(root, entry.path, remedy))
    return files


def _entries(root: Path, folder: Path, findings: list[Finding]) -> list["os.DirEntry[str]"]:
    try:
        if folder.is_symlink() or not folder.is_dir():
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
        elif _is_usual(entry.name):
            kept.append(entry)
        elif personal := strays.in_name(root, Path(entry.path)):
            findings += personal
        elif entry.name == ".gitkeep":
            # It should be empty; what somebody left in it is published all the same.
            findings += strays.below(root, Path(entry.path))
        elif entry.name not in {".DS_Store", "Thumbs.db"}:
            kept.append(entry)
    return kept


def _is_usual(name: str) -> bool:
    """Whether a name has no room for what belongs to a person: a date, a kind, a short number."""
    if name == PROJECT_FILE or NOTICE_FILE.fullmatch(name):
        return True
    few = name.isascii() and sum(map(name.count, "0123456789")) < _FEWEST
    return few and not any(cue in name.casefold() for cue in _CUES)


def _stray(root: Path, path: str, remedy: str) -> Finding:
    return Finding(relative(root, path), 1, 1, "RC-7", f"放错了位置或名字不对；{remedy}")
