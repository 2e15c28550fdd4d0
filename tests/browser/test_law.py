"""What the law says is right on the day it is read, and a letter stays in the page."""

import re

import pytest

from generator.law.judge import rules

pytestmark = pytest.mark.browser

STATES = """async () => {
  const { dutyState, spanState } = await import("../assets/duties.js")
  const given = { fixed: "", due: "2026-11-23", since: "2026-11-20" }
  const alone = { fixed: "", due: "", since: "2026-11-20" }
  const span = { since: "2025-07-01", until: "2027-06-30" }
  return [
    dutyState(given, "2026-11-23"), dutyState(given, "2026-11-24"),
    dutyState(alone, "2026-11-20"), dutyState(alone, "2026-11-21"),
    dutyState({ ...given, fixed: "late" }, "2026-11-24"),
    spanState(span, "2025-06-30"), spanState(span, "2027-06-30"), spanState(span, "2027-07-01"),
  ]
}"""


def test_the_state_of_a_duty_is_set_when_it_is_read(watched):
    page = watched().open("ledger/", "networkidle")
    assert page.evaluate(STATES) == [
        "due",
        "overdue",
        "upcoming",
        "unlimited",
        "late",
        "尚未开始",
        "在期限内",
        "已经期满",
    ]


def test_the_ledger_is_filtered_and_the_filter_is_the_address(watched):
    page = watched().open("ledger/", "networkidle")
    all_rows = page.locator("[data-part=ledger-rows] > li").count()
    page.locator("select[name=state]").select_option("晚于期限")
    shown = page.locator("[data-part=ledger-rows] > li")
    assert 0 < shown.count() < all_rows
    assert all("晚于期限" in text for text in shown.all_inner_texts())
    assert "state=" in page.url
    address = f"ledger/{page.url.partition('/ledger/')[2]}"
    again = watched().open(address, "networkidle")
    assert again.locator("[data-part=ledger-rows] > li").count() == shown.count()


def test_the_ledger_stands_without_scripts(watched):
    page = watched(java_script_enabled=False).open("ledger/")
    assert page.locator("[data-part=ledger-rows] > li").count() > 5
    assert not page.locator("[data-part=ledger]").is_visible()


def test_a_letter_is_filled_from_the_window_and_stays_text(watched):
    one = watched()
    page = one.open("projects/990100-2026-jingshen-kangfu-danyi-laiyuan/", "networkidle")
    page.get_by_role("link", name="写信").first.click()
    page.wait_for_selector("[data-part=letter]:not([hidden])")
    paper = page.locator("[data-part=letter-paper]")
    assert "异议书" in paper.inner_text()
    assert "精神障碍社区康复" in paper.inner_text()
    assert "虚构江城市民政局" in paper.inner_text()
    page.locator("textarea[name=what]").fill("<img src=x onerror=alert(1)> 还有别家能做")
    assert "<img src=x" in paper.inner_text()
    assert paper.locator("img").count() == 0
    assert not one.outside
    assert not one.errors


def test_a_letter_can_be_copied_without_scripts(watched):
    page = watched(java_script_enabled=False).open("guide/letter/")
    assert not page.locator("[data-part=letter]").is_visible()
    assert page.get_by_text("不用填表也可以照着写").is_visible()


def test_every_verdict_of_a_project_leads_to_its_rule(watched):
    page = watched().open("projects/990200-2024-huaiyin-qingshaonian-fanzui-yufang/")
    links = page.locator("#law ~ * a[href*='rules/']")
    ids = {
        href.rstrip("/").rpartition("/")[2]
        for href in links.evaluate_all("all => all.map(a => a.getAttribute('href'))")
    }
    assert len(ids & set(rules())) > 20


def test_a_letter_prints_on_one_page(watched):
    page = watched().open("guide/letter/#kind=objection&title=虚构项目&to=虚构局", "networkidle")
    page.wait_for_selector("[data-part=letter]:not([hidden])")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


def test_another_kind_of_letter_keeps_nothing_of_the_first(watched):
    start = "guide/letter/#kind=objection&to=虚构局&until=2026-11-25"
    page = watched().open(start, "networkidle")
    assert "2026年11月25日" in page.locator("[data-part=letter-until]").inner_text()
    page.locator("select[name=kind]").select_option("report")
    assert "2026年11月25日" not in page.locator("[data-part=letter-until]").inner_text()
    assert page.locator("input[name=to]").input_value() == ""
