"""The repository as it was shipped: itself, or laid out anew where an owner has moved in.

`generator init` moves the shipped records, settings and what else names nobody real to
`sites/shipped/`, at the same paths. So the tests of an owner run on what they were written
for, whatever stands in `data/`; and here, where that folder is not, on what is shipped.
"""

import atexit
import shutil
import tempfile
from pathlib import Path

HERE = Path(__file__).parent.parent
KEPT = HERE / "tests" / "sites" / "shipped"
# What no test reads: another edition, the history, what tools leave.
_LEFT = {".git", ".cache", "site", "site.zip"}


def laid_out(into: Path) -> Path:
    """All that stands here, with what was shipped in place of what an owner put there."""
    ours = {one.name for one in KEPT.iterdir()}
    for entry in HERE.iterdir():
        if entry.name not in ours | _LEFT | {"content"}:
            (into / entry.name).symlink_to(entry)
        elif entry.is_dir() and entry.name not in _LEFT | {"data"}:
            shutil.copytree(entry, into / entry.name)
    shutil.copytree(KEPT, into, dirs_exist_ok=True)
    # Made from the model, and the same for everybody.
    shutil.copytree(HERE / "data" / "schema", into / "data" / "schema")
    return into


def _found() -> Path:
    if not KEPT.is_dir():
        return HERE
    folder = tempfile.mkdtemp(prefix="gongshi-shipped-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return laid_out(Path(folder))


ROOT = _found()
