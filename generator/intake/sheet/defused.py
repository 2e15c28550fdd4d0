"""Cells that are kept from running as formulas, and as they were before."""

import re
import unicodedata

# A spreadsheet runs what begins with one of these, and with what a reader folds to them.
FORMULA = frozenset("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫⁺⁼₊₌⩵⩶﬩")
_SIGNS = FORMULA | frozenset("−|｜")
# What a spreadsheet passes over before it looks for a formula: blanks, and characters nobody sees.
_BLANK = re.compile(
    r"\A[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
# What most texts begin with, and no formula does.
is_plain = re.compile("[0-9A-Za-z\u4e00-\u9fff]").match


def is_kept(text: str) -> bool:
    """Whether a text gets a quote before it."""
    # Of what begins with quotes only that is doubtful which a formula follows.
    return not is_plain(text) and _runs(text.lstrip("'"))


def plain(text: str) -> str:
    """A cell as it was before it was kept from running."""
    return text[1:] if text[:1] == "'" and is_kept(text[1:]) else text


def _runs(text: str) -> bool:
    """Whether a spreadsheet would reckon with it, as it stands or folded: Excel of East Asia takes ＝ for =."""
    if text[:1] in FORMULA:
        return True
    seen = _BLANK.sub("", text)
    return seen[:1] in _SIGNS or unicodedata.normalize("NFKC", seen[:2])[:1] in _SIGNS
