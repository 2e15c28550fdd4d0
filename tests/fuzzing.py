"""Whatever bytes come in, findings come out: the doors of the generator tried at random.

    python -m tests.fuzzing [--inputs 100000] [--seed 7] [target ...]

A seed is spoilt in up to eight places, so that what is tried looks like what people write.
Each input must be answered by findings or by what was read, within bounds of time and memory.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from generator.intake.notice import files as notice_files
from generator.intake.notice import reader as notices
from generator.intake.sheet import reading as sheets
from generator.intake.sheet.opened import opened
from generator.intake.sheet.unopened import Unopened
from generator.publish.chrome import configuration
from generator.records import annals, mending, places, purged
from generator.records.finding import Finding
from generator.records.model import KINDS
from generator.records.privacy import gate
from generator.records.reading import read_record
from tests import reading_notices
from tests.sheets import building
from tests.shipped import ROOT

# An input is a few kilobytes: more than this is a stall. Of the whole process, in megabytes.
SECONDS, MEMORY = 2.0, 1_000
LONGEST = 6_000
# What a hand, a broken editor or somebody who means harm may add.
PIECES = (
    *(
        "\n",
        "  ",
        "\t",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "#",
        "|",
        ">",
        "&a ",
        "*a",
        "!!python/x ",
        "---",
    ),
    *(
        "'",
        '"',
        "\\",
        "\0",
        "\ufeff",
        "\u2028",
        "\u202e",
        "９",
        "：",
        "，",
        "（",
        "）",
        "万",
        "元",
        "%",
    ),
    *("2026-02-30", "2026-00", "1e999", "0x1F", "10000000000000000000", "-0", ".inf", "~", "null"),
    *("=HYPERLINK(", "<script>", "javascript:", "110101199001011234", "13800138000", "::error::"),
)


class Target(NamedTuple):
    """A door: what spoilt inputs begin as, and what is done with one."""

    seeds: Sequence[bytes]
    answer: Callable[[bytes], None]


class Spoilt(NamedTuple):
    """A change: where in an input, how much of it goes, what comes in its place."""

    at: int
    gone: int
    piece: bytes


def shipped() -> list[bytes]:
    """Records of every kind, the short ones, as they are read on main."""
    found = sorted((ROOT / "data").rglob("*.yml"))
    return [raw for raw in (path.read_bytes() for path in found) if len(raw) < LONGEST]


def _findings(found: Iterable[Finding]) -> None:
    for one in found:
        assert one.line >= 1 and one.column >= 1 and one.sentence, one
        assert "\n" not in one.sentence and "Traceback" not in one.sentence, one


def _record(raw: bytes) -> None:
    read = read_record("data/x.yml", "2026-03-02-award", raw, frozenset(KINDS))
    assert read.filed or read.findings
    _findings(read.findings)


def _persons(raw: bytes) -> None:
    hits = gate.look(raw)
    text = raw.decode("utf-8", "replace")
    assert all(hit.line >= 1 and hit.column >= 1 for hit in hits)
    assert isinstance(gate.masked(text, hits), str)


def _mended(raw: bytes) -> None:
    once = mending.mended(raw, {})
    assert mending.mended(once, {}) == once


def _settings(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, configuration.NAME).write_bytes(raw)
        held, findings = configuration.load(Path(folder))
    assert (held is None) == bool(findings)
    _findings(findings)


def _divisions(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, places.FILE).write_bytes(raw)
        _, findings = places.load(Path(folder))
    _findings(findings)


def _refused(refused: Exception) -> None:
    said = str(refused)
    assert said and "\n" not in said, said


def _notice(raw: bytes) -> None:
    try:
        draft = notices.read(notice_files.blocks_of(raw))
    except (notice_files.Unreadable, notices.NoKind) as refused:
        _refused(refused)
        return
    assert all(one.ask for one in draft.questions)


def _sheet(raw: bytes) -> None:
    try:
        found = sheets.read(opened("x.csv", raw), "x.csv")
    except Unopened as refused:
        _refused(refused)
        return
    assert all(one.why or one.place.words for one in found.unread)


def _annals(raw: bytes) -> None:
    try:
        annals.dumps(annals.loads(raw))
    except annals.Unreadable as refused:
        _refused(refused)


def _purged(raw: bytes) -> None:
    _, findings = purged.load(raw)
    _findings(findings)


_TABLE = [
    ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额（万元）", "成交日期"],
    ["XG-1", "为老服务", "虚构区民政局", "虚构春晖社工中心", "46.8", "2026-03-02"],
    ["XG-2", "助残服务", "虚构区残联", "虚构启明社工中心、虚构同心社工中心", "约65.5", "2026年3月"],
    ["", "合计", "", "", "112.3", ""],
]
_ENTRY = annals.Annals(
    "0" * 40,
    (
        annals.Entry(
            **dict.fromkeys(annals.Entry._fields, "") | {"day": "2026-03-02", "change": "corrected"}
        ),
    ),
)
_PURGES = f"purges:\n- {{date: 2026-03-02, records: 1, reason: 删去, old: {'a' * 40}, new: {'b' * 40}}}\n".encode()


def targets() -> dict[str, Target]:
    """Every door by its name."""
    records = shipped()
    rows = (ROOT / "data" / places.FILE).read_bytes().splitlines(keepends=True)
    return {
        "record": Target(records, _record),
        "persons": Target(records, _persons),
        "mending": Target(records, _mended),
        "settings": Target([(ROOT / configuration.NAME).read_bytes()], _settings),
        "notice": Target([case.raw for case in reading_notices.cases()], _notice),
        "sheet": Target(
            [building.text(_TABLE, "utf-8"), building.text(_TABLE, "gb18030", "\t")], _sheet
        ),
        "annals": Target([annals.dumps(_ENTRY)], _annals),
        "purged": Target([_PURGES], _purged),
        "divisions": Target([b"".join(rows[:40]), b""], _divisions),
    }


def spoilt(raw: bytes, changes: Iterable[Spoilt]) -> bytes:
    """An input with its changes made, one after the other."""
    for at, gone, piece in changes:
        where = at % (len(raw) + 1)
        raw = raw[:where] + piece + raw[where + gone :]
    return raw


def inputs(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Seeds spoilt in up to eight places, and now and then bytes of no sense at all."""
    piece = st.sampled_from([one.encode() for one in PIECES]) | st.binary(max_size=12)
    gone = st.sampled_from([0, 0, 1, 2, 7, 60, 700])
    change = st.builds(Spoilt, st.integers(0, LONGEST), gone, piece)
    near = st.builds(spoilt, st.sampled_from(seeds), st.lists(change, max_size=8))
    return near | st.binary(max_size=300)


def run(target: Target, count: int, seed: int) -> float:
    """Try so many inputs; the seconds of the slowest. Raises what the first bad one raises."""
    slowest = 0.0

    @seeded(seed)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(target.seeds))
    def tried(raw: bytes) -> None:
        nonlocal slowest
        took = _seconds(target, raw)
        if took >= SECONDS:
            # The first inputs load models and lists; what is slow is slow once more.
            took = _seconds(target, raw)
        slowest = max(slowest, took)
        assert took < SECONDS, f"{took:.1f} s"

    tried()
    return slowest


def _seconds(target: Target, raw: bytes) -> float:
    began = time.process_time()
    target.answer(raw)
    return time.process_time() - began


def main() -> int:
    """Try the targets that are asked for, or all; 1 where one of them fell."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("target", nargs="*")
    asked.add_argument("--inputs", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=0)
    given_ = asked.parse_args()
    for name, target in targets().items():
        if given_.target and name not in given_.target:
            continue
        slowest = run(target, given_.inputs, given_.seed)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{name}: {given_.inputs} inputs, slowest {slowest * 1000:.0f} ms, peak {peak} MB",
            flush=True,
        )
        if peak > MEMORY:
            print(f"{name}: more than {MEMORY} MB", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
