"""What `records.spellings` writes in YAML, as the values of a draft: numbers are exact."""

from decimal import Decimal
from typing import Any

from generator.intake.exact import short
from generator.records.source import read


def native(written: str) -> Any:
    """`{value: 46.8, unit: 万元}` as a mapping."""
    return _exact(read(f"x: {written}")["x"])


def _exact(given: Any) -> Any:
    if isinstance(given, dict):
        return {key: _exact(one) for key, one in given.items()}
    if isinstance(given, list):
        return [_exact(one) for one in given]
    if isinstance(given, int | float) and not isinstance(given, bool):
        return short(Decimal(repr(given)))
    return given
