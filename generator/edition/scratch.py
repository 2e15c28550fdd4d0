"""The temporary folder of `serve`, and those that a killed one left behind."""

import os
import shutil
import tempfile
from pathlib import Path

from generator.edition import lock

_PREFIX = "gongshi-"
_LOCK = ".gongshi-serve"


class Scratch:
    """A temporary folder that is known to be in use until it is removed."""

    def __init__(self) -> None:
        sweep()
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._handle = lock.take(self.folder / _LOCK)

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def sweep() -> None:
    """Remove the folders whose process is gone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            _sweep(folder)
        except OSError:
            # Somebody else's, or just gone.
            continue


def _sweep(folder: Path) -> None:
    mark = folder / _LOCK
    if folder.is_symlink() or not mark.is_file():
        return
    handle = lock.take(mark)
    if handle is not None:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)
