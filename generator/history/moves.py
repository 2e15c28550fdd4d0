"""Which new file is an old one of another name: by what it holds, never by likeness."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.history.classes import spot
from generator.history.git import Touched

_By = Callable[[Touched], str]


def moved(held: Iterable[Touched]) -> dict[str, Touched]:
    """By new path the file that stood elsewhere: of the same bytes, else the only one of its kind there."""
    notices = [one for one in held if _is_notice(one.path)]
    gone = [one for one in notices if not one.new]
    came = [one for one in notices if not one.old]
    found: dict[str, Touched] = {}
    for by in (_bytes, _kind_there):
        taken = {one.path for one in found.values()}
        old = _grouped((one for one in gone if one.path not in taken), by)
        new = _grouped((one for one in came if one.path not in found), by)
        for key, some in new.items():
            others = old.get(key, [])
            if by is _bytes or len(others) == len(some) == 1:
                found |= {one.path: other for one, other in zip(some, others, strict=False)}
    return found


def _grouped(some: Iterable[Touched], by: _By) -> dict[str, list[Touched]]:
    groups: dict[str, list[Touched]] = defaultdict(list)
    for one in some:
        groups[by(one)].append(one)
    return groups


def _is_notice(path: str) -> bool:
    at = spot(path)
    return at is not None and not at.living


def _bytes(one: Touched) -> str:
    return one.old or one.new


def _kind_there(one: Touched) -> str:
    """The folder and the kind, without day and number."""
    folder, _, name = one.path.rpartition("/")
    return f"{folder}/{re.sub('[0-9]', '', name).replace('undated', '').strip('-')}"
