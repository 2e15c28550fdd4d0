"""A row a project, or a loose notice: what it is, who buys, how far it has come, what it costs."""

from collections.abc import Iterator

from generator.publish.data.loaded import Loaded
from generator.publish.data.table import Column, Table, Values
from generator.publish.lists import address

TABLE = Table(
    "projects",
    "项目",
    "一行是一个采购项目，或一份不属于项目的公告。",
    ("project",),
    (
        Column("project", "text", "项目编号", "本站的编号，地址的一部分"),
        Column("year", "text", "年份", "记录所在的年份文件夹"),
        Column("title", "text", "名称", "公告里的项目名称"),
        Column("url", "text", "页面", "在本站的页面地址"),
        Column("loose", "boolean", "不属于项目", "是一份不属于单个项目的公告"),
        Column("fictional", "boolean", "演示", "虚构的演示记录，不进任何统计"),
        Column("withdrawn", "boolean", "已撤回", "只留下名称和地址"),
    ),
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """The row of a record."""
    one = loaded.digest
    url = f"{loaded.press.links['site_url']}{address(one)}"
    yield one.id, one.year, one.title, url, one.loose, one.fictional, one.withdrawn
