"""What was shipped moves to the tests, an owner's own takes its place, and both are committed."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator import origin
from generator.adoption import owner as owners
from generator.adoption.owner import Answers, Git, Owner
from generator.adoption.texts import TEXTS
from generator.edition.mishaps import Halt
from generator.records import places
from generator.records.quoting import visible

# Where the tests look for what they were written for; `tests/shipped.py` reads it.
KEPT = "tests/sites/shipped"
_RECORDS = ("projects", "notices", "parties")
_BOOKS = "data/jurisdictions"


class Adopted(NamedTuple):
    """Who moved in, how many shipped records moved out, and whether anything had to change."""

    owner: Owner
    moved: int
    changed: bool


def adopt(root: Path, answers: Answers, year: int) -> Adopted:
    """Make a clean clone an owner's; done twice, nothing more happens. Raises Halt."""
    git = _git(root)
    owner = owners.known(root, answers, git)
    texts = _rewritten(root, owner, year)
    is_new = not (root / KEPT).exists()
    gone = list(_shipped(root, owner)) if is_new else []
    try:
        if is_new:
            _keep(root)
            _drop(root, gone)
        for path, data in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(data, "utf-8", newline="\n")
        if changed := bool(git("status", "--porcelain", "--", ".")):
            git("add", "--all", "--", ".")
            git("commit", "--quiet", "--message", _subject(owner), "--message", _BODY)
    except (OSError, Halt) as problem:
        problem.add_note(f"没有做完；要恢复原样，请运行 git reset --hard 和 git clean -fd {KEPT}")
        raise
    return Adopted(owner, sum(_is_record(path) for path in gone), changed)


_BODY = (
    "The settings name the owner, the records that were shipped lie with the tests that were\n"
    "written for them, and the rule books of other places are gone."
)


def _subject(owner: Owner) -> str:
    return f"Infra: Move in: {owner.name}"


def _git(root: Path) -> Git:
    """What asks git here, once the tree is seen to be clean and somebody to commit. Raises Halt."""

    def asked(*arguments: str) -> str:
        try:
            return origin.git(root, *arguments)
        except subprocess.CalledProcessError as problem:
            said = (problem.stderr or "").strip().splitlines()
            raise Halt(f"git 没有照办：{visible(said[0]) if said else arguments[0]}") from None
        except (OSError, subprocess.SubprocessError):
            raise Halt("没有 git，或者它没有回答；请先装好 git") from None

    try:
        changed = asked("status", "--porcelain", "--", ".")
    except Halt as halt:
        raise Halt(f"{halt.sentence}；请在克隆下来的仓库里运行", 2) from None
    if changed:
        first = visible(changed.splitlines()[0].strip())
        raise Halt(f"有没有提交的修改（{first}）；请先提交或收起（git stash）", 2)
    try:
        asked("var", "GIT_COMMITTER_IDENT")
    except Halt:
        wanted = "git config user.name 姓名 和 git config user.email 信箱"
        raise Halt(f"git 不知道是谁在提交；请先运行 {wanted}", 2) from None
    return asked


def _rewritten(root: Path, owner: Owner, year: int) -> dict[str, str]:
    """What the files say that name an owner."""

    def said(path: str) -> str:
        file = root / path
        return file.read_text("utf-8") if file.is_file() else ""

    return {one.path: one.rewrite(said(one.path), owner, year) for one in TEXTS}


def _shipped(root: Path, owner: Owner) -> Iterator[str]:
    """The files that an owner has no use for: all records, and the rule books of other places."""
    for folder in _RECORDS:
        yield from _files(root, f"data/{folder}")
    divisions = places.load(root / "data")[0]
    for path in _files(root, _BOOKS):
        code = Path(path).stem
        if divisions.are_apart(code, owner.division):
            yield path


def _files(root: Path, folder: str) -> Iterator[str]:
    for file in sorted((root / folder).rglob("*")):
        if file.is_file() and file.name != ".gitkeep":
            yield file.relative_to(root).as_posix()


def _keep(root: Path) -> None:
    """Copy what is shipped to where the tests find it, at the same paths."""
    for folder in (*(f"data/{one}" for one in _RECORDS), _BOOKS):
        if (root / folder).is_dir():
            shutil.copytree(root / folder, root / KEPT / folder)
    for one in TEXTS:
        if one.is_shipped and (root / one.path).is_file():
            (root / KEPT / one.path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / one.path, root / KEPT / one.path)


def _drop(root: Path, paths: list[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for path in paths:
        (root / path).unlink()
        for above in (root / path).relative_to(root / "data").parents:
            folder = root / "data" / above
            if folder != root / "data" and not any(folder.iterdir()):
                folder.rmdir()


def _is_record(path: str) -> bool:
    return not path.startswith(_BOOKS)
