"""A row a duty: what must be published, by whom, by which day, and whether it has been."""

from collections.abc import Iterator
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import MARKS, NUMBER, PLACE
from generator.publish.data.table import Column, Table, Values, word
from generator.publish.project import duties
from generator.records.digest import Duty

TABLE = Table(
    "obligations",
    "应当公布的事项",
    "一行是一件应当公布的事。只有声明公告全部收录的项目才有；没有这个声明的，没看到不等于没公布。",
    ("project", "n"),
    (
        *PLACE,
        NUMBER._replace(meaning="在这个项目里的第几件，从 1 起"),
        *word("what", "duty", "事项"),
        *word("state", "duty_state", "状态", "在 as_of 那一天的状态"),
        *shared.several("party", "责任单位", "应当公布的单位"),
        Column("cause", "text", "由哪份公告引起", "引起这件事的公告编号"),
        Column("lot", "text", "分包", "说的是哪个分包"),
        shared.DIVISIONS,
        Column("since", "date", "从", "在这一天之后开始"),
        Column("due", "date", "期限", "最后一天"),
        Column("article", "text", "条文", "条文的编号"),
        Column("citation", "text", "条文的名称", "条文的名称和条款"),
        *word("why", "why", "不能判断的原因"),
        Column("said", "text", "说明", "说明的话"),
        Column(
            "as_of",
            "date",
            "以哪一天为准",
            "判断状态的那一天：生成网站的那一天，非真实的记录是为它们定的那一天",
        ),
        *MARKS,
    ),
    ((("project",), "projects"),),
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """All duties of a record."""
    if loaded.digest.withdrawn:
        return
    for n, duty in enumerate(loaded.said.duties, 1):
        yield TABLE.row(_row(loaded, duty) | {"n": n})


def _row(loaded: Loaded, duty: Duty) -> dict[str, Any]:
    as_of = loaded.press.as_of(loaded.digest)
    names = loaded.press.directory.names
    line = duties.line(duty, loaded.press.directory)
    stem = duty.stem or duty.cause
    return {
        **shared.place(loaded, stem),
        "notice": duty.stem or None,
        **shared.worded("what", "duty", duty.what),
        **shared.worded("state", "duty_state", line.state(as_of)),
        "party": shared.joined(id for id in duty.by if id in names),
        "party_names": shared.joined(names.get(id, id) for id in duty.by),
        "cause": duty.cause or None,
        "lot": duty.lot or None,
        "divisions": shared.divisions(loaded),
        "since": duty.since,
        "due": duty.due,
        "article": duty.article,
        "citation": line.citation,
        **shared.worded("why", "why", duty.why or None),
        "said": duty.said or None,
        "as_of": as_of,
    }
