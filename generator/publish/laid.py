"""Digests that lie on disk: sections read them one after the other, as if all were in memory."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.records.digest import Digest


class Laid(Sequence[Digest], ABC):
    """Digests of which only some are in memory, and the folder that they lie in."""

    folder: Path

    @abstractmethod
    def said(self) -> Sequence[bytes]:
        """The words of the page of each, packed; they are in no digest."""

    @abstractmethod
    def passing(self) -> Iterator[Digest]:
        """Each of them, and none is in memory after it was looked at."""


def passing(digests: Sequence[Digest]) -> Iterator[Digest]:
    """Each of them, for whoever looks at all of them once and keeps none."""
    return digests.passing() if isinstance(digests, Laid) else iter(digests)


def said(digests: Sequence[Digest]) -> Sequence[bytes]:
    """The words of the page of each, packed."""
    return digests.said() if isinstance(digests, Laid) else [one.said for one in digests]


def room(digests: Sequence[Digest]) -> Path | None:
    """Where what is made of these may wait, where they are too many for memory."""
    return digests.folder if isinstance(digests, Laid) else None
