"""What a statement rests on: notices and values, and what is doubtful in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from generator.records.model.origin import UNKNOWN
from generator.records.reading import Filed
from generator.records.source import Path
from generator.vocabulary import path_label


class Places(NamedTuple):
    """Values of one file that a question is open about, and all that they stand in."""

    exact: frozenset[Path]
    around: frozenset[Path]

    def touch(self, path: Path) -> bool:
        """Whether one of them is this value, stands in it or is what it stands in."""
        keys = _as_written(path)
        return keys in self.around or any(keys[:end] in self.exact for end in range(len(keys)))


_STATED = frozenset({None, "stated"})
# By the stem of a file, the values in it that a question is open about.
Asked = Mapping[str, Places]


class Grounds(NamedTuple):
    """Notices and values that a statement was read from, as far as doubts about them go.

    `copied` is the tier of what is no original, empty where all are; `guessed` names the
    values that no original states; `asked_near` is whether a question is open anywhere in the
    notices, `asked_at` about a value.
    """

    copied: str = ""
    guessed: tuple[str, ...] = ()
    asked_near: bool = False
    asked_at: bool = False

    @property
    def inferred(self) -> str:
        """The first value that no original states."""
        return next(iter(self.guessed), "")


# Of what is read from such notices alone.
SURE = Grounds()


def grounds(
    read: Iterable[tuple[Filed, Path]], asked: Asked, aside: Filed | None = None
) -> Grounds:
    """What was read, looked at together. Of `aside`, our own sorting, the tier does not count."""
    # Nothing in an original that states all it holds is doubtful; most are.
    held = [(one, path) for one, path in read if not one.is_sound or one.stem in asked]
    if not held:
        return SURE
    files = {id(one): one for one, _ in held if one.annotations}
    inferred = {key: _inferred(one) for key, one in files.items()}
    doubted = (
        _label(one, path)
        for one, path in held
        if path and (places := inferred.get(id(one))) and places.touch(path)
    )
    return Grounds(
        _copied({one.record.source.tier for one, _ in held if one is not aside}),
        tuple(dict.fromkeys(doubted)),
        bool(asked) and any(one.stem in asked for one, _ in held),
        bool(asked) and any(is_asked(one, path, asked) for one, path in held if path),
    )


def _copied(tiers: Collection[str]) -> str:
    """The tier of what is no original; one that is known to be a copy says more than one of unknown origin."""
    return next((one for one in ("reprint", "secondary", UNKNOWN) if one in tiers), "")


def by_stem(open_: Iterable[tuple[str, Path]]) -> Asked:
    """The open questions, by the file they are about."""
    asked: dict[str, set[Path]] = defaultdict(set)
    for stem, path in open_:
        asked[stem].add(path)
    return {stem: _places(paths) for stem, paths in asked.items()}


def _places(paths: Collection[Path]) -> Places:
    around = {path[:end] for path in paths for end in range(len(path) + 1)}
    return Places(frozenset(paths), frozenset(around))


def is_asked(filed: Filed, path: Path, asked: Asked) -> bool:
    """Whether a value, something in it or what it stands in has a question open."""
    return filed.stem in asked and asked[filed.stem].touch(path)


def _inferred(filed: Filed) -> Places | None:
    """The values of a record that no original states."""
    found = [at for at, said in filed.annotations.items() if at and said.basis not in _STATED]
    return _places(found) if found else None


def _as_written(path: Path) -> Path:
    return tuple(step.rstrip("_") if isinstance(step, str) else step for step in path)


def _label(filed: Filed, path: Path) -> str:
    return path_label(type(filed.record).__name__, path)
