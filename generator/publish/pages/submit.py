"""`/submit/`: the form for whoever has no Git, and what it reads: the model as a table, a file a kind."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from generator.intake import compiled, signs
from generator.intake.halves import Halves, halves
from generator.intake.notice import told as notices
from generator.intake.sheet import headings
from generator.intake.sheet import told as columns
from generator.law.instruments import article
from generator.publish import paper
from generator.publish.pages import blanks
from generator.publish.press import File, Press
from generator.records.digest import Digest
from generator.records.model import KINDS
from generator.records.model.meaning import Reached
from generator.records.usual import Usual, is_required, looked_for, usual
from generator.records.writing import flow
from generator.vocabulary import kind_names, words

PATH = "submit/"


class Kind(NamedTuple):
    """A kind to choose, and its workbook; empty for what is no notice."""

    key: str
    label: str
    blank: str


class Host(NamedTuple):
    """Where records are kept; without an address nothing is opened."""

    kind: str
    repository: str
    branch: str


class Words(NamedTuple):
    """What the buttons of a host are called, and what whoever comes first meets there."""

    open: str
    named: str
    save: str
    ask: str
    outsider: str
    waiting: str
    mend: str


_HOSTS = {
    "github": Words(
        "打开新建文件的页",
        "已经填好，不要改",
        "绿色的 Commit changes…（提交改动），再按 Propose changes（提议改动）；成员选 Create a new branch（新建分支）",
        "绿色的 Create pull request（请求合并），下一页再按一次",
        "不是成员的，网站会说 You need to fork this repository，按 Fork this repository（抄一份副本），不会动到原来的仓库；抄好以后文件名没有了的，照“位置”写全。",
        "第一次来的，检查写着 waiting for approval（等放行），由维护人员按，您不用做什么。",
        "在 Files changed（改动的文件）里打开那个文件，按铅笔改，存到同一个分支",
    ),
    "gitea": Words(
        "打开新建文件的页",
        "已经填好，不要改",
        "“提交变更”（Commit Changes），成员选“创建一个新的分支并发起合并请求”",
        "“创建合并请求”（New Pull Request），下一页再按一次",
        "不是成员的，先在仓库页按“派生”（Fork，抄一份副本），在副本里新建同名的文件，再回原来的仓库发起合并请求。",
        "第一次来的，检查可能要等维护人员放行，您不用做什么。",
        "在“文件变动”（Files Changed）里打开那个文件，按铅笔改，存到同一个分支",
    ),
    "other": Words(
        "打开代码仓库",
        "要自己写：照上面“位置”写全，斜线也写",
        "保存（有的叫提交、Commit），存到新的分支",
        "请求合并（有的叫合并请求、Merge Request、Pull Request）",
        "不是成员的，先抄一份副本（有的叫派生、Fork），在副本里新建文件，再请求合并。",
        "第一次来的，检查可能要等维护人员放行，您不用做什么。",
        "在同一个分支里打开那个文件，改好再保存",
    ),
}


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """The page, what kinds are headed, the signs of personal data, the words of notices, and what a kind is asked."""
    yield _page(press)
    yield File(f"{PATH}names.json", compiled.packed([list(one) for one in kind_names().items()]))
    yield File(f"{PATH}signs.json", compiled.packed(signs.table()))
    yield File(f"{PATH}notice.json", compiled.packed(notices.table()))
    for kind in KINDS:
        first, rest = asked(kind)
        yield File(f"{PATH}kinds/{kind}.json", compiled.packed(first))
        yield File(f"{PATH}kinds/{kind}.more.json", compiled.packed(rest))
        if kind in headings.kinds():
            yield File(f"{PATH}kinds/{kind}.columns.json", compiled.packed(columns.columns(kind)))


def asked(kind: str) -> Halves:
    """How a record of one kind is asked: its rows, what it may be said to lack, its table.

    `alone` where it is of no single purchase. What is not asked at first stands in the second half.
    """
    reaches = getattr(KINDS[kind], "reaches", None)
    rows, looked = [_row(kind, row) for row in usual(kind)], looked_for(kind)
    first, rest = halves(kind, rows, looked)
    told = {
        "alone": kind == "honour" or reaches == Reached("funds"),
        "rows": rows,
        "looked": [[item, list(methods)] for item, methods in looked.items()],
        "table": first,
    }
    return Halves(told, rest)


def _row(kind: str, row: Usual) -> dict[str, Any]:
    example = row.example[0] if isinstance(row.example, list) else row.example
    inside = list(example) if isinstance(example, dict) else []
    told = {
        "path": ".".join(row.path),
        "ask": row.ask,
        "example": "" if inside else flow(example),
        "in": inside,
        "by": [_cite(ref) for ref in row.by],
        "absent": row.absent,
        "need": is_required(kind, row.path),
    }
    return {key: value for key, value in told.items() if value}


def _cite(ref: str) -> list[str]:
    found = article(ref)
    return [found.citation, f"rules/{found.instrument.book}/#{found.ref}"]


def _page(press: Press) -> File:
    shell, links = press.chrome["submit"], press.links
    contact = links["records_contact"]
    body = paper.body(
        "submit.html",
        intro=shell.intro_at(PATH),
        kinds=[Kind(key, words("kind")[key].label, blanks.address(key)) for key in KINDS],
        host=Host(links["repository_kind"], links["repository"], links["branch"]),
        contact=contact,
        placeholder=".invalid" in contact,
        words=_HOSTS[links["repository_kind"]],
        seen=list(dict.fromkeys(one.what for one in signs.seen() if one.id.startswith("PD"))),
        root="../",
    )
    title = f"填一份记录 - {links['site_name']}"
    about = "不用 Git 也能录入：选种类，照公告填，当场检查，复制或下载"
    return File(f"{PATH}index.html", shell.stamp(PATH, title, about, body))
