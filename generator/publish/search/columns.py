"""Tables as columns: dictionary-encoded, in parts, so that a browser loads the newest first.

    search/<list>/index.json       the parts with their counts, labels, how many rows are real
    search/<list>/<part>.json.gz   {"at": [number …], "words": {column: {words, rows}}, "plain": {column: […]}}

`at` numbers the rows of all parts in the order of the list: real ones first, newest first.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from generator.publish.data.packed import gzipped
from generator.publish.press import File, Later
from generator.publish.remembered import Memory

VERSION = 2

# A digest, a notice, a party: what the columns of the table take.
Row = Any


class Table(NamedTuple):
    """The columns of a list: words that repeat and are counted, and plain values."""

    name: str
    words: Mapping[str, Callable[[Row], Iterable[str]]]
    plain: Mapping[str, Callable[[Row], Any]]
    part: Callable[[Row], str]
    is_real: Callable[[Row], bool]


def files(table: Table, rows: Sequence[Row], memory: Memory, **more: Any) -> Iterator[File]:
    """The parts of a table, then its index, which holds `more` too."""
    parts: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for at, row in enumerate(rows):
        parts[table.part(row)].append((at, row))
    made = {
        part: memory.kept((table.name, part), held, partial(_coded_part, table, held))
        for part, held in parts.items()
    }
    for part, data in made.items():
        yield packed(f"search/{table.name}/{part}.json", partial(bytes, data))
    index = {
        "version": VERSION,
        "edition": edition(made.values()),
        "real": sum(map(table.is_real, rows)),
        "parts": [{"name": one, "count": len(parts[one])} for one in sorted(parts, reverse=True)],
        **more,
    }
    yield File(f"search/{table.name}/index.json", as_json(index))


def edition(pieces: Iterable[bytes]) -> str:
    """A sign of these bytes, for the addresses of files that belong together.

    A browser keeps some files of the last edition: with the sign in their
    address it never reads them beside new ones.
    """
    sign = sha256()
    for piece in pieces:
        sign.update(piece)
    return sign.hexdigest()[:12]


def as_json(given: Any) -> bytes:
    """JSON without spaces."""
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode()


def packed(path: str, make: Callable[[], bytes]) -> File:
    """A file that scripts read, packed: not every host packs what it sends, and none what it stores."""
    return File(f"{path}.gz", Later(lambda: b"".join(gzipped([make()]))))


def _coded_part(table: Table, held: list[tuple[int, Row]]) -> bytes:
    return as_json(_columns(table, held))


def _columns(table: Table, held: list[tuple[int, Row]]) -> dict[str, Any]:
    rows = [row for _, row in held]
    return {
        "at": [at for at, _ in held],
        "words": {name: _coded(map(column, rows)) for name, column in table.words.items()},
        "plain": {name: [column(row) for row in rows] for name, column in table.plain.items()},
    }


def _coded(rows: Iterable[Iterable[str]]) -> dict[str, Any]:
    codes: dict[str, int] = {}
    coded = [[codes.setdefault(word, len(codes)) for word in dict.fromkeys(row)] for row in rows]
    return {"words": list(codes), "rows": coded}
