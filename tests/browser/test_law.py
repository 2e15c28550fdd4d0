"""What the law says is right on the day it is read, and a letter stays in the page."""

import html
import re
from urllib.parse import urlencode

import pytest

from generator.law.judge import rules
from tests.browser.conftest import until

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


SPANS = "all => all.map(one => one.textContent.replace(/\\s+/gu, ' ').trim())"


@pytest.mark.parametrize("path", ["standing/", "suppliers/demo-jc-zhengyuan/"])
def test_whether_a_decision_holds_stands_there_before_a_script_says_the_same(watched, path):
    bare = watched(java_script_enabled=False).open(path)
    built = bare.locator("[data-part=span]").evaluate_all(SPANS)
    assert any("（在期限内）" in one for one in built)
    assert re.search("是否到期，(截至|以演示日)20", bare.locator("main").inner_text())
    read = watched().open(path, "networkidle").locator("[data-part=span]").evaluate_all(SPANS)
    assert read == built


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


def test_a_filtered_ledger_says_of_each_row_what_the_whole_one_does(watched):
    """Days with their weekday, the street, from when: as without a script, row by row."""

    def said(some):
        # Marks between the parts may differ; the words may not.
        return {re.sub(r"[\s·]", "", one) for one in some.all_text_contents()}

    rows = "[data-part=ledger-rows] > li"
    whole = said(watched(java_script_enabled=False).open("ledger/").locator(rows))
    seen = 0
    for state in ("到期未见", "未到期限", "晚于期限", "没有写明天数"):
        page = watched().open(f"ledger/?state={state}", "networkidle")
        found = said(page.locator(rows))
        assert found <= whole, sorted(found - whole)
        seen += len(found)
    assert seen > 2


def test_a_filtered_row_says_all_that_it_said_and_the_count_what_there_is(watched):
    page = watched().open("ledger/", "networkidle")
    row = page.locator("[data-part=ledger-rows] > li").first
    before = set(re.findall(r"\w+", row.inner_text()))
    page.locator("select[name=state]").select_option("到期未见")
    assert before == set(re.findall(r"\w+", row.inner_text()))
    assert "（周五）" in row.inner_text() and "虚构石榴湾街道" in row.inner_text()
    page.locator("select[name=state]").select_option("")
    said = page.locator("[data-part=ledger-count]").inner_text()
    whole, *parts = (int(one) for one in re.findall(r"(?<!演示 )\b(\d+)", said))
    assert whole == sum(parts) and "到期未见 1（都是演示）" in said


def test_what_was_kept_is_counted_and_listed_when_it_is_asked_for(watched):
    page = watched().open("ledger/", "networkidle")
    many = int(page.locator("[data-part=ledger]").get_attribute("data-kept"))
    assert many > 10 and "状态选“按期”可以看" in page.locator("article, main").first.inner_text()
    page.locator("select[name=state]").select_option("按期")
    page.get_by_text(f"共 {many} 项：按期 {many}").wait_for()
    rows = page.locator("[data-part=ledger-rows] > li")
    assert rows.count() == many and all("按期" in text for text in rows.all_inner_texts())
    assert page.locator("select[name=state]").input_value() == "按期"
    again = watched().open(f"ledger/{page.url.partition('/ledger/')[2]}", "networkidle")
    assert again.locator("[data-part=ledger-rows] > li").count() == many


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
    # What the record says is fetched.
    paper.get_by_text("精神障碍社区康复").first.wait_for()
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
    page = watched().open(asking(**MEANT), "networkidle")
    page.wait_for_selector("[data-part=letter]:not([hidden])")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


@pytest.mark.parametrize("kind", ["objection", "challenge", "complaint", "report", "removal"])
def test_a_blank_letter_prints_large_over_the_whole_sheet_and_on_one(watched, kind):
    page = watched().open(asking(kind=kind), "networkidle")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 690, "height": 1000})
    paper = page.locator("[data-part=letter-paper]")
    assert paper.evaluate("one => one.getBoundingClientRect().width") == 690
    assert float(paper.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) > 17


RECORD = "990100-2026-jingshen-kangfu-danyi-laiyuan"
MEANT = {
    "page": RECORD,
    "notice": "2026-11-18-single-source",
    "kind": "objection",
    "ends": "2026-11-25",
}
FORGED = {
    "to": "骗子公司",
    "until": "2099-01-01",
    "title": "骗子项目",
    "number": "骗-001",
    "what": "骗子的内容",
    "facts": "骗子的材料",
    "ask": "请把钱交给骗子",
    "who": "骗子本人",
    "submit": "骗子",
}


def letter(watched, address):
    """A letter that has heard from its record, or that there is none."""
    page = watched().open(address)
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    return page


def asking(**asked):
    return f"guide/letter/#{urlencode(asked)}"


def all_words(page):
    """What the letter and its form say, what stands in the fields included."""
    return page.evaluate(
        "document.querySelector('#main, article').innerText"
        " + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join()"
    )


def test_a_letter_takes_its_words_from_the_record(watched):
    page = letter(watched, asking(**MEANT))
    assert page.locator("input[name=to]").input_value().startswith("虚构江城市民政局社会事务科")
    assert page.locator("input[name=number]").input_value() == "JCCG-2026-0094"
    assert "2026年11月25日" in page.locator("[data-part=letter-until]").inner_text()
    page.locator("[data-part=letter-record] a").click()
    assert page.url.endswith(f"projects/{RECORD}/")


@pytest.mark.parametrize(
    "named",
    [
        {},
        MEANT,
        {**MEANT, "ends": "2099-01-01"},
        {**MEANT, "kind": "challenge"},
        {**MEANT, "notice": "骗子"},
        {"page": "no-such-record"},
        {"page": "../guide/object"},
        {"page": "//evil.example/骗子"},
        {"page": "https://evil.example/骗子"},
        {"kind": "toString"},
        {"kind": "骗子"},
        {"at": "projects/../../骗子/"},
        {"at": "//evil.example/骗子/"},
    ],
    ids=lambda named: " ".join(named.values()) or "nothing",
)
def test_a_link_cannot_put_words_into_a_letter(watched, named):
    page = letter(watched, asking(**FORGED, **named))
    assert "骗" not in all_words(page)
    assert "2099" not in all_words(page)
    if named != MEANT:
        assert not re.search(r"请在.*之前送到", all_words(page))
        assert page.locator("input[name=to]").input_value() == ""
        assert "致：＿＿＿" in page.locator("[data-part=letter-paper]").inner_text()


def test_a_letter_without_its_record_leaves_blanks_and_says_so(watched):
    one = watched()
    one.page.route("**/projects/**", lambda route: route.abort())
    page = one.open(asking(**MEANT), "networkidle")
    page.get_by_text("读不到").wait_for()
    assert "＿＿＿" in page.locator("[data-part=letter-paper]").inner_text()
    assert page.locator("input[name=title]").input_value() == ""


def test_what_was_typed_before_the_record_came_stays(watched):
    one = watched()
    held = []

    def hold(route):
        held.append(route)

    one.page.route("**/projects/**", hold)
    with one.page.expect_request("**/projects/**"):
        page = one.open(asking(**MEANT))
    page.locator("input[name=to]").fill("我自己写的单位")
    held[0].continue_()
    page.get_by_text("取自本站的记录").wait_for()
    assert page.locator("input[name=to]").input_value() == "我自己写的单位"


def test_every_letter_that_a_page_offers_finds_its_day_again(watched, real_site):
    offered = [
        (path.parent.name, html.unescape(href), ends)
        for path in sorted(real_site.glob("projects/*/index.html"))
        for href, ends in re.findall(
            r'href="\.\./\.\./(guide/letter/#[^"]*)" data-part="letter-link"[^>]*data-ends="([^"]*)"',
            path.read_text("utf-8"),
        )
    ]
    assert len(offered) > 2
    for project, href, ends in offered:
        page = letter(watched, href)
        year, month, day = map(int, ends.split("-"))
        said = page.locator("[data-part=letter-until]").inner_text()
        assert f"{year}年{month}月{day}日" in said, (project, href)


REJECTED = "990100-2024-shequ-jiaozheng-bangjiao"


def test_a_report_goes_to_finance_without_a_day_and_an_invented_one_nowhere(watched):
    page = watched().open(f"projects/{REJECTED}/", "networkidle")
    page.get_by_role("link", name="写举报信").click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    paper = page.locator("[data-part=letter-paper]").inner_text()
    assert "致：虚构江城市财政局" in paper
    assert "演示：这个项目是虚构的，这封信请不要寄出" in paper
    assert not re.search(r"请在.*之前送到", all_words(page))


def test_documents_are_challenged_in_time_whoever_had_them_first(watched):
    page = watched().open("projects/990100-2026-liushou-ertong-tongxing/", "networkidle")
    said = page.locator("[data-part=openings]").inner_text()
    assert "供应商质疑采购文件" in said
    challenge = said.partition("供应商质疑采购文件")[2]
    # A safe day and the last one by order no. 94, which leaves the first day out, for each start.
    first = "2026年11月16日（周一）收到的，稳妥 2026年11月24日（周二），最迟 2026年11月25日（周三）"
    end = "届满，从这一天起算的，稳妥 2026年12月1日（周二），最迟 2026年12月2日（周三）"
    assert first in challenge
    assert end in challenge
    assert "《政府采购质疑和投诉办法》第四十二条，开始之日不算" in challenge
    page.locator("[data-part=letter-link][data-kind=challenge]").click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    told = page.locator("[data-part=letter-until]").inner_text()
    assert first in told
    assert end in told
    assert "12月8日" not in told


@pytest.mark.parametrize(
    ("where", "link", "said"),
    [
        (f"projects/{REJECTED}/", "写更正申请", "更正申请"),
        (f"projects/{REJECTED}/", "申请删除个人信息", "删除个人信息的申请"),
        ("suppliers/demo-jc-zhengyuan/", "写更正申请", "更正申请"),
    ],
)
def test_who_finds_a_mistake_writes_without_an_account(watched, where, link, said):
    page = watched().open(where, "networkidle")
    title = page.locator("h1").inner_text()
    page.locator("#main").get_by_role("link", name=link).click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    paper = page.locator("[data-part=letter-paper]").inner_text()
    assert said in paper
    assert "致：本站维护者" in paper
    assert title in paper
    assert where in paper
    assert "privacy@example.invalid" in page.locator("[data-part=letter-desk]").inner_text()


FINANCE = "虚构江城市财政局政府采购监管科"


def test_another_kind_of_letter_takes_its_own_addressee(watched):
    page = letter(watched, asking(**MEANT))
    to, kind = page.locator("input[name=to]"), page.locator("select[name=kind]")
    note = page.locator("[data-part=letter-record]")
    assert "2026年11月25日" in page.locator("[data-part=letter-until]").inner_text()
    assert "收信人和期限取自本站的记录" in note.inner_text()
    for one in ("report", "complaint"):
        kind.select_option(one)
        assert "2026年11月25日" not in page.locator("[data-part=letter-until]").inner_text()
        assert to.input_value() == FINANCE
        assert "编号和收信人取自本站的记录" in note.inner_text()
        assert "虚构江城市虚构大道3号，电话 000-00000301" in all_words(page)
    for one in ("opinion", "challenge", "information"):
        kind.select_option(one)
        assert to.input_value() == page.locator("input[name=where]").input_value() == ""
        assert "记录里没有这一种信的收信人" in note.inner_text()
    kind.select_option("correction")
    assert to.input_value() == "本站维护者"
    kind.select_option("objection")
    assert to.input_value().startswith("虚构江城市民政局社会事务科")
    assert "2026年11月25日" in page.locator("[data-part=letter-until]").inner_text()


def test_an_addressee_typed_by_hand_has_no_address_of_another(watched):
    page = letter(watched, asking(**MEANT))
    page.locator("input[name=to]").fill("别的单位")
    assert "虚构大道" not in page.locator("[data-part=letter-paper]").inner_text()
    assert "收信人" not in page.locator("[data-part=letter-record]").inner_text()
    page.locator("select[name=kind]").select_option("report")
    assert page.locator("input[name=to]").input_value() == "别的单位"
    assert "虚构大道" not in page.locator("[data-part=letter-paper]").inner_text()


def test_an_objection_holds_what_the_guide_asks_for(watched):
    page = letter(watched, asking(**MEANT))
    paper = page.locator("[data-part=letter-paper]").inner_text()
    assert "公示的日期：2026年11月18日（周三）至2026年11月25日（周三）" in paper
    assert "公示的网址：https://portal.example.invalid/official/" in paper
    assert "虚构江城市民政局社会事务科：虚构江城市虚构大道1号，电话 000-00000103" in paper
    assert "虚构江城市财政局政府采购监管科：虚构江城市虚构大道3号" in paper


def test_a_bare_number_is_no_addressee(watched):
    page = watched().open("projects/990200-2026-nongcun-huzhu-yanglao/", "networkidle")
    page.locator("[data-part=letter-link][data-kind=challenge]").click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    assert page.locator("input[name=to]").input_value() == "虚构恒通招标代理有限公司项目二部"
    assert "000-00000701" in page.locator("input[name=where]").input_value()


# 《政府采购质疑和投诉办法》第十二条, in its own order.
CHALLENGE = [
    "质疑供应商：", "地址：", "邮编：", "联系人：", "联系电话：",
    "质疑项目：", "编号：", "分包：",
    "质疑事项：", "事实依据：", "法律依据：", "与上面的事项相关的请求：",
    "法定代表人、主要负责人或者其授权代表；自然人由本人签字", "公章", "提出质疑的日期：",
]  # fmt: skip


@pytest.mark.parametrize(
    ("about", "said", "unsaid"),
    [
        ("documents", "已依法获取这次采购的采购文件", "参加了"),
        ("process", "参加了这次采购活动", "已依法获取"),
        ("result", "参加了这次采购活动", "已依法获取"),
        ("", "□ 已依法获取采购文件　□ 参加了这次采购活动", "已依法获取这次"),
    ],
)
def test_a_challenge_holds_what_its_article_wants(watched, about, said, unsaid):
    page = watched().open("guide/letter/#kind=challenge", "networkidle")
    page.locator("select[name=about]").select_option(about)
    page.locator("textarea[name=law]").fill("某办法某条")
    paper = page.locator("[data-part=letter-paper]").inner_text()
    places = [paper.find(one) for one in CHALLENGE]
    assert -1 not in places
    # 地址 of the addressee would stand before; the letter names none here.
    assert places == sorted(places)
    assert said in paper
    assert unsaid not in paper
    assert "法律依据：某办法某条" in paper
    assert "七个工作日内书面答复" in paper


def test_a_challenge_of_documents_says_no_more_than_that_they_were_taken(watched):
    page = watched().open("projects/990100-2026-liushou-ertong-tongxing/", "networkidle")
    page.locator("[data-part=letter-link][data-kind=challenge]").click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    paper = page.locator("[data-part=letter-paper]").inner_text()
    assert "已依法获取这次采购的采购文件" in paper
    assert "参加了" not in paper


@pytest.mark.parametrize("kind", ["objection", "opinion", "challenge", "complaint", "report"])
def test_an_empty_letter_has_lines_to_write_on_and_one_page(watched, kind):
    page = watched().open(f"guide/letter/#kind={kind}", "networkidle")
    page.wait_for_selector("[data-part=letter]:not([hidden])")
    assert page.locator(".p-paper__rule").count() >= 4
    page.locator("textarea[name=what]").fill("一\n二")
    before = page.locator(".p-paper__rule").count()
    page.locator("textarea[name=what]").fill("")
    assert page.locator(".p-paper__rule").count() == before + 2
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


def test_a_link_cannot_put_words_into_the_ledger(watched):
    page = watched().open("ledger/?by=骗子公司&state=骗子", "networkidle")
    page.get_by_text("没有这样的事项").wait_for()
    assert "骗" not in page.locator("article").first.inner_text()


TENDER = {
    "page": "990200-2026-nongcun-huzhu-yanglao",
    "notice": "2026-11-17-tender",
    "kind": "challenge",
}


@pytest.mark.parametrize(
    ("about", "runs"),
    [("process", "各采购程序环节结束之日"), ("result", "中标或者成交结果公告期限届满之日")],
)
def test_what_is_challenged_decides_from_which_day_it_runs(watched, about, runs):
    page = letter(watched, asking(**TENDER))
    told = page.locator("[data-part=letter-until]")
    assert "最后一天：2026年11月17日（周二）收到的" in told.inner_text()
    page.locator("select[name=about]").select_option(about)
    assert "2026年" not in told.inner_text()
    assert f"从{runs}起七个工作日内（《政府采购法实施条例》第五十三条）" in told.inner_text()
    assert "还说不出最后一天" in told.inner_text()
    # The body is the same, and is not to be looked for again.
    assert page.locator("input[name=to]").input_value() == "虚构恒通招标代理有限公司项目二部"
    assert "期限取自" not in page.locator("[data-part=letter-record]").inner_text()
    page.locator("select[name=about]").select_option("documents")
    assert "收到的" in told.inner_text()


def test_a_place_in_the_page_is_no_other_letter(watched):
    page = letter(watched, asking(**TENDER))
    meant = page.url
    page.locator("textarea[name=what]").fill("评分标准与服务无关")
    page.locator("a.md-skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.locator("textarea[name=what]").input_value() == "评分标准与服务无关"
    # The page hears of its new place only after the key was handled.
    until(page, "(meant) => location.href === meant", meant)
    assert page.locator("input[name=title]").input_value()


def test_another_letter_keeps_what_was_typed_and_says_so(watched):
    page = letter(watched, asking(**TENDER))
    page.locator("textarea[name=what]").fill("评分标准与服务无关")
    page.locator("footer").get_by_role("link", name="报告错误").click()
    page.get_by_text("换成了更正申请").wait_for()
    assert page.locator("textarea[name=what]").input_value() == "评分标准与服务无关"
    assert page.evaluate("document.activeElement.name") == "kind"
    assert page.locator("input[name=to]").input_value() == "本站维护者"
    page.go_back()
    until(page, "() => document.querySelector('[name=title]').value !== ''")
    assert page.locator("select[name=kind]").input_value() == "challenge"
    assert page.locator("textarea[name=what]").input_value() == "评分标准与服务无关"


@pytest.mark.parametrize(
    ("kind", "asked", "unasked"),
    [
        ("correction", {"what": "哪一处", "ours": "本站写的", "theirs": "公告写的"}, "relation"),
        ("removal", {"what": "哪一处", "relation": "我与它的关系"}, "ours"),
    ],
)
def test_a_letter_to_this_site_asks_for_what_its_sample_holds(watched, kind, asked, unasked):
    page = watched().open(asking(kind=kind), "networkidle")
    for name, label in asked.items():
        page.get_by_label(label).first.fill(f"{label}：写了")
        assert page.locator(f"[name={name}]").input_value() == f"{label}：写了"
    for name in ("facts", unasked):
        assert not page.locator(f"[name={name}]").is_visible()
    paper = page.locator("[data-part=letter-paper]").inner_text()
    places = [paper.find(f"{label}：{label}：写了") for label in asked.values()]
    assert -1 not in places and places == sorted(places)
    assert "事实和材料" not in paper and "内容：" not in paper


def test_how_a_notice_wants_it_stands_beside_the_letter_and_not_in_it(watched):
    page = letter(watched, asking(**MEANT))
    how = page.locator("[data-part=letter-how]")
    for word in ("可以当面递交或邮寄", "须实名"):
        assert word in how.inner_text()
        assert word not in page.locator("[data-part=letter-paper]").inner_text()
    assert "须书面" not in how.inner_text()
    page.locator("select[name=kind]").select_option("report")
    assert how.inner_text() == ""
