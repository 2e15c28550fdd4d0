"""Cells that are kept from running as formulas, and as they were before."""

# A spreadsheet runs what begins with one of these, and with what a reader folds to them.
FORMULA = frozenset("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫⁺⁼₊₌⩵⩶﬩")
# The quote that keeps a formula from running; what has one already gets another, to be told apart.
_KEPT = FORMULA | {"'"}


def is_kept(text: str) -> bool:
    """Whether a text gets a quote before it."""
    # Of what begins with a quote only that is doubtful which a formula, or one more quote, follows.
    first = text[:1]
    return first in FORMULA or (first == "'" and text[1:2] in _KEPT)


def plain(text: str) -> str:
    """A cell as it was before it was kept from running."""
    return text[1:] if text[:1] == "'" and is_kept(text[1:]) else text
