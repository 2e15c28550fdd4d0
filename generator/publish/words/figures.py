"""Figures: every number that is counted or added up, with how anybody can recompute it.

A figure names a table that is published, a filter and one aggregate of a closed list;
what needs more than that gets a column of its own. `figures.yml` says what it means.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlencode

from generator.records.model.amounts import YUAN_PER_UNIT, number, yuan_words
from generator.records.source import guard, read

_WORDS = Path(__file__).with_suffix(".yml")
# What is real and stands: in every figure that says nothing else.
REAL = "fictional=false&sample=false&withdrawn=false"
INVENTED = "fictional=true&sample=false&withdrawn=false"
# `count`, or a name and its columns: `sum:amount_yuan`, `share:method=single-source`.
AGGREGATES = ("count", "distinct", "sum", "median", "lower", "upper", "share", "ratio")
# How a text is made of a value.
SHOWN = ("int", "yuan", "wan", "pct1", "days")
# The columns of a table by which the explorer can filter, and how it calls them.
_EXPLORED = {
    "projects": {
        "year": "year",
        "field": "field",
        "methods": "method",
        "target_groups": "target_group",
        "divisions": "division",
    },
    "notices": {"kind": "kind", "tier": "tier", "extent": "extent"},
}
_TENTH = Decimal("0.1")


class Entry(NamedTuple):
    """What a figure means."""

    name: str
    means: str
    leaves: str
    unit: str

    @property
    def invented(self) -> "Entry":
        """The same where only what is invented is counted."""
        means = self.means.replace("真实", "演示")
        return self._replace(means=means, leaves=self.leaves.replace("非真实的", "真实的"))


class Figure(NamedTuple):
    """A number with its name, the rows it is made of, what is done with them, how it is printed."""

    id: str
    value: Decimal | int
    of: str
    agg: str = "count"
    how: str = "int"
    href: str = ""

    @property
    def entry(self) -> Entry:
        """What it means."""
        return entries()[self.id]

    @property
    def text(self) -> str:
        """As a page prints it."""
        return show(self.value, self.how)

    @property
    def exact(self) -> str:
        """The value without a unit, without an exponent."""
        return plain(self.value)

    @property
    def rows(self) -> str:
        """Where the explorer shows the same rows; empty where it cannot."""
        return self.href or explorer(self.of)


class Totals(NamedTuple):
    """How many rows a list has: those that count, and apart from them all others."""

    counted: Figure
    samples: Figure | None = None
    invented: Figure | None = None
    withdrawn: bool = False


class Condition(NamedTuple):
    """A column and the values that it may, or may not, have; an empty one is not stated."""

    column: str
    values: tuple[str, ...]
    wanted: bool


@cache
def entries() -> Mapping[str, Entry]:
    """All figures by their name."""
    return {id: Entry(**said) for id, said in read(guard(_WORDS.read_bytes())).items()}


def counted(id: str, value: Decimal | int, of: str, href: str = "") -> Figure:
    """So many rows."""
    return checked(Figure(id, value, of, href=href))


def real(id: str, value: Decimal | int, of: str) -> Figure:
    """So many rows that count."""
    return counted(id, value, narrowed(of, REAL))


def sample(value: int, of: str) -> Figure:
    """So many that only show what a notice looks like."""
    return counted("samples", value, narrowed(of, "fictional=false&sample=true&withdrawn=false"))


def invented(value: int, of: str) -> Figure:
    """So many invented ones."""
    return counted("invented", value, narrowed(of, "fictional=true&withdrawn=false"))


def checked(one: Figure) -> Figure:
    """The same figure. Raises KeyError for a name, an aggregate or a print that nobody knows."""
    known = {"id": entries(), "agg": AGGREGATES, "how": SHOWN}
    for name, given in (("id", one.id), ("agg", one.agg.partition(":")[0]), ("how", one.how)):
        if given not in known[name]:
            raise KeyError(given)
    return one


def such(column: str, *values: str, no: bool = False) -> str:
    """A condition: `method=single-source`, `kind=award|grant`, `method!=` of what is stated."""
    return f"{column}{'!=' if no else '='}{'|'.join(map(_safe, values))}"


def _safe(value: str) -> str:
    """A value without what parts the conditions; all else stays readable."""
    return "".join(quote(sign) if sign in "%&|=?#+ " else sign for sign in value)


def of(table: str, *conditions: str) -> str:
    """The rows of a table that meet all conditions."""
    return f"{table}?{'&'.join(filter(None, conditions))}"


def narrowed(of: str, *conditions: str) -> str:
    """The same rows, with more conditions."""
    return f"{of}{'&' if '?' in of else '?'}{'&'.join(conditions)}"


def parsed(of: str) -> tuple[str, tuple[Condition, ...]]:
    """A table and its conditions."""
    table, _, asked = of.partition("?")
    return table, tuple(condition(one) for one in asked.split("&") if one)


def condition(text: str) -> Condition:
    """One condition from its text."""
    column, _, values = text.partition("=")
    wanted = not column.endswith("!")
    return Condition(
        column.removesuffix("!"), tuple(unquote(one) for one in values.split("|")), wanted
    )


def explorer(of: str) -> str:
    """The address where the explorer shows exactly these rows; empty where it has no such filter."""
    table, conditions = parsed(of)
    facets = _EXPLORED.get(table)
    if facets is None or not set(REAL.split("&")) <= set(of.partition("?")[2].split("&")):
        return ""
    asked = [one for one in conditions if one.column not in {"fictional", "sample", "withdrawn"}]
    if any(not one.wanted or one.column not in facets or "" in one.values for one in asked):
        return ""
    query = urlencode([(facets[one.column], value) for one in asked for value in one.values])
    return f"{table}/{f'?{query}' if query else ''}"


def show(value: Decimal | int, how: str) -> str:
    """A value as it is printed: 51, 835,000 元, 83.5 万元, 6.3%, 12 日."""
    value = Decimal(value)
    if how == "pct1":
        return f"{(value * 100).quantize(_TENTH, ROUND_HALF_UP)}%"
    if how == "wan":
        return f"{number(value / YUAN_PER_UNIT['万元'])} 万元"
    return {"yuan": yuan_words(value), "days": f"{plain(value)} 日"}.get(how) or plain(value)


def plain(value: Decimal | int) -> str:
    """A number without an exponent and without zeros behind the point."""
    said = f"{Decimal(value):f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
