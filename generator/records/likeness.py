"""The one word of a list that a mistyped word most resembles."""

from collections.abc import Iterable
from difflib import get_close_matches

# Nobody mistypes a longer word, and comparing grows with the square.
_LONGEST = 64


def nearest(given: str, known: Iterable[str], cutoff: float) -> str | None:
    """The known word most like the given one; None if none comes near enough."""
    if len(given) > _LONGEST:
        return None
    near = get_close_matches(given, [one for one in known if len(one) <= _LONGEST], 1, cutoff)
    return near[0] if near else None
