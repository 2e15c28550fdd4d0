"""What any notice may state, whatever its kind."""

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field

from generator.records.model.amounts import Bid, Count, Funder, NamedSum, Settlement, Sum, Targets
from generator.records.model.beside import AlsoPublished, Attachment, Labelled
from generator.records.model.dates import When
from generator.records.model.meaning import (
    Acts,
    AddsUp,
    After,
    Apart,
    Apiece,
    Costs,
    Day,
    Follows,
    Hundred,
    In,
    Lasts,
    Places,
    Reaches,
    Refers,
    Tells,
)
from generator.records.model.origin import Official, Source
from generator.records.model.part import (
    Address,
    Many,
    Ordinal,
    Part,
    ProjectId,
    Reach,
    Reference,
    Stem,
    Tally,
    Text,
    Word,
    wrong,
)
from generator.records.model.parties import Agencies, Contact, Panel, Supplier, Who, Whos
from generator.records.model.portal import Portal
from generator.records.model.rows import (
    BudgetLine,
    FunnelStep,
    Population,
    Rows,
    Sme,
    Team,
    Workload,
)
from generator.records.model.sorting import Beginning
from generator.records.model.times import Length, Payment, Renewal, Term


class Numbered(Part):
    """A number of the procedure in its role; empty where the notice left it so."""

    value: Reference | None = None
    role: Annotated[str, Word("number_role")] | None = None
    printed: Reference | None = None
    masked: bool | None = None


def _numbered(given: Any) -> Any:
    if isinstance(given, str | dict | int | float) and not isinstance(given, bool):
        given = [given]
    if not isinstance(given, list):
        return given
    for one in given:
        if isinstance(one, int | float):
            raise wrong("number", one, "编号请加引号")
    return tuple({"value": one} if isinstance(one, str) else one for one in given)


class Approval(Part):
    """A permission given by an authority."""

    authority: Annotated[Who | None, Acts("authority")] = None
    date: Annotated[When | None, Day("past")] = None
    number: Reference | None = None
    for_: Text | None = Field(None, alias="for")


class NoticePeriod(Part):
    """How long a notice stands open, as printed."""

    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[When | None, Day("ahead")] = None
    length: Length | None = None
    printed: Text | None = None


class Channel(Part):
    """How the public may answer a notice."""

    how: Many[Reach] = ()
    to: Reach | None = None
    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    until: Annotated[When | None, Day("ahead")] = None
    length: Length | None = None
    answered_within: Length | None = None
    written: bool | None = None
    real_name: bool | None = None
    printed: Reach | None = None


class Mention(Part):
    """What the notice tells of another step; never a notice, never judged."""

    event: Annotated[str, Word("event")]
    words: Text
    on: Annotated[When | None, Day("begins")] = None
    to: Annotated[When | None, Day("ahead")] = None
    planned: bool | None = None
    not_yet: bool | None = None
    was: Annotated[When | None, Day("past")] = None
    number: Reference | None = None
    round: Ordinal | None = None


class Related(Part):
    """Another project that this one continues, serves or evaluates."""

    relation: Annotated[str, Word("relation")]
    project: ProjectId | None = None
    printed: Text | None = None


class Defect(Part):
    """An oddity of the original, kept as printed, with what we make of it."""

    printed: Text | None = None


_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")


def _by_year(given: Any) -> Any:
    if not isinstance(given, dict):
        return given
    return tuple(
        {"name": f"{year}年", "year": _year(year), "amount": sum_} for year, sum_ in given.items()
    )


def _year(given: Any) -> Any:
    """A year is one in quotes too: as a key, JSON knows no other."""
    return int(given) if isinstance(given, str) and _YEAR.fullmatch(given) else given


# `{2024: 1650000, 2025: 1350000}`
SumsByYear = Annotated[
    tuple[NamedSum, ...],
    BeforeValidator(_by_year),
    Field(json_schema_extra={"x-by-year": True}),
]


class Notice(Part):
    """What any notice may state. Only kind, title and source are required."""

    # A check meets few of the thirty kinds: each is made ready when it is first met.
    model_config = ConfigDict(defer_build=True)

    # Every kind says it, by itself or by what it stands under.
    reaches: ClassVar[Reaches]
    tells: ClassVar[tuple[Tells, ...]]
    after: ClassVar[After]
    # Priced like this, a sum is the price of one unit, or follows what will be done.
    by_unit: ClassVar = frozenset({"unit-price", "discount"})

    kind: Annotated[Text, Apart()]
    title: Annotated[Text, Apart()]
    source: Annotated[Source, Apart()]
    begins: Annotated[Beginning | None, In("本站归类")] = None
    as_titled: Annotated[Text | None, In("公告信息")] = None
    official: Annotated[Official | None, In("公告信息")] = None
    also_published: Annotated[Many[AlsoPublished], In("公告信息")] = ()
    fictional: Annotated[bool | None, Apart()] = None
    numbers: Annotated[tuple[Numbered, ...], BeforeValidator(_numbered), In("公告信息")] = ()
    document_no: Annotated[Reference | None, In("公告信息")] = None
    procedure: Annotated[Ordinal | None, In("公告信息")] = None
    refers: Annotated[Many[Stem], In("公告信息")] = ()

    published: Annotated[When | None, Day("made"), Places("notice"), In("公告信息")] = None
    signed_off: Annotated[When | None, Day("made"), Places("notice"), In("公告信息")] = None
    reprinted: Annotated[When | None, Day("made"), Places("copy"), In("公告信息")] = None
    occurred: Annotated[When | None, Day("deed"), Places("notice"), In("公告信息")] = None

    publisher: Annotated[Whos, Acts("publisher"), In("公告信息")] = ()
    purchaser: Annotated[Whos, Acts("buyer"), In("各方")] = ()
    using_units: Annotated[Whos, Acts("buyer"), In("各方")] = ()
    agency: Annotated[Agencies, Acts("agency"), In("各方")] = ()
    suppliers: Annotated[Many[Supplier], Acts("provider"), Apiece(), In("各方")] = ()
    participants: Annotated[Whos, Acts("participant"), In("各方")] = ()
    contacts: Annotated[Many[Contact], Acts("aside"), In("各方")] = ()

    project_name: Annotated[Many[Text], In("服务")] = ()
    field_printed: Annotated[Many[Text], In("服务")] = ()
    places: Annotated[Many[Address], In("服务")] = ()
    beneficiaries: Annotated[Text | None, In("服务")] = None
    people: Annotated[Count | None, In("服务")] = None
    populations: Annotated[Many[Population], In("服务")] = ()
    service_items: Annotated[Many[Text], In("服务")] = ()
    deliverables: Annotated[Many[Text], In("服务")] = ()
    standards: Annotated[Many[Text], In("服务")] = ()
    requirements: Annotated[Many[Text], In("服务")] = ()
    staffing: Annotated[Many[Text], In("服务")] = ()
    team: Annotated[Team | None, In("服务")] = None
    workload: Annotated[Many[Workload], In("服务")] = ()
    targets: Annotated[Targets, In("服务")] = ()

    method: Annotated[Annotated[str, Word("method")] | None, In("怎样选")] = None
    method_printed: Annotated[Text | None, In("怎样选")] = None
    method_reason: Annotated[Text | None, In("怎样选")] = None
    # Of a framework agreement (令110 4, 26, 32): of which kind, which of its two stages, how orders go.
    framework_form: Annotated[Annotated[str, Word("framework_form")] | None, In("怎样选")] = None
    framework_stage: Annotated[Annotated[str, Word("framework_stage")] | None, In("怎样选")] = None
    call_off_method: Annotated[Annotated[str, Word("call_off_method")] | None, In("怎样选")] = None
    organised_by: Annotated[Annotated[str, Word("organised_by")] | None, In("怎样选")] = None
    approval: Annotated[Approval | None, In("怎样选")] = None
    legal_basis: Annotated[Many[Text], In("怎样选")] = ()
    sme: Annotated[Sme | None, In("怎样选")] = None
    green: Annotated[bool | None, In("怎样选")] = None
    category: Annotated[Text | None, In("怎样选")] = None
    steps: Annotated[Many[Text], In("怎样选")] = ()

    lots: Annotated[Rows, Refers("lot"), In("分包与明细")] = ()
    lots_count: Annotated[Count | None, In("分包与明细")] = None
    items: Annotated[Rows, In("分包与明细")] = ()

    budget: Annotated[Sum | None, Costs("planned"), In("钱")] = None
    budget_by_year: Annotated[SumsByYear, AddsUp("amount", ("budget",)), In("钱")] = ()
    budget_lines: Annotated[Many[BudgetLine], AddsUp("amount", ("budget",)), In("钱")] = ()
    per_project: Annotated[Sum | None, Costs("each"), In("钱")] = None
    ceiling: Annotated[Sum | None, Costs("planned"), In("钱")] = None
    pricing: Annotated[Annotated[str, Word("pricing")] | None, In("钱")] = None
    pricing_printed: Annotated[Many[Text], In("钱")] = ()
    price_includes: Annotated[Many[Text], In("钱")] = ()
    unit_prices: Annotated[Many[NamedSum], Apiece(), In("钱")] = ()
    quantity: Annotated[Count | None, In("钱")] = None
    service_hours: Annotated[Count | None, In("钱")] = None
    bid: Annotated[Bid | None, In("钱")] = None
    settlement: Annotated[Settlement | None, In("钱")] = None
    funders: Annotated[
        Many[Funder],
        Acts("funder"),
        AddsUp("amount", ("budget", "amount", "ceiling")),
        Hundred("share"),
        In("钱"),
    ] = ()
    funding_source: Annotated[Many[Text], In("钱")] = ()
    amounts: Annotated[Many[NamedSum], Apiece(), In("钱")] = ()

    term: Annotated[Term | None, Day("ahead"), Lasts(15), In("服务")] = None
    service_year: Annotated[Text | None, In("服务")] = None
    payment_plan: Annotated[
        Many[Payment], Day("ahead"), AddsUp("amount"), Hundred("share"), In("钱")
    ] = ()
    payment: Annotated[Reach | None, In("钱")] = None
    renewal: Annotated[Renewal | None, In("钱")] = None

    evaluation_method: Annotated[Text | None, In("怎样选")] = None
    bidders_count: Annotated[Tally | None, In("怎样选")] = None
    reviewed_on: Annotated[When | None, Day("deed"), Places("review"), In("怎样选")] = None
    reviewed_until: Annotated[When | None, Day("step"), Follows(("reviewed_on",)), In("怎样选")] = (
        None
    )
    review_place: Annotated[Address | None, In("怎样选")] = None
    panel: Annotated[Panel | None, In("怎样选")] = None
    panels: Annotated[Many[Panel], In("怎样选")] = ()
    applicants: Annotated[Count | None, In("怎样选")] = None
    funnel: Annotated[Many[FunnelStep], In("怎样选")] = ()

    notice_period: Annotated[NoticePeriod | None, Day("ahead"), Lasts(), In("公示与异议")] = None
    objection: Annotated[Channel | None, Day("ahead"), Lasts(), In("公示与异议")] = None
    next_step: Annotated[Reach | None, In("公示与异议")] = None
    attachments: Annotated[Many[Attachment], In("其他")] = ()
    related: Annotated[Many[Related], In("其他")] = ()
    mentions: Annotated[Many[Mention], Day("ahead"), Lasts(), In("其他")] = ()
    defects: Annotated[Many[Defect], In("其他")] = ()
    other: Annotated[Many[Labelled], In("其他")] = ()
    note: Annotated[Text | None, In("其他")] = None
    portal: Annotated[Portal | None, Apart()] = None
