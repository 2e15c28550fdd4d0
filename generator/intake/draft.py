"""What was read on the way to a record: values with their places, questions, and what was left unread.

Every way in (notice, workbook, form) ends in a draft. A draft with an open question is no record.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from generator.intake.clearing import cleared
from generator.records import doubts
from generator.records.finding import Finding
from generator.records.model import KINDS, NOTICE_KINDS
from generator.records.model.part import Part
from generator.records.reading import read_record
from generator.records.source import guard, read
from generator.records.usual import by_head
from generator.records.walk import slots
from generator.records.writing import written
from generator.vocabulary import words

Path = tuple[str | int, ...]

# What a keeper answers where the notice says nothing of it.
LEFT_OUT = "不填"
# What every record begins with, in the order of the guide.
_FIRST = ("kind", "title", "as_titled", "source")


class Open(Exception):
    """A draft that still asks something, and so becomes no record."""


class WrongAnswer(Exception):
    """An answer to no question, or to one that does not know it, as a sentence."""


class Place(NamedTuple):
    """Where something stands: the line or cell as a reader finds it, the heading over it, its words."""

    at: str
    under: str
    words: str


class Item(NamedTuple):
    """A value that is certain. Numbers are `Decimal`, days text, an absent value is no item."""

    path: Path
    value: Any
    place: Place


class Choice(NamedTuple):
    """One answer: what is typed, what it means, and what it writes (nothing for left out)."""

    key: str
    label: str
    puts: tuple[tuple[Path, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What only a reader can tell. `free` where any text may be the answer, as `day` or `text`."""

    path: Path
    ask: str
    place: Place
    choices: tuple[Choice, ...] = ()
    free: str = ""

    @property
    def name(self) -> str:
        """The path as it is typed: `winners.0.amount`."""
        return dotted(self.path)


class Unread(NamedTuple):
    """Words that went into no value, and why."""

    place: Place
    why: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One record to be: whole or not at all."""

    kind: str
    items: tuple[Item, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[Unread, ...] = field(default=())

    def answered(self, answers: Mapping[str, str]) -> "Draft":
        """The draft with some questions answered, by name. Raises WrongAnswer."""
        draft = self
        for name, said in answers.items():
            draft = draft._answered(name, said.strip())
        return draft

    def document(self) -> dict[str, Any]:
        """The record as a mapping, its keys in the order of the guide. Raises Open."""
        if self.questions:
            raise Open("、".join(one.name for one in self.questions))
        held = {"kind": self.kind, **composed((one.path, one.value) for one in self.items)}
        inside = {slot.key: slot.part for slot in slots(KINDS[self.kind])}
        return {key: _sorted(inside.get(key), held[key]) for key in _order(self.kind, held)}

    def text(self) -> str:
        """The file of the record, below the line that names its schema. Raises Open."""
        return written(cleared(self.document()))

    def _answered(self, name: str, said: str) -> "Draft":
        asked = next((one for one in self.questions if one.name == name), None)
        if asked is None:
            open_ = "、".join(one.name for one in self.questions) or "没有"
            raise WrongAnswer(f"没有问到 {name}；还没有回答的：{open_}")
        items = [Item(path, value, asked.place) for path, value in _puts(asked, said)]
        rest = tuple(one for one in self.questions if one is not asked)
        return replace(self, items=(*self.items, *items), questions=rest)


def composed(values: Iterable[tuple[Path, Any]]) -> dict[str, Any]:
    """What stands at each path as one mapping; a whole number as a step is a row of a list."""
    root: dict[str | int, Any] = {}
    for path, value in sorted(values, key=lambda one: len(one[0])):
        at = root
        for step in path[:-1]:
            at = at.setdefault(step, {})
        at[path[-1]] = value
    return {str(key): _listed(value) for key, value in root.items()}


def judged(path: str, text: str, today: date) -> list[Finding]:
    """What the reader and the gate say of a record that stands nowhere yet; sorted.

    `path` as it would count from the repository. What other records say is asked where it stands.
    """
    stem = path.rpartition("/")[2].removesuffix(".yml")
    got = read_record(path, stem, text.encode(), frozenset(NOTICE_KINDS))
    return sorted({*got.findings, *doubts.of_notice(got, today).findings})


def is_as_meant(draft: Draft) -> bool:
    """Whether our reader takes the text for the very values that the draft holds."""
    return bool(_plain(read(guard(draft.text().encode()))) == _plain(cleared(draft.document())))


def dotted(path: Path) -> str:
    """A path as it is typed."""
    return ".".join(map(str, path))


def chosen(list_: str, path: Path, keys: Iterable[str] = ()) -> tuple[Choice, ...]:
    """The words of a list as answers, or some of them."""
    terms = words(list_)
    return tuple(
        Choice(key, f"{terms[key].label}：{terms[key].meaning}", ((path, key),))
        for key in keys or terms
    )


def _puts(asked: Question, said: str) -> Iterable[tuple[Path, Any]]:
    for choice in asked.choices:
        if said in {choice.key, choice.label, choice.label.partition("：")[0]}:
            return choice.puts
    if asked.free and said:
        return ((asked.path, said),)
    choices = "、".join(f"{one.key}（{one.label}）" for one in asked.choices)
    also = "，或者直接写内容" if asked.free else ""
    raise WrongAnswer(f"{asked.name} 回答的是“{said}”；可以回答：{choices}{also}")


def _order(kind: str, held: Mapping[str, Any]) -> list[str]:
    known = [*_FIRST, *by_head(kind), *(slot.key for slot in slots(KINDS[kind]))]
    return [key for key in dict.fromkeys((*known, *held)) if key in held]


def _sorted(part: type[Part] | None, value: Any) -> Any:
    """A value with the keys of every part in the order of its model."""
    if part is None or not isinstance(value, dict | list):
        return value
    if isinstance(value, list):
        return [_sorted(part, one) for one in value]
    inside = {slot.key: slot.part for slot in slots(part)}
    order = [key for key in dict.fromkeys((*inside, *value)) if key in value]
    return {key: _sorted(inside.get(key), value[key]) for key in order}


def _listed(given: Any) -> Any:
    if not isinstance(given, dict):
        return given
    if given and all(isinstance(key, int) for key in given):
        return [_listed(given[key]) for key in sorted(given)]
    return {key: _listed(value) for key, value in given.items()}


def _plain(given: Any) -> Any:
    """Numbers by what they print, for 688000.00 and 688000 are one."""
    if isinstance(given, dict):
        return {key: _plain(one) for key, one in given.items()}
    if isinstance(given, list):
        return [_plain(one) for one in given]
    return given if isinstance(given, str | bool) or given is None else float(given)


def asked_first(draft: Draft) -> Iterator[Question]:
    """Its questions in the order in which a keeper is asked: as the record is written."""
    order = _order(draft.kind, {str(one.path[0]): True for one in draft.questions})
    yield from sorted(draft.questions, key=lambda one: order.index(str(one.path[0])))
