"""Pagefind on the same pages: as it cuts Chinese itself, and fed a character a token.

Each article is a page of its own without the chrome, so there is less to read
than on a real site. It is the extended build: the other does not cut Chinese.
"""

import gzip
import html
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from bench.run import Run, timed

if TYPE_CHECKING:
    from bench.browsing import Answer, Tab
    from bench.finding import Given

_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"></head>
<body><article data-pagefind-body>{article}</article></body></html>"""
# As a page of one's own would: the library on demand, the data of a result when it is shown.
_SEARCH = """<!doctype html><html lang="LANGUAGE"><head><meta charset="utf-8"><script type="module">
window.find = async (query, began = performance.now()) => {
  const pagefind = await import("./pagefind/pagefind.js");
  const {results} = await pagefind.search(query);
  if (results.length) await results[0].data();
  window.answer = {query, began, at: performance.now(), ids: results.map(one => one.id)};
};
find(new URLSearchParams(location.search).get("q"), 0);
</script></head><body></body></html>"""
_TEXT = re.compile(r"(?<=>)[^<]+")
_SIGNATURE = b"pagefind_dcd"


class Pagefind(NamedTuple):
    """Pagefind's library in a bare page."""

    name: str
    language: str
    apart: bool
    parts: tuple[str, ...] = ("pagefind",)
    most: int = 100_000

    def index(self, given: "Given", out: Path) -> Run:
        """Write the pages, then let Pagefind read them."""
        for page in given.pages:
            folder = out / "projects" / page.id
            folder.mkdir(parents=True)
            article = _TEXT.sub(_apart, page.article) if self.apart else page.article
            text = _PAGE.format(language=self.language, article=article)
            (folder / "index.html").write_text(text, "utf-8")
        (out / "index.html").write_text(_SEARCH.replace("LANGUAGE", self.language), "utf-8")
        command = [sys.executable, "-m", "pagefind_bin_extended", "--quiet", "--site", str(out)]
        return timed([*command, "--force-language", self.language])

    def open(self, tab: "Tab", query: str) -> "Answer":
        """Ask by opening the page."""
        asked = self._asked(query)
        tab.page.goto(f"{tab.home}?q={quote(asked)}")
        return tab.answer(asked, _ids(tab.folder).__getitem__)

    def find(self, tab: "Tab", query: str) -> "Answer":
        """Ask in the open page."""
        asked = self._asked(query)
        tab.page.evaluate("query => void find(query)", asked)
        return tab.answer(asked, _ids(tab.folder).__getitem__)

    def _asked(self, query: str) -> str:
        """A phrase of characters; or as typed, since quotes find less where words are cut."""
        return f'"{_spaced(query)}"' if self.apart else query


WORDS = Pagefind("Pagefind", "zh", apart=False)
# A language it has no rules for: nothing is cut or stemmed again.
CHARACTERS = Pagefind("Pagefind, a character a token", "unknown", apart=True)


def _spaced(text: str) -> str:
    """Letters, digits and Chinese characters one by one, without other marks."""
    return " ".join(re.findall(r"\w", text))


def _apart(text: re.Match[str]) -> str:
    return f" {_spaced(html.unescape(text[0]))} "


@cache
def _ids(folder: Path) -> dict[str, str]:
    """Which project each fragment is: read from disk, so that no result need be loaded."""
    found = {}
    for path in (folder / "pagefind" / "fragment").iterdir():
        data = gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE)
        found[path.stem] = json.loads(data)["url"].split("/")[-2]
    return found
