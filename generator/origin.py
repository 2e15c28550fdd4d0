"""Which commit an edition is made from: asked of git by the command line alone, never by a publisher."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

# What an edition is made of: a change in any of these that is not committed makes it another one.
_MADE_OF = ("data", "content", "generator", "mkdocs.yml")
# A repository may name programs to be run; none of ours is asked for.
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_LONGEST = 60


class Origin(NamedTuple):
    """The commit, and the tree of `data/` in it; None where it cannot be known."""

    commit: str | None = None
    data_tree: str | None = None


UNKNOWN = Origin()


def of(root: Path) -> tuple[Origin, str]:
    """Where the files of a repository come from, or nothing and why in one sentence."""
    try:
        commit = git(root, "rev-parse", "--verify", "HEAD")
        tree = git(root, "rev-parse", "--verify", "HEAD:./data")
        changed = git(root, "status", "--porcelain", "--", *_MADE_OF)
    except (OSError, subprocess.SubprocessError):
        return UNKNOWN, "这里不是 git 仓库，清单里不写版本。"
    if changed:
        return UNKNOWN, "有没有提交的修改，清单里不写版本。"
    return Origin(commit, tree), ""


def git(root: Path, *arguments: str) -> str:
    """What git answers in a folder, running no program that its repository names.

    Raises SubprocessError, or OSError where there is no git.
    """
    # A hook sets these for its own repository, which need not be this one.
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["git", *_QUIET, *arguments],
        cwd=root,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
        timeout=_LONGEST,
    )
    return done.stdout.strip()
