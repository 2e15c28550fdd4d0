"""Who: organisations by reference or as printed, and named persons by law."""

import re
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator
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
    wrong,
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
                "没有写出是谁；请写 {party: 编号}、{printed: 原文名称}、{count: 5, names_in: 附件}、{natural_person: true}，没有写名称的 {described: 评审专家}",
            )
        return self


Whos = Many[Who]

# 无（采购人自行组织）: nobody is called so.
_NOBODY = re.compile(
    r"(?:无|没有|暂无|未委托|不委托|不适用|[/／]|[-—－–]{1,2})(?:代理机构)?[。；]?(?:[（(].{0,40})?"
    r"|(?:由?采购人|本单位|我单位)?自行(?:组织|采购|招标).{0,20}"
)


# The same as a schema says it, which strips nothing.
NOBODY_SCHEMA = {"type": "string", "pattern": rf"^\s*(?:{_NOBODY.pattern})\s*$"}
# Marks a key in the schema whose parties must be somebody.
SOMEBODY = "x-somebody"


def is_nobody(named: str) -> bool:
    """Whether a name says that there is nobody, or nothing."""
    return bool(_NOBODY.fullmatch(named.strip()))


def _agencies(given: tuple[Who, ...]) -> tuple[Who, ...]:
    """Those who run a purchase for others; a stroke is none of them."""
    for one in given:
        if one.printed and is_nobody(one.printed):
            told = (
                "没有代理机构的整行删去；公告写明采购人自行组织的，另写一行 organised_by: purchaser"
            )
            raise wrong("party", one.printed, told)
    return given


Agencies = Annotated[Whos, AfterValidator(_agencies), Field(json_schema_extra={SOMEBODY: True})]


class Ally(Part):
    """One of those who took part as one: a consortium is one supplier, and no list of suppliers."""

    printed: Text
    leader: bool | None = None
    address: Address | None = None
    share: Annotated[Number | None, Figure()] = None


class Supplier(Who):
    """A supplier with what it is to deliver, for how much, at which rank."""

    lots: Many[LotId] = ()
    for_: Text | None = Field(None, alias="for")
    amount: Annotated[Sum | None, Costs("settled")] = None
    allies: Many[Ally] = ()
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

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        # Any row says that the purchase was made by recommendation.
        if self.printed and is_nobody(self.printed):
            raise wrong("party", self.printed, "没有书面推荐的整行删去，要照录的写在 other")
        return self


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
