"""A project with its notices and its place: what the purchases in it are found by."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.law.corrected import is_only_worded, may_be_of_all, may_state
from generator.law.doubt import PLACE, Doubt, of_regime
from generator.law.locality import Locality, locality
from generator.law.memory import Memory
from generator.law.verdict import Unsure
from generator.records.contracts import Contracts
from generator.records.following import outcome_of
from generator.records.grounds import Asked, by_stem
from generator.records.known import Known
from generator.records.model.project import Project as ProjectRecord
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project, is_withdrawn
from generator.records.walk import telling

Value = TypeVar("Value")
# What others tell of a notice that is not on file.
RETOLD_TIER = "secondary"
# The lots of a round that no notice here names.
OTHERS = "?"
_UNKNOWN = object()
_INVITING = frozenset(telling("invitation"))


@dataclass(frozen=True)
class Case:
    """A project with its notices, or one loose notice, and the place it lies in."""

    filed: Filed | None
    notices: tuple[Filed, ...]
    place: Locality
    known: Known
    outcome: Outcome
    stems: Mapping[str, Filed] = field(default_factory=dict)
    asked: Asked = field(default_factory=dict)
    memory: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    # The project record; None for a loose notice.
    record: ProjectRecord | None = field(init=False, compare=False, repr=False)
    # By which rules was bought; None where nobody says it: a guess must not silence a rule.
    regime: str | None = field(init=False, compare=False, repr=False)
    # Whether any notice corrects another.
    has_corrections: bool = field(init=False, compare=False, repr=False)
    # By notice the items that were asked for in vain, in the order of the questions, those that
    # are not there by the one word for all, and those said not to be there, with the label under
    # which one seems to be (`unchecked`).
    unchecked: dict[str, dict[str, None]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    gone: dict[str, dict[str, str]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    labelled: dict[str, dict[str, str]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    # What was answered already, by notice and lot.
    answers: defaultdict[tuple[str, str | None], Memory] = field(
        default_factory=lambda: defaultdict(dict), compare=False, repr=False
    )

    def __post_init__(self) -> None:
        # Every rule asks for these.
        record = self.filed.record if self.filed else None
        object.__setattr__(self, "record", record)
        object.__setattr__(self, "regime", None if self.regime_doubt else record and record.regime)
        corrects = any(one.record.kind == "correction" for one in self.notices)
        object.__setattr__(self, "has_corrections", corrects)

    @property
    def books(self) -> frozenset[str]:
        """The local rule books that were ever in force at the place."""
        return self.place.books

    @cached_property
    def is_plain(self) -> bool:
        """Whether the kind of purchase is known, no notice is retold, and what each result became is clear."""
        retold = any(one.record.source.tier == RETOLD_TIER for one in self.notices)
        return self.regime_doubt is None and not self.outcome.unclear and not retold

    @cached_property
    def regime_doubt(self) -> Doubt | None:
        """Why it is not known which rules bind the purchase, if it is not."""
        said = self.filed.annotation("regime").basis if self.filed else None
        return of_regime(self.record.regime if self.record else None, said)

    @cached_property
    def is_framework(self) -> bool:
        """Whether a project of one round says anywhere that it is a framework agreement."""
        records = [one.record for one in (self.filed, *self.notices) if one]
        return len(self.rounds) < 2 and any(one.method == "framework" for one in records)

    @property
    def rounds(self) -> frozenset[int]:
        """The rounds that the notices name."""
        return self.outcome.rounds.named

    @property
    def covered(self) -> bool:
        """Whether somebody declared that all notices of the project are here."""
        return bool(self.record and self.record.coverage)

    def covers(self, day: date) -> bool:
        """Whether all notices from this day on are declared to be here."""
        since = self.record.coverage.since if self.record and self.record.coverage else None
        return since is not None and bool(since.last <= day)

    def holds_here(self, book: str, on: date) -> bool:
        """Whether a local rule book is in force at this place on this day.

        Raises Unsure where the place itself is only inferred.
        """
        return self.place.has(book, on) and self.is_placed()

    def is_placed(self) -> bool:
        """That the place is stated, before anything of it is used. Raises Unsure."""
        if self.filed and not self.filed.is_stated("division"):
            raise Unsure(*PLACE)
        return True

    def once(self, key: tuple[object, ...], make: Callable[[], Value]) -> Value:
        """What was made under this key, made the first time it is asked for.

        Rules ask the same of every notice; without a memory a project of a
        thousand notices is read a million times.
        """
        found = self.memory.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = self.memory[key] = make()
        told: Value = found
        return told

    def of_kind(self, *kinds: str) -> Sequence[Filed]:
        """The notices of these kinds, earliest first."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        if not any(kind in self._by_kind for kind in kinds):
            return ()
        return self.once(
            ("kind", kinds), lambda: [one for one in self.notices if one.record.kind in kinds]
        )

    @cached_property
    def _by_kind(self) -> Mapping[str, Sequence[Filed]]:
        found: dict[str, list[Filed]] = {}
        for one in self.notices:
            found.setdefault(one.record.kind, []).append(one)
        return found

    def naming(self, stem: str, *kinds: str) -> list[Filed]:
        """The notices of these kinds that refer to this one, earliest first."""
        named = self.once(("naming",), self._naming)
        return [one for one in named.get(stem, ()) if one.record.kind in kinds]

    def referred(self, filed: Filed, *kinds: str) -> list[Filed]:
        """The notices of these kinds that this one names, earliest first."""
        if not filed.record.refers:
            return []
        named = (self.stems.get(stem) for stem in dict.fromkeys(filed.record.refers))
        found = [one for one in named if one and one.record.kind in kinds]
        return sorted(found, key=self.order) if len(found) > 1 else found

    def corrections_of(self, notice: Filed) -> Sequence[Filed]:
        """The corrections of a notice: those that name it, or name nothing in its round."""
        if not self.has_corrections:
            return ()
        return self.once(("corrections", notice.stem), lambda: self._corrections_of(notice))

    def _corrections_of(self, notice: Filed) -> Sequence[Filed]:
        named, number = self.naming(notice.stem, "correction"), self.round(notice)
        same = self.same_round(notice, "correction")
        free = self.once(("free", number), lambda: [one for one in same if not one.record.refers])
        return sorted([*named, *free], key=self.order) if named else free

    def correcting(self, notice: Filed, lot: str | None, key: str) -> Sequence[Filed]:
        """The corrections of a notice about a lot that state a value, or tell of it; results left out."""
        every = self.corrections_of(notice)
        if not every:
            return ()
        named = bool(self.naming(notice.stem, "correction"))
        place = notice.stem if named else self.round(notice)
        return self.once(
            ("correcting", place, named, lot, key),
            lambda: [
                one
                for one in every
                if not self.outcome.is_result(one)
                and self._concerns(one, lot, key)
                and (may_state(one, key) or is_only_worded(one, key))
            ],
        )

    def _concerns(self, one: Filed, lot: str | None, key: str) -> bool:
        own = self.lots_of(one)
        return not lot or not own or lot in own or may_be_of_all(one, key)

    @cached_property
    def contracts(self) -> Contracts:
        """The contracts, and what rests on each."""
        return Contracts(self.notices, self.outcome)

    def lots_of(self, filed: Filed) -> frozenset[str]:
        """The lots that a notice names, or the one lot of all that a correction corrects."""
        if not self.has_lots:
            return frozenset()
        return self.once(("lots", filed.stem), lambda: self._lots_of(filed))

    def _lots_of(self, filed: Filed) -> frozenset[str]:
        own = self.outcome.lots.of(filed)
        if own or filed.record.kind != "correction":
            return own
        named = [self.stems[stem] for stem in filed.record.refers if stem in self.stems]
        every = {self.outcome.lots.of(one) for one in named}
        return every.pop() if len(every) == 1 and len(min(every)) == 1 else own

    @cached_property
    def has_lots(self) -> bool:
        """Whether any notice names a lot."""
        return any(map(self.outcome.lots.of, self.notices))

    def lots_around(self, filed: Filed) -> frozenset[str]:
        """All lots of the round of a notice."""
        if not self.has_lots:
            return frozenset()
        number = self.round(filed)
        return self.once(("lots around", number), lambda: self._lots_around(number))

    def _lots_around(self, number: int | None) -> frozenset[str]:
        around = [one for one in self.notices if self.round(one) == number]
        found = frozenset[str]().union(*map(self.lots_of, around))
        inviting = (one for one in around if one.record.kind in _INVITING)
        if len(found) == 1 and not any(map(self.lots_of, inviting)):
            # A result that names its one lot was one of several, which nobody lists here.
            return found | {OTHERS}
        return found

    def order(self, filed: Filed) -> int:
        """How many notices come before this one."""
        return self.once(("order",), lambda: {one.stem: i for i, one in enumerate(self.notices)})[
            filed.stem
        ]

    def same_round(self, filed: Filed, *kinds: str) -> Sequence[Filed]:
        """The notices of these kinds in the same round as this one.

        Where no notice of the project names a round, the project is one round.
        """
        rounds = self.outcome.rounds
        if not rounds.named:
            return self.of_kind(*kinds)
        number = rounds.of(filed)
        return self.once(
            ("same", number, kinds), lambda: rounds.within(number, self.of_kind(*kinds))
        )

    def round(self, filed: Filed) -> int | None:
        """The round a notice names, else the one round of all notices it refers to."""
        return self.outcome.rounds.of(filed)

    def _naming(self) -> Mapping[str, list[Filed]]:
        named: dict[str, list[Filed]] = defaultdict(list)
        for one in self.notices:
            for stem in dict.fromkeys(one.record.refers):
                named[stem].append(one)
        return named


def of_project(project: Project, known: Known) -> Case:
    """The case of a project, without what was withdrawn."""
    notices = project.shown.notices
    stems = {filed.stem: filed for filed in notices}
    place = locality(project.division, known, project.record.service_kind)
    outcome = outcome_of(notices, project.filed)
    asked = {**known.asked, **by_stem(project.open)}
    return Case(project.filed, notices, place, known, outcome, stems, asked)


def of_notice(notice: LooseNotice, known: Known) -> Case:
    """The case of a notice that belongs to no single project."""
    shown = () if is_withdrawn(notice.record) else (notice.filed,)
    place, outcome = locality(notice.division, known), outcome_of(shown)
    asked = {**known.asked, **by_stem(notice.open)}
    return Case(None, shown, place, known, outcome, asked=asked)
