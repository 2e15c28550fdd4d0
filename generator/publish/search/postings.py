"""The postings of a segment: which grams stand where, coded as text.

A gram is two characters, or three where all three are letters or digits, so
that numbers stay selective. Posted are, for each record, the places inside its
fields; a match is a run of grams at their distances, and since a separator
takes a place of its own, no match crosses from one field into another.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.publish.search.folding import folded

# Lone surrogates cannot stand in a record: they separate fields and records.
FIELD, RECORD = "\ud800", "\ud801"
# Stands before and after a whole number, so that an exact one can be asked for.
MARK, MARKED = "\ud802", "\x02"
BASE = 46
_AT, _THIRD, _CHAR = 28, 6, 15
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"

Numbers = NDArray[Any]


def postings(records: Sequence[str]) -> dict[str, str]:
    """The coded postings of every gram, in the order of the grams.

    A record is its fields joined by `FIELD`. A posting list is, for each
    record, how many records were passed over, then its places, each as the
    distance from the one before, doubled; odd at the last. Numbers are in base
    46 with continuing symbols, so that lists are text without quotes.
    """
    if not records:
        return {}
    codes = folded(RECORD.join([*records, ""]))
    codes[codes == ord(MARK)] = ord(MARKED)
    keys, chars = _keys(codes)
    if not len(keys):
        return {}
    grams, at = keys >> np.uint64(_AT), (keys & np.uint64(2**_AT - 1)).astype(np.int32)
    opens = np.append(True, grams[1:] != grams[:-1])
    tokens, first = _tokens(codes, at, opens)
    text, ends = _coded(tokens)
    begins = np.append(0, ends)[first]
    names = _names(grams[opens], chars)
    bounds = [*begins.tolist(), len(text)]
    return {name: text[bounds[i] : bounds[i + 1]] for i, name in enumerate(names)}


def _keys(codes: Numbers) -> tuple[Numbers, Numbers]:
    """Gram and place of every gram in one sorted number each; the characters by rank."""
    chars = np.flatnonzero(np.bincount(codes))
    rank = np.zeros(int(chars[-1]) + 1, np.uint64)
    rank[chars] = np.arange(len(chars), dtype=np.uint64)
    assert len(chars) < 2**_CHAR, "more different characters than Chinese print uses"
    assert len(codes) < 2**_AT, "a segment holds too much text"
    apart = (codes == ord(FIELD)) | (codes == ord(RECORD))
    letter = np.append(_letters()[np.minimum(codes, 127)], np.uint8(0))
    three = letter[2:] * (letter[:-2] > 0) * (letter[1:-1] > 0)
    places = rank[codes]
    keys = places[:-1] << np.uint64(_CHAR) | places[1:]
    keys = keys << np.uint64(_THIRD) | three
    keys = keys << np.uint64(_AT) | np.arange(len(keys), dtype=np.uint64)
    keys = keys[~(apart[:-1] | apart[1:])]
    keys.sort()
    return keys, chars


def _letters() -> Numbers:
    """The rank of each ASCII letter and digit, from 1; else 0."""
    letters = np.zeros(128, np.uint8)
    letters[[ord(char) for char in _LETTERS]] = np.arange(1, len(_LETTERS) + 1)
    return letters


def _tokens(codes: Numbers, at: Numbers, opens: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers to code, and which of them is the first of each gram."""
    parts = codes == ord(RECORD)
    record_of = np.cumsum(parts, dtype=np.int32) - parts
    starts = np.append(0, np.flatnonzero(parts)[:-1] + 1).astype(np.int32)
    record = record_of[at]
    place = at - starts[record]
    fresh = opens.copy()
    fresh[1:] |= record[1:] != record[:-1]
    # From here on: distances to what stands before, where that is of the same gram or record.
    passed, distance = record.copy(), place.copy()
    passed[1:] -= np.where(opens[1:], 0, record[:-1] + 1)
    distance[1:] -= np.where(fresh[1:], 0, place[:-1] + 1)
    slots = np.cumsum(fresh, dtype=np.int32) + np.arange(len(at), dtype=np.int32)
    tokens = np.empty(int(slots[-1]) + 1, np.int32)
    tokens[slots] = distance * 2 + np.append(fresh[1:], True)
    tokens[slots[fresh] - 1] = passed[fresh]
    return tokens, slots[opens] - 1


def _coded(tokens: Numbers) -> tuple[str, Numbers]:
    """The tokens as text, and where each ends."""
    lengths = np.ones(len(tokens), np.int8)
    for limit in np.cumsum([BASE**power for power in range(1, 6)]):
        lengths += tokens >= limit
    ends = np.cumsum(lengths, dtype=np.int64)
    out = np.empty(int(ends[-1]), np.uint8)
    at, more, rest = ends - 1, 0, tokens
    while len(at):
        left = rest // BASE
        out[at] = rest - left * BASE + (more + 35)
        going = left > 0
        at, rest, more = at[going] - 1, left[going] - 1, BASE
    out[out == 92] = 33  # A backslash would have to be escaped in JSON.
    return out.tobytes().decode("ascii"), ends


def _names(grams: Numbers, chars: Numbers) -> list[str]:
    words = [chr(code) for code in chars.tolist()]
    low = 2**_CHAR - 1
    thirds = ["", *_LETTERS]
    return [
        words[gram >> _CHAR + _THIRD] + words[gram >> _THIRD & low] + thirds[gram & 63]
        for gram in grams.tolist()
    ]
