"""Text as it may stand in a file: what a reader cannot see is taken out, broken lines go on.

The same as `clean` of `content/assets/submit-yaml.js`; a test holds both equal.
"""

import re
from typing import Any

# Characters a reader cannot see and that change what the others mean; the check refuses each.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
_BREAKS = re.compile("(?<![ \u00a0\u3000])[ \u00a0\u3000]*[\t\r\n\v\f\x85\u2028\u2029][\\s\x85]*")
# What a browser trims; Python would take U+0085 and some others with it.
_BLANK = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# From here on signs are Chinese, and a broken line needs no blank.
_CHINESE = "\u2e80"


def clear(text: str) -> str:
    """A text on one line, without what the reader refuses to see."""
    text = text.strip(_BLANK)
    joined = _BREAKS.sub(lambda found: _joint(text, found), text)
    # A stroke to the left before some letters is an escape to the reader, in whatever quotes.
    return _HIDDEN.sub("", joined).replace("\\", "＼").strip(_BLANK)


def cleared(value: Any) -> Any:
    """A value with every text in it cleared."""
    if isinstance(value, dict):
        return {key: cleared(one) for key, one in value.items()}
    if isinstance(value, list):
        return [cleared(one) for one in value]
    return clear(value) if isinstance(value, str) else value


def _joint(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()][-1:], text[found.start() :].lstrip(_BLANK)[:1]
    return "" if before > _CHINESE and after > _CHINESE else " "
