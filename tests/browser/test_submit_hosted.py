"""A record is handed over by the repository's own page: copied, opened, pasted, as one file."""

import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import gate, small
from tests.browser import notices
from tests.browser.clerk import PART, Clerk
from tests.conftest import ON, lay_site

pytestmark = pytest.mark.browser

REPOSITORY = "https://code.example.org/records/portal"
ADDRESSES = {
    "github": "/records/portal/new/main",
    "gitea": "/records/portal/_new/main/",
    "other": "/records/portal",
}


@pytest.fixture(scope="module", params=ADDRESSES)
def hosted(request, tmp_path_factory, serve):
    """The kind of host, and the address of a site whose records are kept there."""
    root = tmp_path_factory.mktemp(request.param)
    shutil.copytree(small.SMALL / "data", root / "data")
    lay_site(root)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    for key, value in (("repository", REPOSITORY), ("repository_kind", request.param)):
        settings = re.sub(rf"(?m)^    {key}: .*$", f"    {key}: {value}", settings)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert not gate.build(root, root / "site", ON)
    return request.param, serve(root / "site")


@pytest.fixture
def clerk(watched, hosted):
    one = watched(hosted[1], viewport={"width": 360, "height": 780})
    one.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = one.open("submit/", "networkidle")
    page.wait_for_selector("[data-part=submit]:not([hidden])")
    return Clerk(page)


def test_a_new_project_is_one_file_that_is_copied_and_pasted(clerk, hosted):
    notices.contract(clerk)
    link = clerk.page.locator(PART.format("open"))
    assert not link.is_visible()
    clerk.compared()
    path, text = clerk.file()
    opened = urlsplit(link.get_attribute("href"))
    assert opened.path == ADDRESSES[hosted[0]]
    assert parse_qs(opened.query) == ({} if hosted[0] == "other" else {"filename": [path]})
    clerk.page.locator(PART.format("copy")).click()
    clerk.page.get_by_text("已复制").wait_for()
    assert clerk.page.evaluate("navigator.clipboard.readText()") == text
    assert "begins:\n  regime: statutory\n" in text
    filled = clerk.page.locator(PART.format("filled"))
    assert filled.is_visible() == (hosted[0] != "other")
    if hosted[0] != "other":
        assert parse_qs(urlsplit(filled.get_attribute("href")).query)["value"] == [text]


def test_what_is_long_is_never_put_into_an_address(clerk, hosted):
    notices.contract(clerk)
    clerk.write(违约要承担什么="逾期提供服务的按合同总价的千分之一支付违约金" * 40).compared()
    assert clerk.is_ready()
    assert not clerk.page.locator(PART.format("filled")).is_visible()
    assert clerk.page.locator(PART.format("filled")).get_attribute("href") is None
    assert clerk.page.locator(PART.format("open")).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whoever_comes_first_is_told_with_pictures_what_they_will_meet(watched, hosted, scheme):
    one = watched(hosted[1], viewport={"width": 360, "height": 780}, color_scheme=scheme)
    page = one.open("submit/", "networkidle")
    clerk = Clerk(page)
    notices.contract(clerk)
    assert clerk.compared().is_ready()
    pictures = page.locator(".p-submit__pictures img")
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        assert re.search("[一-鿿]{8}", picture.get_attribute("alt"))
    words = page.locator(".p-submit__pictures").inner_text()
    assert all(word in words for word in ("副本", "成员", "放行", "同一个"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not Axe().run(page).response["violations"]
    assert not one.errors and not one.outside
