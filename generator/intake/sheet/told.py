"""The headings of columns, and the words of their cells, as tables for a browser.

`content/assets/submit-columns.js` reads rows that are pasted from a workbook; tests hold what it
fills equal to what the reader of workbooks takes from the same cells.
"""

from typing import Any

from generator.intake.sheet import headings, lots, names, notices, numbering, rows, table
from generator.intake.sheet.slot import slot_of

# Anywhere in a text, or the whole of it.
_ANYWHERE = {
    "failed": names._FAILED.pattern,
    "together": names._TOGETHER.pattern,
    "several": names._SEVERAL.pattern,
    "labelled": names._LABEL.pattern,
    "beside": names._BESIDE.pattern,
    "hidden": names._MASKED.pattern,
    "organisation": names._ORGANISATION.pattern,
    "undoes": rows._UNDOES.pattern,
    "numbered": headings._LEADING.pattern,
    "tailUnit": headings._TAIL_UNIT.pattern,
}
_WHOLE = {
    "stroke": names._STROKE.pattern,
    "total": table._TOTAL.pattern,
    "note": table._NOTE.pattern,
    "neutral": table._NEUTRAL.pattern,
    "headUnit": headings._UNIT.pattern,
    "instruction": headings._INSTRUCTION.pattern,
    **{f"lot{n}": one.pattern for n, one in enumerate(lots._FORMS)},
}


def expressions() -> dict[str, str]:
    """By name, what a cell is asked; all begin with `column.`."""
    whole = {name: rf"\A(?:{one})\Z" for name, one in _WHOLE.items()}
    return {f"column.{name}": one for name, one in {**_ANYWHERE, **whole}.items()}


def columns(kind: str) -> dict[str, Any]:
    """What the columns of one of `headings.kinds` are headed, and what their cells hold."""
    words: dict[str, list[str]] = {}
    for word, path in headings._known(kind).items():
        words.setdefault(path, []).append(word)
    document = headings._document()
    return {
        "words": {path: " ".join(held) for path, held in words.items()},
        "sorts": {path: _sort(kind, path) for path in words},
        "beneath": document["beneath"],
        "needs": list(headings.needs(kind)),
        "numbering": [headings.folded(one) for one in document["numbering"]],
        "whether": [] if kind in rows._UNDONE else list(document["whether"]),
        "names": list(rows._NAMES),
        "once": sorted(numbering.ONCE),
        "whose": list(numbering.WHOSE),
        "ofLots": sorted(notices._OF_A_LOT),
        "isOne": headings.is_one_notice(kind),
        # A table of these may be one notice.
        "isRows": headings.is_one_notice(kind) or kind in notices._BY_LOT,
        "byLot": kind in notices._BY_LOT,
    }


def _sort(kind: str, path: str) -> str:
    """`party`, `word:method`: what a cell holds, and of which list its word is."""
    slot = slot_of(kind, path)
    return f"{slot.sort}:{slot.list}" if slot.list else slot.sort
