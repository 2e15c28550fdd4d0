"""What people may mean by a word that no record has: offered beside an empty list, never applied.

`search/records/likely.json`: `words`, of each value of a facet what people say for it, and
`places`, of each place with records the names of those inside it that have none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from generator.publish.press import File, Press
from generator.publish.search.columns import as_json
from generator.records.digest import Digest
from generator.vocabulary import asked

_HELD: dict[str, Callable[[Digest], Iterable[str]]] = {
    "target_group": lambda one: one.target_groups,
    "field": lambda one: [one.field] if one.field else [],
    "method": lambda one: one.methods,
    "kind": lambda one: [line.kind for line in one.notices],
}


def file(press: Press, digests: Iterable[Digest]) -> File:
    """The only file; it holds nothing that choosing would not find."""
    shown = [one for one in digests if not one.withdrawn]
    places = _places(press, {one.division for one in shown})
    said = {"words": list(_words(shown)), "places": sorted(places.items())}
    return File("search/records/likely.json", as_json(said))


def _words(digests: Iterable[Digest]) -> Iterator[tuple[str, str, str]]:
    held = {(name, key) for one in digests for name, of in _HELD.items() for key in of(one)}
    for name in _HELD:
        for key, words in asked(name).items():
            if (name, key) in held:
                yield name, key, " ".join(words)


def _places(press: Press, held: Iterable[str]) -> dict[str, str]:
    divisions = press.known.divisions
    reached = {one.code for code in held for one in divisions.lineage(code)}
    below: dict[str, list[str]] = defaultdict(list)
    for code in sorted(divisions.by_code):
        around = [one.code for one in divisions.lineage(code)]
        nearest = next((one for one in reversed(around) if one in reached), None)
        if nearest and code not in reached and around[-1:] == [code]:
            below[nearest].append(divisions.by_code[code].name)
    return {code: " ".join(dict.fromkeys(names)) for code, names in below.items()}
