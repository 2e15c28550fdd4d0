"""One result seen among all projects: what earlier records say about those chosen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from generator.law.doubt import Doubt
from generator.law.locality import Line, Locality, locality
from generator.law.rule import PURCHASES, Rule
from generator.law.telling import cited
from generator.law.verdict import Compared, Outcome, Rest, Unsure, Verdict
from generator.records.digest import Crossing, Days, Mark, Measure, Role, Win
from generator.records.grounds import Grounds
from generator.records.known import Known
from generator.records.model.party import PartyRecord

What = TypeVar("What", Mark, Measure)
_CITY = 4
# Grants and money of a community are no purchases, where somebody says that they are that.
_BOUGHT = frozenset({*PURCHASES, None})
_NONE = (Decimal(0), 0)
_BOUGHT_BY, _DECIDED_BY = "purchaser", "decided_by"
_WIDE = frozenset({"central", "province", "city"})


class Seen(NamedTuple, Generic[What]):
    """A mark or a measure about one supplier, and the project it stands in."""

    supplier: str
    what: What
    digest: Crossing


@dataclass(slots=True)
class Archive:
    """What the projects say about suppliers and purchasers, found by them."""

    known: Known
    marks: dict[str, list[Seen[Mark]]] = field(default_factory=lambda: defaultdict(list))
    measures: dict[str, list[Seen[Measure]]] = field(default_factory=lambda: defaultdict(list))
    unbid: dict[tuple[str, ...], tuple[Decimal, int]] = field(default_factory=dict)
    alike: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, digest: Crossing) -> None:
        """Take one project in."""
        bought = _is_bought(digest)
        for mark in digest.marks if bought else ():
            for id in mark.suppliers:
                self.marks[id].append(Seen(id, mark, digest))
        # A loose decision belongs to no project, so to no grant either.
        for measure in digest.measures if bought or digest.loose else ():
            for id in measure.suppliers:
                self.measures[id].append(Seen(id, measure, digest))
        if (key := purchase(digest)) and not set(digest.methods) & {"open-tender", "framework"}:
            self.alike[digest.id] = key
            # Total and number are kept, so that each of a thousand asks for no list.
            if digest.budget is not None:
                total, count = self.unbid.get(key, _NONE)
                self.unbid[key] = total + digest.budget, count + 1

    def heard(self, digest: Crossing) -> tuple[Any, ...]:
        """All of the archive that can be heard of the results of a project, and the project."""
        chosen = sorted({id for win in digest.wins for id in win.suppliers})
        about = [(self.marks.get(id), self.measures.get(id)) for id in chosen]
        return digest, about, self.unbid.get(self.alike.get(digest.id, ()))


def _is_bought(digest: Crossing) -> bool:
    return not digest.loose and digest.stated_regime in _BOUGHT


def purchase(digest: Crossing) -> tuple[str, ...] | None:
    """Who bought in which year in which field; None where that is not stated."""
    buyers = {role.id for role in digest.roles if role.key == _BOUGHT_BY and role.id}
    bought = _is_bought(digest) and digest.stage != "ended"
    if len(buyers) != 1 or not digest.field or not digest.methods or not bought:
        return None
    return *buyers, digest.year, digest.field


@dataclass(slots=True)
class View:
    """One rule on one result and lot, among the archive."""

    rule: Rule
    digest: Crossing
    win: Win
    archive: Archive
    used: list[Seen[Any]] = field(default_factory=list)

    @property
    def days(self) -> Days:
        """The first and the last day on which they may have been chosen. Raises Unsure."""
        if self.win.days is None:
            raise Unsure("date", "没有看到结果公告的日期")
        return self.win.days

    @property
    def on(self) -> date:
        """The one day of the choice. Raises Unsure."""
        day = self.win.on or self.win.noticed
        if day is None or day.day is None:
            raise Unsure("date", "确定供应商的日期不完整")
        return day.day

    @property
    def place(self) -> Locality:
        """What holds where the project lies."""
        return locality(self.digest.division, self.archive.known, self.digest.service_kind)

    @property
    def grounds(self) -> list[Grounds]:
        """What the verdict rests on: the result, and what was used beside it."""
        return [self.win.grounds, *(one.what.grounds for one in self.used)]

    def is_before(self, days: Days | None) -> bool:
        """Whether something was surely done before the choice."""
        return days is not None and days[1] < self.days[0]

    def is_after(self, days: Days | None) -> bool:
        """Whether something was surely done after the choice."""
        return days is not None and days[0] > self.days[1]

    def marks_by_supplier(self) -> list[list[Seen[Mark]]]:
        """The evaluations of each of those chosen, in the same city."""
        near = list(self._near(self.archive.marks))
        return [[seen for seen in near if seen.supplier == id] for id in self.win.suppliers]

    def measures(self) -> list[Seen[Measure]]:
        """Decisions about those chosen, in the same city."""
        return list(self._near(self.archive.measures))

    def reaches_here(self, seen: Seen[Measure]) -> bool:
        """Whether who decided surely decides here too: for the whole city, or for this place."""
        here, there = self.digest.division, seen.digest.division
        deciders = [one for one in self._deciders(seen) if one.level]
        if any(one.level in _WIDE for one in deciders):
            return True
        if deciders:
            return all((one.division or there) == here for one in deciders)
        return there in {here, f"{here[:_CITY]}00"}

    def named(self, seen: Seen[What]) -> str:
        """The name of the supplier."""
        return self._name(seen.supplier) or seen.supplier

    def kind(self, seen: Seen[What]) -> str:
        """What kind of body the supplier is, by its file."""
        party = self.archive.known.parties.get(seen.supplier)
        return str(party.record.type) if party else ""

    def chosen(self, seen: Seen[What]) -> str:
        """甲于2026年3月2日被选中; where only the notice has a day, 甲由2026年3月4日的公告公布选中"""
        name, on, noticed = self.named(seen), self.win.on, self.win.noticed
        if on:
            return f"{name}于{on.chinese}被选中"
        return f"{name}由{noticed.chinese if noticed else '没有日期'}的公告公布选中"

    def decided_by(self, seen: Seen[What]) -> str:
        """Who decided it, as its notice says; empty where that is not stated."""
        who = (self._name(one.id) or one.name for one in self._roles(seen))
        return "、".join(dict.fromkeys(filter(None, who)))

    def uses(self, *seen: Seen[Any]) -> None:
        """What the verdict rests on besides the result itself."""
        self.used += seen

    def unbid(self) -> tuple[Decimal, int, Line | None]:
        """Total and number of like purchases without open tender, and the threshold of the buyer."""
        key = self.archive.alike.get(self.digest.id)
        if key is None:
            return *_NONE, None
        buyer = self.archive.known.parties.get(key[0])
        level = buyer.record.level if buyer else None
        line = self.place.threshold_for("open-tender", self.on, level)
        return *self.archive.unbid.get(key, _NONE), line

    def met(self, sentence: str, *compared: Compared) -> Verdict:
        """The article is kept."""
        return self.found(Outcome.MET, sentence, *compared)

    def not_met(self, ref: str, said: str, *compared: Compared) -> Verdict:
        """The article is not kept."""
        return self.found(Outcome.NOT_MET, f"{said}；{cited(ref, '')}", *compared)

    def cannot_tell(self, doubt: Doubt, *compared: Compared) -> Verdict:
        """Nothing can be said, and why."""
        return self.found(Outcome.CANNOT_TELL, doubt.sentence, *compared, why=doubt.why)

    def found(self, outcome: Outcome, sentence: str, *compared: Compared, why: str = "") -> Verdict:
        """The verdict about the result, with the notices it rests on."""
        rests = tuple(dict.fromkeys(_rest(one.digest, one.what.stem) for one in self.used))
        lot = self.win.lot if self.rule.by_lot else ""
        stem = self.win.stem
        refs = self.rule.refs
        return Verdict(self.rule.id, outcome, stem, (), compared, sentence, why, lot, rests, refs)

    def _deciders(self, seen: Seen[What]) -> list[PartyRecord]:
        known = self.archive.known.parties
        return [known[one.id].record for one in self._roles(seen) if one.id and one.id in known]

    def _roles(self, seen: Seen[What]) -> Iterator[Role]:
        roles = (one for one in seen.digest.roles if one.stem == seen.what.stem)
        return (one for one in roles if one.key == _DECIDED_BY)

    def _name(self, id: str | None) -> str | None:
        party = self.archive.known.parties.get(id or "")
        return party.record.name if party else None

    def _near(self, held: dict[str, list[Seen[What]]]) -> Iterator[Seen[What]]:
        # Only organisations on file: nothing is merged by the likeness of names.
        for id in self.win.suppliers:
            for seen in held.get(id, ()) if id in self.archive.known.parties else ():
                if seen.digest.division[:_CITY] == self.digest.division[:_CITY]:
                    yield seen


def _rest(digest: Crossing, stem: str) -> Rest:
    title = next((line.title for line in digest.notices if line.stem == stem), stem)
    return Rest(digest.id, stem, title, digest.title, digest.loose)


def archive(digests: Iterable[Crossing], known: Known) -> Archive:
    """All projects that were not withdrawn, by supplier and by purchaser."""
    found = Archive(known)
    for digest in digests:
        if not digest.withdrawn:
            found.add(digest)
    return found
