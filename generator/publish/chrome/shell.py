"""The chrome around records, built by MkDocs and cut once. The only user of mkdocs.

A shell page is built per section; every record of the section is stamped
into it. The seam is plain HTML, so that another builder could make it.
"""

import html
import io
import json
import logging
import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.publish.chrome import bundles, configuration, occasions, paging, styles
from generator.publish.chrome.configuration import Unsettled
from generator.publish.chrome.content import SECTIONS
from generator.publish.chrome.seal import Broken, Piece, alone, sealed
from generator.publish.chrome.settings import Settings, answered
from generator.publish.data.feeds import addresses
from generator.records.finding import as_text

__all__ = ["Broken", "Chrome", "Shell", "build", "cut", "instruct", "settings"]

# Material prints a notice about MkDocs 2 on every build; the versions are pinned.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

_ROOT, _TITLE, _ABOUT, _ADDRESS = "\0root/", "\0title\0", "\0about\0", "\0address\0"
_FOLLOWED = "\0followed\0"
_LOCAL = re.compile(
    r'(?P<head>\s(?:href|src|action|data-root)=")(?!https?:|mailto:|data:|#|/)(?P<url>[^"#?]*)'
)
# What owners write; the rest of the settings may only be what it is.
_TOLD = ("site_name", "site_description", "site_url", "copyright", "nav", "extra")
COUNT = '<span data-count="'
_CANONICAL = re.compile(r'(<link rel="canonical" href=")[^"]*("[^>]*>)')
_BASE = re.compile(r'"base": "[^"]*"')
_SKIP = re.compile(r'(<div data-md-component="skip">).{0,2000}?(</div>)', re.DOTALL)
# The theme names its link by another word, and leads to the first heading, which has no name of ours.
_PAST_THE_HEAD = r'\1<a href="#main" class="md-skip">跳到正文</a>\2'
_FIND = re.compile(r'<form class="p-header__search".{0,2000}?</form>', re.DOTALL)
# Pages with a search box of their own: one more in the header would be one too many.
_SEARCHING = ("", "projects/")
_GENERATED = re.compile(r'<link rel="(?:prev|next)"[^>]*>')


@dataclass(frozen=True)
class Shell:
    """One section's page in pieces; `intro` is what was written by hand."""

    before: str
    intro: str
    after: str
    site_url: str

    def stamp(self, path: str, title: str, about: str, body: str) -> bytes:
        """A whole page at `path`, a folder below the root such as `projects/x/`."""
        depth = path.count("/")
        before, after = self._at(depth)
        before = _FIND.sub("", before) if path in _SEARCHING else before
        before = before.replace(_TITLE, html.escape(title)).replace(_ABOUT, html.escape(about))
        before = before.replace(_FOLLOWED, _followed(path))
        return (before.replace(_ADDRESS, self.site_url + path) + body + after).encode()

    def intro_at(self, path: str) -> Markup:
        """What was written by hand above the records, for a page at `path`."""
        return Markup(_rebased(self.intro, "../" * path.count("/")))

    def _at(self, depth: int) -> tuple[str, str]:
        return _pieces(self.before, self.after, "../" * depth)


@dataclass(frozen=True)
class Chrome:
    """What MkDocs built: the shells by section and the settings of the site."""

    shells: Mapping[str, Shell]
    settings: Settings
    # Pages written by hand that name a count of records, whole, by their path.
    counted: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, section: str) -> Shell:
        return self.shells[section]


def settings(root: Path) -> Settings:
    """What `mkdocs.yml` says. Raises Unsettled with what must be mended in it."""
    held, findings = configuration.load(root)
    if held is None:
        raise Unsettled(as_text(findings))
    return held


def build(root: Path, site: Path, today: date) -> Chrome:
    """Have MkDocs build the hand-written pages into `site`, and cut the shells."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    # It prints what it then raises; one sentence about it is enough.
    logging.getLogger("mkdocs.commands.build").setLevel(logging.CRITICAL)
    # MkDocs reads what we have read; the text of the file never reaches its own reader.
    ours = io.BytesIO(json.dumps(_said(settings(root), today)).encode())
    file = str(root / configuration.NAME)
    config = load_config(
        ours, config_file_path=file, site_dir=str(site), hooks=[occasions.__file__]
    )
    mkdocs_build(config)
    return cut(site, config)


def instruct(config: MkDocsConfig, today: date) -> None:
    """Where MkDocs has read the file itself: have it say what ours says, and the day."""
    said = _said(settings(_root(config)), today)
    for key in _TOLD:
        config[key] = said[key]


def cut(site: Path, config: MkDocsConfig) -> Chrome:
    """The shells in a folder that MkDocs has filled; its pages get their policies.

    Raises Broken where a page has not the marks that it is cut at.
    """
    held = settings(_root(config))
    bundles.join(site / "assets")
    pieces = {
        path.relative_to(site).as_posix(): _sealed(site, path, config)
        for path in sorted(site.rglob("*.html"))
    }
    shells = {}
    for section in SECTIONS:
        page = posixpath.join(section, "index.html")
        if COUNT in getattr(pieces.get(page), "intro", ""):
            raise Broken(f"content/{section}/index.md: 栏目的开头不写〔count.…〕；写在别的页面")
        if page not in pieces:
            raise Broken(f"缺少 content/{section}/index.md；每个栏目要有一页手写的开头")
        shells[section] = _cut(pieces[page], section, held.site_url)
    counted = {path: "".join(piece) for path, piece in pieces.items() if COUNT in piece.intro}
    return Chrome(shells, held, counted)


def _said(held: Settings, today: date) -> dict[str, Any]:
    said = held.model_dump(mode="json", exclude_unset=True)
    said["extra"] |= {"built": today.isoformat(), "terms": paging.terms()}
    portal = said["extra"]["portal"]
    portal["repository"] = answered(held.portal.repository)
    portal["report_url"] = answered(held.portal.reports)
    portal.setdefault("demo_on", "")
    return said


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _sealed(site: Path, path: Path, config: MkDocsConfig) -> Piece:
    """A page of MkDocs in pieces; whole, it stays where it is, with its policy."""
    page, seal = path.relative_to(site), alone if path == site / "404.html" else sealed
    try:
        text = _SKIP.sub(_PAST_THE_HEAD, path.read_text("utf-8"))
        piece = seal(styles.joined(site, path, text))
    except Broken as broken:
        raise Broken(f"{_culprit(page, broken.culprit, config)}{broken}") from None
    path.write_text("".join(piece), "utf-8")
    return piece


def _culprit(page: Path, text: str, config: MkDocsConfig) -> str:
    """Where what is wrong with a page was written: by hand, else in the theme."""
    docs = Path(config.docs_dir)
    for name in (page.with_name("index.md"), Path(f"{page.parent}.md"), page):
        written = (docs / name).read_text("utf-8") if (docs / name).is_file() else ""
        before, found, _ = written.partition(text)
        if found or (written and name == page):
            return f"{_at(docs / name, before if found else '', config)}: "
    return f"generator/publish/templates/theme（{page.as_posix()}）: "


def _at(path: Path, before: str, config: MkDocsConfig) -> str:
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return f"{path.relative_to(_root(config)).as_posix()}:{line}:{column}"


def _cut(page: Piece, section: str, site_url: str) -> Shell:
    before, after = (_unrooted(piece, section) for piece in (page.before, page.after))
    before = _GENERATED.sub("", before)
    before = re.sub(r"<title>.*?</title>", f"<title>{_TITLE}</title>", before, flags=re.DOTALL)
    before = re.sub(
        r'(<meta (?:name="|property="og:)description" content=")[^"]*', rf"\1{_ABOUT}", before
    )
    before = re.sub(r'(<meta property="og:title" content=")[^"]*', rf"\1{_TITLE}", before)
    before = _CANONICAL.sub(rf"\1{_ADDRESS}\2{_FOLLOWED}", before)
    return Shell(before, _unrooted(page.intro, section), after, site_url)


def _unrooted(piece: str, section: str) -> str:
    """Local addresses counted from the root of the site instead of the section."""

    def from_root(found: re.Match[str]) -> str:
        url = found["url"]
        path = posixpath.normpath(posixpath.join("/", section, url)).lstrip("/")
        slash = "/" if path and (url.endswith(("/", ".")) or not url) else ""
        return f"{found['head']}{_ROOT}{path}{slash}"

    piece = _LOCAL.sub(from_root, piece)
    return _BASE.sub(f'"base": "{_ROOT}"', piece)


def _followed(path: str) -> str:
    """Where readers of feeds find what can be followed of a page."""
    found, root = addresses.of_page(path), "../" * path.count("/")
    if found is None:
        return ""
    # The theme takes what is an alternate alone for a translation, and asks for its sitemap.
    return "".join(
        f'<link rel="alternate feed" type="{one.type}" title="{one.title}" href="{root}{one.href}">'
        for one in found.formats
    )


@lru_cache(maxsize=64)
def _pieces(before: str, after: str, root: str) -> tuple[str, str]:
    return _rebased(before, root), _rebased(after, root)


def _rebased(piece: str, root: str) -> str:
    return piece.replace(_ROOT, root or "./")
