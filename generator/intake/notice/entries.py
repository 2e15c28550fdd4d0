"""What a notice says, piece by piece: a heading, a lot, a label with its value, words, a grid."""

from typing import NamedTuple

from generator.intake.notice.blocks import Cell, Table
from generator.intake.notice.lots import Lot


class Heading(NamedTuple):
    """A section begins; `closed` where nobody knows what it holds."""

    at: str
    section: str
    words: str


class Mark(NamedTuple):
    """What follows is said of this lot."""

    at: str
    lot: Lot
    # What is said of it stands on its own line, and ends there.
    is_inline: bool = False


class Pair(NamedTuple):
    """A label and its value. `is_cut` where the next label follows without a sign between."""

    at: str
    key: str
    words: str
    value: str
    unit: str = ""
    is_cut: bool = False


class Words(NamedTuple):
    """Words under no label."""

    at: str
    text: str


class Grid(NamedTuple):
    """Rows under a row of column heads."""

    table: Table
    first: int
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


Said = Heading | Mark | Pair | Words | Grid
