"""What a table is: columns with a type, a Chinese name and a meaning, a key, and what it refers to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, NamedTuple

Type = Literal["text", "integer", "number", "date", "boolean"]
# Its values in the order of the columns; None is what no notice states.
Values = tuple[Any, ...]


class Column(NamedTuple):
    """One column; `list` names the list of the vocabulary whose keys stand in it.

    `many` where several values may stand in a cell, with `；` between them.
    """

    name: str
    type: Type
    label: str
    meaning: str
    list: str = ""
    many: bool = False


@dataclass(frozen=True)
class Table:
    """A table; `key` are the columns that tell its rows apart.

    `refers` are the columns that name a row of another table; `sums` the one that may be added
    up where `in_totals` is true.
    """

    name: str
    label: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: tuple[tuple[tuple[str, ...], str], ...] = ()
    sums: str = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(one.name for one in self.columns)

    def row(self, given: dict[str, Any]) -> Values:
        """A row in the order of the columns. Raises KeyError for a column that is not there."""
        if not given.keys() <= self._known:
            raise KeyError(min(given.keys() - self._known))
        return tuple(map(given.get, self.names))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.names)


def word(name: str, list: str, label: str, meaning: str = "") -> tuple[Column, Column]:
    """A key of a list of the vocabulary, and beside it what it is called in Chinese."""
    told = meaning or f"{label}，写作词表里的键"
    return (
        Column(name, "text", f"{label}（键）", told, list),
        Column(f"{name}_label", "text", label, f"{label}的中文叫法"),
    )


def money(name: str, label: str) -> tuple[Column, ...]:
    """A sum in five columns: only the first may be added up."""
    told = f"{label}："
    return (
        Column(
            f"{name}_yuan",
            "number",
            f"{label}（元）",
            f"{told}公告写明的精确数额，单位元；只有这一列可以加总",
        ),
        Column(f"{name}_at_least", "number", f"{label}下限（元）", f"{told}只写明不少于的数额"),
        Column(f"{name}_at_most", "number", f"{label}上限（元）", f"{told}只写明不超过的数额"),
        Column(
            f"{name}_shape",
            "text",
            f"{label}的写法",
            f"{told}不是精确数额时怎样写明；空的是精确数额，或没有写明",
            "money_shape",
        ),
        Column(
            f"{name}_printed",
            "text",
            f"{label}原文",
            f"{told}公告上印的字；不是精确数额时，是它的说法",
        ),
    )


def day(name: str, label: str, meaning: str = "") -> tuple[Column, ...]:
    """A date as printed, which may be a month or a year, and the first and last day it can be."""
    told = meaning or label
    return (
        Column(name, "text", label, f"{told}，照公告写：可以只到月或年，有钟点的带钟点"),
        Column(f"{name}_first", "date", f"{label}（最早）", f"{label}可能的第一天"),
        Column(f"{name}_last", "date", f"{label}（最晚）", f"{label}可能的最后一天"),
    )


def stated(name: str, label: str, meaning: str = "") -> tuple[Column, ...]:
    """A date, and how it is known where the notice does not state it."""
    return (*day(name, label, meaning), *word(f"{name}_basis", "basis", f"{label}的来历"))


def digits(given: Decimal) -> str:
    """A number with all its digits and no more: 665000, never 665000.0 or 6.65E+5."""
    return f"{given.normalize():f}"


Maker = Callable[[Any], Iterator[Values]]
