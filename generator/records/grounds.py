"""What a statement rests on: notices and values, and what is doubtful in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from generator.records.reading import Filed
from generator.records.source import Path
from generator.vocabulary import path_label

# By the stem of a file, the values in it that a question is open about.
Asked = Mapping[str, Collection[Path]]


class Grounds(NamedTuple):
    """Notices and values that a statement was read from, as far as doubts about them go.

    `inferred` names the first value that no original states; `asked_near` is
    whether a question is open anywhere in the notices, `asked_at` about a value.
    """

    original: bool = True
    inferred: str = ""
    asked_near: bool = False
    asked_at: bool = False


def grounds(
    read: Iterable[tuple[Filed, Path]], asked: Asked, aside: Filed | None = None
) -> Grounds:
    """What was read, looked at together. Of `aside`, our own sorting, the tier does not count."""
    held = list(read)
    return Grounds(
        all(one.record.source.tier == "original" for one, _ in held if one is not aside),
        next((_label(one, path) for one, path in held if _is_inferred(one, path)), ""),
        bool(asked) and any(one.stem in asked for one, _ in held),
        bool(asked) and any(is_asked(one, path, asked) for one, path in held if path),
    )


def by_stem(open_: Iterable[tuple[str, Path]]) -> Asked:
    """The open questions, by the file they are about."""
    asked: dict[str, list[Path]] = defaultdict(list)
    for stem, path in open_:
        asked[stem].append(path)
    return asked


def is_asked(filed: Filed, path: Path, asked: Asked) -> bool:
    """Whether a value, something in it or what it stands in has a question open."""
    return any(_touches(at, path) for at in asked.get(filed.stem, ()))


def _is_inferred(filed: Filed, path: Path) -> bool:
    """Whether the value, anything it stands in or anything inside it is not stated."""
    if not path or not filed.annotations:
        return False
    doubted = (at for at in filed.annotations if at and not filed.is_stated(*at))
    return any(_touches(at, path) for at in doubted)


def _touches(at: Path, path: Path) -> bool:
    """Whether one of two values stands in the other; `at` has keys as the record writes them."""
    keys = tuple(step.rstrip("_") if isinstance(step, str) else step for step in path)
    return at[: len(keys)] == keys or keys[: len(at)] == at


def _label(filed: Filed, path: Path) -> str:
    return path_label(type(filed.record).__name__, path)
