"""Every value that a real record states stands on its page: text, note, number and day."""

import re
from datetime import date, datetime

import pytest
import yaml

from generator.law import opinion
from generator.publish.pages import record
from generator.records import register, survey
from tests import stated
from tests.bodies import ROOT, body_of, press

# What is said of a record beside the notice, and what is a word of a list rather than of the text.
_OURS = {"kind", "portal"}
_WORDED = {"basis", "unit", "fictional"}


def real(places):
    return [place for place in places if not place.division.startswith("99")]


FOUND = survey.survey(ROOT)


@pytest.mark.parametrize("place", real(FOUND.projects), ids=lambda place: place.id)
def test_every_value_of_a_project_stands_on_its_page(place):
    page = stated.plain(body_of(place.id))
    assert not [one for file in sorted(place.folder.glob("*.yml")) for one in lost(file, page)]


@pytest.mark.parametrize("place", real(FOUND.notices), ids=lambda place: str(place.folder.name))
def test_every_value_of_a_loose_notice_stands_on_its_page(place):
    for notice in register.load_notices(ROOT, place, press().known)[0]:
        said = opinion.of_notice(notice, press().known)
        page = stated.plain(record.notice_page(press(), notice, said)[1].whole.decode())
        assert not list(lost(ROOT / notice.filed.path, page))


def test_a_lost_note_is_noticed():
    folder = ROOT / "data/projects/430121/2022/shequ-shehui-gongzuo-fuwu"
    page = stated.plain(body_of("430121-2022-shequ-shehui-gongzuo-fuwu"))
    file = folder / "undated-contract.yml"
    assert list(lost(file, page.replace("14名社工", "名社工")))
    assert list(lost(file, page.replace("4000", "400")))


def lost(file, page):
    """Path and value of whatever a file states and a page does not show."""
    record = yaml.safe_load(file.read_text("utf-8"))
    # What a copy has put in place of names and numbers is no page's to show.
    hidden = {"name", "phone"} if record["source"].get("replaced") else set()
    for path, value in leaves(record):
        if not (path[0] in {"contacts", "panel"} and path[-1] in hidden) and not shows(page, value):
            yield ".".join(map(str, path)), value


def leaves(given, path=()):
    if isinstance(given, dict | list):
        for key, value in given.items() if isinstance(given, dict) else enumerate(given):
            if not (path == () and key in _OURS) and key not in _WORDED:
                yield from leaves(value, (*path, key))
    elif given is not None and not isinstance(given, bool):
        yield path, given


def shows(page, value):
    if isinstance(value, datetime):
        return shows(page, value.date()) and f"{value:%H:%M}" in page
    if isinstance(value, int | float | date):
        return stated.shows(page, stated.normal(str(value)))
    if re.fullmatch(r"[a-z0-9-]*[a-z][a-z0-9-]*", value):
        return True  # a word of a list, the id of a party, the name of a file
    words = stated.normal(value).replace("\n", "")
    day, _, time = words.partition(";")
    pieces = (day, time) if time and day.isdigit() else (words,)
    return all(one in page.replace("\n", "") for one in pieces)
