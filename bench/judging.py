"""Times the law alone: every rule and duty on records that are already loaded.

`python -m bench.judging N` prints the processor seconds that two workers need side by
side, without reading, validating or showing anything.
"""

import gc
import multiprocessing
import os
import sys
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench import corpus
from generator.law import across, opinion
from generator.records import abstract, known, register
from generator.records.digest import Digest
from generator.records.known import Known
from generator.records.survey import Place, survey

_BATCH = 64
_ON = date(2026, 11, 23)


class Judged(NamedTuple):
    """What one batch came to: records, verdicts, seconds of judging, digests."""

    records: int
    verdicts: int
    seconds: float
    digests: list[Digest]


def measure(count: int, folder: Path) -> tuple[int, int, float]:
    """Records, verdicts, and the processor seconds of a worker, rules over projects included."""
    corpus.write(count, folder)
    found = survey(folder)
    knowledge, _ = known.load(folder, found, _ON)
    places = [found.projects[i : i + _BATCH] for i in range(0, len(found.projects), _BATCH)]
    workers = os.cpu_count() or 1
    # As the crew does: a batch is loaded, then judged, then made small, and what it leaves
    # behind is collected between batches.
    with multiprocessing.get_context("fork").Pool(workers, gc.disable) as pool:
        parts = pool.map(partial(_judge, folder, knowledge), places)
    began = time.process_time()
    over = across.verdicts([one for part in parts for one in part.digests], knowledge)
    last = time.process_time() - began
    seconds = sum(part.seconds for part in parts) / workers + last
    verdicts = sum(part.verdicts for part in parts) + sum(map(len, over.values()))
    return sum(part.records for part in parts), verdicts, seconds


def _judge(folder: Path, knowledge: Known, places: list[Place]) -> Judged:
    projects = [one for one, _ in register.load_projects(folder, places, knowledge) if one]
    assert len(projects) == len(places)
    began = time.process_time()
    said = [opinion.of_project(one, knowledge) for one in projects]
    seconds = time.process_time() - began
    records = sum(len(one.everything) for one in projects)
    verdicts = sum(len(one.verdicts) for one in said)
    digests = [abstract.of_project(one) for one in projects]
    gc.collect()
    return Judged(records, verdicts, seconds, digests)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="judge-") as into:
        records, verdicts, seconds = measure(int(sys.argv[1]), Path(into))
    print(f"{records} records, {verdicts} verdicts: {seconds:.2f} s on {os.cpu_count()} cores")
