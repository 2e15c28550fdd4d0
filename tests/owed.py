"""What the tests of duties are told, word for word: `owed.txt`, a line a duty.

The tests say what matters of a duty; this holds the rest: by whom, from what, why not.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from generator.records.digest import Duty

HELD = Path(__file__).with_name("owed.txt")
TESTS = ("test_obligations.py", "test_duties_by_lot.py")
_blessed: list[str] | None = None


def accept(test: str, answers: Iterable[Sequence[Duty]]) -> None:
    """Compares what a test was told with what was accepted, or takes it while blessing."""
    told = [line for i, found in enumerate(answers, 1) for line in _lines(f"{test} · {i}", found)]
    if _blessed is not None:
        _blessed.extend(told)
        return
    text = HELD.read_text(encoding="utf-8").splitlines()
    assert sorted(told) == [one for one in text if one.startswith(f"{test} · ")], (
        "if right: make bless"
    )


def bless() -> int:
    """Runs the tests and writes what they were told; how many lines, 0 where a test fails."""
    global _blessed
    _blessed = []
    folder = Path(__file__).parent
    failed = pytest.main(["-q", "-p", "no:cacheprovider", *(str(folder / one) for one in TESTS)])
    lines, _blessed = sorted(_blessed), None
    if failed:
        return 0
    HELD.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)


def _lines(place: str, found: Sequence[Duty]) -> list[str]:
    return [f"{place} · {_line(one)}" for one in found] or [f"{place} · nothing"]


def _line(one: Duty) -> str:
    until = f"{one.since or '-'} to {one.due or '-'}"
    by = "、".join(one.by) or "-"
    what = f"{one.what}, lot {one.lot}" if one.lot else one.what
    parts = (what, one.state, one.article, until, by, one.cause, one.stem, one.why, one.said)
    return " · ".join(part or "-" for part in parts)
