"""The styles of a page in one file, so that one request is all that waits between a page and its look.

They are written, and served to whoever asks, in the files they are kept in.
"""

import re
from pathlib import Path

PATH = "assets/site.css"
_LINKS = re.compile(r'(?:<link rel="stylesheet" href="[^"]*">\s*)+')
_HREF = re.compile(r'href="([^"]*)"')
_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/\s*")


def joined(site: Path, page: Path, text: str) -> str:
    """The text of a page below `site` with one link to all its styles, which are written beside them."""
    return _LINKS.sub(lambda found: _link(site, page, _HREF.findall(found[0])), text, count=1)


def _link(site: Path, page: Path, linked: list[str]) -> str:
    files = [(page.parent / one).resolve() for one in linked]
    held = "\n".join(_MAP.sub("", one.read_text("utf-8")) for one in files)
    # All pages of the chrome have the same styles; what differs would be another file.
    target = site / PATH
    if not target.exists() or target.read_text("utf-8") != held:
        target.write_text(held, "utf-8")
    depth = len(page.relative_to(site).parents) - 1
    return f'<link rel="stylesheet" href="{"../" * depth}{PATH}">'
