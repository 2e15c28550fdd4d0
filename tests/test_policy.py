"""Every page says what it may load and run, and what is written by hand brings no script."""

import hashlib
import html
import re
import shutil
from base64 import b64encode
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.chrome import shell
from generator.publish.chrome.seal import unsafe
from generator.publish.chrome.shell import SECTIONS
from tests.conftest import ON, ROOT

THEME = "generator/publish/templates/theme"
TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
INLINE = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL)
POLICY = re.compile(
    r'<head><meta http-equiv="Content-Security-Policy" content="([^"]*)">'
    r'<meta name="referrer" content="same-origin">'
)
FIXED = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


@pytest.fixture(scope="module")
def pages(real_site):
    found = {path.relative_to(real_site).as_posix(): path for path in real_site.rglob("*.html")}
    assert {"404.html", "guide/letter/index.html", "projects/index.html"} <= found.keys()
    return {name: path.read_text("utf-8") for name, path in found.items()}


def rules(page):
    (policy,) = POLICY.findall(page)
    return dict(rule.split(" ", 1) for rule in policy.split(";"))


def hash_of(code):
    return f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def tags(page):
    """Names and attributes of all tags; what stands inside scripts is none."""
    for name, attributes in TAG.findall(INLINE.sub(r"<\1\2>", page)):
        yield name, {key: value.strip("\"'") for key, value in ATTRIBUTE.findall(attributes)}


def test_every_page_begins_with_its_policy(pages):
    for name, page in pages.items():
        assert page.count("http-equiv") == 1, name
        said = rules(page)
        assert {key: said[key] for key in FIXED} == FIXED, name
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"} & {
            word for rule in said.values() for word in rule.split()
        }
        assert "<!--" not in page.split("<body", 1)[0], name


def test_what_stands_inside_a_page_has_its_hash_and_no_hash_is_idle(pages):
    for name, page in pages.items():
        said = rules(page)
        for kind in ("script", "style"):
            codes = {
                hash_of(code)
                for tag, attributes, code in INLINE.findall(page)
                if tag == kind
                and "src=" not in attributes
                and "application/json" not in attributes
                # What only tells of the page runs nowhere, and no policy is asked about it.
                and "application/ld+json" not in attributes
            }
            wanted = f"{kind}-src"
            allowed = {word for word in said.get(wanted, "").split() if word.startswith("'sha")}
            assert allowed == codes, (name, kind)


def test_no_page_runs_or_styles_by_an_attribute(pages):
    for name, page in pages.items():
        for tag, attributes in tags(page):
            bad = {key for key in attributes if key.lower().startswith("on") or key == "style"}
            assert not bad, (name, tag, bad)
            for value in attributes.values():
                assert not re.match(r"(?i)\s*(?:javascript|vbscript):", html.unescape(value)), name


def test_a_link_outside_tells_nobody_who_opened_it(pages):
    outside = 0
    for name, page in pages.items():
        for tag, attributes in tags(page):
            if tag == "a" and re.match("https?:|//", attributes.get("href", "")):
                outside += 1
                assert "noopener" in attributes.get("rel", "").split(), (name, attributes)
    assert outside > 400


def test_no_page_depends_on_the_path_it_is_served_under(pages):
    for name, page in pages.items():
        for _tag, attributes in tags(page):
            for key in ("href", "src", "action", "data-root"):
                assert not attributes.get(key, "").startswith("/"), (name, attributes)


def test_a_page_waits_for_one_file_of_styles_that_holds_them_all(pages, real_site):
    for name, page in pages.items():
        links = re.findall(r'<link rel="stylesheet" href="([^"]*)">', page)
        if name != "404.html":
            assert [(real_site / name).parent.joinpath(one).resolve() for one in links] == [
                real_site.resolve() / "assets/site.css"
            ], name
    held = (real_site / "assets/site.css").read_text("utf-8")
    parts = [
        (real_site / f"assets/{one}.css").read_text("utf-8") for one in ("tokens", "page", "parts")
    ]
    places = [held.index(one) for one in parts]
    assert places == sorted(places)
    assert held.index(".md-header") < places[0]
    assert "sourceMappingURL" not in held


def test_the_policy_is_the_same_at_every_depth(pages):
    said = {POLICY.search(page)[1] for name, page in pages.items() if name != "404.html"}
    assert len(said) == 1


def test_the_chrome_of_a_page_stays_small(real_site, tmp_path):
    chrome = shell.build(ROOT, tmp_path / "chrome", ON)
    for section in SECTIONS:
        assert len(chrome[section].stamp("projects/x/", "题", "述", "")) <= 9 * 1024


def test_a_page_that_leads_nowhere_has_the_colours_of_the_house():
    colours = re.compile(r"#[0-9a-f]{3,6}\b")
    ours = set(colours.findall((ROOT / "content/assets/tokens.css").read_text("utf-8")))
    page = unquote((ROOT / THEME / "404.html").read_text("utf-8"))
    assert len(set(colours.findall(page))) > 10
    assert set(colours.findall(page)) <= ours


@pytest.fixture
def portal(tmp_path):
    """A repository whose pages and theme a test may change."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / THEME, tmp_path / THEME)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


MAIN, PAGE = f"{THEME}/main.html", "content/guide/read.md"
MARK = "生成的网页里有 {} 个 {}；版式里应当正好有一个，手写的正文里没有"
IN_THEME = f"{THEME}（404.html）: ", f"{THEME}（about/accessibility/index.html）: "
SWAPPED = "each mark in the place of the other"
# What is changed where, and the sentence that must come of it.
BROKEN = {
    "a theme without a stamp": (MAIN, "<!-- stamp -->", "", IN_THEME[1] + MARK.format(0, "<!-- stamp -->")),
    "a theme with two stamps": (MAIN, "<!-- stamp -->", "<!-- stamp --><!-- stamp -->", IN_THEME[1] + MARK.format(2, "<!-- stamp -->")),
    "a stamp without an end": (MAIN, "<!-- /stamp -->", "", IN_THEME[1] + MARK.format(0, "<!-- /stamp -->")),
    "two ends": (MAIN, "<!-- /stamp -->", "<!-- /stamp --><!-- /stamp -->", IN_THEME[1] + MARK.format(2, "<!-- /stamp -->")),
    "an end before its stamp": (MAIN, "<!-- stamp -->", SWAPPED, IN_THEME[1] + "<!-- /stamp --> 在 <!-- stamp --> 之前；应当在它后面"),
    "a theme without a policy": (MAIN, "<!-- policy -->", "", IN_THEME[1] + MARK.format(0, "<!-- policy -->")),
    "a lost page without a policy": (f"{THEME}/404.html", "<!-- policy -->", "", IN_THEME[0] + MARK.format(0, "<!-- policy -->")),
    "a stamp written by hand": (PAGE, "\n## ", "\n字 <!-- stamp -->\n\n## ", f"{PAGE}:{{line}}:3: " + MARK.format(2, "<!-- stamp -->")),
    "an end written by hand": (PAGE, "\n## ", "\n<!-- /stamp -->\n\n## ", f"{PAGE}:{{line}}:1: " + MARK.format(2, "<!-- /stamp -->")),
    "a script written by hand": (PAGE, "\n## ", "\n<script>alert(1)</script>\n\n## ", f"{PAGE}:{{line}}:1: 手写的正文里有 <script；正文只写文字、表格、链接和图片，请删去"),
    "a style written by hand": (PAGE, "\n## ", "\n<style>p{}</style>\n\n## ", f"{PAGE}:{{line}}:1: 手写的正文里有 <style；正文只写文字、表格、链接和图片，请删去"),
    "a handler written by hand": (PAGE, "\n## ", "\n<img src=\"x\" onerror=\"alert(1)\">\n\n## ", f"{PAGE}:{{line}}:14: 手写的正文里有 onerror；正文只写文字、表格、链接和图片，请删去"),
    "a link that runs": (PAGE, "\n## ", "\n[点](javascript:alert(1))\n\n## ", f"{PAGE}:{{line}}:5: 手写的正文里有 javascript:；正文只写文字、表格、链接和图片，请删去"),
}  # fmt: skip


def swapped(text):
    """The two marks of the stamp, each in the place of the other."""
    first, second = "<!-- stamp -->", "<!-- /stamp -->"
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


@pytest.mark.slow
@pytest.mark.parametrize("case", BROKEN)
def test_a_page_that_cannot_be_cut_is_named_in_one_sentence(portal, case):
    where, old, new, sentence = BROKEN[case]
    text = (portal / where).read_text("utf-8")
    line = text[: text.index(old)].count("\n") + 2
    changed = swapped(text) if new == SWAPPED else text.replace(old, new, 1)
    (portal / where).write_text(changed, "utf-8")
    with pytest.raises(shell.Broken) as broken:
        shell.build(portal, portal / "site", ON)
    assert str(broken.value) == sentence.format(line=line)


def test_the_columns_of_a_table_may_be_aligned(portal):
    page = portal / PAGE
    page.write_text(page.read_text("utf-8") + "\n| 甲 | 乙 |\n|---|---:|\n| 1 | 2 |\n", "utf-8")
    shell.build(portal, portal / "site", ON)
    assert '<td align="right">2</td>' in (portal / "site/guide/read/index.html").read_text("utf-8")


def test_a_page_that_no_markdown_made_is_refused(portal):
    (portal / "content/guide/raw.html").write_text("<p>x</p>\n<script>1</script>", "utf-8")
    with pytest.raises(shell.Broken, match=r"^content/guide/raw\.html:1:1: 生成的网页里有 0 个"):
        shell.build(portal, portal / "site", ON)


@pytest.mark.parametrize("section", ["projects", "standing"])
def test_a_section_without_its_page_is_named(portal, section):
    shutil.rmtree(portal / "content" / section)
    text = (portal / "mkdocs.yml").read_text("utf-8")
    (portal / "mkdocs.yml").write_text(re.sub(rf"  - .*: {section}/index.md\n", "", text), "utf-8")
    with pytest.raises(shell.Broken) as broken:
        shell.build(portal, portal / "site", ON)
    assert str(broken.value) == f"缺少 content/{section}/index.md；每个栏目要有一页手写的开头"


SPACE = st.sampled_from([" ", "\n", "\t", "/", "  "])
HANDLER = st.sampled_from(["style", "onclick", "onerror", "ONLOAD", "onToggle", "onfocusin"])
QUOTED = st.sampled_from(["title='>'", 'alt="<b>"', "hidden", "title=''", 'alt="a \' b"', "x=y"])


@given(SPACE, st.lists(QUOTED), HANDLER, st.sampled_from(["=x", "='x'", ' = "x"']))
def test_a_handler_is_found_wherever_it_stands_in_a_tag(space, others, handler, value):
    tag = space.join(["<img", *others, f"{handler}{value}"])
    assert list(unsafe(f"<p>字</p>{tag}>")) == [handler]


@given(st.text())
def test_escaped_text_is_never_taken_for_a_script(text):
    assert not list(unsafe(f'<p title="{html.escape(text)}">{html.escape(text)}</p>'))
