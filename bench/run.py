"""Measures the whole pipeline beside its peers: time, memory, pages, bytes. `make bench`.

All render the same synthetic records, in turn, in one run; medians are shown. Hugo has the
records themselves, the others what a site of ours holds: they render or read pages alone.
Each run writes into a folder of its own; what is deleted right before costs whoever writes next.
Whole processes are timed, started cold; memory is the largest sum over all
processes of a run (proportional share), sampled ten times a second.
"""

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bench import corpus
from bench.peers import hugo, markdown
from generator.publish.chrome import shell

ROOT = Path(__file__).parent.parent
ON = "2026-11-23"
# Hugo holds all pages at once: 3 GB at this number.
PEER_LIMIT = 10_000
PEER = "Hugo: pages"
# Stands in a command for where this run writes.
OUT = "{out}"


class Run(NamedTuple):
    """One run of one command: seconds, and bytes of memory at its peak."""

    wall: float
    cpu: float
    memory: int


def main(counts: list[int]) -> None:
    runs = int(os.environ.get("RUNS", "5"))
    print(f"{os.cpu_count()} cores; medians of {runs} runs, everything in turn; {built()}")
    print("| projects | files | what | wall s | CPU s | peak MB | pages | MB | wall / Hugo |")
    print("|---:|---:|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        jobs = [job for count in counts for job in prepare(count, Path(folder) / str(count))]
        for _ in range(runs):
            for job in jobs:
                job.out.parent.mkdir(parents=True)
                job.runs.append(timed([one.replace(OUT, str(job.out)) for one in job.command]))
        for job in jobs:
            row(job, next((one for one in jobs if one.is_peer(job)), None))
    for job in {job.name: job for job in jobs}.values():
        print(f"- {job.name}: `{' '.join(job.command).replace(folder, '')}`")


def built() -> str:
    """Which Python this is: figures of one that was built without optimisation do not count."""
    asked = sysconfig.get_config_var("CONFIG_ARGS") or ""
    optimised = sys.base_prefix == "/usr" or "--enable-optimizations" in asked
    return f"Python {sys.version.split()[0]}, {'optimised' if optimised else 'NOT OPTIMISED'}"


class Job(NamedTuple):
    """One command that is timed again and again, and below which folder it writes."""

    count: int
    name: str
    command: list[str]
    folder: Path
    runs: list[Run]

    @property
    def out(self) -> Path:
        """Where the next run writes; after the last, `last` has it."""
        return self.folder / str(len(self.runs) + 1) / "site"

    @property
    def last(self) -> Path:
        """Where the last run has written."""
        return self.folder / str(len(self.runs)) / "site"

    @property
    def wall(self) -> float:
        """Median seconds."""
        return statistics.median(run.wall for run in self.runs)

    def is_peer(self, other: "Job") -> bool:
        """Whether this is Hugo on the same records."""
        return self.name == PEER and self.count == other.count


def prepare(count: int, folder: Path) -> list[Job]:
    """The commands for one number of projects, and their records."""
    ours, theirs = folder / "ours", folder / "theirs"
    corpus.write(count, ours)
    corpus.lay_site(ours)
    module, of = [sys.executable, "-m", "generator"], ["--root", str(ours), "--on", ON]
    check, build = [*module, "check", *of], [*module, "build", *of, "--out", OUT]
    jobs = [
        Job(count, "check: load, validate", check, folder / "check", []),
        Job(count, "build: load, validate, pages, lists, search", build, folder / "build", []),
    ]
    if count <= PEER_LIMIT:
        hugo.write(ours, theirs, chrome(folder))
        command = ["hugo", "--quiet", "--source", str(theirs), "--destination", OUT]
        jobs += [Job(count, PEER, command, folder / "hugo", []), *others(count, ours, folder)]
    return jobs


def others(count: int, records: Path, folder: Path) -> list[Job]:
    """Those who start from a site of ours: its words as Markdown, its pages, its bytes."""
    site, source = folder / "start", folder / "markdown"
    timed(
        [
            sys.executable,
            "-m",
            "generator",
            "build",
            "--root",
            str(records),
            "--on",
            ON,
            "--out",
            str(site),
        ]
    )
    markdown.write(site, source)
    config, python = str(source / "mkdocs.yml"), sys.executable
    # It writes beside its settings alone; a rename costs nothing.
    zensical = f"{python} -m zensical build -c -f {config} && mv {source}/site {OUT}"
    commands = {
        "MkDocs + Material: pages": [
            python,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            config,
            "-d",
            OUT,
        ],
        "Zensical: pages": ["sh", "-c", zensical],
        "Pagefind: search": [
            *(python, "-m", "pagefind_bin_extended", "--quiet", "--site", str(site), "--glob"),
            *("projects/*/index.html", "--output-path", OUT, "--force-language", "zh"),
        ],
        "cp -r of our site": ["cp", "-r", str(site), OUT],
    }
    missing = {"Zensical: pages": "zensical", "Pagefind: search": "pagefind_bin_extended"}
    for name, package in missing.items():
        if not find_spec(package):
            print(f"{name} is left out: {package} is not installed; `make seam` installs it")
            del commands[name]
    return [
        Job(count, name, command, folder / f"peer-{number}", [])
        for number, (name, command) in enumerate(commands.items())
    ]


def row(job: Job, peer: Job | None) -> None:
    """One line of the table."""
    wall, cpu, memory = (statistics.median(column) for column in zip(*job.runs, strict=True))
    pages = sum(1 for _ in job.last.rglob("index.html"))
    size = sum(path.stat().st_size for path in job.last.rglob("*") if path.is_file())
    beside = f"{wall / peer.wall:.2f}" if peer else "—"
    print(
        f"| {job.count} | {job.count * corpus.FILES_A_PROJECT} | {job.name} | {wall:.2f} | {cpu:.2f} "
        f"| {memory / 1e6:.0f} | {pages} | {size / 1e6:.1f} | {beside} |",
        flush=True,
    )


def timed(command: list[str]) -> Run:
    """Run a command to its end. Raises CalledProcessError."""
    began = time.perf_counter()
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
        watcher = Watcher(process.pid)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watcher.stop()
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read().decode(errors="replace"))
            raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, usage.ru_utime + usage.ru_stime, watcher.peak)


class Watcher(threading.Thread):
    """Samples the memory of a process and its children until stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self._over = pid, 0, threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.1):
            self.peak = max(self.peak, sum(map(_share, _family(self.pid))))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        for path in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, path.read_text().split())
            except OSError:
                continue
    return found


def _share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def chrome(folder: Path) -> tuple[str, str]:
    chrome = shell.build(ROOT, folder / "chrome", date.fromisoformat(ON))
    page = chrome["projects"].stamp("projects/x/y/z/", "公示", "公示", "\0").decode()
    before, _, after = page.partition("\0")
    return before, after


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1000])
