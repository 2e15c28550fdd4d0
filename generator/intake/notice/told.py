"""The words and expressions by which a notice is read, as one table for a browser.

`content/assets/submit-words.js` and its neighbours read it; tests hold both sides equal.
"""

import re
from typing import Any

from generator.intake import patterns
from generator.intake.notice import (
    basics,
    contacts,
    groups,
    headline,
    lines,
    lots,
    sums,
    values,
    words,
)
from generator.intake.notice.inviting import SECTIONS as INVITING
from generator.intake.notice.paragraphs import SECTIONS as PARAGRAPHS
from generator.intake.sheet import told as sheets
from generator.records import spellings

# What stands at the head of a text, anywhere in it, at its end, or is the whole of it.
_ANYWHERE = {
    "counted": words.COUNTED.pattern,
    "counts": lines._COUNTS.pattern,
    "resets": rf"^(?:{lines._RESETS.pattern})",
    "tail": lines._TAIL.pattern,
    "consortium": lines._CONSORTIUM.pattern,
    "named": lines._NAMED.pattern,
    "offices": lines._OFFICES.pattern,
    "unit": words._UNIT.pattern,
    "per": words._PER.pattern,
    "between": words._BETWEEN.pattern,
    "lotFirst": rf"^(?:{lots._AT_START.pattern})",
    "lotLast": lots._AT_END.pattern,
    "ends": rf"(?:{values._ORGANISATION.pattern})$",
    "parted": values._PARTED.pattern,
    "brackets": values._BRACKETS.pattern,
    "masked": values._MASKED.pattern,
    "landline": values._LANDLINES.pattern,
    "mobile": values._MOBILE.pattern,
    "zone": values._ZONE.pattern,
}
_WHOLE = {
    "lotAlone": lots._ALONE.pattern,
    "person": values._PERSON.pattern,
    "number": values._NUMBER.pattern,
    "local": values._LOCAL.pattern,
    "title": headline._TITLE.pattern,
    "called": headline._BARE.pattern,
    "headDay": headline._DAY.pattern,
    "sum": rf"(?:{sums._FIGURE}) ?(?:亿元|万元|元)",
    "together": spellings._TOGETHER.pattern,
    "day": spellings._DAY.pattern,
    "numerals": spellings._DAY_IN_NUMERALS.pattern,
    "figure": spellings._STATED.pattern,
    "price": spellings._UNIT_PRICE.pattern,
}


def table() -> dict[str, Any]:
    """All that the browser needs to take a pasted notice apart as the reader does."""
    whole = {name: rf"\A(?:{one})\Z" for name, one in _WHOLE.items()}
    ends = {f"end.{sort}": rf"(?:{one})$" for sort, one in values._PLAIN_ENDS.items()}
    said = {**_ANYWHERE, **whole, **ends, **sheets.expressions()}
    return {
        "patterns": {name: patterns.said(one) for name, one in said.items()},
        "folded": [[chr(one), to if isinstance(to, str) else chr(to)] for one, to in _narrowed()],
        "headings": _by_section(words.headings()),
        "labels": _by_section(words.labels()),
        "loose": sorted(words.loose()),
        "methods": dict(words.methods()),
        "sorts": values._SORT_OF,
        "others": lines._OTHERS,
        "ours": lines._OURS,
        "heads": lines._HEADS,
        "apart": "".join(sorted(lines._APART)),
        "results": sorted(groups.KEYS),
        "rows": contacts.ROWS,
        "roles": basics._ROLES,
        "days": basics._DAYS,
        "left": sorted({*INVITING, "subject", "panel"}),
        "plain": sorted(PARAGRAPHS),
    }


def _narrowed() -> list[tuple[int, Any]]:
    return sorted(words._FOLDED.items())


def _by_section(known: Any) -> dict[str, str]:
    """The words of each key in one text, a blank between them: no word holds one."""
    found: dict[str, list[str]] = {}
    for word, key in known.items():
        assert not re.search(r"\s", word)
        found.setdefault(key, []).append(word)
    return {key: " ".join(held) for key, held in found.items()}
