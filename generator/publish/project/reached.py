"""Whether what was promised was reached: only by the last number, and only in the same unit."""

from decimal import Decimal
from typing import NamedTuple

from generator.records.model.amounts import Quantity


class Bounds(NamedTuple):
    """The least that is promised, or the most; neither where nobody can hold anything against it."""

    least: Decimal | None
    most: Decimal | None


def bounds(asked: Quantity | None) -> Bounds:
    """What a promise is held against; a single number is the least."""
    if asked is None or asked.masked or asked.about is not None:
        return Bounds(None, None)
    return Bounds(asked.value if asked.min is None else asked.min, asked.max)


def reached(asked: Quantity | None, came: Quantity | None, *, closed: bool) -> bool | None:
    """Whether a promise was kept; None where nobody can tell, or where it is not the end of it."""
    least, most = bounds(asked)
    actual = came.value if came else None
    if actual is None or not closed or not _is_alike(asked, came):
        return None
    if least is not None:
        return actual >= least
    return None if most is None else actual <= most


def _is_alike(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two counts are of one unit; one without any is not compared."""
    if one is None or other is None or other.masked:
        return False
    return bool(one.unit) and (one.unit, one.per) == (other.unit, other.per)
