"""An edition that follows its files: what `serve` shows is what a cold build would make.

One edited record renews its own page at once; the lists of a section are made
anew when somebody looks at them. A broken record leaves its last good page.
"""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from generator.edition import closing, crew, mishaps, shelf, swap
from generator.edition.comparison import compare
from generator.edition.crew import Gathered, Job
from generator.edition.scratch import Scratch
from generator.edition.shards import Shards
from generator.edition.stamps import SECTIONS, Beside, Stamps, alone, own
from generator.edition.whole import PACKED_MAP
from generator.law.verdict import Verdict
from generator.publish import paper
from generator.publish.chrome import premises, shell
from generator.publish.data.stock import Stock
from generator.publish.file import File, Later
from generator.publish.press import Press, set_up
from generator.publish.remembered import Memory
from generator.records import known
from generator.records.digest import Digest
from generator.records.finding import Finding, as_text
from generator.records.survey import Place, Survey, relative, survey


class Closed(Exception):
    """Nobody is served any more: what was under way is of no use."""


class Live:
    """An edition that follows the files of a repository."""

    def __init__(self, root: Path, today: date, say: Callable[[str], None]) -> None:
        self.root, self.today, self.say = root, today, say
        self._scratch = Scratch()
        self.out = self._scratch.folder
        self.site = self.out / "site"
        self.number = 0
        self._lock = threading.RLock()
        self._closed = threading.Event()
        # Whether what is held is what the files say; else the next change makes all anew.
        self._whole = False
        self._stale: set[str] = set()
        self._made: dict[str, set[str]] = {}
        # What nobody has asked for since it changed; what stands in its place is of before.
        self._waiting: dict[str, File] = {}
        self._found = Survey()
        self._digests: dict[Path, list[Digest]] = {}
        self._judged: list[Digest] = []
        self._across: Mapping[str, tuple[Verdict, ...]] = {}
        # In which shard lies what tables are made of, by record.
        self._places: dict[str, str] = {}
        self._shards = Shards(self.out / "shards")
        self._beside: dict[str, Beside] = {}
        self._press: Press | None = None

    def start(self) -> bool:
        """Make the whole edition; False, with what is in the way said, if it cannot be."""
        return self._guarded(self._start)

    def renew(self, paths: Iterable[str]) -> bool:
        """Follow changed files: their record alone where that is enough."""
        return self._guarded(lambda: self._follow(paths))

    def freshen(self, path: str) -> None:
        """Before a page is sent: find anew what its section holds if that is stale, and make it."""
        name = unquote(path.partition("?")[0]).strip("/")
        with self._lock:
            for section in sorted(_sections(name) & self._stale) if self._press else ():
                self._make(section)
            self._write({name, f"{name}/index.html".lstrip("/")})
            if name in closing.PATHS and self._press:
                # It speaks of all files; as stale as any of them.
                self._write(list(self._waiting))
                stamps = Stamps(self._press, self.site, self._shards)
                closing.close(self.site, self._press, self._stock(stamps))

    def close(self) -> None:
        """Stop what is under way, and remove the temporary folder."""
        self._closed.set()
        with self._lock:
            self._scratch.remove()

    def _guarded(self, work: Callable[[], bool]) -> bool:
        """A template or a setting may be broken while it is edited: then it is said."""
        with self._lock:
            try:
                self._insist_on_use()
                return work()
            except Closed:
                return False
            except Exception as problem:
                self._whole = False
                self.say(mishaps.told(problem))
                return False

    def _insist_on_use(self, *_: int) -> None:
        if self._closed.is_set():
            raise Closed

    def _start(self) -> bool:
        self._whole = False
        paper.environment.cache_clear()
        if stopped := premises.findings(self.root):
            self._report(stopped)
            return False
        fresh = self.out / "fresh"
        swap.remove(fresh)
        chrome = shell.build(self.root, fresh, self.today)
        shelf.drop(fresh, [PACKED_MAP])
        found = survey(self.root)
        knowledge, findings = known.load(self.root, found, self.today)
        press = set_up(chrome, knowledge, self.today)._replace(memory=Memory())
        self._shards.remove()
        self._places = {}
        stamps = Stamps(press, fresh, self._shards)
        job = Job(self.root, knowledge, stamps)
        digests, more = self._gathered(job, found)
        findings += [*found.findings, *more]
        self._whole = not any(finding.halts for finding in findings)
        if self._whole:
            self._found, self._digests, self._press = found, digests, press
            findings += self._compare(stamps)
            stamps.fill(self._beside.items())
            swap.into_place(fresh, self.site)
            self._made, self._waiting = {}, {}
            self._changed()
        self._report(sorted(findings))
        return self._whole

    def _follow(self, paths: Iterable[str]) -> bool:
        places = {self._place(path) for path in paths}
        if self._press is None or not self._whole or None in places:
            return self._start()
        renewed = [self._renew(self._press, place) for place in places if place]
        return all(renewed)

    def _changed(self) -> None:
        self._stale = set(SECTIONS)
        self.number += 1

    def _make(self, section: str) -> None:
        assert self._press
        stamps = Stamps(self._press, self.site, self._shards)
        made = set()
        for file in stamps.files(section, self._stock(stamps)):
            made.add(file.path)
            if isinstance(file.data, Later):
                self._waiting[file.path] = file
            else:
                shelf.put(self.site, [file])
        gone = self._made.get(section, set()) - made
        for path in gone:
            self._waiting.pop(path, None)
        shelf.drop(self.site, gone)
        self._made[section] = made
        self._stale.discard(section)

    def _write(self, paths: Iterable[str]) -> None:
        for path in paths:
            if file := self._waiting.get(path):
                shelf.put(self.site, [file])
                # What could not be made waits until it is asked for again.
                del self._waiting[path]

    def _stock(self, stamps: Stamps) -> Stock:
        return stamps.stock(self._judged, self._across, self._places)

    def _compare(self, stamps: Stamps) -> list[Finding]:
        """Judge across projects anew; the lists are made from what comes out."""
        held = (one for some in self._digests.values() for one in some)
        self._judged, told, self._across = compare(stamps.press.known, held, stamps.press.memory)
        self._beside = stamps.beside(self._judged, self._across)
        return told

    def _gathered(self, job: Job, found: Survey) -> tuple[dict[Path, list[Digest]], list[Finding]]:
        # Forking is only safe while no other thread runs.
        workers = 0 if threading.active_count() == 1 else 1
        gathered = crew.gather(job, found, workers, self._insist_on_use)
        self._places |= gathered.places
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

    def _renew(self, press: Press, place: Place) -> bool:
        began = time.perf_counter()
        draft = self.out / "draft"
        swap.remove(draft)
        only = Survey(*(([place], []) if place.slug else ([], [place])))
        # A page that asks for a reason is made, but must not be shown: it is drafted first.
        job = Job(self.root, press.known, Stamps(press, draft, self._shards))
        drafted = crew.gather(job, only, workers=1)
        if any(finding.halts for finding in drafted.findings):
            self._report(drafted.findings)
            return False
        shelf.move(draft, self.site, drafted.paths)
        self._take(Stamps(press, self.site, self._shards), place, drafted)
        took = f"{time.perf_counter() - began:.2f} 秒"
        self.say(f"已更新 {relative(self.root, place.folder)}（{took}）")
        return True

    def _take(self, stamps: Stamps, place: Place, drafted: Gathered) -> None:
        """Hold what a place says now; what only it said before is gone."""
        held, before = self._digests.get(place.folder, []), self._beside
        now_own = (path for one in drafted.digests for path in own(one))
        shelf.drop(self.site, {path for one in held for path in own(one)}.difference(now_own))
        self._digests[place.folder] = drafted.digests
        for one in held:
            self._places.pop(one.id, None)
        self._places |= drafted.places
        self._report(sorted(drafted.findings + self._compare(stamps)))
        stamped = {one.id for one in drafted.digests if one.points or not one.loose}
        now = self._beside
        changed = {id for id in {*before, *now} if before.get(id) != now.get(id)}
        # A notice that leads to no project any more was stamped anew, and has no slot.
        known = {one.id: one for one in self._judged if not one.loose or one.id in now}
        shown = sorted((stamped | changed) & known.keys())
        stamps.fill((id, now.get(id) or alone(known[id])) for id in shown)
        self._changed()

    def _report(self, findings: list[Finding]) -> None:
        if findings:
            self.say(as_text(findings).rstrip())
        if any(finding.halts for finding in findings):
            self.say("网站保留上一次正常的样子；改好后会自动更新。")


def _sections(path: str) -> set[str]:
    """The sections whose files an address is among; else the front page."""
    if path in closing.PATHS:
        return set(SECTIONS)
    found = {one for one in SECTIONS if one and f"{path}/".startswith((f"{one}/", f"{one}."))}
    return found or {""}
