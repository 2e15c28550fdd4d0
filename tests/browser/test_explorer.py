"""The explorer narrows, sorts, adds up, takes home and comes back, for every list."""

import csv
import gzip
import io
import itertools
import json
import re
from urllib.parse import quote

import pytest
import yaml

from tests.browser.conftest import until
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

ROWS = "[data-results] .p-row"
DONE = "[data-results][aria-busy=false]"


@pytest.fixture
def explorer(watched):
    one = watched()

    def open_(path="projects/", **others):
        given = "&".join(f"{key}={quote(value)}" for key, value in others.items())
        page = one.open(f"{path}?{given}")
        page.wait_for_selector(DONE, state="attached")
        page.watch = one
        return page

    return open_


def settle(page):
    """Wait for what was just asked for: typing rests first, then the list is busy, then done."""
    page.wait_for_timeout(200)
    page.wait_for_selector(DONE, state="attached")


def count(page):
    found = re.search(r"找到 (\d+)", page.locator("[data-count]").inner_text())
    return int(found[1]) if found else 0


def promise(text):
    """The numbers beside a value: real records, and apart from them what is shown besides."""
    real, apart = re.search(r"(\d+)(?:（另有(.*)）)?$", text.strip()).groups()
    return int(real) + sum(map(int, re.findall(r"\d+", apart or "")))


def titles(page):
    return page.locator(f"{ROWS} .p-row__title").all_inner_texts()


def test_words_of_a_notice_are_shown_where_they_stand(explorer):
    page = explorer(q="服务家庭满意度", demo="1")
    context = page.locator(f"{ROWS} a.p-row__context").first
    assert context.locator("mark").inner_text()
    words = context.locator("mark").inner_text()
    anchor = context.get_attribute("href").split("#")[1].split(":~:")[0]
    context.click()
    # A page that is still being read shows nothing yet.
    page.locator(f"[id='{anchor}']").wait_for()
    # The browser goes on to the words themselves.
    until(
        page,
        """words => [...document.querySelectorAll("#main dd, #main td")].some(one => {
          const { top, bottom } = one.getBoundingClientRect()
          return one.textContent.includes(words) && top >= 0 && bottom <= innerHeight })""",
        words,
    )


def test_an_exact_number_comes_first(explorer):
    page = explorer(q="JH25-210624-00275")
    assert titles(page)[0] == "宽甸满族自治县2025年特殊困难老年人家庭上门服务项目"


def test_titles_come_before_names_and_names_before_texts(explorer):
    page = explorer(q="养老", demo="0")
    said = [
        ("养老" in title, "养老" in text)
        for title, text in zip(
            titles(page), page.locator(f"{ROWS} > .p-row__says").all_inner_texts(), strict=True
        )
    ]
    in_title = [title for title, _ in said]
    assert in_title == sorted(in_title, reverse=True)
    assert in_title[0]


def test_a_grade_of_a_part_is_said_beside_that_of_the_whole(explorer):
    part = explorer(q="临终关怀 不合格").locator(ROWS, has_text="三元里")
    assert "合格（其中 2 项不合格）" in part.locator("> .p-row__says").inner_text()
    assert part.locator(".p-row__context").inner_text() == "分项结果，服务：临终关怀"
    page = explorer(q="不合格", demo="1")
    demos = [text for text in page.locator(ROWS).all_inner_texts() if "演示" in text]
    assert re.search(r"(末期|总)\S* [\d.]+ 分，不合格", demos[0])


DECIDED = {"取消资格": "也叫取消资格", "取消承接资格": "取消承接资格"}


@pytest.mark.parametrize("query", DECIDED)
@pytest.mark.parametrize("path", ["projects/", "notices/"])
def test_a_decision_is_found_by_what_it_is_called(explorer, path, query):
    page = explorer(path, q=query, demo="1")
    assert count(page) > 0
    assert DECIDED[query] in page.locator("[data-results]").inner_text()


def test_one_character_is_enough(explorer):
    page = explorer(q="戒", demo="1")
    assert count(page) > 0
    assert all("戒" in text for text in page.locator(ROWS).all_inner_texts())


def test_typing_on_shows_what_was_typed_last(explorer):
    page = explorer()
    page.locator("#p-query").press_sequentially("横栏镇居家养老", delay=15)
    settle(page)
    assert titles(page) == ["2026年横栏镇居家养老上门服务项目"]


def test_words_apart_are_wanted_all_and_quoted_ones_as_they_stand(explorer):
    apart = count(explorer(q="社会工作 服务"))
    assert count(explorer(q="“社会工作 服务”")) <= apart
    assert count(explorer(q="社会工作服务")) <= apart


def test_traditional_and_full_width_writing_finds_the_same(explorer):
    assert titles(explorer(q="養老服務")) == titles(explorer(q="养老服务")) != []


def test_back_undoes_a_choice_and_typing_is_one_step(explorer):
    page = explorer()
    all_ = count(page)
    page.locator("#p-query").press_sequentially("养老", delay=150)
    settle(page)
    typed = count(page)
    page.locator("summary", has_text="年份").first.click()
    page.locator("[data-facet=year] input").first.check()
    assert count(page) < typed < all_
    page.go_back()
    settle(page)
    assert count(page) == typed
    assert page.locator("#p-query").input_value() == "养老"


def test_a_chip_taken_back_by_keyboard_leaves_the_focus_near(explorer):
    page = explorer(field="social-welfare")
    page.get_by_role("button", name="去掉条件 社会福利").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.hasAttribute('data-count')")


STRANGE = {
    "field": "__proto__",
    "division": "toString",
    "purchaser": "<img src=x>",
    "from": "2026-13-45",
    "least": "1e9",
    "sort": "constructor",
    "page": "-3",
}


def test_what_an_address_asks_for_in_vain_is_left_out_and_said(explorer):
    page = explorer(**STRANGE)
    page.get_by_text("网址里有认不出的条件，已忽略").wait_for()
    assert count(page) == count(explorer())
    assert "object" not in page.locator("[data-chips]").inner_text()


@pytest.mark.parametrize("given", [{"place": "999999"}, {"least": "-5"}, {"most": "viel"}])
def test_a_condition_that_is_none_is_not_dropped_in_silence(explorer, given):
    page = explorer(**given)
    assert "网址里有认不出的条件，已忽略" in page.locator("[data-count]").inner_text()
    assert page.locator("[data-chips]").inner_text().count("✕") == 0


def test_what_a_messenger_adds_to_a_link_is_no_condition(explorer):
    page = explorer(utm_source="x", isappinstalled="0", **{"from": "singlemessage"})
    assert "认不出" not in page.locator("[data-count]").inner_text()


def test_a_year_without_records_is_called_so(explorer):
    said = explorer(year="2015", q="民政局").locator("[data-count]").inner_text()
    assert said.startswith("2015 年没有收录")
    assert "认不出" not in said


def test_a_sum_below_nothing_is_not_asked_for(explorer):
    page = explorer()
    page.locator("[name=least]").fill("-5")
    settle(page)
    assert "least" not in page.url


def test_one_condition_is_not_called_several(explorer):
    said = explorer(least="99999999").locator("[data-empty]").inner_text()
    assert "没有符合这个条件的" in said and "一两个" not in said
    assert "一两个" in explorer(least="99999999", year="2024").locator("[data-empty]").inner_text()


def test_where_nothing_is_found_nothing_can_be_sorted(explorer):
    page = explorer(least="99999999")
    assert not page.locator("[name=sort]").is_visible()
    assert page.get_by_role("button", name="紧凑显示").count() == 0
    page.get_by_role("button", name="去掉这个条件").click()
    settle(page)
    assert page.locator("[name=sort]").is_visible()


def test_without_a_query_the_list_that_is_there_stays_until_its_columns_are_here(watched):
    one = watched()
    held = []
    one.page.route(
        re.compile(r"search/records/\d{4}\.json"), lambda route: held.append(route) or None
    )
    page = one.open("projects/", "load")
    page.wait_for_selector("[data-part=explorer]:not([hidden])")
    page.wait_for_timeout(300)
    assert held and page.locator("[data-results] > li:visible").count() == 20
    # They are the rows of the page, moved as they are; those of the columns name their parts.
    before = page.locator("[data-results] > li > a:first-child").all_inner_texts()
    for route in held:
        route.continue_()
    page.wait_for_selector(DONE, state="attached")
    assert titles(page) == before


@pytest.mark.parametrize("path", ["projects/", "notices/", "purchasers/"])
def test_the_explorer_waits_for_no_other_script_of_the_page(watched, path):
    one = watched()
    one.page.route("**/assets/portal.js", lambda route: None)
    page = one.open(path, "commit")
    page.wait_for_selector(DONE, state="attached")
    assert count(page) > 20


@pytest.mark.parametrize("path", ["projects/", "places/420100/", "suppliers/"])
def test_no_page_asks_for_what_is_not_there(watched, path):
    one, lost = watched(), []
    one.page.on("response", lambda answer: lost.append(answer.url) if answer.status == 404 else 0)
    one.open(path, "networkidle")
    assert not lost


def test_a_value_that_no_record_has_finds_nothing_rather_than_all(explorer):
    page = explorer(regime="grant", method="single-source", grade="没有这一级")
    assert "认不出的条件" in page.locator("[data-count]").inner_text()
    page = explorer(stage="evaluated", kind="payment", open="answer", demo="0")
    assert count(page) == 0 and "认不出" not in page.locator("[data-count]").inner_text()


def test_a_range_written_backwards_is_told(explorer):
    said = explorer(least="50", most="20").locator("[data-empty]").inner_text()
    assert "写反了" in said and "去掉全部条件" in said


def test_a_range_of_sums_and_of_days_narrows(explorer):
    page = explorer(least="100", sort="low", demo="0")
    sums = [
        float(found.replace(",", ""))
        for text in page.locator(f"{ROWS} > .p-row__says").all_inner_texts()
        for found in re.findall(r"([\d,.]+) 元", text)[:1]
    ]
    assert sums and min(sums) >= 1_000_000
    page = explorer(**{"from": "2025-01-01", "to": "2025-06-30", "demo": "0"})
    assert count(page) > 0
    assert all(
        "2025年" in text for text in page.locator(f"{ROWS} > .p-row__says").all_inner_texts()
    )


def test_conditions_stand_as_chips_and_all_are_taken_back_at_once(explorer):
    page = explorer(field="social-welfare", most="50", q="服务")
    assert page.get_by_role("button", name="去掉条件 社会福利").is_visible()
    narrowed = count(page)
    page.get_by_role("button", name="去掉全部条件").first.click()
    settle(page)
    assert count(page) > narrowed
    assert "q=" in page.url and "field=" not in page.url and "most=" not in page.url
    assert page.locator("[name=most]").input_value() == ""


def test_every_count_beside_a_value_is_what_choosing_it_gives(explorer):
    page = explorer(q="社工", year="2025")
    page.evaluate("document.querySelectorAll('[data-facet]').forEach(one => { one.open = true })")
    facets = page.locator("[data-facet]").evaluate_all(
        "all => all.map(one => [one.dataset.facet, [...one.querySelectorAll('label')].slice(0, 2).map(label => [label.querySelector('input').dataset.key, label.textContent])])"
    )
    assert len(facets) == 14
    for name, values in facets:
        for key, text in values:
            value = key.split(":", 1)[1]
            chosen = {} if name == "year" else {"year": "2025"}
            assert count(explorer(q="社工", **chosen, **{name: value})) == promise(text), key


def test_invented_records_are_in_no_sum(explorer):
    page = explorer(q="虚构", demo="1")
    said = page.locator("[data-totals]").inner_text()
    assert "真实记录 0 条" in said and "不计入" in said and "合计" not in said.split("\n")[0]


@pytest.mark.parametrize(
    ("path", "given"), [("projects/", {}), ("notices/", {"kind": "award", "year": "2025"})]
)
def test_no_number_mixes_real_and_invented_records(explorer, path, given):
    page = explorer(path, **given)
    real, years, values = count(page), chart(page), promises(page)
    page = explorer(path, **given, demo="1")
    demos = int(re.search(r"，其中演示 (\d+)", page.locator("[data-count]").inner_text())[1])
    assert count(page) == real + demos
    said = page.locator("[data-totals]").text_content()
    assert f" {real} " in said and f"另有演示 {demos} " in said
    assert {year: many for year, many in chart(page).items() if many} == {
        year: many for year, many in years.items() if many
    }
    beside = promises(page)
    assert all(beside[key] == many for key, many in values.items())
    assert all(not many for key, many in beside.items() if key not in values)
    assert page.locator(".p-chart__apart").count()


def chart(page):
    """Real records beside each year."""
    return dict(
        page.locator("[data-chart] button").evaluate_all(
            "all => all.map(one => [one.firstElementChild.textContent, Number(one.querySelector('.p-chart__count').textContent)])"
        )
    )


def promises(page):
    """Real records beside each value that can be chosen."""
    labels = page.locator("[data-facet] label").evaluate_all(
        "all => all.map(one => [one.querySelector('input').dataset.key, one.textContent])"
    )
    return {key: int(re.search(r" (\d+)(?:（[^（]*）)?$", text)[1]) for key, text in labels}


def test_sums_are_of_the_selection(explorer):
    page = explorer(q="横栏镇居家养老")
    assert "1 条写明预算，合计 159,600 元" in page.locator("[data-totals]").inner_text()


def test_sums_of_several_purchasers_are_not_added(explorer):
    said = explorer(q="社工").locator("[data-totals]").inner_text()
    assert "条写明预算" in said and "这里不合计" in said
    assert "，合计" not in said


def test_notices_are_counted_in_words_and_their_sums_are_not_added(explorer):
    page = explorer("notices/", kind="award")
    said = page.locator("[data-totals]").inner_text()
    assert f"真实公告 {count(page)} 份" in said and "不合计" in said


def test_a_year_of_the_chart_narrows_and_widens(explorer):
    page = explorer(q="社工")
    before = count(page)
    bar = page.locator("[data-chart] button").last
    promised = int(bar.locator(".p-chart__count").inner_text())
    bar.click()
    assert count(page) == promised
    page.locator("[data-chart] button[aria-pressed=true]").click()
    assert count(page) == before


def test_the_file_holds_exactly_the_selection_and_opens_in_excel(explorer):
    page = explorer(q="养老", demo="0")
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^下载这")).click()
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == count(page)
    assert [row["标题"] for row in rows][:20] == titles(page)
    row = next(row for row in rows if "横栏镇" in row["标题"])
    assert row["预算（元）"] == "159600"
    assert row["本站网址"] == f"{page.watch.home}projects/{row['编号']}/"


# Whoever writes a cell for a spreadsheet, here or in Python, keeps to this table.
CELLS = yaml.safe_load((ROOT / "tests/formulas.yml").read_text("utf-8"))
BLANKS = (
    "",
    " ",
    "\u3000",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u2066",
    "\u115f",
    "\x1f",
    " \u200b\u3000",
)
SIGNS = "=+-@|＝＋－＠｜﹦﹢﹣﹫"
TAILS = ("1+1", "SUM(A1)", "甲", "", '"x"', "1 2", "\u200b1")


def cells(page, texts):
    """What stands in the file for each text."""
    ask = """async (texts) => {
      const { asCsv } = await import("/assets/download.js")
      const list = { file: [["标题", "title"]] }, store = { texts: (row, name) => [row[name]] }
      return asCsv(texts.map((title) => ({ title, fictional: false })), list, store, () => "x")
    }"""
    said = page.evaluate(ask, texts).removeprefix("\ufeff")
    return [row[0] for row in csv.reader(io.StringIO(said, newline=""))][1:]


@pytest.mark.parametrize(("kind", "mark"), [("text", "'"), ("plain", "")])
def test_a_cell_is_kept_text_where_a_spreadsheet_would_reckon(watched, kind, mark):
    held = cells(watched().open(""), CELLS[kind])
    assert held == [f"{mark}{text}" for text in CELLS[kind]]


def test_no_blank_and_no_width_hides_a_formula(watched):
    texts = ["".join(parts) for parts in itertools.product(BLANKS, SIGNS, TAILS)]
    assert cells(watched().open(""), texts) == [f"'{text}" for text in texts]


def test_a_link_gives_the_same_selection_again(explorer, watched):
    page = explorer(q="服务", method="open-tender", sort="old", view="compact", least="10")
    again = watched().open(page.url.removeprefix(page.watch.home))
    again.wait_for_selector(DONE, state="attached")
    assert titles(again) == titles(page) != []


def test_what_is_new_since_the_last_visit_can_be_seen_alone(explorer):
    page = explorer()
    until(page, "() => localStorage.getItem('gongshi:seen')")
    page.evaluate(
        """() => { const held = JSON.parse(localStorage.getItem("gongshi:seen"))
        localStorage.setItem("gongshi:seen", JSON.stringify({ on: "2026-11-01", seen: held.seen.split(" ").slice(3).join(" ") })) }"""
    )
    # A new window: what the first one was compared with is not its business.
    later = page.context.new_page()
    later.goto(page.url)
    later.get_by_role("button", name="上次访问（2026-11-01）后新增或更新 3 条").click()
    assert count(later) == 3
    assert "new=1" in later.url


def test_nothing_found_says_what_was_looked_for_and_what_looks_like_it(explorer):
    page = explorer(q="横拦镇")
    said = page.locator("[data-empty]").inner_text()
    assert "横拦镇" in said and "相近的名称" in said
    page.locator("[data-empty] button", has_text="横栏镇").first.click()
    settle(page)
    assert count(page) >= 1
    assert "横栏镇" in page.locator("#p-query").input_value()


def test_what_of_a_phrase_is_found_is_offered(explorer):
    page = explorer(q="横拦镇居家养老")
    part = page.locator("[data-empty] button", has_text=re.compile(r"居家养老（\d+ 条）"))
    part.wait_for()
    promised = int(re.search(r"（(\d+) 条）", part.inner_text())[1])
    part.click()
    settle(page)
    assert count(page) == promised


def test_of_several_words_each_is_counted_alone(explorer):
    page = explorer(q="居家养老 戒毒康复")
    said = page.locator("[data-empty]").inner_text()
    assert re.search(r"“居家养老”单独有 [1-9]\d* 条\s*“戒毒康复”单独有 0 条，另有演示 [1-9]", said)


@pytest.mark.parametrize("given", [{}, {"method": "single-source"}])
def test_a_word_counted_alone_is_asked_for_alone_with_one_tap(explorer, given):
    page = explorer(q="居家养老 戒毒康复", **given)
    page.get_by_role("button", name=re.compile("^“居家养老”单独有")).click()
    settle(page)
    alone = count(page)
    assert page.locator("#p-query").input_value() == "居家养老" and "method" not in page.url
    page = explorer(q="居家养老 戒毒康复", **given)
    offer = page.get_by_role("button", name=re.compile("^“戒毒康复”单独有 0 条，另有演示"))
    demos = int(re.search(r"演示 (\d+)", offer.inner_text())[1])
    assert f"“居家养老”单独有 {alone} 条" in page.locator("[data-empty]").inner_text()
    offer.click()
    settle(page)
    assert count(page) == demos and "demo=1" in page.url


@pytest.mark.parametrize(
    ("query", "demo", "many"),
    [
        ("云杉街道 老人", "", "有演示 1 条"),
        ("云杉街道 老人", "1", "有 1 条"),
        ("北城市 老人", "1", "有 3 条"),
    ],
)
def test_what_one_word_of_several_may_mean_comes_first_with_the_others_kept(
    explorer, query, demo, many
):
    page = explorer(q=query, demo=demo)
    offer = page.locator("[data-meant] button, [data-empty] button").first
    offer.wait_for()
    kept = query.split(" ")[0]
    assert offer.inner_text() == f"{many}：{kept}，服务对象 老年人"
    offer.click()
    settle(page)
    assert count(page) == int(re.search(r"\d+", many)[0])
    assert page.locator("#p-query").input_value() == kept and "demo=1" in page.url


def test_what_is_open_comes_before_what_is_not_whoever_it_is_of(watched):
    one = watched()
    one.page.clock.set_fixed_time("2026-11-23T04:00:00Z")
    page = one.open("projects/?sort=due&demo=1")
    page.wait_for_selector(DONE, state="attached")
    dues = [row.locator(".p-row__due").count() > 0 for row in page.locator(ROWS).all()]
    assert dues[0] and dues == sorted(dues, reverse=True)
    said = page.locator("[data-order]").inner_text()
    assert f"真实的没有还开着的；演示的有 {sum(dues)} 条，排在最前" in said
    page = one.open("projects/?sort=due")
    page.wait_for_selector(DONE, state="attached")
    assert page.locator("[data-order]").inner_text() == "现在没有还开着的，下面按最近的在前。"


@pytest.mark.parametrize("path", ["projects/", "suppliers/"])
def test_where_the_invented_begin_is_said_and_led_to(explorer, path):
    page = explorer(path, demo="1")
    said = page.locator("[data-order]").inner_text()
    assert re.match(r"演示的 \d+ [条家]排在最后", said)
    page.get_by_role("button", name=re.compile("^从第 [2-9] 页起")).click()
    page.wait_for_selector(DONE, state="attached")
    assert page.locator(f"{ROWS} .p-badge--demo").count() > 0
    page.get_by_role("button", name="隐藏演示记录").click()
    assert not page.locator("[data-order]").inner_text()


@pytest.mark.parametrize("demo", ["", "1"])
def test_whoever_has_no_page_is_found_in_the_records_that_name_it(explorer, demo):
    page = explorer("suppliers/", q="同心家庭", demo=demo)
    assert count(page) == 0
    link = page.get_by_role("link", name="在项目和公告里查“同心家庭”（演示 1 条）")
    link.wait_for()
    assert "没有自己的一页" in page.locator("[data-empty]").inner_text()
    link.click()
    page.wait_for_selector(DONE, state="attached")
    assert titles(page) == ["虚构北城市婚姻家庭关系调适社会工作服务项目"]
    # Of what nobody names nothing is offered.
    page = explorer("suppliers/", q="没有这样一家机构")
    page.wait_for_timeout(500)
    assert not page.locator("[data-empty] a").count()


def test_an_organisation_is_found_beside_its_records(explorer):
    page = explorer(q="横栏镇公共服务")
    page.wait_for_selector("[data-orgs] a")
    assert "purchasers/" in page.locator("[data-orgs] a").first.get_attribute("href")


LISTS = {
    "suppliers/": ("社工", "家"),
    "purchasers/": ("民政局", "家"),
    "notices/": ("公示", "份公告"),
}


@pytest.mark.parametrize("path", LISTS)
def test_every_list_is_searched_filtered_and_sorted(explorer, path):
    query, unit = LISTS[path]
    page = explorer(path)
    all_ = count(page)
    page.locator("#p-query").fill(query)
    settle(page)
    found = count(page)
    assert 0 < found < all_
    assert unit in page.locator("[data-count]").inner_text()
    facet = page.locator("[data-facet]").first
    facet.locator("summary").click()
    label = facet.locator("label").first
    promised = promise(label.inner_text())
    label.locator("input").check()
    assert count(page) == promised
    assert not page.watch.errors


def test_notices_of_a_kind_a_place_and_a_time_lead_to_their_place_on_the_page(explorer):
    page = explorer("notices/", kind="evaluation", **{"from": "2023-01-01"})
    link = page.locator(f"{ROWS} .p-row__title").first
    anchor = link.get_attribute("href").split("#")[1]
    link.click()
    # A page that is still being read shows nothing yet.
    page.locator(f"[id='{anchor}']").wait_for()


BROKEN = {"missing": {"status": 404}, "not what it should be": {"status": 200, "body": "{"}}


@pytest.mark.parametrize("how", BROKEN)
def test_without_the_full_text_names_are_still_found_and_it_says_so(watched, how):
    one = watched()
    one.page.route("**/search/texts/**", lambda route: route.fulfill(**BROKEN[how]))
    page = one.open("projects/?q=" + quote("横栏镇"))
    page.get_by_text("全文检索没有加载成功").wait_for()
    page.wait_for_selector(ROWS)
    assert "2026年横栏镇居家养老上门服务项目" in titles(page)


@pytest.mark.parametrize("how", BROKEN)
def test_with_a_year_missing_the_plain_list_comes_back(watched, how):
    one = watched()
    one.page.route("**/search/records/2024.json*", lambda route: route.fulfill(**BROKEN[how]))
    page = one.open("projects/")
    page.get_by_text("没有全部加载成功").wait_for()
    assert page.locator("[data-part=plain] .p-rows > li").count() == 50


def test_files_of_two_editions_never_mix(watched):
    one = watched()
    asked = []
    one.page.on("request", lambda request: asked.append(request.url))
    page = one.open("projects/?q=" + quote("居家养老"))
    page.wait_for_selector(DONE)
    search = [url.split("/search/")[1] for url in asked if "/search/" in url]
    signed = [
        path for path in search if not path.endswith("/index.json") and path != "folding.json"
    ]
    assert len(signed) > 5
    assert all(re.search(r"\?v=[0-9a-f]{12,24}$", path) for path in signed)


def test_the_next_page_is_told_to_whoever_is_read_to(explorer):
    page = explorer()
    told = page.locator("[data-count]")
    first = told.inner_text()
    page.get_by_role("button", name="下一页").click()
    page.wait_for_selector(DONE, state="attached")
    assert re.fullmatch(re.escape(first) + r"，第 2 页，共 \d+ 页", told.inner_text())
    page.get_by_role("button", name="上一页").click()
    assert told.inner_text() == first


def test_a_slash_goes_to_the_box_of_the_list(explorer):
    page = explorer("suppliers/")
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "p-query"


def test_what_is_open_says_until_when_and_what_ends_first_comes_first(watched):
    one = watched()
    one.page.clock.set_fixed_time("2026-11-23T04:00:00Z")
    page = one.open("projects/?open=answer&demo=1")
    page.wait_for_selector(DONE, state="attached")
    rows = page.locator(ROWS)
    assert rows.count() >= 2
    dues = [row.locator(".p-row__due").all_inner_texts() for row in rows.all()]
    assert all(dues)
    assert all("以演示日计" in due for due in dues[-1])
    ends = [
        min([*map(int, re.search(r"截止 (\d+)年(\d+)月(\d+)日", due).groups())] for due in said)
        for said in dues
    ]
    demo = [row.locator(".p-badge--demo").count() for row in rows.all()]
    assert [*zip(demo, ends, strict=True)] == sorted(zip(demo, ends, strict=True))
    assert page.locator("[name=sort]").input_value() == "due"
    assert any(
        re.search(r"接受响应：截止 2026年12月8日（周二）\d\d:\d\d", due)
        for [*said] in dues
        for due in said
    )


def test_an_offer_is_no_longer_open_when_its_hour_has_come(watched):
    found = (
        watched()
        .open("")
        .evaluate(
            """async () => { const { isOpenAt } = await import("/assets/windows.js")
        return [["11:59", "2026-12-08 12:00"], ["12:00", "2026-12-08 12:00"], ["23:59", "2026-12-08"]].map(([clock, until]) => isOpenAt(until, "", "2026-12-08", clock))
          .concat(isOpenAt("2026-12-08", "2026-12-09", "2026-12-08", "00:00")) }"""
        )
    )
    assert found == [True, False, True, False]


def taken(page):
    """The file of the selection, row by row."""
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^下载这")).click()
    data = download.value.path().read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data)))


def test_all_awards_of_a_year_can_be_taken_home_with_winner_and_sum(explorer):
    page = explorer("notices/", kind="award", year="2024", demo="1")
    rows = taken(page)
    assert len(rows) == count(page) > 3
    assert all(row["日期"].startswith("2024") for row in rows)
    row = next(row for row in rows if row["项目"] == "990100-2024-yunxi-shequ-weilao")
    assert row["金额（元）"] == "918000"
    assert "春晖" in row["中选、承接或获资助"]
    assert row["采购人"] and row["代理机构"] and row["项目编号（公告）"]
    assert row["来源网址"].startswith("http") and row["来源"] == "原文"


def test_the_file_has_the_method_of_what_came_of_a_purchase_and_beside_it_what_was_tried(explorer):
    (row,) = taken(explorer(q="shiliuwan-liudong-renkou-rongru", demo="1"))
    assert row["采购方式"] == "竞争性磋商"
    assert row["各轮用过的方式"] == "竞争性谈判；竞争性磋商"
    assert row["成交或合同金额（元）"] == "598000" and row["结果公告日期"] == "2024-05-07"


def bought_again(page, at):
    """As if one purchaser had bought the same service again, once from a single source."""

    def told(route):
        found = json.loads(gzip.decompress(route.fetch().body()))
        column = found["words"]["again"]
        column["words"].append("single-source")
        column["rows"][at].append(len(column["words"]) - 1)
        route.fulfill(json=found)

    page.route("**/search/purchasers/all.json*", told)


@pytest.mark.parametrize(("at", "ends"), [(0, "single-source"), (-1, "single-source&demo=1")])
def test_from_single_sources_a_link_leads_to_who_bought_the_same_service_again(explorer, at, ends):
    page = explorer(method="open-tender")
    assert not page.locator("[data-orgs] a").count()
    bought_again(page, at)
    page = explorer(method="single-source")
    link = page.get_by_role("link", name="哪些采购人在不同年份买过同类服务")
    assert link.get_attribute("href").endswith(f"purchasers/?again={ends}")
    every = page.get_by_role("link", name="几年都只找一家来做的同类服务")
    assert every.get_attribute("href").endswith("purchasers/again/")
    link.click()
    page.wait_for_selector(DONE, state="attached")
    assert page.get_by_role("button", name="其中有单一来源采购").is_visible()
    assert "网址里有认不出的条件" not in page.locator("[data-count]").inner_text()
    assert count(page) == 1


def test_the_year_is_that_of_the_notices_that_are_asked_for(explorer):
    """A journalist asks for the evaluations of 2025, not for those of projects begun in 2025."""
    page = explorer(q="shequ-jiaozheng-bangjiao", kind="evaluation", year="2025", demo="1")
    assert count(page) == 1
    assert page.locator("[data-facet=year] summary").inner_text().startswith("所选公告的年份")
    assert count(explorer(q="shequ-jiaozheng-bangjiao", kind="award", year="2025", demo="1")) == 0
    assert count(explorer(q="shequ-jiaozheng-bangjiao", year="2024", demo="1")) == 1


def test_a_street_is_a_condition(explorer):
    page = explorer(street="横栏镇（中山市）")
    assert titles(page) == ["2026年横栏镇居家养老上门服务项目"]
    page = explorer(demo="")
    page.evaluate("document.querySelector('[data-facet=street]').open = true")
    label = page.locator("[data-facet=street] label").first
    promised = promise(label.inner_text())
    label.locator("input").check()
    assert count(page) == promised


MEANT = {"小孩": "服务对象 未成年人", "江岸区": "地区 湖北省武汉市", "五保": "服务对象 困难群众"}


@pytest.mark.parametrize("query", MEANT)
def test_what_a_word_may_mean_is_offered_with_its_count_and_not_applied(explorer, query):
    page = explorer(q=query)
    assert count(page) == 0
    offer = page.locator("[data-empty] button", has_text=MEANT[query])
    offer.wait_for()
    promised = int(re.search(r"有 (\d+) 条：", offer.inner_text())[1])
    assert "=" not in page.url.split("?q=")[1]
    offer.click()
    settle(page)
    assert count(page) == promised > 0
    assert page.locator("#p-query").input_value() == ""


def test_of_several_words_only_the_one_that_was_not_found_is_replaced(explorer):
    page = explorer(q="服务 江岸区")
    page.locator("[data-empty] button", has_text="地区 湖北省武汉市").click()
    settle(page)
    assert page.locator("#p-query").input_value() == "服务"
    assert "division=420100" in page.url


def test_two_words_written_together_are_parted_and_nothing_is_left_out_silently(explorer):
    page = explorer(q="云杉街道老人")
    page.locator("[data-key='parted:云杉街道 老人']").wait_for()
    left_out = page.locator("[data-empty] button", has_text="服务对象 老年人").first
    assert "不管“云杉街道”" in left_out.inner_text()
    page.locator("[data-key='parted:云杉街道 老人']").click()
    settle(page)
    assert page.locator("#p-query").input_value() == "云杉街道 老人"
    page.locator("[data-empty] button", has_text="云杉街道，服务对象 老年人").wait_for()


def test_where_nothing_is_open_the_filter_says_so(explorer):
    page = explorer()
    page.locator("[data-facet=open] > summary").click()
    assert "现在没有还开着的" in page.locator("[data-facet=open]").inner_text()


def test_only_words_are_offered_of_a_phrase(explorer):
    page = explorer(q="老年人上门看电影")
    page.locator("[data-key='part:老年人']").wait_for()
    offered = page.locator("[data-key^='part:']").all_inner_texts()
    assert not [one for one in offered if "人上门" in one]


@pytest.mark.parametrize("query", ["吴家山", "吴家山街道"])
def test_a_street_is_found_with_and_without_its_sort(explorer, query):
    assert [one for one in titles(explorer(q=query)) if "吴家山" in one]


def test_samples_of_a_form_come_only_when_they_are_asked_for_and_last(explorer):
    page = explorer(sort="high")
    assert not [one for one in titles(page) if "学生公寓" in one or "排水" in one or "CT" in one]
    page.get_by_role("button", name="另有 3 条不是社会工作服务的格式样例").click()
    settle(page)
    shown = explorer(sort="high", sample="1", q="SDGP370000000202502005150")
    assert "格式样例" in shown.locator(ROWS).first.inner_text()
    assert "真实记录 0 条，另有格式样例 1 条" in shown.locator("[data-totals]").inner_text()


def test_letters_that_stand_everywhere_are_not_offered(explorer):
    page = explorer(q="zzwu")
    page.wait_for_timeout(500)
    said = page.locator("[data-empty]").inner_text()
    assert "没有找到" in page.locator("[data-count]").inner_text()
    assert not re.search(r"\b[a-z]{2}（", said)


def test_a_notice_in_the_explorer_says_who_and_how_much_and_is_found_by_its_supplier(explorer):
    page = explorer("notices/", kind="award", demo="1", q="春晖")
    said = page.locator("[data-results] .p-row__says").all_inner_texts()
    assert said
    assert all("由虚构春晖社会工作服务中心中选" in one for one in said)
    assert any("成交 918,000 元" in one for one in said)


def test_the_year_of_a_record_is_that_of_the_act_that_is_asked_for(explorer):
    """A project of 2024 whose evaluation came out in 2025 stands under 2025 where evaluations are asked for."""
    id = "990100-2024-shequ-jiaozheng-bangjiao"
    asked = {"q": id, "demo": "1"}
    assert len(taken(explorer(**asked, kind="evaluation", year="2025"))) == 1
    assert len(taken(explorer(**asked, kind="award", year="2024"))) == 1
    assert not explorer(**asked, kind="award", year="2025").locator("[data-results] li").count()
    # The file keeps the year of the project, and says when each act came out beside it.
    (row,) = taken(explorer(**asked, kind="evaluation", year="2025"))
    assert row["项目年份"] == "2024" and row["结果公告日期"].startswith("2024")
    assert "2025" in row["所选公告的年份"].split("；")
    assert "所选公告的年份" not in taken(explorer(**asked))[0]


def test_what_a_word_may_mean_is_offered_beside_the_few_that_say_it(explorer):
    """老人 finds what says so; that elderly people are 老年人 in the vocabulary is offered above."""
    page = explorer(q="老人")
    few = count(page)
    offer = page.locator("[data-meant] button", has_text="服务对象 老年人")
    offer.wait_for()
    promised = int(re.search(r"有 (\d+) 条：", offer.inner_text())[1])
    assert 0 < few < promised and "target_group" not in page.url
    offer.click()
    settle(page)
    assert count(page) == promised
    assert page.locator("[data-meant]").is_hidden()


@pytest.mark.parametrize("query", ["敬老", "老龄", "孤寡老人", "三元里街道 老人"])
def test_what_a_word_may_mean_is_offered_where_the_words_find_nothing_together(explorer, query):
    page = explorer(q=query)
    assert count(page) == 0
    offer = page.locator("[data-empty] button", has_text="服务对象 老年人")
    offer.wait_for()
    promised = int(re.search(r"有 (\d+) 条：", offer.inner_text())[1])
    offer.click()
    settle(page)
    assert count(page) == promised > 0


def test_a_service_stands_under_each_street_it_names_and_beside_it_what_is_for_all(explorer):
    """Its place is all of the city, its services are in two streets: it is found under both."""
    title = "2026—2027年精神障碍社区康复社会工作服务项目"
    page = explorer(street="虚构云溪街道（虚构江城市）", demo="1")
    assert title in titles(page)
    shown = count(page)
    beside = page.locator("[data-chips] button", has_text="另有写明服务全市（虚构江城市）的")
    more = int(re.search(r"的 (\d+) 条", beside.inner_text())[1])
    beside.click()
    settle(page)
    assert count(page) == shown + more > shown
    assert page.locator("[data-chips] button", has_text="另有写明服务").count() == 0


@pytest.mark.parametrize(
    ("path", "given", "says"),
    [
        ("projects/", {}, "一个项目只算一个年份：这次采购第一份公告的"),
        ("projects/", {"kind": "evaluation"}, "所选种类的公告，按公告自己的日期"),
        ("notices/", {}, "没有写日期的公告，列在“年份未知”"),
        ("suppliers/", {}, "这家机构参与的项目和独立公告的年份"),
    ],
)
def test_what_a_year_is_the_year_of_stands_beside_it(explorer, path, given, says):
    page = explorer(path, **given)
    assert says in page.locator("[data-facet=year] > .p-note").first.text_content()


def test_the_file_of_notices_has_the_method_that_each_states(explorer):
    rows = taken(explorer("notices/", kind="single-source", demo="1"))
    assert rows and {row["公告写明的采购方式"] for row in rows} == {"单一来源采购"}
    assert "" in {
        row["公告写明的采购方式"] for row in taken(explorer("notices/", kind="payment", demo="1"))
    }


def test_from_single_sources_nothing_is_offered_that_finds_nothing(explorer):
    assert count(explorer("purchasers/", again="any", demo="1")) == 1
    page = explorer(method="single-source", demo="1")
    page.get_by_role("link", name="几年都只找一家来做的同类服务").wait_for()
    page.wait_for_timeout(500)
    assert not page.get_by_role("link", name="哪些采购人在不同年份买过同类服务").count()


WORDS = {
    "street": "只列在那个社区下面",
    "method": "入围不等于有合同",
    "stage": "本站只收录到这一步",
    "kind": "评价之后怎样处理",
    "outcome": "不是对这个项目的结论",
    "regime": "不等于不是政府采购",
}


def test_words_of_the_trade_are_told_beside_the_conditions_that_use_them(explorer):
    page = explorer()
    for name, says in WORDS.items():
        assert says in page.locator(f"[data-facet={name}] > .p-note").first.text_content(), name
