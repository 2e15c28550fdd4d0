"""What is kept of a record for the packages: its releases and records as bytes, by their folder."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic_core import to_json

from generator.publish.data.loaded import Loaded
from generator.publish.data.ocds import identity, merging
from generator.publish.data.ocds.releases import Process, left, processes
from generator.publish.data.ocds.shape import Json

HEADS = "ocds"


class Link(NamedTuple):
    """What a record says of a release that lies in a package of its own."""

    id: str
    date: str
    tags: tuple[str, ...]


class Compiled(NamedTuple):
    """A process as it stands, and the releases that it was merged from."""

    ocid: str
    links: tuple[Link, ...]
    release: bytes


class Head(NamedTuple):
    """How much of a record lies in which folder, and what of it lies in none."""

    folder: str
    processes: int
    releases: int
    bytes: int
    latest: str
    kinds: Counter[str]
    left: Counter[str]
    undated: int
    # Awards that no notice states, and notices of the delivery under no known contract.
    made_up: int = 0
    unlinked: int = 0


def releases_of(folder: str) -> str:
    """Under which name the releases of a folder are kept."""
    return f"ocds-releases-{folder.strip('/').replace('/', '-')}"


def records_of(folder: str) -> str:
    """Under which name its records are kept."""
    return f"ocds-records-{folder.strip('/').replace('/', '-')}"


def things(loaded: Loaded) -> dict[str, object]:
    """All that is kept of one record; nothing of one that was withdrawn."""
    made, gone, folder = processes(loaded), left(loaded), identity.group(loaded)
    if not (made or gone.kinds or gone.undated):
        return {}
    every = [dumped(one) for process in made for one in process.releases]
    head = _head(folder, made, sum(map(len, every)))
    kept = {HEADS: head._replace(left=gone.kinds, undated=gone.undated)}
    if not made:
        return dict(kept)
    return {**kept, releases_of(folder): every, records_of(folder): list(map(_compiled, made))}


def dumped(held: Json) -> bytes:
    """JSON on one line."""
    return to_json(held)


def _head(folder: str, made: list[Process], size: int) -> Head:
    every = [one for process in made for one in process.releases]
    return Head(
        folder,
        len(made),
        len(every),
        size,
        max((one["date"] for one in every), default=""),
        Counter(one["gongshi"]["kind"] for one in every),
        Counter(),
        0,
        sum(one.get("gongshi", {}).get("held") is False for one in _awards(every)),
        sum(len(one["gongshi"].get("delivery", ())) for one in every),
    )


def _awards(every: list[Json]) -> Iterator[Any]:
    for one in every:
        yield from one.get("awards", ())


def _compiled(process: Process) -> Compiled:
    links = tuple(Link(one["id"], one["date"], tuple(one["tag"])) for one in process.releases)
    return Compiled(process.ocid, links, dumped(merging.compiled(process.releases)))
