"""`new`: where a new record stands, and what stands in it before anybody fills it in."""

import re
from pathlib import Path

from generator import blank
from generator.records.beginning import AT
from generator.records.model import JURISDICTION, KINDS, PARTY, PROJECT
from generator.records.model.meaning import Reached
from generator.records.places import FICTIONAL
from generator.records.survey import (
    DIVISION,
    LOOSE,
    PROJECT_FILE,
    SLUG,
    YEAR,
    is_file_stem,
    relative,
)
from generator.vocabulary import is_open, kinds_like, label

ALONE = "年度计划、预算、资金分配、决算、标准、扶持、评选不属于一次采购，建在 data/notices；属于已有项目的，请写那个项目的文件夹名。"
BEGUN = "这里还没有项目，项目从这份公告开始：请填 begins。属于已有项目的，请移到那个项目的文件夹，删去 begins。"
# The same words head a correction of a notice and a change of a contract.
_CHANGED = "变更公告"
# The only date on the page of a copy is not when the notice was published.
_COPIED = "只看到转载页日期的改写 reprinted"
_BEGINS = re.compile(rf"^{AT}[ \t]{{0,40}}:", re.MULTILINE)


class Misplaced(Exception):
    """A place where the new record cannot stand, as a sentence."""


def target(root: Path, kind: str, where: str, on: str | None) -> Path:
    """The file of a new record. Raises Misplaced."""
    data = root / "data"
    if not where.strip():
        raise Misplaced(_no_place(kind))
    if kind in {PARTY, JURISDICTION}:
        if not is_file_stem(where):
            raise Misplaced(f"标识 {where} 只能用字母、数字和连字符，例如 jiangan-minzhengju")
        return data / ("parties" if kind == PARTY else "jurisdictions") / f"{where}.yml"
    parts = _parts(where)
    day = on or "undated"
    if len(parts) == 2:
        if kind == PROJECT:
            raise Misplaced("项目要写 区划/年份/文件夹名，例如 420103/2026/shequ-yanglao")
        return _free(root / LOOSE / Path(*parts), f"{day}-{kind}")
    folder = data / "projects" / Path(*parts)
    if stands_alone(kind) and not folder.exists():
        return _free(root / LOOSE / Path(*parts[:2]), f"{day}-{kind}")
    if kind == PROJECT:
        return folder / PROJECT_FILE
    return _free(folder, f"{day}-{kind}")


def stands_alone(kind: str) -> bool:
    """Whether a notice of this kind is of no single purchase, unless it stands beside one."""
    reaches = getattr(KINDS[kind], "reaches", None)
    return kind == "honour" or reaches == Reached("funds")


def is_moved(root: Path, path: Path, where: str) -> bool:
    """Whether the folder that was asked for is not the one that the record stands in."""
    return relative(root, path).startswith(f"{LOOSE}/") and len(_parts(where)) > 2


def text(root: Path, path: Path, kind: str, on: str | None) -> str:
    """The skeleton: required keys to fill in, the usual others as comments."""
    known = {"published": f"{on}  # {_COPIED}"} if on else {}
    begins = begins_in(root, path)
    without, wanted = (set(), {AT}) if begins else ({AT}, set())
    # What is invented says so where it begins.
    if (begins or path.name == PROJECT_FILE or stands_alone(kind)) and is_invented(root, path):
        known["fictional"] = "true"
    return "".join(
        f"{line}\n"
        for line in (schema_line(root, path, kind), *blank.drawn(kind, known, without, wanted))
    )


def schema_line(root: Path, path: Path, kind: str) -> str:
    """The first line of a record, by which an editor knows its keys."""
    depth = relative(root, path).count("/") - 1
    return f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.json"


def is_invented(root: Path, path: Path) -> bool:
    """Whether a record stands under a code that no place has."""
    return any(one.startswith(FICTIONAL) for one in relative(root, path).split("/")[2:3])


def no_kind(given: str) -> str:
    """What is said where no kind has the name: those that have one like it, then all."""
    none = f"没有 {given} 这个种类" if given.strip() else "还没有写种类"
    near = "、".join(_named(kind) for kind in kinds_like(given))
    every = "、".join(map(_named, KINDS))
    return f"{none}；{f'是不是 {near}？' if near else ''}可以写：{every}"


def either(given: str, kind: str) -> str:
    """Beside a name that says not whether a list is decided: which was taken, and the other."""
    taken = f"按“{label('kind', kind)}”建了 {kind}"
    if given.strip() == _CHANGED:
        return f"{taken}；改的是已经签订的合同的请用 contract-change。"
    if not is_open(given):
        return ""
    if kind == "proposal":
        return f"{taken}；已经定了结果的请用 award，资助的用 grant。"
    return f"{taken}；还在公示、没有定下来的请用 proposal。"


def _named(kind: str) -> str:
    return f"{kind}（{label('kind', kind)}）"


def begins_in(root: Path, path: Path) -> bool:
    """Whether a project begins in this notice: no other file of its folder says what it is."""
    if path.name == PROJECT_FILE or not relative(root, path).startswith("data/projects/"):
        return False
    others = [one for one in path.parent.glob("*.yml") if one != path]
    return not any(one.name == PROJECT_FILE or _says_so(one) for one in others)


def _says_so(notice: Path) -> bool:
    """Whether a project begins in a notice; what cannot be read is for `check` to tell."""
    try:
        return bool(_BEGINS.search(notice.read_text("utf-8", "replace")))
    except OSError:
        return False


def _no_place(kind: str) -> str:
    """What is asked of somebody who has not said where the record goes."""
    if kind == PARTY:
        return "还没有写机构的标识；自己起一个，例如 make new KIND=party WHERE=jiangan-minzhengju"
    if kind == JURISDICTION:
        return "还没有写地区；要写六位区划代码，例如 make new KIND=jurisdiction WHERE=420103"
    sample = f"make new KIND={kind} WHERE=420103/2026/shequ-yanglao"
    return f"还没有写位置；要写 区划/年份/文件夹名，例如 {sample}"


def _parts(where: str) -> list[str]:
    parts = where.strip("/").split("/") if "/" in where else where.split("-", 2)
    shapes = (
        (DIVISION, "区划", "420103"),
        (YEAR, "年份", "2026"),
        (SLUG, "文件夹名", "shequ-yanglao"),
    )
    if len(parts) not in {2, 3}:
        raise Misplaced(f"位置 {where} 要写成 区划/年份/文件夹名，独立公告写 区划/年份")
    for part, (shape, name, sample) in zip(parts, shapes, strict=False):
        if not shape.fullmatch(part):
            raise Misplaced(f"{name}写的是 {part}；应像 {sample}（只用小写字母、数字和连字符）")
    return parts


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.yml", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.yml", number + 1
    return path
