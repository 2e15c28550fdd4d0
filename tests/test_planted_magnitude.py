"""The magnitude gate before its held-out judge: slips are asked about, odd values are not."""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.records.finding import Finding
from tests import gate, planted_magnitude, small
from tests.planted.writing import Case, capital, write

pytestmark = pytest.mark.slow

SEEDS = (1, 2)
ON = date(2026, 11, 22)
WANTED = 0.95


@dataclass(frozen=True, repr=False)
class Judged:
    """What was planted, and what the whole check says of it."""

    slips: list[Case]
    odd: list[Case]
    right: list[Case]
    findings: list[Finding]

    def asked(self, case: Case) -> list[Finding]:
        return [one for one in self.findings if one.id.startswith("MG-") and case.owns(one.path)]


@pytest.fixture(scope="module", params=SEEDS)
def judged(request, tmp_path_factory) -> Judged:
    seed = request.param
    slips, odd = planted_magnitude.slips(seed), planted_magnitude.odd(seed)
    right = planted_magnitude.right(seed)
    root = tmp_path_factory.mktemp("planted")
    shutil.copytree(small.SMALL / "data", root / "data")
    write([*slips, *odd, *right], root / "data")
    return Judged(slips, odd, right, gate.check(root, ON))


def test_nearly_every_slip_is_asked_about(judged: Judged) -> None:
    missed = [case for case in judged.slips if not judged.asked(case)]
    share = 1 - len(missed) / len(judged.slips)
    assert share >= WANTED, f"{share:.1%} of {len(judged.slips)}\n{by_class(judged.slips, missed)}"


def test_nothing_odd_is_asked_about(judged: Judged) -> None:
    assert not alarms(judged, judged.odd)


def test_nothing_right_is_asked_about(judged: Judged) -> None:
    assert not alarms(judged, judged.right)


def test_the_gate_finds_nothing_else_in_what_was_planted(judged: Judged) -> None:
    """Every record is well-formed: a slip that another gate stops would prove nothing."""
    assert not [str(one) for one in judged.findings if not one.id.startswith("MG-")]


def test_a_slip_changes_one_line(judged: Judged) -> None:
    for case in judged.slips:
        lines = zip(case.was.splitlines(), case.text.splitlines(), strict=True)
        changed = [pair for pair in lines if pair[0] != pair[1]]
        assert len(changed) == 1, case.at


def test_enough_is_planted_and_everything_stands_in_a_file_of_its_own(judged: Judged) -> None:
    assert len(judged.slips) >= 150
    assert len(judged.odd) >= 80
    paths = [
        path for case in (*judged.slips, *judged.odd, *judged.right) for path, _ in case.files()
    ]
    assert len(paths) == len(set(paths))


def test_the_same_seed_plants_the_same_bytes() -> None:
    first, second = (
        [list(case.files()) for case in planted_magnitude.slips(SEEDS[0])] for _ in range(2)
    )
    other = [list(case.files()) for case in planted_magnitude.slips(SEEDS[1])]
    assert first == second
    assert first != other


@pytest.mark.parametrize(
    ("yuan", "spoken"),
    [
        (842_000, "捌拾肆万贰仟元整"),
        (1_008_000, "壹佰万捌仟元整"),
        (1_000_500, "壹佰万零伍佰元整"),
        (300_045, "叁拾万零肆拾伍元整"),
        (91_008, "玖万壹仟零捌元整"),
        (780, "柒佰捌拾元整"),
    ],
)
def test_capitals_are_written_as_banks_write_them(yuan: int, spoken: str) -> None:
    assert capital(yuan) == spoken


def alarms(judged: Judged, cases: list[Case]) -> list[str]:
    return [f"{case.at}: {one}" for case in cases for one in judged.asked(case)]


def by_class(planted: list[Case], missed: list[Case]) -> str:
    """Found and planted by class, then every place that was missed."""
    total, lost = Counter(one.label for one in planted), Counter(one.label for one in missed)
    table = [f"{total[name] - lost[name]:4} of {total[name]:3}  {name}" for name in sorted(total)]
    places = [f"missed: {case.label} | {case.at} | {Path(case.folder).name}" for case in missed]
    return "\n".join((*table, *places))
