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
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from generator.publish.press import File
from generator.publish.remembered import Memory
from generator.publish.search import heap
from generator.publish.search.columns import as_json, edition, packed
from generator.publish.search.heap import Heap
from generator.publish.search.postings import FIELD, MARK, postings

SEGMENT = 512
# Bytes: a bucket is near one, a common gram has files of its own beyond the other.
BUCKET, BIG, PART = 32_000, 24_000, 64_000
MOST_BUCKETS = 1024

Lists = dict[str, str]
Of = TypeVar("Of")


class Piece(NamedTuple, Generic[Of]):
    """The records of one segment: how many are older, what they are made of, how their texts are had."""

    older: int
    of: Sequence[Of]
    texts: Callable[[], Sequence[str]]


class Segment(NamedTuple):
    """The postings of some records by the finest buckets, and a sign of their texts."""

    records: int
    lists: Sequence[Lists]
    sign: bytes


def cut(records: Sequence[Of]) -> Iterator[tuple[int, Sequence[Of]]]:
    """The segments of all records, newest first, each with how many are older than its own.

    Cut from the oldest on: a new record changes the first segment, which is not full, and no other.
    """
    first = len(records) % SEGMENT
    for start in range(first - SEGMENT if first else 0, len(records), SEGMENT):
        end = start + SEGMENT
        yield len(records) - end, records[max(0, start) : end]


def files(
    name: str, pieces: Iterable[Piece[Any]], memory: Memory, room: Path | None = None
) -> Iterator[File]:
    """All files of one index over the texts of all records, newest first.

    With `room`, a folder on disk, the postings wait there, so that no more than one segment is in
    memory; then each file is to be written before the next is asked for.
    """
    with heap.opened(room) as laid:
        yield from _files(name, pieces, memory, laid)


def _files(
    name: str, pieces: Iterable[Piece[Any]], memory: Memory, laid: Heap | None
) -> Iterator[File]:
    segments: list[Segment] = []
    sizes = Counter[str]()
    for one in pieces:
        # Known by how many are older: those stay where they are when a record is new.
        made = memory.kept((name, one.older), one.of, partial(_segment, one))
        for some in made.lists:
            sizes.update({gram: len(text) + 1 for gram, text in some.items()})
        segments.append(made._replace(lists=laid.put(made.lists)) if laid else made)
    lists = [one.lists for one in segments]
    big = {gram for gram, size in sizes.items() if size > BIG}
    buckets = _buckets(sum(size + 8 for size in sizes.values() if size <= BIG))
    starts: dict[str, list[int]] = {}
    yield from _big(name, lists, big, starts)
    for bucket in range(buckets):
        make = partial(_bucket, lists, range(bucket, MOST_BUCKETS, buckets), big)
        yield packed(f"search/{name}/{bucket}.json", make)
    index = {
        "edition": edition(one.sign for one in segments),
        "docs": [one.records for one in segments],
        "buckets": buckets,
        "big": dict(sorted(starts.items())),
    }
    yield File(f"search/{name}/index.json", as_json(index))


def _segment(piece: Piece[Any]) -> Segment:
    texts = piece.texts()
    # The marks between fields are no characters that can be written.
    signed = (f"{one.replace(FIELD, chr(10)).replace(MARK, chr(9))}\0".encode() for one in texts)
    lists: list[Lists] = [{} for _ in range(MOST_BUCKETS)]
    for gram, text in postings(texts).items():
        lists[bucket_of(gram, MOST_BUCKETS)][gram] = text
    return Segment(len(texts), lists, edition(signed).encode())


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
    name: str, lists: Sequence[Sequence[Lists]], big: Iterable[str], starts: dict[str, list[int]]
) -> Iterator[File]:
    """The files of common grams; what segment each of their parts begins with goes into `starts`."""
    at = defaultdict(list)
    for gram in sorted(big):
        at[bucket_of(gram, MOST_BUCKETS)].append(gram)
    for finest, grams in at.items():
        some = [one[finest] for one in lists]
        for gram in grams:
            parts = list(_parts(gram, some))
            starts[gram] = [start for start, _ in parts]
            stem = "-".join(f"{ord(char):x}" for char in gram)
            for i, (start, end) in enumerate(parts):
                make = partial(_joined, gram, some[start:end])
                yield packed(f"search/{name}/{stem}.{i}.json", make)


def _joined(gram: str, lists: Iterable[Lists]) -> bytes:
    return as_json(" ".join(one.get(gram, "") for one in lists))


def _bucket(lists: Sequence[Sequence[Lists]], finest: Iterable[int], big: Container[str]) -> bytes:
    """The lists of a bucket: of all the finest that fall into it, gram after gram."""
    found: dict[str, str] = {}
    for one in finest:
        some = [each[one] for each in lists]
        for gram in {gram for each in some for gram in each if gram not in big}:
            found[gram] = " ".join(each.get(gram, "") for each in some).rstrip(" ")
    return as_json(dict(sorted(found.items())))
