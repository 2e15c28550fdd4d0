"""The magnitude gate before lists of slips that were chosen before it was read."""

import shutil
from collections import Counter
from datetime import date

import pytest

from generator.records.finding import Finding
from tests import gate
from tests.planted import chosen
from tests.planted.writing import Case, write
from tests.shipped import ROOT

pytestmark = pytest.mark.slow

ON = date(2026, 11, 23)
WANTED = 0.95
LISTS = ("first", "second", "third", "fourth")

Found = dict[str, list[Finding]]


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> Found:
    """What halts a check of all the cases at once, by the path of the file."""
    root = tmp_path_factory.mktemp("chosen")
    shutil.copytree(ROOT / "data" / "jurisdictions", root / "data" / "jurisdictions")
    shutil.copy(ROOT / "data" / "divisions.csv", root / "data")
    write([*chosen.right(), *chosen.odd(), *every_slip()], root / "data")
    by_path: Found = {}
    for one in gate.check(root, ON):
        by_path.setdefault(one.path, []).append(one)
    return by_path


def every_slip() -> list[Case]:
    return [case for name in LISTS for case in chosen.slips(name)]


def of(found: Found, case: Case) -> list[Finding]:
    return [one for path, some in found.items() if case.owns(path) for one in some]


@pytest.mark.parametrize("name", LISTS)
def test_nearly_every_slip_is_asked_about(found: Found, name: str) -> None:
    slips = chosen.slips(name)
    missed = [case.at for case in slips if not any(one.id[:2] == "MG" for one in of(found, case))]
    assert 1 - len(missed) / len(slips) >= WANTED, "\n".join(missed)


def test_nothing_right_or_odd_is_asked_about(found: Found) -> None:
    alarms = [
        f"{case.at}: {one}" for case in (*chosen.right(), *chosen.odd()) for one in of(found, case)
    ]
    assert not alarms, "\n".join(alarms)


def test_no_other_gate_stops_what_was_typed(found: Found) -> None:
    """A slip that another gate stops proves nothing about this one."""
    assert not [str(one) for some in found.values() for one in some if one.id[:2] != "MG"]


def test_every_case_stands_in_files_of_its_own() -> None:
    cases = [*chosen.right(), *chosen.odd(), *every_slip()]
    held = Counter(path for case in cases for path, _ in case.files())
    assert set(held.values()) == {1}
    assert len(every_slip()) == 339
    assert len(chosen.odd()) == 170
