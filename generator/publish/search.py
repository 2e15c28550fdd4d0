"""The full text of all records: two indexes, and the words around a match.

There are two indexes over records numbered newest first: `heads` (numbers,
title, parties, place, field, grades, decisions) and `texts` (all else that the page says), and
`said/<n>.json`, a few records each, for the words around a match.
"""

from collections.abc import Iterator, Sequence

from generator.publish import folding, index, streets, texts
from generator.publish.columns import as_json
from generator.publish.folding import fold
from generator.publish.lists import address, place_name, row
from generator.publish.postings import FIELD, MARK
from generator.publish.press import File, Press
from generator.publish.result import outcomes
from generator.publish.saying import street_words
from generator.records.digest import Digest
from generator.vocabulary import label

# Where in `heads` the title begins, and where parties, place and field do: a
# match is ranked by its place.
TITLE, NAMES = 192, 320
SAID = 4


def heads(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """The index of what a record is known by."""
    yield from index.files("heads", [_head(press, one) for one in digests])


def words(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """The index of all else that the pages say."""
    yield from index.files("texts", [FIELD.join(texts.fields(one.said)) for one in digests])


def shown(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """What results show, a few records a file."""
    for start in range(0, len(digests), SAID):
        few = b",".join(_shown(press, one) for one in digests[start : start + SAID])
        yield File(f"search/said/{start // SAID}.json", b"[" + few + b"]")


def table(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
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


def _shown(press: Press, digest: Digest) -> bytes:
    """A record as a result shows it, with each text where it first stands."""
    line = row(press, digest)
    shown = {
        "id": digest.id,
        "href": address(digest),
        "title": line.title,
        "says": line.says,
        "heads": [*numbers(digest), *names(press, digest)],
        "fictional": int(digest.fictional),
        "sample": int(digest.sample),
        "withdrawn": int(digest.withdrawn),
    }
    return as_json(shown)[:-1] + b',"said":' + texts.unpack(digest.said) + b"}"
