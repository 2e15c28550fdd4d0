"""Blocks as what they say, one after another: lines, and tables by the sort of their rows."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.intake.notice.blocks import Block, Cell, Paragraph, Table
from generator.intake.notice.entries import Grid, Pair, Said, Words
from generator.intake.notice.lines import of_line
from generator.intake.notice.words import fold, label_of


def said(blocks: Iterable[Block]) -> Iterator[Said]:
    """All that the blocks say, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from of_line(block.at, block.text)
        else:
            yield from _of_table(block)


def _of_table(table: Table) -> Iterator[Said]:
    """The rows of a table: each of labels and values, or all under a row of heads."""
    for sort, group in groupby(enumerate(table.rows), lambda one: _sort(one[1])):
        rows = list(group)
        if sort == "grid":
            yield from _grids(table, rows)
            continue
        for number, row in rows:
            yield from _of_row(table, number, row, sort)


def _sort(row: tuple[Cell, ...]) -> str:
    own = [cell for cell in row if not cell.is_copy and cell.text.strip()]
    named = [bool(label_of(cell.text)) for cell in row if not cell.is_copy]
    if len(named) in {2, 4, 6} and all(named[::2]) and not any(named[1::2]):
        return "pairs"
    if len(own) <= 1 and len({cell.text for cell in row if cell.text}) <= 1:
        return "line"
    if sum(":" in fold(cell.text) for cell in own) * 2 >= len(own) and not all(named):
        return "lines"
    return "grid"


def _of_row(table: Table, number: int, row: tuple[Cell, ...], sort: str) -> Iterator[Said]:
    own = [(i, cell.text) for i, cell in enumerate(row) if not cell.is_copy]
    if sort == "pairs":
        for (i, label), (_, value) in zip(own[::2], own[1::2], strict=True):
            found = label_of(label)
            assert found
            yield Pair(table.where(number, i + 1), found.key, label, value.strip(), found.unit)
        return
    for i, text in own:
        for line in text.split("\n"):
            if line.strip():
                yield from of_line(table.where(number, i), line.strip())


def _grids(table: Table, rows: list[tuple[int, tuple[Cell, ...]]]) -> Iterator[Said]:
    """Rows under heads; another row of heads begins another grid, rows without heads are words."""
    heads = [i for i, (_, row) in enumerate(rows) if _is_head(row)]
    for number, row in rows[: heads[0] if heads else len(rows)]:
        yield from (
            Words(table.where(number, i), cell.text)
            for i, cell in enumerate(row)
            if cell.text and not cell.is_copy
        )
    for begin, end in zip(heads, [*heads[1:], len(rows)], strict=False):
        below = tuple(row for _, row in rows[begin + 1 : end])
        yield Grid(table, rows[begin][0], rows[begin][1], below)


def _is_head(row: tuple[Cell, ...]) -> bool:
    return sum(bool(label_of(cell.text)) for cell in row if not cell.is_copy) >= 2
