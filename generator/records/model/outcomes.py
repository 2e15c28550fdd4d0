"""Rows of what came of it: money by source, deductions, what a decision found and ordered."""

from typing import Annotated

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Acts, Costs, Day, Figure
from generator.records.model.part import LotId, Number, Part, PartyId, Reference, Text, Word
from generator.records.model.parties import Who


class Funds(Part):
    """A row of the money of one source or of one lot: planned, received, spent, left."""

    name: Text | None = None
    lot: LotId | None = None
    as_of: Annotated[When | None, Day("past")] = None
    initial: Annotated[Sum | None, Costs("part")] = None
    adjusted: Annotated[Sum | None, Costs("part")] = None
    received: Annotated[Sum | None, Costs("part")] = None
    spent: Annotated[Sum | None, Costs("part")] = None
    left: Annotated[Sum | None, Costs("part")] = None
    rate: Annotated[Number | None, Figure()] = None


class Deduction(Part):
    """What is taken off a payment, and why."""

    reason: Text
    amount: Annotated[Sum | None, Costs("part")] = None


class Audit(Part):
    """An audit that the notice rests on: by whom, its number, what it found."""

    by: Text | None = None
    on: Annotated[When | None, Day("past")] = None
    number: Reference | None = None
    text: Text | None = None


class FollowUp(Part):
    """What a result leads to, of one party or lot: a payment held back, a term to mend things."""

    lot: LotId | None = None
    party: Annotated[PartyId | None, Acts("aside")] = None
    measure: Annotated[str, Word("measure")] | None = None
    amount: Annotated[Sum | None, Costs("beside")] = None
    due: Annotated[When | None, Day("ahead")] = None
    text: Text | None = None


class Claim(Part):
    """One ground of a complaint, what was found of it, and whether it holds."""

    number: Reference | None = None
    text: Text
    finding: Text | None = None
    upheld: bool | None = None


class Sanction(Who):
    """What a decision orders of somebody: to mend it in time, a warning, a fine."""

    text: Text
    number: Reference | None = None
    on: Annotated[When | None, Day("past")] = None
    due: Annotated[When | None, Day("ahead")] = None
