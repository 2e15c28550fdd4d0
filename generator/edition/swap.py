"""A new site takes the place of the old one, at once; and what a killed run left is mended.

Beside `site` a run works in `.site.new-…`, a name of its own. Where folders cannot be
exchanged, the old site is for a moment `.site.old-…`; the next run finds it there.
"""

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.edition import mark, shelf

# What says that a folder is ours, in the order in which it goes.
_SAYING = (mark.LIST, mark.NAME)
_HERE = -100
_EXCHANGE = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}
# What Python does not offer itself; each is there or not.
_C: Any = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def beside(out: Path, what: str = "new") -> Path:
    """A folder beside `out` that nobody else has."""
    return out.with_name(f".{out.name}.{what}-{secrets.token_hex(4)}")


def heal(out: Path) -> None:
    """Put back a site that a killed run had moved away, and clear away what it left."""
    old = _left(out, "old")
    if old and not out.exists():
        old.pop().rename(out)
    for folder in (*old, *_left(out, "new")):
        remove(folder)


def into_place(fresh: Path, out: Path) -> None:
    """Make `fresh` the site; what stood there is then under the name of `fresh`."""
    if not out.exists():
        fresh.rename(out)
    elif not _exchanged(fresh, out):
        _in_two_steps(fresh, out)
    _named(out.parent)


def kept(folder: Path) -> None:
    """Wait until all that was written to the disk of a folder is on it."""
    if hasattr(_C, "syncfs"):
        handle = os.open(folder, os.O_RDONLY)
        try:
            _insist(_C.syncfs(handle), folder)
        finally:
            os.close(handle)
    elif hasattr(os, "sync"):
        os.sync()


def remove(folder: Path) -> None:
    """Remove a folder of ours; what says so goes last, so that half of one is still known as ours."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name not in _SAYING:
            with suppress(OSError):
                entry.unlink()
    with suppress(OSError):
        # Whatever could not go keeps its mark: so the next run knows it as ours.
        if {entry.name for entry in folder.iterdir()} <= {*_SAYING}:
            for name in _SAYING:
                (folder / name).unlink(missing_ok=True)
            folder.rmdir()


def _left(out: Path, what: str) -> list[Path]:
    """What killed runs left beside `out`, the oldest first."""
    name = re.compile(rf"\.{re.escape(out.name)}\.{what}-[0-9a-f]{{8}}")
    found = (one for one in out.parent.iterdir() if name.fullmatch(one.name))
    return sorted(filter(_is_ours, found), key=lambda one: one.stat().st_mtime)


def _is_ours(folder: Path) -> bool:
    """Whether we made all that stands there: a mark is copied as easily as any file."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    if not any(folder.iterdir()) or mark.is_begun(folder):
        return True
    own = mark.listed(folder) or frozenset({mark.NAME})
    return mark.is_on(folder) and shelf.standing(folder) <= own


def _exchanged(fresh: Path, out: Path) -> bool:
    if not hasattr(_C, "renameat2"):
        return False
    paths = os.fsencode(fresh), os.fsencode(out)
    if _C.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() not in _CANNOT:
        _insist(-1, out)
    return False


def _in_two_steps(fresh: Path, out: Path) -> None:
    old = beside(out, "old")
    out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        old.rename(out)
        raise
    old.rename(fresh)


def _named(folder: Path) -> None:
    # The new site stands already: a file system that cannot do this must not undo that.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _insist(result: int, path: Path) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(path))
