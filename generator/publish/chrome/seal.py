"""What a page may load and run, said in the page itself, and the marks it is cut at.

Scripts and styles of the theme are allowed by their hashes. What is written
by hand or recorded brings none.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import NamedTuple

POLICY, STAMP, END = "<!-- policy -->", "<!-- stamp -->", "<!-- /stamp -->"
_ELSEWHERE = re.compile(r"\ssrc=|\stype=\"application/json\"")
_LINK = re.compile(r"<a\b[^<>]*+>")
# A tag that never ends is taken to the end, so that no text is read twice.
_TAG = re.compile(r"<[a-z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>?", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"[\s/](on[a-z]+|style)\s*=", re.IGNORECASE)
_RUNS = re.compile(r"<(?:script|style)\b|=\s*[\"']?\s*javascript:", re.IGNORECASE)


class Broken(Exception):
    """The theme or a hand-written page cannot be published; `str()` is the sentence.

    `culprit` is the text that must not stand there, if there is one.
    """

    def __init__(self, sentence: str, culprit: str = "") -> None:
        super().__init__(sentence)
        self.culprit = culprit


class Piece(NamedTuple):
    """A page around what is stamped in; `intro` is what was written by hand."""

    before: str
    intro: str
    after: str


def sealed(page: str) -> Piece:
    """A page in pieces, with its policy in place of the mark; raises Broken."""
    before, intro, after = _parted(page)
    if found := next(unsafe(intro), None):
        raise Broken(f"手写的正文里有 {found}；正文只写文字、表格、链接和图片，请删去", found)
    before, after = _compact(before), _compact(after)
    before = before.replace(POLICY, _said(policy(before + after)))
    return _guarded(before, intro, after)


def alone(page: str) -> Piece:
    """A page that nothing is stamped into, with its policy; raises Broken."""
    _once(page, POLICY)
    page = _compact(page)
    return _guarded(page.replace(POLICY, _said(policy(page))), "", "")


def policy(chrome: str) -> str:
    """What a page with this chrome may load and run."""
    styles = _hashes("style", chrome)
    return ";".join(
        (
            "default-src 'self'",
            f"script-src 'self'{_hashes('script', chrome)}",
            *([f"style-src 'self'{styles}"] if styles else []),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def unsafe(text: str) -> Iterator[str]:
    """What in HTML would run or style by itself: tags, attributes, addresses."""
    for found in _TAG.finditer(text):
        tag = found[0]
        if runs := _RUNS.search(tag):
            yield runs[0].lstrip("=\"' \n")
        yield from (name[1] for name in _ATTRIBUTE.finditer(_QUOTED.sub(" ", tag)))


def _parted(page: str) -> Piece:
    for mark in (POLICY, STAMP, END):
        _once(page, mark)
    before, _, rest = page.partition(STAMP)
    intro, end, after = rest.partition(END)
    if not end:
        raise Broken(f"{END} 在 {STAMP} 之前；应当在它后面", END)
    return Piece(before, intro, after)


def _guarded(*pieces: str) -> Piece:
    """Pages opened by a link outside learn nothing of the page they came from."""
    return Piece(*(_LINK.sub(_guard, piece) for piece in pieces))


def _guard(link: re.Match[str]) -> str:
    tag = link[0]
    outside = ' href="http://' in tag or ' href="https://' in tag
    return tag.replace("<a", '<a rel="noopener"', 1) if outside and " rel=" not in tag else tag


def _once(page: str, mark: str) -> None:
    count = page.count(mark)
    if count != 1:
        raise Broken(
            f"生成的网页里有 {count} 个 {mark}；版式里应当正好有一个，手写的正文里没有", mark
        )


def _said(rules: str) -> str:
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
        '<meta name="referrer" content="same-origin">'
    )


def _hashes(name: str, chrome: str) -> str:
    codes = dict.fromkeys(_inline(name, chrome))
    digests = (b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in codes)
    return "".join(f" 'sha256-{digest}'" for digest in digests)


def _inline(name: str, chrome: str) -> Iterator[str]:
    """What stands between the tags of this name; a script from elsewhere, or data, is none."""
    end = 0
    while (start := chrome.find(f"<{name}", end)) >= 0:
        head = chrome.find(">", start)
        end = chrome.find(f"</{name}>", head)
        if head < 0 or end < 0:
            return
        if not _ELSEWHERE.search(chrome[start:head]):
            yield chrome[head + 1 : end]


def _compact(piece: str) -> str:
    return re.sub(r">\s+<", "><", re.sub(r"[ \t]*\n\s*", "\n", piece))
