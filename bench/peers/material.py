"""Material for MkDocs on the same texts: its search plugin, its worker, lunr in the browser.

The plugin cuts Chinese where jieba is installed, as its documentation says.
Each record is one page of Markdown, a paragraph a field.
"""

import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from bench.run import Run, timed

if TYPE_CHECKING:
    from bench.browsing import Answer, Tab
    from bench.finding import Given

_CONFIG = {
    "site_name": "公示",
    "theme": {"name": "material", "language": "zh", "font": False},
    # Its Japanese cuts queries into words; with its Chinese, and with none, less is found.
    "plugins": [{"search": {"lang": ["ja"]}}],
    # All pages in the navigation of all pages would take the square of their number.
    "nav": [{"首页": "index.md"}],
    "not_in_nav": "projects/",
}
# Notes when the theme's worker answers, right after the theme has shown it.
_LISTEN = """
let began = 0;
const asked = [];
window.Worker = class extends Worker {
  constructor(...all) {
    super(...all);
    this.addEventListener("message", ({data: {data}}) => setTimeout(() => {
      if (!data?.items) return;
      const ids = data.items.map(([{location}]) => location);
      window.answer = {query: asked.shift(), began, at: performance.now(), ids};
    }));
  }
  postMessage(message) {
    if (typeof message.data === "string") asked.push(message.data);
    super.postMessage(message);
  }
};
window.begin = () => began = performance.now();
"""
_TYPE = """query => {
  const input = document.querySelector("[data-md-component=search-query]");
  begin();
  input.value = query;
  input.dispatchEvent(new Event("keyup"));
}"""
_HOME = "---\nsearch: {exclude: true}\n---\n# 搜索\n"
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!<>&|~])")


class Material(NamedTuple):
    """The theme's search box; the whole build is timed, since the index is a part of it."""

    name: str = "Material for MkDocs (lunr, jieba)"
    parts: tuple[str, ...] = ("search", "assets/javascripts/workers", "assets/javascripts/lunr")
    # At 10 000 a build takes minutes, and then a browser must take in an index of 374 MB.
    most: int = 5_000

    def index(self, given: "Given", out: Path) -> Run:
        """Write Markdown beside the site, then let MkDocs build it."""
        assert find_spec("jieba"), "without jieba the plugin leaves Chinese in one piece"
        source = out.with_name("markdown")
        pages = source / "docs" / "projects"
        pages.mkdir(parents=True)
        (source / "docs" / "index.md").write_text(_HOME, "utf-8")
        for page in given.pages:
            heading, *texts = (_SPECIAL.sub(r"\\\1", text) for text in page.fields)
            text = "\n\n".join([f"# {heading}", *texts])
            (pages / f"{page.id}.md").write_text(text, "utf-8")
        config = source / "mkdocs.yml"
        config.write_text(json.dumps(_CONFIG), "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
        return timed([*command, "--site-dir", str(out)])

    def open(self, tab: "Tab", query: str) -> "Answer":
        """Ask by the address of the page, as the theme allows."""
        tab.page.add_init_script(_LISTEN)
        tab.page.goto(f"{tab.home}?q={quote(query)}")
        return tab.answer(query, _id)

    def find(self, tab: "Tab", query: str) -> "Answer":
        """Ask in the search box of the open page."""
        tab.page.evaluate(_TYPE, query)
        return tab.answer(query, _id)


def _id(location: str) -> str:
    return location.split("/")[1]
