"""One notice, whole: its stated values in groups, in the order people read."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from generator.publish.directory import Directory
from generator.publish.words import stand_ins
from generator.publish.words.cells import Cell, Column, Fact, guessed, remark
from generator.publish.words.later import Later
from generator.publish.words.scores import combined, overall
from generator.publish.words.spots import place_words
from generator.publish.words.values import facts, remarked
from generator.records.apart import sort_of
from generator.records.model.meaning import Heading, In
from generator.records.model.notice import Notice
from generator.records.model.origin import EVERYTHING, Source
from generator.records.model.part import Part
from generator.records.model.portal import Confirmed, Fix, Portal
from generator.records.reading import Filed
from generator.records.register import Dated, is_withdrawn, placed
from generator.records.walk import apart, marked
from generator.vocabulary import label, path_label, spoken, words

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
    # （推断）, where its day is no more than that.
    guess: str = ""


def looked_for(source: Source) -> str:
    """What whoever entered a notice looked for and did not find in it; empty where nobody says."""
    if EVERYTHING in source.absent:
        return words("absent")[EVERYTHING].meaning
    return f"公告没有写：{'、'.join(source.absent)}" if source.absent else ""


def replaced_words(source: Source) -> str:
    """人名、电话，不是公告所写的: what the copy has put something else in place of."""
    named = "、".join(label("replaced", one) for one in source.replaced)
    return f"{named}，不是公告所写的" if named else ""


# What is worked out anew beside what an evaluation prints.
_ANEW = {"overall": combined, "dimensions": overall}


def sheet(filed: Filed, directory: Directory, regime: str | None = None) -> Sheet:
    """Every value of a notice in its group; of a withdrawn one only that it was.

    `regime` is that of its project, where it is stated: what is no purchase has its own words.
    """
    filed, sort = stand_ins.shown(filed), sort_of(filed.record, regime)
    record: Notice = filed.record
    grouped: dict[str, list[Fact]] = {heading: [] for heading in get_args(Heading)}
    for key, fact in () if is_withdrawn(record) else facts(record, filed, directory):
        if key not in apart(Notice):
            grouped[group_of(key, type(record))].append(fact)
        if key in _ANEW and (anew := _ANEW[key](record)):
            grouped[_FIRST].append(anew)
    said = {name: _called(rows, sort) if sort else tuple(rows) for name, rows in grouped.items()}
    groups = tuple(Group(name, rows) for name, rows in said.items() if rows)
    found = placed(record)
    return Sheet(
        filed.stem,
        record.kind,
        spoken(label("kind", record.kind), sort),
        record.title,
        remark(filed.annotation("title")),
        found,
        groups,
        record.source,
        tuple(remarks(filed)),
        filed.path,
        of_portal(filed, directory),
        is_withdrawn(record),
        guess=guessed(filed, found.key) if found else "",
    )


def _called(held: Any, sort: str) -> Any:
    """Facts, columns, cells and rows of them, each under what its label is called there."""
    if isinstance(held, Fact | Column):
        return held._replace(label=spoken(held.label, sort), cell=_called(held.cell, sort))
    if isinstance(held, Cell):
        return held._replace(inside=_called(held.inside, sort)) if held.inside else held
    return tuple(_called(one, sort) for one in held)


def of_portal(filed: Filed, directory: Directory) -> tuple[Fact, ...]:
    """What this portal says of a record of any kind, which is no part of it."""
    portal: Portal | None = filed.record.portal
    if portal is None:
        return ()
    told = dict(facts(portal, filed, directory, ("portal",)))
    # The number of the check, and keys as a record writes them, are for whoever keeps it.
    for key, said in (("confirmed", _confirmed), ("fixes", _fixed)):
        if held := getattr(portal, key):
            cells = tuple(
                remarked(Cell("text", said(filed, one)), one, filed, ("portal", key, i))
                for i, one in enumerate(held)
            )
            cell = cells[0] if len(cells) == 1 else Cell("list", inside=cells)
            # What is said of all of them stands beside the list as it was.
            notes = dict.fromkeys(filter(None, (cell.note, told[key].cell.note)))
            told[key] = told[key]._replace(cell=cell._replace(note="；".join(notes)))
    return tuple(told.values())


def _confirmed(filed: Filed, one: Confirmed) -> str:
    """评审小组的成员（第 8 项）：原文重复了这个姓名，照录"""
    return f"{_spot(filed, one.at)}：{one.reason}"


def _fixed(filed: Filed, one: Fix) -> str:
    """预算金额：2026年3月2日（周一）更正抄录，原来写的是 12000；理由"""
    was = f"，原来写的是 {one.was}" if one.was else ""
    return f"{_spot(filed, one.at)}：{one.date.chinese}更正抄录{was}；{one.reason}"


def _spot(filed: Filed, at: str) -> str:
    model: type[Part] = type(filed.record)
    return place_words(model, at)


def remarks(filed: Filed) -> Iterator[str]:
    """What is said of values that stand beside the sheet: where it comes from, whether invented."""
    model: type[Part] = type(filed.record)
    for path, said in filed.annotations.items():
        # What is said inside our own part stands there, and of a title beside it.
        beside = path[0] in apart(model) - {"portal", "title"} or path == ("portal",)
        if beside and (words := remark(said)):
            yield f"{path_label(model.__name__, path)}：{words}"
