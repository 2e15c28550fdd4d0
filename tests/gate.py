"""What the gate stops or asks; what is only told does not concern it."""

from datetime import date
from pathlib import Path

from generator import edition
from generator.records.finding import Finding


def check(root: Path, today: date, paths: tuple[Path, ...] = ()) -> list[Finding]:
    """The findings that halt a check."""
    return [one for one in edition.check(root, today, paths) if one.halts]


def build(root: Path, out: Path, today: date, *, workers: int = 0) -> list[Finding]:
    """The findings that halt a build."""
    return [one for one in edition.build(root, out, today, workers=workers) if one.halts]
