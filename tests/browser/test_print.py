"""What is printed: a project on four pages at most, lists as they are shown, whole notices on request."""

import re

import pytest

pytestmark = pytest.mark.browser

PROJECT = "projects/990100-2024-shequ-jiaozheng-bangjiao/"
LARGE = [
    PROJECT,
    "projects/990200-2025-shehui-jiuzhu-kuangjia-xieyi/",
    "projects/990100-2024-yunxi-shequ-weilao/",
]


def pages(page):
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4")))


@pytest.mark.parametrize("path", LARGE)
def test_a_project_prints_on_four_pages_at_most(watched, path):
    assert 2 <= pages(watched().open(path, "networkidle")) <= 4


def test_the_print_says_how_it_went_and_where_it_comes_from(watched):
    page = watched().open(PROJECT, "networkidle")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    said = page.locator("#main").inner_text()
    for part in ("概要", "经过", "承诺与结果", "与规定对照", "不符合", "打印于 20"):
        assert part in said
    assert re.search(r"SHA-256：[0-9a-f]{64}", said)
    assert "本页目录" not in said
    assert not page.locator("#notices").is_visible()


def test_whole_notices_are_printed_on_request(watched):
    one = watched()
    one.page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page = one.open(PROJECT, "networkidle")
    short = page.locator("details.p-sheet[open]").count()
    page.get_by_role("button", name="打印全部公告").click()
    page.emulate_media(media="print")
    assert page.locator("details.p-sheet[open]").count() > short
    assert page.locator("#notices").is_visible()
    assert page.locator("details.p-sheet .p-facts").first.is_visible()
    assert pages(page) > 10


def test_a_list_prints_what_it_shows_under_what_was_asked(watched):
    page = watched().open("projects/?q=养老", "networkidle")
    page.locator("[data-results] > li").first.wait_for()
    shown = page.locator("[data-results] > li").count()
    page.emulate_media(media="print")
    assert page.locator("[data-results] > li:visible").count() == shown > 3
    assert page.locator("#p-query").is_visible()
    assert page.locator("[data-count]").is_visible()
    assert not page.locator("select[name=sort]").is_visible()
    assert not page.get_by_text("筛选条件").is_visible()


@pytest.mark.parametrize("path", ["notices/award/", "suppliers/", "purchasers/"])
def test_no_list_prints_empty(watched, path):
    page = watched().open(path, "networkidle")
    page.emulate_media(media="print")
    assert page.locator("#main .p-row:visible").count() > 3
