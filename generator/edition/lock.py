"""One run at a time: a lock beside what it writes, given back even by a run that is killed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.edition.mishaps import Halt

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(out: Path) -> Iterator[None]:
    """While this run writes `out`, no other may. Raises Halt."""
    path = out.with_name(f".{out.name}.lock")
    handle = take(path)
    if handle is None:
        raise Halt(f"另一个生成正在进行（{out}）；请等它结束再试")
    try:
        yield
    finally:
        give_back(path, handle)


def take(path: Path) -> int | None:
    """Hold the lock file at `path`; None if another process holds it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):
            os.close(handle)
            return None
        if _still_stands(path, handle):
            return handle
        # Its holder has just removed it: lock the one that others will see.
        os.close(handle)


def give_back(path: Path, handle: int) -> None:
    """Let go of a lock, and leave no file behind; but only one that holds nothing."""
    is_empty = os.fstat(handle).st_size == 0
    if sys.platform == "win32":
        os.close(handle)
    if is_empty:
        with suppress(OSError):
            path.unlink()
    if sys.platform != "win32":
        os.close(handle)


def _still_stands(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
