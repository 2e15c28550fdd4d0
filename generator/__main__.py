"""The command line: the only place that prints and exits."""

import gc
import os

if __name__ == "__main__":
    # All that is loaded stays: nothing of it is looked through for what nobody holds any more.
    gc.disable()
    # Ctrl+C may come while the rest is still being loaded.
    from generator.interrupts import listen_while_loading

    listen_while_loading()
    # Babel, which MkDocs loads, falls over a TZ that names no zone. No day of ours depends on it.
    os.environ["TZ"] = "UTC"

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator import edition, interrupts, origin, owning, skeleton, usage
from generator import explain as explanation
from generator import verify as copies
from generator.day import today
from generator.edition import archive, mishaps
from generator.records.finding import PRINTED_SEVERITY, PRINTERS, Finding, Severity, manuals
from generator.records.quoting import visible
from generator.records.survey import relative
from generator.usage import ON, ROOT
from generator.vocabulary import kind_named

if __name__ == "__main__":
    gc.freeze()
    gc.enable()


class Portal(usage.Group):
    """Commands that end in one Chinese sentence, whatever happens."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command to its end, and leave with its exit code."""
        with interrupts.listening():
            sys.exit(_ended(partial(super().main, *args, **{**extra, "standalone_mode": False})))


def _ended(run: Callable[[], Any]) -> int:
    """The exit code of a run; what went wrong is said, and what was unforeseen, too."""
    try:
        return int(run() or 0)
    except interrupts.Stopped as stopped:
        click.echo(interrupts.SAID, err=True)
        return int(stopped.code or 1)
    except click.exceptions.NoArgsIsHelpError as nothing:
        nothing.show()
        return 2
    except click.UsageError as error:
        click.echo(mishaps.on_one_line(usage.sentence(error)), err=True)
        return 2
    except Exception as problem:
        click.echo(mishaps.told(problem), err=True)
        return mishaps.code(problem)


@click.group(cls=Portal, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """公示：检查记录，生成网站。"""


@main.command()
@click.argument("paths", nargs=-1, type=usage.path, metavar="[文件或文件夹]…")
@click.option(
    "--format", "format_", type=click.Choice(list(PRINTERS)), default="text", help="输出格式"
)
@click.option("--fix", is_flag=True, help="先把只有一种正确写法的改好，并显示改了什么")
@ON
@ROOT
def check(
    paths: tuple[Path, ...], format_: str, fix: bool, on: datetime | None, root: Path
) -> None:
    """检查记录。有不能发布或需要确认的，退出码为 1。"""
    if outside := [path for path in paths if not path.is_relative_to(root)]:
        raise click.UsageError(f"{outside[0]} 不在 {root} 之内")
    holds_records(root)
    if fix:
        mend(root, today(on), paths, beside=format_ != "text")
    with progress("检查") as step:
        findings = edition.check(root, today(on), paths, progress=step)
    # A pull request is annotated with what it must mend; the told stand on the site.
    printed = findings if paths or format_ != "github" else halting(findings)
    click.echo(PRINTERS[format_](printed), nl=False)
    finish(findings)


@main.command()
@click.option("--out", type=usage.target, default="site", metavar="文件夹", help="网站放在哪里")
@click.option("--fewer-records", "fewer", is_flag=True, help="记录确实要比上一次的网站少一成以上")
@click.option("--portable", is_flag=True, help="另外打包成 zip，放在网站旁边，不上网也能打开")
@ON
@ROOT
def build(out: Path, fewer: bool, portable: bool, on: datetime | None, root: Path) -> None:
    """检查记录并生成网站。有问题时保留原来的网站。"""
    holds_records(root)
    made_from, why = origin.of(root)
    with progress("生成") as step:
        findings = edition.build(
            root, out, today(on), progress=step, fewer=fewer, origin=made_from, portable=portable
        )
    # What is told of records stands on the site; what is told of the build stands nowhere else.
    told = [one for one in findings if one.halts or not one.path.startswith("data/")]
    click.echo(PRINTERS["text"](told), nl=False)
    also = f"，打包在 {visible(f'{out}.zip')}" if portable else ""
    size = "" if halting(findings) else f"，{archive.weighed(archive.size(out))}"
    passed = (
        f"网站在 {visible(str(out))}{size}{also}；在本机看：make serve{f'。{why}' if why else ''}"
    )
    finish(findings, passed, "网站没有改动。")


@main.command()
@click.option("--port", type=usage.port, default="8000", metavar="端口", help="端口")
@ON
@ROOT
def serve(port: int, on: datetime | None, root: Path) -> None:
    """在本机看网站；文件一改就更新，改错的记录保留上一次正常的样子。"""
    holds_records(root)
    edition.serve(root, today(on), port, click.echo)


@main.command()
@click.argument("kind", metavar="种类")
@click.argument("where", metavar="位置")
@click.option(
    "--on",
    type=usage.named_day,
    metavar="日期",
    help="公告的日期，例如 2026-03-02；只知道月份写 2026-03，只知道年份写 2026，都不知道写 undated",
)
@ROOT
def new(kind: str, where: str, on: str | None, root: Path) -> None:
    """新建一份记录的骨架。

    种类写 award，或者公告自己的叫法，例如 成交结果公告；位置写 区划/年份/文件夹名，独立公告写 区划/年份，机构写标识。
    """
    named = kind_named(kind)
    if named is None:
        refuse(skeleton.no_kind(kind))
    try:
        path = skeleton.target(root, named, where, on)
    except skeleton.Misplaced as misplaced:
        refuse(str(misplaced))
    if path.exists():
        refuse(f"{relative(root, path)} 已经有了；请直接打开修改")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton.text(root, path, named, on), "utf-8", newline="\n")
    click.echo(f"已新建 {relative(root, path)}，请填写后运行 make check")
    if told := skeleton.either(kind, named):
        click.echo(told)
    if skeleton.is_moved(root, path, where):
        click.echo(skeleton.ALONE)
    if skeleton.begins_in(root, path):
        click.echo(skeleton.BEGUN)
    if path.name.startswith("undated-"):
        click.echo("文件名里还没有日期；知道日期的，请把 undated 改成日期，例如 2026-03-02。")


@main.command()
@click.argument("id", required=False, metavar="[编号]")
def explain(id: str | None) -> None:
    """解释一条规则（例如 DL-4）或一种提示（例如 RC-6、MG-2）；不写编号的，列出全部。"""
    if id is None:
        click.echo(explanation.index(), nl=False)
    elif told := explanation.explained(id.upper()):
        click.echo(told, nl=False)
    else:
        refuse(f"没有 {id} 这条规则或提示；不写编号可以列出全部")


@main.command()
@click.argument("site", metavar="副本")
@click.option("--root", metavar="哈希", help="从别处得知的总哈希")
def verify(site: str, root: str | None) -> None:
    """对照清单核对网站的副本：文件夹、zip 文件或网址。有不一致的，退出码为 1。"""
    sys.exit(copies.main([site, *(["--root", root] if root else [])]))


for _command in owning.COMMANDS:
    main.add_command(_command)


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


if __name__ == "__main__":
    main()
