"""An owner's repository: what is shipped, as a clone of its own, and who moves in."""

import shutil
import subprocess

from click.testing import CliRunner

from generator.__main__ import main
from tests.shipped import KEPT, ROOT

# Nobody real: a place of the list, and an address that nobody can have.
OWNER = {
    "name": "江岸区民政局",
    "place": "湖北省武汉市江岸区",
    "repo": "https://github.com/jiangan-mz/gongshi",
    "contact": "gongshi@jiangan.test",
}
_LEFT = {".git", ".venv", ".cache", "site", "site.zip", "site.tar", "site.tar.sha256"}
_MADE = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*_cache", ".hypothesis")


def git(folder, *arguments):
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _ignored(folder, names):
    above = _LEFT if folder == str(ROOT) else ()
    kept = {KEPT.name} if folder == str(ROOT / "tests" / "sites") else ()
    return {*_MADE(folder, names), *above, *kept}


def clone(folder):
    """What is shipped, committed, as whoever clones it has it."""
    shutil.copytree(str(ROOT), folder, ignore=_ignored)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "config", "user.name", "tests")
    git(folder, "config", "user.email", "tests@jiangan.test")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Shipped")
    return folder


def init(root, **changed):
    """The answer of `generator init`."""
    given = {**OWNER, **changed}
    options = [part for key, value in given.items() for part in (f"--{key}", value)]
    return CliRunner().invoke(main, ["init", *options, "--on", "2026-11-28", "--root", str(root)])
