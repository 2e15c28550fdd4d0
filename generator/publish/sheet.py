"""One notice, whole: its stated values in groups, in the order people read."""

from functools import cache
from typing import NamedTuple, get_args

from generator.publish.cells import Fact, remark
from generator.publish.directory import Directory
from generator.publish.values import facts
from generator.records.model.meaning import Heading, In
from generator.records.model.notice import Notice, Source
from generator.records.model.part import Part
from generator.records.reading import Filed
from generator.records.register import Dated, is_withdrawn, placed
from generator.records.walk import apart, marked
from generator.vocabulary import label

# What only one kind states comes first, and needs no heading of its own.
_FIRST: Heading = "主要内容"


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
    path: str
    portal: tuple[Fact, ...]


def sheet(filed: Filed, directory: Directory) -> Sheet:
    """Every value of a notice in its group; of a withdrawn one only that it was."""
    record: Notice = filed.record
    grouped: dict[str, list[Fact]] = {heading: [] for heading in get_args(Heading)}
    for key, fact in () if is_withdrawn(record) else facts(record, filed, directory):
        if key not in apart(Notice):
            grouped[_headings(type(record)).get(key, _FIRST)].append(fact)
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
        filed.path,
        portal,
    )


@cache
def _headings(model: type[Part]) -> dict[str, Heading]:
    return {slot.key: mark.heading for slot, mark in marked(model, In)}
