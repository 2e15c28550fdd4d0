"""What git holds of a repository, asked through its plumbing alone. The only module that reads objects.

Nothing that a user or a machine has configured changes an answer: no replaced objects, no
grafts, no filters, no renames. What a commit changed is what its first parent had not.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

# Shanghai has had no other hour since 1991.
_SHANGHAI = timedelta(hours=8)
_OPTIONS = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.commitGraph=false"),
    *("-c", "safe.directory=*"),
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    # A clone without its blobs would fetch them one by one.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_LONGEST = 600
_ASKED = 2_000
# The table of divisions is the largest file among the records; a record has a megabyte at most.
LARGEST = 2_000_000
_TOO_LONG = b"\xff"
# What git prints of one path: two modes, two objects, one letter.
_RAW = re.compile(r":(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])")
_ID = re.compile(r"[0-9a-f]{40,64}")
FILE_MODES = frozenset({"100644", "100755"})


class Unfit(Exception):
    """A repository or a name that cannot be asked; the sentence says what would be right."""


class Commit(NamedTuple):
    """One commit on the line of first parents, and its day in Shanghai."""

    id: str
    day: date
    parent: str = ""


class Touched(NamedTuple):
    """One path that differs between two trees; an object is empty where the path is not there."""

    path: str
    mode: str
    old: str
    new: str


class Repository(NamedTuple):
    """A folder inside a clone; paths count from that folder."""

    root: Path

    def insist_whole(self) -> None:
        """Refuse a clone whose past was cut off: all its files would look new. Raises Unfit."""
        if self._asked("rev-parse", "--is-shallow-repository").strip() != "false":
            raise Unfit(
                "这里只取了最近的提交，看不到以前的记录；请取回全部历史：git fetch --unshallow"
                "（自动流程里写 fetch-depth: 0）"
            )

    def commit(self, name: str) -> str:
        """The full id of a commit. Raises Unfit."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        try:
            return self._asked(*asked).strip()
        except Unfit:
            raise Unfit(f"找不到提交 {name[:60]}；请写分支名、标签或提交的编号") from None

    def fork(self, base: str, head: str) -> str:
        """Where two lines part: the commit that both have. Raises Unfit where they share none."""
        try:
            return self._asked("merge-base", base, head).strip()
        except Unfit:
            raise Unfit("两个提交没有共同的历史；改写过历史的，请写在 data/purged.yml") from None

    def has(self, id: str) -> bool:
        """Whether the clone has such a commit at all."""
        try:
            return bool(_ID.fullmatch(id)) and self.commit(id) == id
        except Unfit:
            return False

    def holds(self, ancestor: str, head: str) -> bool:
        """Whether a commit is the head or one of its ancestors."""
        return self._run("merge-base", "--is-ancestor", ancestor, head).returncode == 0

    def line(self, head: str) -> list[Commit]:
        """The commits from the first to the head, by first parents: what main has been."""
        said = self._asked("rev-list", "--first-parent", "--timestamp", "--parents", head)
        rows = [row.split(" ") for row in reversed(said.splitlines())]
        return [Commit(row[1], _day(row[0]), *row[2:3]) for row in rows]

    def steps(self, line: Iterable[Commit]) -> Iterator[tuple[Commit, list[Touched]]]:
        """What each commit changed against its first parent, a merge too; sorted by path."""
        held = {one.id: one for one in line}
        asked = "".join(f"{one.id} {one.parent}".rstrip() + "\n" for one in held.values())
        said = self._asked(*_DIFFER, "--root", "--stdin", given=asked.encode())
        for id, touched in _by_commit(said):
            yield held[id], touched

    def differ(self, base: str, head: str) -> list[Touched]:
        """What differs between two commits, whatever lies between them; sorted by path."""
        return _touched(iter(self._asked(*_DIFFER, base, head).split("\0")))

    def tree(self, commit: str, under: str = "data") -> list[Touched]:
        """All paths of a commit under a folder, as if they were new; sorted by path."""
        said = self._asked("ls-tree", "-r", "-z", commit, "--", under)
        rows = (row.partition("\t") for row in said.split("\0") if row)
        return [Touched(path, what[:6], "", what.split(" ")[2]) for what, _, path in rows]

    def naming(self, commit: str, words: Iterable[str]) -> list[Touched]:
        """The records of a commit in which one of some words stands as it is; sorted by path."""
        # An empty line would stand in every file, and a name has one line.
        asked = [word for word in sorted(words) if word and word.isprintable()]
        if not asked:
            return []
        given = "".join(f"{word}\n" for word in asked).encode()
        found = self._run(
            "grep", "-l", "-z", "-a", "-F", "-f", "-", commit, "--", *_HELD, given=given
        )
        # Where nothing is found it ends with 1.
        if found.returncode > 1:
            raise Unfit("git 没有照办；请在记录的仓库里运行，并确认取回了全部提交")
        said = found.stdout.decode("utf-8", "surrogateescape").split("\0")
        paths = sorted(one.removeprefix(f"{commit}:") for one in said if one)
        return [Touched(path, "", "", "") for path in paths]

    def blobs(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The bytes of each of these objects, once; of what is far too large bytes that are no text.

        Raises Unfit where one is missing.
        """
        found: dict[str, bytes] = {}
        sizes = self.sizes(ids := set(ids))
        # What no reader of records takes is not fetched: it has no text.
        found |= {id: _TOO_LONG for id, size in sizes.items() if size > LARGEST}
        wanted = sorted(ids - found.keys() - {""})
        for some in (wanted[at : at + _ASKED] for at in range(0, len(wanted), _ASKED)):
            given = "".join(f"{id}\n" for id in some).encode()
            done = self._run("cat-file", "--batch", given=given)
            found |= dict(_contents(done.stdout, some))
        return found

    def sizes(self, ids: Iterable[str]) -> dict[str, int]:
        """How many bytes each object has, without reading it; what is missing is left out."""
        given = "".join(f"{id}\n" for id in sorted({*ids} - {""})).encode()
        said = self._asked("cat-file", "--batch-check", given=given)
        rows = [row.split(" ") for row in said.splitlines()]
        return {row[0]: int(row[2]) for row in rows if len(row) == 3}

    def _asked(self, *arguments: str, given: bytes = b"") -> str:
        done = self._run(*arguments, given=given)
        if done.returncode:
            raise Unfit("git 没有照办；请在记录的仓库里运行，并确认取回了全部提交")
        # A path may hold any bytes; it comes back as it was.
        return done.stdout.decode("utf-8", "surrogateescape")

    def _run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        # A hook sets these for its own repository, which need not be this one.
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        command = ["git", *_OPTIONS, *arguments]
        try:
            return subprocess.run(
                command,
                cwd=self.root,
                env=clean | _ENVIRONMENT,
                input=given,
                capture_output=True,
                timeout=_LONGEST,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            raise Unfit("这里运行不了 git；请先安装 git") from None


_HELD = ("data/projects", "data/notices")
_DIFFER = (
    *("diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff"),
    *("--no-textconv", "--relative", "-O/dev/null"),
)


def _day(seconds: str) -> date:
    try:
        return (datetime.fromtimestamp(int(seconds), UTC) + _SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        return date.min


def _by_commit(said: str) -> Iterator[tuple[str, list[Touched]]]:
    """Ids stand alone between what their commits changed; a path is never taken for one."""
    id, found, rows = "", list[Touched](), iter(said.split("\0"))
    for one in rows:
        if told := _RAW.fullmatch(one):
            found.append(_touch(told, next(rows)))
        elif one:
            if id:
                yield id, sorted(found)
            id, found = one, []
    if id:
        yield id, sorted(found)


def _touched(rows: Iterator[str]) -> list[Touched]:
    return sorted(_touch(told, next(rows)) for row in rows if (told := _RAW.fullmatch(row)))


def _touch(told: re.Match[str], path: str) -> Touched:
    old_mode, new_mode, old, new, _ = told.groups()
    is_there = set(new) != {"0"}
    there = [id if set(id) != {"0"} else "" for id in (old, new)]
    return Touched(path, new_mode if is_there else old_mode, *there)


def _contents(said: bytes, asked: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    at = 0
    for id in asked:
        end = said.find(b"\n", at)
        head = said[at:end].split(b" ")
        if end < 0 or len(head) != 3:
            raise Unfit("这份克隆缺少文件的内容；请完整克隆，不要用 --filter 或 --depth")
        size = int(head[2])
        yield id, said[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
