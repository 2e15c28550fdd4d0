"""What is printed: a project on four sheets at most, lists as they are shown, whole notices on request."""

import re
import unicodedata

import pytest

from tests.browser.paper import sheets

pytestmark = pytest.mark.browser

PROJECT = "projects/990100-2024-shequ-jiaozheng-bangjiao/"
PROJECTS = [
    PROJECT,
    "projects/990200-2025-shehui-jiuzhu-kuangjia-xieyi/",
    "projects/990100-2024-yunxi-shequ-weilao/",
    # Ten sheets with its notices, though it has few.
    "projects/990200-2026-nongcun-huzhu-yanglao/",
    # What ends with a sheet's last line.
    "projects/430103-2020-tianxin-shegongzhan-biaoduan3/",
    "projects/451221-2021-shehui-jiuzhu-jingban-fuwu/",
]
LISTS = ["", "ledger/?by=虚构江城市民政局", "suppliers/demo-jc-zhengyuan/", "rules/DL-4/"]
# Of the characters on a sheet; its foot alone has some 200.
# The foot of a sheet alone has about a hundred characters.
FOOT = 120
FILLED = 300


def printed(page):
    return sheets(page.pdf(format="A4"))


@pytest.mark.parametrize("path", PROJECTS)
def test_a_project_prints_on_four_sheets_at_most_and_none_is_empty(watched, path):
    said = printed(watched().open(path, "networkidle"))
    assert 1 <= len(said) <= 4
    assert min(map(len, said)) > FILLED


@pytest.mark.parametrize("path", PROJECTS)
def test_no_sheet_is_for_the_check_alone_and_no_link_is_printed_dead(watched, path):
    said = printed(watched().open(path, "networkidle"))
    last = said[-1].partition("核对这份打印件")[0]
    assert len(last) > FILLED
    for dead in ("看公告", "怎样提", "写信", "写举报信", "还能做什么", "由谁公布"):
        assert dead not in "".join(said)


def test_what_is_folded_is_said_to_be_left_out(watched):
    """A heading over nothing looks like something lost."""
    page = watched().open("projects/990200-2025-shehui-jiuzhu-kuangjia-xieyi/", "networkidle")
    said = "".join(printed(page))
    number = re.search(r"单价、明细、费用和其他金额\((\d+)笔\):没有印在这里", said)[1]
    left = page.locator(".p-left-out").text_content()
    assert f"、{number} 笔其他金额、逐条对照的内容；要印，在网页上按“打印全部公告”" in left


@pytest.mark.parametrize("path", PROJECTS[:2])
def test_every_sheet_says_where_it_comes_from_and_how_to_check_it(watched, path):
    page = watched().open(path, "networkidle")
    seal = page.locator("[data-seal]").text_content()
    assert re.fullmatch("[0-9a-f]{64}", seal)
    said = printed(page)
    for number, sheet in enumerate(said, 1):
        assert f"{number}/{len(said)}" in sheet
        assert path in sheet
        assert re.search(r"打印于20\d\d-\d\d-\d\d", sheet)
        assert seal in sheet
        assert "正式文本以中国政府采购网" in sheet


@pytest.mark.parametrize("path", LISTS)
def test_every_page_prints_with_its_foot_and_without_its_buttons(watched, path):
    said = printed(watched().open(path, "networkidle"))
    assert min(map(len, said)) > FOOT
    assert all("打印于20" in sheet and "example.github.io" in sheet for sheet in said)
    for screen in ("也显示虚构的演示", "点编号看规则", "事项状态", "例如:居家养老"):
        assert screen not in "".join(said)


def test_the_print_says_how_it_went(watched):
    page = watched().open(PROJECT, "networkidle")
    said = "".join(printed(page))
    for part in ("概要", "多少钱", "经过", "承诺与结果", "与规定对照", "不符合"):
        assert part in said
    assert "本页目录" not in said and "全部展开" not in said
    page.emulate_media(media="print")
    assert not page.locator("#notices").is_visible()


def test_without_scripts_a_record_says_its_address_and_hash_at_its_end(watched):
    page = watched(java_script_enabled=False).open(PROJECT, "networkidle")
    said = printed(page)
    assert len(said) <= 4
    assert PROJECT in said[-1] and re.search("SHA-256:[0-9a-f]{64}", said[-1])


def test_a_notice_of_no_project_prints_with_its_hash(watched, real_site):
    (first, *_) = sorted((real_site / "notices/honour").glob("*-*/index.html"))
    page = watched().open(first.parent.relative_to(real_site).as_posix() + "/", "networkidle")
    seal = page.locator("[data-seal]").text_content()
    assert all(seal in sheet for sheet in printed(page))


def test_whole_notices_are_printed_on_request(watched):
    one = watched()
    one.page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page = one.open(PROJECT, "networkidle")
    short = page.locator("details.p-sheet[open]").count()
    page.get_by_role("button", name="打印全部公告").click()
    page.emulate_media(media="print")
    assert page.locator("details.p-sheet[open]").count() > short
    assert page.locator("#notices").is_visible()
    assert page.locator("details.p-sheet dl").first.is_visible()
    said = printed(page)
    assert len(said) > 10
    assert min(map(len, said)) > FILLED


def test_a_list_prints_what_it_shows_under_what_was_asked(watched):
    page = watched().open("projects/?q=养老&field=social-welfare&demo=0", "networkidle")
    page.locator("[data-results] > li").first.wait_for()
    shown = page.locator("[data-results] > li").count()
    said = "".join(printed(page))
    assert "查找“养老”;条件:社会福利;最相关的在前" in said
    assert f"找到{shown}条记录" in said and shown > 3
    page.emulate_media(media="print")
    assert page.locator("[data-results] > li:visible").count() == shown
    for screen in ("select[name=sort]", "#p-query", "[data-chips]"):
        assert not page.locator(screen).is_visible()
    assert not page.get_by_text("筛选条件").is_visible()


@pytest.mark.parametrize("path", [PROJECT, "suppliers/demo-jc-zhengyuan/"])
def test_what_is_invented_says_so_on_every_sheet(watched, path):
    assert all(
        "演示:虚构示例·本站转载" in sheet for sheet in printed(watched().open(path, "networkidle"))
    )
    real = printed(watched().open(PROJECTS[-1], "networkidle"))
    assert not any("演示:虚构示例" in sheet for sheet in real)


def test_the_hash_says_what_it_covers(watched, real_site):
    page = watched().open(PROJECT, "networkidle")
    many = page.locator("details.p-sheet").count()
    said = f"本项目全部记录文件(项目和{many}份公告)合在一起的SHA-256"
    assert all(said in sheet for sheet in printed(page))
    (first, *_) = sorted((real_site / "notices/honour").glob("*-*/index.html"))
    page = watched().open(first.parent.relative_to(real_site).as_posix() + "/", "networkidle")
    assert "这份公告的记录文件的SHA-256" in printed(page)[0]


def test_a_print_can_be_checked_where_the_foot_is_in_the_margin(watched):
    assert "核对这份打印件:扫码" in printed(watched().open(PROJECT, "networkidle"))[-1]


def test_a_print_without_its_notices_says_so_and_how_to_have_them(watched):
    one = watched()
    one.page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page = one.open(PROJECT, "networkidle")
    assert not page.get_by_text("这里没有印出").is_visible()
    many = page.locator("details.p-sheet").count()
    assert f"这里没有印出{many}份公告的全文" in "".join(printed(page))
    page.get_by_role("button", name="打印全部公告").click()
    assert "这里没有印出" not in "".join(printed(page))


def test_a_long_table_does_not_leave_the_sheet_before_it_empty(watched):
    one = watched()
    one.page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page = one.open(PROJECTS[1], "networkidle")
    page.get_by_role("button", name="打印全部公告").click()
    said = printed(page)
    assert min(map(len, said[:-1])) > 600 and len(said[-1]) > 400


def test_the_address_on_paper_is_written_as_it_was_typed(watched):
    page = watched().open("projects/?q=居家 养老&year=2024&least=100%25", "networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    foot = page.evaluate("document.documentElement.style.getPropertyValue('--p-foot')")
    assert "projects/?q=居家%20养老&year=2024" in foot and "%E5" not in foot


def test_a_list_prints_all_that_is_found_and_then_shows_a_page_again(watched):
    page = watched().open("projects/?q=民政局", "networkidle")
    page.wait_for_selector("[data-results][aria-busy=false]", state="attached")
    found = int(re.search(r"找到 (\d+)", page.locator("[data-count]").inner_text())[1])
    assert found > page.locator("[data-results] > li").count() == 20
    said = "".join(printed(page))
    page.wait_for_selector("[data-results][aria-busy=false]", state="attached")
    shown = page.locator("[data-results] .p-row__title").all_inner_texts()
    assert len(shown) == 20 and "第1页" not in said
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-results] > li").count() == found
    titles = page.locator("[data-results] .p-row__title").all_inner_texts()
    assert titles[:20] == shown
    # A few glyphs cannot be read back from a file for print.
    plain = [re.sub(r"\s", "", unicodedata.normalize("NFKC", title))[:8] for title in titles]
    assert sum(title in said for title in plain) >= found - 4


def test_what_is_too_long_for_paper_says_what_is_left_out(watched):
    page = watched().open("projects/?q=民政局", "networkidle")
    page.wait_for_selector("[data-results][aria-busy=false]", state="attached")
    page.evaluate("""async () => {
      const { layOut } = await import("../assets/on-paper.js")
      const it = { root: document.querySelector("[data-part=explorer]"), store: { complete: true } }
      const rows = Array.from({ length: 301 }, (_, at) => ({ at }))
      layOut({ ...it, picked: { rows }, list: { unit: "条记录" } }, 2, 20)
    }""")
    said = page.locator("[data-pager]").inner_text()
    assert said == "只印出第 21—40 条，共 301 条。"


def test_the_ledger_prints_under_what_was_chosen(watched):
    page = watched().open("ledger/?by=虚构江城市民政局", "networkidle")
    assert "条件:采购人:虚构江城市民政局" in printed(page)[0]


@pytest.mark.parametrize("path", ["notices/award/", "suppliers/", "purchasers/"])
def test_no_list_prints_empty(watched, path):
    page = watched().open(path, "networkidle")
    page.emulate_media(media="print")
    assert page.locator("#main .p-rows > li:visible").count() > 3


def test_a_letter_prints_without_our_foot(watched):
    page = watched().open("guide/letter/", "networkidle")
    (said,) = printed(page)
    assert "异议书" in said and "打印于" not in said
