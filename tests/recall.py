"""What search must find: queries over a set of records, and a plain scan that answers them.

The scan knows nothing of indexes: it folds every field of every record and
looks whether the folded query stands in one of them.
"""

import random
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.edition import crew, shelf
from generator.edition.comparison import compare
from generator.edition.crew import Job
from generator.edition.stamps import Stamps
from generator.publish import site
from generator.publish.chrome import shell
from generator.publish.chrome.shell import Chrome, Shell
from generator.publish.pages.lists import newest_first
from generator.publish.press import set_up
from generator.publish.search import fulltext, passages
from generator.publish.search.folding import _mapping, fold
from generator.records import known
from generator.records.survey import survey
from tests.shipped import ROOT

ON = date(2026, 11, 23)
TERMS = Path(__file__).with_name("terms.txt").read_text("utf-8").split()


class Record(NamedTuple):
    """A record as a scan sees it; folded fields, joined by what no query holds."""

    heads: str
    all: str
    title: str
    texts: list[str]
    names: list[str]
    numbers: list[str]


class Held(NamedTuple):
    """Some records with their index on disk, numbered as the index numbers them."""

    records: list[Record]
    folder: Path


def hold(root: Path, out: Path) -> Held:
    """Index the records of a repository as an edition does, without its lists."""
    chrome = Chrome(
        defaultdict(lambda: Shell("", "", "", "https://portal.example/")), shell.settings(ROOT)
    )
    found = survey(root)
    press = set_up(chrome, known.load(root, found, ON)[0], ON)
    job = Job(root, press.known, Stamps(press, out))
    digests = newest_first(compare(press.known, crew.gather(job, found).digests)[0])
    for name, publish in site.SECTIONS.items():
        if name.startswith("search/"):
            shelf.put(out, publish(press, digests, press.page_size))
    return Held([_record(press, one) for one in digests], out)


def _record(press, digest) -> Record:
    numbers, names = fulltext.numbers(digest), fulltext.names(press, digest)
    said = passages.fields(digest.said)
    heads = [*numbers, digest.title, *names]
    return Record(_joined(heads), _joined([*heads, *said]), digest.title, said, names, numbers)


def _joined(fields) -> str:
    return "\n".join(map(fold, fields))


def words_of(query: str) -> list[str]:
    """Words stand apart; what stands whole between quotation marks is one."""
    found = re.finditer(r"(?<!\S)[\"“]([^\"“”]+)[\"”](?!\S)|\S+", query)
    return [one[1] or one[0] for one in found]


def answer(held: Held, query: str) -> list[int]:
    """The records that hold every word of the query; one character is looked up in heads alone."""
    words = [word for word in map(fold, words_of(query)) if word]
    return [
        number
        for number, record in enumerate(held.records)
        if all(word in (record.all if len(word) > 1 else record.heads) for word in words)
    ]


def queries(held: Held, pieces: int, numbers: int) -> list[str]:
    """The terms of the law, every name, up to so many numbers, and so many random pieces."""
    rng = random.Random(20261122)
    names = {name: None for record in held.records for name in record.names}
    known = list({number: None for record in held.records for number in record.numbers})
    some = rng.sample(known, numbers) if len(known) > numbers else known
    found = dict.fromkeys([*TERMS, *names, *some])
    least = len(found) + pieces
    while len(found) < least:
        found[_piece(rng, held)] = None
    return list(found)


def _piece(rng: random.Random, held: Held) -> str:
    """Two to twelve characters of a title or text, at times written otherwise, two, or one."""
    record = rng.choice(held.records)
    text = rng.choice([record.title, *record.texts])
    length = rng.randint(2, 12)
    begin = rng.randrange(max(1, len(text) - length + 1))
    piece = " ".join(text[begin : begin + length].split())
    match rng.randrange(10):
        case 0:
            return rng.choice(fold(text) or "的")
        case 1 | 2:
            return "".join(rng.choice(_VARIANTS.get(char, [char])) for char in piece)
        case 3:
            other = rng.choice(record.texts or [record.title])[:4]
            return f"{piece} {other}"
        case 4:
            # Something near that may well be nowhere.
            return piece[::-1]
        case _:
            return piece if fold(piece) else record.title


# By folded character: all ways to write it.
_VARIANTS: dict[str, list[str]] = defaultdict(list)
for _code, _to in _mapping().items():
    if len(_to) == 1:
        _VARIANTS[_to].append(chr(_code))
