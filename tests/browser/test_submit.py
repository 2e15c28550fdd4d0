"""A record is filled in by keyboard on a phone, checked before it leaves, and read by the check."""

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.records.reading import read_record
from tests.browser.clerk import CHECKED, Clerk
from tests.browser.conftest import until

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 780}}
PART = "[data-part=submit-{}]"
PAGE, ALL, REST = 36_000, 55_000, 9_000
# What is in focus: the words of its label, and of the group around it.
FOCUS = """() => { const one = document.activeElement
  return [one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText ?? one.innerText ?? "", one.closest("fieldset")?.querySelector("legend").innerText ?? ""] }"""


def opened(watched, kind=None, **context):
    one = watched(**{**PHONE, **context})
    page = one.open("submit/", "networkidle")
    page.wait_for_selector("[data-part=submit]:not([hidden])")
    if kind:
        page.locator("#submit-kind").select_option(kind)
        page.wait_for_selector(f"{PART.format('body')}:not([hidden])")
        checked(page)
    return one, page


def checked(page):
    """The page has said what it thinks of what was typed last."""
    until(page, CHECKED)


def reach(page, label, group=""):
    """Go on by the tabulator to the next field of this name, in a group of this name."""
    for _ in range(600):
        page.keyboard.press("Tab")
        name, around = page.evaluate(FOCUS)
        if name.startswith(label) and around.startswith(group):
            return
    raise AssertionError(f"{label} in {group} is not reached by keyboard")


def write(page, label, text, group=""):
    reach(page, label, group)
    page.keyboard.insert_text(text)


def choose(page, label, value, group=""):
    reach(page, label, group)
    for _ in range(60):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} is none of the choices of {label}")


def press(page, label, group=""):
    reach(page, label, group)
    page.keyboard.press("Enter")


def found(page):
    checked(page)
    return page.locator(f"{PART.format('found')} > li").all_inner_texts()


def box(page, label, group=""):
    """A field by its label, in the last group that is called so."""
    around = page.locator("fieldset", has=page.locator("legend", has_text=group)).last
    held = around if group else page
    return held.locator("input, textarea, select").and_(
        held.get_by_label(re.compile(f"^{label}(?!.*：)"))
    )


def head(page):
    """What every record needs, by whatever way."""
    page.locator("#submit-division").fill("990100")
    page.locator("#submit-slug").fill("yunxi")
    box(page, "采购性质", "项目从这份公告开始").select_option("statutory")
    box(page, "标题是什么").fill("虚构云溪区社区服务项目成交结果公告")
    box(page, "看到的是发布者自己的页面").select_option("original")
    box(page, "看到了公告的全部内容").select_option("excerpt")
    box(page, "这个页面写的发布日期").fill("2026年3月2日")


def compared(page):
    """Every sum that was read back is as it stands in the notice."""
    Clerk(page).compared()
    return [row for row in found(page) if not row.startswith("已对照")]


def yaml(page):
    return page.locator(PART.format("yaml")).text_content()


def two_lots(page):
    """An award of two lots, by keyboard alone; the sum of the second without its unit."""
    write(page, "公告的标题", "云溪区成交结果公告")
    page.wait_for_selector(f"{PART.format('kinds')} button")
    press(page, "采购结果公告")
    page.wait_for_selector(f"{PART.format('body')}:not([hidden])")
    write(page, "地区", "990100")
    write(page, "项目的文件夹名", "yunxi-shegong")
    choose(page, "采购性质", "statutory")
    write(page, "标题是什么", "虚构云溪区社区服务项目成交结果公告")
    choose(page, "看到的是发布者自己的页面", "original")
    choose(page, "看到了公告的全部内容", "full")
    write(page, "这个页面写的发布日期", "2026年3月2日")
    write(page, "名称（照公告的写法）", "虚构云溪区民政局", "采购人是谁")
    choose(page, "用哪种方式选供应商", "competitive-consultation")
    for i, (name, amount) in enumerate((("甲", "46.8万元"), ("乙", "39.5")), 1):
        group = f"选中了谁：第{i}项"
        write(page, "名称（照公告的写法）", f"虚构{name}社会工作服务中心", group)
        write(page, "它的地址是什么", f"云溪路{i}号", group)
        write(page, "成交（中标）金额是多少", amount, group)
        if i == 2:
            choose(page, "成交（中标）金额是多少：单位", "元", group)
        write(page, "分包的，它中的是哪一包", str(i), group)
        if i == 1:
            press(page, "选中了谁：再写一项")
    for i in (1, 2):
        write(page, "包号", str(i), f"分成哪些包：第{i}项")
        write(page, "名称", f"片区{i}", f"分成哪些包：第{i}项")
        if i == 1:
            press(page, "分成哪些包：再写一项")


def test_an_award_of_two_lots_is_filled_by_keyboard_on_a_phone_and_read_by_the_check(watched):
    one, page = opened(watched)
    one.context.grant_permissions(["clipboard-read", "clipboard-write"])
    two_lots(page)
    asked = [row for row in found(page) if "39.5" in row]
    assert len(asked) == 1 and "请核对元和万元" in asked[0], found(page)
    assert page.locator(PART.format("copy")).is_disabled()
    # The question leads to its field, where the slip is mended.
    press(page, "选中的供应商第2项的金额写的是 39.5 元")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("39.5万元")
    read = [row for row in found(page) if row.startswith("请对照")]
    assert len(read) == 2 and "46.8 万元" in read[0] and "39.5 万元" in read[1]
    assert page.locator(PART.format("copy")).is_disabled()
    for _ in read:
        press(page, "对照过了，没有错")
        checked(page)
    assert all(row.startswith("已对照") for row in found(page))
    press(page, "复制内容")
    until(page, "() => document.querySelector('[data-part=submit-done]').textContent !== ''")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == yaml(page)
    read = read_record("x.yml", "2026-03-02-award", text.encode(), frozenset({"award"}))
    assert read.filed and not read.findings, read.findings
    winners = read.filed.record.winners
    assert [int(one.amount.yuan) for one in winners] == [468_000, 395_000]
    assert [one.lots for one in winners] == [("1",), ("2",)]
    place = page.locator(PART.format("path")).inner_text()
    assert place == "data/projects/990100/2026/yunxi-shegong/2026-03-02-award.yml"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not one.outside and not one.errors


def test_no_unit_is_guessed(watched):
    _, page = opened(watched, "award")
    head(page)
    box(page, "一共多少钱").fill("468000")
    assert any("没有单位" in row for row in found(page))
    assert "amount: 468000" not in yaml(page)
    assert page.locator(PART.format("copy")).is_disabled()
    page.get_by_label("一共多少钱：单位").select_option("元")
    assert page.locator(PART.format("copy")).is_disabled()
    assert compared(page) == []
    assert "amount: 468000\n" in yaml(page)
    page.get_by_label("一共多少钱：单位").select_option("printed")
    assert found(page) == []
    assert 'amount:\n  printed: "468000"\n' in yaml(page)


@pytest.mark.parametrize("number", ["13800004271", "110000200001010000", "zhao@portal.example"])
def test_personal_data_stops_before_anything_leaves(watched, number):
    one, page = opened(watched, "award")
    head(page)
    assert found(page) == []
    assert page.locator(PART.format("save")).is_enabled()
    said = {"13800004271": "联系电话", "110000200001010000": "身份证号"}.get(number, "邮箱")
    box(page, "标题是什么").fill(f"虚构公告，{said} {number}")
    stopped = found(page)
    assert any(row.startswith("个人信息") for row in stopped)
    assert not any(number in row for row in stopped)
    for way in ("copy", "save"):
        assert page.locator(PART.format(way)).is_disabled()
    assert not page.locator(f"{PART.format('open')}[href], {PART.format('filled')}[href]").count()
    assert not one.outside


def test_a_question_is_answered_with_a_reason_that_the_check_takes(watched):
    _, page = opened(watched, "award")
    head(page)
    box(page, "一共多少钱").fill("468元")
    rows = found(page)
    assert len(rows) == 1 and rows[0].startswith("请核对")
    page.get_by_label("公告就是这样写的，理由").fill("只买一次讲座")
    assert all(row.startswith("已说明") for row in compared(page))
    assert page.locator(PART.format("copy")).is_enabled()
    read = read_record("x.yml", "2026-03-02-award", yaml(page).encode(), frozenset({"award"}))
    assert read.filed and [one.at for one in read.filed.record.portal.confirmed] == ["amount"]


def test_what_a_notice_does_not_state_is_ticked_only_of_a_whole_one(watched):
    _, page = opened(watched, "award")
    head(page)
    assert page.locator(PART.format("looked")).is_hidden()
    box(page, "看到了公告的全部内容").select_option("full")
    page.get_by_label("供应商的地址", exact=True).check()
    checked(page)
    assert "absent: 供应商的地址\n" in re.sub(r"\n\s+- ", " ", yaml(page))
    box(page, "看到了公告的全部内容").select_option("excerpt")
    checked(page)
    assert "absent" not in yaml(page)


def test_a_known_party_is_offered_and_any_other_key_is_found_by_its_name(watched):
    _, page = opened(watched, "award")
    head(page)
    page.get_by_label("采购人是谁：第1项：在本站的名单里找").click()
    page.get_by_role("searchbox", name="采购人是谁：第1项").fill("江城市民政")
    page.get_by_role("button", name="虚构江城市民政局").click()
    checked(page)
    assert "purchaser:\n  - party: demo-jc-minzhengju\n" in yaml(page)
    page.get_by_label("找一个栏目").fill("中小企业")
    page.locator(f"{PART.format('more-found')} button").first.click()
    assert page.evaluate(FOCUS)[1].startswith("中小企业")


def test_a_draft_is_kept_in_the_tab_alone_until_it_is_deleted(watched):
    one, page = opened(watched, "award")
    head(page)
    checked(page)
    before = yaml(page)
    page.reload(wait_until="networkidle")
    until(page, "() => document.querySelector('[data-part=submit-yaml]').textContent !== ''")
    assert yaml(page) == before
    assert page.evaluate("Object.keys(localStorage).filter(one => one.includes('submit'))") == []
    assert "2026" not in page.url
    page.get_by_role("button", name="删去草稿").click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("sessionStorage.getItem('submit')") is None
    assert page.locator(PART.format("body")).is_hidden()
    assert not one.outside


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["award", "tender", "evaluation", "party"])
def test_axe_finds_nothing_and_a_phone_shows_all(watched, kind, scheme):
    one, page = opened(watched, kind, color_scheme=scheme)
    box(page, "标题是什么" if kind != "party" else "机构的全称").fill("甲<b>乙")
    checked(page)
    assert not Axe().run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = [
        item
        for item in page.locator(
            "form button:visible, form input:visible, form select:visible"
        ).all()
        if item.get_attribute("type") != "checkbox" and item.bounding_box()["height"] < 44
    ]
    assert not small
    assert not one.errors


def test_every_kind_is_asked_and_takes_its_own_examples(watched):
    _, page = opened(watched)
    for kind in page.locator("#submit-kind option").evaluate_all(
        "all => all.map(one => one.value)"
    ):
        if kind:
            page.locator("#submit-kind").select_option(kind)
            until(
                page,
                "(kind) => document.querySelector('[data-part=submit-yaml]').textContent.startsWith(`kind: ${kind}\\n`)",
                kind,
            )


def test_another_kind_keeps_the_answers_that_both_ask_for(watched):
    one, page = opened(watched, "award")
    head(page)
    box(page, "成交（中标）金额是多少").fill("46.8万元")
    checked(page)
    page.locator("#submit-kind").select_option("contract")
    until(
        page,
        "() => /kind: contract\\n/u.test(document.querySelector('[data-part=submit-yaml]').textContent)",
    )
    assert "title: 虚构云溪区社区服务项目成交结果公告\n" in yaml(page)
    assert (
        "winners" not in yaml(page)
        and "2026-03-02-contract.yml" in page.locator(PART.format("path")).inner_text()
    )
    page.evaluate("sessionStorage.setItem('submit', '{')")
    page.reload(wait_until="networkidle")
    assert page.locator("#submit-kind").is_visible()
    assert not one.errors


def test_without_scripts_the_page_says_where_to_send_a_notice(watched):
    page = watched(java_script_enabled=False).open("submit/")
    assert page.get_by_text("发给维护单位").first.is_visible()
    assert page.get_by_text("records@example.invalid").first.is_visible()
    assert not page.locator("#submit-kind").is_visible()


def packed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_page_is_light_and_looks_at_sums_and_persons_once_something_is_written(
    watched, real_site: Path
):
    """Until then all of it, its head and foot too, is under 36 KB; the styles are every page's."""
    _, page = opened(watched, "award")
    before = own(page, real_site)
    assert "submit/kinds/award.json" in before and "assets/submit-check.js" in before
    box(page, "标题是什么").fill("虚构公告")
    until(
        page,
        "() => !document.querySelector('[data-part=submit-yaml]').textContent.endsWith('award\\n')",
    )
    page.wait_for_load_state("networkidle")
    checked(page)
    after = own(page, real_site)
    assert set(after) - set(before) == {"assets/submit-last.js", "submit/signs.json"}
    kinds = {one: packed(one) for one in (real_site / "submit/kinds").glob("*.json")}
    largest = max(size for one, size in kinds.items() if ".more" not in one.name)
    more = largest - before["submit/kinds/award.json"]
    print(f"to fill in {sum(before.values()) + more}, all {sum(after.values()) + more}: {after}")
    assert sum(before.values()) + more < PAGE
    assert sum(after.values()) + more < ALL
    assert max(kinds.values()) < REST


LOADED = """() => [location, ...performance.getEntriesByType("resource").map(({ name }) => new URL(name))]
  .map(({ pathname }) => pathname.slice(1)).filter((one) => one.includes("submit"))"""


def own(page, site):
    """What was loaded for this page alone, by its path, packed."""
    whole = {
        one: site / one / "index.html" if one.endswith("/") else site / one
        for one in page.evaluate(LOADED)
    }
    return {one: packed(path) for one, path in whole.items()}


FILL = """([kind, items]) => new Promise((told) => document.querySelector("[data-part=submit]")
  .dispatchEvent(new CustomEvent("fill", { detail: { kind, items, told } })))"""


def test_what_was_read_from_a_notice_stands_in_the_fields_with_where_it_was_read(watched):
    one, page = opened(watched)
    items = [
        {"path": "title", "value": "虚构成交结果公告", "where": "第1段"},
        {"path": "winners.0.printed", "value": "虚构甲中心、虚构乙中心", "where": "第5段"},
        {
            "path": "winners",
            "question": "这是联合体，还是两家？",
            "choices": [
                {
                    "label": "两家",
                    "items": [
                        {"path": "winners.0.printed", "value": "虚构甲中心"},
                        {"path": "winners.1.printed", "value": "虚构乙中心"},
                    ],
                }
            ],
        },
        {"path": "nothing", "value": "甲"},
    ]
    left = page.evaluate(FILL, ["award", items])
    assert [one["path"] for one in left] == ["nothing"]
    assert box(page, "标题是什么").input_value() == "虚构成交结果公告"
    assert page.get_by_text("读自第1段").is_visible()
    assert any("联合体，还是两家" in row for row in found(page))
    page.get_by_role("button", name="两家", exact=False).first.click()
    assert not any("联合体，还是两家" in row for row in found(page))
    assert box(page, "名称（照公告的写法）", "选中了谁：第2项").input_value() == "虚构乙中心"
    assert not one.errors and not Axe().run(page).response["violations"]
