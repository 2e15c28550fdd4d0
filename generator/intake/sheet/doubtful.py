"""Why a cell becomes no value: nothing is stated, something only a reader can tell, or must not."""

from typing import Any, NamedTuple


class Way(NamedTuple):
    """One way to take a cell: what is answered, what that means, and the value it gives."""

    key: str
    label: str
    value: Any


class Doubtful(Exception):
    """A cell that only a reader understands, as a sentence with what would be right."""

    def __init__(self, sentence: str, *ways: Way) -> None:
        super().__init__(sentence)
        self.ways = ways


class Nothing(Exception):
    """A cell that states nothing, or what is not taken, as a sentence; its notice is written without."""
