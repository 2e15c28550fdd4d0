"""One notice, whole: its stated values in groups, in the order people read."""

from collections.abc import Iterator
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
from generator.vocabulary import label, path_label

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
    remarks: tuple[str, ...]
    path: str
    portal: tuple[Fact, ...]
    withdrawn: bool


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
        tuple(remarks(filed)),
        filed.path,
        portal,
        is_withdrawn(record),
    )


@cache
def _headings(model: type[Part]) -> dict[str, Heading]:
    return {slot.key: mark.heading for slot, mark in marked(model, In)}


def remarks(filed: Filed) -> Iterator[str]:
    """What is said of values that stand beside the sheet: where it comes from, whether invented."""
    model: type[Part] = type(filed.record)
    for path, said in filed.annotations.items():
        # What is said inside our own part stands there, and of a title beside it.
        beside = path[0] in apart(model) - {"portal", "title"} or path == ("portal",)
        if beside and (words := remark(said)):
            yield f"{path_label(model.__name__, path)}：{words}"
