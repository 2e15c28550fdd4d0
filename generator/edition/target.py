"""Which folder a site may be put into: never one that holds what we did not make."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.edition import mark, shelf
from generator.edition.mishaps import Halt
from generator.records.quoting import visible

_OURS = ("data", "content", "generator", ".git")


def insist(root: Path, out: Path) -> None:
    """Refuse a folder that a build must not replace. Raises Halt."""
    reason = _location(root, out) or _contents(out)
    if reason:
        raise Halt(f"网站不能放在 {visible(str(out))}：{reason}", 2)


def _location(root: Path, out: Path) -> str | None:
    if out.is_symlink():
        return "它是一个链接；请写它指向的文件夹本身"
    place = Path(os.path.realpath(out))
    for name in _OURS:
        if _lies_in(place, root / name):
            return f"那里是仓库的 {name}；请换一个文件夹，例如 site"
    if any(_same(place, above) for above in _upwards(root)):
        return "那里是仓库所在的文件夹，或在它的上层；请换一个文件夹，例如 site"
    if any(_same(place, above) for name in _OURS for above in _upwards(root / name)):
        return "那里放着仓库要用的文件夹；请换一个文件夹，例如 site"
    if any(part.casefold() == ".git" for part in place.parts):
        return "那里属于一个 Git 仓库的内部；请换一个文件夹，例如 site"
    return None


def _contents(out: Path) -> str | None:
    if not out.exists():
        above = next(one for one in out.parents if one.exists())
        return None if above.is_dir() else f"{above} 是一个文件；请换一个文件夹"
    if not out.is_dir():
        return "那里已经有一个文件；请换一个文件夹，或先把它改名"
    if out.is_mount():
        return "它是一个挂载点，不能整个换掉；请写它里面的一个文件夹"
    if (out / ".git").exists():
        return "里面有一个 Git 仓库（.git）；请换一个文件夹"
    if any(out.iterdir()) and (what := _foreign(out)):
        return (
            f"里面有不是“公示”生成的东西（{what}）；请换一个文件夹，"
            "或先自己把它删去或改名；以前的版本生成的网站也要先这样做"
        )
    return None


def _foreign(out: Path) -> str | None:
    """What in a folder no edition of ours wrote; a page that is gone is no obstacle."""
    if not mark.is_on(out):
        return f"没有 {mark.NAME}"
    own = mark.listed(out)
    if own is None:
        return f"没有 {mark.LIST}"
    others = shelf.standing(out) - own
    return visible(min(others)) if others else None


def _lies_in(place: Path, folder: Path) -> bool:
    """Whether it is the folder or lies below it, whatever links lead there."""
    return any(_same(above, folder) for above in (place, *place.parents))


def _upwards(path: Path) -> Iterator[Path]:
    real = Path(os.path.realpath(path))
    yield from (real, *real.parents)


def _same(one: Path, other: Path) -> bool:
    """The same folder; a folder that is not there yet has only its name."""
    try:
        return one.samefile(other)
    except (FileNotFoundError, NotADirectoryError):
        return one == Path(os.path.realpath(other))
