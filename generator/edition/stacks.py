"""The digests of a build on disk, each read when something of it is asked for.

What every list sorts and counts by stays in memory; of the rest only so many digests as are
held at a time. So an archive of any size takes the same room, and sections need not know.
"""

import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, overload
from uuid import uuid4

from generator.publish.laid import Laid
from generator.records.digest import Digest, Judged

# So many digests are held by whoever reads them, 15 KB each. Of more than that only a few are:
# whoever reads all of them, one after the other, finds none of those that were held.
MOST, FEW = 12_000, 2_000
_LIGHT = (
    "id",
    "loose",
    "division",
    "year",
    "fictional",
    "sample",
    "withdrawn",
    "stage",
    "field",
    "covered",
    "superseded",
)
_NAMES = tuple(one.name for one in fields(Digest))
_HEAVY = tuple(name for name in _NAMES if name not in _LIGHT)
# What of roles and lines stands in many of them.
_OF_ROLE = ("key", "label", "id", "name", "stem")
_OF_LINE = ("stem", "kind", "tier", "extent", "basis")


class Key(NamedTuple):
    """Where a digest lies and how long it and its words are, and what is asked of it most often."""

    light: tuple[Any, ...]
    latest: date | None
    many: int
    file: str
    at: int
    size: int
    said: int


def put(folder: Path, digests: Iterable[Digest]) -> list[Key]:
    """Write some digests down, each with its words behind it."""
    # A name of its own each time, as of shards.
    name, at, keys = f"{uuid4().hex}.digests", 0, []
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("wb") as opened:
        for one in digests:
            held = pickle.dumps(replace(one, said=b""), 5)
            light = tuple(getattr(one, each) for each in _LIGHT)
            keys.append(Key(light, one.latest, one.many, name, at, len(held), len(one.said)))
            at += opened.write(held) + opened.write(one.said)
    return keys


class Stack(Laid):
    """Digests in some order, all that a build has or a part of them."""

    def __init__(self, folder: Path, keys: Sequence[Key]) -> None:
        self.folder = folder
        self.keys = keys
        self._held: deque[Handle] = deque()
        self._shared: dict[Any, Any] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Stack, (self.folder, self.keys)

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[Digest]:
        return iter(self._handles)

    @overload
    def __getitem__(self, at: int) -> Digest: ...
    @overload
    def __getitem__(self, at: slice) -> list[Digest]: ...
    def __getitem__(self, at: int | slice) -> Digest | Sequence[Digest]:
        """One of them, or some."""
        return self._handles[at]

    def said(self) -> Sequence[bytes]:
        """The words of each."""
        return _Said(self)

    def passing(self) -> Iterator[Digest]:
        """Each of them, and none is in memory after it was looked at."""
        return map(self.load, self.keys)

    def judged(self, more: Callable[[str], Iterable[Judged]]) -> "Stack":
        """The same with what rules say besides: what changes is written down once more."""
        return Stack(self.folder, [key for some in self._some(more) for key in some])

    def _some(self, more: Callable[[str], Iterable[Judged]]) -> Iterator[list[Key]]:
        for start in range(0, len(self.keys), 512):
            some = self.keys[start : start + 512]
            added = {key.light[0]: tuple(more(key.light[0])) for key in some}
            fresh = put(
                self.folder,
                (self._with(key, added[key.light[0]]) for key in some if added[key.light[0]]),
            )
            found = {key.light[0]: key for key in fresh}
            yield [found.get(key.light[0], key) for key in some]

    def _with(self, key: Key, more: tuple[Judged, ...]) -> Digest:
        held = self.load(key)
        words = self.words(key)
        return replace(held, judged=(*held.judged, *more), said=words)

    @cached_property
    def _handles(self) -> "list[Handle]":
        return [Handle.of(self, key) for key in self.keys]

    def load(self, key: Key) -> Digest:
        """A digest as it was written down."""
        found: Digest = pickle.loads(self._read(key, key.at, key.size))
        return found

    def words(self, key: Key) -> bytes:
        """The words that stand behind it."""
        return self._read(key, key.at + key.size, key.said)

    def _read(self, key: Key, at: int, size: int) -> bytes:
        opened = os.open(self.folder / key.file, os.O_RDONLY)
        try:
            return os.pread(opened, size, at)
        finally:
            os.close(opened)

    def hold(self, handle: "Handle") -> None:
        """Keep one in memory; the one that was read first makes room for it."""
        if len(self) <= MOST:
            share(handle, self._shared)
            return
        self._held.append(handle)
        if len(self._held) > FEW:
            self._held.popleft().leave()


class Handle(Digest):
    """A digest that reads itself when something of it is asked for, and forgets it again."""

    __slots__ = ("_key", "_stack")
    _key: Key
    _stack: Stack

    @classmethod
    def of(cls, stack: Stack, key: Key) -> "Handle":
        """The digest that lies at this place."""
        made = object.__new__(cls)
        object.__setattr__(made, "_key", key)
        object.__setattr__(made, "_stack", stack)
        for name, value in zip(_LIGHT, key.light, strict=True):
            object.__setattr__(made, name, value)
        return made

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not set: all that was not read, or was forgotten.
        if name not in _HEAVY:
            raise AttributeError(name)
        self._read()
        return object.__getattribute__(self, name)

    @property
    def latest(self) -> date | None:
        """The first day of the latest dated notice."""
        return self._key.latest

    @property
    def many(self) -> int:
        """How many notices it has."""
        return self._key.many

    def _read(self) -> None:
        held = self._stack.load(self._key)
        for name in _HEAVY:
            object.__setattr__(self, name, getattr(held, name))
        self._stack.hold(self)

    def leave(self) -> None:
        """Forget what was read."""
        for name in _HEAVY:
            object.__delattr__(self, name)


def ordered(
    digests: Iterable[Digest], order: Callable[[Iterable[Digest]], list[Digest]]
) -> Sequence[Digest]:
    """Digests in an order; those of a stack as a stack."""
    found = order(digests)
    if not isinstance(digests, Stack):
        return found
    return Stack(digests.folder, [one._key for one in found if isinstance(one, Handle)])


def share(digest: Digest, held: dict[Any, Any]) -> None:
    """Have what digests say in the same words stand in memory once: a quarter of them."""
    once = held.setdefault
    judged = (Judged(*(once(said, said) for said in one)) for one in digest.judged)
    object.__setattr__(digest, "judged", tuple(once(one, one) for one in judged))
    for some, names in ((digest.roles, _OF_ROLE), (digest.notices, _OF_LINE)):
        for one in some:
            for name in names:
                said = getattr(one, name)
                object.__setattr__(one, name, once(said, said))


class _Said(Sequence[bytes]):
    """The words of a stack."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    def __len__(self) -> int:
        return len(self._stack)

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> list[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | Sequence[bytes]:
        """The words of one, or of some."""
        keys = self._stack.keys[at]
        return (
            self._stack.words(keys) if isinstance(keys, Key) else list(map(self._stack.words, keys))
        )
