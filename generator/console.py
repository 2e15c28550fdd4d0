"""What commands print: findings and their count, refusals, a bar on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator import edition
from generator.edition import mishaps
from generator.records.finding import PRINTED_SEVERITY, Finding, Severity, manuals


def mend(root: Path, on: date, paths: tuple[Path, ...], *, beside: bool) -> None:
    """Mend what can be meant one way only; the differences go beside what a program reads."""
    changed = 0
    for difference in edition.mend(root, on, paths):
        click.echo(difference, nl=False, err=beside)
        changed += 1
    click.echo(f"已改好 {changed} 个文件。" if changed else "没有可以直接改的。", err=True)


def holds_records(root: Path) -> None:
    """Refuse a folder that is no repository of records."""
    if not (root / "data").exists():
        refuse(f"{root} 里没有 data 文件夹；请在仓库里运行，或用 --root 写仓库所在的文件夹")


def refuse(sentence: str) -> NoReturn:
    """Say what was asked for and cannot be, and leave with 2."""
    click.echo(mishaps.on_one_line(sentence), err=True)
    sys.exit(2)


def finish(findings: list[Finding], passed: str = "", halted: str = "") -> NoReturn:
    """Say where to look and the count, and what came of it; leave with 1 if something halts."""
    halts = any(finding.halts for finding in findings)
    for line in manuals(findings):
        click.echo(line, err=True)
    click.echo(summary(findings) + (halted if halts else passed), err=True)
    sys.exit(halts)


def halting(findings: list[Finding]) -> list[Finding]:
    """What stops or asks."""
    return [finding for finding in findings if finding.halts]


def summary(findings: list[Finding]) -> str:
    """检查完毕：不能发布 2 处，需要确认 1 处，照实公布 3 处（不影响发布）。"""
    harmless = {Severity.TELL, Severity.NOTE}
    counted = [
        f"{name} {count} 处{'（不影响发布）' if severity in harmless else ''}"
        for severity, name in PRINTED_SEVERITY.items()
        if (count := sum(finding.severity is severity for finding in findings))
    ]
    return f"检查完毕：{'，'.join(counted) or '没有发现问题'}。"


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal; nothing where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
