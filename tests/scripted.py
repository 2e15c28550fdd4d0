"""A repository of invented records, commit by commit, as a test scripts it."""

import os
import subprocess
from pathlib import Path

# 420103 is a real division: examples of 99 are held to nothing.
PROJECT = "data/projects/420103/2026/laonian-fuwu"
AWARD = f"{PROJECT}/2026-03-02-award.yml"
OTHER = "data/projects/420103/2026/ertong-fuwu"
TEXT = """\
kind: award
title: 虚构社区老年人服务成交结果公告
source: {tier: original, extent: full, url: "https://example.com/1"}
official: {published: 2026-03-02}
published: 2026-03-02
begins: {regime: statutory, field: social-welfare}
determined_on: 2026-03-01
winners:
  - {printed: 虚构甲社会工作服务中心, lots: ["1"], amount: 468000, rank: 1}
  - {printed: 虚构乙社会工作服务中心, lots: ["2"], amount: 395000, rank: 1}
"""
_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "虚构的录入人",
    "GIT_AUTHOR_EMAIL": "nobody@example.com",
    "GIT_COMMITTER_NAME": "虚构的录入人",
    "GIT_COMMITTER_EMAIL": "nobody@example.com",
}
_FIRST = 1_772_400_000
_DAY = 86_400


class Scripted:
    """A clone with one commit a day."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.days = 0
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """What git prints; it must do as it is told."""
        stamp = f"{_FIRST + self.days * _DAY} +0000"
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        day = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env=clean | _ENVIRONMENT | day,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, path: str, text: str | bytes) -> None:
        """A file as it stands from now on."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, files: dict[str, str | None] | None = None, subject: str = "Record") -> str:
        """One more day: these files written, those with None removed; the commit."""
        for path, text in (files or {}).items():
            if text is None:
                (self.root / path).unlink()
            else:
                self.write(path, text)
        self.days += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject)
        return self.git("rev-parse", "HEAD")


def begun(root: Path) -> Scripted:
    """A repository with one published result, and the place that it is in."""
    held = Scripted(root)
    held.commit({AWARD: TEXT, "data/divisions.csv": DIVISIONS, "README.md": "虚构\n"})
    return held


DIVISIONS = "code,name,parent\n420000,湖北省,\n420100,武汉市,420000\n420103,江汉区,420100\n"


def fixed(text: str, at: str, was: str = "", reason: str = "录入时抄错") -> str:
    """The same record with one more correction of its own."""
    said = f", was: '{was}'" if was else ""
    fix = f"    - {{at: {at}, date: 2026-03-09, reason: {reason}{said}}}\n"
    start = "" if "portal:" in text else "portal:\n  fixes:\n"
    return f"{text}{start}{fix}"
