"""Every way that a page offers leads somewhere, under one name, and no page shows its own markup."""

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.publish.chrome import paging
from generator.publish.chrome.settings import answered

_MARKUP = re.compile(
    r"</?(?:strong|em|small|span|a|p|br|li|ul|div|code|time)\b[^<]*>|&(?:amp|lt|gt|quot);"
)
_CODE = {"code", "pre", "script", "style", "textarea"}


class _Words(HTMLParser):
    """What a reader is shown: texts outside code, and what attributes say."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shown += (value for name, value in attrs if value and name != "href")
        if tag in _CODE:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.within and tag == self.within[-1]:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.shown.append(data)


def _pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 300
    return found


def test_no_page_shows_markup_as_text(real_site):
    for path in _pages(real_site):
        words = _Words()
        words.feed(path.read_text("utf-8"))
        assert not [one for one in words.shown if _MARKUP.search(one)], path


def test_a_setting_may_not_stand_in_an_attribute():
    head = "---\ntitle: 虚构\ndescription: 虚构\n---\n\n# 虚构\n\n"
    for wrong in ('<p data-desk="〔removal_contact〕">x</p>', "[x](a.md){title=〔owner〕}"):
        assert "属性" in " ".join(slip.sentence for slip in paging.of_page(head + wrong)), wrong
    assert not list(paging.of_page(f"{head}<p>〔removal_contact〕。</p>\n\n{{x}} 〔owner〕\n"))


@pytest.mark.parametrize(
    ("address", "real"),
    [
        ("https://github.com/example/gongshi", False),
        ("https://github.com/example/gongshi/issues/new", False),
        ("https://code.invalid/x", False),
        ("https://code.example.org/team/records", True),
        ("https://github.com/somebody/example", True),
    ],
)
def test_the_address_of_an_example_is_none(address, real):
    assert bool(answered(address)) is real


def test_no_page_leads_to_the_address_of_an_example(real_site):
    for path in _pages(real_site):
        for href in re.findall(r'href="(https?://[^"]+)"', path.read_text("utf-8")):
            own = href.startswith("https://example.github.io/gongshi/")
            assert own or answered(html.unescape(href)), (path, href)


def test_every_page_leads_to_a_letter_about_its_mistakes(real_site):
    for path in _pages(real_site):
        text = path.read_text("utf-8")
        assert re.search(r'(?:href|data-to)="[^"]*#kind=correction"', text), path


def test_a_page_has_one_name(real_site):
    """What the menu calls a page is its heading, or how its heading begins."""
    nav = re.search(
        r'<nav class="p-nav".*?</nav>', (real_site / "index.html").read_text("utf-8"), re.DOTALL
    )
    named = re.findall(r'href="([^"]*)"[^>]*>([^<]+)<', nav[0])
    assert len(named) > 8
    for href, name in named:
        page = (real_site / href / "index.html").read_text("utf-8")
        heading = re.search(r"<h1[^>]*>([^<]*)", page)[1]
        assert heading.startswith(name), (href, name, heading)
        assert re.search(rf"<title>{heading}", page), href


def test_whatever_can_be_followed_leads_to_the_page_that_tells_how(real_site):
    for folder in ("suppliers", "purchasers", "places", "fields"):
        found = [
            one for one in (real_site / folder).glob("*/index.html") if one.parent.name != "again"
        ]
        assert found
        for path in found:
            text = path.read_text("utf-8")
            (way,) = re.findall(r'guide/follow/#of=(feeds/[^"]+)"', text)
            assert (real_site / f"{way}.atom").is_file(), path


def test_every_entry_of_the_ledger_has_a_heading(real_site):
    text = (real_site / "ledger" / "index.html").read_text("utf-8")
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert levels[:2] == [1, 2]
    assert levels.count(3) == text.count('<li class="p-row"><h3') > 5


def test_a_row_of_home_leads_to_an_act_that_stands_on_the_page(real_site):
    """And where a letter goes with the act, it is offered there."""
    home = (real_site / "index.html").read_text("utf-8")
    led = set(re.findall(r'href="(projects/[^"#]+/)#((?:publicity|answer|documents)-[^"]+)"', home))
    assert len(led) > 3
    letters = 0
    for href, anchor in led:
        page = (real_site / href / "index.html").read_text("utf-8")
        act = re.search(rf'<div class="p-open" id="{anchor}">.*?</div>', page, re.DOTALL)
        assert act, (href, anchor)
        letters += "写信" in act[0]
    assert letters


def test_a_notice_that_is_open_leads_to_its_act(real_site):
    folder = real_site / "projects" / "990100-2026-jingshen-kangfu-danyi-laiyuan"
    text = (folder / "index.html").read_text("utf-8")
    sheet = text[text.index('id="2026-11-18-single-source"') :]
    assert '<a href="#publicity-2026-11-18-single-source">怎样提、写信</a>' in sheet


def test_no_page_of_a_party_leads_to_an_empty_ledger(real_site):
    rows = json.loads((real_site / "ledger/rows.json").read_text("utf-8"))
    held = {name for row in rows for name in row["by"]}
    pages = [*real_site.glob("suppliers/*/index.html"), *real_site.glob("purchasers/*/index.html")]
    said = {one.parent.name: one.read_text("utf-8") for one in pages}
    asked = {name for page in said.values() for name in re.findall(r"ledger/\?by=([^\"]+)\"", page)}
    assert asked
    assert {unquote(one) for one in asked} <= held
    kept = {id for id, page in said.items() if "全部按期；" in page}
    assert {"demo-jc-zhengyuan", "demo-bc-guihang"} <= kept
