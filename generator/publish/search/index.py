"""The full-text index laid out in files, so that a query fetches only its grams.

    search/<name>/index.json         {"edition", "docs": [records a segment], "buckets": N, "big": {gram: [segment …]}}
    search/<name>/<bucket>.json.gz   {gram: "postings of segment 0 and 1 …"}
    search/<name>/<gram>.<part>.json.gz   the same of one common gram, by parts

Records are numbered newest first and cut into segments: what a reader sees
first is what is fetched first. The lists of a gram in several segments stand
one after the other with a space between. `big` names the segment each part
begins with.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from generator.publish.press import File
from generator.publish.remembered import Memory
from generator.publish.search.columns import as_json, edition, packed
from generator.publish.search.postings import FIELD, MARK, postings

SEGMENT = 512
# Bytes: a bucket is near one, a common gram has files of its own beyond the other.
BUCKET, BIG, PART = 32_000, 24_000, 64_000
MOST_BUCKETS = 1024

Lists = dict[str, str]
Of = TypeVar("Of")


class Piece(NamedTuple, Generic[Of]):
    """The records of one segment: what they are made of, and how their texts are had."""

    of: tuple[Of, ...]
    texts: Callable[[], Sequence[str]]


class Segment(NamedTuple):
    """The postings of some records, and a sign of their texts."""

    records: int
    lists: Lists
    sign: bytes


def cut(records: Sequence[Of]) -> Iterator[tuple[Of, ...]]:
    """The segments of all records, newest first.

    Cut from the oldest on: a new record changes the first segment, which is not full, and no other.
    """
    first = len(records) % SEGMENT
    for start in range(first - SEGMENT if first else 0, len(records), SEGMENT):
        yield tuple(records[max(0, start) : start + SEGMENT])


def files(name: str, pieces: Iterable[Piece[Any]], memory: Memory) -> Iterator[File]:
    """All files of one index over the texts of all records, newest first."""
    held = list(pieces)
    # Known by how many are older: those stay where they are when a record is new.
    segments = [
        memory.kept((name, len(held) - at), one.of, partial(_segment, one))
        for at, one in enumerate(held)
    ]
    lists = [one.lists for one in segments]
    sizes = Counter[str]()
    for one in lists:
        sizes.update({gram: len(text) + 1 for gram, text in one.items()})
    big = sorted(gram for gram, size in sizes.items() if size > BIG)
    small = sum(size + 8 for gram, size in sizes.items() if size <= BIG)
    buckets = _buckets(small)
    parts = {gram: tuple(_parts(gram, lists)) for gram in big}
    yield from _big(name, lists, parts)
    yield from _small(name, lists, sizes.keys() - set(big), buckets)
    index = {
        "edition": edition(one.sign for one in segments),
        "docs": [one.records for one in segments],
        "buckets": buckets,
        "big": {gram: [start for start, _ in found] for gram, found in parts.items()},
    }
    yield File(f"search/{name}/index.json", as_json(index))


def _segment(piece: Piece[Any]) -> Segment:
    texts = piece.texts()
    # The marks between fields are no characters that can be written.
    signed = (f"{one.replace(FIELD, chr(10)).replace(MARK, chr(9))}\0".encode() for one in texts)
    return Segment(len(texts), postings(texts), edition(signed).encode())


def bucket_of(gram: str, buckets: int) -> int:
    """The bucket of a gram hangs on its first two characters alone."""
    return (ord(gram[0]) * 31 + ord(gram[1])) % buckets


def _buckets(size: int) -> int:
    """The least power of two that keeps a bucket near its size."""
    wanted = min(MOST_BUCKETS, max(1, size // BUCKET))
    return int(1 << (wanted - 1).bit_length())


def _parts(gram: str, lists: Sequence[Lists]) -> Iterator[tuple[int, int]]:
    """From which to before which segment each part of a common gram goes."""
    start, size = 0, 0
    for i, one in enumerate(lists):
        more = len(one.get(gram, ""))
        if size and size + more > PART:
            yield start, i
            start, size = i, 0
        size += more
    yield start, len(lists)


def _big(
    name: str, lists: Sequence[Lists], parts: dict[str, tuple[tuple[int, int], ...]]
) -> Iterator[File]:
    for gram, found in parts.items():
        stem = "-".join(f"{ord(char):x}" for char in gram)
        for i, (start, end) in enumerate(found):
            yield packed(f"search/{name}/{stem}.{i}.json", partial(_joined, gram, lists[start:end]))


def _joined(gram: str, lists: Iterable[Lists]) -> bytes:
    return as_json(" ".join(one.get(gram, "") for one in lists))


def _small(name: str, lists: Sequence[Lists], grams: Iterable[str], buckets: int) -> Iterator[File]:
    held: dict[int, list[str]] = defaultdict(list)
    for gram in sorted(grams):
        held[bucket_of(gram, buckets)].append(gram)
    for bucket in range(buckets):
        yield packed(f"search/{name}/{bucket}.json", partial(_bucket, held[bucket], lists))


def _bucket(grams: Iterable[str], lists: Sequence[Lists]) -> bytes:
    return as_json(
        {gram: " ".join(one.get(gram, "") for one in lists).rstrip(" ") for gram in grams}
    )
