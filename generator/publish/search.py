"""The columns that the explorer reads: one dictionary-encoded JSON file a year.

`search/years.json` names the years, newest first; `search/<year>.json` holds
for each column the distinct words and, a project, the indexes of its words.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.publish import windows
from generator.publish.lists import place_name, row
from generator.publish.press import File, Press
from generator.publish.windows import FOR_SUPPLIERS
from generator.records.digest import Digest
from generator.vocabulary import label, words

VERSION = 1
FACETS = ("field", "method")

Column = Callable[[Press, Digest], Iterable[str]]


def _divisions(press: Press, digest: Digest) -> list[str]:
    codes = [one.code for one in press.known.divisions.lineage(digest.division)]
    return codes or [digest.division]


WORDS: dict[str, Column] = {
    "purchaser": lambda press, one: [name for _, name in one.names("purchaser", "using_units")],
    "supplier": lambda press, one: [
        role.name for role in one.roles if role.name and press.directory.of(role) == "suppliers"
    ],
    "place": lambda press, one: [place_name(press, one)],
    "division": _divisions,
    "field": lambda press, one: [one.field] if one.field else [],
    "method": lambda press, one: one.methods,
    "stage": lambda press, one: [one.stage if one.covered else f"seen-{one.stage}"],
    "group": lambda press, one: [label("target_group", group) for group in one.target_groups],
}
PLAIN: dict[str, Callable[[Press, Digest], Any]] = {
    "id": lambda press, one: one.id,
    "title": lambda press, one: one.title,
    "numbers": lambda press, one: list(one.numbers),
    "says": lambda press, one: list(row(press, one).says),
    "day": lambda press, one: one.latest.isoformat() if one.latest else "",
    "sum": lambda press, one: _sum(one),
    "answer": lambda press, one: _last(one, True),
    "public": lambda press, one: _last(one, False),
    "fictional": lambda press, one: int(one.fictional),
    "withdrawn": lambda press, one: int(one.withdrawn),
}


def files(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """The columns of all projects, newest year first."""
    years: dict[str, list[Digest]] = defaultdict(list)
    for digest in digests:
        if not digest.loose:
            years[digest.year].append(digest)
    for year, found in years.items():
        yield File(f"search/{year}.json", _json(_columns(press, found)))
    yield File("search/years.json", _json(_index(press, years)))


def _index(press: Press, years: dict[str, list[Digest]]) -> dict[str, Any]:
    divisions = {
        code for found in years.values() for one in found for code in _divisions(press, one)
    }
    names = press.known.divisions
    return {
        "version": VERSION,
        "demo_on": press.demo_on.isoformat(),
        "years": [
            {"year": year, "count": len(years[year])} for year in sorted(years, reverse=True)
        ],
        "labels": {
            **{facet: {key: term.label for key, term in words(facet).items()} for facet in FACETS},
            "stage": _stages(),
            "division": {code: names.name(code) for code in sorted(divisions)},
        },
    }


def _stages() -> dict[str, str]:
    seen = {f"seen-{key}": term.label for key, term in words("stage_seen").items()}
    return {key: term.label for key, term in words("stage").items()} | seen


def _columns(press: Press, found: list[Digest]) -> dict[str, Any]:
    coded = {name: _coded(column(press, one) for one in found) for name, column in WORDS.items()}
    plain = {name: [column(press, one) for one in found] for name, column in PLAIN.items()}
    return {"count": len(found), "words": coded, "plain": plain}


def _coded(rows: Iterable[Iterable[str]]) -> dict[str, Any]:
    codes: dict[str, int] = {}
    rows_coded = [[codes.setdefault(word, len(codes)) for word in row] for row in rows]
    return {"words": list(codes), "rows": rows_coded}


def _last(digest: Digest, suppliers: bool) -> str:
    """The last day on which suppliers, or the public, may act; empty if unknown."""
    found = [one.until for one in windows.of(digest) if (one.kind in FOR_SUPPLIERS) is suppliers]
    return max(found).isoformat() if found else ""


def _sum(digest: Digest) -> float | None:
    # The explorer only sorts by it; the exact sum stands in `says` and on the page.
    given = digest.price.amount if digest.price else digest.budget
    return None if given is None else float(given)


def _json(given: Any) -> bytes:
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode()
