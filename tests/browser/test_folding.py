"""Long pages fold their notices; what is asked for is always unfolded."""

import pytest

pytestmark = pytest.mark.browser

LONG = "projects/990100-2024-shequ-jiaozheng-bangjiao/"
SHUT = "[...document.querySelectorAll('details.p-sheet')].filter((sheet) => !sheet.open).length"


@pytest.fixture
def long(watched):
    """A project with many notices, as opened without asking for one."""
    page = watched().open(LONG)
    page.wait_for_selector("[data-part=unfold]:visible")
    return page


def test_a_step_of_the_timeline_opens_its_notice(long):
    sheet = long.locator("details.p-sheet:not([open])").last
    anchor = sheet.get_attribute("id")
    long.locator(f".p-steps a[href='#{anchor}']").first.click()
    assert long.locator(f"[id='{anchor}']").evaluate("sheet => sheet.open")


def test_an_address_with_a_notice_opens_it(watched, long):
    anchor = long.locator("details.p-sheet").last.get_attribute("id")
    page = watched().open(f"{LONG}#{anchor}")
    assert page.locator(f"[id='{anchor}']").evaluate("sheet => sheet.open")


def test_a_button_opens_and_shuts_all(long):
    assert long.evaluate(SHUT) > 0
    button = long.locator("[data-part=unfold]")
    button.click()
    assert long.evaluate(SHUT) == 0
    assert button.text_content() == "全部收起"
    button.click()
    assert long.evaluate(SHUT) == long.locator("details.p-sheet").count()
