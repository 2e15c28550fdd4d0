"""An address as a square of dots that a phone reads, for paper."""

from itertools import groupby
from typing import NamedTuple

import segno

_QUIET = 4
# Any mask can be read; trying all eight for the fairest takes five times as long.
_MASK = 3


class Code(NamedTuple):
    """A square: how many units wide with its margin, and its dots as the path of a drawing."""

    width: int
    path: str


def drawn(address: str) -> Code:
    """The code of an address. A drawing says it; the address stands beside it in words."""
    matrix = segno.make(address, micro=False, mask=_MASK, boost_error=False).matrix
    return Code(len(matrix) + 2 * _QUIET, "".join(_rows(matrix)))


def verifying(site_url: str, id: str, seal: str) -> str:
    """Where the hash of a record is compared with what is published now."""
    return f"{site_url}verify/?p={id}&h={seal[:16]}"


def _rows(matrix: tuple[bytearray, ...]) -> list[str]:
    told = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                told.append(f"M{x + _QUIET} {y + _QUIET}h{length}v1h-{length}z")
            x += length
    return told
