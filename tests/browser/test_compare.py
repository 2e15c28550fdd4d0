"""Two parties stand side by side as their own pages tell them, at an address that can be passed on."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import until

pytestmark = pytest.mark.browser

A, B = "demo-jc-zhengyuan", "demo-jc-chunhui"
BUYER, YANGFAN = "demo-jc-minzhengju", "demo-jc-yangfan"
TABLE = "[data-part=compare-table] table"
NAMES = {A: "虚构正源社会工作服务社", B: "虚构春晖社会工作服务中心", BUYER: "虚构江城市民政局"}


def opened(watched, query, **context):
    one = watched(**context)
    page = one.open(f"compare/{query}", "networkidle")
    page.wait_for_selector("[data-part=compare]:not([hidden])")
    return one, page


def heads(page):
    return [one.split("\n")[0] for one in page.locator(f"{TABLE} thead th a").all_inner_texts()]


def test_the_address_says_which_two_in_the_order_that_was_asked(watched):
    for first, second in ((A, B), (B, A), (BUYER, A)):
        one, page = opened(watched, f"?a={first}&b={second}")
        assert heads(page) == [NAMES[first], NAMES[second]]
        assert NAMES[first] in page.title()
        assert not one.errors and not one.outside


def test_each_cell_says_what_the_page_of_the_party_says_and_leads_where_it_leads(watched):
    one, page = opened(watched, f"?a={A}&b={B}")
    row = page.locator(f"{TABLE} tbody tr").filter(has=page.get_by_role("rowheader", name="2024"))
    cell = row.locator("td").first
    assert "合同 652,000 元" in cell.inner_text()
    href = cell.get_by_role("link", name="合同 652,000 元").evaluate("one => one.href")
    own = one.open(f"suppliers/{A}/", "load")
    there = own.get_by_role("link", name="合同 652,000 元（65.2 万元）").first
    assert there.evaluate("one => one.href") == href
    years = own.locator("[data-part=years] tbody th").all_inner_texts()
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize("pair", [(A, YANGFAN), (BUYER, B)])
def test_every_number_side_by_side_is_that_of_the_page_of_the_party(watched, pair):
    one, page = opened(watched, "?a={}&b={}".format(*pair))
    page.wait_for_selector(TABLE)
    numbers = re.compile(r"[\d,.]+(?= (?:元|份|项|分))")
    there = [column(page, i) for i in (0, 1)]
    for id, held in zip(pair, there, strict=True):
        own = one.open(f"{'purchasers' if id == BUYER else 'suppliers'}/{id}/", "load")
        rows = own.locator("[data-part=years] tbody > tr")
        years = {row.locator("th").inner_text(): row.text_content() for row in rows.all()}
        for year, text in years.items():
            assert numbers.findall(held[year]) == numbers.findall(text) != [], (id, year)


def column(page, i):
    """By row, what stands in one column of the table."""
    rows = page.locator(f"{TABLE} > tbody > tr").all()
    return {row.locator("th").inner_text(): row.locator("td").nth(i).text_content() for row in rows}


def row_of(page, name):
    return page.locator(f"{TABLE} tbody > tr").filter(
        has=page.get_by_role("rowheader", name=name, exact=True)
    )


def test_a_bar_stands_under_the_name_with_its_days_and_leads_to_the_decision(watched):
    one, page = opened(watched, f"?a={A}&b={YANGFAN}")
    first = page.locator(f"{TABLE} tbody > tr").first
    barred, free = (cell.inner_text() for cell in first.locator("td").all())
    assert "取消承接资格" in barred and "在期限内" in barred
    assert "2025年7月1日" in barred and "2027年6月30日" in barred
    assert free == "没有收录还在期限内的整改、取消承接资格的决定"
    href = first.locator("td").first.get_by_role("link").evaluate("one => one.href")
    assert "/projects/990100-2024-shequ-jiaozheng-bangjiao/#" in href
    award = row_of(page, "2026年").locator("td").first
    assert "EL-5" in award.inner_text() and "看对照和依据" in award.inner_text()
    assert not one.errors


def test_what_was_decided_and_what_it_was_not_chosen_for_are_rows_of_their_own(watched):
    one, page = opened(watched, f"?a={A}&b={BUYER}")
    lost, decided = row_of(page, "未中选").locator("td"), row_of(page, "评价后的处理").locator("td")
    assert "未中选 2 项" in lost.first.inner_text()
    lost.first.locator("summary").click()
    assert "竞争性磋商" in lost.first.inner_text()
    assert "不予支付" in decided.first.inner_text()
    assert decided.first.get_by_role("link").count() == 7
    for cell in (lost.last, decided.last):
        assert cell.inner_text() == "采购人的页不列这一项"
    assert not one.errors


@pytest.mark.parametrize("width", [390, 1280])
def test_names_to_choose_from_are_large_enough_to_touch(watched, width):
    _, page = opened(watched, "", viewport={"width": width, "height": 844})
    page.locator("#compare-a").fill("社会")
    boxes = [one.bounding_box() for one in page.locator("[data-side=a] button").all()]
    assert len(boxes) == 8 and all(one["height"] >= 44 for one in boxes)
    gaps = [b["y"] - a["y"] - a["height"] for a, b in pairwise(boxes)]
    assert min(gaps) >= 6


def test_a_year_that_one_has_not_says_that_nothing_is_held(watched):
    _, page = opened(watched, f"?a={A}&b={B}")
    assert page.get_by_text("这一年没有收录").count() >= 1


def test_by_keyboard_two_are_found_chosen_and_the_address_passed_on(watched):
    one, page = opened(watched, "")
    assert page.get_by_text("选好两家，这里就并列显示").is_visible()
    page.locator("#compare-a").focus()
    page.keyboard.type("正源")
    page.wait_for_selector("[data-side=a] button")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == f"{NAMES[A]}（演示）"
    page.keyboard.press("Enter")
    # What is still to be chosen is next.
    assert page.evaluate("document.activeElement.id") == "compare-b"
    page.keyboard.type("春晖 社会")
    page.wait_for_selector("[data-side=b] button")
    page.keyboard.press("Enter")
    page.wait_for_selector(TABLE)
    assert page.url.endswith(f"?a={A}&b={B}")
    assert page.evaluate("document.activeElement.dataset.part") == "compare-table"
    _, again = opened(watched, page.url.partition("compare/")[2])
    assert heads(again) == heads(page) == [NAMES[A], NAMES[B]]
    page.go_back()
    until(page, "() => !document.querySelector('[data-part=compare-table] table')")
    assert page.locator("#compare-b").input_value() == ""
    assert not one.errors


def test_what_the_address_names_and_nobody_here_has_is_answered_and_not_repeated(watched):
    one, page = opened(watched, "?a=<b>nobody</b>&b=" + B)
    said = page.locator("[data-part=compare]").inner_text()
    assert "地址里的这一家，本站没有收录；请另找一家" in said
    # The place of the table says so too: that is where whoever opens a link looks.
    assert "地址里的第一家，本站没有收录" in page.locator("[data-part=compare-table]").inner_text()
    assert "nobody" not in page.locator("article").inner_text()
    assert not page.locator(TABLE).count()
    assert not one.errors


def test_a_name_that_nobody_has_says_what_to_try(watched):
    _, page = opened(watched, "")
    page.locator("#compare-a").fill("没有这一家")
    assert "可以少写几个字" in page.locator("[data-side=a]").inner_text()
    page.locator("#compare-a").fill("社")
    assert "只列前 8 家" in page.locator("[data-side=a]").inner_text()
    assert page.locator("[data-side=a] button").count() == 8


def test_the_same_twice_says_so(watched):
    _, page = opened(watched, f"?a={A}&b={A}")
    assert page.get_by_text("两边选的是同一家").is_visible()


def test_a_page_that_does_not_come_is_said(watched):
    one = watched()
    one.context.route(f"**/suppliers/{B}/", lambda route: route.abort())
    page = one.open(f"compare/?a={A}&b={B}", "networkidle")
    assert page.get_by_text("有一家的页没有读到").is_visible()


def test_without_scripts_it_says_what_it_needs_and_leads_to_the_lists(watched):
    page = watched(java_script_enabled=False).open("compare/")
    assert not page.locator("[data-part=compare]").is_visible()
    assert page.get_by_text("并列要靠脚本").is_visible()
    main = page.locator("article")
    for name, href in (("采购人", "/purchasers/"), ("供应商与其他机构", "/suppliers/")):
        assert (
            main.get_by_role("link", name=name, exact=True)
            .evaluate("one => one.href")
            .endswith(href)
        )


def test_a_party_page_leads_to_it_with_itself_as_the_first(watched):
    page = watched().open(f"suppliers/{A}/")
    page.get_by_role("link", name="与另一家并列看").click()
    page.wait_for_selector("[data-part=compare]:not([hidden])")
    assert page.locator("#compare-a").input_value() == NAMES[A]
    assert page.locator("#compare-b").input_value() == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_side_by_side_has_no_barrier_and_no_rank(watched, scheme, width):
    screen = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    one, page = opened(watched, f"?a={A}&b={B}", **screen)
    page.wait_for_selector(TABLE)
    assert not Axe().run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    colours = page.locator(f"{TABLE} td a").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).color))]"
    )
    assert len(colours) == 1
    assert not one.errors


def test_what_was_bought_before_is_among_the_contents_of_a_project(watched):
    page = watched().open("projects/990100-2026-shiliuwan-shequ-weilao/")
    page.locator("#contents").get_by_role("link", name="以前的同类采购").click()
    section = page.locator("section[aria-labelledby=earlier]")
    assert "（推断：没有写明是延续）" in section.inner_text()
    row = section.locator(".p-rows > li").filter(has_text="云溪街道")
    assert "公开招标" in row.inner_text() and "918,000 元" in row.inner_text()
    row.get_by_role("link").click()
    assert page.url.endswith("/projects/990100-2024-yunxi-shequ-weilao/")
