"""What a publisher yields."""

from collections.abc import Iterable
from typing import NamedTuple


class Held(NamedTuple):
    """A file of the site whose bytes are counted and hashed, not held."""

    size: int
    sha: str


class File(NamedTuple):
    """A file of the site: its path from the root, and its bytes, of a large one piece by piece."""

    path: str
    data: bytes | Iterable[bytes]
