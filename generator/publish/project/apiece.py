"""What each of several chosen gets, beside its name; `records/adding` says what all of it comes to."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.publish.directory import Directory
from generator.publish.words.naming import who
from generator.records.adding import chosen, own, standing
from generator.records.model.amounts import Money
from generator.records.model.parties import Supplier
from generator.records.outcome import Outcome
from generator.records.reading import Filed


class Apiece(NamedTuple):
    """One sum of one winner; `stands` is whether nothing later undid it."""

    money: Money
    whose: str
    stands: bool


def sums(filed: Filed, outcome: Outcome, directory: Directory) -> Iterator[Apiece]:
    """The sum of each whom a notice chooses, as it states it beside the name or the lot."""
    kept = {id(one) for one in standing(filed, outcome)}
    for one in chosen(filed):
        if money := own(filed, one, outcome):
            yield Apiece(money, _whose(one, directory), id(one) in kept)


def _whose(one: Supplier, directory: Directory) -> str:
    lots = f"分包 {'、'.join(one.lots)}" if one.lots else ""
    return "，".join(filter(None, (who(one, directory, "winners").text, lots, one.for_)))
