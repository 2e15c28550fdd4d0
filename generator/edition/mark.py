"""The mark in every site we build: that it may be replaced, how much it holds, and which files.

A mark is copied as easily as a page; only a folder that holds nothing but the
files listed beside it is ours to replace.
"""

import gzip
import re
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.edition.mishaps import Halt
from generator.publish.file import File
from generator.records.digest import Digest
from generator.records.known import Known

NAME = ".gongshi-site"
LIST = ".gongshi-files"
_FIRST = "gongshi-site"
_ABOUT = "这个文件夹由“公示”生成，下次生成时整个换掉；请不要在里面放别的东西，也不要删去这个文件。"
_COUNT = re.compile(r"^([a-z]+): (\d{1,9})$", re.MULTILINE)
_LABELS = {
    "projects": "项目",
    "notices": "公告",
    "loose": "不属于项目的公告",
    "parties": "机构",
    "jurisdictions": "地区规则",
}

Counts = Mapping[str, int]


def file(counts: Counts) -> File:
    """The mark; without counts it says that the site is not yet whole."""
    rows = "".join(f"{name}: {count}\n" for name, count in counts.items())
    return File(NAME, f"{_FIRST}\n{_ABOUT}\n{rows}".encode())


def files(paths: Iterable[str]) -> File:
    """The list of all files of a site, itself and the mark among them."""
    text = "".join(f"{path}\n" for path in sorted({*paths, NAME, LIST}))
    # The hour of the build stands in no file.
    return File(LIST, gzip.compress(text.encode("utf-8", "surrogateescape"), mtime=0))


def listed(folder: Path) -> frozenset[str] | None:
    """The files that a site says are its own; None where it does not."""
    try:
        text = gzip.decompress((folder / LIST).read_bytes())
    except (OSError, EOFError, zlib.error):
        return None
    return frozenset(text.decode("utf-8", "surrogateescape").splitlines())


def is_on(folder: Path) -> bool:
    """Whether we made this folder."""
    mark = folder / NAME
    if mark.is_symlink() or not mark.is_file():
        return False
    with mark.open("rb") as opened:
        return opened.readline(80).decode("utf-8", "replace").rstrip() == _FIRST


def is_begun(folder: Path) -> bool:
    """Whether we were still making it: such a mark counts nothing, and no whole site has it."""
    return is_on(folder) and not counts(folder)


def counts(folder: Path) -> Counts:
    """How many records of each kind the site in a folder holds; empty if that is not known."""
    if not is_on(folder):
        return {}
    text = (folder / NAME).read_text("utf-8", "replace")
    return {name: int(count) for name, count in _COUNT.findall(text)}


def count(known: Known, digests: Iterable[Digest]) -> Counts:
    """How many records of each kind an edition holds."""
    held = list(digests)
    return {
        "projects": sum(not one.loose for one in held),
        "notices": sum(one.many for one in held if not one.loose),
        "loose": sum(one.many for one in held if one.loose),
        "parties": len(known.parties),
        "jurisdictions": len(known.jurisdictions),
    }


def insist(before: Counts, now: Counts) -> None:
    """Ask when records have gone: more than a tenth of a kind. Raises Halt."""
    gone = [
        f"{label} {now.get(name, 0)}（上一次 {before[name]}）"
        for name, label in _LABELS.items()
        if name in before and now.get(name, 0) * 10 < before[name] * 9
    ]
    if gone:
        raise Halt(
            f"记录比上一次的网站少了一成以上：{'、'.join(gone)}；若是 data/ 缺了文件，请先补回；"
            "确实要减少的，请运行 make site FEWER=1（或给 build 加 --fewer-records）"
        )
