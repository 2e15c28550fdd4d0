"""Who: organisations by reference or as printed, and named persons by law."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.model.amounts import Bid, Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Acts, Costs, Day, Figure
from generator.records.model.part import (
    Address,
    LotId,
    Many,
    Number,
    Ordinal,
    Part,
    PartyId,
    Phone,
    Reach,
    Shows,
    Tally,
    Text,
    Word,
)


class Who(Part):
    """One party of a notice: by id, as printed, or only counted."""

    party: PartyId | None = None
    printed: Text | None = None
    masked: bool | None = None
    short: bool | None = None
    count: Annotated[Tally | None, Figure()] = None
    names_in: Text | None = None
    natural_person: bool | None = None
    described: Text | None = None
    unnamed: Annotated[str, Word("unnamed")] | None = None
    role: Text | None = None
    address: Address | None = None

    # One of them at least says who it is.
    needs_one: ClassVar[tuple[str, ...]] = (
        "party",
        "printed",
        "count",
        "natural_person",
        "names_in",
        "described",
        "unnamed",
    )

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        held = self.__dict__
        # Nearly everybody has one of these two; the others are asked for in vain.
        if held["party"] or held["printed"]:
            return self
        if all(held[name] is None or held[name] is False for name in self.needs_one):
            raise PydanticCustomError(
                "party",
                "没有写出是谁；请写 {party: 编号}、{printed: 原文名称}、{count: 5, names_in: 附件} 或 {natural_person: true}",
            )
        return self


Whos = Many[Who]


class Supplier(Who):
    """A supplier with what it is to deliver, for how much, at which rank."""

    lots: Many[LotId] = ()
    for_: Text | None = Field(None, alias="for")
    amount: Annotated[Sum | None, Costs("settled")] = None
    bid: Bid | None = None
    review_price: Annotated[Sum | None, Costs("beside")] = None
    score: Annotated[Number | None, Figure()] = None
    rank: Ordinal | None = None
    withdrawn: bool | None = None
    added: bool | None = None
    compliant: bool | None = None
    reason: Text | None = None


class Recommended(Who):
    """A supplier that was recommended in writing, by whom and why (令74 12)."""

    by: Text | None = None
    reason: Text | None = None


class Expert(Part):
    """Who argued for a single source: 令74 38(5) wants these four published."""

    name: Text | None = None
    unnamed: Annotated[str, Word("unnamed")] | None = None
    names_in: Text | None = None
    employer: Text | None = None
    title: Text | None = None
    opinion: Text | None = None
    on: Annotated[When | None, Day("past")] = None


class Member(Part):
    """A member of a review, negotiating or acceptance group."""

    role: Annotated[str, Word("member_role")] | None = None
    name: Text | None = None
    unnamed: Annotated[str, Word("unnamed")] | None = None
    party: PartyId | None = None
    printed: Text | None = None
    count: Annotated[Tally | None, Figure()] = None
    leader: bool | None = None
    self_chosen: bool | None = None
    opinion: Text | None = None


class Panel(Part):
    """Who judged: numbers always, names where the law wants them.

    Of several, each has a name or the lots that it judged.
    """

    name: Text | None = None
    lots: Many[LotId] = ()
    size: Tally | None = None
    experts: Tally | None = None
    members: Annotated[Many[Member], Acts("aside")] = ()
    drawn_from: Text | None = None
    names_in: Text | None = None


class Contact(Part):
    """Where to ask: the office first, a person only where the law wants one."""

    role: Annotated[str, Word("contact_role")]
    party: PartyId | None = None
    printed: Reach | None = None
    office: Reach | None = None
    name: Text | None = None
    phone: Annotated[Phone, Shows("mail")] | None = None
    address: Reach | None = None
