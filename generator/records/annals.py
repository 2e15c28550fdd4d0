"""What became of published records, as one plain file: written by whoever asks git, read like a record.

A commit fixes all before it, so one commit gives one file. It names no author and no subject.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from generator.vocabulary import words

FORMAT = 1
_COMMIT = re.compile(r"[0-9a-f]{40}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Entry(NamedTuple):
    """One value that changed, or one file that came to be otherwise.

    `day` is the day in Shanghai, `commit` its first twelve digits, `change` a word of the list
    `change`. `record` is the id of the project or of the loose notice, else of what the file
    is about; `notice` the stem of its file. `key` names the value in Chinese.
    """

    day: str
    commit: str
    change: str
    path: str
    record: str
    notice: str
    key: str
    old: str
    new: str
    reason: str


class Annals(NamedTuple):
    """All that changed up to a commit, the latest last."""

    head: str
    entries: tuple[Entry, ...]

    def by_record(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of each project and loose notice, in their order."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for one in self.entries:
            if one.record and one.path.startswith(("data/projects/", "data/notices/")):
                found[one.record].append(one)
        return {id: tuple(some) for id, some in found.items()}


class Unreadable(Exception):
    """A file that holds no annals; the sentence says what would be right."""


def dumps(annals: Annals) -> bytes:
    """The file: an entry a line, so that two versions compare."""
    rows = ",\n".join(_row(one) for one in annals.entries)
    head = json.dumps({"format": FORMAT, "head": annals.head})[:-1]
    return f'{head}, "entries": [\n{rows}\n]}}\n'.encode()


def _row(one: Entry) -> str:
    return json.dumps(one._asdict(), ensure_ascii=False, sort_keys=False)


def loads(raw: bytes) -> Annals:
    """What a file holds. Raises Unreadable."""
    try:
        given = json.loads(raw.decode())
        if given["format"] != FORMAT or not _COMMIT.fullmatch(given["head"]):
            raise ValueError(given["format"])
        return Annals(given["head"], tuple(map(_entry, given["entries"])))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Unreadable(
            "不是修改历史的文件；请重新生成：python -m generator history --out 文件"
        ) from None


def _entry(given: Mapping[str, Any]) -> Entry:
    one = Entry(**given)
    if not all(isinstance(value, str) for value in one) or not _DAY.fullmatch(one.day):
        raise ValueError(one.day)
    if date.fromisoformat(one.day) and one.change not in words("change"):
        raise ValueError(one.change)
    return one


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The latest first; what one commit did stays together, in its order."""
    held = list(entries)
    places = sorted(range(len(held)), key=lambda i: (held[i].day, i))
    latest: dict[tuple[str, str], int] = {}
    for at, i in enumerate(places):
        latest[held[i].day, held[i].commit] = at
    return tuple(sorted((held[i] for i in places), key=lambda one: -latest[one.day, one.commit]))
