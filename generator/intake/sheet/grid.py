"""A sheet as a reader sees it: what each cell shows, what lies behind it, which cells are one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import cached_property

from generator.intake.sheet.looks import Look, look, number_shown, time_shown

Value = str | Decimal | datetime | bool | None
Moment = datetime | time | timedelta
# Row and column, both from 1.
At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `trouble` is why what it shows cannot be trusted, as a sentence."""

    value: Value
    format: str = "General"
    trouble: str = ""

    @property
    def look(self) -> Look:
        """How its number or day is shown."""
        return look(self.format)

    @property
    def shown(self) -> str:
        """What stands there to be read."""
        match self.value:
            case None:
                return ""
            case bool():
                return "TRUE" if self.value else "FALSE"
            case datetime():
                return time_shown(self.look, self.value)
            case Decimal():
                return number_shown(self.look, self.value)
        return self.value


EMPTY = Cell(None)


@dataclass(frozen=True)
class Sheet:
    """A sheet; `merged` leads from each cell of a merged range to its first and its last."""

    name: str
    cells: Mapping[At, Cell]
    merged: Mapping[At, tuple[At, At]] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False

    def first(self, at: At) -> At:
        """The cell that holds what is shown here: the first of a merged range."""
        return self.merged[at][0] if at in self.merged else at

    def at(self, at: At) -> Cell:
        """What is shown in a cell, wherever its range begins."""
        return self.cells.get(self.first(at), EMPTY)

    def is_wide(self, at: At) -> bool:
        """Whether a cell is merged with one beside it."""
        return at in self.merged and self.merged[at][0][1] != self.merged[at][1][1]

    def is_tall(self, at: At) -> bool:
        """Whether a cell is merged with one below it or above."""
        return at in self.merged and self.merged[at][0][0] != self.merged[at][1][0]

    @cached_property
    def rows(self) -> range:
        """All rows up to the last that holds anything."""
        return range(1, 1 + max((row for row, _ in self.cells), default=0))

    @cached_property
    def columns(self) -> range:
        """All columns up to the last that holds anything."""
        return range(1, 1 + max((column for _, column in self.cells), default=0))

    def row(self, row: int) -> Iterator[tuple[At, Cell]]:
        """The cells of a row that hold something themselves, from the left."""
        for column in self.columns:
            cell = self.cells.get((row, column), EMPTY)
            if cell.shown.strip() or cell.trouble:
                yield (row, column), cell


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook; `what` is what its bytes are, `notes` what was met while it was opened, and where."""

    what: str
    sheets: tuple[Sheet, ...]
    notes: tuple[tuple[str, str], ...] = ()


def letter(column: int) -> str:
    """A, B … Z, AA: what a spreadsheet calls a column."""
    before, last = divmod(column - 1, 26)
    return f"{letter(before) if before else ''}{chr(65 + last)}"


def called(at: At) -> str:
    """G5: what a spreadsheet calls a cell."""
    return f"{letter(at[1])}{at[0]}"
