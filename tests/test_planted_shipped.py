"""The magnitude gate before slips in the demo records, and before what is odd but right."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.records.finding import Finding
from tests import gate
from tests.planted import shipped
from tests.planted.shipped import Laid
from tests.shipped import ROOT

pytestmark = pytest.mark.slow

ON = date(2026, 11, 27)
DATA = ROOT / "data"
Asked = list[tuple[Laid, list[Finding]]]


def asked(root: Path, cases: list[Laid]) -> Asked:
    """What is asked about each of the cases, laid beside the records that ship."""
    shutil.copytree(DATA, root / "data")
    for one in cases:
        shipped.write(one, root / "data")
    findings = gate.check(root, ON)
    return [(one, [f for f in findings if f.path.startswith(f"data/{one.below}")]) for one in cases]


@pytest.mark.parametrize("name", shipped.LISTS)
def test_a_slip_in_a_demo_record_is_asked_about(name, tmp_path):
    found = asked(tmp_path, list(shipped.slips(name, DATA)))
    assert not [one.called for one, findings in found if not findings]


def of_third(root: Path, typed: str) -> list[str]:
    """The questions about a slip of the third list, each with its file and place."""
    cases = [one for one in shipped.slips("third", DATA) if typed in one.called]
    ((_, findings),) = asked(root, cases)
    return [f"{Path(one.path).stem} {one.sentence}" for one in findings]


def test_an_outlying_score_is_asked_about_once_and_nobody_else_is_blamed(tmp_path):
    (told,) = of_third(tmp_path, "score: 12.3")
    assert "at: bidders.2.score," in told


def test_a_price_by_unit_is_held_to_the_limits_of_its_own_round(tmp_path):
    told = of_third(tmp_path, "unit_price: 980")
    assert told and all("2025-10-13-tender" not in one for one in told)


@pytest.mark.parametrize("name", shipped.ODD)
def test_what_is_odd_but_right_is_not(name, tmp_path):
    found = asked(tmp_path, list(shipped.odd(name)))
    assert not [(one.called, [str(f) for f in findings]) for one, findings in found if findings]


def test_a_demo_project_in_another_folder_is_not(tmp_path):
    found = asked(tmp_path, list(shipped.right(DATA)))
    assert not [(one.called, [str(f) for f in findings]) for one, findings in found if findings]
