"""`serve`: the site in a temporary folder, renewed as files change.

One edited record renews its own page at once; the lists of a section are made
anew when somebody looks at them. A broken record leaves its last good page.
"""

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.edition import crew
from generator.edition.comparison import Judged, compare, fill
from generator.edition.crew import Gathered, Job
from generator.publish import pages, shell, site
from generator.publish.lists import newest_first
from generator.publish.press import Press, set_up
from generator.records import known
from generator.records.digest import Digest
from generator.records.finding import Finding, as_text
from generator.records.survey import Place, Survey, relative, survey

_QUIET = 0.15
_RELOAD = b"""<script>{let n;setInterval(async()=>{try{
const t=await(await fetch("/_edition")).text();n??=t;if(t!==n)location.reload()}catch{}},700)}</script>"""


class Live:
    """An edition that follows the files of a repository."""

    def __init__(self, root: Path, today: date, say: Callable[[str], None]) -> None:
        self.root, self.today, self.say = root, today, say
        self.out = Path(tempfile.mkdtemp(prefix="gongshi-"))
        self.number = 0
        self._lock = threading.RLock()
        self._stale: set[str] = set()
        self._found = Survey()
        self._digests: dict[Path, list[Digest]] = {}
        self._judged: list[Digest] = []
        self._across: Judged = {}
        self._press: Press | None = None

    def start(self) -> bool:
        """Make the whole edition; False, with the findings said, if it cannot be."""
        with self._lock:
            fresh = self.out / "fresh"
            shutil.rmtree(fresh, ignore_errors=True)
            chrome = shell.build(self.root, fresh)
            found = survey(self.root)
            knowledge, findings = known.load(self.root, found, self.today)
            press = set_up(chrome, knowledge, self.today)
            job = Job(self.root, knowledge, press, fresh)
            digests, more = self._gathered(job, found)
            findings += [*found.findings, *more]
            halted = any(finding.halts for finding in findings)
            if not halted:
                self._found, self._digests, self._press = found, digests, press
                findings += self._compare(job)
                fill(job, self._across, self._across)
            self._report(sorted(findings))
            if halted:
                return False
            shutil.rmtree(self.out / "site", ignore_errors=True)
            fresh.rename(self.out / "site")
            self._stale = set(site.SECTIONS)
            self.number += 1
            return True

    def renew(self, paths: Iterable[str]) -> None:
        """Follow changed files: their record alone where that is enough."""
        with self._lock:
            places = {self._place(path) for path in paths}
            if self._press is None or None in places:
                pages.environment.cache_clear()
                self.start()
                return
            for place in places:
                if place is not None:
                    self._renew_place(self._press, place)

    def freshen(self, path: str) -> None:
        """Before a page is sent: make the lists of its section if they are stale."""
        wanted = _sections(path.split("?", maxsplit=1)[0].strip("/"))
        with self._lock:
            for section in sorted(wanted & self._stale) if self._press else ():
                self._stale.discard(section)
                self._make(section)

    def _make(self, section: str) -> None:
        assert self._press
        digests = newest_first(self._judged)
        made = site.SECTIONS[section](self._press, digests, self._press.page_size)
        crew.write(self.out / "site", made)

    def close(self) -> None:
        """Remove the temporary folder."""
        shutil.rmtree(self.out, ignore_errors=True)

    def _compare(self, job: Job) -> list[Finding]:
        """Judge across projects anew; the lists are made from what comes out."""
        held = (one for some in self._digests.values() for one in some)
        self._judged, told, self._across = compare(job, held)
        return told

    def _gathered(self, job: Job, found: Survey) -> tuple[dict[Path, list[Digest]], list[Finding]]:
        # Forking is only safe while no other thread runs.
        workers = 0 if threading.active_count() == 1 else 1
        gathered = crew.gather(job, found, workers)
        digests: dict[Path, list[Digest]] = {}
        folders = {place.id: place.folder for place in found.projects}
        loose = {(place.division, place.year): place.folder for place in found.notices}
        for one in gathered.digests:
            folder = loose[one.division, one.year] if one.loose else folders[one.id]
            digests.setdefault(folder, []).append(one)
        return digests, gathered.findings

    def _place(self, path: str) -> Place | None:
        """The place of a changed file; None if more than its record hangs on it."""
        for place in (*self._found.projects, *self._found.notices):
            if Path(path).parent == place.folder and place.folder.is_dir():
                return place
        return None

    def _renew_place(self, press: Press, place: Place) -> None:
        began = time.perf_counter()
        alone = Survey(*(([place], []) if place.slug else ([], [place])))
        job = Job(self.root, press.known, press, self.out / "site")
        gathered: Gathered = crew.gather(job, alone, workers=1)
        if any(finding.halts for finding in gathered.findings):
            self._report(gathered.findings)
            return
        before, self._digests[place.folder] = self._across, gathered.digests
        self._report(sorted(gathered.findings + self._compare(job)))
        own = {one.id for one in gathered.digests if not one.loose}
        changed = {id for id in {*before, *self._across} if before.get(id) != self._across.get(id)}
        fill(job, self._across, own | changed)
        self._stale = set(site.SECTIONS)
        self.number += 1
        self.say(
            f"已更新 {relative(self.root, place.folder)}（{time.perf_counter() - began:.2f} 秒）"
        )

    def _report(self, findings: list[Finding]) -> None:
        if findings:
            self.say(as_text(findings).rstrip())
        if any(finding.halts for finding in findings):
            self.say("网站保留上一次正常的样子；改好后会自动更新。")


def _sections(path: str) -> set[str]:
    """The sections whose folder an address lies in; else the front page."""
    found = {one for one in site.SECTIONS if one and f"{path}/".startswith(f"{one}/")}
    return found or {""}


def serve(root: Path, today: date, port: int, say: Callable[[str], None]) -> None:
    """Serve the site and follow the files until interrupted."""
    live = Live(root, today, say)
    observer = Observer()
    try:
        live.start()
        watch(live, observer)
        server = ThreadingHTTPServer(("127.0.0.1", port), _handler(live))
        say(f"网站在 http://127.0.0.1:{server.server_port}/ ；按 Ctrl+C 结束")
        server.serve_forever()
    except KeyboardInterrupt:
        say("已结束")
    finally:
        observer.unschedule_all()
        live.close()


def watch(live: Live, observer: Any) -> None:
    """Renew the edition shortly after files have changed and come to rest."""
    handler = _Changes(live)
    for name in ("data", "content", "generator"):
        if (live.root / name).is_dir():
            observer.schedule(handler, str(live.root / name), recursive=True)
    observer.schedule(handler, str(live.root))
    observer.start()


class _Changes(FileSystemEventHandler):
    """Collects changes until nothing more comes, then renews once."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._paths: set[str] = set()
        self._timer: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = str(event.dest_path or event.src_path)
        if event.is_directory or event.event_type in {"opened", "closed_no_write"}:
            return
        if not path.endswith((".yml", ".csv", ".html", ".md", ".css", ".js", ".svg")):
            return
        self._paths.add(path)
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(_QUIET, self._renew)
        self._timer.start()

    def _renew(self) -> None:
        paths, self._paths = self._paths, set()
        self._live.renew(paths)


def _handler(live: Live) -> type[SimpleHTTPRequestHandler]:
    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, directory=str(live.out / "site"), **kwargs)

        def do_GET(self) -> None:
            if self.path == "/_edition":
                return self._send(str(live.number).encode(), "text/plain")
            live.freshen(self.path)
            target = Path(self.translate_path(self.path))
            page = (
                target / "index.html"
                if target.is_dir() and self.path.split("?")[0].endswith("/")
                else target
            )
            if page.suffix == ".html" and page.is_file():
                return self._send(page.read_bytes() + _RELOAD, "text/html; charset=utf-8")
            return super().do_GET()

        def _send(self, data: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            """Requests are not news."""

    return Handler
