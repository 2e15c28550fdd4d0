"""Postings that wait on disk until all segments are made, by their finest buckets."""

import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, overload


@contextmanager
def opened(folder: Path | None) -> "Iterator[Heap | None]":
    """A heap in this folder, without a name and gone in the end; none without a folder."""
    if folder is None:
        yield None
        return
    with TemporaryFile(dir=folder) as file:
        yield Heap(file)


class Heap:
    """A file of parts, which are read while it is open."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._end = file, 0

    def put(self, parts: Sequence[Any]) -> "Parts":
        """Write parts down one after the other; they read as before."""
        bounds = [self._end]
        for part in parts:
            self._end += self._file.write(pickle.dumps(part, 5))
            bounds.append(self._end)
        self._file.flush()
        return Parts(self, tuple(bounds))

    def read(self, start: int, end: int) -> Any:
        """What lies between two places."""
        return pickle.loads(os.pread(self._file.fileno(), end - start, start))


class Parts(Sequence[Any]):
    """Parts that lie in a heap, each read when it is asked for."""

    def __init__(self, heap: Heap, bounds: tuple[int, ...]) -> None:
        self._heap, self._bounds = heap, bounds

    def __len__(self) -> int:
        return len(self._bounds) - 1

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        """One part, or some. Raises IndexError."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._heap.read(self._bounds[at], self._bounds[at + 1])
