"""A notice is pasted into the form: read, not run, and stopped where it tells of a person."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.intake.notice.markup import of_page
from tests import reading_notices as cases
from tests.browser.clerk import Clerk
from tests.browser.conftest import until
from tests.browser.test_submit import PART, box, checked, found, opened
from tests.shipped import ROOT
from tests.test_submit_pasted import block

pytestmark = pytest.mark.browser

ASSETS = ROOT / "content" / "assets"

PASTE = """([html, text]) => {
  const given = new DataTransfer()
  if (html) given.setData("text/html", html)
  given.setData("text/plain", text)
  document.querySelector("#submit-pasted").dispatchEvent(new ClipboardEvent("paste", { clipboardData: given, bubbles: true }))
}"""
READ = "() => /^填了/u.test(document.querySelector('[data-part=submit-pasted-said]').textContent)"
BLOCKS = """async (pages) => {
  const { ofPage } = await import(new URL("../assets/submit-blocks.js", location))
  return pages.map(ofPage)
}"""
NOTICE = """<html><body><!--StartFragment-->
<script>window.wasRun = 1</script><img src="https://elsewhere.example/a.png" onerror="window.wasRun = 1">
<p>虚构云溪区社区服务项目成交结果公告</p>
<p>一、项目编号：YX-2026-001</p>
<p>二、项目名称：虚构云溪区社区服务项目身份证号110000200001010000</p>
<table><tr><td rowspan="2">采购人信息</td><td>名称：虚构云溪区民政局<br>地址：云溪路1号</td></tr>
<tr><td>联系方式：0711-6000001</td></tr>
<tr><td style="mso-ignore:colspan" colspan="2">备注</td></tr></table>
<p>中标金额：39.5</p><p>发布日期：2026-03-02</p>
<!--EndFragment--></body></html>"""
ODD = """<style>td { color: red }</style><div title="a > b style=c" STYLE="color:red">甲<br>乙<b>丙</b><script>丁</script><span hidden>戊</span></div>
<table><tr><td>己</td><td colspan=2 rowspan=2>庚<br>辛</td></tr><tr><td>壬<p>癸</p></td></tr>
<tr style="display:none"><td>子</td></tr><tr><td colspan="x">丑</td><td style="mso-ignore:colspan" colspan=3>寅</td></tr></table>
<table><tr><td><table><tr><td>卯</td></tr></table>辰</td></tr></table><ul><li>巳<li>午</ul>"""


def paste(page, text="", html=""):
    page.evaluate(PASTE, [html, text])


def test_a_page_is_taken_apart_as_by_the_reader(watched):
    one, page = opened(watched)
    # Published, they stand in the file of what reads pasted text.
    page.route(
        re.compile(r"/assets/submit-(?:blocks|words)\.js$"),
        lambda route: route.fulfill(path=ASSETS / route.request.url.rpartition("/")[2]),
    )
    htmls = [NOTICE, ODD, *(x.raw.decode() for x in cases.cases() if x.raw.lstrip()[:1] == b"<")]
    assert len(htmls) > 5
    for html, there in zip(htmls, page.evaluate(BLOCKS, htmls), strict=True):
        assert [block(x) for x in of_page(html)] == [
            {key: held for key, held in x.items() if key != "spans"} for x in there
        ]
    assert not one.outside and page.evaluate("window.wasRun") is None


CELLS = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
<tr><td>项目编号</td><td>项目名称</td><td>包号</td><td>成交供应商</td><td>成交金额（万元）</td><td>得分</td></tr>
<tr><td rowspan=2>YX-2026-010</td><td rowspan=2>虚构云溪区社工站服务项目</td><td>包1</td><td>虚构东湖社会工作服务中心</td><td>46.8</td><td>91.5</td></tr>
<tr><td>包2</td><td>虚构南湖社会工作服务中心</td><td>39.5</td><td>88</td></tr>
<tr><td></td><td></td><td>包3</td><td>虚构甲社会工作服务社、虚构乙社会工作服务社</td><td>20</td><td>80</td></tr>
<tr><td>合计</td><td></td><td></td><td></td><td>106.3</td><td></td></tr></table></body></html>"""


def test_rows_of_a_workbook_fill_rows_and_what_is_not_sure_is_listed(watched):
    one, page = opened(watched, "award")
    paste(page, html=CELLS)
    until(page, READ)
    checked(page)
    text = page.locator(PART.format("yaml")).text_content()
    for said in ("虚构东湖社会工作服务中心", "虚构南湖社会工作服务中心", "46.8", "39.5", "包2"):
        assert said in text, text
    assert text.count("万元") == 2 and "虚构甲" not in text and "106.3" not in text
    listed = page.locator(PART.format("pasted-left")).text_content()
    assert "像是几家的名称" in listed and "不是一行内容" in listed
    assert not one.errors and not one.outside


def test_what_is_pasted_is_filled_in_listed_and_never_run(watched):
    one, page = opened(watched)
    paste(page, html=NOTICE)
    until(page, "() => document.querySelector('[data-part=submit-pasted-said]').textContent")
    assert page.locator(PART.format("body")).is_hidden()
    page.locator("#submit-kind").select_option("award")
    until(page, READ)
    assert box(page, "标题是什么").input_value() == "虚构云溪区社区服务项目成交结果公告"
    assert box(page, "编号", "编号是什么：第1项").input_value() == "YX-2026-001"
    assert (
        box(page, "名称（照公告的写法）", "采购人是谁：第1项").input_value() == "虚构云溪区民政局"
    )
    assert page.get_by_text("项目编号：YX-2026-001”").first.is_visible()
    # No unit, no day of the page, nobody who was chosen.
    assert box(page, "这个页面写的发布日期").input_value() == ""
    listed = page.locator(PART.format("pasted-left")).text_content()
    assert "中标金额：39.5" in listed and "发布日期：2026-03-02" in listed
    assert any(row.startswith("个人信息") for row in found(page))
    for way in ("copy", "save"):
        assert page.locator(PART.format(way)).is_disabled()
    assert page.evaluate("window.wasRun") is None
    page.locator(f"{PART.format('pasted-left')} summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not one.outside and not one.errors and not Axe().run(page).response["violations"]


def test_a_second_notice_is_not_written_over_or_among_the_first(watched):
    one, page = opened(watched, "award")
    told = "采购人信息\n名称：虚构{}民政局\n{}联系方式：0711-600000{}\n项目编号：YX-{}"
    paste(page, told.format("甲区", "", 1, 1))
    until(page, READ)
    paste(page, told.format("乙区", "地址：乙路2号\n", 2, 2))
    until(
        page,
        "() => document.querySelector('[data-part=submit-pasted-left]').textContent.includes('乙区')",
    )
    text = page.locator(PART.format("pasted-left")).text_content()
    assert "乙路2号" in text and "0711-6000002" in text
    found(page)
    assert "乙" not in page.locator(PART.format("yaml")).text_content()
    assert not one.errors


@pytest.mark.parametrize("kind", ["party", "project", "jurisdiction"])
def test_what_is_no_notice_is_not_filled_from_one(watched, kind):
    one, page = opened(watched, kind)
    paste(page, "项目编号：YX-1\n采购人：虚构甲区民政局")
    until(
        page,
        "() => document.querySelector('[data-part=submit-pasted-said]').textContent.includes('不是公告')",
    )
    assert "甲区" not in page.locator(PART.format("yaml")).text_content()
    assert not one.errors


TICK = "规定要写的都逐项找过"


def test_nothing_is_said_to_be_missing_while_pasted_words_are_not_seen_to(watched):
    one, page = opened(watched, "award")
    paste(page, html=NOTICE)
    until(page, READ)
    Clerk(page).within("来源").write(看到了公告的全部内容="全文")
    found(page)
    assert page.get_by_label(TICK).is_disabled()
    assert "没有用上" in page.locator(PART.format("unread")).text_content()
    # The list is of the draft: it is there again when the page is.
    page.reload(wait_until="networkidle")
    found(page)
    assert page.get_by_label(TICK).is_disabled()
    left = page.locator(PART.format("pasted-left"))
    left.locator("summary").click()
    boxes = left.locator("li input")
    assert boxes.count() > 1
    for i in range(boxes.count()):
        boxes.nth(i).check()
    assert left.get_by_label("上面每一处都看过").is_checked()
    found(page)
    page.get_by_label(TICK).check()
    found(page)
    assert "absent:\n    - all\n" in page.locator(PART.format("yaml")).text_content()
    # Who unticks one takes back what was said.
    boxes.first.uncheck()
    found(page)
    assert "absent" not in page.locator(PART.format("yaml")).text_content()
    assert not one.outside and not one.errors and not Axe().run(page).response["violations"]
