"""The form about following gives an address that is there, and so does what is chosen in the explorer."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import until

pytestmark = pytest.mark.browser

DONE = "[data-results][aria-busy=false]"


@pytest.fixture
def form(watched):
    one = watched(viewport={"width": 390, "height": 844})
    page = one.open("guide/follow/")
    page.wait_for_selector("[data-part=follow-form]:not([hidden])")
    page.watch = one
    return page


def told(page):
    return page.locator("[data-part=follow-address]").inner_text()


def test_every_choice_gives_an_address_that_is_there(form, address):
    for what in ("all", "kinds", "places", "fields"):
        form.select_option("#follow-what", what)
        for one in range(form.locator("#follow-one option").count()):
            form.select_option("#follow-one", index=one)
            for how in (".atom", ".json", ".ics"):
                form.select_option("#follow-how", how)
                given = told(form)
                if given:
                    assert given.endswith(how) and given.startswith(address)
                    if one < 2:
                        assert form.request.get(given).ok, given
                else:
                    assert form.locator("[data-part=follow-none]").inner_text()
    assert not form.watch.errors and not form.watch.outside


def test_a_body_is_found_by_its_name(form, address):
    form.select_option("#follow-what", "party")
    assert form.locator("[data-part=follow-none]").inner_text() == "先写名称里的字，选一家。"
    assert form.locator("[data-part=follow-copy]").is_disabled()
    form.fill("#follow-party", "中山市残疾人")
    form.locator("[data-part=follow-found] button").first.click()
    assert told(form).startswith(f"{address}feeds/purchasers/") and told(form).endswith(".atom")
    assert form.request.get(told(form)).ok
    form.select_option("#follow-how", ".ics")
    assert form.request.get(told(form)).ok
    form.fill("#follow-party", "中山市残")
    assert told(form) == ""
    assert not form.watch.errors


def test_the_page_is_whole_without_scripts_and_open_to_all(watched, form):
    assert not Axe().run(form).response["violations"]
    assert form.evaluate("document.documentElement.scrollWidth") <= 390
    page = watched(java_script_enabled=False).open("guide/follow/", "load")
    assert page.locator("[data-part=follow-form]").is_hidden()
    links = page.locator("[data-follow=kinds] a")
    assert links.count() > 40


def test_what_is_chosen_alone_can_be_followed(watched, address):
    one = watched()
    asked = {
        "projects/": "feeds/notices",
        "projects/?division=420100": "feeds/places/420100",
        "projects/?field=disability": "feeds/fields/disability",
        "projects/?kind=tender": "feeds/kinds/tender",
        "notices/?kind=award": "feeds/kinds/award",
        "projects/?field=disability&kind=tender": "",
        "projects/?q=%E5%85%BB%E8%80%81": "",
    }
    for path, feed in asked.items():
        page = one.open(path)
        page.wait_for_selector(DONE, state="attached")
        link = page.locator("[data-tools] a")
        until(page, "() => document.querySelector('[data-tools] a')")
        chosen = f"#of={feed}" if feed else ""
        assert link.evaluate("one => one.href") == f"{address}guide/follow/{chosen}", path
        assert not feed or page.request.get(f"{address}{feed}.atom").ok
    assert not one.errors and not one.outside


def test_a_body_that_is_chosen_can_be_followed(watched, address):
    one = watched()
    page = one.open(
        "projects/?purchaser=%E4%B8%AD%E5%B1%B1%E5%B8%82%E6%AE%8B%E7%96%BE%E4%BA%BA%E8%81%94%E5%90%88%E4%BC%9A"
    )
    page.wait_for_selector(DONE, state="attached")
    until(
        page,
        "() => document.querySelector('[data-tools] a')?.href.includes('#of=feeds/purchasers/')",
    )
    _, _, feed = page.locator("[data-tools] a").evaluate("one => one.href").partition("#of=")
    assert page.request.get(f"{address}{feed}.atom").ok
    assert not one.errors
