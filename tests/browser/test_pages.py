"""Every kind of page works for every reader: phone, keyboard, dark, without scripts."""

import re
import shutil
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import gate
from tests.conftest import ON
from tests.kinds import DEMO, PAGES

pytestmark = pytest.mark.browser

SHANGHAI = ZoneInfo("Asia/Shanghai")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_errors_and_asks_nobody_else(watched, name):
    one = watched()
    page = one.open(PAGES[name], "networkidle")
    assert page.title()
    assert page.locator("h1").count() == 1
    assert not one.errors
    assert not one.outside


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(watched, name):
    page = watched(**PHONE).open(PAGES[name])
    widest = page.evaluate("document.documentElement.scrollWidth")
    too_wide = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1"
        " && getComputedStyle(one).position !== 'absolute').map(one => one.className).slice(0, 5)"
    )
    assert widest <= 390, too_wide


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(watched, name, scheme):
    page = watched(color_scheme=scheme).open(PAGES[name])
    found = Axe().run(page).response["violations"]
    assert not [
        (one["id"], node["target"], node.get("failureSummary", "")[:200])
        for one in found
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize(
    "name",
    [
        "home",
        "explorer",
        "an invented project",
        "a supplier",
        "two side by side",
        "notices of a kind",
    ],
)
def test_what_a_thumb_must_hit_is_large_enough(watched, name):
    page = watched(**PHONE).open(PAGES[name])
    small = page.evaluate(
        "[...document.querySelectorAll('button, input:not([type=checkbox]):not([type=radio]), select, summary, .p-nav a, .p-footer li a')]"
        ".filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5 && !one.classList.contains('md-toggle'))"
        ".map(one => one.outerHTML.slice(0, 80))"
    )
    assert not small


def test_records_are_shown_without_scripts(watched):
    one = watched(java_script_enabled=False)
    page = one.open("projects/")
    assert page.locator("[data-part=plain] .p-rows > li").count() == 50
    assert not page.locator("[data-part=explorer]").is_visible()
    assert page.get_by_role("link", name="下一页").is_visible()
    page = one.open(PAGES["an invented project"])
    assert page.get_by_text("取消承接资格").first.is_visible()
    page = one.open("")
    page.get_by_role("checkbox", name="也显示虚构的演示").check()
    assert page.get_by_text("2026年11月25日").first.is_visible()


def test_a_keyboard_alone_reaches_everything(watched):
    page = watched().open("projects/")
    page.wait_for_selector("[data-results] .p-row")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary')]"
        ".filter(one => one.offsetParent && one.tabIndex >= 0 && !one.disabled && one.type !== 'radio' && (one.tagName === 'SUMMARY' || !one.closest('details:not([open])')) && !one.classList.contains('md-toggle')).length"
    )
    reached = set()
    for _ in range(wanted + 25):
        page.keyboard.press("Tab")
        mark = page.evaluate(
            "() => { const one = document.activeElement; if (one === document.body) return null;"
            " one.dataset.reached ??= String(Math.random()); const ring = getComputedStyle(one).outlineStyle;"
            " return [one.dataset.reached, one.matches('input[type=radio], .md-toggle') || ring !== 'none'] }"
        )
        if mark:
            reached.add(mark[0])
            assert mark[1], "focus is not visible"
    assert len(reached) >= wanted


def test_the_skip_link_leads_to_the_text(watched):
    page = watched().open(PAGES["a real project"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "跳到正文"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_slash_goes_to_the_search_box(watched):
    page = watched().open(PAGES["a real project"])
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("a/b")
    assert page.evaluate("document.activeElement.value") == "a/b"


def test_the_site_works_under_a_sub_path(watched, real_site, serve, tmp_path):
    shutil.copytree(real_site, tmp_path / "deep" / "gongshi")
    home = serve(tmp_path)
    one = watched(home)
    page = one.open(f"deep/gongshi/{PAGES['a real project']}")
    page.get_by_role("link", name="供应商", exact=True).click()
    page.wait_for_url(f"{home}deep/gongshi/suppliers/")
    page = one.open("deep/gongshi/projects/?q=横栏镇")
    page.wait_for_selector("[data-results] .p-row")
    assert page.locator("[data-results] .p-row").count() == 1
    assert not one.errors
    assert not one.outside


def test_colours_follow_the_system_and_the_reader(watched):
    page = watched(color_scheme="dark").open("")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
    page = watched(color_scheme="light").open("")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 247)"


def test_a_project_prints_without_what_is_only_for_screens(watched):
    page = watched().open(PAGES["a real project"])
    page.emulate_media(media="print")
    assert not page.locator(".p-nav").is_visible()
    assert not page.locator(".p-header__search").is_visible()
    # Of few notices the page is short: they are printed whole.
    assert page.locator(".p-sheet").first.is_visible()


def test_the_state_of_a_window_is_said_when_read(watched):
    one = watched()
    page = one.open("projects/320902-2026-minzheng-fuwuzhan-2026-2028/")
    say = page.evaluate(
        "async () => { const { stateOf } = await import('/assets/windows.js');"
        " const window = { since: '2026-11-18', until: '2026-11-25', time: '17:00', days: '2026-11-18 2026-11-19 2026-11-20 2026-11-23 2026-11-24 2026-11-25' };"
        " return ['2026-11-17 09:00', '2026-11-18 09:00', '2026-11-22 09:00', '2026-11-25 16:59', '2026-11-25 17:00', '2026-11-26 00:00']"
        ".map((now) => stateOf(window, ...now.split(' ')).says) }"
    )
    assert say == [
        "尚未开始",
        "还剩 5 个工作日",
        "还剩 3 个工作日",
        "今天是最后一天",
        "已经结束",
        "已经结束",
    ]
    # Counted days have a safe end and a last one: between them nothing is over.
    say = page.evaluate(
        "async () => { const { stateOf } = await import('/assets/windows.js');"
        " const window = { since: '', until: '2026-12-01', last: '2026-12-02', time: '', days: '' };"
        " return ['2026-12-01', '2026-12-02', '2026-12-03'].map((day) => stateOf(window, day, '09:00').says) }"
    )
    assert say == ["今天是稳妥的最后一天", "稳妥的日子已过", "已经结束"]


def as_if_real(home):
    """The front page with the invented openings in the list of real ones, on the clock."""
    listed = r'<ul class="p-rows p-openings" data-part="openings">.*?</ul>'
    demo = re.search(
        rf'<div class="p-demo p-demo-only"><h3>[^<]*</h3>\s*({listed})\s*</div>', home, re.DOTALL
    )
    home = re.sub(listed, lambda _: demo[1], home.replace(demo[0], ""), count=1, flags=re.DOTALL)
    # Invented records keep to a day of their own.
    return re.sub(r' data-today="[^"]*"', "", home)


def test_a_window_that_closed_after_the_build_is_no_longer_called_open(
    watched, repository, serve, tmp_path
):
    out = tmp_path / "site"
    mark = '<li><a href="projects/990100-2026-yunxi-weilao/'
    configuration = repository / "mkdocs.yml"
    text = configuration.read_text("utf-8").replace("demo_on: 2026-11-23", "demo_on: 2026-03-06")
    configuration.unlink()
    configuration.write_text(text, "utf-8")
    assert not gate.build(repository, out, ON)
    home = (out / "index.html").read_text("utf-8")
    assert mark in home
    (out / "index.html").write_text(as_if_real(home), "utf-8")
    for now, shown in (("2026-03-09T15:59:59Z", True), ("2026-03-09T16:00:00Z", False)):
        one = watched(serve(out))
        one.page.clock.set_fixed_time(now)
        page = one.open("")
        assert page.locator(".p-openings > li").first.is_visible() is shown
        assert page.get_by_text("目前没有正在公示的真实公告").is_visible() is not shown


AGES = {"on the day": (0, None), "after three days": (3, None), "after four": (4, "4 天")}


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("path", ["", f"projects/{DEMO}/", "guide/object/"])
def test_a_page_says_that_the_site_has_not_been_made_anew(watched, path, age):
    """The nightly run that was switched off is noticed by whoever reads a page."""
    days, says = AGES[age]
    one = watched()
    # Shortly after midnight in Shanghai, which is the day before elsewhere.
    one.page.clock.set_fixed_time(datetime(2026, 11, 23, 0, 5, tzinfo=SHANGHAI) + timedelta(days))
    page = one.open(path, "networkidle")
    notes = page.locator(".p-stale")
    assert notes.count() == (1 if says else 0)
    assert "网站生成于2026年11月23日" in page.locator("[data-part=built]").inner_text()
    if says:
        assert f"本站已有 {says}没有更新（生成于2026年11月23日）" in notes.inner_text()
        assert not Axe().run(page).response["violations"]
    assert not one.errors


def test_the_day_of_the_site_stands_there_without_scripts(watched):
    page = watched(java_script_enabled=False).open("projects/")
    assert "网站生成于2026年11月23日" in page.locator("footer").inner_text()


def test_a_script_never_calls_the_day_of_what_is_invented_today(watched):
    page = watched().open("")
    page.locator("[data-part=demo]").check()
    said = page.locator("[data-part=window][data-today] [data-say]").all_inner_texts()
    assert "演示日是最后一天" in said
    assert not [one for one in said if "今天" in one]
