"""Calendars: read back as they were meant, whole days and hours, the same bytes each time."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from tests import followed, small

BASE = "https://example.github.io/gongshi/"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The site of a few records, some of whose deadlines lie ahead."""
    root = tmp_path_factory.mktemp("dated")
    followed.lay(root / "records")
    folder = root / "records/data/projects/110101/2026/kaifang"
    folder.mkdir(parents=True)
    (folder / "project.yml").write_text(followed.PROJECT, "utf-8")
    tender = followed.NOTICES["2025-03-01-tender"].replace("2025-03-", "2026-03-")
    tender = tender.replace("T09:30", "T24:00")
    (folder / "2026-03-01-tender.yml").write_text(tender, "utf-8")
    return {file.path: file.whole for file in small.files(root / "records", root / "out")}


def events(data):
    found = Calendar.from_ical(data)
    assert not found.errors
    assert all(not one.errors for one in found.walk())
    return found.walk("VEVENT")


def test_every_calendar_reads_back_and_holds_what_it_must(real_site):
    found = sorted((real_site / "calendar").rglob("*.ics"))
    assert len(found) > 80
    for path in found:
        data = path.read_bytes()
        held = Calendar.from_ical(data)
        assert held["VERSION"] == "2.0" and held["PRODID"] and held["X-WR-CALNAME"]
        assert held["REFRESH-INTERVAL"].dt == timedelta(days=1)
        assert held.subcomponents, "a calendar holds one thing at least"
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        assert b"\n" not in data.replace(b"\r\n", b"")
        data.decode("utf-8")
        uids = [str(one["UID"]) for one in events(data)]
        assert len(uids) == len(set(uids))
        assert "VALARM" not in data.decode()


def test_folds_never_break_a_character(real_site):
    for line in (real_site / "calendar/demo.ics").read_bytes().split(b"\r\n"):
        line.decode("utf-8")


def test_an_event_of_days_ends_on_the_first_day_after(real_site):
    held = events((real_site / "calendar/demo.ics").read_bytes())
    whole = [one for one in held if not isinstance(one["DTSTART"].dt, datetime)]
    assert len(whole) > 10
    for one in whole:
        assert one["DTSTART"].params["VALUE"] == "DATE" == one["DTEND"].params["VALUE"]
        assert one["DTEND"].dt > one["DTSTART"].dt
        assert one["DTSTAMP"].dt.tzinfo is UTC or one["DTSTAMP"].dt.utcoffset() == timedelta(0)


def test_an_hour_is_told_by_the_clock_of_the_world(real_site):
    held = events((real_site / "calendar/demo.ics").read_bytes())
    moments = {
        str(one["UID"]): one["DTSTART"].dt
        for one in held
        if isinstance(one["DTSTART"].dt, datetime)
    }
    # 2026-12-01 14:00 in China.
    assert datetime(2026, 12, 1, 6, 0, tzinfo=UTC) in moments.values()


def test_the_end_of_a_day_is_the_first_hour_of_the_next(made):
    (end,) = [
        one for one in events(made["calendar/all.ics"]) if "最后一天，接受响应" in one["SUMMARY"]
    ]
    assert end["DTSTART"].dt == datetime(2026, 3, 10, 16, 0, tzinfo=UTC)
    assert "DTEND" not in end
    assert end["SUMMARY"] == f"最后一天，接受响应：{followed.HOSTILE}"
    assert end["DTSTAMP"].dt == datetime(2026, 2, 28, 16, 0, tzinfo=UTC)
    assert str(end["URL"]).startswith(f"{BASE}projects/110101-2026-kaifang/#")
    (stretch,) = [
        one for one in events(made["calendar/all.ics"]) if one["SUMMARY"].startswith("接受响应")
    ]
    assert (stretch["DTSTART"].dt, stretch["DTEND"].dt) == (date(2026, 3, 1), date(2026, 3, 11))


def test_a_calendar_of_one_place_field_or_purchaser_holds_its_own(made):
    uids = {str(one["UID"]) for one in events(made["calendar/all.ics"])}
    assert uids
    for path in (
        "places/110101",
        "places/110000",
        "fields/social-welfare",
        "purchasers/bj-minzheng",
    ):
        assert {str(one["UID"]) for one in events(made[f"calendar/{path}.ics"])} == uids, path
    assert not events(made["calendar/fields/disability.ics"])


def test_what_is_invented_is_in_calendars_of_its_own(real_site):
    for path in (real_site / "calendar").rglob("*.ics"):
        own = path.stem.startswith(("demo", "99"))
        for one in events(path.read_bytes()):
            assert str(one["SUMMARY"]).startswith("演示：") == own, path


def test_only_what_has_not_appeared_is_owed_and_whoever_owes_it_has_it(real_site):
    held = events((real_site / "calendar/demo.ics").read_bytes())
    owed = [one for one in held if "应当公布的事项" in str(one["CATEGORIES"].to_ical().decode())]
    assert owed
    ledger = (real_site / "ledger/rows.json").read_text("utf-8")
    for one in owed:
        project = str(one["UID"]).split("/")[0]
        assert f"projects/{project}/" in ledger
        late = "到期未见" in one["SUMMARY"]
        assert late == (one["DTSTART"].dt < date(2026, 11, 23))


def test_ids_name_no_host_and_bytes_repeat(made, tmp_path):
    again = {file.path: file.whole for file in small.files(small.SMALL, tmp_path)}
    once = {file.path: file.whole for file in small.files(small.SMALL, tmp_path / "b")}
    paths = [path for path in again if path.startswith("calendar/")]
    assert paths and all(again[path] == once[path] for path in paths)
    for one in events(made["calendar/all.ics"]):
        assert re.fullmatch(r"[\w/-]+@gongshi\.example", str(one["UID"]))
