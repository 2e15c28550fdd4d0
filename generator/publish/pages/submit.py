"""`/submit/`: the form for whoever has no Git, and what it reads: the model as a table, a file a kind."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.intake import compiled, signs
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


def files(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """The page, what kinds are headed, the signs of personal data, and a file a kind."""
    yield _page(press)
    yield File(f"{PATH}names.json", compiled.packed([list(one) for one in kind_names().items()]))
    yield File(f"{PATH}signs.json", compiled.packed(signs.table()))
    for kind in KINDS:
        yield File(f"{PATH}kinds/{kind}.json", compiled.packed(asked(kind)))


def asked(kind: str) -> dict[str, Any]:
    """How a record of one kind is asked: its rows, what it may be said to lack, its table.

    `alone` where it is of no single purchase.
    """
    reaches = getattr(KINDS[kind], "reaches", None)
    return {
        "alone": kind == "honour" or reaches == Reached("funds"),
        "rows": [_row(kind, row) for row in usual(kind)],
        "looked": [[item, list(methods)] for item, methods in looked_for(kind).items()],
        "table": compiled.table(kind),
    }


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
        seen=list(dict.fromkeys(one.what for one in signs.seen() if one.id.startswith("PD"))),
        root="../",
    )
    title = f"填一份记录 - {links['site_name']}"
    about = "不用 Git 也能录入：选种类，照公告填，当场检查，复制或下载"
    return File(f"{PATH}index.html", shell.stamp(PATH, title, about, body))
