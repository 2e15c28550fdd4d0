"""What a decision does, in a word: its own, where the word of the list names several things."""

import re

from generator.vocabulary import label

# 扣减、暂缓或不予支付 names three things: which of them it was, the decision says.
_SEVERAL = frozenset({"deduction"})
_HEADING = re.compile(r"(?:的?决定|通知)?(?:书|公告|公示)?$")
# What is longer is a sentence about the decision.
_LONGEST = 10


def word(measure: str, called: str | None) -> str:
    """不予支付 of what is headed 不予支付决定; else the word of the list."""
    if measure not in _SEVERAL or not called:
        return label("measure", measure)
    own = _HEADING.sub("", called, count=1)
    named = own and len(own) <= _LONGEST and not own.startswith("关于")
    return own if named else label("measure", measure)
