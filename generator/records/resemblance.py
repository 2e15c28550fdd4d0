"""Parties whose names are nearly the same: asked about until they are known to be two."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.records import doubts
from generator.records.finding import PRINTED, Finding, confirmation
from generator.records.model.party import PartyRecord
from generator.records.places import Divisions
from generator.records.quoting import shown
from generator.records.reading import Read

_ID = "MG-1"
_NOISE = re.compile(r"[\W_]+")
# No organisation has a longer name; every sign of it makes a signature.
_LONGEST = 100


def questions(
    reads: Iterable[Read], divisions: Divisions, asked: Mapping[str, doubts.Names]
) -> Iterator[Finding]:
    """Asks about parties whose names differ by one character or by signs only.

    Two different credit codes, or two places apart, are two organisations:
    then nothing is asked. A confirmation that answers no question is asked about:
    none about the names, and none of those that were `asked` about a party besides.
    """
    held = {read.filed.stem: read for read in reads if read.filed}
    groups = _Groups(held, divisions)
    answered: set[frozenset[str]] = set()
    used: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for stem, read in held.items():
        for other in _confirmed(read):
            if other in held and groups.may_be_one(stem, other):
                answered.add(frozenset({stem, other}))
                used[stem].add((_ID, other))
    for first, second in groups.pairs(answered):
        yield _asked(held[first], held[second])
    for stem, read in held.items():
        yield from doubts.idle(read, [*sorted(used[stem]), *asked.get(stem, ())])


class _Groups:
    """The parties by what is left of their names when one character goes."""

    def __init__(self, held: dict[str, Read], divisions: Divisions) -> None:
        self._parties = {stem: _party(read) for stem, read in held.items()}
        self._divisions = divisions
        self._signs = {stem: _signatures(_core(one.name)) for stem, one in self._parties.items()}

    def may_be_one(self, first: str, second: str) -> bool:
        """Whether two parties have like names and nothing shows that they are two."""
        one, other = self._parties[first], self._parties[second]
        if first == second or (one.credit_code and other.credit_code):
            return False
        apart = (
            one.division
            and other.division
            and self._divisions.are_apart(one.division, other.division)
        )
        return not apart and not self._signs[first].isdisjoint(self._signs[second])

    def pairs(self, answered: set[frozenset[str]]) -> Iterator[tuple[str, str]]:
        """The pairs to ask about, each party with at most twenty of those before it."""
        groups: dict[str, list[str]] = defaultdict(list)
        for stem, signs in self._signs.items():
            for sign in signs:
                groups[sign].append(stem)
        seen, asked = set(answered), Counter[str]()
        for group in groups.values():
            for first, second in self._candidates(group, asked) if len(group) > 1 else ():
                pair = frozenset({first, second})
                if pair not in seen:
                    seen.add(pair)
                    asked[second] += 1
                    yield first, second

    def _candidates(self, group: list[str], asked: Counter[str]) -> Iterator[tuple[str, str]]:
        """The pairs of a group that may be one, found by code and place, not by trying all."""
        before: dict[tuple[bool, str], list[str]] = defaultdict(list)
        for second in group:
            party = self._parties[second]
            earlier = (first for key in self._partners(party) for first in before[key])
            for first in earlier:
                if asked[second] >= PRINTED:
                    break
                yield first, second
            for place in self._places(party):
                before[bool(party.credit_code), place].append(second)

    def _partners(self, party: PartyRecord) -> Iterator[tuple[bool, str]]:
        """Where those stand that may be this party: two codes, or two places, are two."""
        around = self._around(party)
        wanted = ["*", *around, f"in {party.division}"] if around else ["all"]
        for coded in (False,) if party.credit_code else (False, True):
            yield from ((coded, key) for key in wanted)

    def _places(self, party: PartyRecord) -> Iterator[str]:
        """Where a party stands: without a place, at its place, inside those around it."""
        around = self._around(party)
        yield "all"
        yield around[0] if around else "*"
        yield from (f"in {code}" for code in around[1:])

    def _around(self, party: PartyRecord) -> list[str]:
        return self._divisions.upwards(party.division) if party.division else []


def _party(read: Read) -> PartyRecord:
    assert read.filed
    record: PartyRecord = read.filed.record
    return record


def _confirmed(read: Read) -> Iterator[str]:
    portal = _party(read).portal
    return (one.at for one in (portal.confirmed if portal else ()) if one.id == _ID)


def _core(name: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", name)).casefold()


def _signatures(name: str) -> set[str]:
    if len(name) > _LONGEST:
        return {name}
    return {name} | {name[:i] + name[i + 1 :] for i in range(len(name))}


def _asked(first: Read, second: Read) -> Finding:
    one, other = first.filed, second.filed
    assert one
    assert other
    return second.finding(
        _ID,
        ("name",),
        f"“{shown(other.record.name)}” 与 {one.path} 的 “{shown(one.record.name)}” 很像；若是同一家，请合成一个文件；"
        f"若不是，请写 {confirmation(_ID, one.stem)}",
    )
