"""The signs of personal data that a browser can look for, from the one table of `records/privacy`.

Numbers, accounts, papers and addresses are told by their shape and their digits. Who is named, and
what is told of somebody, takes the tables of names: that only the check finds.
"""

from typing import Any

from generator.intake import patterns
from generator.records.privacy import folding, numbers, standing
from generator.records.privacy.gate import said_of
from generator.records.privacy.sign import Sign
from generator.records.privacy.signs import SIGNS

# What asks for the digits of a number; each has its like in `content/assets/submit-numbers.js`.
HOLDS: dict[Any, str] = {
    one: one.__name__
    for one in (
        *(numbers.identity, numbers.old_identity, numbers.mobile, numbers.plain, numbers.card),
        *(numbers.account, numbers.plate, numbers.paper, numbers.network, numbers.messenger),
        numbers.born,
    )
}
# Longer ones are lists of words about people, which the check looks for.
_LONGEST = 600
_CUES = {
    "identity": numbers._IDENTITY_CUE,
    "tax": numbers._TAX_CUE,
    "asked": numbers._ASKED_IDENTITY,
    "after": numbers._IDENTITY_AFTER,
    "phone": numbers._PHONE_CUE,
    "reference": numbers._REFERENCE_CUE,
    "sum": numbers._SUM_CUE,
    "unit": numbers._UNIT,
    "address": numbers._ADDRESS,
    "letters": numbers._LETTERS,
    "calls": numbers._CALLS,
    "years": numbers._YEARS_INSIDE,
    "noAccount": numbers._NOT_ACCOUNTS,
    "notCalled": numbers._NOT_CALLED,
    "notNumber": numbers._NOT_NUMBER,
    "called": standing._CALLED,
    "askedFor": standing._ASKED,
}


def table() -> dict[str, Any]:
    """All that the browser needs to look for these signs in the text of a record."""
    found = list(seen())
    return {
        "signs": [row(sign) for sign in found],
        "cues": {name: patterns.said(one.pattern, one.flags) for name, one in _CUES.items()},
        "shapes": sorted(map(list, numbers._PHONE_SHAPES)),
        "provinces": sorted(numbers._PROVINCES),
        "fold": {
            "loose": patterns.said(folding._LOOSE.pattern, folding._LOOSE.flags),
            "script": folding._SCRIPT,
            "counted": "".join(f"{one}{digit}" for one, digit in folding._COUNTED.items()),
            "kept": folding._KEPT,
            "crosses": folding._CROSSES,
        },
    }


def seen() -> list[Sign]:
    """The signs that a browser sees as the check does, in the order of the table."""
    return [one for one in SIGNS if _is_seen(one)]


def _is_seen(sign: Sign) -> bool:
    if sign.named or not (sign.holds is bool or sign.holds in HOLDS):
        return False
    try:
        patterns.said(sign.pattern.pattern, sign.pattern.flags)
    except patterns.Unsaid:
        return False
    return len(sign.pattern.pattern) <= _LONGEST


def row(sign: Sign) -> list[Any]:
    """Id, what is said, the expression, what its digits are asked, which fields may show it."""
    source, flags = patterns.said(sign.pattern.pattern, sign.pattern.flags)
    return [sign.id, said_of(sign), source, flags, HOLDS.get(sign.holds, ""), sign.shown]
