"""The full text of all records: two indexes, and the words around a match.

There are two indexes over records numbered newest first: `heads` (numbers,
title, parties, place, field, grades, decisions) and `texts` (all else that the page says), and
`said/<n>.json.gz`, a few records each, for the words around a match:

    {"words": [what several places say], "records": [{…, "said": …}]}

In a record, where a text may stand, a number is one of the words.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.publish import laid, permalinks
from generator.publish.pages.lists import place_name, row
from generator.publish.press import File, Press
from generator.publish.project import streets
from generator.publish.project.result import outcomes
from generator.publish.project.saying import street_words
from generator.publish.search import folding, index, passages
from generator.publish.search.columns import as_json, packed
from generator.publish.search.folding import fold
from generator.publish.search.index import Piece
from generator.publish.search.postings import FIELD, MARK
from generator.records.digest import Digest
from generator.vocabulary import label

# Where in `heads` the title begins, and where parties, place and field do: a
# match is ranked by its place.
TITLE, NAMES = 192, 320
SAID = 4
# Of bytes: what is shorter costs less where it stands than by its number.
_SHORT = 2


def heads(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """The index of what a record is known by."""
    kept = press.memory.kept

    def piece(older: int, some: Iterable[Digest]) -> Piece[str]:
        texts = tuple(kept(("head", one.id), one, partial(_head, press, one)) for one in some)
        return Piece(older, texts, lambda: texts)

    pieces = (piece(*one) for one in index.cut(digests))
    yield from index.files("heads", pieces, press.memory, laid.room(digests))


def words(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """The index of all else that the pages say."""
    pieces = (_of_said(older, some) for older, some in index.cut(laid.said(digests)))
    yield from index.files("texts", pieces, press.memory, laid.room(digests))


def _of_said(older: int, packed: Sequence[bytes]) -> Piece[bytes]:
    return Piece(older, packed, lambda: [FIELD.join(passages.fields(one)) for one in packed])


def shown(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """What results show, a few records a file; what they say again and again once."""
    said = laid.said(digests)
    for start in range(0, len(digests), SAID):
        few = list(zip(digests[start : start + SAID], said[start : start + SAID], strict=True))
        yield packed(f"search/said/{start // SAID}.json", partial(_few, press, few))


def _few(press: Press, few: Iterable[tuple[Digest, bytes]]) -> bytes:
    return as_json(shared([_shown(press, *one) for one in few]))


def shared(records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Records as they lie in a file: labels above all stand in each of them many times."""
    counted = Counter(text for one in records for text in _texts(one))
    words = [text for text, n in counted.most_common() if n > 1 and len(text) > _SHORT]
    numbers = {text: at for at, text in enumerate(words)}
    return {"words": words, "records": [_numbered(one, numbers) for one in records]}


def table(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """The table both sides fold with."""
    yield File("search/folding.json", folding.TABLE.read_bytes())


def numbers(digest: Digest) -> list[str]:
    """What identifies a record: an exact one is the best match of all."""
    return [digest.id, *(() if digest.withdrawn else digest.numbers)]


def names(press: Press, digest: Digest) -> list[str]:
    """Who, where, which field, for whom, how, how graded, what was decided: what it is known by."""
    if digest.withdrawn:
        return []
    found = [role.name for role in digest.roles if role.name]
    found.append(place_name(press, digest))
    found += [label("field", digest.field)] if digest.field else []
    found += [label("target_group", group) for group in digest.target_groups]
    found += [label("method", method) for method in digest.methods]
    found += besides(press, digest)
    return list(dict.fromkeys(found))


def besides(press: Press, digest: Digest) -> list[str]:
    """Grades, decisions, streets as others write them: in no column that is shown."""
    return [*outcomes(digest, press.directory), *_streets(press, digest)]


def _streets(press: Press, digest: Digest) -> Iterator[str]:
    return street_words(streets.named(digest, press.known.divisions))


def _head(press: Press, digest: Digest) -> str:
    """The fields of a head at fixed places; what has no room comes after the names."""
    identified, rest = _fit([f"{MARK}{fold(one)}{MARK}" for one in numbers(digest)], TITLE)
    title, more = _fit([fold(digest.title)], NAMES - TITLE)
    known = map(fold, names(press, digest))
    return identified + title + FIELD.join([*known, *rest, *more])


def _fit(fields: Sequence[str], room: int) -> tuple[str, list[str]]:
    """The fields that fit, filled up to the room, and those that do not."""
    held, rest = "", []
    for field in fields:
        if len(held) + len(field) < room:
            held += field + FIELD
        else:
            rest.append(field)
    return held.ljust(room, FIELD), rest


def _texts(record: Mapping[str, Any]) -> Iterator[str]:
    """Every text of a record that may stand in another place too."""
    yield from record["says"]
    yield from record["heads"]
    for _, title, flat, within in record["said"]:
        yield title
        yield from flat
        yield from within[1::2]


def _numbered(record: Mapping[str, Any], numbers: Mapping[str, int]) -> dict[str, Any]:
    """A record with the numbers of words in their places."""

    def put(texts: Iterable[Any]) -> list[Any]:
        return [numbers.get(text, text) for text in texts]

    # Of what tells where a text stands only every second is one; no number is a text.
    said = [
        [anchor, *put((title,)), put(flat), put(within)]
        for anchor, title, flat, within in record["said"]
    ]
    return {**record, "says": put(record["says"]), "heads": put(record["heads"]), "said": said}


def _shown(press: Press, digest: Digest, said: bytes) -> dict[str, Any]:
    """A record as a result shows it, with each text where it first stands."""
    line = row(press, digest)
    return {
        "id": digest.id,
        "href": permalinks.of(digest),
        "title": line.title,
        "says": line.says,
        "heads": [*numbers(digest), *names(press, digest)],
        "fictional": int(digest.fictional),
        "sample": int(digest.sample),
        "withdrawn": int(digest.withdrawn),
        "said": json.loads(passages.unpack(said)),
    }
