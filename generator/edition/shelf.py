"""The files of a site on disk. The only writer of them."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import IO

from generator.publish.file import File, Held

# What is larger is not read at once.
_LARGE = 1 << 20


def put(out: Path, files: Iterable[File]) -> list[str]:
    """Write files under a folder; their paths."""
    paths = []
    for file in files:
        _write(out / file.path, file.data)
        paths.append(file.path)
    return paths


def replace(out: Path, file: File) -> None:
    """Write a file anew that was read before: whoever is killed meanwhile leaves it whole."""
    fresh = f"{file.path}.new"
    _write(out / fresh, file.data)
    (out / fresh).replace(out / file.path)


def drop(out: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for path in paths:
        (out / path).unlink(missing_ok=True)
        with suppress(OSError):
            for folder in (out / path).relative_to(out).parents:
                if folder != Path():
                    (out / folder).rmdir()


def move(source: Path, out: Path, paths: Iterable[str]) -> None:
    """Take files over from another folder."""
    put(out, (File(path, (source / path).read_bytes()) for path in paths))


def standing(out: Path) -> set[str]:
    """The paths of all files under a folder."""
    return set(_standing(str(out), ""))


def hashes(out: Path, paths: Iterable[str]) -> dict[str, Held]:
    """The size and the SHA-256 of files under a folder."""
    return {path: _hashed(out / path) for path in paths}


def _hashed(path: Path) -> Held:
    with path.open("rb") as opened:
        size = os.fstat(opened.fileno()).st_size
        made = file_digest(opened, "sha256") if size > _LARGE else sha256(opened.read())
        return Held(size, made.hexdigest())


def _write(target: Path, data: bytes | Iterable[bytes]) -> None:
    try:
        with _opened(target) as opened:
            if isinstance(data, bytes):
                opened.write(data)
            else:
                opened.writelines(data)
    except OSError as problem:
        # A disk that is full does not say which file it had no room for.
        problem.filename = problem.filename or str(target)
        raise


def _opened(target: Path) -> IO[bytes]:
    """A file to write; most lie in a folder that stands already."""
    try:
        return target.open("wb")
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.open("wb")


def _standing(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _standing(entry.path, f"{path}/")
            else:
                yield path
