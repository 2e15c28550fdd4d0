"""The published files of the standard and its extensions, without the network.

They lie in the folder that `OCDS_FILES` names; the project does not carry them.
`python -m tests.ocds_offline fetch FOLDER` fetches them, at the versions that are pinned;
`OCDS_FILES=FOLDER python -m tests.ocds_offline` writes the rules of merging anew.
"""

import json
import os
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import mock
from urllib.parse import quote
from urllib.request import urlopen

from generator.edition import shelf
from generator.publish.data.ocds import extension, merging

PUBLISHED = "https://raw.githubusercontent.com/open-contracting-extensions/"
ARCHIVE = "https://codeload.github.com/open-contracting/standard/zip/refs/tags/1__1__5"
STANDARD = "standard-1.1.5.zip"
WHY_NOT = "OCDS_FILES names no folder with the published files of the standard"


def folder() -> Path | None:
    """Where the published files lie; None where nobody says."""
    named = os.environ.get("OCDS_FILES")
    found = Path(named) if named else None
    return found if found and (found / STANDARD).is_file() else None


def standard(files: Path) -> str:
    """The address of the standard, as its readers take it."""
    return f"file://{(files / STANDARD).resolve()}"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Requests are not news."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on the loopback: extensions must come over HTTP, or they are left out unsaid."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def extensions(files: Path, site: Path, site_url: str) -> Iterator[list[str]]:
    """The addresses of all extensions, each served from here."""
    with served(files / "extensions") as published, served(site) as ours:
        every = extension.addresses(site_url)
        yield [one.replace(PUBLISHED, published).replace(site_url, ours) for one in every]


class _Answer:
    def __init__(self, text: str) -> None:
        self.text, self.content = text, text.encode()

    def json(self, **_):
        return json.loads(self.text)

    def raise_for_status(self):
        """It is there."""


class Zip:
    """In the place of the library that asks the network: it finds all in the standard's own zip."""

    def __init__(self, files: Path) -> None:
        self._zip = zipfile.ZipFile(files / STANDARD)

    def get(self, uri: str, **_) -> _Answer:
        name = uri.rpartition("/")[2]
        (path,) = [one for one in self._zip.namelist() if one.endswith(f"/schema/{name}")]
        return _Answer(self._zip.read(path).decode())


@contextmanager
def no_network(files: Path) -> Iterator[None]:
    """References of the schemas are read from the zip."""
    with mock.patch("jsonref.requests", Zip(files)):
        yield


def patched(files: Path, addresses: list[str]) -> dict:
    """The schema of a release with all extensions in it."""
    from ocdsextensionregistry import ProfileBuilder

    builder = ProfileBuilder("1__1__5", addresses, standard_base_url=standard(files))
    return builder.patched_release_schema()


def rules(files: Path, addresses: list[str]) -> list[list[str]]:
    """How each place of a release is merged, as the schema says it."""
    from ocdsmerge.rules import get_merge_rules

    with no_network(files):
        found = get_merge_rules(patched(files, addresses))
    return [["/".join(path), rule] for path, rule in sorted(found.items())]


def fetch(folder: Path, archive: str = ARCHIVE, published: str = PUBLISHED) -> int:
    """Fetch what the tests need into a folder; how many files."""
    found = {STANDARD: archive}
    for path in extension.PINNED:
        start = f"{published}{path}/"
        about = json.loads(_got(f"{start}extension.json"))
        names = (*about["schemas"], *(f"codelists/{one}" for one in about.get("codelists", ())))
        found |= {f"extensions/{path}/{one}": start + one for one in ("extension.json", *names)}
    for path, address in found.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_got(address))
    return len(found)


def _got(address: str) -> bytes:
    with urlopen(quote(address, safe=":/+"), timeout=60) as answer:
        return answer.read()


def main() -> None:
    if sys.argv[1:2] == ["fetch"]:
        print(f"{fetch(Path(sys.argv[2]))} published files")
        return
    files = folder()
    assert files, WHY_NOT
    url = "https://portal.example/"
    with tempfile.TemporaryDirectory() as site:
        shelf.put(Path(site), extension.files(url))
        with extensions(files, Path(site), url) as every:
            held = rules(files, every)
    rows = ",\n".join(json.dumps(one, ensure_ascii=False) for one in held)
    merging.RULES.write_text(f"[\n{rows}\n]\n", "utf-8")
    print(f"{len(held)} rules of merging")


if __name__ == "__main__":
    main()
