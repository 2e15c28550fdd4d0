"""What may stand on the command line, how that is told, and what is wrong in one Chinese sentence."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.records import spellings
from generator.records.model.dates import parse

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
_UNKNOWN = frozenset({"", "undated", "未知", "不知道", "不详", "无"})
_EXTRA = re.compile(r"unexpected extra arguments? \(([^()]{0,200})\)")


def day(value: str) -> datetime:
    """A day, year-month-day. Raises BadParameter with a sentence."""
    try:
        given = datetime.strptime(value, "%Y-%m-%d")
    except ValueError:
        raise click.BadParameter(f"日期写的是 {value}；要写年-月-日，例如 2026-03-02") from None
    if not FIRST <= given.date() <= LAST:
        years = f"{FIRST.year} 年到 {LAST.year} 年"
        raise click.BadParameter(f"日期写的是 {value}；要在 {years}之间")
    return given


def named_day(value: str) -> str | None:
    """A day, or the month or year that is known of it; None where it is said that none is.

    2026年3月2日 is taken as well. Raises BadParameter with a sentence.
    """
    if value.strip() in _UNKNOWN:
        return None
    try:
        found = parse(spellings.day(value) or value)
    except ValueError:
        shapes = (
            "年-月-日，例如 2026-03-02；只知道月份写 2026-03，只知道年份写 2026，都不知道写 undated"
        )
        raise click.BadParameter(f"日期写的是 {value}；要写{shapes}") from None
    if found.time or not FIRST <= found.first <= LAST:
        years = f"{FIRST.year} 年到 {LAST.year} 年"
        raise click.BadParameter(f"日期写的是 {value}；要在 {years}之间，不写钟点")
    return found.text


def port(value: str) -> int:
    """A port to listen on; 0 takes any that is free. Raises BadParameter with a sentence."""
    if re.fullmatch(r"[0-9]{1,5}", value) and int(value) <= 65535:
        return int(value)
    raise click.BadParameter(f"端口写的是 {value}；要写 0 到 65535 的整数，例如 8000")


def path(value: str) -> Path:
    """A file or folder that is there, its links followed. Raises BadParameter with a sentence."""
    found = Path(value).resolve()
    if not value.strip() or not found.exists():
        raise click.BadParameter(f"没有 {value or '（空）'} 这个文件或文件夹")
    return found


def folder(value: str) -> Path:
    """A folder that is there, its links followed. Raises BadParameter with a sentence."""
    found = path(value)
    if not found.is_dir():
        raise click.BadParameter(f"{value} 不是文件夹")
    return found


def target(value: str) -> Path:
    """A folder that need not be there yet; a link stays a link, so that it can be refused.

    Raises BadParameter with a sentence.
    """
    if not value.strip():
        raise click.BadParameter("网站的位置是空的；要写一个文件夹，例如 site")
    given = Path(value)
    return given.absolute() if given.is_symlink() else given.resolve()


def file(value: str) -> Path:
    """A file that need not be there yet, in a folder that is. Raises BadParameter with a sentence."""
    found = Path(value).resolve()
    if not value.strip() or found.is_dir() or not found.parent.is_dir():
        raise click.BadParameter(f"文件写的是 {value or '（空）'}；要写已有文件夹里的一个文件名")
    return found


ROOT = click.option("--root", type=folder, default=".", metavar="文件夹", help="仓库所在的文件夹")
ON = click.option("--on", type=day, metavar="日期", help="以哪一天为今天，例如 2026-11-23")


class Manual(click.HelpFormatter):
    """A help page with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is written."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """The heading of a list of options or commands."""
        super().write_heading({"Options": "选项", "Commands": "命令"}.get(heading, heading))


class _Asked(click.Context):
    formatter_class = Manual


class Command(click.Command):
    """A command whose help page is Chinese throughout."""

    context_class = _Asked

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]", **extra})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the page, explained as all others are."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这一页"
        return option


class Group(Command, click.Group):
    """Commands whose help pages are Chinese throughout."""

    command_class = Command

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "命令 …", **extra})


def sentence(error: click.UsageError) -> str:
    """What is wrong with a command; where the value does not say it all, where to read more."""
    if isinstance(error, click.BadParameter) and not isinstance(error, click.MissingParameter):
        return _what(error)
    manual = f"{error.ctx.command_path if error.ctx else 'generator'} --help"
    return f"{_what(error)}；用法见 {manual}"


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项"
        case click.MissingParameter():
            return f"还要写{error.param.make_metavar(error.ctx) if error.param and error.ctx else '参数'}"
        case click.BadParameter(param=click.Option(type=click.Choice() as type_, help=what)):
            return f"{what}只能写 {'、'.join(type_.choices)}"
        case click.BadOptionUsage():
            return f"{error.option_name} 后面要写一个值"
        case click.BadParameter():
            return error.message
    if extra := _EXTRA.search(error.message):
        return f"多写了 {extra[1]}"
    if name := getattr(error, "command_name", None):
        return f"没有 {name} 这个命令"
    return error.message
