"""One notice, whole: its stated values in groups, in the order people read."""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from generator.publish.cells import Fact, remark
from generator.publish.directory import Directory
from generator.publish.values import facts
from generator.records.model.meaning import Heading, In
from generator.records.model.notice import Notice, Source
from generator.records.reading import Filed
from generator.records.register import Dated, is_withdrawn, placed
from generator.records.walk import marked
from generator.vocabulary import label, path_label

_ELSEWHERE = frozenset({"kind", "title", "source", "portal", "fictional"})
_BESIDE = frozenset({"source", "fictional"})
_GROUP_OF = {slot.key: mark.heading for slot, mark in marked(Notice, In)} | {"note": "其他"}


class Group(NamedTuple):
    """A few facts under one heading."""

    title: str
    facts: tuple[Fact, ...]


class Sheet(NamedTuple):
    """One notice as its page shows it."""

    anchor: str
    kind: str
    kind_label: str
    title: str
    title_note: str
    dated: Dated | None
    groups: tuple[Group, ...]
    source: Source
    remarks: tuple[str, ...]
    path: str
    portal: tuple[Fact, ...]
    withdrawn: bool


def sheet(filed: Filed, directory: Directory) -> Sheet:
    """Every value of a notice in its group; of a withdrawn one only that it was."""
    record = filed.record
    grouped: dict[str, list[Fact]] = {heading: [] for heading in get_args(Heading)}
    for key, fact in () if is_withdrawn(record) else facts(record, filed, directory):
        if key not in _ELSEWHERE:
            grouped[_GROUP_OF.get(key, "主要内容")].append(fact)
    groups = tuple(Group(name, tuple(rows)) for name, rows in grouped.items() if rows)
    portal = (
        tuple(f for _, f in facts(record.portal, filed, directory, ("portal",)))
        if record.portal
        else ()
    )
    return Sheet(
        filed.stem,
        record.kind,
        label("kind", record.kind),
        record.title,
        remark(filed.annotation("title")),
        placed(record),
        groups,
        record.source,
        tuple(remarks(filed)),
        filed.path,
        portal,
        is_withdrawn(record),
    )


def remarks(filed: Filed, beside: frozenset[str] = _BESIDE) -> Iterator[str]:
    """What is said of values that stand beside the sheet: where it comes from, whether invented."""
    model = type(filed.record).__name__
    for path, said in filed.annotations.items():
        if (path[0] in beside or path == ("portal",)) and (words := remark(said)):
            yield f"{path_label(model, path)}：{words}"
