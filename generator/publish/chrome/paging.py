"""What a hand-written page begins with, and which settings it may name."""

import re
from collections.abc import Iterator
from html import escape

from generator.publish.chrome import markup, occasions
from generator.publish.chrome.markup import Slip
from generator.records import source
from generator.records.likeness import nearest
from generator.records.source import Refused
from generator.vocabulary import lists, words

# What a page may say in place of a setting, which the theme puts there.
_TOKENS = frozenset({"removal_contact", "owner", "official", "demo_on"})
# What a page may count; the figures are put there when the records are known (`tally`).
COUNTS = ("real", "full", "excerpt", "original", "reprint", "secondary", "unknown", "sample")
_HEAD = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_TOKEN = re.compile(r"〔([a-z_]{1,40}(?:\.[a-z-]{1,40})?)〕")
# Within a tag, or within what becomes its attributes.
_IN_TAG = re.compile(r"(?:<[A-Za-z][^<>\n]{0,500}|\{[^{}\n]{0,200}=[^{}\n]{0,200})〔")
_HEAD_KEYS = {"title", "description"}


def of_page(text: str) -> Iterator[Slip]:
    """What is wrong in a page: its head, its markup, a setting that is none."""
    yield from _of_head(text)
    yield from markup.of_page(text)
    yield from occasions.slips(text)
    for token in _TOKEN.finditer(text):
        if why := _unknown(token[1]):
            yield Slip(token.start(), f"{token[0]} {why}")
    for within in _IN_TAG.finditer(text):
        why = "换成的文字可能带标签，写在标签的属性里会原样显示；请写在标签之间"
        yield Slip(within.end() - 1, f"〔…〕{why}")


def terms() -> dict[str, str]:
    """What stands in place of 〔kind.award〕, the word and what it is called, and of 〔count.real〕."""
    counts = {f"〔count.{one}〕": f'<span data-count="{one}">—</span>' for one in COUNTS}
    return counts | {
        f"〔{name}.{word}〕": f"{escape(term.label)} <code>{word}</code>"
        for name in lists()
        for word, term in words(name).items()
        if word.isascii()
    }


def _unknown(token: str) -> str:
    """Why nothing can stand in place of a token; empty where something can."""
    name, dot, word = token.partition(".")
    if not dot:
        known = token in {*_TOKENS, "demo"}
        return "" if known else f"没有这个设置；可以写：{'、'.join(sorted(_TOKENS))}"
    if name == "count":
        return "" if word in COUNTS else f"没有这个数；可以写：{'、'.join(COUNTS)}"
    if name not in lists():
        return "词表里没有这一组词；照 generator/vocabulary.yml 里 words 下面的名字写"
    near = nearest(word, list(words(name)), 0.5) or next(iter(words(name)))
    return "" if word in words(name) else f"词表里没有这个词；是不是 {name}.{near}"


def _of_head(text: str) -> Iterator[Slip]:
    """The head of a page: its title and description, which become attributes of the page."""
    head = _HEAD.match(text)
    wanted = "页面开头请写三行横线之间的 title 和 description，照别的页面的样子"
    try:
        keys = source.read(head[1]) if head else {}
    except Refused:
        keys = {}
    if set(keys) != _HEAD_KEYS or not all(isinstance(one, str) for one in keys.values()):
        yield Slip(0, wanted)
    elif any(mark in one for one in keys.values() for mark in '<>"〔\n'):
        yield Slip(0, "页面开头的 title 和 description 请各写一行文字，不写 < >、引号和〔 〕")
