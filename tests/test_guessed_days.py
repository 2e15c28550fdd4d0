"""A day that no notice states is marked 推断 wherever a page heads something with it."""

from generator.publish.directory import Directory
from generator.publish.project import story
from generator.publish.words import sheet
from generator.publish.words.cells import notice_words
from generator.records import places
from tests import rulecases

GUESSED = {"value": "2026-03-02", "basis": "inferred"}
MENTIONED = [{"event": "tender", "on": GUESSED, "words": "首轮招标"}]


NOBODY = Directory({}, frozenset(), places.Divisions({}), {})


def project(**award):
    return rulecases._project({"notices": {"undated-award": award}}, "case")


def test_the_heading_of_a_notice_and_of_a_step_say_that_its_day_is_inferred():
    found = project(published=GUESSED)
    (notice,) = found.notices
    assert notice_words(notice).endswith("2026年3月2日（周一）（推断）")
    assert sheet.sheet(notice, NOBODY).guess == "（推断）"
    assert [one.guess for one in story.told(found, {}).steps] == ["（推断）"]


def test_the_day_of_a_deed_and_of_what_is_mentioned_say_so_too():
    steps = story.told(project(published="2026-03-20", determined_on=GUESSED), {}).steps
    assert [(one.label, one.guess) for one in steps] == [
        ("确定供应商", "（推断）"),
        ("采购结果公告", ""),
    ]
    steps = story.told(project(published="2026-03-20", mentions=MENTIONED), {}).steps
    assert [one.guess for one in steps] == ["（推断）", ""]


def test_a_day_that_is_stated_has_no_mark():
    found = project(published="2026-03-02")
    (notice,) = found.notices
    assert "推断" not in notice_words(notice)
    assert sheet.sheet(notice, NOBODY).guess == ""
