"""What a publisher yields."""

from typing import NamedTuple


class File(NamedTuple):
    """A file of the site: its path from the root, and its bytes."""

    path: str
    data: bytes
