"""What became of published records, entry by entry, in words: from the annals, never from git."""

from collections.abc import Container, Iterable
from datetime import date
from typing import NamedTuple

from generator.publish.words.cells import stem_words
from generator.records.annals import Annals, Entry, ordered
from generator.records.model.dates import chinese
from generator.vocabulary import label

_OWN = "project"
_NOTHING, _GONE = "（没有）", "（删去）"


class Line(NamedTuple):
    """One change; `href` and `title` lead to its record, empty on the page of the record itself."""

    on: date
    day: str
    change: str
    what: str
    notice: str
    key: str
    old: str
    new: str
    reason: str
    commit: str
    href: str = ""
    title: str = ""


class Past(NamedTuple):
    """What became of one record, the latest first; `unknown` where nobody has asked git."""

    unknown: bool
    head: str
    lines: tuple[Line, ...]


def past(
    annals: Annals | None, entries: Iterable[Entry], hidden: Container[str] | None = ()
) -> Past:
    """What the annals say of one record, by its own entries.

    Of the notices that are `hidden` no value is shown; of none where that is None.
    """
    if annals is None:
        return Past(True, "", ())
    told = (
        bare(line(one)) if hidden is None or one.notice in hidden else line(one)
        for one in ordered(entries)
    )
    return Past(False, annals.head[:12], tuple(told))


def bare(given: Line) -> Line:
    """A change of what was withdrawn: that it was, not what was there."""
    return given._replace(old="", new="")


def line(one: Entry) -> Line:
    """One entry in words."""
    told, day = bool(one.old or one.new), date.fromisoformat(one.day)
    return Line(
        day,
        chinese(day),
        one.change,
        label("change", one.change),
        _notice(one),
        one.key,
        (one.old or _NOTHING) if told else "",
        (one.new or _GONE) if told else "",
        one.reason,
        one.commit,
    )


def lines(entries: Iterable[Entry]) -> list[Line]:
    """All entries in words, the latest first."""
    return [line(one) for one in ordered(entries)]


def _notice(one: Entry) -> str:
    """The notice by its kind and day; of what is none, nothing."""
    if not one.notice:
        return ""
    if one.notice == _OWN:
        return "项目记录"
    try:
        return stem_words(one.notice)
    except (KeyError, ValueError):
        return one.notice
