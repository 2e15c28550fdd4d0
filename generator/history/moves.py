"""Which new file is an old one of another name: by what it holds, never by likeness."""

import re
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
        for new in came:
            taken = {one.path for one in found.values()}
            same = [one for one in gone if one.path not in taken and by(one) == by(new)]
            rivals = [one for one in came if one.path not in found and by(one) == by(new)]
            if new.path not in found and same and (by is _bytes or len(same) == len(rivals) == 1):
                found[new.path] = same[0]
    return found


def _is_notice(path: str) -> bool:
    at = spot(path)
    return at is not None and not at.living


def _bytes(one: Touched) -> str:
    return one.old or one.new


def _kind_there(one: Touched) -> str:
    """The folder and the kind, without day and number."""
    folder, _, name = one.path.rpartition("/")
    return f"{folder}/{re.sub('[0-9]', '', name).replace('undated', '').strip('-')}"
