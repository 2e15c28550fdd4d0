"""A browser on a served folder: what a question takes, and what travels for it."""

import gzip
import mimetypes
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

ZIPPED = re.compile(r"text/|image/svg|application/(json|javascript|xml|wasm)")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


class Answer(NamedTuple):
    """What one query came to: ids; milliseconds and bytes until the first was shown."""

    ids: frozenset[str]
    ms: float
    sent: int


class Tab(NamedTuple):
    """A page of a browser on a served site."""

    page: BrowserPage
    home: str
    folder: Path
    sent: Callable[[], int]
    # Bytes of the files with these addresses.
    weight: Callable[[Iterable[str]], int]
    limit: float

    def answer(self, query: str, id_of: Callable[[str], str]) -> Answer:
        """Wait until the page has put `{query, began, at, ids}` into `window.answer`.

        Times are of `performance.now()`; an opened page has begun at 0.
        """
        there = "query => window.answer?.query === query && window.answer"
        waited = self.page.wait_for_function(there, arg=query, timeout=self.limit * 1000)
        said = waited.json_value()
        return Answer(frozenset(map(id_of, said["ids"])), said["at"] - said["began"], self.sent())


@contextmanager
def opened(browser: Browser, server: "Server", parts: Sequence[str], limit: float) -> Iterator[Tab]:
    """A page in a context of its own, so that nothing is cached."""
    # Waiting for an answer evaluates text in the page, which the site's own policy refuses.
    context = browser.new_context(locale="zh-CN", bypass_csp=True)
    server.asked.clear()
    sent = partial(server.sent, parts)
    yield Tab(context.new_page(), server.home, server.folder, sent, server.weight, limit)
    context.close()


class Server(ThreadingHTTPServer):
    """A folder served, and which of its files were asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.folder, self.home = folder, f"http://127.0.0.1:{self.server_port}/"
        self.asked: list[Path] = []

    def sent(self, parts: Sequence[str]) -> int:
        """Bytes of the parts of a search as they would travel."""
        folders = [self.folder / part for part in parts]
        return sum(_size(one) for one in self.asked if any(map(one.is_relative_to, folders)))

    def weight(self, addresses: Iterable[str]) -> int:
        """Bytes of files as they would travel."""
        paths = (self.folder / one.removeprefix(self.home).split("?")[0] for one in addresses)
        return sum(_size(path) for path in paths if path.is_file())


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Or the body of each small file would wait until its head is acknowledged.
    disable_nagle_algorithm = True

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        self.server.asked.append(Path(found))
        return found

    def log_message(self, *args: object) -> None:
        """Requests are not news."""


@cache
def _size(path: Path) -> int:
    data = path.read_bytes()
    kind, packed = mimetypes.guess_type(path)
    zipped = not packed and ZIPPED.match(kind or "")
    return len(gzip.compress(data) if zipped else data)


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder while it is needed."""
    with Server(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
