"""An address as a square of dots that a phone reads, for paper."""

import struct
from base64 import b64encode
from functools import cache
from typing import NamedTuple
from zlib import adler32, crc32

import segno

_QUIET = 4
# Any mask can be read; trying all eight for the fairest takes five times as long.
_MASK = 3
_DIGITS = bytes.maketrans(b"\0\1", b"01")
# By length the first address of it that was drawn.
_first: dict[int, bytes] = {}


class Code(NamedTuple):
    """A square: how many units wide with its margin, and its dots as the address of a picture.

    A picture of a dot a unit is a ninth of a path: the code stands on every page of a record.
    """

    width: int
    picture: str


class _Dots(NamedTuple):
    """The lines of a picture as one number, a bit a unit, dark ones 1."""

    width: int
    bits: int


def drawn(address: str) -> Code:
    """The code of an address. A picture says it; the address stands beside it in words."""
    width, bits = _dots(address.encode())
    lines = (bits ^ _paper(width)).to_bytes(width * _long(width) // 8, "big")
    picture = b64encode(_picture(width, lines)).decode()
    return Code(width, f"data:image/png;base64,{picture}")


def verifying(site_url: str, id: str, seal: str) -> str:
    """Where the hash of a record is compared with what is published now."""
    return f"{site_url}verify/?p={id}&h={seal[:16]}"


def _dots(address: bytes) -> _Dots:
    """The dots of an address: those of the first of its length, and what each other bit changes.

    Check digits and mask are sums without carry, so a bit changes the same units whatever
    else is said. To encode each address anew takes a hundred times as long.
    """
    if not (address.isascii() and address.startswith(b"http")):
        return _encoded(address)
    first = _first.setdefault(len(address), address)
    width, bits = _encoded(first)
    differs = int.from_bytes(address, "big") ^ int.from_bytes(first, "big")
    while differs:
        low = differs & -differs
        bits ^= _changed(first, low)
        differs ^= low
    return _Dots(width, bits)


@cache
def _changed(first: bytes, bit: int) -> int:
    """Which units one bit of an address changes."""
    other = (int.from_bytes(first, "big") ^ bit).to_bytes(len(first), "big")
    return _encoded(first).bits ^ _encoded.__wrapped__(other).bits


@cache
def _encoded(address: bytes) -> _Dots:
    matrix = segno.make(address.decode(), micro=False, mask=_MASK, boost_error=False).matrix
    width = len(matrix) + 2 * _QUIET
    rows = ((bytes(8 + _QUIET) + bytes(row)).ljust(_long(width), b"\0") for row in matrix)
    below = _QUIET * _long(width)
    return _Dots(width, int(b"".join(rows).translate(_DIGITS), 2) << below)


@cache
def _paper(width: int) -> int:
    """All units light: a line begins with its filter, none, and ends at a whole byte."""
    line = (b"0" * 8 + b"1" * width).ljust(_long(width), b"0")
    return int(line * width, 2)


def _long(width: int) -> int:
    """The bits of a line."""
    return 8 + -(-width // 8) * 8


def _picture(width: int, lines: bytes) -> bytes:
    """A PNG in two tones. What is not deflated is the same whatever library is installed."""
    head = struct.pack(">IIBBBBB", width, width, 1, 0, 0, 0, 0)
    size = len(lines)
    stored = b"\x78\x01\x01" + struct.pack("<HH", size, size ^ 0xFFFF) + lines
    body = stored + struct.pack(">I", adler32(lines))
    parts = (_part(b"IHDR", head), _part(b"IDAT", body), _part(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))
