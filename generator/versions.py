"""The commands that ask git what became of records: `changes`, `history`, `dossier`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from generator import history, review, usage
from generator.day import today
from generator.edition import mishaps
from generator.records import annals as plain
from generator.records.finding import PRINTERS

# What writes findings beside the lines of a pull request, and what people read.
_FORMATS = click.option(
    "--format", "format_", type=click.Choice(["text", "github"]), default="text", help="输出格式"
)


@contextmanager
def _in_words() -> Iterator[None]:
    """What git cannot be asked ends in one sentence and exit code 2."""
    try:
        yield
    except history.git.Unfit as unfit:
        raise mishaps.Halt(str(unfit), 2) from None


@click.command(cls=usage.Command)
@click.argument("range_", metavar="起点..终点")
@_FORMATS
@usage.ROOT
def changes(range_: str, format_: str, root: Path) -> None:
    """两个提交之间，公布过的记录改了什么。有不能改的，退出码为 1。"""
    with _in_words():
        found = history.between.between(root, *history.between.range_of(range_))
    if format_ == "text":
        click.echo("".join(f"{line}\n" for line in history.between.lines(found)), nl=False)
    click.echo(PRINTERS[format_](found.stops), nl=False)
    sys.exit(bool(found.stops))


@click.command("history", cls=usage.Command)
@click.option("--out", type=usage.file, required=True, metavar="文件", help="写到哪个文件")
@click.option("--head", default="HEAD", metavar="提交", help="写到哪个提交为止")
@click.option("--published", default="", metavar="提交", help="上一次公布的提交，必须在这段历史里")
@click.option("--since", default="", metavar="提交", help="第一次公布的提交，以前的改动不算")
@usage.ROOT
def write_history(*, out: Path, head: str, published: str, since: str, root: Path) -> None:
    """从 git 里读出公布过的记录改过什么，写成一个文件，供 build --history 用。"""
    with _in_words():
        found = history.past.annals(root, head, published, since)
    out.write_bytes(plain.dumps(found))
    click.echo(f"到提交 {found.head[:12]} 为止，{len(found.entries)} 处改动写在 {out}", err=True)


@click.command("dossier", cls=usage.Command)
@click.argument("range_", metavar="起点..终点")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown", "summary", "github"]),
    default="text",
    help="输出格式",
)
@click.option("--out", type=usage.file, metavar="文件", help="写到文件里，不写在屏幕上")
@usage.ON
@usage.ROOT
def write_dossier(
    *, range_: str, format_: str, out: Path | None, on: datetime | None, root: Path
) -> None:
    """审核人的核对单：两个提交之间改动的记录，由现在的程序判断。"""
    with _in_words():
        found = review.dossier.reviewed(root, *history.between.range_of(range_), today(on))
        made_by = history.git.Repository(root).commit("HEAD")
    told = _told(found, format_, made_by)
    if out:
        out.write_text(told, "utf-8", newline="\n")
    else:
        click.echo(told, nl=False)


def _told(found: "review.dossier.Reviewed", format_: str, made_by: str) -> str:
    """A dossier for a comment, a summary, a terminal; or its findings beside their lines."""
    if format_ == "github":
        return PRINTERS["github"](found.findings)
    held = review.dossier.dossier(found, made_by)
    if format_ == "text":
        return review.markdown.text(held)
    most = review.markdown.COMMENT if format_ == "markdown" else review.markdown.SUMMARY
    return review.markdown.markdown(held, most)


def read(path: Path | None) -> plain.Annals | None:
    """The file that `history` wrote; None where none is given. Raises Halt."""
    if path is None:
        return None
    try:
        return plain.loads(path.read_bytes())
    except plain.Unreadable as problem:
        raise mishaps.Halt(f"{path} {problem}", 2) from None


COMMANDS = (changes, write_history, write_dossier)
