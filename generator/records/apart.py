"""Which notices are no purchase, and so have words of their own."""

from functools import cache
from typing import Any

from generator.records.walk import given
from generator.vocabulary import set_apart


def sort_of(record: Any, regime: str | None = None) -> str:
    """`grant`, `honour`, `allocation` …, by its kind, by what it proposes, by its project; else empty.

    `regime` is that of the project where it is stated: what is only inferred changes no word.
    """
    return _first_apart(record.kind, given(record, "proposes"), regime)


@cache
def _first_apart(*asked: str | None) -> str:
    return next((one for one in asked if one and one in set_apart()), "")
