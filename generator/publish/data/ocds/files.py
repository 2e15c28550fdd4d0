"""Everything under `data/ocds/`: packages by year, compiled releases, our extension, the page."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.publish.data.ocds import extension, identity, package, page
from generator.publish.data.ocds.package import LARGE, Written
from generator.publish.data.ocds.shape import Json
from generator.publish.data.ocds.thing import (
    HEADS,
    Compiled,
    Head,
    records_of,
    releases_of,
)
from generator.publish.data.stock import Stock
from generator.publish.file import File
from generator.publish.press import Press

# What a compiled release weighs beside the releases that it was merged from.
_LESS = 0.8


class Folder(NamedTuple):
    """The packages of one year: how much lies in them."""

    path: str
    processes: int
    releases: int
    bytes: int
    latest: str


def files(press: Press, stock: Stock) -> Iterator[File]:
    """The section; what a file became is known when the next is asked for."""
    heads = [head for _, head in stock.read(HEADS)]
    held = folders(heads)
    written: list[tuple[Json, Written]] = []
    for folder in held:
        for told, one in _packages(press, stock, folder):
            written.append((told, one))
            yield one.file
    for told, one in _lines(stock, held):
        written.append((told, one))
        yield one.file
    yield from extension.files(press.links["site_url"])
    listed = [told | {"path": one.path, "bytes": one.bytes} for told, one in written]
    yield File(f"{identity.FOLDER}index.json", _index(press, listed))
    yield page.file(press, heads, listed)


def folders(heads: Iterable[Head]) -> list[Folder]:
    """By folder what lies in it; what is real first, the latest year first."""
    found: dict[str, Folder] = {}
    for head in heads:
        if head.releases:
            old = found.get(head.folder, Folder(head.folder, 0, 0, 0, ""))
            found[head.folder] = Folder(
                head.folder,
                old.processes + head.processes,
                old.releases + head.releases,
                old.bytes + head.bytes,
                max(old.latest, head.latest),
            )
    in_order = sorted(found.values(), key=lambda one: one.path, reverse=True)
    return sorted(in_order, key=lambda one: one.path.count("/"))


def _packages(press: Press, stock: Stock, folder: Folder) -> Iterator[tuple[Json, Written]]:
    start, large = f"{identity.FOLDER}{folder.path}", folder.bytes > LARGE
    every = _each(stock, releases_of(folder.path))
    at, path = (package.name(f"{start}{one}.json", large) for one in ("releases", "records"))
    pieces = package.releases(press, at, folder.latest, every)
    yield _told(folder, "releases"), Written(at, pieces, large)
    found: Iterable[Compiled] = _each(stock, records_of(folder.path))
    pieces = package.records(press, path, folder.latest, found, at)
    yield _told(folder, "records"), Written(path, pieces, large)


def _lines(stock: Stock, held: Sequence[Folder]) -> Iterator[tuple[Json, Written]]:
    """All compiled releases, one on a line: the real ones, and apart those that are not counted."""
    for above in ("", "samples/", "demo/"):
        own = [one for one in held if one.path.rpartition("/")[0].rpartition("/")[0] == above[:-1]]
        if own:
            large = sum(one.bytes for one in own) * _LESS > LARGE
            path = package.name(f"{identity.FOLDER}{above}records.jsonl", large)
            many = sum(one.processes for one in own)
            told = {"holds": "compiled", "of": above[:-1], "processes": many}
            yield told, Written(path, _compiled(stock, own), large)


def _compiled(stock: Stock, held: Iterable[Folder]) -> Iterator[bytes]:
    for folder in held:
        for one in _each(stock, records_of(folder.path)):
            yield one.release + b"\n"


def _each(stock: Stock, thing: str) -> Iterator[Any]:
    for _, some in stock.read(thing):
        yield from some


def _told(folder: Folder, holds: str) -> Json:
    above, _, year = folder.path.strip("/").rpartition("/")
    return {
        "holds": holds,
        "of": above,
        "year": year,
        "processes": folder.processes,
        "releases": folder.releases,
    }


def _index(press: Press, listed: list[Json]) -> bytes:
    """The files with their sizes, for programs."""
    held = {
        "version": "1.1.5",
        "prefix": press.chrome.settings.portal.ocid_prefix,
        "registered": press.chrome.settings.portal.ocid_prefix != identity.PLACEHOLDER,
        "extensions": extension.addresses(press.links["site_url"]),
        "files": listed,
    }
    return f"{json.dumps(held, ensure_ascii=False, indent=1)}\n".encode()
