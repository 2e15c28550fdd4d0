"""Which state of the records a site is made from: the commit, where nothing has been changed since."""

import subprocess
from pathlib import Path

# What a site is made of; what else is changed in a folder does not change it.
_MADE_OF = ("data", "content", "generator", "mkdocs.yml")


def of(root: Path) -> str | None:
    """The commit of a repository; None where it has none, or something was changed since."""
    try:
        if _asked(root, "status", "--porcelain", "--", *_MADE_OF):
            return None
        return _asked(root, "rev-parse", "HEAD") or None
    except (OSError, subprocess.SubprocessError):
        return None


def _asked(root: Path, *what: str) -> str:
    told = subprocess.run(
        ["git", "-C", str(root), *what], capture_output=True, text=True, check=True, timeout=60
    )
    return told.stdout.strip()
