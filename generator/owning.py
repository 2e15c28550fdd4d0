"""The commands of whoever owns a portal: `init` moves in, `publish` makes what a host takes."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator import adoption, edition, origin, usage, versions
from generator.adoption import clicks
from generator.adoption.owner import Answers
from generator.day import today
from generator.edition import archive as packed
from generator.edition.mishaps import on_one_line
from generator.records.finding import PRINTERS
from generator.records.quoting import visible


@click.command(cls=usage.Command)
@click.option("--name", default="", metavar="名称", help="维护单位，例如 某市民政局")
@click.option("--place", default="", metavar="地方", help="六位区划代码，或者名称")
@click.option("--repo", default="", metavar="网址", help="代码仓库；不写的，按克隆时的来处")
@click.option("--contact", default="", metavar="信箱", help="记录和删除申请寄到哪里")
@click.option("--site", default="", metavar="网址", help="网站的地址；在 GitHub 上的不用写")
@usage.ON
@usage.ROOT
def init(*, on: datetime | None, root: Path, **given: str) -> None:
    """接手：设置换成自己的，演示和原来的记录移出，提交一次；再运行一次不会多改。"""
    answers = Answers(given["name"], given["place"], given["repo"], given["contact"], given["site"])
    done = adoption.adopt(root, answers, today(on).year)
    for part in clicks.told(done):
        click.echo(part)


@click.command(cls=usage.Command)
@click.option(
    "--archive", type=usage.file, default="site.tar", metavar="文件", help="打包成哪个文件"
)
@click.option("--out", type=usage.target, default="site", metavar="文件夹", help="网站放在哪里")
@click.option("--fewer-records", "fewer", is_flag=True, help="记录确实要比上一次的网站少一成以上")
@click.option("--history", "past", type=usage.path, metavar="文件", help="history 命令写的文件")
@usage.ON
@usage.ROOT
def publish(
    *, archive: Path, out: Path, fewer: bool, past: Path | None, on: datetime | None, root: Path
) -> None:
    """生成网站，打包成一个 tar，旁边写它的 SHA-256；有问题时，原来的网站和包都不动。"""
    packed.insist(archive, out)
    made_from, why = origin.of(root)
    annals = versions.read(past)
    findings = edition.build(root, out, today(on), fewer=fewer, origin=made_from, annals=annals)
    told = [one for one in findings if one.halts or not one.path.startswith("data/")]
    click.echo(PRINTERS["text"](told), nl=False)
    if any(one.halts for one in findings):
        click.echo("有不能发布或需要确认的；网站和包没有改动。", err=True)
        sys.exit(1)
    sha = packed.pack(out, archive, today(on))
    size = packed.weighed(packed.size(out))
    said = f"网站在 {visible(str(out))}，{size}；包在 {visible(str(archive))}，SHA-256 {sha}。{why}"
    click.echo(on_one_line(said), err=True)


COMMANDS = (init, publish)
