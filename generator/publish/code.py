"""An address as a square of dots that a phone reads, for paper."""

import struct
from base64 import b64encode
from typing import NamedTuple
from zlib import adler32, crc32

import segno

_QUIET = 4
# Any mask can be read; trying all eight for the fairest takes five times as long.
_MASK = 3
_BITS = bytes.maketrans(b"\0\1", b"10")


class Code(NamedTuple):
    """A square: how many units wide with its margin, and its dots as the address of a picture.

    A picture of a dot a unit is a ninth of a path: the code stands on every page of a record.
    """

    width: int
    picture: str


def drawn(address: str) -> Code:
    """The code of an address. A picture says it; the address stands beside it in words."""
    matrix = segno.make(address, micro=False, mask=_MASK, boost_error=False).matrix
    width = len(matrix) + 2 * _QUIET
    picture = b64encode(_picture(width, _lines(matrix, width))).decode()
    return Code(width, f"data:image/png;base64,{picture}")


def verifying(site_url: str, id: str, seal: str) -> str:
    """Where the hash of a record is compared with what is published now."""
    return f"{site_url}verify/?p={id}&h={seal[:16]}"


def _lines(matrix: tuple[bytearray, ...], width: int) -> bytes:
    """The lines of the picture, a bit a unit, light ones 1; each begins with its filter, none."""
    across, side = -(-width // 8), b"1" * _QUIET
    empty = _line(b"1" * width, across)
    inside = b"".join(_line(side + bytes(row).translate(_BITS) + side, across) for row in matrix)
    return empty * _QUIET + inside + empty * _QUIET


def _line(bits: bytes, across: int) -> bytes:
    return b"\0" + int(bits.ljust(across * 8, b"0"), 2).to_bytes(across, "big")


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
