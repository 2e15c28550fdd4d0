"""Rows of what came of it: money by source, deductions, what a decision found and ordered."""

from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Acts, Costs, Day, Figure, Lasts
from generator.records.model.part import LotId, Number, Part, PartyId, Reference, Text, Word, wrong
from generator.records.model.parties import Who
from generator.records.model.times import Span
from generator.vocabulary import words


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
    """What a result leads to, of one party or lot: a payment held back, a term to mend things.

    `done_on` and `outcome` are what the same notice tells of it afterwards.
    """

    lot: LotId | None = None
    party: Annotated[PartyId | None, Acts("aside")] = None
    measure: Annotated[str, Word("measure")] | None = None
    amount: Annotated[Sum | None, Costs("beside")] = None
    due: Annotated[When | None, Day("ahead")] = None
    text: Text | None = None
    done_on: Annotated[When | None, Day("past")] = None
    outcome: Text | None = None


class Held(Word):
    """Whether something holds: true, false, or the one word of its list."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "boolean"},
                super().__get_pydantic_json_schema__(schema, handler),
            ]
        }

    def _known(self, given: Any) -> Any:
        if isinstance(given, bool):
            return given
        if given in _HELD:
            raise wrong("word", given, f"请写 {_HELD[given]}")
        if given not in {*words(self.list), *(one.label for one in words(self.list).values())}:
            raise wrong("word", given, "请写 true（成立）、false（不成立）或 partly（部分成立）")
        return super()._known(given)


_HELD = {"成立": "true", "是": "true", "不成立": "false", "否": "false"}


class Decided(Part):
    """One of several things that a decision does: its own day, its own stretch."""

    measure: Annotated[str, Word("measure")] | None = None
    text: Text | None = None
    due: Annotated[When | None, Day("ahead")] = None
    done_on: Annotated[When | None, Day("past")] = None
    effective: Annotated[Span | None, Day("ahead"), Lasts(30)] = None
    withheld: Annotated[Sum | None, Costs("withheld")] = None


class Claim(Part):
    """One ground of a complaint, what was found of it, and whether it holds."""

    number: Reference | None = None
    text: Text
    finding: Text | None = None
    upheld: Annotated[bool | str, Held("upheld")] | None = None


class Sanction(Who):
    """What a decision orders of somebody: to mend it in time, a warning, a fine, a bar (采购法 71–78).

    It is shown, never counted with what evaluations lead to: a bar from all purchases is the
    penalty of another law.
    """

    text: Text
    number: Reference | None = None
    on: Annotated[When | None, Day("past")] = None
    due: Annotated[When | None, Day("ahead")] = None
    fine: Annotated[Sum | None, Costs("beside")] = None
    confiscated: Annotated[Sum | None, Costs("beside")] = None
    blacklisted: bool | None = None
    barred: Annotated[Span | None, Day("ahead"), Lasts(3)] = None
