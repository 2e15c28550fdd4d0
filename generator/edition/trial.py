"""What a check would say of files that stand nowhere yet: nothing is written into the repository."""

import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.edition.checking import check
from generator.records.finding import Finding

# What records refer to, besides those of their own folder.
_BESIDE = ("parties", "jurisdictions")


def trial(root: Path, files: Mapping[str, bytes], today: date) -> list[Finding]:
    """The findings of these files, by path below the repository, as if they stood there.

    Their own folders are checked with them; folders of other projects are not looked at.
    """
    with tempfile.TemporaryDirectory(prefix="gongshi-") as made:
        copy = Path(made)
        _copied(root, copy, {Path(one).parent for one in files})
        for path, content in files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(content)
        return check(copy, today, sorted({(copy / one).parent for one in files}))


def _copied(root: Path, copy: Path, folders: set[Path]) -> None:
    (copy / "data").mkdir(parents=True)
    for beside in _BESIDE:
        if (root / "data" / beside).is_dir():
            shutil.copytree(root / "data" / beside, copy / "data" / beside, symlinks=True)
    for one in sorted((root / "data").iterdir()):
        if one.is_file() and not one.is_symlink():
            shutil.copyfile(one, copy / "data" / one.name)
    for folder in folders:
        if (root / folder).is_dir():
            shutil.copytree(root / folder, copy / folder, symlinks=True, dirs_exist_ok=True)
