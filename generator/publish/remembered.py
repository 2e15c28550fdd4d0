"""What was made before and need not be made again: for an edition that follows its files."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Memory:
    """At each place what was made there last, and what it was made of."""

    def __init__(self) -> None:
        self._held: dict[Any, tuple[Any, Any]] = {}

    def kept(self, place: Any, of: Any, make: Callable[[], Made]) -> Made:
        """What is made of something, made only where the last was made of something else."""
        held = self._held.get(place)
        if held is None or (held[0] is not of and held[0] != of):
            held = self._held[place] = (of, make())
        return cast(Made, held[1])


class Forgetful(Memory):
    """Makes everything anew: in a build nothing is asked for twice."""

    def kept(self, place: Any, of: Any, make: Callable[[], Made]) -> Made:
        """What is made."""
        return make()
