"""Our project pages as Markdown, for those who build sites from it: a heading a notice, a bullet a fact.

No search and a navigation of one line: all pages in that of all pages would take the square
of their number.
"""

import json
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!<>&|~])")
_HEADS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####"}
_CONFIG = {
    "site_name": "公示",
    "theme": {"name": "material", "language": "zh", "font": False},
    "plugins": [],
    "nav": [{"首页": "index.md"}],
    "not_in_nav": "projects/",
}


def write(site: Path, folder: Path) -> None:
    """Pages of Markdown below `folder`, from the articles of a site of ours."""
    pages = folder / "docs" / "projects"
    pages.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# 公示\n", "utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(_CONFIG, ensure_ascii=False), "utf-8")
    for page in (site / "projects").glob("*/index.html"):
        (pages / f"{page.parent.name}.md").write_text(_page(page.read_text("utf-8")), "utf-8")


def _page(text: str) -> str:
    main = LexborHTMLParser(text).css_first("#main")
    assert main is not None, "our page has no main part"
    lines, key = [], ""
    for node in main.css("h1, h2, h3, h4, dt, dd, li"):
        said = _SPECIAL.sub(r"\\\1", " ".join(node.text(separator=" ").split()))
        if node.tag == "dt":
            # A pair is one fact: the key waits for what it says.
            key = said
        elif node.tag in _HEADS:
            lines.append(f"\n{_HEADS[node.tag]} {said}\n")
        else:
            lines.append(f"- {key} {said}" if node.tag == "dd" else f"- {said}")
    return "\n".join(lines) + "\n"
