"""What a publisher yields."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Held(NamedTuple):
    """A file of the site whose bytes are counted and hashed, not held."""

    size: int
    sha: str


@dataclass(frozen=True, slots=True)
class Later:
    """The bytes of a file, made when it is written: who asks for one of many waits for one."""

    make: Callable[[], bytes | Iterable[bytes]]

    def __iter__(self) -> Iterator[bytes]:
        made = self.make()
        yield from (made,) if isinstance(made, bytes) else made


class File(NamedTuple):
    """A file of the site: its path from the root, and its bytes, of a large one piece by piece."""

    path: str
    data: bytes | Iterable[bytes]

    @property
    def whole(self) -> bytes:
        """All its bytes."""
        return self.data if isinstance(self.data, bytes) else b"".join(self.data)
