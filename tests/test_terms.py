"""The first use of a term on a page leads to its meaning: first only, and only where it is a word of ours."""

import re
from html.parser import HTMLParser

import pytest

from generator.publish.words.terms import explained
from generator.vocabulary import glossary
from tests.conftest import ROOT

TERM = re.compile(r'<a class="p-term" href="([^"#]*)#([^"]*)">([^<]*)</a>')
OWN = ("a", "h1", "h2", "h3", "h4", "h5", "summary", "button", "blockquote", "label")


@pytest.mark.parametrize(
    ("given", "linked"),
    [
        ("<dt>采购人</dt>", ["采购人"]),
        ("<p>甲 · 购买项目 · 公开招标</p>", ["公开招标"]),
        ("<th>中标（成交）金额</th>", ["中标", "成交"]),
        ("<dt>采购人</dt><dt>采购人</dt>", ["采购人"]),
        ("<dd>虚构甲社等 9 家入围</dd><dd>3家中标</dd>", ["入围", "中标"]),
        ("<dd>大家入围</dd>", []),
        # A part of a name, or of a longer word, is no term.
        ("<dd>云杉督导中心</dd>", []),
        ("<dd>采购人代表</dd>", []),
        ("<dd>框架协议采购</dd>", ["框架协议采购"]),
        ('<td data-label="采购人">甲</td>', []),
        ('<p title="甲、采购人、乙">甲</p>', []),
        ("<p>原文写的是“由甲、采购人、乙参加”</p>", []),
        *[(f"<{tag}>采购人</{tag}>", []) for tag in OWN],
        ("<h2><span>采购人</span></h2><p>采购人</p>", ["采购人"]),
        ('<a href="#x"><b>采购人</b></a>：质疑。', ["质疑"]),
        ("<p>&lt;采购人&gt;</p>", []),
    ],
)
def test_a_term_is_linked_where_it_stands_first_as_a_word_of_ours(given, linked):
    html = explained(given, "../../")
    assert [word for *_, word in TERM.findall(html)] == linked
    assert TERM.sub(lambda found: found[3], html) == given


def test_a_word_leads_to_the_guide_from_the_root_of_the_site():
    assert '<a class="p-term" href="../guide/words/#purchaser">' in explained(
        "<b>采购人</b>", "../"
    )


class Places(HTMLParser):
    """What stands at each place of a page, and the tags around every link to a meaning."""

    def __init__(self, page):
        super().__init__()
        self.at, self.open, self.around = {}, [], []
        self._named = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if given.get("class") == "p-term":
            self.around.append(tuple(self.open))
        if "id" in given:
            self._named = given["id"]
        if tag not in ("meta", "link", "input", "br", "hr", "img", "rect", "path"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        self._named = None

    def handle_data(self, data):
        if self._named:
            self.at.setdefault(self._named, data)


def test_every_word_of_the_glossary_has_its_entry_in_the_guide(real_site):
    guides = {
        name: Places((real_site / "guide" / name / "index.html").read_text("utf-8")).at
        for name in ("words", "methods")
    }
    for word, address in glossary().items():
        page, _, place = address.partition("/#")
        head = guides[page][place]
        assert head in word or word in head, (word, head)


def test_every_entry_of_the_word_list_is_led_to_or_left_out_for_a_reason(real_site):
    held = Places((real_site / "guide/words/index.html").read_text("utf-8")).at
    entries = set(re.findall(r"^\S.* \{#([a-z-]+)\}$", _entries(), re.MULTILINE))
    led = {address.partition("#")[2] for address in glossary().values()}
    assert entries <= held.keys()
    assert entries - led == LEFT_OUT


# 大写金额, 决算, 政府购买服务, 武汉市实施办法 stand in no label and no sentence of a record's page.
# 原文 means the page of the publisher and, beside a sum, the words that were printed.
LEFT_OUT = {"capital", "final-account", "government-purchase", "wuhan", "original"}


def _entries():
    text = (ROOT / "content/guide/words.md").read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


@pytest.mark.parametrize(
    ("page", "word", "place"),
    [
        ("projects/990200-2025-shehui-jiuzhu-kuangjia-xieyi", "入围", "words/#shortlisted"),
        (
            "notices/final-account/990100-2025-2025-09-05-final-account",
            "结转金额",
            "words/#carried-over",
        ),
    ],
)
def test_a_word_is_led_to_its_meaning_where_people_meet_it(real_site, page, word, place):
    shown = (real_site / page / "index.html").read_text("utf-8")
    linked = {one[2]: f"{one[0]}#{one[1]}" for one in TERM.findall(shown)}
    assert linked[word].endswith(f"guide/{place}")


def test_over_the_whole_site_a_term_is_linked_once_a_page_and_never_inside_a_link(real_site):
    seen = set()
    for path in sorted((real_site / "projects").glob("*-*/index.html")):
        page = path.read_text("utf-8")
        words = [word for *_, word in TERM.findall(page)]
        assert len(words) == len(set(words)), path
        for around in Places(page).around:
            assert not set(around) & set(OWN), path
        seen |= set(words)
    assert {"采购人", "竞争性磋商", "最高限价", "摘录", "转载"} <= seen
