"""The tables by name, who makes their rows, and which of them stand in which file."""

from collections.abc import Callable, Container, Iterator, Mapping

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import (
    awards,
    bids,
    contracts,
    deals,
    evaluations,
    lots,
    notices,
    obligations,
    parties,
    payments,
    projects,
    standing,
    targets,
    verdicts,
)
from generator.publish.data.stock import Stock
from generator.publish.data.table import Table, Values
from generator.publish.press import Press

Maker = Callable[[Loaded], Iterator[Values]]

# Made of one record each, while it is in memory.
BY_RECORD: Mapping[str, tuple[Table, Maker]] = {
    one.TABLE.name: (one.TABLE, one.rows)
    for one in (
        projects,
        notices,
        lots,
        bids,
        awards,
        contracts,
        payments,
        deals,
        evaluations,
        targets,
        standing,
        verdicts,
        obligations,
    )
}
# What is known of all records together comes last.
TABLES: Mapping[str, Table] = {
    **{name: table for name, (table, _) in BY_RECORD.items()},
    parties.TABLE.name: parties.TABLE,
}
# Those of which some rows, or all, are made of all records together.
OF_ALL = (verdicts.TABLE.name, parties.TABLE.name)
# Under what those verdicts are counted that no file to read holds.
MET = "verdicts met"
_OUTCOME = verdicts.TABLE.names.index("outcome")


def rows(
    press: Press, stock: Stock, name: str, years: Container[str] | None = None
) -> Iterator[Values]:
    """All rows of a table, or those of some years."""
    if name == parties.TABLE.name:
        yield from parties.rows(press, stock)
        return
    yield from stock.rows(name, years)
    if name == verdicts.TABLE.name:
        year = verdicts.TABLE.names.index("year")
        found = verdicts.across(press, stock)
        yield from (one for one in found if years is None or one[year] in years)


def counts(made: Mapping[str, list[Values]]) -> dict[str, int]:
    """How many rows of each table somebody reads."""
    found = {name: len(some) for name, some in made.items()}
    if judged := made.get(verdicts.TABLE.name):
        found[MET] = sum(one[_OUTCOME] == verdicts.MET for one in judged)
        found[verdicts.TABLE.name] -= found[MET]
    return found


def met(press: Press, stock: Stock) -> Iterator[str]:
    """The year of every verdict over several projects that is met."""
    year = verdicts.TABLE.names.index("year")
    found = verdicts.across(press, stock)
    yield from (one[year] for one in found if one[_OUTCOME] == verdicts.MET)


def extra(press: Press, stock: Stock, name: str) -> Iterator[str]:
    """The year of every row that is made of all records together; an organisation has none."""
    if name == parties.TABLE.name:
        yield from ("" for _ in press.known.parties)
        return
    year = verdicts.TABLE.names.index("year")
    found = verdicts.across(press, stock)
    yield from (one[year] for one in found if one[_OUTCOME] != verdicts.MET)


def read(
    press: Press, stock: Stock, name: str, years: Container[str] | None = None
) -> Iterator[Values]:
    """The rows that a file to read holds: of verdicts all but those that are met."""
    found = rows(press, stock, name, years)
    if name != verdicts.TABLE.name:
        return found
    return (one for one in found if one[_OUTCOME] != verdicts.MET)
