"""Notices of the choice: proposal, suspension, correction, termination, award, grant, honour."""

from typing import Annotated, ClassVar, Literal

from generator.records.model.amounts import Count, Sum
from generator.records.model.dates import When
from generator.records.model.inviting import Documents, Opening, OriginalContract
from generator.records.model.meaning import (
    Acts,
    AddsUp,
    After,
    AnyStage,
    Apiece,
    Costs,
    Day,
    Follows,
    Lasts,
    Leads,
    Places,
    Reached,
)
from generator.records.model.notice import Notice
from generator.records.model.part import (
    Address,
    Many,
    Number,
    Part,
    Reference,
    Stem,
    Tally,
    Text,
    Word,
)
from generator.records.model.parties import Recommended, Supplier, Whos
from generator.records.model.rows import (
    BudgetLine,
    Change,
    Criterion,
    Declaration,
    Fee,
    GradeCount,
    Posts,
)
from generator.records.model.scores import ScoreSheet
from generator.records.model.times import Span


class Proposal(Notice):
    """中标候选人公示、拟资助名单公示: who may be chosen, before anybody is."""

    kind: Literal["proposal"]
    reaches: ClassVar = Reached("proposed")
    tells: ClassVar = ("open",)
    after: ClassVar = After()
    proposes: Annotated[str, Word("proposes")] | None = None
    candidates: Annotated[Many[Supplier], Acts("candidate"), Apiece()] = ()
    candidates_count: Count | None = None
    proposed_amount: Annotated[Sum | None, Costs("beside")] = None
    year: Text | None = None
    batch: Text | None = None
    prizes: Many[GradeCount] = ()


class Suspension(Notice):
    """暂停公告: the purchase stops for a while, or goes on again (采购法 57)."""

    kind: Literal["suspension"]
    reaches: ClassVar = AnyStage(
        "it holds up whatever stage it finds, until it says that it goes on"
    )
    tells: ClassVar = ()
    after: ClassVar = After()
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    decided_by: Annotated[Whos, Acts("authority")] = ()
    reason: Text | None = None
    effective: Annotated[Span | None, Day("ahead"), Lasts(30)] = None
    resumed_on: Annotated[When | None, Day("deed"), Places("later")] = None


class Correction(Notice):
    """更正公告 (实施条例 31, N50)."""

    kind: Literal["correction"]
    reaches: ClassVar = Reached("inviting")
    tells: ClassVar = ("result", "review")
    after: ClassVar = After(("tender", "award"), named=True)
    scope: Many[Annotated[str, Word("correction_scope")]] = ()
    first_published: Annotated[When | None, Day("past")] = None
    corrected_on: Annotated[
        When | None, Day("deed"), Places("deed"), Follows(("first_published",))
    ] = None
    reason: Text | None = None
    changes: Annotated[Many[Change], Apiece()] = ()
    others_unchanged: bool | None = None
    new_deadline: Annotated[When | None, Day("ahead"), Follows(("corrected_on",))] = None
    documents: Annotated[Documents | None, Day("ahead"), Lasts(1)] = None
    opening: Annotated[Opening | None, Day("ahead")] = None
    site_visit: Annotated[Opening | None, Day("ahead")] = None
    qualifications: Many[Text] = ()
    bid_bond: Annotated[Sum | None, Costs("beside")] = None
    # Those that changed, or all: together they need not be a hundred.
    criteria: Annotated[Many[Criterion], Apiece()] = ()
    cutoff: Annotated[When | None, Day("ahead")] = None
    winners: Annotated[Many[Supplier], Acts("provider"), AddsUp("amount", ("amount",))] = ()
    amount: Annotated[Sum | None, Costs("settled")] = None
    letter_issued_on: Annotated[When | None, Day("step"), Follows(("reviewed_on",))] = None
    agency_fee: Fee | None = None
    grade_mapping: Many[Text] = ()
    score_sheets: Many[ScoreSheet] = ()


class Termination(Notice):
    """终止公告、废标公告 (令74 37, N50)."""

    kind: Literal["termination"]
    reaches: ClassVar = Leads("ended")
    tells: ClassVar = ()
    after: ClassVar = After(("tender",), within=730)
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    reason: Text | None = None
    reason_listed: Text | None = None
    agency_fee: Fee | None = None
    opened: Annotated[Opening | None, Day("past")] = None
    bidders: Annotated[Many[Supplier], Acts("provider"), Apiece()] = ()


class LowPrice(Part):
    """The review of an abnormally low price (财库〔2026〕2号)."""

    triggered: bool | None = None
    outcome: Text | None = None
    compliant_mean: Annotated[Sum | None, Costs("beside")] = None


class Award(Notice):
    """中标、成交、入围、评审结果公告 (实施条例 43, 令87 69)."""

    kind: Literal["award"]
    reaches: ClassVar = Leads("awarded")
    tells: ClassVar = ("result", "term", "one-term", "open")
    after: ClassVar = After(("tender",), within=730)
    report_received_on: Annotated[When | None, Day("step"), Follows(("reviewed_on",))] = None
    determined_on: Annotated[
        When | None,
        Day("deed"),
        Places("deed"),
        Follows(("reviewed_on", "report_received_on")),
    ] = None
    letter_issued_on: Annotated[
        When | None, Day("step"), Follows(("reviewed_on", "determined_on"))
    ] = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    winners: Annotated[Many[Supplier], Acts("provider"), AddsUp("amount", ("amount",))] = ()
    winners_count: Tally | None = None
    bidders: Annotated[Many[Supplier], Acts("provider"), Apiece()] = ()
    candidates: Annotated[Many[Supplier], Acts("candidate"), Apiece()] = ()
    recommended: Annotated[Many[Recommended], Acts("candidate")] = ()
    score_sheets: Many[ScoreSheet] = ()
    opened: Annotated[Opening | None, Day("past")] = None
    posts: Posts | None = None
    agency_fee: Fee | None = None
    low_price: LowPrice | None = None
    declarations: Many[Declaration] = ()
    service_scope: Text | None = None
    document_published: bool | None = None
    apply_rule: Text | None = None


class Grant(Notice):
    """资助、公益创投评选结果: support rather than purchase."""

    kind: Literal["grant"]
    reaches: ClassVar = Leads("honoured")
    tells: ClassVar = ("gift", "open")
    after: ClassVar = After()
    winners: Annotated[Many[Supplier], Acts("provider"), AddsUp("amount", ("amount",))] = ()
    winners_count: Count | None = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    decided_by: Annotated[Whos, Acts("authority")] = ()
    announced_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    score_sheets: Many[ScoreSheet] = ()


class Honour(Notice):
    """优秀项目、机构评选结果 (Wuhan 13)."""

    kind: Literal["honour"]
    reaches: ClassVar = Leads("honoured")
    tells: ClassVar = ("gift", "open")
    after: ClassVar = After()
    year: Text | None = None
    batch: Text | None = None
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    decided_by: Annotated[Whos, Acts("authority")] = ()
    prizes: Many[GradeCount] = ()
    winners: Annotated[Many[Supplier], Acts("provider"), AddsUp("amount", ("amount",))] = ()
    score_sheets: Many[ScoreSheet] = ()


class LineItem(Part):
    """A line of the contract's price table; `amount` is for all of `years`."""

    number: Reference | None = None
    name: Text
    unit: Text | None = None
    unit_price: Annotated[Sum | None, Costs("unit")] = None
    quantity: Count | None = None
    amount_per_year: Annotated[Sum | None, Costs("part")] = None
    years: Number | None = None
    amount: Annotated[Sum | None, Costs("part")] = None


class Contract(Notice):
    """合同公告 (实施条例 50, N50; six elements: Wuhan 9(3))."""

    kind: Literal["contract"]
    reaches: ClassVar = Leads("contracted")
    tells: ClassVar = ("promise", "term", "one-term")
    after: ClassVar = After(("award", "single-source"))
    contract_name: Text | None = None
    parent: Stem | None = None
    # As this notice says; that of the result is in the result.
    letter_issued_on: Annotated[When | None, Day("step"), Follows()] = None
    signed: Annotated[When | None, Day("deed"), Places("deed")] = None
    filed_on: Annotated[When | None, Day("step"), Follows(("signed",))] = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    amount_per_year: Annotated[Sum | None, Costs("each")] = None
    line_items: Annotated[Many[LineItem], AddsUp("amount", ("amount",))] = ()
    line_item_basis: Text | None = None
    scope: Text | None = None
    quality: Text | None = None
    liability: Text | None = None
    acceptance_terms: Text | None = None
    acceptance_plan: Text | None = None
    dispute_terms: Text | None = None
    subcontracting: bool | None = None
    performance_bond: Annotated[Sum | None, Costs("beside")] = None
    long_term_reasons: Many[Text] = ()
    cost_lines: Annotated[Many[BudgetLine], AddsUp("amount", ("amount",))] = ()
    posts: Posts | None = None
    service_place: Address | None = None


class ContractChange(Notice):
    """合同变更公告 (财办库〔2023〕243号)."""

    kind: Literal["contract-change"]
    reaches: ClassVar = Reached("contracted")
    tells: ClassVar = ("promise",)
    after: ClassVar = After(("contract",))
    original_contract: OriginalContract | None = None
    changed_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    reason: Text | None = None
    changes: Annotated[Many[Change], Apiece()] = ()
    supplement_amount: Annotated[Sum | None, Costs("added")] = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    performance_bond: Annotated[Sum | None, Costs("beside")] = None
