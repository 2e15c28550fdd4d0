"""The slips of a hand that types YAML in Chinese: which one, where, and its remedy.

A parser reports where it gave up, often a line too late. Here the lines up to
that point are read as a person would.
"""

import re
from typing import NamedTuple

_KEY = r"^\s*(?:- +)?(?P<key>[A-Za-z_]{1,64})"
# A longer line is no slip of a hand; what lies behind is not looked at.
_LOOKED_AT = 2000


class Slip(NamedTuple):
    """A slip at a line and column, both from 1, and what to write instead.

    Where only one thing can be meant: `right` in place of `length` signs, after `key`.
    """

    line: int
    column: int
    sentence: str
    length: int = 0
    right: str = ""
    key: str | None = None


class _Sign(NamedTuple):
    """How a slip looks in a line; the group `at` is where it stands, and `right` belongs there."""

    pattern: re.Pattern[str]
    sentence: str
    right: str = ""


# These never stand in a good line, so they may be looked for from the top.
_ALWAYS = (
    _Sign(
        re.compile(_KEY + r"\s*(?P<at>：[ \u3000]{0,9})"),
        "这里是全角冒号“：”；请改成半角冒号加空格，例如 “{key}: ”",
        ": ",
    ),
    _Sign(re.compile(_KEY + r"(?P<at>:)[^\s/]"), "冒号后面要空一格，例如 “{key}: ”", ": "),
    _Sign(
        re.compile(_KEY + r"[ \t]*(?P<at>\t)"),
        "键后面是制表符（Tab）；请改成冒号加空格，例如 “{key}: ”",
        ": ",
    ),
    _Sign(
        re.compile(_KEY + r"(?P<at>:?[\u3000\u00a0]{1,9})"),
        "这里有全角空格；请改成半角冒号加空格，例如 “{key}: ”",
        ": ",
    ),
    _Sign(re.compile(_KEY + r" +(?P<at>[^\s:：#]+)$"), "键和值之间少了冒号；例如 “{key}: ”"),
    _Sign(
        re.compile(r"^\s*(?P<at>[－—–•·●]|\d{1,9}[.、）)]|[(（]\d{1,9}[)）])\s*[{\w]"),
        "列表的每一行请以半角的 “- ” 开头",
    ),
    _Sign(re.compile(r"^(?P<at>\s*\u3000+)"), "行首有全角空格；请改成半角空格"),
    _Sign(re.compile(r"^\s*(?P<at>-)[{\[\u4e00-\u9fff]"), "“-” 后面要空一格"),
)
# These may stand in a good text; they explain only the line that is bad.
_NEAR = (
    _Sign(
        re.compile(_KEY + r": +(?P<at>[｛｝【】［］（）])"),
        "这里是全角括号；请改成半角的 { } 或 [ ]，文字里的括号请给整个值加引号",
    ),
    _Sign(
        re.compile(r"[{\[][^\"'{\[，]{0,200}(?P<at>，)(?=(?P<key>[a-z_]{1,40}): )"),
        "这里是全角逗号“，”；括号里请用半角逗号加空格 “, ”",
        ", ",
    ),
    _Sign(
        re.compile(r"[{\[][^\"'{\[，]{0,200}(?P<at>，)"),
        "这里是全角逗号“，”；括号里请用半角逗号加空格 “, ”",
    ),
    _Sign(re.compile(r"(?:: +|- +|^)(?P<at>[“”‘’])"), '这里是中文引号；请改成半角引号 " "'),
    _Sign(re.compile(r": +(?P<at>[%@`*&!|>]\S)"), "值以特殊符号开头；请给整个值加半角引号"),
    _Sign(
        re.compile(r": +(?P<at>\[[^\]]{0,200}\]|\"[^\"]{0,200}\"|\{[^}]{0,200}\})[^\s,#\]}]"),
        "值以括号或引号开头，后面还有文字；请给整个值加半角引号",
    ),
    _Sign(re.compile(_KEY + r": +[^\s{\[\"'].*(?P<at>: )"), "值里有“: ”；请给整个值加半角引号"),
    _Sign(re.compile(r"^(?P<at> )(?=[A-Za-z_]+:)"), "行首多了一个空格；同一层的键要对齐"),
    _Sign(re.compile(r"^(?P<at>[^\s#:：-][^:：]*)$"), "这一行没有键；公告原文请写在某个键的后面"),
)
_BLOCK = re.compile(_KEY + r":\s*[|>][-+]?\s*$")


def find(text: str, near: int) -> Slip | None:
    """The first slip up to line `near`, which counts from 1; None if none is seen."""
    lines = text.split("\n")
    last = min(near + 1, len(lines))
    block = None
    for number, line in enumerate(lines[:last], 1):
        indent = len(line) - len(line.lstrip(" "))
        if (
            not line.strip()
            or line.lstrip().startswith("#")
            or (block is not None and indent > block)
        ):
            continue
        block = indent if _BLOCK.match(line) else None
        signs = (*_ALWAYS, *_NEAR) if number >= near - 1 else _ALWAYS
        slip = _seen(line[:_LOOKED_AT], number, signs) or _open_quote(line, number)
        if slip:
            return slip
    return None


def bracket(text: str, line: int, column: int) -> Slip | None:
    """A bracket where a value in brackets should have ended; None if none stands there."""
    # At the end of a text the parser names a line behind the last.
    row = "".join(text.split("\n")[line - 1 : line])
    mark, before = row[column - 1 : column], row[: column - 1].rstrip()[-1:]
    if not mark or mark not in "[]{}":
        return None
    if before in "[{,:" or (before in "]}\"'" and mark in "[{"):
        return Slip(line, column, f"{mark} 前面少了逗号，或者括号没有成对")
    return Slip(line, column, f"括号里的值含有 {mark}；请给这个值加半角引号，或检查括号是否成对")


def _seen(line: str, number: int, signs: tuple[_Sign, ...]) -> Slip | None:
    for sign in signs:
        if found := sign.pattern.search(line):
            groups = found.groupdict()
            key = groups.get("key")
            told = sign.sentence.replace("{key}", key or "key")
            start, end = found.span("at")
            return Slip(number, start + 1, told, end - start, sign.right, key)
    return None


def _open_quote(line: str, number: int) -> Slip | None:
    for mark in ('"', "'"):
        at = line.find(mark)
        before = line[:at].rstrip()
        if at >= 0 and line.count(mark) % 2 and before.endswith((":", "-", "[", "{", ",")):
            return Slip(number, at + 1, f"引号 {mark} 没有成对；请在值的末尾补上")
    return None
