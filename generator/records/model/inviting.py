"""Notices up to the invitation: need, intention, call, documents, single source."""

from typing import Annotated, Literal

from pydantic import Field

from generator.records.model.amounts import Count, Sum
from generator.records.model.dates import When
from generator.records.model.notice import Channel, Notice
from generator.records.model.part import Address, Many, Part, Reach, Reference, Tally, Text, Word
from generator.records.model.parties import Expert, Panel, Who, Whos
from generator.records.model.rows import Criterion, Opinion, Posts
from generator.records.model.times import Span


class Consultation(Notice):
    """采购需求调查与征求意见 (实施条例 15)."""

    kind: Literal["consultation"]
    topics: Many[Text] = ()
    feedback: Channel | None = None
    opinions: Many[Opinion] = ()
    opinions_count: Tally | None = None
    qualifications: Many[Text] = ()
    outcome: Text | None = None


class Preparation(Notice):
    """采购前内部程序公开."""

    kind: Literal["preparation"]
    decided_on: When | None = None
    group: Panel | None = None
    internal_rule: Text | None = None
    archiving: Text | None = None


class Intention(Notice):
    """采购意向公开 (财库〔2020〕10号)."""

    kind: Literal["intention"]
    covers: Span | None = None
    expected: When | None = None
    item_number: Reference | None = None
    demand: Text | None = None
    qualifications: Many[Text] = ()
    disclaimer: Text | None = None


class Documents(Part):
    """Where, when and at what price the documents can be had."""

    from_: When | None = Field(None, alias="from")
    to: When | None = None
    how: Reach | None = None
    place: Reach | None = None
    price: Sum | None = None
    number: Reference | None = None
    pages: Tally | None = None


class Opening(Part):
    """When and where bids or responses are opened."""

    at: When | None = None
    place: Address | None = None


class Offer(Notice):
    """What suppliers need to know to take part."""

    documents: Documents | None = None
    signup: Span | None = None
    deadline: When | None = None
    deadline_printed: Text | None = None
    opening: Opening | None = None
    response_place: Reach | None = None
    response_documents: Many[Text] = ()
    qualifications: Many[Text] = ()
    consortium: bool | None = None
    consortium_max: Tally | None = None
    subcontracting: bool | None = None
    lot_rule: Annotated[str, Word("lot_rule")] | None = None
    lots_won_max: Tally | None = None
    invited: Whos = ()
    min_suppliers: Tally | None = None
    winners_wanted: Count | None = None
    criteria: Many[Criterion] = ()
    fail_rule: Text | None = None
    exclusions: Many[Text] = ()
    liability: Text | None = None
    long_term_reasons: Many[Text] = ()
    posts: Posts | None = None
    min_beneficiaries: Count | None = None


class Prequalification(Offer):
    """资格预审公告 (实施条例 21, 令87 14)."""

    kind: Literal["prequalification"]


class Tender(Offer):
    """采购公告: 招标、邀请、谈判、磋商、询价、比选、征集 (令87 13, N50)."""

    kind: Literal["tender"]


class Document(Offer):
    """采购文件、采购需求书: no notice, no periods."""

    kind: Literal["document"]


class OriginalContract(Part):
    """The contract that an add-on or a change rests on."""

    number: Reference | None = None
    name: Text | None = None
    amount: Sum | None = None
    signed: When | None = None
    first_published: When | None = None


class Objection(Part):
    """An objection received within the period (令74 39)."""

    date: When | None = None
    by: Who | None = None
    text: Text | None = None


class Argument(Part):
    """The supplementary argument after an objection (令74 40)."""

    date: When | None = None
    conclusion: Text | None = None
    upheld: bool | None = None
    experts: Many[Expert] = ()
    told_on: When | None = None
    sent_on: When | None = None


class SingleSource(Notice):
    """单一来源采购公示 (令74 38); `suppliers` are those proposed."""

    kind: Literal["single-source"]
    ground: Annotated[str, Word("single_source_ground")] | None = None
    reasons: Many[Text] = ()
    qualifications: Many[Text] = ()
    experts: Many[Expert] = ()
    objections: Many[Objection] = ()
    supplementary_argument: Argument | None = None
    original_contract: OriginalContract | None = None
