"""Counts and sums from the files alone, by no code that makes pages: what the pages are held to."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.records.annotation import split
from generator.records.source import guard, read

Document = Mapping[str, Any]
UNITS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}


class Record(NamedTuple):
    """A project with its notices, or a loose notice alone; of withdrawn notices nothing is used."""

    id: str
    year: str
    project: Document
    notices: Mapping[str, Document]
    loose: bool

    @property
    def fictional(self) -> bool:
        """Whether it is invented: such records are in no count of real ones."""
        return any(one.get("fictional") for one in self.everything)

    @property
    def sample(self) -> bool:
        """Whether it is kept for the form of its notices alone: such records are in no count at all."""
        return any((one.get("portal") or {}).get("sample") for one in self.everything)

    @property
    def withdrawn(self) -> bool:
        """Whether all of it was taken back."""
        files = [self.project] if self.project else [*self.notices.values()]
        return all(is_withdrawn(one) for one in files)

    @property
    def everything(self) -> list[Document]:
        """The files that are used."""
        return [one for one in (self.project, *self.notices.values()) if one]

    @property
    def used(self) -> list[Document]:
        """Those that were not taken back."""
        return [one for one in self.everything if not is_withdrawn(one)]

    @property
    def methods(self) -> set[str]:
        """Every method that it names."""
        return {str(one["method"]) for one in self.everything if one.get("method")}

    def parties(self) -> set[str]:
        """The ids of all who are named in it."""
        return {id for one in self.used for id in ids_in(one)}


def is_withdrawn(document: Document) -> bool:
    """Whether a file was taken back."""
    return bool((document.get("portal") or {}).get("withdrawn"))


def ids_in(given: Any) -> Iterator[str]:
    """Every id of a party in a value: after `party`, and in `roles` of a project."""
    if isinstance(given, Mapping):
        for key, inside in given.items():
            if key == "party" and isinstance(inside, str):
                yield inside
            elif key == "roles" and isinstance(inside, Mapping):
                yield from (one for one in inside.values() if isinstance(one, str))
            else:
                yield from ids_in(inside)
    elif isinstance(given, list):
        for one in given:
            yield from ids_in(one)


@cache
def records(root: Path) -> tuple[Record, ...]:
    """All records of a repository."""
    data = root / "data"
    projects = (path.parent for path in sorted(data.glob("projects/*/*/*/project.yml")))
    loose = sorted(data.glob("notices/*/*/*.yml"))
    return (*map(_project, projects), *map(_loose, loose))


def _project(folder: Path) -> Record:
    files = {path.stem: _read(path) for path in sorted(folder.glob("*.yml"))}
    year, division = folder.parent.name, folder.parent.parent.name
    own = files.pop("project")
    return Record(f"{division}-{year}-{folder.name}", year, own, files, loose=False)


def _loose(path: Path) -> Record:
    year, division = path.parent.name, path.parent.parent.name
    return Record(f"{division}-{year}-{path.stem}", year, {}, {path.stem: _read(path)}, loose=True)


def _read(path: Path) -> Document:
    text = guard(path.read_bytes())
    return split(text, read(text))[0]


def people(document: Document, key: str) -> list[Document]:
    """The rows under a key that may hold one or several."""
    given = document.get(key) or []
    return [given] if isinstance(given, Mapping) else list(given)


def yuan(given: Any) -> Decimal | None:
    """An exact sum in yuan; None for what is about, between or at most."""
    if isinstance(given, Mapping):
        value = given.get("value")
        return None if value is None else Decimal(str(value)) * UNITS[given.get("unit", "元")]
    return None if given is None or isinstance(given, str) else Decimal(str(given))


def sums(record: Record, stem: str, id: str) -> set[Decimal]:
    """Every sum that a notice may state of a party's part: its own, that of its rows, of its lots."""
    one = record.notices[stem]
    rows = [row for key in ("winners", "suppliers") for row in people(one, key)]
    own = [yuan(row.get("amount")) for row in rows if row.get("party") == id]
    lots = [yuan(row.get("amount")) for row in one.get("lots") or []]
    found = {yuan(one.get("amount")), *own, *lots, sum(filter(None, own), Decimal(0))}
    more = yuan(one.get("supplement_amount"))
    if more is not None:
        before = (yuan(record.notices[ref].get("amount")) for ref in one.get("refers") or [])
        found |= {each + more for each in before if each is not None}
    return {each for each in found if each is not None}


SUM = re.compile(r"([\d,]+(?:\.\d+)?) 元")


def said(text: str) -> Decimal | None:
    """The last sum in yuan that words say; nothing that stands in brackets."""
    found = SUM.findall(text)
    return Decimal(found[-1].replace(",", "")) if found else None
