"""What a page may weigh, and that its HTML says what it means: gates over the shipped site."""

import gzip
import posixpath
import re
import statistics
from collections import Counter
from html.parser import HTMLParser

import pytest

from bench import corpus
from generator.publish.chrome.content import SECTIONS
from tests import small
from tests.kinds import PAGES

VOID = set("area base br col embed hr img input link meta source track wbr".split())
# Whose end may be left out (HTML 13.1.2.4): the next of them, or the end of what holds it, ends it.
OPEN = {"li", "dt", "dd", "p", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup"}
ENDED = {"html", "head", "body"} | OPEN
# What ends an open element when it begins.
ENDS = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "option": {"option"},
    "optgroup": {"option", "optgroup"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
    "tbody": {"td", "th", "tr", "thead", "tbody"},
    "tfoot": {"td", "th", "tr", "tbody"},
}
BLOCKS = set(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6"
    " header hr main menu nav ol p pre search section table ul".split()
)
ALONE = {"a", "button", "form", "label"}
NAMED = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers")


class Page(HTMLParser):
    """What is wrong in a page, and the ids it has and speaks of."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.slips, self.ids, self.asked = [], [], Counter(), set()
        self.count = Counter()
        self.feed(text)
        self.close()
        self.slips += [f"<{one}> is never ended" for one in self.stack if one not in ENDED]
        self.slips += [f"id {one} stands twice" for one, n in self.ids.items() if n > 1]
        self.slips += [f"there is no id {one}" for one in sorted(self.asked - set(self.ids))]

    def handle_starttag(self, tag, attrs):
        for one in ENDS.get(tag, ()):
            if self.stack and self.stack[-1] == one:
                self.stack.pop()
        if tag in BLOCKS and self.stack and self.stack[-1] == "p":
            self.stack.pop()
        if tag in ALONE and tag in self.stack:
            self.slips.append(f"<{tag}> within <{tag}>")
        self._attributes(tag, attrs)
        self.count[tag] += 1
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self._attributes(tag, attrs)

    def _attributes(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.slips.append(f"<{tag}> has an attribute twice")
        for name, value in attrs:
            if name == "id":
                self.ids[value] += 1
                if not value or re.search(r"\s", value):
                    self.slips.append(f"id {value!r}")
            elif name in NAMED and value:
                self.asked |= set(value.split())
        if tag == "img" and "alt" not in names:
            self.slips.append("<img> without alt")

    def handle_endtag(self, tag):
        while self.stack and self.stack[-1] != tag and self.stack[-1] in OPEN and tag in self.stack:
            self.stack.pop()
        if not self.stack or self.stack[-1] != tag:
            self.slips.append(f"</{tag}> ends {self.stack[-1:]}")
        else:
            self.stack.pop()


WRONG = {
    "<p><b>x</p>": "ends",
    "<div><span></div></span>": "ends",
    "<ul><li>a<li>b</ul>": "",
    "<div><p>a</div>": "",
    '<i id="a"></i><i id="a"></i>': "twice",
    '<label for="x">y</label>': "no id x",
    '<a href="x"><a href="y">z</a></a>': "within",
    '<b class="x" class="y"></b>': "attribute twice",
    "<section>": "never ended",
    "<p><div></div></p>": "</p>",
    "<table><tr><td>a<td>b<tr><td>c</table>": "",
    '<img src="x">': "without alt",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_in_a_page_is_seen(text):
    slips = Page(text).slips
    assert (WRONG[text] in " ".join(slips) and slips) if WRONG[text] else not slips, slips


def test_every_page_is_whole_html(real_site):
    found, pages = {}, [*real_site.rglob("*.html")]
    for path in pages:
        if slips := Page(path.read_text("utf-8")).slips:
            found[path.relative_to(real_site).as_posix()] = slips[:3]
    assert len(pages) > 300
    assert not found, list(found.items())[:8]


def test_every_page_has_its_landmarks_once(real_site):
    for path in real_site.rglob("index.html"):
        count = Page(path.read_text("utf-8")).count
        assert (count["h1"], count["main"], count["footer"]) == (1, 1, 1), path


def test_every_kind_of_page_is_opened_in_a_browser():
    """Its list is what axe, the phone and the keyboard are tried on."""
    opened = {posixpath.normpath(path.partition("?")[0] or ".") for path in PAGES.values()}
    wanted = {section or "." for section in SECTIONS}
    assert not wanted - opened


def test_the_pages_that_most_readers_open_are_light(real_site):
    """Half of all projects within 40 KB, 10 as sent; the first page with all it loads within 100."""
    pages = [one.read_bytes() for one in real_site.glob("projects/*/index.html")]
    assert len(pages) > 50
    assert statistics.median(map(len, pages)) <= 40 * 1024
    assert statistics.median(len(gzip.compress(one)) for one in pages) <= 10 * 1024
    files = loaded(real_site, "index.html")
    assert "assets/site.css" in files and len(files) > 3
    assert sum(len(gzip.compress((real_site / one).read_bytes())) for one in files) <= 100 * 1024


def test_the_page_of_a_purchase_told_to_its_end_is_light(real_site, tmp_path):
    """Six files, each whole: the same limits, in the chrome of the site."""
    corpus.write(40, tmp_path / "records")
    made = small.pages(tmp_path / "records", tmp_path / "out")
    bodies = [article(one.whole) for one in made if one.path.startswith("projects/")]
    page = next(real_site.glob("projects/*/index.html")).read_bytes()
    pages = [page.replace(article(page), body) for body in bodies]
    assert len(pages) == 40
    assert statistics.median(map(len, pages)) <= 40 * 1024
    assert statistics.median(len(gzip.compress(one)) for one in pages) <= 10 * 1024


def article(page):
    """What is stamped into the chrome."""
    return page[page.index(b'<article class="p-project"') : page.index(b"</article>")]


def loaded(site, page):
    """A page with its styles and scripts, and what these load before they are asked for anything."""
    seen, ahead = set(), [page]
    while ahead:
        path = ahead.pop()
        if path in seen:
            continue
        seen.add(path)
        text = (site / path).read_text("utf-8")
        pattern = (
            r'<(?:script|link rel="stylesheet")[^>]*?(?:src|href)="([^":]+)"'
            if path.endswith(".html")
            else r'^(?:import|export)\b[^"\n]*?"(\.[^"]+)"'
        )
        if path.endswith((".html", ".js")):
            found = re.findall(pattern, text, re.MULTILINE)
            ahead += [
                posixpath.normpath(posixpath.join(posixpath.dirname(path), one)) for one in found
            ]
    return seen
