"""Whatever a record can hold can be judged, shown and taken away: no key breaks a page, a table or a feed."""

import json

import pytest

from generator.law import opinion
from generator.publish.data.api import records as api
from generator.publish.data.loaded import Loaded
from generator.publish.data.made import made
from generator.publish.pages import record
from generator.records.model import NOTICE_KINDS
from generator.records.walk import slots
from tests import rulecases
from tests.bodies import press
from tests.filledup import whole

# Few keys of a kind exclude one another: of the others all stand.
MOST_LEFT_OUT = 12


@pytest.fixture(scope="module", params=NOTICE_KINDS)
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def project(kind):
    one = whole(kind)
    return rulecases._project(
        {"notices": {f"2026-03-02-{kind}": one, f"2026-04-02-{kind}": one}}, "990100-2026-x"
    )


def test_nearly_every_key_stands(kind):
    held = whole(kind)
    every = {slot.key for slot in slots(NOTICE_KINDS[kind])}
    assert len(every - held.keys()) <= MOST_LEFT_OUT, sorted(every - held.keys())


def test_all_of_it_is_judged_shown_and_taken(project):
    said = opinion.of_project(project, press().known)
    digest, page = record.project_page(press(), project, said)
    text = page.whole.decode()
    assert all(one.stem in text for one in project.notices)
    loaded = Loaded(press(), project, digest, said)
    assert made(loaded)["notices"]
    for file in api.files(loaded):
        assert json.loads(file.data)
