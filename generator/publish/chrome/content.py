"""The gate of `content/`: regular files of known kinds, pages and drawings without code.

The scripts and style sheets in `content/assets/` are ours, and their owner reads every change.
"""

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.publish.chrome import crossings, markup, paging
from generator.publish.chrome.settings import Settings
from generator.records.files import why
from generator.records.finding import Finding
from generator.records.survey import relative

FOLDER = "content"
MAX_BYTES = 1_000_000
MAX_DEPTH = 8
FEW = 20
# The hand-written beginnings of the sections, each with a shell for what is stamped below it.
SECTIONS = (
    "",
    "projects",
    "notices",
    "purchasers",
    "purchasers/again",
    "suppliers",
    "places",
    "fields",
    "honours",
    "ledger",
    "standing",
    "corrections",
    "rules",
    "statistics",
    "statistics/demo",
    "guide/fields",
    "guide/follow",
    "submit",
    "data",
    "data/api",
    "data/ocds",
)
# What the generator's own pages lead to.
LINKED = (
    "about/accessibility.md",
    "about/limits.md",
    "about/privacy.md",
    "compare.md",
    "verify/index.md",
    "guide/keepers.md",
    "guide/letter.md",
    "guide/object.md",
    "guide/suppliers.md",
    "guide/values.md",
    "assets/portal.js",
)
_PROMISED = ("content/about/privacy.md", "〔removal_contact〕")
_KINDS = ["md", "css", "js", "svg", "png", "jpg", "webp"]
_NAME = re.compile(rf"[a-z0-9]{{1,60}}(?:[-.][a-z0-9]{{1,60}}){{0,9}}\.(?:{'|'.join(_KINDS)})")
_FOLDER_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IGNORED = frozenset({".gitkeep", ".DS_Store", "Thumbs.db"})
_PICTURES = {".png": b"\x89PNG\r\n", ".jpg": b"\xff\xd8\xff", ".webp": b"RIFF"}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)


def findings(root: Path, settings: Settings | None) -> list[Finding]:
    """What may not stand in `content/`, and what must; all at once, before MkDocs runs."""
    found: list[Finding] = []
    if why := _no_folder(root / FOLDER):
        return [_finding(FOLDER, why)]
    files = dict(_files(root, found))
    missing = list(_missing(settings, files))
    known = {*files, *(one.path for one in [*found, *missing])}
    for path, entry in files.items():
        found += islice(_of_file(path, entry, known), FEW)
    return sorted(found + missing)


def _no_folder(folder: Path) -> str:
    try:
        if stat.S_ISDIR(folder.lstat().st_mode):
            return ""
    except OSError as problem:
        return _unreadable("文件夹", problem)
    return "这里要有手写页面的文件夹本身，不能是链接或文件；请从原来的版本取回"


def _files(root: Path, found: list[Finding]) -> Iterator[tuple[str, Path]]:
    """Every regular file, by its path from the repository; the rest become findings."""
    folders = [root / FOLDER]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as problem:
            found.append(_finding(relative(root, folder), _unreadable("文件夹", problem)))
            continue
        for entry in entries:
            path = relative(root, entry.path)
            if entry.is_dir(follow_symlinks=False) and _is_folder(path, entry.name):
                folders.append(Path(entry.path))
            elif why := _misplaced(path, entry):
                found.append(_finding(path, why))
            elif entry.name not in _IGNORED:
                yield path, Path(entry.path)


def _is_folder(path: str, name: str) -> bool:
    return _FOLDER_NAME.fullmatch(name) is not None and path.count("/") < MAX_DEPTH


def _misplaced(path: str, entry: "os.DirEntry[str]") -> str:
    if entry.is_symlink():
        return "是一个符号链接；请放入文件本身，页面不能指到别处"
    if entry.is_dir(follow_symlinks=False):
        return f"文件夹的名字用小写字母、数字和连字符，最多 {MAX_DEPTH} 层"
    if not entry.is_file(follow_symlinks=False):
        return "不是普通文件；请删去"
    if entry.name in _IGNORED:
        return ""
    if not _NAME.fullmatch(entry.name):
        return f"这里只放 .{'、.'.join(_KINDS)} 文件，名字只用小写字母、数字和连字符；请改名或移走"
    if entry.name.endswith((".js", ".css")) and not path.startswith(f"{FOLDER}/assets/"):
        return "脚本和样式表只放在 content/assets/"
    return ""


def _of_file(path: str, file: Path, known: set[str]) -> Iterator[Finding]:
    try:
        with file.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except OSError as problem:
        yield _finding(path, _unreadable("文件", problem))
        return
    if len(raw) > MAX_BYTES:
        yield _finding(path, f"文件超过 {MAX_BYTES} 字节；请改小")
    elif start := _PICTURES.get(file.suffix):
        if not raw.startswith(start):
            yield _finding(path, f"内容不是 {file.suffix} 图片；请换成图片，或改对名字")
    else:
        yield from _of_text(path, file.suffix, raw, known)


def _of_text(path: str, suffix: str, raw: bytes, known: set[str]) -> Iterator[Finding]:
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode("utf-8")
        why = "文件不是 UTF-8 编码（可能是 GBK）；请用编辑器另存为 UTF-8"
        yield _at(path, before, len(before), "PG-2", why)
        return
    slips = {".md": paging.of_page, ".svg": markup.of_drawing}.get(suffix)
    for unseen in _UNSEEN.finditer(text):
        why = f"有看不见的控制字符 U+{ord(unseen[0]):04X}；请删去它再保存"
        yield _at(path, text, unseen.start(), "PG-2", why)
    crossed = crossings.dead(path, text, known) if suffix == ".md" else ()
    for slip in [*(slips(text) if slips else ()), *crossed]:
        yield _at(path, text, slip.offset, "PG-3", slip.sentence)
    if path == _PROMISED[0] and _PROMISED[1] not in text:
        why = f"没有写申请删除个人信息写到哪里；请在 “写到哪里” 后面写 {_PROMISED[1]}"
        yield Finding(path, 1, 1, "PG-4", why)


def _missing(settings: Settings | None, files: dict[str, Path]) -> Iterator[Finding]:
    wanted = {*LINKED, *(f"{section}/index.md".lstrip("/") for section in SECTIONS)}
    if settings:
        wanted |= {page for one in settings.nav for page in one.values()}
        wanted |= {*settings.extra_css, settings.theme.favicon}
    for name in sorted(wanted):
        path = f"{FOLDER}/{name}"
        if path not in files:
            why = "没有这个文件，网站却要用它；请从原来的版本取回"
            yield Finding(path, 1, 1, "PG-4", why)


def _finding(path: str, sentence: str) -> Finding:
    return Finding(path, 1, 1, "PG-1", sentence)


def _unreadable(what: str, problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return f"没有这个{what}；请从原来的版本取回"
    return f"读不了这个{what}：{why(problem)}；请检查文件和它的权限"


def _at(path: str, text: str, offset: int, id: str, sentence: str) -> Finding:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Finding(path, line, column, id, sentence)
