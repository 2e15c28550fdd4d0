"""The keys of a kind are found by a word of Chinese, without a request, by keyboard, and none is lost without a script."""

import re

import pytest

pytestmark = pytest.mark.browser

AWARD = "guide/fields/award/"
BOX = "[data-part=keys] input"
TOLD = "[data-part=keys] [role=status]"
SHOWN = "[...document.querySelectorAll('[data-key]')].filter(one => one.offsetParent).map(one => one.dataset.key)"


def typed(page, word):
    """What stays when a word is typed."""
    page.locator(BOX).fill(word)
    return page.evaluate(SHOWN)


def test_a_word_leaves_the_keys_that_say_it(watched):
    one = watched()
    page = one.open(AWARD, "networkidle")
    every = page.evaluate(SHOWN)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert "agency_fee" in typed(page, "代理服务费")
    found = typed(page, "得分")
    assert "winners.score" in found
    assert "contacts" not in found
    assert page.locator(TOLD).inner_text() == f"显示 {len(found)} 个，一共 {len(every)} 个"
    assert "bidders_count" in typed(page, "bidders")
    assert "bidders_count" in typed(page, "ＢＩＤＤＥＲＳ")
    assert typed(page, "  ") == every
    assert not asked
    assert not one.errors


def test_a_heading_without_keys_goes_and_an_empty_list_says_what_to_try(watched):
    page = watched().open(AWARD)
    typed(page, "winners.score")
    assert page.locator("h2:visible").all_inner_texts() == ["常用的"]
    assert typed(page, "没有这样的字") == []
    assert page.locator("[data-part=no-key]").is_visible()
    assert page.locator(TOLD).inner_text().startswith("显示 0 个")
    page.locator("[data-part=no-key] a").first.click()
    assert page.locator("#keys").count() == 1


def test_a_word_that_only_a_value_says_opens_the_list_of_values(watched):
    page = watched().open(AWARD)
    assert "method" in typed(page, "竞争性磋商")
    assert page.locator("[data-key=method] details li", has_text="竞争性磋商").is_visible()
    assert page.locator("[data-key=method] details").evaluate("one => one.open")


def test_an_address_shows_its_key_whatever_is_typed(watched):
    page = watched().open(AWARD)
    typed(page, "得分")
    page.evaluate("location.hash = '#key-contacts'")
    page.locator("#key-contacts").wait_for(state="visible")
    assert page.locator(BOX).input_value() == ""


def test_a_keyboard_reaches_the_box_and_enter_stays_on_the_page(watched):
    page = watched().open(AWARD)
    page.locator(BOX).wait_for(state="visible")
    page.keyboard.press("/")
    page.keyboard.type("winners")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.url.endswith(AWARD)
    assert page.locator(f"label[for={page.locator(BOX).get_attribute('id')}]").is_visible()
    assert "winners" in page.evaluate(SHOWN)


@pytest.mark.parametrize("path", ["guide/fields/", AWARD, "guide/fields/parts/"])
def test_without_a_script_every_key_stays(watched, path):
    page = watched(java_script_enabled=False).open(path)
    rows = page.locator("[data-key]")
    assert rows.count() > 50
    assert rows.first.is_visible()
    assert rows.last.is_visible()
    assert not page.locator(BOX).is_visible()
    assert not page.locator("[data-part=no-key]").is_visible()


@pytest.mark.parametrize("path", ["guide/fields/", "guide/fields/parts/"])
def test_the_other_lists_of_keys_are_found_in_too(watched, path):
    page = watched().open(path)
    every = page.evaluate(SHOWN)
    found = typed(page, "日期")
    assert 0 < len(found) < len(every)


def test_a_page_says_what_a_word_is_called(watched):
    """What stands in a guide as 〔kind.award〕."""
    text = watched().open("guide/values/").locator("main").inner_text()
    assert "采购结果公告 award" in text
    # The number of a document has a year between such brackets.
    assert not re.search("〔[^0-9]", text)
