"""Administrative divisions by GB/T 2260 code, from `data/divisions.csv`."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

UNKNOWN = "000000"
FICTIONAL = "99"
_MERGED = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})


@dataclass(frozen=True, slots=True)
class Division:
    """A division by its six-digit code; `parent` is empty for a province."""

    code: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Divisions:
    """All divisions, by code."""

    by_code: Mapping[str, Division]

    def __contains__(self, code: str) -> bool:
        return code in self.by_code

    def lineage(self, code: str) -> list[Division]:
        """From the province down to the division; grouping rows left out."""
        return [one for one in reversed(list(self._upwards(code))) if one.name not in _MERGED]

    def name(self, code: str) -> str:
        """广东省广州市增城区; 地区未载明 for the unknown code."""
        return "".join(one.name for one in self.lineage(code))

    def are_apart(self, one: str, other: str) -> bool:
        """Whether neither division lies inside the other, nor are they the same."""
        return one not in self._codes(other) and other not in self._codes(one)

    def _codes(self, code: str) -> set[str]:
        return {division.code for division in self._upwards(code)}

    def _upwards(self, code: str) -> Iterator[Division]:
        while division := self.by_code.get(code):
            yield division
            code = division.parent


def load(data: Path) -> Divisions:
    """The divisions that the portal knows, with the invented ones."""
    with (data / "divisions.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["code"]: Division(**row) for row in csv.DictReader(file)}
    return Divisions(rows)
