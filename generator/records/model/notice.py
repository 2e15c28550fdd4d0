"""What any notice may state, whatever its kind."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from generator.records.model.amounts import Bid, Count, Funder, NamedSum, Settlement, Sum, Targets
from generator.records.model.dates import When
from generator.records.model.part import (
    Address,
    Many,
    Ordinal,
    Part,
    Reach,
    Reference,
    Tally,
    Text,
    Url,
    Word,
    wrong,
)
from generator.records.model.parties import Contact, Panel, Supplier, Who, Whos
from generator.records.model.rows import Attachment, BudgetLine, Labelled, Rows, Team, Workload
from generator.records.model.sorting import Beginning
from generator.records.model.times import Length, Payment, Renewal, Term


class Source(Part):
    """Where the record comes from and how much of the page was seen."""

    tier: Annotated[str, Word("tier")]
    extent: Annotated[str, Word("extent")]
    url: Url | None = None
    site: Text | None = None
    publisher: Text | None = None
    document_no: Reference | None = None
    recorded: When | None = None
    silent_on: Many[Text] = ()
    masking: Text | None = None
    note: Text | None = None


class Official(Part):
    """The official text on the designated media; it prevails."""

    url: Url | None = None
    published: When | None = None
    media: Many[Text] = ()


class Numbered(Part):
    """A number of the procedure in its role; empty where the notice left it so."""

    value: Reference | None = None
    role: Annotated[str, Word("number_role")] | None = None
    printed: Reference | None = None
    note: Text | None = None


def _numbered(given: Any) -> Any:
    if not isinstance(given, list):
        return given
    for one in given:
        if isinstance(one, int | float):
            raise wrong("number", one, "编号请加引号")
    return tuple({"value": one} if isinstance(one, str) else one for one in given)


class Approval(Part):
    """A permission given by an authority."""

    authority: Who | None = None
    date: When | None = None
    number: Reference | None = None
    for_: Text | None = Field(None, alias="for")


class NoticePeriod(Part):
    """How long a notice stands open, as printed."""

    from_: When | None = Field(None, alias="from")
    to: When | None = None
    length: Length | None = None
    printed: Text | None = None


class Channel(Part):
    """How the public may answer a notice."""

    how: Many[Reach] = ()
    to: Reach | None = None
    until: When | None = None
    written: bool | None = None
    real_name: bool | None = None
    printed: Reach | None = None


class Sme(Part):
    """The notice's word on small and medium-sized enterprises (财库〔2020〕46号)."""

    reserved: bool | None = None
    reason: Text | None = None
    industry: Text | None = None


class Mention(Part):
    """What the notice tells of another step; never a notice, never judged."""

    event: Annotated[str, Word("event")]
    words: Text
    on: When | None = None
    to: When | None = None
    number: Reference | None = None
    round: Ordinal | None = None


class Related(Part):
    """Another project that this one continues, serves or evaluates."""

    relation: Annotated[str, Word("relation")]
    project: Text | None = None
    printed: Text | None = None
    note: Text | None = None


class Defect(Part):
    """An oddity of the original, kept as printed, with what we make of it."""

    printed: Text | None = None
    note: Text | None = None


class Confirmed(Part):
    """A suspicious value that was looked at and is right."""

    id: Text
    at: Text
    reason: Text


class Fix(Part):
    """A correction of our own transcription."""

    at: Text
    date: When
    reason: Text
    was: Text | None = None


class Withdrawn(Part):
    """Why and since when a record is no longer shown."""

    date: When
    reason: Text


class Review(Part):
    """The review before publication (政府信息公开条例 17)."""

    by_role: Text
    date: When
    result: Text | None = None


class Portal(Part):
    """What this portal says of the record; never part of the notice."""

    confirmed: Many[Confirmed] = ()
    fixes: Many[Fix] = ()
    withdrawn: Withdrawn | None = None
    disclosure_review: Review | None = None
    note: Text | None = None


def _by_year(given: Any) -> Any:
    if not isinstance(given, dict):
        return given
    return tuple(
        {"name": f"{year}年", "year": year, "amount": sum_} for year, sum_ in given.items()
    )


# `{2024: 1650000, 2025: 1350000}`
SumsByYear = Annotated[
    tuple[NamedSum, ...],
    BeforeValidator(_by_year),
    Field(
        json_schema_extra={
            "x-also": {"type": "object", "propertyNames": {"pattern": r"^(19|20|21)[0-9]{2}$"}}
        }
    ),
]


class Notice(Part):
    """What any notice may state. Only kind, title and source are required."""

    kind: Text
    title: Text
    source: Source
    begins: Beginning | None = None
    as_titled: Text | None = None
    official: Official | None = None
    fictional: bool | None = None
    numbers: Annotated[tuple[Numbered, ...], BeforeValidator(_numbered)] = ()
    document_no: Reference | None = None
    procedure: Ordinal | None = None
    refers: Many[Text] = ()

    published: When | None = None
    signed_off: When | None = None
    reprinted: When | None = None
    occurred: When | None = None

    publisher: Whos = ()
    purchaser: Whos = ()
    using_units: Whos = ()
    agency: Whos = ()
    suppliers: Many[Supplier] = ()
    participants: Whos = ()
    contacts: Many[Contact] = ()

    project_name: Many[Text] = ()
    field_printed: Many[Text] = ()
    places: Many[Address] = ()
    beneficiaries: Text | None = None
    people: Count | None = None
    service_items: Many[Text] = ()
    deliverables: Many[Text] = ()
    standards: Many[Text] = ()
    requirements: Many[Text] = ()
    staffing: Many[Text] = ()
    team: Team | None = None
    workload: Many[Workload] = ()
    targets: Targets = ()

    method: Annotated[str, Word("method")] | None = None
    method_printed: Text | None = None
    method_reason: Text | None = None
    approval: Approval | None = None
    legal_basis: Many[Text] = ()
    sme: Sme | None = None
    category: Text | None = None
    steps: Many[Text] = ()

    lots: Rows = ()
    lots_count: Count | None = None
    items: Rows = ()

    budget: Sum | None = None
    budget_by_year: SumsByYear = ()
    budget_lines: Many[BudgetLine] = ()
    per_project: Sum | None = None
    ceiling: Sum | None = None
    pricing: Annotated[str, Word("pricing")] | None = None
    pricing_printed: Many[Text] = ()
    price_includes: Many[Text] = ()
    unit_prices: Many[NamedSum] = ()
    quantity: Count | None = None
    service_hours: Count | None = None
    bid: Bid | None = None
    settlement: Settlement | None = None
    funders: Many[Funder] = ()
    funding_source: Many[Text] = ()
    amounts: Many[NamedSum] = ()

    term: Term | None = None
    service_year: Text | None = None
    payment_plan: Many[Payment] = ()
    payment: Reach | None = None
    renewal: Renewal | None = None

    evaluation_method: Text | None = None
    bidders_count: Tally | None = None
    reviewed_on: When | None = None
    panel: Panel | None = None
    applicants: Count | None = None

    notice_period: NoticePeriod | None = None
    objection: Channel | None = None
    next_step: Reach | None = None
    attachments: Many[Attachment] = ()
    related: Many[Related] = ()
    mentions: Many[Mention] = ()
    defects: Many[Defect] = ()
    other: Many[Labelled] = ()
    portal: Portal | None = None
