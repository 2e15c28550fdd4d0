"""What the tables are made of: kept on disk between loading a project and writing a table.

A batch is a file a thing; who reads holds one batch at a time, so that memory does
not grow with the archive. Which file holds a record is known by the record, not by
the name of the file: what a renewed record said before stays unread.
"""

import pickle
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

Made = Mapping[str, Any]
# Beside the pages while they are made, so that it needs no other disk; gone before they are shown.
BESIDE = ".gongshi-shards"


class Shards(NamedTuple):
    """A folder of shards, none of which is part of a site."""

    folder: Path

    def put(self, made: Iterable[tuple[str, Made]]) -> dict[str, str]:
        """Keep what was made of some records; in which shard each lies."""
        held = dict(made)
        if not held:
            return {}
        # A name of its own each time: a draft must not take the place of what is shown.
        name = uuid4().hex
        self.folder.mkdir(parents=True, exist_ok=True)
        for thing in {key for one in held.values() for key in one}:
            some = {id: one[thing] for id, one in held.items() if thing in one}
            (self.folder / f"{name}.{thing}").write_bytes(pickle.dumps(some, 5))
        return dict.fromkeys(held, name)

    def read(
        self, places: Mapping[str, str], thing: str, wanted: Container[str] | None = None
    ) -> Iterator[tuple[str, Any]]:
        """What was made of each record, or of some, in the order of `places`; neighbours lie together."""
        name, held = "", {}
        for id, shard in places.items():
            if wanted is not None and id not in wanted:
                continue
            if shard != name:
                name, held = shard, self._load(shard, thing)
            if id in held:
                yield id, held[id]

    def all(self, shard: str, thing: str) -> Iterable[tuple[str, Any]]:
        """What one shard holds of a thing, record by record."""
        return self._load(shard, thing).items()

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _load(self, shard: str, thing: str) -> dict[str, Any]:
        path = self.folder / f"{shard}.{thing}"
        return pickle.loads(path.read_bytes()) if path.exists() else {}
