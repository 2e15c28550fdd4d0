"""The words of a list that a mistyped word most resembles."""

from collections.abc import Iterable
from difflib import get_close_matches

# Nobody mistypes a longer word, and comparing grows with the square.
_LONGEST = 64


def nearest(given: str, known: Iterable[str], cutoff: float) -> str | None:
    """The known word most like the given one; None if none comes near enough."""
    return next(iter(several(given, known, cutoff, 1)), None)


def several(given: str, known: Iterable[str], cutoff: float, most: int) -> list[str]:
    """The known words most like the given one, the nearest first."""
    if len(given) > _LONGEST:
        return []
    return get_close_matches(given, [one for one in known if len(one) <= _LONGEST], most, cutoff)
