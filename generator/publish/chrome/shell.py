"""The chrome around records: what a builder made of the hand-written pages, cut once.

A shell page is built per section; every record of the section is stamped
into it. The seam is plain HTML: who wrote it, only `builders` knows.
"""

import html
import posixpath
import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.publish.chrome import builders, bundles, configuration, content, paging, styles
from generator.publish.chrome.configuration import Unsettled
from generator.publish.chrome.content import SECTIONS
from generator.publish.chrome.seal import Broken, Piece, alone, sealed
from generator.publish.chrome.settings import Settings, answered
from generator.publish.data.feeds import addresses
from generator.records.finding import as_text

__all__ = ["Broken", "Chrome", "Shell", "build", "cut", "instruct", "settings"]

_ROOT, _TITLE, _ABOUT, _ADDRESS = "\0root/", "\0title\0", "\0about\0", "\0address\0"
_FOLLOWED = "\0followed\0"
_LOCAL = re.compile(
    r'(?P<head>\s(?:href|src|action)=")(?!https?:|mailto:|data:|#|/)(?P<url>[^"#?]*)'
)
# What owners write; the rest of the settings may only be what it is.
_TOLD = ("site_name", "site_description", "site_url", "copyright", "nav", "extra")
COUNT = '<span data-count="'
_CANONICAL = re.compile(r'(<link rel="canonical" href=")[^"]*("[^>]*>)')
# Some templates write JSON without the blank.
_BASE = re.compile(r'"base": ?"[^"]*"')
_SKIP = re.compile(r'(<div data-md-component="skip">).{0,2000}?(</div>)', re.DOTALL)
# The theme names its link by another word, and leads to the first heading, which has no name of ours.
_PAST_THE_HEAD = r'\1<a href="#main" class="md-skip">跳到正文</a>\2'
_FIND = re.compile(r'<form class="p-header__search".{0,2000}?</form>', re.DOTALL)
# Pages with a search box of their own: one more in the header would be one too many.
_SEARCHING = ("", "projects/")
# The theme writes it for search engines; a conversation that shows a link reads the same words.
_DESCRIBED = '<meta name="description"'
_SHOWN = f'{_DESCRIBED} property="og:description"'
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
    """What was built: the shells by section and the settings of the site."""

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


def build(root: Path, site: Path, today: date, by: str = "") -> Chrome:
    """Have the hand-written pages built into `site`, and cut the shells."""
    builders.build(root, site, _said(settings(root), today), by or builders.BY)
    return cut(root, site)


def instruct(root: Path, config: MutableMapping[str, Any], today: date) -> None:
    """Where MkDocs has read the file itself: have it say what ours says, and the day."""
    said = _said(settings(root), today)
    for key in _TOLD:
        config[key] = said[key]


def cut(root: Path, site: Path) -> Chrome:
    """The shells in a folder that a builder has filled; its pages get their policies.

    Raises Broken where a page has not the marks that it is cut at.
    """
    held = settings(root)
    bundles.join(site / "assets")
    pieces = {
        path.relative_to(site).as_posix(): _sealed(root, site, path)
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


def _sealed(root: Path, site: Path, path: Path) -> Piece:
    """A built page in pieces; whole, it stays where it is, with its policy."""
    page, seal = path.relative_to(site), alone if path == site / "404.html" else sealed
    try:
        text = _SKIP.sub(_PAST_THE_HEAD, path.read_text("utf-8"))
        text = text.replace(_DESCRIBED, _SHOWN)
        piece = seal(styles.joined(site, path, text))
    except Broken as broken:
        raise Broken(f"{_culprit(root, page, broken.culprit)}{broken}") from None
    path.write_text("".join(piece), "utf-8")
    return piece


def _culprit(root: Path, page: Path, text: str) -> str:
    """Where what is wrong with a page was written: by hand, else in the theme."""
    docs = root / content.FOLDER
    for name in (page.with_name("index.md"), Path(f"{page.parent}.md"), page):
        written = (docs / name).read_text("utf-8") if (docs / name).is_file() else ""
        before, found, _ = written.partition(text)
        if found or (written and name == page):
            return f"{_at(root, docs / name, before if found else '')}: "
    return f"generator/publish/templates/theme（{page.as_posix()}）: "


def _at(root: Path, path: Path, before: str) -> str:
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return f"{path.relative_to(root).as_posix()}:{line}:{column}"


def _cut(page: Piece, section: str, site_url: str) -> Shell:
    before, after = (_unrooted(piece, section) for piece in (page.before, page.after))
    before = _GENERATED.sub("", before)
    before = re.sub(r"<title>.*?</title>", f"<title>{_TITLE}</title>", before, flags=re.DOTALL)
    before = re.sub(r'(<meta name="description"[^>]* content=")[^"]*', rf"\1{_ABOUT}", before)
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
