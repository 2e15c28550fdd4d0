"""Names below `data/`, and files there that are no records: they become public too."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from generator.records.finding import Finding
from generator.records.model import KINDS
from generator.records.privacy import gate

# A folder that was dropped here by mistake is looked into, not walked for hours.
_MOST_FILES = 2_000
_MAX_BYTES = 1_000_000
# The table of divisions as it ships: a test has looked at it, so that no check needs to again.
_LOOKED_AT = frozenset({"622ba1bed0e1c71b9db6e629d822e3369cc1fac12b315767e123ea7701d7a24e"})


def in_name(root: Path, path: Path) -> list[Finding]:
    """What the name of a file or folder shows, and all that lies under that name."""
    signs = gate.named(path.name)
    if not signs:
        return []
    shown = _shown(root, path)
    return [*(Finding(shown, 1, 1, id, why) for id, why in signs), *below(root, path)]


def in_strays(root: Path, findings: Iterable[Finding]) -> list[Finding]:
    """What lies in the places that were just found to hold no record."""
    strays = {one.path for one in findings if one.id == "RC-7"}
    return [one for path in sorted(strays) for one in below(root, root / path)]


def beside_records(root: Path) -> list[Finding]:
    """The table of divisions, and what lies among the schemas and is none of them.

    The schemas themselves are generated, and a test holds them to the byte.
    """
    schemas = {f"{kind}.json" for kind in (*KINDS, "parts")}
    folder = root / "data" / "schema"
    others = sorted(path for path in folder.glob("*") if path.name not in schemas)
    return [one for path in (root / "data" / "divisions.csv", *others) for one in below(root, path)]


def below(root: Path, path: Path) -> Iterator[Finding]:
    """The findings in a file, or in all files and names of a folder."""
    for file in islice(_files(path), _MOST_FILES):
        shown = _shown(root, file)
        if file != path:
            yield from (Finding(shown, 1, 1, id, why) for id, why in gate.named(file.name))
        raw = _start(file)
        for hit in () if sha256(raw).hexdigest() in _LOOKED_AT else gate.look(raw):
            yield Finding(shown, hit.line, hit.column, hit.id, hit.sentence)


def _files(path: Path) -> Iterator[Path]:
    if path.is_symlink():
        return
    if path.is_file():
        yield path
    for folder, folders, files in os.walk(path):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(files) if _is_plain(Path(folder, name)))


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES)
    except OSError:
        return b""


def _shown(root: Path, path: Path) -> str:
    """The path with the names masked that must not be repeated."""
    parts = path.relative_to(root).parts
    return "/".join(map(gate.unnamed, parts))
