"""A word is explained where it stands: by keyboard and by thumb, and by a plain link without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PROJECT = "projects/990100-2024-shequ-jiaozheng-bangjiao/"


def test_a_word_opens_its_meaning_by_keyboard_and_gives_the_focus_back(watched):
    page = watched().open(PROJECT, "networkidle")
    page.locator("a.p-term", has_text="最高限价").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog", name="最高限价是什么意思")
    expect(box).to_be_focused()
    expect(box).to_contain_text("报价")
    assert page.url.endswith(PROJECT)
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(page.locator("a.p-term", has_text="最高限价")).to_be_focused()


def test_on_a_phone_the_meaning_stands_on_the_screen_and_leads_to_the_guide(watched):
    page = watched(viewport={"width": 360, "height": 700}, has_touch=True).open(PROJECT)
    page.locator("a.p-term", has_text="公开招标").tap()
    box = page.get_by_role("dialog")
    expect(box).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not [one["id"] for one in Axe().run(page).response["violations"]]
    box.get_by_role("link", name="到指南里看").tap()
    page.wait_for_url(re.compile(r"guide/methods/#open-tender"))


def test_where_the_guide_cannot_be_read_the_word_leads_there(watched):
    page = watched().open(PROJECT, "networkidle")
    page.route("**/assets/terms.js", lambda route: route.abort())
    page.locator("a.p-term", has_text="公开招标").click()
    page.wait_for_url(re.compile(r"guide/methods/#open-tender"))


def test_without_scripts_a_word_is_a_link(watched):
    page = watched(java_script_enabled=False).open(PROJECT)
    page.locator("a.p-term", has_text="公开招标").click()
    expect(page.locator("#open-tender")).to_be_in_viewport()
