"""What is not asked for the keys that a record states would have said nothing."""

from collections import Counter
from itertools import chain

import pytest

from generator.records import acting
from generator.records.digest import ASKED_ROLES
from generator.records.doubts import _ROOMS, _concerned
from generator.records.doubts.sight import sight
from generator.records.model import NOTICE_KINDS, PROJECT
from generator.records.model.parties import Who
from generator.records.reading import read_record
from generator.records.walk import declared, types_in
from tests import planted_magnitude, small
from tests.conftest import ROOT
from tests.planted import chosen
from tests.test_chosen_slips import every_slip

KINDS = frozenset({*NOTICE_KINDS, PROJECT})


def planted():
    """Records in which a hand slipped, and odd ones."""
    cases = chain(planted_magnitude.slips(1), planted_magnitude.odd(1), chosen.odd(), every_slip())
    return [(stem, text.encode()) for case in cases for stem, text in case.files()]


def shipped():
    """The records of the repository and of the small site."""
    folders = (ROOT / "data" / "projects", ROOT / "data" / "notices", small.SMALL / "data")
    files = [path for folder in folders for path in sorted(folder.rglob("*.yml"))]
    return [(path.stem, path.read_bytes()) for path in files]


@pytest.fixture(scope="module")
def records():
    reads = [read_record(f"{stem}.yml", stem, raw, KINDS) for stem, raw in planted() + shipped()]
    return [read.filed for read in reads if read.filed]


@pytest.mark.slow
def test_a_room_that_is_passed_over_has_nothing_to_ask(records):
    asked, passed = Counter(), Counter()
    for filed in records:
        seen = sight(filed)
        for room, _ in _ROOMS:
            said = list(room(seen))
            if room in _concerned(seen.stated):
                asked[room] += bool(said)
            else:
                assert not said, (filed.path, room.__module__)
                passed[room] += 1
    # Were none to ask, or one never passed over, it would prove nothing; of four rooms no
    # slip was planted here, and their own tests enter them by the same door.
    assert sum(map(bool, asked.values())) >= 9, asked
    assert all(passed[room] for room, keys in _ROOMS if keys), passed


@pytest.mark.slow
def test_the_roles_that_are_asked_for_are_those_among_all(records):
    count = 0
    for filed in records:
        every = [one for one in acting.roles(filed) if one.key in ASKED_ROLES]
        assert list(acting.asked_roles(filed, False, None)) == every, filed.path
        count += len(every)
    assert count > 100


def test_under_the_keys_that_are_asked_for_stands_somebody():
    found = [types_in(model, name) for model, name in declared() if name in ASKED_ROLES]
    assert found
    assert all(
        any(isinstance(one, type) and issubclass(one, Who) for one in some) for some in found
    )
