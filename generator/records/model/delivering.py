"""Notices of the delivery and of what follows from it."""

from typing import Annotated, ClassVar, Literal

from generator.records.model.amounts import Count, Sum, Targets
from generator.records.model.dates import When
from generator.records.model.inviting import OriginalContract
from generator.records.model.jurisdiction import Band
from generator.records.model.meaning import (
    Acts,
    AddsUp,
    After,
    AnyStage,
    Apiece,
    Costs,
    Day,
    Figure,
    Follows,
    Hundred,
    Lasts,
    Leads,
    Places,
    Reached,
)
from generator.records.model.notice import Notice
from generator.records.model.outcomes import (
    Audit,
    Claim,
    Decided,
    Deduction,
    FollowUp,
    Funds,
    Sanction,
)
from generator.records.model.part import Address, Many, Number, Part, Tally, Text, Word
from generator.records.model.parties import Member, Supplier, Who, Whos
from generator.records.model.rows import (
    BudgetLine,
    Excluded,
    GradeCount,
    Mark,
    Result,
    Workload,
)
from generator.records.model.scores import ScoreSheet
from generator.records.model.times import Span


class Report(Notice):
    """履约报告、监督检查 (Wuhan 10(3), 11)."""

    kind: Literal["report"]
    reaches: ClassVar = Reached("delivering")
    tells: ClassVar = ("delivery",)
    after: ClassVar = After()
    report_kind: Annotated[str, Word("report_kind")] | None = None
    reporter: Annotated[Whos, Acts("reporter")] = ()
    period: Annotated[Span | None, Day("past"), Lasts(8)] = None
    done: Targets = ()
    spent: Annotated[Sum | None, Costs("spent")] = None
    spent_lines: Annotated[Many[BudgetLine], AddsUp("amount", ("spent",))] = ()
    execution: Annotated[Many[Funds], Apiece()] = ()
    hours_done: Many[Workload] = ()
    findings: Many[Text] = ()


class PaymentMade(Notice):
    """资金支付."""

    kind: Literal["payment"]
    reaches: ClassVar = Reached("delivering")
    tells: ClassVar = ()
    after: ClassVar = After(("contract",))
    paid_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    contract: OriginalContract | None = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    share: Annotated[Number | None, Figure()] = None
    payer: Annotated[Whos, Acts("buyer")] = ()
    payee: Annotated[Whos, Acts("provider")] = ()
    milestone: Text | None = None
    invoice_on: Annotated[When | None, Day("step"), Follows()] = None


class Satisfaction(Part):
    """How satisfied the users were, of how many asked."""

    rate: Number | None = None
    asked: Tally | None = None
    printed: Text | None = None


class Acceptance(Notice):
    """公共服务项目验收结果公告 (实施条例 45; Wuhan 11)."""

    kind: Literal["acceptance"]
    reaches: ClassVar = Leads("accepted")
    tells: ClassVar = ("delivery", "judgement", "open")
    after: ClassVar = After(("contract",))
    period: Annotated[Span | None, Day("past"), Lasts(8)] = None
    contract: OriginalContract | None = None
    accepted_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    accepted_place: Address | None = None
    group: Annotated[Many[Member], Acts("aside")] = ()
    checks: Targets = ()
    done: Targets = ()
    satisfaction: Satisfaction | None = None
    opinion: Text | None = None
    conclusion: Annotated[str, Word("conclusion")] | None = None
    conclusion_printed: Text | None = None
    score: Annotated[Mark | None, Figure()] = None
    full: Annotated[Number | None, Figure()] = None
    deductions: Annotated[Many[Deduction], AddsUp("amount", ("deducted",))] = ()
    deducted: Annotated[Sum | None, Costs("withheld")] = None
    settled_amount: Annotated[Sum | None, Costs("spent")] = None
    paid_amount: Annotated[Sum | None, Costs("spent")] = None
    final_payment: Annotated[Sum | None, Costs("rest")] = None
    surplus: Annotated[Sum | None, Costs("rest")] = None
    execution: Annotated[Many[Funds], Apiece()] = ()
    audits: Many[Audit] = ()
    findings: Many[Text] = ()
    recommendations: Many[Text] = ()
    follow_up: Annotated[Many[FollowUp], Acts("aside"), Apiece()] = ()


class Scale(Part):
    """The scale of the grades: by id of the jurisdiction's list, or as the notice prints it.

    Of its own bands the upper end is within, unless the next begins there or it says otherwise.
    """

    id: Text | None = None
    max_score: Number | None = None
    grades: Many[Text] = ()
    bands: Many[Band] = ()
    printed: Text | None = None


class Evaluation(Notice):
    """绩效评价、评估结果公告 (Wuhan 11; Beijing: seven dimensions)."""

    kind: Literal["evaluation"]
    reaches: ClassVar = Leads("evaluated")
    tells: ClassVar = ("delivery", "judgement", "open")
    after: ClassVar = After(("contract",))
    # At some stages no service, nor a year of it, is closed; at the others one is.
    interim: ClassVar = frozenset({"midterm", "spot-check", "ex-ante"})
    closing: ClassVar = frozenset({"annual", "final", "closing", "review"})
    # At this stage one year of several is.
    yearly: ClassVar = "annual"
    stage: Annotated[str, Word("evaluation_stage")] | None = None
    stage_printed: Text | None = None
    evaluator: Annotated[Whos, Acts("judge")] = ()
    commissioned_by: Annotated[Whos, Acts("participant")] = ()
    contract: OriginalContract | None = None
    candidates: Annotated[Many[Supplier], Acts("candidate"), Apiece()] = ()
    evaluated_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    evaluated_until: Annotated[When | None, Day("step"), Follows(("evaluated_on",))] = None
    completed_on: Annotated[
        When | None, Day("deed"), Places("later"), Follows(("evaluated_on",))
    ] = None
    period: Annotated[Span | None, Day("past"), Lasts(8)] = None
    scale: Scale | None = None
    overall: Annotated[Result | None, Acts("judged")] = None
    results: Annotated[Many[Result], Acts("judged"), Apiece()] = ()
    site_results: Annotated[Many[Result], Acts("judged"), Apiece()] = ()
    dimensions: Annotated[Many[Result], Acts("judged"), Hundred("weight")] = ()
    score_sheets: Many[ScoreSheet] = ()
    grade_counts: Many[GradeCount] = ()
    evaluated_count: Count | None = None
    checks: Targets = ()
    done: Targets = ()
    satisfaction: Satisfaction | None = None
    findings: Many[Text] = ()
    recommendations: Many[Text] = ()
    execution: Annotated[Many[Funds], Apiece()] = ()
    follow_up: Annotated[Many[FollowUp], Acts("aside"), Apiece()] = ()
    decided_on: Annotated[When | None, Day("deed"), Places("later")] = None


class Consequence(Notice):
    """整改通知、取消承接资格 and other consequences of an evaluation (Wuhan 11)."""

    kind: Literal["consequence"]
    reaches: ClassVar = Reached("delivering")
    tells: ClassVar = ("decision", "open")
    after: ClassVar = After(("evaluation",), named=True)
    measure: Annotated[str, Word("measure")] | None = None
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    decided_by: Annotated[Whos, Acts("authority")] = ()
    text: Text | None = None
    due: Annotated[When | None, Day("ahead")] = None
    done_on: Annotated[When | None, Day("step"), Follows()] = None
    effective: Annotated[Span | None, Day("ahead"), Lasts(30)] = None
    withheld: Annotated[Sum | None, Costs("withheld")] = None
    # Of a decision that does several things each has its row; the first may stand above.
    measures: Annotated[Many[Decided], Apiece()] = ()
    appeal: Text | None = None
    outcome: Text | None = None


class Complaint(Notice):
    """异议、质疑、投诉处理结果 (令74 40, 采购法 56)."""

    kind: Literal["complaint"]
    reaches: ClassVar = AnyStage("somebody may complain at every step")
    tells: ClassVar = ("review",)
    after: ClassVar = After()
    complaint_kind: Annotated[str, Word("complaint_kind")] | None = None
    complainant: Annotated[Whos, Acts("complainant")] = ()
    respondents: Annotated[Whos, Acts("respondent")] = ()
    received_on: Annotated[When | None, Day("past")] = None
    admitted_on: Annotated[When | None, Day("past"), Follows(("received_on",))] = None
    decided_on: Annotated[When | None, Day("deed"), Places("deed"), Follows(("received_on",))] = (
        None
    )
    excluded: Annotated[Many[Excluded], Day("past"), Lasts(1)] = ()
    decided_by: Annotated[Whos, Acts("authority")] = ()
    approved_on: Annotated[When | None, Day("deed"), Places("later")] = None
    facts: Text | None = None
    claims: Many[Claim] = ()
    requests: Many[Text] = ()
    grounds: Many[Text] = ()
    outcome: Text | None = None
    sanctions: Annotated[Many[Sanction], Acts("respondent"), Apiece()] = ()
    effects: Many[Annotated[str, Word("effect")]] = ()
    appeal: Text | None = None
    told_on: Annotated[When | None, Day("step"), Follows()] = None


class Inspection(Notice):
    """监督检查、考核结果 (采购法 66)."""

    kind: Literal["inspection"]
    reaches: ClassVar = Reached("delivering")
    tells: ClassVar = ("review",)
    after: ClassVar = After()
    authority: Annotated[Who | None, Acts("authority")] = None
    subject: Annotated[Whos, Acts("respondent")] = ()
    inspected_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    approved_on: Annotated[When | None, Day("deed"), Places("later")] = None
    inspection_method: Text | None = None
    facts: Text | None = None
    grounds: Many[Text] = ()
    findings: Many[Text] = ()
    outcome: Text | None = None
