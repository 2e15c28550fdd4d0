"""How long after an edit its page is shown: ours, Hugo's and MkDocs's servers, one after the other.

`python -m bench.editing 1000 20` writes 1 000 projects and edits twenty of them, a title each, under
each server; ours is also asked for what else hangs on a record, lists, figures and indexes. The time
is from the moment the file is closed to the answer that holds the new words, asked every 10 ms.
"""

import http.client
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from bench import corpus
from bench.peers import hugo, markdown
from bench.run import ON, PEER_LIMIT, ROOT, Watcher, chrome, timed

# What else says something of a record: lists, figures, and what search reads first.
BESIDE = (
    "projects/",
    "suppliers/",
    "purchasers/",
    "notices/",
    "places/",
    "statistics/",
    "search/heads/index.json",
    "search/records/index.json",
)
PATIENCE, EVERY = 600.0, 0.01
_TITLE = re.compile(r"^(title: |# )(.*)$", re.MULTILINE)


class Server(NamedTuple):
    """A program that shows pages and follows their files."""

    name: str
    command: list[str]
    files: list[Path]
    address: Callable[[Path], str]


class Shown(NamedTuple):
    """Seconds from the start to a page, and from each edit to what shows it; bytes at the peak."""

    start: float
    page: list[float]
    beside: list[float]
    memory: int


def main(count: int, edits: int) -> None:
    print(f"{os.cpu_count()} cores; {count} projects, {edits} edits under each server")
    print(
        "| server | start s | page s, median | p95 | page and all beside, median | p95 | peak MB |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="editing-") as folder:
        for server in servers(count, Path(folder)):
            seen = watch(server, edits)
            beside = [_middle(seen.beside), _p95(seen.beside)] if seen.beside else ["—", "—"]
            print(
                f"| {server.name} | {seen.start:.1f} | {_middle(seen.page)} | {_p95(seen.page)} "
                f"| {' | '.join(beside)} | {seen.memory / 1e6:.0f} |",
                flush=True,
            )


def servers(count: int, folder: Path) -> Iterable[Server]:
    """Each with its own copy of the same records; its inputs are made when it is its turn."""
    ours, theirs, source = folder / "ours", folder / "theirs", folder / "markdown"
    corpus.write(count, ours)
    corpus.lay_site(ours)
    module, of = [sys.executable, "-m", "generator"], ["--root", str(ours), "--on", ON]
    files = sorted((ours / "data/projects").rglob("project.yml"))
    yield Server("ours", [*module, "serve", *of, "--port", "{port}"], files, _ours)
    if count > PEER_LIMIT:
        return
    hugo.write(ours, theirs, chrome(folder))
    asked = ["hugo", "server", "--source", str(theirs), "--port", "{port}", "--disableLiveReload"]
    files = sorted((theirs / "content").rglob("index.md"))
    yield Server("Hugo", asked, files, lambda file: f"projects/{_below(file, 'projects')}/")
    timed([*module, "build", *of, "--out", str(folder / "start")])
    markdown.write(folder / "start", source)
    asked = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(source / "mkdocs.yml")]
    files = sorted((source / "docs/projects").glob("*.md"))
    address = "127.0.0.1:{port}"
    yield Server(
        "MkDocs + Material", [*asked, "-a", address], files, lambda f: f"projects/{f.stem}/"
    )


def watch(server: Server, edits: int) -> Shown:
    """Start a server, edit its files one by one, end it."""
    port = _free()
    command = [one.replace("{port}", str(port)) for one in server.command]
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    watcher = Watcher(process.pid)
    watcher.start()
    try:
        _until(port, server.address(server.files[0]), "<h1")
        start, page, beside = time.perf_counter() - began, [], []
        chosen = random.Random(20261128).choices(server.files, k=edits)
        for number, file in enumerate(chosen):
            one, more = edited(server, port, file, f"{server.name}第{number}回")
            page.append(one)
            beside += more
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        watcher.stop()
    return Shown(start, page, beside, watcher.peak)


def edited(server: Server, port: int, file: Path, words: str) -> tuple[float, list[float]]:
    """Seconds until the page shows the words, and, of ours, until all beside it is there."""
    text = _TITLE.sub(
        lambda found: f"{found[1]}{found[2]}{words}", file.read_text("utf-8"), count=1
    )
    file.write_text(text, "utf-8")
    began = time.perf_counter()
    _until(port, server.address(file), words)
    page = time.perf_counter() - began
    if server.name != "ours":
        return page, []
    for address in BESIDE:
        status, _ = _asked(port, address)
        assert status == 200, address
    return page, [time.perf_counter() - began]


def _until(port: int, address: str, words: str) -> None:
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            if words in _asked(port, address)[1]:
                return
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(EVERY)
    raise TimeoutError(f"{address} never said {words}")


def _asked(port: int, address: str) -> tuple[int, str]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        line.request("GET", f"/{address}")
        answer = line.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        line.close()


def _ours(file: Path) -> str:
    return f"projects/{_below(file, 'projects').replace('/', '-')}/"


def _below(file: Path, name: str) -> str:
    parts = file.parent.parts
    return "/".join(parts[len(parts) - parts[::-1].index(name) :])


def _free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _middle(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f}"


def _p95(seconds: list[float]) -> str:
    return f"{sorted(seconds)[max(0, -(-len(seconds) * 95 // 100) - 1)]:.2f}"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20)
