"""What crosses projects in a build: judged by one process, which hands back only where it lies."""

import pickle
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.edition.stacks import Stack
from generator.law.verdict import Verdict
from generator.records.finding import Finding

NAME = "across"


class Crossed(NamedTuple):
    """The digests with what rules over several projects say, and in which shards their pages' part lies."""

    stack: Stack
    findings: list[Finding]
    batches: list[str]


class Across(Mapping[str, tuple[Verdict, ...]]):
    """The verdicts of rules over several projects, read by whoever asks for them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> tuple[type["Across"], tuple[Path]]:
        return Across, (self._folder,)

    @cached_property
    def _held(self) -> dict[str, tuple[Verdict, ...]]:
        found: dict[str, tuple[Verdict, ...]] = pickle.loads((self._folder / NAME).read_bytes())
        return found

    def __getitem__(self, id: str) -> tuple[Verdict, ...]:
        return self._held[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def keep(folder: Path, found: Mapping[str, tuple[Verdict, ...]]) -> None:
    """Write the verdicts down for those who ask."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / NAME).open("wb") as opened:
        pickle.dump(dict(found), opened, 5)
