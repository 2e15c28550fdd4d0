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
from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from generator import edition, interrupts, origin, owning, skeleton, usage, versions
from generator import explain as explanation
from generator import verify as copies
from generator.console import finish, halting, holds_records, mend, progress, refuse
from generator.day import today
from generator.edition import archive, mishaps
from generator.intake.workbook import is_workbook
from generator.records.finding import PRINTERS
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
@click.option("--history", "past", type=usage.path, metavar="文件", help="history 命令写的文件")
@ON
@ROOT
def build(
    *, out: Path, fewer: bool, portable: bool, past: Path | None, on: datetime | None, root: Path
) -> None:
    """检查记录并生成网站。有问题时保留原来的网站。"""
    holds_records(root)
    made_from, why = origin.of(root)
    make = partial(edition.build, fewer=fewer, portable=portable, annals=versions.read(past))
    with progress("生成") as step:
        findings = make(root, out, today(on), progress=step, origin=made_from)
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


@main.command("import")
@click.argument("file", type=usage.path, metavar="文件")
@click.option("--kind", metavar="种类", help="公告的种类，例如 成交结果公告；标题看不出时才要写")
@click.option("--into", metavar="位置", help="写在哪里：区划/年份/文件夹名；没有的只看读到了什么")
@click.option("--answer", "said", multiple=True, metavar="键=回答", help="回答一个问题")
@click.option("--confirm", "sure", multiple=True, metavar="编号:位置=理由", help="确认一处无误")
@ON
@ROOT
def import_(file: Path, on: datetime | None, root: Path, **given: Any) -> None:
    """从公告的 .docx、网页或文本读出一份记录；从工作簿（.xlsx、.xls、.csv）读出几份。

    工作簿一行一份，或者几行一份；没有读懂的格子标在“原名-问题.xlsx”里，改好再导入。
    列出读到了什么、在哪里读到、还要问什么、哪些行没有用到；问题全部回答、检查没有问题才写文件。
    """
    holds_records(root)
    # What reads Word, pages and workbooks is loaded by nobody else.
    named = "workbooks" if is_workbook(file) else "importing"
    outcome = import_module(f"generator.{named}").run(root, file, today(on), given)
    click.echo(outcome.said, nl=False)
    click.echo(mishaps.on_one_line(outcome.told), err=True)
    sys.exit(outcome.code)


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


for _command in (*versions.COMMANDS, *owning.COMMANDS):
    main.add_command(_command)


if __name__ == "__main__":
    main()
