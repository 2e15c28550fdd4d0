"""A question about a value, and how a figure is mistyped."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from generator.records.model.part import Part
from generator.records.source import Path
from generator.vocabulary import key_term

_STEPS = (10, 100, 1_000, 10_000)
# A fair figure lies between seven tenths of its neighbour and half as much again.
_LOW, _HIGH = Decimal("0.69"), Decimal("1.45")


class Doubt(NamedTuple):
    """One question: the path of the value in its record, and what is odd about it.

    `with_` are the other values that may be the wrong one, by file stem and path.
    """

    id: str
    at: Path
    sentence: str
    with_: tuple[tuple[str, Path], ...] = ()

    @property
    def name(self) -> str:
        """What a confirmation calls the place: `amount`, `winners.0.amount`."""
        return ".".join(map(str, self.at))


def step(one: Decimal, other: Decimal) -> int | None:
    """10, 100, 1 000 or 10 000 where two figures are about so many times apart."""
    if not one or not other:
        return None
    ratio = max(one, other) / min(one, other)
    return next((n for n in _STEPS if _LOW * n <= ratio <= _HIGH * n), None)


def is_shifted(one: Decimal, other: Decimal) -> bool:
    """Whether two figures have the same digits and only the point stands elsewhere."""
    if one == other or not one or not other:
        return False
    return _digits(one) == _digits(other)


def is_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two figures differ by two neighbouring digits that changed places."""
    mine, theirs = _aligned(one, other)
    if len(mine) != len(theirs):
        return False
    off = [i for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    if len(off) != 2 or off[1] != off[0] + 1:
        return False
    first, second = off
    return mine[first] == theirs[second] and mine[second] == theirs[first]


def mistyped(one: Decimal, other: Decimal) -> str:
    """How one figure may be the other one mistyped, in words; empty if it is not like it."""
    if one == other:
        return ""
    if is_swapped(one, other):
        return "只有相邻两位数字不同"
    if found := step(one, other):
        return f"约差 {found} 倍"
    return ""


def label(part: Part, key: str) -> str:
    """What a key of a part is called."""
    return key_term(key.rstrip("_"), type(part).__name__).label


def place(part: Any, path: Path) -> str:
    """What the value at a path is called: 中选供应商第2项的金额."""
    return "的".join(_steps_in(part, path)) or "记录"


def _steps_in(part: Any, path: Path) -> Iterator[str]:
    said = ""
    for step_ in path:
        if isinstance(step_, int):
            said += f"第{step_ + 1}项"
            part = part[step_] if isinstance(part, tuple) and step_ < len(part) else None
            continue
        if said:
            yield said
        said = label(part, step_) if isinstance(part, Part) else str(step_)
        part = getattr(part, step_, None) or getattr(part, f"{step_}_", None)
    if said:
        yield said


def _digits(value: Decimal) -> str:
    return f"{value:f}".replace(".", "").strip("0")


def _aligned(one: Decimal, other: Decimal) -> tuple[str, str]:
    places = max(_places(one), _places(other))
    return f"{one:.{places}f}", f"{other:.{places}f}"


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
