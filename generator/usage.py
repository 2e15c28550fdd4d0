"""What may stand on the command line, and what is wrong with it in one Chinese sentence."""

import re
from datetime import date, datetime
from pathlib import Path

import click

from generator.records.model.dates import parse

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
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


def named_day(value: str) -> str:
    """A day, or the month or year that is known of it. Raises BadParameter with a sentence."""
    try:
        found = parse(value)
    except ValueError:
        shapes = "年-月-日，例如 2026-03-02；只知道月份写 2026-03"
        raise click.BadParameter(f"日期写的是 {value}；要写{shapes}") from None
    if found.time or not FIRST <= found.first <= LAST:
        years = f"{FIRST.year} 年到 {LAST.year} 年"
        raise click.BadParameter(f"日期写的是 {value}；要在 {years}之间，不写钟点")
    return value


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


def sentence(error: click.UsageError) -> str:
    """What is wrong with a command, and where to read how it is meant."""
    manual = f"{error.ctx.command_path if error.ctx else 'generator'} --help"
    return f"{_what(error)}；用法见 {manual}"


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项"
        case click.MissingParameter():
            return f"还要写 {error.param.human_readable_name if error.param else '参数'}"
        case click.BadParameter(param=click.Option(type=click.Choice() as type_, opts=opts)):
            return f"{opts[0]} 只能写 {'、'.join(type_.choices)}"
        case click.BadOptionUsage():
            return f"{error.option_name} 后面要写一个值"
        case click.BadParameter():
            return error.message
    if extra := _EXTRA.search(error.message):
        return f"多写了 {extra[1]}"
    if name := getattr(error, "command_name", None):
        return f"没有 {name} 这个命令"
    return error.message
