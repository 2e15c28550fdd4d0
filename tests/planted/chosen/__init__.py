"""Slips and odd values chosen one by one, by somebody who had not yet read the gate.

A file is a right purchase, or the notices of a year; `slips.yml` and `odd.yml` say what is typed
in them instead.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import ryaml

from tests.planted.writing import Case, Record

_HERE = Path(__file__).parent
_STATED = {
    "source": {"tier": "original", "extent": "full", "publisher": "虚构望江区民政局"},
    "fictional": True,
}
# Notices of no project.
LOOSE = ("loose", "loose_more", "loose_year")
_NAMES = ("right", "odd", "first", "second", "third", "fourth")


class Typed(NamedTuple):
    """What is typed in a purchase, at which place of which record; None takes it out."""

    record: str
    at: str
    given: Any


def slips(name: str) -> list[Case]:
    """One of the lists: right purchases with one slip each."""
    rows = _read("slips")[name]
    return [_case(f"{name}-{i}", row["of"], [_typed(row)]) for i, row in enumerate(rows, 2)]


def odd() -> list[Case]:
    """Purchases that are right and yet unusual."""
    rows = enumerate(_read("odd"), 2)
    return [_case(f"odd-{i}", row["of"], [*map(_typed, row["set"])]) for i, row in rows]


def right() -> list[Case]:
    """The purchases as they are, and each of the notices that stand alone."""
    names = sorted(path.stem for path in _HERE.glob("*.yml") if path.stem not in {"slips", "odd"})
    whole = [_case(f"right-{i}", name, []) for i, name in enumerate(names) if name not in LOOSE]
    alone = [
        _alone(f"right-{i}", stem, record)
        for i, name in enumerate(LOOSE, 2)
        for stem, record in _stated(name).items()
    ]
    return [*whole, *alone]


def _read(name: str) -> Any:
    return ryaml.loads((_HERE / f"{name}.yml").read_text("utf-8"))


def _typed(row: Record) -> Typed:
    return Typed(row["in"], row["at"], row["is"])


def _case(slug: str, of: str, typed: list[Typed]) -> Case:
    records = _stated(of)
    for one in typed:
        _type(records, one)
    at = f"{of} {'; '.join(f'{one.record} {one.at}: {one.given}' for one in typed)}"
    if of in LOOSE:
        case = _alone(slug, typed[0].record, records[typed[0].record])
        case.at = at
        return case
    division = records["project"]["division"]
    year = min(stem for stem in records if stem != "project")[:4]
    stems = {stem: stem for stem in records}
    return Case(f"projects/{division}/{year}/{slug}", records, stems, at=at)


def _stated(of: str) -> dict[str, Record]:
    return {stem: _STATED | record for stem, record in _read(of).items()}


def _alone(slug: str, stem: str, record: Record) -> Case:
    """A notice of no project: several of a day and kind are told apart by a number."""
    name, _, number = slug.rpartition("-")
    nth = int(number) + 100 * _NAMES.index(name)
    return Case(f"notices/990100/{stem[:4]}", {stem: record}, {stem: f"{stem}-{nth}"}, at=stem)


def _type(records: dict[str, Record], typed: Typed) -> None:
    if typed.at == ".":
        del records[typed.record]
        return
    part: Any = records[typed.record]
    *way, last = _steps(typed.at)
    for step in way:
        part = part[step]
    if typed.given is None:
        del part[last]
    elif isinstance(part, list) and last == len(part):
        part.append(typed.given)
    else:
        part[last] = typed.given


def _steps(at: str) -> Iterator[Any]:
    for step in at.split("."):
        yield int(step) if step.isdigit() else step
