"""What JSON is made of here: nothing empty, numbers as they are."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

Json = dict[str, Any]
CURRENCY = "CNY"


def stripped(value: Any) -> Any:
    """The same without anything empty at any depth; None where nothing is left."""
    if isinstance(value, Mapping):
        held = {key: kept for key, one in value.items() if (kept := stripped(one)) is not None}
        return held or None
    if isinstance(value, list | tuple):
        return [kept for one in value if (kept := stripped(one)) is not None] or None
    return None if isinstance(value, str) and not value.strip() else value


def number(value: Decimal) -> int | float:
    """A number of JSON that reads back exactly: of fifteen digits a float keeps each."""
    return int(value) if value == value.to_integral_value() else float(value)


def amount(yuan: Decimal) -> Json:
    """A sum in yuan."""
    return {"amount": number(yuan), "currency": CURRENCY}


def joined(texts: Any) -> str:
    """Several texts as one."""
    return "；".join(texts or ())
