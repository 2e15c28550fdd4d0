"""The published tables by value: the rows of a filter, and one aggregate over them.

The only user of pandas, which is imported with this module: no check pays for it.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

import pandas

from generator.publish.data import tables
from generator.publish.data.csv_file import cell
from generator.publish.data.rows.shared import AND
from generator.publish.data.stock import Stock
from generator.publish.data.table import Column, Table, Values
from generator.publish.press import Press
from generator.publish.words.figures import Condition, condition, narrowed, parsed

_SIX = Decimal("0.000001")


class _Coded:
    """A column: each value once, and for each row the number of its value."""

    def __init__(self, column: Column) -> None:
        self.values: list[Any] = []
        self.codes = array("I")
        self._numbers: dict[Any, int] = {}
        # 1.0 and 1 are equal and printed in two ways.
        self._key: Callable[[Any], Any] = str if column.type == "number" else _itself

    def add(self, value: Any) -> None:
        """Take the value of the next row in."""
        code = self._numbers.setdefault(self._key(value), len(self.values))
        if code == len(self.values):
            self.values.append(value)
        self.codes.append(code)

    def close(self) -> None:
        """All rows are in: whoever looks from a row to its value needs no way back."""
        self._numbers.clear()

    def __getitem__(self, row: int) -> Any:
        return self.values[self.codes[row]]


def _itself(value: Any) -> Any:
    return value


class Frame:
    """One table, column by column: most of what it says it says in many rows."""

    def __init__(self, table: Table, rows: Iterable[Values]) -> None:
        self.table = table
        self._columns = {one.name: _Coded(one) for one in table.columns}
        self._many = 0
        add = [one.add for one in self._columns.values()]
        for row in rows:
            self._many += 1
            for take, value in zip(add, row, strict=True):
                take(value)
        for one in self._columns.values():
            one.close()
        self._at: dict[str, dict[str, frozenset[int]]] = {}

    @cached_property
    def all(self) -> frozenset[int]:
        """All rows."""
        return frozenset(range(self._many))

    def met(self, found: frozenset[int], one: Condition) -> frozenset[int]:
        """Which of these rows meet a condition."""
        at = self.at(one.column)
        some = frozenset[int]().union(*(at.get(value, frozenset()) for value in one.values))
        return found & some if one.wanted else found - some

    def at(self, column: str) -> dict[str, frozenset[int]]:
        """By value of a column, as a file prints it, the rows that have it; one cell may have several."""
        if column not in self._at:
            held = self._columns[column]
            rows = defaultdict(list)
            for row, code in enumerate(held.codes):
                rows[code].append(row)
            told = pandas.Series([as_text(one) for one in held.values], dtype=object)
            found: dict[str, set[int]] = defaultdict(set)
            # A cell of several values is found by each.
            for code, value in told.str.split(AND).explode().items():
                found[value].update(rows[code])
            self._at[column] = {value: frozenset(some) for value, some in found.items()}
        return self._at[column]

    def numbers(self, column: str, rows: frozenset[int]) -> list[Decimal]:
        """What is stated in a column of these rows, the least first."""
        held = self._columns[column]
        some = (held[row] for row in rows)
        return sorted(Decimal(one) for one in some if one is not None)

    def some(self, rows: frozenset[int]) -> list[dict[str, Any]]:
        """These rows in the order of the table, by the names of the columns."""
        return [{name: held[row] for name, held in self._columns.items()} for row in sorted(rows)]


class Frames:
    """All tables, each loaded when it is asked for."""

    def __init__(self, press: Press, stock: Stock) -> None:
        self._press, self._stock = press, stock
        self._held: dict[str, Frame] = {}
        self._met: dict[str, frozenset[int]] = {}

    def frame(self, name: str) -> Frame:
        """A table as files have it: of verdicts all but those that are met."""
        if name not in self._held:
            rows = tables.read(self._press, self._stock, name)
            self._held[name] = Frame(tables.TABLES[name], rows)
        return self._held[name]

    def met(self, of: str) -> frozenset[int]:
        """The rows of a table that a figure is made of."""
        if of not in self._met:
            # Most figures narrow what others ask for: what they share is found once.
            table, _, asked = of.partition("?")
            before, _, last = asked.rpartition("&")
            frame = self.frame(table)
            if not last:
                self._met[of] = frame.all
            else:
                found = self.met(f"{table}?{before}" if before else table)
                self._met[of] = frame.met(found, condition(last))
        return self._met[of]

    def rows(self, of: str) -> list[dict[str, Any]]:
        """The same rows, by the names of their columns."""
        return self.frame(parsed(of)[0]).some(self.met(of))

    def values(self, of: str, column: str) -> list[str]:
        """What stands in a column of these rows, each once, in order; nothing for what is not stated."""
        rows = self.met(of)
        found = self.frame(parsed(of)[0]).at(column)
        return sorted(value for value, some in found.items() if value and some & rows)

    @cached_property
    def titles(self) -> dict[str, str]:
        """What every project is called, by its id."""
        rows = self.frame("projects").some(self.met("projects"))
        return {row["project"]: row["title"] for row in rows if row["title"]}

    def ask(self, of: str, agg: str) -> Decimal | int:
        """One aggregate. Raises LookupError where there is nothing to say it of."""
        frame, rows = self.frame(parsed(of)[0]), self.met(of)
        name, _, column = agg.partition(":")
        if name == "count":
            return len(rows)
        if name == "distinct":
            return len(self.values(of, column))
        if name == "share":
            return _ratio(len(self.met(narrowed(of, column))), len(rows))
        if name == "ratio":
            part, whole = (sum(frame.numbers(one, rows)) for one in column.split("/"))
            return _ratio(part, whole)
        return AGGREGATES[name](frame.numbers(column, rows))


def as_text(value: Any) -> str:
    """A value as a file has it, without what keeps a spreadsheet from running it."""
    return value if isinstance(value, str) else cell(value)


def median(some: list[Decimal]) -> Decimal:
    """The middle one, or the mean of the two in the middle. Raises LookupError for none."""
    half = len(some) // 2
    if not some:
        raise LookupError("median")
    return some[half] if len(some) % 2 else (some[half - 1] + some[half]) / 2


def lower(some: list[Decimal]) -> Decimal:
    """The median of the lower half, without the middle one."""
    return median(some[: len(some) // 2])


def upper(some: list[Decimal]) -> Decimal:
    """The median of the upper half, without the middle one."""
    return median(some[-(len(some) // 2) :])


def total(some: list[Decimal]) -> Decimal:
    """All of them together."""
    return sum(some, Decimal(0))


AGGREGATES = {"sum": total, "median": median, "lower": lower, "upper": upper}


def _ratio(part: Decimal | int, whole: Decimal | int) -> Decimal:
    if not whole:
        raise LookupError("ratio")
    return (Decimal(part) / Decimal(whole)).quantize(_SIX, ROUND_HALF_UP)
