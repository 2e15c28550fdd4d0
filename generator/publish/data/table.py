"""What a table is: columns with a type, a Chinese name and a meaning, a key, and what it refers to."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

Type = Literal["text", "integer", "number", "date", "boolean"]
# Its values in the order of the columns; None is what no notice states.
Values = tuple[Any, ...]


class Column(NamedTuple):
    """One column; `list` names the list of the vocabulary whose keys stand in it."""

    name: str
    type: Type
    label: str
    meaning: str
    list: str = ""


class Table(NamedTuple):
    """A table; `key` are the columns that tell its rows apart, `refers` maps a column to a table."""

    name: str
    label: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(one.name for one in self.columns)


def money(name: str, label: str) -> tuple[Column, ...]:
    """A sum in five columns: only the first may be added up."""
    told = f"{label}："
    return (
        Column(
            f"{name}_yuan",
            "number",
            f"{label}（元）",
            f"{told}精确数额，单位元；只有这一列可以加总",
        ),
        Column(f"{name}_at_least", "number", f"{label}下限（元）", f"{told}只写明不低于的数额"),
        Column(f"{name}_at_most", "number", f"{label}上限（元）", f"{told}只写明不超过的数额"),
        Column(
            f"{name}_shape",
            "text",
            f"{label}的写法",
            f"{told}公告怎样写明，空的是精确数额或没有写明",
        ),
        Column(
            f"{name}_printed", "text", f"{label}原文", f"{told}公告上印的字，或不是精确数额时的说法"
        ),
    )


def day(name: str, label: str) -> tuple[Column, ...]:
    """A date as printed, which may be a month or a year, and the first and last day it can be."""
    return (
        Column(name, "text", label, f"{label}，照公告写：可以只到月或年"),
        Column(f"{name}_first", "date", f"{label}（最早）", f"{label}可能的第一天"),
        Column(f"{name}_last", "date", f"{label}（最晚）", f"{label}可能的最后一天"),
    )


Maker = Callable[[Any], Iterator[Values]]
