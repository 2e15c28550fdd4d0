"""Tells a live edition which files have changed. The only user of watchdog."""

import threading
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.edition.live import Live
from generator.edition.mishaps import Halt
from generator.records.files import why

_QUIET = 0.15
_FOLDERS = ("data", "content", "generator")
# What editors leave beside a file while it is open, and what Python leaves.
_PASSING = (".pyc", ".swp", ".swx", ".tmp", "~")


def watch(live: Live) -> Any:
    """Renew the edition shortly after files have changed and come to rest. Raises Halt."""
    observer, changes = Observer(), _Changes(live)
    try:
        for name in _FOLDERS:
            if (live.root / name).is_dir():
                observer.schedule(changes, str(live.root / name), recursive=True)
        observer.schedule(changes, str(live.root))
        observer.start()
    except OSError as problem:
        raise Halt(
            f"不能跟着文件的改动更新（{why(problem)}）；多半是系统允许监视的文件太少，"
            "在 Linux 上请调大 fs.inotify.max_user_watches"
        ) from problem
    return observer


class _Changes(FileSystemEventHandler):
    """Collects changes until nothing more comes, then renews once."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._paths: set[str] = set()
        self._timer: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"opened", "closed_no_write"}:
            return
        # A folder that is moved away tells nothing of its files.
        if event.is_directory and event.event_type not in {"deleted", "moved"}:
            return
        changed = {str(path) for path in (event.src_path, event.dest_path) if path}
        self._collect({path for path in changed if _matters(self._live.root, Path(path))})

    def _collect(self, paths: set[str]) -> None:
        if not paths:
            return
        self._paths |= paths
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(_QUIET, self._renew)
        self._timer.daemon = True
        self._timer.start()

    def _renew(self) -> None:
        paths, self._paths = self._paths, set()
        self._live.renew(paths)


def _matters(root: Path, path: Path) -> bool:
    """Whether the site is made from a file; at the root only the settings are."""
    inside = path.relative_to(root).parts if path.is_relative_to(root) else path.parts
    if any(part.startswith(".") or part == "__pycache__" for part in inside):
        return False
    if path.parent == root and path.name not in _FOLDERS:
        return path.name == "mkdocs.yml"
    return not path.name.endswith(_PASSING)
