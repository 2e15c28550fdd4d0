"""Files packed piece by piece, the same bytes from the same contents: no hour of the build inside."""

import posixpath
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Most of what there is to win, in a third of the time.
LEVEL = 4
# What is larger is packed: nobody waits for it on a phone, and a host holds so much.
LARGE = 4_000_000
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o644 << 16
_GZIP = 31
_PIECE = 1 << 16


def gzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """One stream of gzip, without a name and without a time."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _GZIP)
    for piece in pieces:
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()


class Drain:
    """What a file is written into: it keeps only what nobody has taken yet."""

    closed = False

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Keep some more bytes."""
        self._held.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def close(self) -> None:
        """What is left can still be taken."""

    def take(self) -> bytes:
        """All that came since the last time."""
        taken = b"".join(self._held)
        self._held = []
        return taken


class Zip:
    """A ZIP whose bytes are taken while it is written."""

    def __init__(self) -> None:
        self._drain = Drain()
        self._zip = ZipFile(cast(IO[bytes], self._drain), "w", ZIP_DEFLATED, compresslevel=LEVEL)

    @contextmanager
    def entry(self, name: str) -> Iterator[IO[bytes]]:
        """A file in it, to be written now."""
        with self._zip.open(_info(name), "w") as opened:
            yield opened

    def put(self, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Write a file in it; what is ready meanwhile."""
        with self.entry(name) as opened:
            for piece in pieces:
                opened.write(piece)
                if taken := self._drain.take():
                    yield taken

    def end(self) -> bytes:
        """The rest of its bytes."""
        self._zip.close()
        return self._drain.take()


def zipped(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A ZIP of one file."""
    made = Zip()
    yield from made.put(name, pieces)
    yield made.end()


def unless_small(path: str, pieces: Iterable[bytes], most: int = 0) -> tuple[str, Iterable[bytes]]:
    """A file as it is up to `most` bytes (`LARGE` where none is given), else as a ZIP of it; and its path."""
    most = most or LARGE
    rest = iter(pieces)
    held: list[bytes] = []
    for piece in rest:
        held.append(piece)
        most -= len(piece)
        if most < 0:
            return f"{path}.zip", zipped(posixpath.basename(path), chain(held, rest))
    return path, held


def read(opened: IO[bytes]) -> Iterator[bytes]:
    """A file piece by piece."""
    while piece := opened.read(_PIECE):
        yield piece


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _EARLIEST)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, _MODE
    # How much it is packed has another name in later versions of Python.
    name = "compress_level" if hasattr(info, "compress_level") else "_compresslevel"
    setattr(info, name, LEVEL)
    return info
