"""One result seen among all projects: what earlier records say about those chosen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from generator.law.locality import Locality, locality
from generator.law.verdict import Compared, Outcome, Rest, Unsure, Verdict
from generator.records.digest import Digest, Mark, Measure, Win
from generator.records.known import Known

What = TypeVar("What", Mark, Measure)
_CITY = 4
# Grants and money of a community are no purchases.
_BOUGHT = frozenset({"statutory", "below-limit", "unknown"})
_NONE = (Decimal(0), 0)
_DECIDED_BY = "decided_by"


class Seen(NamedTuple, Generic[What]):
    """A mark or a measure about one supplier, and the project it stands in."""

    supplier: str
    what: What
    digest: Digest

    @property
    def on(self) -> date:
        """Its day; the first of a month or year that is all it says."""
        assert self.what.on
        return self.what.on.first


@dataclass(slots=True)
class Archive:
    """What the projects say about suppliers and purchasers, found by them."""

    known: Known
    marks: dict[str, list[Seen[Mark]]] = field(default_factory=lambda: defaultdict(list))
    measures: dict[str, list[Seen[Measure]]] = field(default_factory=lambda: defaultdict(list))
    unbid: dict[tuple[str, ...], tuple[Decimal, int]] = field(default_factory=dict)
    alike: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, digest: Digest) -> None:
        """Take one project in."""
        bought = digest.regime in _BOUGHT
        for mark in digest.marks if bought else ():
            for id in mark.suppliers:
                self.marks[id].append(Seen(id, mark, digest))
        for measure in digest.measures:
            for id in measure.suppliers:
                self.measures[id].append(Seen(id, measure, digest))
        if (key := purchase(digest)) and not set(digest.methods) & {"open-tender", "framework"}:
            self.alike[digest.id] = key
            # Total and number are kept, so that each of a thousand asks for no list.
            if digest.budget is not None:
                total, count = self.unbid.get(key, _NONE)
                self.unbid[key] = total + digest.budget, count + 1


def purchase(digest: Digest) -> tuple[str, ...] | None:
    """Who bought in which year in which field; None where that is not stated."""
    buyers = [id for id, _ in digest.names("purchaser") if id]
    bought = digest.regime in _BOUGHT and digest.stage != "ended"
    if len(buyers) != 1 or not digest.field or digest.loose or not digest.methods or not bought:
        return None
    return buyers[0], digest.year, digest.field


@dataclass(slots=True)
class View:
    """One rule on one result, among the archive."""

    rule: str
    digest: Digest
    win: Win
    archive: Archive
    used: list[tuple[Digest, str]] = field(default_factory=list)
    sure: bool = True

    def __post_init__(self) -> None:
        self.sure = self.win.sure

    @property
    def on(self) -> date:
        """The day of the choice. Raises Unsure."""
        if self.win.on is None or self.win.on.day is None:
            raise Unsure("date", "确定供应商的日期不完整")
        return self.win.on.day

    @property
    def place(self) -> Locality:
        """What holds where the project lies."""
        return locality(self.digest.division, self.archive.known)

    def marks_by_supplier(self) -> list[list[Seen[Mark]]]:
        """The earlier evaluations of each of those chosen, in the same city."""
        earlier = [seen for seen in self._near(self.archive.marks) if self._is_earlier(seen.what)]
        return [[seen for seen in earlier if seen.supplier == id] for id in self.win.suppliers]

    def _is_earlier(self, mark: Mark) -> bool:
        return mark.on is not None and mark.on.last < self.on

    def measures(self) -> list[Seen[Measure]]:
        """Decisions about those chosen, in the same city."""
        return list(self._near(self.archive.measures))

    def named(self, seen: Seen[What]) -> str:
        """The name of the supplier."""
        return self._name(seen.supplier) or seen.supplier

    def decided_by(self, seen: Seen[What]) -> str:
        """Who decided it, as its notice says; empty where that is not stated."""
        roles = (one for one in seen.digest.roles if one.stem == seen.what.stem)
        who = (self._name(one.id) or one.name for one in roles if one.key == _DECIDED_BY)
        return "、".join(dict.fromkeys(filter(None, who)))

    def uses(self, *seen: Seen[What]) -> None:
        """What the verdict rests on besides the result itself."""
        self.used += [(one.digest, one.what.stem) for one in seen]
        self.sure = self.sure and all(one.what.sure for one in seen)

    def unbid(self) -> tuple[Decimal, int, Decimal | None]:
        """Total and number of like purchases without open tender, and the threshold."""
        key = self.archive.alike.get(self.digest.id)
        total, count = self.archive.unbid.get(key, _NONE) if key else _NONE
        threshold = self.place.threshold("open-tender", self.on) if key else None
        return total, count, threshold

    def found(self, outcome: Outcome, sentence: str, *compared: Compared, why: str = "") -> Verdict:
        """The verdict about the result, with the notices it rests on."""
        rests = tuple(dict.fromkeys(_rest(*one) for one in self.used))
        return Verdict(self.rule, outcome, self.win.stem, (), compared, sentence, why, rests=rests)

    def _name(self, id: str | None) -> str | None:
        party = self.archive.known.parties.get(id or "")
        return party.record.name if party else None

    def _near(self, held: dict[str, list[Seen[What]]]) -> Iterator[Seen[What]]:
        # Only organisations on file: nothing is merged by the likeness of names.
        for id in self.win.suppliers:
            for seen in held.get(id, ()) if id in self.archive.known.parties else ():
                if seen.digest.division[:_CITY] == self.digest.division[:_CITY]:
                    yield seen


def _rest(digest: Digest, stem: str) -> Rest:
    title = next((line.title for line in digest.notices if line.stem == stem), stem)
    return Rest(digest.id, stem, title, digest.title, digest.loose)


def archive(digests: Iterable[Digest], known: Known) -> Archive:
    """All projects that were not withdrawn, by supplier and by purchaser."""
    found = Archive(known)
    for digest in digests:
        if not digest.withdrawn:
            found.add(digest)
    return found
