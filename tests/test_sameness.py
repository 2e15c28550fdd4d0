"""Two machines make the same bytes: whatever they call their folders, hours, letters and hands.

Each run is a process of its own, as on another machine; one keeps to what we have here and
the other differs in everything at once.
"""

import os
import shutil
import subprocess
import sys

import pytest

from bench import corpus
from tests.shipped import ROOT

pytestmark = pytest.mark.slow

# More than two batches, so that workers are started where there may be any.
COUNT = 150
# How a disk lists what lies in a folder is its own affair.
LISTS = """
import os

_scan, _list = os.scandir, os.listdir
_BACKWARDS = bool(os.environ["BACKWARDS"])


class _Listed:
    def __init__(self, entries):
        with entries:
            self._entries = iter(sorted(entries, key=lambda one: one.name, reverse=_BACKWARDS))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())


os.scandir = lambda path=".": _Listed(_scan(path))
os.listdir = lambda path=".": sorted(_list(path), reverse=_BACKWARDS)
"""
BUILD = """
import os, sys
from datetime import date
from pathlib import Path

os.umask(int(sys.argv[3], 8))
from tests import gate
found = gate.build(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 23), workers=int(sys.argv[4]))
sys.exit("\\n".join(map(str, found)) or 0)
"""
HERE = {
    "environment": {
        "BACKWARDS": "",
        "TZ": "Asia/Shanghai",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "1",
    },
    "umask": "022",
    "workers": "1",
    "root": "records",
}
THERE = {
    "environment": {
        "BACKWARDS": "1",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.ISO-8859-9",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "4294967295",
    },
    "umask": "077",
    "workers": "3",
    "root": "另 一处/Ünï 'x' & y",
}


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    root = tmp_path_factory.mktemp("records")
    corpus.write(COUNT, root)
    # Parties, places and notices without a project come from what is shipped.
    for name in ("parties", "jurisdictions", "divisions.csv"):
        source, target = ROOT / "data" / name, root / "data" / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif not target.exists():
            shutil.copy(source, target)
    return root


def built(machine, records, folder):
    """The site of the records by a machine, as bytes by path."""
    lists = folder / "lists"
    lists.mkdir(parents=True)
    (lists / "sitecustomize.py").write_text(LISTS, "utf-8")
    root, out = folder / machine["root"], folder / f"{machine['root']}-site"
    shutil.copytree(records / "data", root / "data")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "generator").symlink_to(ROOT / "generator")
    environment = {**os.environ, **machine["environment"], "PYTHONPATH": f"{lists}:{ROOT}"}
    command = [sys.executable, "-c", BUILD, root, out, machine["umask"], machine["workers"]]
    run = {"cwd": folder, "env": environment, "capture_output": True, "text": True}
    done = subprocess.run(command, **run, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    listed = [sys.executable, "-c", f"import os; print(*os.listdir({str(ROOT)!r}))"]
    said = subprocess.run(listed, **run, check=True).stdout.split()
    assert said == sorted(said, reverse=bool(machine["environment"]["BACKWARDS"])) and len(said) > 9
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file()
    }


def test_two_machines_make_the_same_bytes(records, tmp_path):
    here, there = (
        built(machine, records, tmp_path / name)
        for name, machine in (("here", HERE), ("there", THERE))
    )
    assert len(here) > 5 * COUNT
    assert set(here) == set(there)
    assert [path for path in here if here[path] != there[path]] == []
