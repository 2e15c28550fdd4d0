"""A document as what follows one another: paragraphs, and tables as grids with merged cells filled."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

# Longer documents are no notice.
MAX_BLOCKS = 20_000


class Cell(NamedTuple):
    """The text of a cell; lines of it are parted by \\n. `is_copy` where a merged cell goes on."""

    text: str
    is_copy: bool = False


class Paragraph(NamedTuple):
    """One paragraph and where it stands: 第 12 行, 第 12 段."""

    at: str
    text: str


class Table(NamedTuple):
    """A grid of cells and where it begins; rows may differ in length."""

    at: str
    rows: tuple[tuple[Cell, ...], ...]

    def where(self, row: int, column: int) -> str:
        """A cell as a reader counts it."""
        return f"{self.at}第 {row + 1} 行第 {column + 1} 格"


Block = Paragraph | Table


def of_text(text: str) -> list[Block]:
    """Lines of a pasted text; neighbours whose cells are parted by tabs are a table."""
    return list(_of_lines(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def _of_lines(lines: Iterable[str]) -> Iterator[Block]:
    numbered = [(i, line.strip(" \u3000\u00a0")) for i, line in enumerate(lines, 1)]
    held = [(i, line) for i, line in numbered if line.strip()]
    tables = 0
    for is_row, group in groupby(held, lambda one: "\t" in one[1].strip()):
        if is_row:
            tables += 1
            rows = (tuple(Cell(one.strip()) for one in line.split("\t")) for _, line in group)
            yield Table(f"表 {tables} ", tuple(rows))
        else:
            yield from (Paragraph(f"第 {i} 行", line.strip()) for i, line in group)
