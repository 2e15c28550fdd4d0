"""Nothing jumps while a page loads, every part has its name, and a phone shows what was found."""

import re
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
DONE = "[data-results][aria-busy=false]"
ROWS = "[data-results] .p-row"

# What moved without anybody having touched the page, added up as browsers do.
MOVED = """window.moved = 0; new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) { window.moved += one.value; (window.which ??= []).push(one.value.toFixed(3) + " " + one.sources.map((source) => `${source.node?.className || source.node?.nodeName} ${source.previousRect.y} to ${source.currentRect.y}`)) }
}).observe({ type: "layout-shift", buffered: true })"""
SLOW = {"offline": False, "latency": 60, "downloadThroughput": 2e5, "uploadThroughput": 2e5}
STILL = {
    "home": "",
    "explorer": "projects/",
    "a query": "projects/?q=" + quote("养老"),
    "a project": "projects/990100-2024-shequ-jiaozheng-bangjiao/",
    "an open window": "projects/990100-2026-jingshen-kangfu-danyi-laiyuan/",
    "suppliers": "suppliers/",
    "a supplier": "suppliers/demo-jc-zhengyuan/",
    "a purchaser": "purchasers/demo-jc-sifaju/",
    "the ledger": "ledger/",
    "the rules": "rules/",
    "a rule": "rules/DL-4/",
    "who is barred": "standing/",
    "notices of a kind": "notices/award/",
    "all notices": "notices/",
    "a letter": "guide/letter/#kind=removal",
    "a record to fill in": "submit/",
    "two side by side": "compare/?a=demo-jc-zhengyuan&b=demo-jc-chunhui",
}


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", STILL)
def test_nothing_jumps_while_a_page_loads_over_a_slow_line(watched, name, screen):
    one = watched(**screen)
    one.page.add_init_script(MOVED)
    # On the day it was built, no page has to say that it is old.
    one.page.clock.set_fixed_time("2026-11-23T04:00:00Z")
    session = one.context.new_cdp_session(one.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page = one.open(STILL[name], "networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") <= 0.05, page.evaluate("window.which")


PARTS = "[role=search], nav, main, section[aria-label], section[aria-labelledby], form[aria-label]"
NAMES = f"""[...document.querySelectorAll('{PARTS}')].filter(one => one.checkVisibility()).map(one => {{
  const by = one.getAttribute('aria-labelledby')
  const name = by ? document.getElementById(by)?.textContent.trim() : one.getAttribute('aria-label')
  return [one.getAttribute('role') ?? one.localName, name ?? (one.localName === 'main' ? 'main' : '')]
}})"""


@pytest.mark.parametrize(
    "path",
    [
        "",
        "projects/",
        "notices/",
        "suppliers/",
        "purchasers/",
        "guide/letter/",
        "ledger/",
        "compare/",
    ],
)
def test_every_landmark_has_a_name_of_its_own(watched, path):
    found = [tuple(one) for one in watched().open(path, "networkidle").evaluate(NAMES)]
    assert found
    assert all(name for _, name in found), found
    assert len(set(found)) == len(found), found


def ready(one, path):
    page = one.open(path)
    page.wait_for_selector(DONE, state="attached")
    return page


@pytest.mark.parametrize("path", ["projects/", "notices/", "suppliers/"])
def test_results_are_headings_below_a_heading(watched, path):
    page = ready(watched(), path)
    above = page.locator(".p-explorer__found > h2")
    assert above.inner_text().startswith("找到的")
    heads = page.locator(f"{ROWS} > h3 > a")
    assert heads.count() == page.locator(ROWS).count() > 1


def test_a_bar_of_the_chart_says_what_it_shows_first_and_counts_in_a_unit(watched):
    page = ready(watched(), "projects/")
    for bar in page.locator("[data-chart] button").all():
        said, seen = bar.get_attribute("aria-label"), bar.inner_text().split()
        year, many = seen
        assert re.match(rf"(?:年份)?{year}(?: 年)?，{many} 条", said), said


def test_on_a_phone_the_conditions_end_with_a_way_to_what_they_leave(watched):
    page = ready(watched(**PHONE), "projects/")
    page.get_by_text("筛选条件").click()
    page.locator("[data-facet=field] summary").click()
    page.locator("[data-facet=field] input").first.check()
    see = page.locator("[data-see]")
    found = int(re.search(r"找到 (\d+)", page.locator("[data-count]").inner_text())[1])
    assert see.inner_text() == f"看 {found} 条结果"
    # It stays in sight however long the conditions are.
    assert see.bounding_box()["y"] < PHONE["viewport"]["height"]
    see.click()
    assert page.locator(ROWS).first.bounding_box()["y"] < PHONE["viewport"]["height"]
    assert page.evaluate("document.activeElement.hasAttribute('data-count')")


def test_where_it_is_wide_the_results_stand_beside_their_conditions(watched):
    assert not ready(watched(**DESK), "projects/").locator("[data-see]").is_visible()


@pytest.mark.parametrize("path", ["guide/", "suppliers/"])
def test_the_search_of_the_header_can_be_read_on_a_phone(watched, path):
    page = watched(viewport={"width": 360, "height": 780}).open(path)
    # Every character is as wide as it is high, whatever fonts this machine has.
    room, words = page.evaluate(
        """() => { const box = document.querySelector("#p-find"), style = getComputedStyle(box)
        return [box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
          [...box.placeholder].length * parseFloat(style.fontSize)] }"""
    )
    assert words <= room


# Letters twice as large as this site sets them: 125 % of what a browser is set to.
LINES = """(label, name) => {
  const range = document.createRange()
  range.setStart(label.firstChild, 0)
  range.setEnd(label.firstChild, name.length)
  return new Set([...range.getClientRects()].map(({ top }) => top)).size
}"""
WIDE = """(select, words) => {
  const pen = document.createElement("canvas").getContext("2d"), style = getComputedStyle(select)
  pen.font = `${style.fontSize} ${style.fontFamily}`
  const arrow = 24
  return [pen.measureText(words).width, select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - arrow]
}"""
TWICE = """() => document.documentElement.style.setProperty("font-size", "250%", "important")"""


@pytest.mark.parametrize(
    "path",
    [
        "",
        "standing/",
        "rules/DL-4/",
        "ledger/",
        "suppliers/demo-jc-zhengyuan/",
        "projects/990100-2024-shequ-jiaozheng-bangjiao/",
    ],
)
def test_with_letters_twice_as_large_nothing_scrolls_sideways_and_the_search_has_room(
    watched, path
):
    page = watched(**PHONE).open(path, "networkidle")
    page.evaluate(TWICE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]
    box = page.locator("#p-find, #p-home-q")
    size = float(box.evaluate("box => getComputedStyle(box).fontSize").removesuffix("px"))
    assert box.bounding_box()["width"] >= 4 * size


def test_with_letters_twice_as_large_a_form_keeps_its_words_whole(watched):
    page = watched(**PHONE).open("ledger/", "networkidle")
    page.evaluate(TWICE)
    for name in ("采购人", "地区", "事项", "状态"):
        label = page.locator("[data-part=ledger] label", has_text=name)
        assert label.evaluate(LINES, name) == 1, name
    for path, names in (("guide/letter/", ("kind",)), ("guide/follow/", ("what", "how"))):
        page = watched(**PHONE).open(path, "networkidle")
        page.evaluate(TWICE)
        for name in names:
            select = page.locator(f"main select[name={name}], article select[name={name}]").first
            for option in select.locator("option").all_inner_texts():
                words, room = select.evaluate(WIDE, option)
                # The last of the list of what to follow is also said in full beside the address.
                assert words <= room or option.startswith("一家"), (path, option)


def test_the_search_of_the_header_can_be_read_with_letters_twice_as_large(watched):
    page = watched(**PHONE).open("ledger/", "networkidle")
    page.evaluate(TWICE)
    words, room = page.evaluate("""() => {
      const box = document.querySelector("#p-find"), style = getComputedStyle(box)
      const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      return [[...box.placeholder].length * parseFloat(style.fontSize), room]
    }""")
    assert words <= room


def test_the_years_of_a_list_do_not_run_sideways(watched):
    page = ready(watched(**DESK), "notices/?demo=1")
    page.evaluate(TWICE)
    chart = page.locator("[data-chart]")
    assert chart.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_switch_of_colours_has_a_name_and_no_drawing_is_without_one(watched):
    page = watched().open("ledger/", "networkidle")
    assert page.get_by_role("form", name="颜色").locator("input[type=radio]").count() == 3
    assert not page.evaluate("""() => [...document.querySelectorAll("svg")].filter(
      (one) => !one.closest("[aria-hidden=true]") && !one.getAttribute("aria-label")).length""")


def test_whoever_is_read_to_hears_what_the_switch_of_examples_brings(watched):
    page = watched().open("", "networkidle")
    said = page.locator("[data-part=demo-said]")
    assert said.get_attribute("role") == "status" and said.text_content() == ""
    page.locator("[data-part=demo]").check()
    shown = page.locator(".p-demo .p-rows > li:visible").count()
    assert shown and f"多了 {shown} 条演示" in said.text_content()
    page.locator("[data-part=demo]").uncheck()
    assert said.text_content() == "演示已隐藏"


def test_the_switch_of_the_rules_says_what_it_brought_too(watched):
    one = watched()
    page = one.open("rules/", "networkidle")
    page.locator("[data-part=demo]").check()
    said = page.get_by_role("status")
    assert "也数了演示" in said.text_content() and "多了" not in said.text_content()
    page.locator("[data-part=demo]").uncheck()
    assert said.text_content() == "演示已隐藏"
    assert not one.errors


def test_every_year_of_the_chart_is_in_sight_on_a_phone(watched):
    page = ready(watched(**PHONE), "projects/?demo=1")
    page.locator("[data-sums] summary").click()
    edges = page.locator("[data-chart] button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({ left, right }) => [left, right])"
    )
    assert len(edges) > 10
    assert all(left >= 0 and right <= PHONE["viewport"]["width"] for left, right in edges)


def test_pages_with_a_search_of_their_own_have_no_other(watched):
    for path in ("", "projects/"):
        page = watched(**PHONE).open(path)
        assert page.locator("[role=search]").count() == 1
        page.locator("input[name=q]:visible").wait_for()
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.name") == "q"


def test_the_front_page_is_short_and_leads_to_the_rest(watched):
    page = watched(**PHONE).open("", "networkidle")
    seen = "[...document.querySelectorAll('a[href]')].filter(one => one.checkVisibility()).length"
    assert page.evaluate(seen) <= 90
    assert page.evaluate("document.documentElement.scrollHeight") <= 6 * PHONE["viewport"]["height"]
    for path in ("fields/", "places/", "notices/"):
        assert page.locator(f".p-home__all a[href='{path}']").count() >= 1


@pytest.mark.parametrize("path", ["", "rules/"])
def test_what_is_invented_stands_behind_one_switch(watched, path):
    page = watched().open(path, "networkidle")
    invented = page.locator(".p-demo-only")
    assert invented.count() > 3
    assert not any(one.is_visible() for one in invented.all())
    page.get_by_role("checkbox", name=re.compile("虚构的演示")).check()
    # What is folded opens by a click of its own.
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert all(one.is_visible() for one in invented.all())


def test_a_number_of_the_front_page_is_what_its_link_shows(watched):
    one = watched()
    home = one.open("")
    links = home.evaluate(
        """() => [...document.querySelectorAll(".p-home__ways a[href*='?']")].map(
          one => [one.getAttribute("href"), parseInt(one.nextElementSibling.textContent)])"""
    )
    assert len(links) > 8
    for path, promised in links:
        found = ready(one, path).locator("[data-count]").inner_text()
        assert int((re.search(r"找到 (\d+)", found) or [0, 0])[1]) == promised, path


def test_sections_stand_in_named_groups_and_the_wordmark_leads_home(watched):
    page = watched(**PHONE).open("suppliers/")
    groups = page.locator(".p-nav__list > li > ul")
    names = [one.get_attribute("aria-label") for one in groups.all()]
    assert names == ["查找", "机构", "对照与评选", "说明"]
    assert page.locator(".p-nav [aria-current=true]").inner_text() == "供应商"
    # Two rows of tabs, no more.
    assert page.locator(".p-nav").bounding_box()["height"] <= 2 * 45 + 4
    home = page.url.split("/suppliers")[0].rstrip("/") + "/"
    page.get_by_role("link", name="公示 首页").click()
    page.wait_for_url(home)


# Links that stand for themselves; those within a sentence are as high as its lines.
ALONE = (
    ".p-row__title, .p-rows > li > a:first-child, .p-ways a, .p-home__all a, .p-steps span > a, .p-top a, .p-nav a, .p-footer li a,"
    " dt:not([id]) + dd > a:only-child, .p-table td > a, .p-contents a, button, select, summary"
)
THUMB = f"""() => [...document.querySelectorAll("{ALONE}")]
  .filter(one => one.checkVisibility() && one.offsetParent && one.getBoundingClientRect().height < 43.5)
  .map(one => one.outerHTML.slice(0, 90))"""
LONG = "projects/990100-2024-shequ-jiaozheng-bangjiao/"


@pytest.mark.parametrize(
    "path",
    ["", "projects/", LONG, "suppliers/demo-jc-zhengyuan/", "notices/award/", "rules/", "places/"],
)
def test_what_stands_for_itself_is_as_high_as_a_thumb(watched, path):
    assert not watched(**PHONE).open(path, "networkidle").evaluate(THUMB)


BEYOND = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.checkVisibility() && getComputedStyle(one).position !== "absolute" && !one.closest(".p-chart"))
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["", "projects/", LONG, "ledger/", "guide/letter/", "suppliers/"])
def test_text_of_twice_the_size_stays_on_the_page(watched, path, screen):
    page = watched(**screen).open(path, "networkidle")
    # What is a size of the text alone: the theme's own size is 125 %.
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]
    assert not page.evaluate(BEYOND)


# Every one of these pages is written by hand, and none is like another.
BY_HAND = ("about", "guide")
ONCE_TOO_WIDE = (
    "projects/990200-2026-shequ-jijin-linli-zhujin/",
    "purchasers/yancheng-tinghu-minzhengju/",
    # By tables of many columns, in folds too.
    "projects/451221-2021-shehui-jiuzhu-jingban-fuwu/",
    "projects/510100-2025-jifu-shequ-baozhang-zijin/",
    "projects/990100-2023-jiedao-shegong-gangwei/",
    "projects/990200-2025-jingkang-ronghe-shegong/",
    "notices/allocation/990100-2025-2025-07-18-allocation/",
    "places/420112/",
    "places/440303/",
    "places/990200/",
)
WIDTHS = "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"


def of_every_kind(site):
    """The longest page of every kind, by where it stands, and all that are written by hand."""
    found = {}
    for page in sorted(site.rglob("index.html")):
        parts = page.parent.relative_to(site).parts
        own = parts[:1] in {(name,) for name in BY_HAND} and parts[1:2] != ("fields",)
        kind = parts if own else (parts[:1], len(parts))
        size, path = page.stat().st_size, "/".join((*parts, "")) if parts else ""
        found[kind] = max(found.get(kind, (0, "")), (size, path))
    return [*(path for _, path in found.values()), *ONCE_TOO_WIDE, "404.html"]


def test_no_page_of_any_kind_scrolls_sideways_on_a_phone(watched, real_site):
    one = watched(viewport={"width": 320, "height": 844}, has_touch=True)
    pages = of_every_kind(real_site)
    assert len(pages) > 30
    wide = {}
    for path in pages:
        page = one.open(path)
        page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
        for width in (320, 390, 640, 768):
            page.set_viewport_size({"width": width, "height": 844})
            scrolled, seen = page.evaluate(WIDTHS)
            if scrolled > seen:
                wide[path, width] = scrolled
    assert not wide


# A bracket may be taken for narrower than it is, and runs out of its box.
OUT = "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"


@pytest.mark.parametrize("width", [360, 390])
def test_no_line_of_a_fold_runs_out_of_its_box(watched, width):
    one = watched(viewport={"width": width, "height": 844})
    for path in ONCE_TOO_WIDE:
        assert one.open(path).locator("#main summary").evaluate_all(OUT) == [], path


def test_on_a_phone_each_source_of_a_sum_has_a_line_and_no_mark_alone(watched):
    page = watched(**PHONE).open("projects/990200-2025-jingkang-ronghe-shegong/")
    sums = page.locator("[aria-labelledby=money] > .p-money")
    assert not sums.locator(".p-sep:visible").count()
    edges = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
    assert len(set(sums.locator("td:last-child a").evaluate_all(edges))) == 1
    before = "one => getComputedStyle(one, '::before').content"
    # The first cell names its row; each after it is told what it is.
    said = [sums.locator("td").nth(at).evaluate(before) for at in range(3)]
    assert said == ["none", '"金额："', '"出处："']
