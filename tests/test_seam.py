"""The shell is cut alike from whoever builds it: MkDocs today, ProperDocs or Zensical by one line.

What may differ is what a builder says of itself, how it writes the same HTML, and the files
of its theme. A builder that is not installed is skipped; `make seam` installs all.
"""

import posixpath
import re
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.chrome import builders, seal, shell
from generator.publish.chrome.content import SECTIONS
from tests import gate
from tests.conftest import ON
from tests.shipped import ROOT

BODY = '<article id="stamped"><h1>一份记录</h1></article>'
# What each page of the site may bring along from a theme.
_THEME = re.compile(r"assets/javascripts/(?:bundle|LICENSE|lunr|workers/)")
# What is made of records, later.
_MADE = ("feeds/", "calendar/", "api/", "data/", "manifest.")
_OURS = "[data-md-component=header], .p-footer, #main"


def _there(name):
    why = f"{name} is not installed here; `make seam` installs it"
    return pytest.param(name, marks=pytest.mark.skipif(find_spec(name) is None, reason=why))


PEERS = [_there(name) for name in builders.BUILDERS if name != "mkdocs"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The chrome by each builder, and the folder it filled; built when first asked for."""
    held = {}

    def by(name):
        if name not in held:
            out = tmp_path_factory.mktemp(name)
            held[name] = (shell.build(ROOT, out, ON, name), out)
        return held[name]

    return by


def stamped(chrome, section):
    path = f"{section}/x/" if section else "x/"
    return path, chrome[section].stamp(path, "题", "述", BODY).decode()


def parts(page):
    """What a reader meets, in order: each element of ours, what it is told and what it says."""
    tree = LexborHTMLParser(page)
    for top in tree.css(_OURS):
        for node in top.traverse(include_text=True):
            if node.tag == "-text":
                if text := " ".join(node.text(deep=False).split()):
                    yield text
            elif node.tag != "-comment":
                yield node.tag, tuple(sorted(map(_meant, node.attributes.items())))


def _meant(attribute):
    name, value = attribute
    # An empty address and a dot lead to the same folder.
    address = value is not None and name in {"href", "src", "action"} and ":" not in value
    return name, posixpath.normpath(value) if address else value


def links(page):
    return [unescape(one) for one in re.findall(r'\s(?:href|src|action)="([^"]*)"', page)]


@pytest.mark.parametrize("name", PEERS)
@pytest.mark.parametrize("section", SECTIONS)
def test_a_stamped_page_is_the_same_to_its_reader(made, name, section):
    (ours, _), (theirs, _) = made("mkdocs"), made(name)
    (_, page), (_, other) = stamped(ours, section), stamped(theirs, section)
    said = list(parts(page))
    assert len(said) > 100 and said == list(parts(other))
    assert BODY in other and list(parts(ours[section].intro)) == list(parts(theirs[section].intro))


@pytest.mark.parametrize("name", [pytest.param("mkdocs"), *PEERS])
def test_a_stamped_page_says_its_own_title_address_and_policy(made, name):
    chrome, out = made(name)
    page = next(out.rglob("projects/index.html")).read_text("utf-8")
    for section in SECTIONS:
        path, other = stamped(chrome, section)
        assert "\0" not in other and "<title>题</title>" in other
        assert f'<link rel="canonical" href="{chrome.settings.site_url}{path}">' in other
        assert other.count('http-equiv="Content-Security-Policy"') == 1
        assert re.search(r'content="(default-src[^"]*)"', other)[1] in page
        assert seal.policy(other) in other and "unsafe-inline" not in other
        assert re.search(r'"base": ?"([^"]*)"', other)[1] == "../" * path.count("/")


@pytest.mark.parametrize("name", [pytest.param("mkdocs"), *PEERS])
def test_what_a_stamped_page_wants_of_the_builder_lies_there(made, name):
    """Its styles, its scripts, its pictures, and the sections above it."""
    chrome, out = made(name)
    wanted = set()
    for section in SECTIONS:
        path, page = stamped(chrome, section)
        local = (one for one in links(page) if one and not re.match(r"[a-z]+:|#", one))
        wanted |= {
            posixpath.normpath(posixpath.join(path, re.split("[?#]", one)[0])) for one in local
        }
    files = {one for one in wanted if posixpath.splitext(one)[1]} - {"sitemap.xml"}
    assert "assets/site.css" in files and any(_THEME.match(one) for one in files)
    for one in files:
        assert (out / one).is_file() or one.startswith(_MADE), one
    assert not any(one.startswith("..") for one in wanted)


@pytest.mark.parametrize("name", PEERS)
def test_the_other_pages_are_the_same_to_their_reader(made, name):
    (ours, here), (theirs, there) = made("mkdocs"), made(name)
    pages = {one.relative_to(here) for one in here.rglob("*.html")}
    assert pages == {one.relative_to(there) for one in there.rglob("*.html")} and len(pages) > 40
    assert set(ours.counted) == set(theirs.counted)
    for page in sorted(pages):
        both = [(folder / page).read_text("utf-8") for folder in (here, there)]
        assert list(parts(both[0])) == list(parts(both[1])), page
    assert (here / "404.html").read_bytes() == (there / "404.html").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("name", PEERS)
def test_the_line_is_the_whole_swap(repository, monkeypatch, name):
    """A site of records, built by each: the same files but those of the theme, the same bodies."""
    assert not gate.build(repository, repository / "ours", ON)
    monkeypatch.setattr(builders, "BY", name)
    assert not gate.build(repository, repository / "theirs", ON)
    ours, theirs = (_files(repository / one) for one in ("ours", "theirs"))
    assert set(ours) == set(theirs) and len(ours) > 200
    for path, page in ours.items():
        if path.endswith(".html"):
            texts = [one.read_text("utf-8") for one in (page, theirs[path])]
            assert list(parts(texts[0])) == list(parts(texts[1])), path


def _files(site: Path):
    found = {one.relative_to(site).as_posix(): one for one in site.rglob("*") if one.is_file()}
    return {path: one for path, one in found.items() if not _of_theme(path)}


def _of_theme(path):
    return path.startswith(("assets/javascripts/", "assets/stylesheets/", "assets/images/"))
