"""Bands of scores: which one covers a score, and by what a grade is called."""

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.records.model.jurisdiction import Band


def covers(band: Band, score: Decimal) -> bool:
    """Whether a score lies in a band; its start is within, its end only where it says so."""
    above = (
        band.min is None
        or score > band.min
        or (score == band.min and band.min_inclusive is not False)
    )
    below = (
        band.max is None or score < band.max or (score == band.max and band.max_inclusive is True)
    )
    return above and below


def closed(bands: Sequence[Band]) -> list[Band]:
    """60—79分: the end is within, unless the next band begins there or it says otherwise."""
    starts = {band.min for band in bands if band.min_inclusive is not False}
    return [
        band.model_copy(update={"max_inclusive": band.max not in starts})
        if band.max_inclusive is None
        else band
        for band in bands
    ]


def called(grade: str) -> set[str]:
    """合格 and C of 合格（C级）: a band may have the one or the other."""
    parts = re.split(r"[（()）]", grade)
    return {one.strip().removesuffix("等级").removesuffix("级") for one in parts} - {""}
