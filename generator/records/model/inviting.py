"""Notices up to the invitation: need, intention, call, documents, single source."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.records.model.amounts import Count, Sum
from generator.records.model.dates import When
from generator.records.model.meaning import (
    Acts,
    After,
    Costs,
    Day,
    Follows,
    Hundred,
    Lasts,
    Leads,
    Places,
)
from generator.records.model.notice import Channel, Notice
from generator.records.model.part import Address, Many, Part, Reach, Reference, Tally, Text, Word
from generator.records.model.parties import Expert, Panel, Who, Whos
from generator.records.model.rows import Criterion, Fee, Opinion, Posts
from generator.records.model.times import Span


class Consultation(Notice):
    """采购需求调查与征求意见 (实施条例 15)."""

    kind: Literal["consultation"]
    reaches: ClassVar = Leads("need")
    tells: ClassVar = ("promise", "open")
    after: ClassVar = After()
    topics: Many[Text] = ()
    feedback: Annotated[Channel | None, Day("ahead"), Lasts()] = None
    opinions: Many[Opinion] = ()
    opinions_count: Tally | None = None
    qualifications: Many[Text] = ()
    outcome: Text | None = None


class Preparation(Notice):
    """采购前内部程序公开."""

    kind: Literal["preparation"]
    reaches: ClassVar = Leads("need")
    tells: ClassVar = ()
    after: ClassVar = After()
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    group: Panel | None = None
    internal_rule: Text | None = None
    archiving: Text | None = None


class Intention(Notice):
    """采购意向公开 (财库〔2020〕10号)."""

    kind: Literal["intention"]
    reaches: ClassVar = Leads("need")
    tells: ClassVar = ("plan", "promise", "term", "open")
    after: ClassVar = After()
    covers: Annotated[Span | None, Day("ahead"), Lasts(1)] = None
    expected: Annotated[When | None, Day("ahead")] = None
    item_number: Reference | None = None
    demand: Text | None = None
    qualifications: Many[Text] = ()
    disclaimer: Text | None = None


class Documents(Part):
    """Where, when and at what price the documents can be had."""

    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[When | None, Day("ahead")] = None
    how: Reach | None = None
    place: Reach | None = None
    price: Annotated[Sum | None, Costs("beside")] = None
    number: Reference | None = None
    pages: Tally | None = None


class Opening(Part):
    """When and where bids or responses are opened."""

    at: Annotated[When | None, Day("begins")] = None
    place: Address | None = None


class Offer(Notice):
    """What suppliers need to know to take part."""

    documents: Annotated[Documents | None, Day("ahead"), Lasts(1)] = None
    signup: Annotated[Span | None, Day("ahead"), Lasts(1)] = None
    deadline: Annotated[When | None, Day("ahead")] = None
    deadline_printed: Text | None = None
    opening: Annotated[Opening | None, Day("ahead")] = None
    site_visit: Annotated[Opening | None, Day("ahead")] = None
    response_place: Reach | None = None
    response_documents: Many[Text] = ()
    qualifications: Many[Text] = ()
    consortium: bool | None = None
    consortium_max: Tally | None = None
    subcontracting: bool | None = None
    lot_rule: Annotated[str, Word("lot_rule")] | None = None
    lots_won_max: Tally | None = None
    bid_bond: Annotated[Sum | None, Costs("beside")] = None
    performance_bond: Annotated[Sum | None, Costs("beside")] = None
    agency_fee: Fee | None = None
    invited: Annotated[Whos, Acts("candidate")] = ()
    min_suppliers: Tally | None = None
    winners_wanted: Count | None = None
    criteria: Annotated[Many[Criterion], Hundred("weight")] = ()
    fail_rule: Text | None = None
    exclusions: Many[Text] = ()
    liability: Text | None = None
    long_term_reasons: Many[Text] = ()
    posts: Posts | None = None
    min_beneficiaries: Count | None = None


class Prequalification(Offer):
    """资格预审公告 (实施条例 21, 令87 14)."""

    kind: Literal["prequalification"]
    reaches: ClassVar = Leads("inviting")
    tells: ClassVar = ("invitation", "call", "documents", "plan", "open")
    after: ClassVar = After()


class Tender(Offer):
    """采购公告: 招标、邀请、谈判、磋商、询价、比选、征集 (令87 13, N50)."""

    kind: Literal["tender"]
    reaches: ClassVar = Leads("inviting")
    tells: ClassVar = (
        "invitation",
        "call",
        "documents",
        "plan",
        "promise",
        "term",
        "one-term",
        "open",
    )
    after: ClassVar = After()


class Document(Offer):
    """采购文件、采购需求书: no notice, no periods."""

    kind: Literal["document"]
    reaches: ClassVar = Leads("inviting")
    tells: ClassVar = ("invitation", "call", "plan", "promise", "term")
    after: ClassVar = After()


class OriginalContract(Part):
    """The contract that an add-on or a change rests on."""

    number: Reference | None = None
    name: Text | None = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    signed: Annotated[When | None, Day("past")] = None
    first_published: Annotated[When | None, Day("past")] = None


class Objection(Part):
    """An objection received within the period (令74 39)."""

    date: Annotated[When | None, Day("past")] = None
    by: Annotated[Who | None, Acts("aside")] = None
    text: Text | None = None


class Argument(Part):
    """The supplementary argument after an objection (令74 40)."""

    date: Annotated[When | None, Day("past")] = None
    conclusion: Text | None = None
    upheld: bool | None = None
    experts: Many[Expert] = ()
    told_on: Annotated[When | None, Day("past")] = None
    sent_on: Annotated[When | None, Day("past")] = None


class SingleSource(Notice):
    """单一来源采购公示 (令74 38); `suppliers` are those proposed."""

    kind: Literal["single-source"]
    reaches: ClassVar = Leads("inviting")
    tells: ClassVar = ("invitation", "plan", "promise", "term", "one-term", "result", "open")
    after: ClassVar = After()
    ground: Annotated[str, Word("single_source_ground")] | None = None
    reasons: Many[Text] = ()
    qualifications: Many[Text] = ()
    argued_on: Annotated[When | None, Day("step"), Follows()] = None
    argued_place: Address | None = None
    experts: Many[Expert] = ()
    argued: Text | None = None
    objections: Many[Objection] = ()
    supplementary_argument: Argument | None = None
    original_contract: OriginalContract | None = None
