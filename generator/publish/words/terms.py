"""Words of the trade: the first use of each on a page leads to what it means.

Links are laid around text that is escaped already, and only around whole words between
marks of punctuation, so that no part of a name is taken for a term.
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.vocabulary import glossary

# What has a sense of its own: other links and buttons, headings, words of a source.
_OWN = r"a|h[1-6]|summary|button|label|blockquote|q|code|svg|time"
_BEFORE = frozenset(">·、，。：；（ \n")
# How many there are stands before a word as well as a mark does: 9 家入围.
_COUNTED = re.compile(r"\d ?家$")
_QUOTE, _END = "“", "”"
# Of a badge only the whole is a word.
_BADGE = 'class="p-badge'
# A quotation is seldom longer.
_REACH = 400


def explained(body: str, root: str) -> str:
    """The body of a page with its first terms linked; `root` leads to the root of the site."""
    pieces: list[str] = []
    end = 0
    for start, term in _first(body):
        href = f"{root}guide/{glossary()[term]}"
        pieces += (body[end:start], f'<a class="p-term" href="{href}">{term}</a>')
        end = start + len(term)
    return "".join((*pieces, body[end:]))


# What leaves a page to its own sense, or comes back from there.
_TAGS = re.compile(rf"<(?:{_OWN})(?=[\s>])|</(?:{_OWN})>")


@cache
def _terms() -> re.Pattern[str]:
    """The terms, the longest first, those that begin alike together.

    Every alternative begins with a letter of its own: then a page is searched for these few
    letters, and the thousands of tags on it cost nothing.
    """
    groups: dict[str, list[str]] = {}
    for term in sorted(glossary(), key=len, reverse=True):
        groups.setdefault(term[0], []).append(re.escape(term[1:]))
    begun = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return re.compile(rf"(?:{begun})(?=[<·、，。：；（）\s])")


def _first(body: str) -> Iterator[tuple[int, str]]:
    """Where each term stands first as a word of ours, in the order of the page."""
    seen: set[str] = set()
    depth = behind = 0
    for found in _terms().finditer(body):
        term, start = found[0], found.start()
        if term in seen or not _is_word(body, start, found.end()):
            continue
        # Only on the way to a word is it asked what stands open there.
        for tag in _TAGS.finditer(body, behind, start):
            depth += -1 if tag[0][1] == "/" else 1
        behind = start
        if depth == 0:
            seen.add(term)
            yield start, term


def _is_word(body: str, at: int, end: int) -> bool:
    """Whether a word stands here: after punctuation or a number, in no attribute, in no quotation."""
    if body[at - 1] not in _BEFORE and not _COUNTED.search(body, max(0, at - 3), at):
        return False
    near = max(0, at - _REACH)
    tag = body.rfind("<", near, at)
    if tag > body.rfind(">", near, at):
        return False
    if _BADGE in body[tag:at] and (body[at - 1], body[end]) != (">", "<"):
        return False
    return body.rfind(_QUOTE, near, at) <= body.rfind(_END, near, at)
