"""A row a decision and organisation: to mend something, to be barred, to be paid less, until when."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import MARKS, NUMBER, PLACE, TO_PARTY
from generator.publish.data.table import Column, Table, Values, day, word
from generator.publish.pages import lists
from generator.records.digest import Measure

# What holds for a while.
_LASTING = frozenset({"rectification", "disqualification"})

TABLE = Table(
    "standing",
    "整改与取消资格",
    "一行是评价之后对一家机构的一个决定。起止日期以决定为准；in_force 是在 as_of 那一天还有没有效。",
    ("project", "notice", "n"),
    (
        *PLACE,
        NUMBER,
        *shared.whose("party", "机构", "决定针对的机构"),
        *word("measure", "measure", "决定"),
        Column("called", "text", "决定的叫法", "公告的标题怎样叫它"),
        *day("decided", "决定日期"),
        *day("from", "从", "从哪一天起"),
        *day("to", "到", "到哪一天止，或整改的期限"),
        Column("length", "text", "多久", "只写明从哪一天起多久的，照写"),
        *day("done", "完成", "整改完成的日期"),
        *word("known", "known", "来历"),
        Column("disputed", "boolean", "有后来的公告", "后来的公告更正了它，或者另作了决定"),
        Column("in_force", "boolean", "有效", "在 as_of 那一天还没有结束；没有写明到哪天的也算"),
        Column(
            "as_of",
            "date",
            "以哪一天为准",
            "判断有没有效的那一天：生成网站的那一天，非真实的记录是为它们定的那一天",
        ),
        *MARKS,
    ),
    TO_PARTY,
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """All decisions about organisations that are named."""
    if loaded.digest.withdrawn:
        return
    numbered: Counter[str] = Counter()
    for measure in loaded.digest.measures:
        for id in measure.suppliers:
            numbered[measure.stem] += 1
            yield TABLE.row(_row(loaded, measure, id) | {"n": numbered[measure.stem]})


def _row(loaded: Loaded, one: Measure, id: str) -> dict[str, Any]:
    names = loaded.press.directory.names
    as_of = loaded.press.as_of(loaded.digest)
    return {
        **shared.place(loaded, one.stem),
        "party": id if id in names else None,
        "party_name": names.get(id, id),
        **shared.worded("measure", "measure", one.measure),
        "called": one.called or one.title,
        **shared.days("decided", one.on),
        **shared.days("from", one.from_),
        **shared.days("to", one.to),
        "length": lists.length_words(one) or None,
        **shared.days("done", one.done),
        **shared.worded("known", "known", _known(one)),
        "disputed": one.disputed,
        "in_force": _in_force(loaded, one),
        "as_of": as_of,
        "void": False,
    }


def _known(one: Measure) -> str | None:
    """How the decision is known where no original states it."""
    return one.grounds.copied or ("inferred" if one.grounds.inferred else None)


def _in_force(loaded: Loaded, one: Measure) -> bool:
    """As the page of standing has it: unknown ends count."""
    settled = one.measure == "rectification" and one.disputed
    if one.measure not in _LASTING or one.done or settled:
        return False
    return one.to is None or one.to.last >= loaded.press.as_of(loaded.digest)
