"""What was objected to a single source while it stood open, and what came of that, in 概要."""

from collections.abc import Iterator
from typing import Any

from generator.publish.directory import Directory
from generator.publish.words.cells import Cell, Fact, notice_words
from generator.publish.words.naming import who
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.walk import given

_MOST = 80


def facts(project: Project, directory: Directory) -> Iterator[Fact]:
    """Each objection by its day and whose it is, then the supplementary argument; mostly nothing."""
    told, again = [], []
    for filed in project.notices:
        told += [
            _cell(_one(each, directory), filed) for each in given(filed.record, "objections", ())
        ]
        argued = given(filed.record, "supplementary_argument")
        if argued and (said := _argued(argued)):
            again.append(_cell(said, filed))
    for name, cells in (("收到的异议", told), ("补充论证", again)):
        if cells:
            yield Fact(name, cells[0] if len(cells) == 1 else Cell("list", inside=tuple(cells)))


def _cell(said: str, filed: Filed) -> Cell:
    return Cell("anchor", said, f"#{filed.stem}", f"据{notice_words(filed)}")


def _one(objection: Any, directory: Directory) -> str:
    """2026年5月14日（周四），虚构甲社提出：公示期内收到异议1份"""
    on = objection.date.chinese if objection.date else "日期未载明"
    by = f"{who(objection.by, directory, 'by').text}提出" if objection.by else ""
    said = "，".join(filter(None, (on, by)))
    return f"{said}：{_short(objection.text)}" if objection.text else said


def _argued(argument: Any) -> str:
    held = {True: "异议成立", False: "异议不成立"}.get(argument.upheld, "")
    on = argument.date.chinese if argument.date else ""
    return "，".join(filter(None, (on, held, _short(argument.conclusion or ""))))


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}……"
