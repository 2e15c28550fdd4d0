"""One notice, whole: its stated values in groups, in the order people read."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args

from generator.publish.cells import Fact, remark
from generator.publish.directory import Directory
from generator.publish.later import Later
from generator.publish.naming import SUPPORT
from generator.publish.scores import overall
from generator.publish.values import facts
from generator.records.model.meaning import Heading, In
from generator.records.model.notice import Notice
from generator.records.model.origin import EVERYTHING, Source
from generator.records.model.part import Part
from generator.records.model.portal import Portal
from generator.records.reading import Filed
from generator.records.register import Dated, is_withdrawn, placed
from generator.records.walk import apart, given, marked
from generator.vocabulary import label, path_label, words

GROUPS: tuple[Heading, ...] = get_args(Heading)
# What only one kind states comes first, and needs no heading of its own.
_FIRST: Heading = "主要内容"


@cache
def _headings(model: type[Part]) -> dict[str, Heading]:
    return {slot.key: mark.heading for slot, mark in marked(model, In)}


def group_of(key: str, model: type[Part] = Notice) -> str:
    """The heading that a key of a notice stands under: one of `GROUPS`."""
    return _headings(model).get(key, _FIRST)


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
    changed: tuple[Later, ...] = ()


def looked_for(source: Source) -> str:
    """What whoever entered a notice looked for and did not find in it; empty where nobody says."""
    if EVERYTHING in source.absent:
        return words("absent")[EVERYTHING].meaning
    return f"公告没有写：{'、'.join(source.absent)}" if source.absent else ""


def sheet(filed: Filed, directory: Directory) -> Sheet:
    """Every value of a notice in its group; of a withdrawn one only that it was."""
    record: Notice = filed.record
    grouped: dict[str, list[Fact]] = {heading: [] for heading in get_args(Heading)}
    for key, fact in () if is_withdrawn(record) else facts(record, filed, directory):
        if key not in apart(Notice):
            grouped[group_of(key, type(record))].append(_supporting(key, fact, record))
        if key == "dimensions" and (anew := overall(record)):
            grouped[_FIRST].append(anew)
    groups = tuple(Group(name, tuple(rows)) for name, rows in grouped.items() if rows)
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
        of_portal(filed, directory),
        is_withdrawn(record),
    )


def _supporting(key: str, fact: Fact, record: Notice) -> Fact:
    """Where support is given or proposed, who gives it is no purchaser."""
    is_support = record.kind == "grant" or given(record, "proposes") == "grant"
    return fact._replace(label=SUPPORT.get(key, fact.label)) if is_support else fact


def of_portal(filed: Filed, directory: Directory) -> tuple[Fact, ...]:
    """What this portal says of a record of any kind, which is no part of it."""
    portal: Portal | None = filed.record.portal
    return tuple(f for _, f in facts(portal, filed, directory, ("portal",))) if portal else ()


def remarks(filed: Filed) -> Iterator[str]:
    """What is said of values that stand beside the sheet: where it comes from, whether invented."""
    model: type[Part] = type(filed.record)
    for path, said in filed.annotations.items():
        # What is said inside our own part stands there, and of a title beside it.
        beside = path[0] in apart(model) - {"portal", "title"} or path == ("portal",)
        if beside and (words := remark(said)):
            yield f"{path_label(model.__name__, path)}：{words}"
