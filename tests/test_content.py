"""`content/` may hold text and drawings; links, devices, scripts and damage are told and stop."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.publish.chrome import content, crossings, markup, paging, premises
from generator.publish.chrome.settings import EXTENSIONS
from generator.publish.chrome.shell import SECTIONS
from tests import gate
from tests.conftest import ON, ROOT, lay_site

HEAD = "---\ntitle: 虚构\ndescription: 虚构的一页\n---\n\n"
PAGE = "content/guide/extra.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>\n'


def findings_with(repository, text, path=PAGE):
    target = repository / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [one for one in premises.findings(repository) if one.path == path]


def test_the_shipped_pages_are_clean():
    assert premises.findings(ROOT) == []


SCRIPTS = [
    "<script>alert(1)</script>",
    "<SCRIPT src=x>",
    "<script",
    "</script>",
    "<img src=x onerror=alert(1)>",
    '<p onclick="alert(1)">',
    '<p class="x"onclick="alert(1)">',
    "<p class=x>",
    "<p class='x'>",
    '<p style="background:url(x)">',
    '<a href="https://example.org/">x</a>',
    '<form action="https://example.org/">',
    '<button formaction="x">',
    "<iframe src=x>",
    "<style>p{}</style>",
    "<link rel=stylesheet href=x>",
    "<meta http-equiv=refresh content=0>",
    "<base href=x>",
    "<object data=x>",
    "<embed src=x>",
    "<svg onload=alert(1)>",
    "<math><mtext>",
    "<video src=x>",
    "<template>",
    "<noscript>",
    "<custom-tag>",
    "<!-- stamp -->",
    "<!-- /stamp -->",
    "<!doctype html>",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<a@b.invalid>",
    "<javascript://%0aalert(1)>",
    "<data:text/html,x>",
    "`<script>`",
    "    <script>",
    "```\n<script>\n```",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert)",
    "[x](java&#115;cript:alert)",
    "[x](java&#x0A;script:alert)",
    "[x](&#1;javascript:alert)",
    "[x](<javascript:alert>)",
    "[x](java`s`cript:alert)",
    "[x](java[s](y)cript:alert)",
    "[x](java\\script:alert)",
    "[x](vbscript:x)",
    "[x](data:text/html,x)",
    "[x](file:///etc/passwd)",
    "[x](//example.org/x)",
    "[x](x:y)",
    "[x](\njavascript:alert)",
    '[x](y "a" onclick=b)',
    "[x]: javascript:alert(1)",
    "[x]: https://example.org/",
    "![x](https://example.org/x.png)",
    "![x](//example.org/x.png)",
    "![x](data:image/png;base64,AA)",
    "# x { onclick=alert(1) }",
    "# x {: .a onclick='b' }",
    "# x {: a='b'onclick=c }",
    '[x](y){ href="javascript&#58;alert(1)" }',
    "| a { style=x } |\n|---|\n| b |",
    "〔password〕",
    "〔removal_contct〕",
    "x\u202ey",
    "x\u200by",
    "x\x02wzxhzdk:0\x03y",
]


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_page_with_code_is_refused_at_its_line(repository, text):
    found = findings_with(repository, f"{HEAD}好\n\n{text}\n")
    assert found
    assert all(one.line >= 8 and one.halts for one in found)


def test_a_page_with_code_stops_the_build(repository):
    found = findings_with(repository, f"{HEAD}<script>\n")
    assert gate.build(repository, repository / "site", ON) == found
    assert not (repository / "site").exists()


@pytest.mark.parametrize(
    "text",
    [
        "a < b，3<4，<中文>，a<",
        "1 > 0 && x || y; \"引\" 'x' \\ * _",
        '[x](read.md) [x](../about/privacy.md#removal) [x](#a) [x](read.md "题") [x](index.md?a=1)',
        "[x](https://example.org/a?b=c&d=e#f) <https://example.org/> [x](mailto:a@b.invalid)",
        "![x](../assets/favicon.svg)",
        "# 标题 {#name .style}",
        "`{url: https://example.org/?a=b&c=d}` `{a: [1, 2]}`",
        '<p class="a" data-part="b" hidden>x</p><br><details><summary>x</summary>y</details>',
        "〔填写〕 〔owner〕 〔official〕 〔demo_on〕",
        "| a | b |\n|---|---|\n| `x` | y |",
        '!!! note "注意"\n    内容',
    ],
)
def test_what_a_page_needs_passes(repository, text):
    assert findings_with(repository, f"{HEAD}{text}\n") == []


@pytest.mark.parametrize(
    "head",
    [
        "",
        "# 没有头\n",
        "title: x\ndescription: y\n\n",
        "---\ntitle: x\n---\n",
        "---\ntitle: x\ndescription: y\ntemplate: main.html\n---\n",
        "---\ntitle: x\ndescription: y\nhide: [toc]\n---\n",
        "---\ntitle: [x]\ndescription: y\n---\n",
        "---\ntitle: x\ndescription: ~\n---\n",
        "---\ntitle: x\ndescription: 'a\" http-equiv=\"refresh'\n---\n",
        "---\ntitle: '甲<乙'\ndescription: y\n---\n",
        "---\ntitle: x\ndescription: 〔owner〕\n---\n",
        "---\ntitle: [x\n---\n",
        "---\ntitle: x\ndescription: y\n",
    ],
)
def test_the_head_of_a_page_is_a_title_and_a_description(repository, head):
    found = findings_with(repository, f"{head}正文\n")
    assert [(one.line, one.column, one.id) for one in found][:1] == [(1, 1, "PG-3")]


@pytest.mark.parametrize(
    ("inside", "clean"),
    [
        ('<path d="M0 0h1" fill="#0b5c6b"/>', True),
        ("<title>图</title>", True),
        ("<script>alert(1)</script>", False),
        ('<path onload="alert(1)"/>', False),
        ("<style>@import 'x'</style>", False),
        ('<a href="x"><path/></a>', False),
        ('<use href="#x"/>', False),
        ('<image href="https://example.org/x"/>', False),
        ("<foreignObject><p>x</p></foreignObject>", False),
        ('<animate attributeName="href"/>', False),
        ('<set attributeName="onmouseover" to="x"/>', False),
        ('<path fill="url(https://example.org/x)"/>', False),
        ("<!ENTITY x 'y'>", False),
        ("<!-- x -->", False),
        ("<?xml-stylesheet href='x'?>", False),
        ('<path xmlns="http://www.w3.org/1999/xhtml"/>', False),
        ('<path xmlns:x="http://www.w3.org/1999/xlink" x:href="x"/>', False),
    ],
)
def test_a_drawing_only_draws(repository, inside, clean):
    found = findings_with(repository, SVG.format(inside), "content/assets/extra.svg")
    assert (found == []) == clean
    assert all((one.line, one.id) == (1, "PG-3") and one.column > 1 for one in found)


def lay_socket(path):
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


def lay_outside(path):
    path.symlink_to("/etc/hostname")


NO_FILES = {
    "a link to a file": lay_outside,
    "a link to a folder": lambda path: path.symlink_to("/etc"),
    "a link within": lambda path: path.symlink_to("index.md"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nowhere": lambda path: path.symlink_to("gone"),
    "a pipe": os.mkfifo,
    "a socket": lay_socket,
}


@pytest.mark.parametrize("name", ["x.md", "x.txt", "x", ".gitkeep", "x.svg"])
@pytest.mark.parametrize("what", NO_FILES)
def test_what_is_no_file_is_refused(repository, monkeypatch, what, name):
    monkeypatch.chdir(repository / "content" / "guide")
    NO_FILES[what](Path(name))
    (one,) = premises.findings(repository)
    assert one.path == f"content/guide/{name}"
    assert (one.line, one.column, one.id) == (1, 1, "PG-1")
    assert gate.check(repository, ON) == [one] == gate.build(repository, repository / "site", ON)


@pytest.mark.parametrize(
    "path",
    [
        "content/secret.txt",
        "content/x.html",
        "content/x.htm",
        "content/x.markdown",
        "content/x.json",
        "content/x.xml",
        "content/x.pdf",
        "content/guide/x.js",
        "content/guide/x.css",
        "content/X.md",
        "content/中文.md",
        "content/a b.md",
        "content/.hidden.md",
        "content/x.md.html",
        "content/Guide/x.md",
        "content/.git/x.md",
        "content/a/b/c/d/e/f/g/h/i/x.md",
        "content/assets/x.mjs",
        "content/assets/x",
    ],
)
def test_a_file_of_an_unknown_kind_or_name_is_refused(repository, path):
    target = repository / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"{HEAD}x\n", "utf-8")
    (one,) = premises.findings(repository)
    assert path.startswith(one.path) and one.id == "PG-1"


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (HEAD.encode() + "好\n".encode() + "采购".encode("gbk"), 7, 1),
        (HEAD.encode() + "采购".encode() + b"\xff", 6, 3),
        (b"\xff\xfe", 1, 1),
        (b"\xef\xbb\xbf" + HEAD.encode(), 1, 1),
        (HEAD.encode() + b"a\x00b", 6, 2),
    ],
)
def test_what_is_not_utf_8_is_told_with_its_place(repository, raw, line, column):
    one = findings_with(repository, raw)[-1 if raw.startswith(b"\xff\xfe") else 0]
    assert (one.line, one.column) == (line, column)
    places = {(one.line, one.column, one.id) for one in findings_with(repository, raw)}
    assert (line, column, "PG-2") in places


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_a_picture_is_a_picture(repository, suffix):
    path = f"content/assets/x.{suffix}"
    (one,) = findings_with(repository, "<script>", path)
    assert "不是" in one.sentence
    start = content._PICTURES[f".{suffix}"]
    assert findings_with(repository, start + b"\x00", path) == []


def test_a_page_that_is_too_long_is_refused_before_it_is_read(repository):
    (one,) = findings_with(repository, HEAD + "x" * 1_000_001)
    assert "1000000" in one.sentence


def test_a_page_with_a_thousand_faults_tells_some(repository):
    assert len(findings_with(repository, HEAD + "<script>\n" * 1000)) == content.FEW


@pytest.mark.parametrize(
    "text",
    [
        "<" * 100_000,
        "<p " * 50_000,
        "](" * 100_000,
        "![" * 100_000,
        "{" * 200_000,
        "{a " * 60_000,
        "<p" + " " * 200_000,
        '<p a="' * 40_000,
        "〔a" * 60_000,
        "[x](" + " " * 200_000,
        "[x](" + "a/" * 200_000 + "b.md)",
        "[x](../a.md)" * 60_000,
        "a" * 900_000,
    ],
)
def test_a_page_is_read_in_linear_time(text):
    """A quadratic look at these would take minutes, and the runner would end it."""
    assert sum(1 for _ in markup.of_page(text)) <= len(text)
    assert sum(1 for _ in crossings.dead("content/x.md", text, set())) <= len(text)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_missing_section_is_named(repository, section):
    (repository / "content" / section / "index.md").unlink()
    (one,) = gate.build(repository, repository / "site", ON)
    assert one.id == "PG-4" and one.path == f"content/{section}/index.md".replace("//", "/")


def test_a_page_in_the_navigation_must_be_there(repository):
    (repository / "content/guide/index.md").unlink()
    (one,) = gate.check(repository, ON)
    assert (one.path, one.id) == ("content/guide/index.md", "PG-4")


@pytest.mark.parametrize(
    "link",
    [
        "nowhere.md",
        "../guide/nowhere.md#a",
        "../../data/divisions.csv",
        "/read.md",
        "x.png",
        "a/",
    ],
)
def test_a_link_to_a_page_that_is_not_there_is_told_at_its_line(repository, link, capfd):
    found = findings_with(repository, f"{HEAD}好 [x](read.md) [x]({link})\n")
    if link == "a/":
        # A folder may be made of records.
        assert not found
    else:
        (one,) = found
        assert (one.line, one.column, one.id) == (6, 18, "PG-3") and link[:4] in one.sentence
        assert gate.build(repository, repository / "site", ON) == found
    assert not any(capfd.readouterr())


def test_a_page_that_is_missing_is_told_once_however_often_it_is_linked(repository):
    pages = [path.read_text("utf-8") for path in (repository / "content").rglob("*.md")]
    assert sum("object.md" in text for text in pages) > 1
    (repository / "content/guide/object.md").unlink()
    (one,) = gate.check(repository, ON)
    assert (one.path, one.id) == ("content/guide/object.md", "PG-4")


def test_no_content_at_all_is_one_sentence(repository):
    shutil.rmtree(repository / "content")
    (one,) = gate.build(repository, repository / "site", ON)
    assert (one.path, one.id) == ("content", "PG-1")
    (repository / "content").symlink_to(ROOT / "content")
    (one,) = gate.build(repository, repository / "site", ON)
    assert (one.path, one.id) == ("content", "PG-1")


def test_the_privacy_page_must_say_where_to_write(repository):
    path = repository / "content/about/privacy.md"
    path.write_text(path.read_text("utf-8").replace("〔removal_contact〕", "不知道"), "utf-8")
    (one,) = gate.check(repository, ON)
    assert (one.path, one.id) == ("content/about/privacy.md", "PG-4")


def test_every_page_that_templates_lead_to_must_be_there():
    templates = (ROOT / "generator/publish/templates").rglob("*.html")
    text = "".join(path.read_text("utf-8") for path in templates)
    linked = set(re.findall(r"\b((?:guide|about)/[a-z]+)/", text))
    assert linked
    assert {f"{one}.md" for one in linked - set(SECTIONS)} <= set(content.LINKED)


@pytest.mark.slow
@pytest.mark.parametrize(
    "hidden", ["content/guide/read.md", "content/guide", "content", "mkdocs.yml"]
)
def test_what_may_not_be_read_is_told(hidden):
    """In a process of a user who may not, whoever runs the tests."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder)
        lay_site(repository)
        repository.chmod(0o755)
        (repository / hidden).chmod(0)
        code = (
            "import os, sys, pathlib\n"
            "from generator.publish.chrome import premises\n"
            "os.getuid() or (os.setgroups([]), os.setuid(65534))\n"
            "print(*premises.findings(pathlib.Path(sys.argv[1])), sep='\\n')"
        )
        command = [sys.executable, "-c", code, folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        (repository / hidden).chmod(0o755)
    assert f"{hidden}:1:1: " in done.stdout and "读不了" in done.stdout, done.stderr
    assert "Traceback" not in done.stderr


class Seen(HTMLParser):
    """What a browser would see in a rendered page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.addresses = set(), set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in {"href", "src"}}

    def handle_comment(self, data):
        self.tags.add("!--")

    def handle_decl(self, decl):
        self.tags.add("!")

    def handle_pi(self, data):
        self.tags.add("?")


# What Markdown makes by itself.
MADE = set("p h1 h2 h3 h4 h5 h6 a em strong code pre ul ol li blockquote hr br img table".split())
MADE |= set("thead tbody tr th td dl dt dd div".split())
MADE_ATTRIBUTES = {"href", "src", "alt", "title", "id", "class", "style"}


def harmful(text):
    """What a rendering of Markdown holds that is on no list."""
    names = [one if isinstance(one, str) else next(iter(one)) for one in EXTENSIONS]
    seen = Seen()
    seen.feed(markdown.markdown(text, extensions=names))
    seen.close()
    tags = seen.tags - MADE - markup.PAGE.tags
    attributes = {
        one
        for one in seen.attributes - MADE_ATTRIBUTES - markup.PAGE.attributes
        if not markup._OPEN.fullmatch(one) and (one.startswith("on") or one in {"srcdoc", "action"})
    }
    squeezed = {re.sub(r"[\s\x00-\x20]", "", one) for one in seen.addresses}
    schemes = {
        one
        for one in squeezed
        if re.match(r"(?!https?:|mailto:|tel:)[^/?#]*:|//", one, re.IGNORECASE)
    }
    return tags | attributes | schemes


PIECES = st.sampled_from(
    """<|>|</|<script>|<p|<img src=x|<a href=|onclick=|onerror=x|style=|{|}|{:| .a|#b|[|]|(|)|](|![|]:
    |javascript:|java|script:|&#115;|&colon;|&#x3a;|&Tab;|&NewLine;|\\|`|``|*|_|"|'|=| |\n|\n\n|# |> |- |1. |    |
    |x|y|data:|https://example.org/|//|:|!!! note|: |<!--|-->|<!|<?|<https://|a@b|mailto:|tel:|``` |~~~|$""".split(
        "|"
    )
)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
@example("[x](java`s`cript:alert)")
@example("[x](java[s](y)cript:alert)")
@example("<javascript://%0aalert(1)>")
@example("# x {: a='b'onclick=c }")
def test_whatever_passes_renders_to_nothing_that_runs(text):
    """Markdown itself is the judge: no page that the gate lets pass becomes code."""
    if not any(markup.of_page(text)):
        assert not harmful(text), markdown.markdown(text, extensions=["attr_list", "tables"])


def test_the_judge_sees_harm():
    seen = [text for text in SCRIPTS if harmful(text)]
    assert len(seen) > len(SCRIPTS) / 3


def test_a_word_of_the_vocabulary_stands_for_itself_in_a_page():
    said = paging.terms()
    assert said["〔kind.award〕"] == "采购结果公告 <code>award</code>"
    assert said["〔party_type.street-office〕"] == "街道与乡镇 <code>street-office</code>"
    assert not [*paging.of_page(f"{HEAD}{''.join(said)}\n")]


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("〔kind.awrd〕", "是不是 kind.award"),
        ("〔kind.x〕", "词表里没有这个词"),
        ("〔kinds.award〕", "词表里没有这一组词"),
        ("〔kinds〕", "没有这个设置"),
        ("〔count.records〕", "没有这个数；可以写：real"),
    ],
)
def test_a_word_that_is_none_is_refused(token, said):
    slips = [one.sentence for one in paging.of_page(f"{HEAD}{token}\n")]
    assert len(slips) == 1
    assert slips[0].startswith(token)
    assert said in slips[0]
