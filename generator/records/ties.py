"""Which purchases a record says to continue, or to be continued by."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.records.reading import Filed

_AFTER, _BEFORE = "continues", "continued-by"
_KEYS = ("relation", "project")


class Tie(NamedTuple):
    """One other project: whether it is the earlier of the two, and whether a notice states that."""

    project: str
    is_earlier: bool
    stated: bool


def ties(files: Iterable[Filed]) -> tuple[Tie, ...]:
    """What all files of a project say, each other project once and stated rather than guessed."""
    found: dict[tuple[str, bool], Tie] = {}
    for tie in (tie for filed in files for tie in _of(filed)):
        key = tie.project, tie.is_earlier
        if key not in found or tie.stated:
            found[key] = tie
    return tuple(found.values())


def _of(filed: Filed) -> Iterator[Tie]:
    for i, one in enumerate(filed.record.related):
        if one.project and one.relation in {_AFTER, _BEFORE}:
            keys = (("related",), ("related", i), *(("related", i, key) for key in _KEYS))
            stated = all(filed.is_stated(*key) for key in keys)
            yield Tie(one.project, one.relation == _AFTER, stated)
