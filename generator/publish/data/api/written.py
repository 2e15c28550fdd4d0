"""A record as its file says it, in one shape: lists are lists, sums are mappings, no names of persons.

What is said about a value stands with it, as in the file: `{value, basis, note, printed, masked}`.
Read by our own reader, it is the same record again.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from generator.records.annotation import Annotation
from generator.records.model.dates import Date
from generator.records.model.part import Part
from generator.records.model.parties import Contact, Expert, Member, Who
from generator.records.model.scores import Scored, ScoreSheet
from generator.records.reading import Filed
from generator.records.source import Path
from generator.records.walk import slots

# Who somebody is: files travel further than pages, so that these stand on the pages alone.
PERSONS: Mapping[type[Part], frozenset[str]] = {
    Contact: frozenset({"name"}),
    Expert: frozenset({"name"}),
    Member: frozenset({"name"}),
    Scored: frozenset({"judge"}),
    ScoreSheet: frozenset({"judges"}),
}
# What tells of a natural person beside its name.
_OF_ONE = frozenset({"printed", "described", "address", "note"})
_NOBODY: frozenset[str] = frozenset()
_KEYS = ("basis", "note", "printed", "masked")


class _Field(NamedTuple):
    place: int
    name: str
    key: str
    by_year: bool


def written(filed: Filed, *, persons: bool = False) -> dict[str, Any]:
    """The record in a file, ready for JSON."""
    return _Writer(filed.annotations, persons).part(filed.record, ())


def filed_as(filed: Filed) -> dict[str, Any]:
    """A record with the file it stands in, and the hash of its bytes."""
    return {"file": filed.path, "sha256": filed.sha, "record": written(filed)}


class _Writer:
    """Writes the parts of one record; most have nothing said about any value, and need no paths."""

    def __init__(self, annotations: Mapping[Path, Annotation], persons: bool) -> None:
        self._said, self._persons = annotations, persons

    def part(self, part: Part, at: Path) -> dict[str, Any]:
        held, made = part.__dict__, {}
        hidden = _NOBODY if self._persons else _hidden(part)
        stated = frozenset(part.__pydantic_fields_set__)
        for _, name, key, by_year in _plan(part.__class__, stated, hidden):
            given = held[name]
            if given.__class__ is str and not self._said:
                made[key] = given
                continue
            path = (*at, key) if self._said else at
            if given is not None or path in self._said:
                made[key] = self._by_year(given, path) if by_year else self._value(given, path)
        return made

    def _value(self, given: Any, at: Path) -> Any:
        """A value with what is said about it."""
        plain = self._plain(given, at)
        said = self._said.get(at) if self._said else None
        return _around(plain, said) if said else plain

    def _plain(self, given: Any, at: Path) -> Any:
        kind = given.__class__
        if kind is str or kind is bool or kind is int or given is None:
            return given
        if kind is tuple:
            return [self._value(one, (*at, i)) for i, one in enumerate(given)]
        if kind is Decimal:
            return number(given)
        return given.text if kind is Date else self.part(given, at)

    def _by_year(self, given: Any, at: Path) -> Any:
        """Sums by year as the file has them; a list of them is what they were read into."""
        sums = {str(one.year): self._value(one.amount, (*at, i)) for i, one in enumerate(given)}
        said = self._said.get(at)
        return _around(sums, said) if said else sums


def number(given: Decimal) -> int | float:
    """A number of at most fifteen digits, each of which JSON keeps."""
    whole = int(given)
    return whole if given == whole else float(given)


def _around(plain: Any, said: Annotation) -> Any:
    told = {key: value for key in _KEYS if (value := getattr(said, key))}
    # A sum or a part bears it among its own keys; anything else is wrapped, as in a file.
    bears = told.keys() == {"basis"} or (isinstance(plain, dict) and plain.keys() == {"value"})
    if isinstance(plain, dict) and bears and told.keys().isdisjoint(plain):
        return plain | told
    return {"value": plain, **told}


def _hidden(part: Part) -> frozenset[str]:
    if isinstance(part, Who) and part.natural_person:
        return _OF_ONE
    return PERSONS.get(type(part), _NOBODY)


@lru_cache(maxsize=8192)
def _plan(model: type[Part], names: frozenset[str], hidden: frozenset[str]) -> tuple[_Field, ...]:
    """What is stated, in the order of the model: most records of a kind state the same."""
    fields = _fields(model)
    return tuple(sorted(fields[name] for name in names - hidden))


@cache
def _fields(model: type[Part]) -> dict[str, _Field]:
    return {
        slot.name: _Field(place, slot.name, slot.key, _is_by_year(model, slot.name))
        for place, slot in enumerate(slots(model))
    }


def _is_by_year(model: type[Part], name: str) -> bool:
    extra = model.model_fields[name].json_schema_extra
    return isinstance(extra, dict) and "x-by-year" in extra
