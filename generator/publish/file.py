"""What a publisher yields."""

from collections.abc import Iterable
from typing import NamedTuple


class File(NamedTuple):
    """A file of the site: its path from the root, and its bytes, of a large one piece by piece."""

    path: str
    data: bytes | Iterable[bytes]
