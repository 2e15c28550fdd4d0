"""What a question is answered with: bars, stacks, dots with a median, tracks, cases, plain numbers.

Widths and places are counted here, in tenths of a unit, so that the same numbers give
the same bytes anywhere; the templates only place them.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from generator.publish.words.figures import Figure

# A plot is this wide: what it says in 12 px stays 12 px on a phone.
WIDTH = 340
# From left to right in a plot, so that a dot at an end is not cut.
_LEFT, _RIGHT = 6, 334
_SHADES: Mapping[str, str] = MappingProxyType({})


class Bar(NamedTuple):
    """A row of ranked bars; the bar is as long as the first figure says."""

    label: str
    figures: tuple[Figure | None, ...]
    width: float
    href: str = ""


class Bars(NamedTuple):
    """A table with a bar in each row."""

    caption: str
    head: str
    units: tuple[str, ...]
    rows: tuple[Bar, ...]
    shape: str = "bars"


class Part(NamedTuple):
    """A piece of a stack; `share` only where there are enough of them."""

    label: str
    figure: Figure
    share: Figure | None
    x: float
    width: float
    tone: str


class Stack(NamedTuple):
    """One bar of a stack; `partial` of a year that is not over."""

    label: str
    n: Figure
    parts: tuple[Part, ...]
    partial: bool = False


class Stacks(NamedTuple):
    """Bars in parts, each as long as the whole; each label with the tone of its parts."""

    caption: str
    head: str
    labels: tuple[str, ...]
    rows: tuple[Stack, ...]
    tones: tuple[str, ...]
    shape: str = "stacks"


class Dot(NamedTuple):
    """A case in a plot."""

    x: float
    title: str


class Spread(NamedTuple):
    """A row of dots with their median, or of a band where there are many."""

    label: str
    n: Figure
    median: Figure | None
    at: float | None
    lower: Figure | None
    upper: Figure | None
    band: tuple[float, float] | None
    dots: tuple[Dot, ...]
    others: tuple[Figure, ...] = ()
    partial: bool = False


class Spreads(NamedTuple):
    """Dots and medians over one scale; `line` is where something is reached."""

    caption: str
    head: str
    ticks: tuple[Dot, ...]
    rows: tuple[Spread, ...]
    line: float | None = None
    others: tuple[str, ...] = ()
    shape: str = "spreads"


class Leg(NamedTuple):
    """A stretch of a track."""

    label: str
    n: Figure
    median: Figure | None
    x: float
    width: float
    tone: int


class Track(NamedTuple):
    """One row of stretches after each other."""

    label: str
    legs: tuple[Leg, ...]


class Tracks(NamedTuple):
    """Stretches after each other, a row a year."""

    caption: str
    head: str
    rows: tuple[Track, ...]
    shape: str = "tracks"


class Case(NamedTuple):
    """One case in a sentence."""

    href: str
    title: str
    says: str


class Cases(NamedTuple):
    """What there is too little of for a plot."""

    caption: str
    cases: tuple[Case, ...]
    shape: str = "cases"


class Said(NamedTuple):
    """A sentence around figures: words and figures in turn."""

    pieces: tuple[str | Figure, ...]
    shape: str = "said"


Block = Bars | Stacks | Spreads | Tracks | Cases | Said


class Question(NamedTuple):
    """A question with what answers it, and the rows that this rests on."""

    number: int
    id: str
    title: str
    entry: str
    base: str
    blocks: tuple[Block, ...]
    csv: str = ""


def bars(
    caption: str,
    head: str,
    units: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Figure | None], str]],
) -> Bars:
    """Bars as long as their first figures say, the longest first as given."""
    most = max((Decimal(some[0].value) for _, some, _ in rows if some[0]), default=Decimal(0))
    return Bars(
        caption,
        head,
        tuple(units),
        tuple(
            Bar(label, tuple(some), _tenth(some[0].value, most, 100) if some[0] else 0, href)
            for label, some, href in rows
        ),
    )


class Counted(NamedTuple):
    """A bar before it is drawn: its parts by name, each with its share where there is one."""

    label: str
    n: Figure
    parts: tuple[tuple[str, Figure, Figure | None], ...]
    partial: bool = False


def stacks(
    caption: str, head: str, rows: Sequence[Counted], tones: Mapping[str, str] = _SHADES
) -> Stacks:
    """The parts of each row side by side, without what no row has; shades of one colour, or tones by name."""
    held = {name for row in rows for name, one, _ in row.parts if one.value}
    # All rows have the same parts in the same order: the heads of the table follow it.
    names = [name for name, _, _ in rows[0].parts if name in held]
    told = {name: tones.get(name, str(i)) for i, name in enumerate(names)}
    drawn = tuple(_stack(row, told) for row in rows)
    return Stacks(caption, head, tuple(names), drawn, tuple(told.values()))


def _stack(row: Counted, tones: Mapping[str, str]) -> Stack:
    parts, x = list[Part](), 0.0
    for name, one, share in row.parts:
        if name in tones:
            width = _tenth(one.value, row.n.value, WIDTH)
            parts.append(Part(name, one, share, x, width, tones[name]))
            x = round(x + width, 1)
    return Stack(row.label, row.n, tuple(parts), row.partial)


def at(value: Decimal | float, most: float) -> float:
    """Where a value stands in a plot that ends with `most`; what is beyond stands at the end."""
    return round(_LEFT + min(1.0, float(value) / float(most)) * (_RIGHT - _LEFT), 1)


def _tenth(value: Decimal | int, most: Decimal | int, width: int) -> float:
    return round(float(value) * width / float(most), 1) if most else 0.0
