"""The command line: the only place that knows today, prints and exits."""

import os
import sys
from datetime import date, datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from generator import edition
from generator.records.finding import PRINTERS, PRINTED_SEVERITY, Finding

SHANGHAI = ZoneInfo("Asia/Shanghai")


def today(given: datetime | None) -> date:
    """The day of this run: `--on`, else SOURCE_DATE_EPOCH, else the clock in Shanghai."""
    if given:
        return given.date()
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), timezone.utc).astimezone(SHANGHAI).date()
    return datetime.now(SHANGHAI).date()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """公示：检查记录，生成网站。"""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "format_", type=click.Choice(list(PRINTERS)), default="text")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="以哪一天为今天")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def check(paths: tuple[Path, ...], format_: str, on: datetime | None, root: Path) -> None:
    """检查记录；有不能发布或需要确认的，退出码为 1。"""
    findings = edition.check(root.resolve(), [path.resolve() for path in paths])
    click.echo(PRINTERS[format_](findings), nl=False)
    if format_ == "text":
        click.echo(summary(findings), err=True)
    sys.exit(any(finding.halts for finding in findings))


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default="site")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="以哪一天为今天")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def build(out: Path, on: datetime | None, root: Path) -> None:
    """检查记录并生成网站；有问题时保留原来的网站。"""
    findings = edition.build(root.resolve(), out.resolve(), today(on))
    click.echo(PRINTERS["text"](findings), nl=False, err=True)
    click.echo(summary(findings), err=True)
    sys.exit(any(finding.halts for finding in findings))


def summary(findings: list[Finding]) -> str:
    """检查完毕：不能发布 2 处，需要确认 1 处。"""
    counted = [
        f"{name} {count} 处"
        for severity, name in PRINTED_SEVERITY.items()
        if (count := sum(finding.severity is severity for finding in findings))
    ]
    return f"检查完毕：{'，'.join(counted) or '没有发现问题'}。"


if __name__ == "__main__":
    main()
