"""What JSON is made of here: nothing empty, numbers as they are."""

from decimal import Decimal
from typing import Any

Json = dict[str, Any]
CURRENCY = "CNY"


def stripped(value: Any) -> Any:
    """The same without anything empty at any depth; None where nothing is left."""
    kind = value.__class__
    if kind is dict:
        return _filled(value) or None
    if kind is list or kind is tuple:
        return [kept for one in value if (kept := stripped(one)) is not None] or None
    if kind is str:
        return value if value and not value.isspace() else None
    return value


def _filled(held: Json) -> Json:
    # A release has hundreds of values, and most of them are text or nothing: no call for these.
    kept: Json = {}
    for key, one in held.items():
        if one is None:
            continue
        if one.__class__ is str:
            if one and not one.isspace():
                kept[key] = one
        elif (found := stripped(one)) is not None:
            kept[key] = found
    return kept


def number(value: Decimal) -> int | float:
    """A number of JSON that reads back exactly: of fifteen digits a float keeps each."""
    return int(value) if value == value.to_integral_value() else float(value)


def amount(yuan: Decimal) -> Json:
    """A sum in yuan."""
    return {"amount": number(yuan), "currency": CURRENCY}


def joined(texts: Any) -> str:
    """Several texts as one."""
    return "；".join(texts or ())
