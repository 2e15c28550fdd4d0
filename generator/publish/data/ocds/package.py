"""Packages of releases and of records, written piece by piece; what is large is compressed."""

import json
import zlib
from collections.abc import Iterable, Iterator

from generator.publish.data.ocds import extension, identity
from generator.publish.data.ocds.shape import Json
from generator.publish.data.ocds.thing import Compiled, dumped
from generator.publish.file import File
from generator.publish.press import Press

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# What is larger is compressed: no reader of a phone takes it, and no host keeps it for long.
LARGE = 4_000_000
_LEVEL = 6
_NOTHING = zlib.Z_NO_FLUSH


class Written:
    """A file in pieces that knows, once it was written, how large it became."""

    def __init__(self, path: str, pieces: Iterable[bytes], large: bool) -> None:
        self.path = path
        self._pieces = compressed(pieces) if large else pieces
        self.bytes = 0

    @property
    def file(self) -> File:
        """The file; its pieces can be taken once."""
        return File(self.path, self)

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.bytes += len(piece)
            yield piece


def name(path: str, large: bool) -> str:
    """What a file is called: who asks for it must see that it is compressed."""
    return f"{path}.gz" if large else path


def compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same as gzip has it, with no clock and no name in it."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, 31)
    for piece in pieces:
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()


def releases(press: Press, path: str, latest: str, every: Iterable[bytes]) -> Iterator[bytes]:
    """A release package."""
    yield from _package(_head(press, path, latest), "releases", every)


def records(
    press: Press, path: str, latest: str, every: Iterable[Compiled], of: str
) -> Iterator[bytes]:
    """A record package; its releases are linked where they lie, in the package at `of`."""
    at = f"{press.links['site_url']}{of}"
    head = _head(press, path, latest) | {"packages": [at]}
    yield from _package(head, "records", (_record(one, at) for one in every))


def _record(one: Compiled, at: str) -> bytes:
    links = [
        {"url": f"{at}#{link.id}", "date": link.date, "tag": list(link.tags)} for link in one.links
    ]
    start = dumped({"ocid": one.ocid, "releases": links})
    return start[:-1] + b',"compiledRelease":' + one.release + b"}"


def _head(press: Press, path: str, latest: str) -> Json:
    site = press.links["site_url"]
    return {
        "uri": f"{site}{path}",
        "version": "1.1",
        "extensions": extension.addresses(site),
        # A package that is made anew is dated by the last that changed in it.
        "publishedDate": latest,
        "publisher": {"name": press.chrome.settings.portal.owner, "uri": site},
        "license": LICENCE,
        "publicationPolicy": f"{site}{identity.FOLDER}",
    }


def _package(head: Json, key: str, every: Iterable[bytes]) -> Iterator[bytes]:
    start = json.dumps(head, ensure_ascii=False, indent=1).encode()
    yield start[:-2] + f',\n "{key}": ['.encode()
    for i, one in enumerate(every):
        yield (b",\n" if i else b"\n") + one
    yield b"\n]}\n"
