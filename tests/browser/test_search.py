"""The explorer finds what is there, says so in the address, and survives what is typed."""

import re
from urllib.parse import quote

import pytest

from tests.browser.conftest import until

pytestmark = pytest.mark.browser

ROWS = "[data-results] .p-row"
# What a reader who cannot see it is told: the list is no longer busy.
DONE = "[data-results][aria-busy=false]"


@pytest.fixture
def explorer(watched):
    one = watched()

    def search(query="", **others):
        given = "&".join(
            [f"q={quote(query)}", *(f"{key}={quote(value)}" for key, value in others.items())]
        )
        page = one.open(f"projects/?{given}")
        page.wait_for_selector(DONE, state="attached")
        page.watch = one
        return page

    return search


# The first sum that a row says.
SUM = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?) 元")


def titles(page):
    return [one.strip() for one in page.locator(f"{ROWS} .p-row__title").all_inner_texts()]


FOUND = {
    "横栏镇": "2026年横栏镇居家养老上门服务项目",
    "GDYD251135": None,
    "JH25-210624-00275": "宽甸满族自治县2025年特殊困难老年人家庭上门服务项目",
    "jh25 210624": "宽甸满族自治县2025年特殊困难老年人家庭上门服务项目",
    "武汉楷信": "社会组织评估",
    "通用环球青鸟": "2026年横栏镇居家养老上门服务项目",
    "一户一策": "2025年度“一户一策”第三方评价项目",
    "锡林郭勒": "2024年未成年人关爱保护服务项目",
    "爱·家园": "石湾镇街道爱·家园残疾人康复中心社工服务项目",
    "爱家园": "石湾镇街道爱·家园残疾人康复中心社工服务项目",
}


@pytest.mark.parametrize("query", [query for query, title in FOUND.items() if title])
def test_a_part_of_what_is_stated_finds_its_project(explorer, query):
    assert any(FOUND[query] in title for title in titles(explorer(query)))


def test_a_place_finds_all_its_projects_and_no_others(explorer):
    page = explorer("中山市")
    rows = page.locator(ROWS)
    assert rows.count() >= 4
    assert all("中山市" in text for text in rows.all_inner_texts())


def test_what_is_found_is_marked(explorer):
    page = explorer("居家养老")
    assert page.locator(f"{ROWS} mark").first.inner_text() == "居家养老"


def test_search_as_you_type_and_the_address_follows(explorer):
    page = explorer()
    all_ = page.locator("[data-count]").inner_text()
    page.locator("#p-query").press_sequentially("横栏")
    until(page, "() => document.querySelectorAll('[data-results] .p-row').length === 1")
    assert "q=%E6%A8%AA%E6%A0%8F" in page.url
    page.reload()
    page.wait_for_selector(ROWS)
    assert page.locator(ROWS).count() == 1
    assert page.locator("[data-count]").inner_text() != all_


def test_facets_narrow_and_can_be_taken_back(explorer):
    page = explorer()
    page.locator("summary", has_text="方式").click()
    page.get_by_label(re.compile("^竞争性磋商 ")).check()
    assert "method=competitive-consultation" in page.url
    count = int(re.search(r"找到 (\d+)", page.locator("[data-count]").inner_text())[1])
    assert 0 < count < 76
    page.get_by_role("button", name="去掉条件 竞争性磋商").click()
    assert "method" not in page.url


def test_the_counts_beside_a_facet_are_what_choosing_it_gives(explorer):
    page = explorer()
    page.locator("summary", has_text="领域").click()
    label = page.locator("[data-facet=field] label").first
    promised = int(re.search(r"\d+", label.inner_text().split()[-1])[0])
    label.locator("input").check()
    assert f"找到 {promised} 条记录" in page.locator("[data-count]").inner_text()


def test_sorting_by_amount_puts_the_largest_first(explorer):
    page = explorer("", demo="0", sort="high")
    says = page.locator(f"{ROWS} .p-row__says").all_inner_texts()
    sums = [float(found[1].replace(",", "")) for one in says if (found := SUM.search(one))]
    assert len(sums) > 5
    assert sums == sorted(sums, reverse=True)


def test_invented_records_come_only_when_they_are_asked_for(explorer):
    page = explorer("虚构")
    assert page.locator(ROWS).count() == 0
    assert "没有找到" in page.locator("[data-count]").inner_text()
    page.get_by_role("button", name=re.compile(r"另有 \d\d 条虚构的演示")).click()
    page.wait_for_selector(DONE, state="attached")
    assert page.locator(ROWS).count() > 10
    assert "demo=1" in page.url
    page.get_by_role("button", name="隐藏演示记录").click()
    page.wait_for_selector(DONE, state="attached")
    assert page.locator(ROWS).count() == 0


def test_a_search_from_the_front_page_shows_what_its_box_says(watched):
    page = watched().open("")
    page.locator("[name=q]").fill("武汉 养老")
    page.locator("[name=q]").press("Enter")
    page.wait_for_selector(DONE, state="attached")
    assert page.locator(f"{ROWS} .p-badge--demo").count() == 0
    page.get_by_role("button", name=re.compile(r"另有 \d+ 条虚构的演示")).wait_for()
    page = watched().open("")
    page.locator("[data-part=demo]").check()
    assert all(
        "demo=1" in one.get_attribute("href") for one in page.locator("a[href*='projects/?']").all()
    )
    page.locator("[name=q]").fill("武汉 养老")
    page.locator("[name=q]").press("Enter")
    page.wait_for_selector(f"{ROWS} .p-badge--demo")
    assert "demo=1" in page.url


STRANGE = [
    "",
    " ",
    "的",
    "'\"",
    "<img src=x onerror=alert(1)>",
    "%00",
    "🙂",
    ".*(?",
    "\\",
    "a" * 10_000,
    "１２３ＡＢＣ",
    "年2026",
]


@pytest.mark.parametrize("query", STRANGE, ids=[f"strange-{i}" for i, _ in enumerate(STRANGE)])
def test_nothing_typed_breaks_the_page_or_becomes_markup(explorer, query):
    page = explorer()
    page.locator("#p-query").fill(query)
    page.wait_for_timeout(50)
    assert page.locator("[data-count]").inner_text()
    assert page.locator("img[src=x]").count() == 0
    assert not page.watch.errors


def test_full_width_letters_find_what_half_width_ones_do(explorer):
    assert titles(explorer("ＪＨ２５")) == titles(explorer("jh25")) != []


def test_without_its_data_the_list_stays_and_says_so(watched, address):
    one = watched()
    one.page.route("**/search/*.json", lambda route: route.fulfill(status=404))
    page = one.open("projects/?q=x")
    page.get_by_text("检索数据没有加载成功").wait_for()
    assert page.locator("[data-part=plain] .p-rows > li").count() == 50


def test_the_search_box_of_every_page_leads_to_the_explorer(watched):
    page = watched().open("guide/")
    page.keyboard.press("/")
    page.keyboard.type("横栏镇")
    page.keyboard.press("Enter")
    page.wait_for_selector(ROWS)
    assert titles(page) == ["2026年横栏镇居家养老上门服务项目"]


def test_every_example_of_the_front_page_finds_something(watched):
    home = watched().open("")
    addresses = [one.get_attribute("href") for one in home.locator(".p-home__search p a").all()]
    assert len(addresses) >= 3
    for address in addresses:
        page = watched().open(address)
        page.wait_for_selector("[data-results] .p-row")


def test_without_scripts_the_search_box_promises_nothing_and_says_what_to_do(watched):
    page = watched(java_script_enabled=False).open("")
    said = page.locator("#p-home-search noscript, #p-home-search .p-empty").first
    assert "搜索用不了" in said.inner_text()
    for name, path in WAYS.items():
        assert said.get_by_role("link", name=name).get_attribute("href") == path
    page.locator("#p-home-q").fill("居家养老")
    page.locator("#p-home-search button").click()
    page.wait_for_url("**/projects/?q=*")
    answer = page.locator("main noscript .p-empty")
    assert "输入的词没有用上" in answer.inner_text()
    assert "搜索和筛选用不了" in answer.inner_text()
    # It stands above the list that answers nothing.
    rows = page.locator("[data-part=plain]")
    assert answer.bounding_box()["y"] < rows.bounding_box()["y"]
    answer.get_by_role("link", name="领域").click()
    assert page.locator("h1").inner_text() == "领域"


def test_with_scripts_nothing_is_said_of_them(watched):
    page = watched().open("", "networkidle")
    assert "没有运行脚本" not in page.locator("main").inner_text()


WAYS = {
    "领域": "fields/",
    "地区": "places/",
    "公告种类": "notices/",
    "采购人": "purchasers/",
    "供应商": "suppliers/",
}


def test_the_choice_to_show_what_is_invented_is_carried_along_and_back(watched):
    one = watched()
    page = one.open("")
    page.locator("[data-part=demo]").check()
    # What the front page counts with the demos, its link opens with them.
    counts = page.locator(
        ".p-home__ways li", has=page.get_by_role("link", name="采购人", exact=True)
    )
    real, demo = map(int, re.findall(r"\d+", counts.inner_text()))
    page.locator(".p-home__ways").get_by_role("link", name="采购人", exact=True).click()
    page.wait_for_selector(DONE, state="attached")
    assert f"找到 {real + demo} 家" in page.locator("[data-count]").inner_text()
    page.locator(".p-nav").get_by_role("link", name="项目", exact=True).click()
    page.wait_for_selector(ROWS)
    page.get_by_role("button", name="隐藏演示记录").wait_for()
    # A page that shows neither keeps what was chosen; the front page still says so.
    page = one.open("about/")
    page.locator(".p-nav").get_by_role("link", name="公告", exact=True).click()
    page.get_by_role("button", name="隐藏演示记录").click()
    assert not one.open("").locator("[data-part=demo]").is_checked()
    assert "demo" not in page.locator(".p-nav a[href*='projects/']").get_attribute("href")


def test_the_search_of_an_invented_page_finds_what_is_invented(watched):
    page = watched().open("suppliers/demo-jc-zhengyuan/")
    page.locator("#p-find").fill("正源")
    page.locator("#p-find").press("Enter")
    page.wait_for_selector(f"{ROWS} .p-badge--demo")
    # A page of what is real asks for nothing invented.
    page = watched().open("guide/search/")
    page.locator("#p-find").fill("正源")
    page.locator("#p-find").press("Enter")
    page.wait_for_selector(DONE, state="attached")
    assert page.locator(f"{ROWS} .p-badge--demo").count() == 0


def test_no_name_is_offered_that_only_hidden_records_have(explorer):
    page = explorer("虚构云杉街道")
    assert page.locator(ROWS).count() == 0
    page.get_by_role("button", name=re.compile("另有 .* 条虚构的演示")).wait_for()
    assert not [
        one for one in page.locator("[data-empty] button").all_inner_texts() if "虚构" in one
    ]
