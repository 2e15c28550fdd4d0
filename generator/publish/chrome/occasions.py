"""Parts of hand-written pages that stand only where the site shows invented records.

Between 〔demo〕 and 〔/demo〕, within a line or on lines of their own; the setting `demo_on`
says that there are such records. MkDocs takes this module for a hook.
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.publish.chrome.markup import Slip

_MARK = re.compile(r"〔(/?)demo〕")
# A mark on a line of its own takes the line with it.
_PART = re.compile(
    r"(^)?〔demo〕(?(1)\n?)((?:(?!〔demo〕).)*?)(?:^〔/demo〕\n?|〔/demo〕)",
    re.DOTALL | re.MULTILINE,
)
_UNPAIRED = "〔demo〕 和 〔/demo〕 要成对写，不能套着写；中间是只在有演示记录时才有的文字"


def on_page_markdown(markdown: str, config: Any, **_: Any) -> str:
    """The text of a page as the settings want it."""
    return shown(markdown, demo=bool(config.extra["portal"].get("demo_on")))


def shown(text: str, *, demo: bool) -> str:
    """The text without the marks; and without what stands between them where nothing is shown."""
    return _PART.sub(lambda part: part[2] if demo else "", text)


def slips(text: str) -> Iterator[Slip]:
    """Marks that are not in pairs."""
    begun = None
    for mark in _MARK.finditer(text):
        if bool(mark[1]) == (begun is None):
            yield Slip(mark.start(), _UNPAIRED)
            return
        begun = None if mark[1] else mark
    if begun:
        yield Slip(begun.start(), _UNPAIRED)
