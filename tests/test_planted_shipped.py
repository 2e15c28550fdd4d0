"""The magnitude gate before slips in the demo records, and before what is odd but right."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.records.finding import Finding
from tests import gate
from tests.planted import shipped
from tests.planted.shipped import Laid

pytestmark = pytest.mark.slow

ON = date(2026, 11, 27)
DATA = Path(__file__).parent.parent / "data"
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


@pytest.mark.parametrize("name", shipped.ODD)
def test_what_is_odd_but_right_is_not(name, tmp_path):
    found = asked(tmp_path, list(shipped.odd(name)))
    assert not [(one.called, [str(f) for f in findings]) for one, findings in found if findings]


def test_a_demo_project_in_another_folder_is_not(tmp_path):
    found = asked(tmp_path, list(shipped.right(DATA)))
    assert not [(one.called, [str(f) for f in findings]) for one, findings in found if findings]
