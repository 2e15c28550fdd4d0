"""What proves a copy whole: every file with its hash, and one hash for all of them.

manifest.txt    what `sha256sum` prints; `sha256sum -c manifest.txt` checks a copy
manifest.json   the hash of manifest.txt, where the edition comes from, what it was made with
"""

import platform
import sqlite3
import zlib
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version

from generator.origin import Origin
from generator.publish.file import File, Held

TEXT, ABOUT = "manifest.txt", "manifest.json"
# The bytes of these formats depend on who wrote them: the same edition may differ elsewhere.
_WRITERS = ("pyarrow", "pandas", "xlsxwriter")


def manifest(held: Mapping[str, Held]) -> File:
    """All files of a site but the manifests and what begins with a dot, which no host sends."""
    shown = sorted(path for path in held if path not in {TEXT, ABOUT} and not path.startswith("."))
    return File(TEXT, "".join(f"{held[path].sha}  {path}\n" for path in shown).encode())


def about(listed: File, origin: Origin, as_of: str, counts: Mapping[str, int]) -> dict[str, object]:
    """What `manifest.json` says of an edition."""
    assert isinstance(listed.data, bytes)
    return {
        "root": sha256(listed.data).hexdigest(),
        "commit": origin.commit,
        "data_tree": origin.data_tree,
        "as_of": as_of,
        "files": listed.data.count(b"\n"),
        "records": dict(counts),
        "made_with": made_with(),
    }


def made_with() -> dict[str, str]:
    """The versions that the bytes of xlsx, sqlite, parquet and packed files depend on."""
    return {
        "python": platform.python_version(),
        **{name: version(name) for name in _WRITERS},
        "sqlite": sqlite3.sqlite_version,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
