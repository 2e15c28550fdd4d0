"""What a spreadsheet takes from one notice: where it stands, its numbers, its sums, whose they are."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.records.model.amounts import Money
from generator.records.outcome import is_chosen, only_winner
from generator.records.reading import Filed
from generator.records.walk import given


class Stated(NamedTuple):
    """A sum: exact and stated by the notice itself, else as it is told and how that is known.

    One of `yuan` and `money` is None: most sums are exact, and a number is small to keep.
    """

    yuan: Decimal | None
    money: Money | None
    basis: str | None


class Won(NamedTuple):
    """What one of several chosen is to get: by id, as printed, masked or only counted, of which lots."""

    id: str | None
    printed: str | None
    lots: tuple[str, ...]
    sum: Stated | None
    many: int | None = None
    names_in: str | None = None
    masked: bool = False


class Paper(NamedTuple):
    """One notice; `amount` is the sum of all of it, the only one chosen's where it states no other."""

    url: str = ""
    numbers: tuple[str, ...] = ()
    budget: Stated | None = None
    amount: Stated | None = None
    won: tuple[Won, ...] = ()
    # The method that the notice itself states.
    method: str | None = None


def paper_of(filed: Filed) -> Paper:
    """The paper of a notice that is not withdrawn."""
    record, only = filed.record, only_winner(filed)
    alone = _stated(filed, only[1].amount, "winners", only[0], "amount") if only else None
    return Paper(
        record.source.url or "",
        tuple(one.value for one in record.numbers if one.value),
        _stated(filed, given(record, "budget"), "budget"),
        _stated(filed, given(record, "amount"), "amount") or alone,
        tuple(_won(filed)),
        record.method,
    )


def _won(filed: Filed) -> Iterator[Won]:
    for i, one in enumerate(given(filed.record, "winners", ())):
        if is_chosen(one):
            printed = None if one.masked else one.printed
            sum_ = _stated(filed, one.amount, "winners", i, "amount")
            hidden = bool(one.masked)
            yield Won(one.party, printed, one.lots, sum_, one.count, one.names_in, hidden)


def _stated(filed: Filed, money: Money | None, *path: str | int) -> Stated | None:
    if money is None:
        return None
    stated = filed.is_stated(*path)
    if stated and money.yuan is not None:
        return Stated(money.yuan, None, None)
    return Stated(None, money, None if stated else filed.annotation(*path).basis)
