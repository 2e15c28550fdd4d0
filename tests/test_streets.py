"""A record stands under every street, town and community that it names, and under no other."""

from dataclasses import replace

import pytest

from generator.publish.project import streets
from generator.records.places import Division, Divisions
from tests.test_course import digest

CITY = Divisions(
    {
        "440000": Division("440000", "广东省", ""),
        "440300": Division("440300", "深圳市", "440000"),
        "440303": Division("440303", "罗湖区", "440300"),
    }
)
SAID = {
    "清水河街道": ["清水河街道"],
    "罗湖区清水河街道": ["清水河街道"],
    "清水河街道9个社区": ["清水河街道"],
    "八圩乡部分": ["八圩乡"],
    "新华街": ["新华街"],
    "兰草社区": ["兰草社区"],
    "10个乡镇(街道)": [],
    "全市6个街道": [],
    "6个街道社工站": [],
    "六个社区": [],
    "各镇": [],
    "**镇": [],
    "罗湖区": [],
    "罗湖区全区": ["全区"],
    "全市": ["全市"],
}


@pytest.mark.parametrize("said", SAID)
def test_only_what_is_named_is_a_street(said):
    notice = {"2026-01-05-tender": {"published": "2026-01-05", "lots": [{"places": [said]}]}}
    one = replace(digest(notice), division="440303")
    assert list(streets.inside(one, CITY)) == [f"{name}（罗湖区）" for name in SAID[said]]


def test_the_place_of_the_record_and_those_of_its_services_stand_once():
    own = {"place": "清水河、东门", "places": ["清水河街道", "清水河"]}
    one = replace(digest({}, **own), division="440303")
    assert streets.named(one, CITY) == ["清水河", "东门", "清水河街道"]
