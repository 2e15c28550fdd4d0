"""Sums of a draft: exact, as a record writes them."""

from decimal import Decimal
from typing import Any

from generator.records.model.amounts import YUAN_PER_UNIT


def short(value: Decimal) -> Decimal:
    """Without noughts behind: 688000.00 is 688000."""
    return Decimal(f"{value.normalize():f}")


def in_yuan(value: Any) -> Decimal | None:
    """The sum in yuan of a value of a record; None where it is only printed."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, dict) and isinstance(value.get("value"), Decimal):
        yuan: Decimal = value["value"] * YUAN_PER_UNIT[value.get("unit", "元")]
        return yuan
    return None
