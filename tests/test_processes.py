"""Runs that are disturbed: by another run, by a signal, by a full disk, by a worker that dies.

Real processes; the moment is an event (a file that appears, a line that is said), never a pause.
"""

import os
import queue
import re
import select
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

from bench import corpus
from generator import interrupts
from generator.edition import mark, shelf, swap
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

# Workers are only started for more than two batches.
COUNT = 200
LONGEST = 300
# Runs a command that can write no file longer than so many bytes.
LIMITED = """
import os, resource, sys
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
os.execv(sys.argv[2], sys.argv[2:])
"""
TRACE = re.compile(r"Traceback|File \"|Error\b|Aborted|Exception")


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """Records enough that workers are busy with them."""
    root = tmp_path_factory.mktemp("many")
    corpus.write(COUNT, root)
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "generator").symlink_to(ROOT / "generator")
    return root


@pytest.fixture
def out(tmp_path):
    """A site of ours that stands; next to it lies nothing."""
    shelf.put(tmp_path / "site", [mark.file({"projects": 1}), mark.files(["index.html"])])
    (tmp_path / "site" / "index.html").write_text("the old site", "utf-8")
    return tmp_path / "site"


_RUNS = []


@pytest.fixture(autouse=True)
def no_run_is_left():
    """A test that fails in the middle leaves no process behind."""
    yield
    while _RUNS:
        run = _RUNS.pop()
        run.kill()
        run.communicate()


def begun(root, out, *more, module=("-m", "generator")):
    """A build in a process and group of its own, as a shell starts it."""
    command = [sys.executable, *module, "build", "--root", str(root), "--out", str(out)]
    run = subprocess.Popen(
        [*command, "--on", "2026-11-23", *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    _RUNS.append(run)
    return run


class _Entries(FileSystemEventHandler):
    def __init__(self, pattern):
        self.pattern, self.found = re.compile(pattern), queue.SimpleQueue()

    def on_created(self, event):
        self.see(Path(event.src_path))

    def on_moved(self, event):
        self.see(Path(event.dest_path))

    def see(self, path):
        if self.pattern.fullmatch(path.name):
            self.found.put(path)


def appears(folder, pattern, *, anew=False):
    """The first entry of a folder that is named so, as soon as there is one; or another one."""
    entries, observer = _Entries(pattern), Observer()
    observer.schedule(entries, str(folder))
    observer.start()
    for path in () if anew else folder.iterdir():
        entries.see(path)
    try:
        return entries.found.get(timeout=LONGEST)
    finally:
        observer.stop()
        observer.join()


def at_work(root, out):
    """A build whose workers stamp the first pages; it and its workers."""
    run = begun(root, out)
    fresh = appears(out.parent, r"\.site\.new-[0-9a-f]{8}")
    appears(appears(fresh, "projects"), "99.*")
    return run, children(run)


def children(run):
    """The processes that a build has started; none of one that has ended."""
    found = []
    for path in Path(f"/proc/{run.pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, path.read_text().split())
    return found


def ended(pids):
    """Whether these processes end; each tells by itself."""
    handles = []
    for pid in pids:
        try:
            handles.append(os.pidfd_open(pid))
        except ProcessLookupError:
            continue
    waiting = set(handles)
    while waiting:
        ready, _, _ = select.select(list(waiting), [], [], 60)
        if not ready:
            break
        waiting -= set(ready)
    for handle in handles:
        os.close(handle)
    return not waiting


def stands(out):
    assert (out / "index.html").read_text("utf-8") == "the old site"
    assert sorted(path.name for path in out.parent.iterdir()) == ["site"]


@pytest.mark.parametrize("to_group", [False, True], ids=["one", "group"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_build_in_one_sentence_and_leaves_nothing(many, out, number, to_group):
    run, workers = at_work(many, out)
    assert workers
    (os.killpg if to_group else os.kill)(run.pid, number)
    said, errors = run.communicate(timeout=LONGEST)
    assert errors == f"{interrupts.SAID}\n"
    assert not said
    assert run.returncode == 128 + number
    assert ended(workers)
    stands(out)


def test_a_signal_while_the_program_is_still_loading_ends_it_in_one_sentence(many, out):
    run = begun(many, out, module=("-X", "importtime", "-m", "generator"))
    for line in run.stderr:
        if line.split()[-1] == "click.types":
            break
    run.send_signal(signal.SIGINT)
    errors = run.stderr.read()
    assert run.wait(LONGEST) == 128 + signal.SIGINT
    assert interrupts.SAID in errors
    assert "Traceback" not in errors
    run.stdout.close()
    run.stderr.close()
    stands(out)


def test_workers_end_with_a_parent_that_is_killed_and_the_next_start_clears_up(many, out):
    run, workers = at_work(many, out)
    assert workers
    run.kill()
    run.communicate(timeout=LONGEST)
    assert ended(workers)
    assert list(out.parent.glob(".site.new-*"))
    done = begun(many, out, "--format")
    assert done.wait(LONGEST) == 2
    done.communicate()
    swap.heal(out)
    (out.parent / ".site.lock").unlink()
    stands(out)


def test_a_worker_that_dies_changes_nothing(many, out, tmp_path):
    run, workers = at_work(many, out)
    os.kill(workers[0], signal.SIGKILL)
    _, errors = run.communicate(timeout=LONGEST)
    assert run.returncode == 0
    assert errors.startswith("检查完毕") and errors.count("\n") == 1
    begun(many, tmp_path / "undisturbed").communicate(timeout=LONGEST)
    assert held(out) == held(tmp_path / "undisturbed")


def held(folder):
    """All files with their bytes."""
    return {path: (folder / path).read_bytes() for path in shelf.standing(folder)}


def test_workers_that_die_again_and_again_end_the_build_in_one_sentence(many, out):
    run, workers = at_work(many, out)
    while run.poll() is None:
        for pid in workers:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        workers = children(run)
    said, errors = run.communicate(timeout=LONGEST)
    assert run.returncode == 1
    assert not said
    assert errors.startswith("一个工作进程中途没了")
    assert errors.count("\n") == 1
    assert ended(workers)
    stands(out)


def test_two_builds_at_once_are_one_build_and_one_sentence(many, out):
    first, _ = at_work(many, out)
    os.killpg(first.pid, signal.SIGSTOP)
    second = begun(many, out)
    _, errors = second.communicate(timeout=LONGEST)
    assert second.returncode == 1
    assert errors == f"另一个生成正在进行（{out}）；请等它结束再试。\n"
    os.killpg(first.pid, signal.SIGCONT)
    _, errors = first.communicate(timeout=LONGEST)
    assert first.returncode == 0, errors
    assert mark.counts(out)["projects"] == COUNT
    assert len(list(out.glob("projects/99*/index.html"))) == COUNT
    assert sorted(path.name for path in out.parent.iterdir()) == ["site"]


def test_a_signal_at_any_time_is_one_sentence_or_none(many, out):
    """The end of a run, too: when the site is in place, it is too late to be stopped."""
    run = begun(many, out)
    fresh = appears(out.parent, r"\.site\.new-[0-9a-f]{8}")
    appears(appears(fresh, "search"), "texts")
    # From here on to its end, as often as this process can.
    while run.poll() is None:
        run.send_signal(signal.SIGINT)
    said, errors = run.communicate(timeout=LONGEST)
    assert run.returncode == 128 + signal.SIGINT
    assert (said, errors) == ("", f"{interrupts.SAID}\n")
    stands(out)


def test_a_signal_when_the_site_is_in_place_changes_nothing(many, out):
    run = begun(many, out)
    appears(out.parent, "site", anew=True)
    while run.poll() is None:
        run.send_signal(signal.SIGTERM)
    said, errors = run.communicate(timeout=LONGEST)
    assert run.returncode == 0, errors
    assert not TRACE.search(said + errors)
    assert mark.counts(out)["projects"] == COUNT
    assert [path.name for path in out.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("most", [3_000, 60_000, 200_000])
def test_a_disk_that_is_full_ends_a_build_in_one_sentence(many, out, most):
    run = begun(many, out, module=("-c", LIMITED, str(most), sys.executable, "-m", "generator"))
    _, errors = run.communicate(timeout=LONGEST)
    assert run.returncode == 1
    assert errors.startswith(f"读写不了 {out.parent}/.site.new-")
    assert errors.endswith("：文件超过了系统允许的大小；网站没有改动。\n")
    assert errors.count("\n") == 1
    stands(out)


def serving(root, place):
    environment = {**os.environ, "TMPDIR": str(place), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--root", str(root)]
    run = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    _RUNS.append(run)
    for line in run.stdout:
        if "网站在" in line:
            break
    return run


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_serve_ends_when_it_is_told_to_and_leaves_nothing(repository, tmp_path_factory, number):
    place = tmp_path_factory.mktemp("temporary")
    run = serving(repository, place)
    assert list(place.glob("gongshi-*"))
    run.send_signal(number)
    said, errors = run.communicate(timeout=LONGEST)
    assert (run.returncode, said, errors) == (0, "已结束\n", "")
    assert not list(place.iterdir())


def test_what_a_killed_serve_left_goes_at_the_next_start(repository, tmp_path_factory):
    place = tmp_path_factory.mktemp("temporary")
    (place / "gongshi-mine").mkdir()
    killed, running = serving(repository, place), serving(repository, place)
    assert len(list(place.glob("gongshi-*"))) == 3
    killed.kill()
    killed.communicate(timeout=LONGEST)
    third = serving(repository, place)
    # The keeper's own, and those of the two that run.
    assert len(list(place.glob("gongshi-*"))) == 3
    assert (place / "gongshi-mine").is_dir()
    for run in (running, third):
        run.terminate()
        run.communicate(timeout=LONGEST)
    assert [path.name for path in place.iterdir()] == ["gongshi-mine"]


def test_files_that_vanish_during_a_run_are_findings_of_their_own(many, tmp_path):
    root = tmp_path / "root"
    shutil.copytree(many, root, symlinks=True)
    out = tmp_path / "place" / "site"
    out.parent.mkdir()
    run, _ = at_work(root, out)
    os.killpg(run.pid, signal.SIGSTOP)
    for path in (root / "data" / "projects").glob("*/*/*/*-award.yml"):
        path.unlink()
    os.killpg(run.pid, signal.SIGCONT)
    said, errors = run.communicate(timeout=LONGEST)
    assert run.returncode in {0, 1}
    assert not TRACE.search(errors)
    assert all(re.match(r"data/\S+:\d+:\d+: [A-Z]+-\d+ ", line) for line in said.splitlines())
