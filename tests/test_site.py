"""The small site is stamped byte for byte as it was accepted."""

import difflib
import itertools
import json
import re

import pytest

from tests import small

# Of a file that has changed altogether the first lines tell enough.
_SHOWN = 40
_SKIPS = re.compile(r'<a [^>]*class="md-skip"[^>]*>.*?</a>', re.DOTALL)
_FORMS = re.compile(r"<form\b[^>]*>")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The small site, made once."""
    return dict(small.files(small.SMALL, tmp_path_factory.mktemp("small")))


def test_every_file_is_as_it_was_accepted(made):
    held = {
        path.relative_to(small.EXPECTED).as_posix(): path.read_bytes()
        for path in small.EXPECTED.rglob("*")
        if path.is_file()
    }
    differences = "".join(_difference(path, held, made) for path in sorted({*held, *made}))
    assert not differences, f"{differences}\nIf the new content is right, run: make bless"


def test_the_same_records_give_the_same_bytes(made, tmp_path):
    assert dict(small.files(small.SMALL, tmp_path)) == made


def test_a_withdrawn_record_keeps_its_address_and_says_why(made):
    page = made["projects/990100-2025-chehui-de/index.html"].decode()
    assert "已撤回" in page
    assert "重复收录" in page


def lost_anchors(page: str) -> set[str]:
    """Where a page leads within itself, and has nothing."""
    held = set(re.findall(r'\bid="([^"]+)"', page))
    return {*re.findall(r'href="#([^"]+)"', page)} - held


def test_no_page_leads_to_a_place_in_itself_that_it_has_not(made, real_site):
    """A withdrawn record has no contents to go back to."""
    assert lost_anchors('<a href="#a"></a><a href="#b"></a><p id="a">') == {"b"}
    pages = {path: data.decode() for path, data in made.items() if path.endswith(".html")}
    pages |= {str(path): path.read_text("utf-8") for path in real_site.rglob("*.html")}
    assert len(pages) > 300
    assert not {path: lost for path, page in pages.items() if (lost := lost_anchors(page))}


def test_every_page_leads_past_its_head_by_one_name(real_site):
    pages = list(real_site.rglob("index.html"))
    links = {
        (path.read_text("utf-8").count('id="main"'), *_SKIPS.findall(path.read_text("utf-8")))
        for path in pages
    }
    assert links == {(1, '<a href="#main" class="md-skip">跳到正文</a>')}


def test_every_form_says_what_it_is_for(real_site):
    forms = {
        form
        for path in real_site.rglob("*.html")
        for form in _FORMS.findall(path.read_text("utf-8"))
    }
    assert len(forms) > 6
    assert not [form for form in forms if "aria-label" not in form]


def test_no_heading_skips_a_level(real_site):
    for path in real_site.rglob("index.html"):
        text = path.read_text("utf-8").partition('id="main"')[2].partition("</main>")[0]
        levels = [int(one) for one in re.findall(r"<h([1-6])\b", text)]
        jumps = [pair for pair in itertools.pairwise(levels) if pair[1] - pair[0] > 1]
        assert not jumps, path


def test_rules_with_nothing_real_say_the_same_while_nothing_invented_is_shown(real_site):
    text = (real_site / "rules/index.html").read_text("utf-8")
    rows = re.findall(
        r'<li><a href="[^"]*rules/[A-Z]+-\d+/">[^<]*</a>(?:<small>.*?</small>)?<span>(.*?)(?=<li|</ul)',
        text,
        re.DOTALL,
    )
    assert len(rows) > 100
    seen = set()
    for row in rows:
        # What the switch hides, its own inside first.
        bare = re.sub(r'<span class="p-demo-only">.*?</span>', "", row, flags=re.DOTALL)
        bare = re.sub(r'<span class="[^"]* p-demo-only">.*?</span>', "", bare, flags=re.DOTALL)
        seen.add(re.sub(r"\d+", "0", re.sub(r"<[^>]+>|\s", "", bare)))
    none = "收录的真实记录里还没有可以对照的"
    assert none in seen
    assert not [one for one in seen if one != none and (not one or none in one)]
    assert not [row for row in rows if re.search(r">\w+ 0(?!.*p-demo-only)", row, re.DOTALL)]


def test_a_list_is_paged_without_losing_or_doubling_a_row(made):
    lists = [data.decode() for path, data in made.items() if path.startswith("places/990100/")]
    assert len(lists) == 2
    hrefs = [
        href
        for page in lists
        for part in page.split('<ul class="p-rows">')[1:]
        for href in re.findall(r'<li><a href="([^"]*)">', part.partition("</ul>")[0])
    ]
    assert sorted(href.lstrip("./").rstrip("/").split("/")[-1] for href in hrefs) == [
        "990100-2025-chehui-de",
        "990100-2026-2026-01-20-annual-plan",
        "990100-2026-yunxi-weilao",
    ]


def test_a_difference_is_shown_a_value_a_line_and_not_without_end():
    held = {
        "a.json": b'{"rows":[1,2],"of":"x"}',
        "b.json": b'{"b":1}',
        "c.html": b"<p>1</p><p>2</p>",
    }
    made = {
        "a.json": b'{"rows":[1,3],"of":"x"}',
        "b.json": b'{"b": 1}',
        "c.html": b"<p>1</p><p>3</p>",
    }
    lines = _difference("a.json", held, made).splitlines()
    assert [line for line in lines if line.startswith(("-  ", "+  "))] == ["-  2", "+  3"]
    assert "written differently" in _difference("b.json", held, made)
    assert "-<p>2</p>\n+<p>3</p>\n" in _difference("c.html", held, made)
    long = {"a.json": json.dumps(list(range(500))).encode()}
    assert len(_difference("a.json", long, {"a.json": b"[]"}).splitlines()) == _SHOWN + 1


def _difference(path, held, made):
    """What is different in a file, for a reader: the bytes were compared before."""
    if held.get(path) == made.get(path):
        return ""
    if path not in made or path not in held:
        return f"{path}: {'is new' if path in made else 'is gone'}\n"
    old, new = (_spread(path, side[path].decode()) for side in (held, made))
    lines = list(difflib.unified_diff(old, new, f"held/{path}", f"made/{path}", n=2, lineterm=""))
    if not lines:
        return f"{path}: the same values, written differently\n"
    more = [f"… and {len(lines) - _SHOWN} lines more"] if len(lines) > _SHOWN else []
    return "".join(f"{line}\n" for line in lines[:_SHOWN] + more)


def _spread(path, text):
    """The lines of a text with a value or a tag on each: made for machines, it has few."""
    if path.endswith(".json"):
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    if path.endswith(".html"):
        text = re.sub(r"(?<=>)(?=<)", "\n", text)
    return text.splitlines()
