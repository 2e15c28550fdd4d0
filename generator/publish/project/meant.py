"""Which target a row is about: of which lot, under which name, told once or again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.records.lots import Lots
from generator.records.model.amounts import Quantity, Target
from generator.records.reading import Filed
from generator.records.walk import given
from generator.vocabulary import key_term

_SATISFIED = "满意"


class Key(NamedTuple):
    """Which target is meant: `apart` keeps one to itself whose name stands twice in its notice."""

    lot: str
    name: str
    apart: str = ""


class Aim(NamedTuple):
    """A target where a notice promises it; `at` is the place of that notice in time."""

    at: int
    target: Target
    filed: Filed


class LotsOf:
    """Of which lot a target is, where there are several."""

    def __init__(self, everything: Sequence[Filed]) -> None:
        self._lots = Lots(everything)
        self._of = {id(one): self._lots.of(one) for one in everything}
        self._several = len(frozenset().union(*self._of.values())) > 1
        self._names = {
            self._lots.called(row.id or row.number or ""): row.name
            for one in everything
            for row in one.record.lots
            if row.name
        }

    def of(self, filed: Filed, target: Target) -> str:
        """The lot that a target names, else the only one of its notice."""
        if not self._several:
            return ""
        alone = self._of[id(filed)]
        return (
            self._lots.called(target.lot) if target.lot else min(alone) if len(alone) == 1 else ""
        )

    def words(self, lot: str) -> str:
        """分包 1 东片区"""
        name = self._names.get(lot) or ""
        return " ".join(filter(None, ("分包", lot, name if name != lot else ""))) if lot else ""


def spans(told: Iterable[tuple[Filed, Target]], lots: LotsOf) -> frozenset[Key]:
    """The targets that some notice states for one stretch, and another for another or for all.

    What is promised for a year is no less than what is promised for three.
    """
    found: dict[Key, set[str]] = {}
    for filed, one in told:
        found.setdefault(Key(lots.of(filed, one), one.name), set()).add(one.period or "")
    return frozenset(key for key, own in found.items() if len(own) > 1)


def keyed(
    filed: Filed, told: Iterable[Target], lots: LotsOf, apart: frozenset[Key] = frozenset()
) -> Iterator[tuple[Key, Target]]:
    """Targets by lot and name; of those called alike in one notice each stands for itself.

    It is told apart by its stretch, else by its number, which a later notice may say again;
    those in `apart` by their stretch wherever they stand.
    """
    rows = [(Key(lots.of(filed, one), one.name), one) for one in told]
    if not apart and len({key for key, _ in rows}) == len(rows):
        # As nearly everywhere.
        yield from rows
        return
    count = Counter(key for key, _ in rows)
    periods = Counter((key, one.period) for key, one in rows)
    sizes = Counter((key, _size(one)) for key, one in rows)
    for i, (key, one) in enumerate(rows):
        if count[key] == 1:
            yield (key._replace(apart=one.period or "") if key in apart else key), one
            continue
        own = one.period if one.period and periods[key, one.period] == 1 else ""
        alone = _size(one) if sizes[key, _size(one)] == 1 else ""
        yield key._replace(apart=own or alone or f"{filed.stem} {i}"), one


def _size(one: Target) -> str:
    """How much is promised, in one word; empty where that is no number."""
    aim = one.target
    ends = (aim.value, aim.min, aim.max, aim.about) if aim else ()
    return f"{ends} {aim.unit or ''}" if aim and any(end is not None for end in ends) else ""


def again(
    key: Key, one: Target, rows: Iterable[tuple[Key, Target]], aims: dict[Key, list[Aim]]
) -> Key:
    """The target that a notice says again under a longer or a shorter name, with the same number."""
    if key in aims or one.target is None:
        return key
    own = {each for each, _ in rows}
    found = [
        old
        for old, said in aims.items()
        if old.lot == key.lot and old not in own and is_same(said[-1].target.target, one.target)
        if old.name in key.name or key.name in old.name
    ]
    return found[0] if len(found) == 1 else key


def satisfied(filed: Filed) -> Iterator[Target]:
    """The rate of satisfaction as what came of a target, unless a row of its own says so."""
    held = given(filed.record, "satisfaction")
    rows = given(filed.record, "done", ())
    if not held or held.rate is None or any(_SATISFIED in one.name for one in rows):
        return
    asked = f"问了 {held.asked} 人" if held.asked is not None else None
    said = {"name": key_term("satisfaction").label, "dimension": "satisfaction", "note": asked}
    yield Target.model_validate({**said, "actual": {"value": held.rate, "unit": "%"}})


def meant(key: Key, told: Target, aims: dict[Key, list[Aim]]) -> Key:
    """The target that a result is of: of its stretch, or the one that speaks of satisfaction."""
    if (of_its_time := key._replace(apart=told.period or "")) in aims and told.period:
        return of_its_time
    if key in aims:
        return key
    if of_its_time in aims:
        return of_its_time
    if key.name != key_term("satisfaction").label:
        return key
    found = [one for one in aims if one.lot == key.lot and _SATISFIED in one.name]
    return found[0] if len(found) == 1 else key


def is_same(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two counts promise the same: a table has 64 where the contract has 不少于 64."""
    if one is other:
        return True
    if one is None or other is None:
        return False
    if one == other:
        return True
    sizes = [{q.value, q.min, q.max, q.about} - {None} for q in (one, other)]
    plain = one.value is not None or other.value is not None
    alike = (one.unit or "", one.per or "") == (other.unit or "", other.per or "")
    return plain and alike and len(sizes[0]) == 1 and sizes[0] == sizes[1]
