"""`check --fix`: which files may be mended, what is shown of it, and how it is written."""

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from difflib import unified_diff
from pathlib import Path

from generator.records import files, known
from generator.records.mending import mended
from generator.records.places import FICTIONAL
from generator.records.privacy import gate
from generator.records.survey import relative, survey

_ROOMS = ("projects", "notices", "parties", "jurisdictions")


def mend(root: Path, today: date, paths: Iterable[Path] = ()) -> Iterator[str]:
    """Mend the files below the paths, or all; of each file that changed, the difference.

    Raises OSError where a file cannot be written.
    """
    knowledge, _ = known.load(root, survey(root), today)
    names = {invented: _names(knowledge, invented) for invented in (False, True)}
    for path in _files(root, list(paths)):
        where = relative(root, path)
        try:
            before = files.contents(path)
        except OSError:
            # The check itself says why.
            continue
        after = mended(before, names[f"/{FICTIONAL}" in where])
        if after != before:
            _write(path, after)
            yield _difference(where, before.decode("utf-8"), after.decode("utf-8"))


def _names(knowledge: known.Known, invented: bool) -> Mapping[str, str]:
    """The id of each organisation that alone bears its name, among the invented or the real."""
    every = [
        (party.record.name, id)
        for id, party in knowledge.parties.items()
        if bool(party.record.fictional) == invented
    ]
    borne = Counter(name for name, _ in every)
    return {name: id for name, id in every if borne[name] == 1}


def _files(root: Path, paths: list[Path]) -> Iterator[Path]:
    """The files of records, sorted: of those below the paths; no link is followed."""
    for room in _ROOMS:
        for path in sorted((root / "data" / room).rglob("*.yml")):
            is_wanted = not paths or any(path.is_relative_to(one) for one in paths)
            if is_wanted and files.is_there(path) and not _is_behind_a_link(root, path):
                yield path


def _is_behind_a_link(root: Path, path: Path) -> bool:
    return path.resolve() != root.resolve() / relative(root, path)


def _difference(where: str, before: str, after: str) -> str:
    """What changed, as patches are written; what is personal is covered."""
    hits = gate.look(before)
    lines = unified_diff(
        before.splitlines(), after.splitlines(), f"a/{where}", f"b/{where}", n=1, lineterm=""
    )
    return "".join(f"{gate.masked(line, hits) if hits else line}\n" for line in lines)


def _write(path: Path, content: bytes) -> None:
    """Put a file in place of another at once, or leave the old one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(content)
        shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
