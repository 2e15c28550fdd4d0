"""Notices of the delivery and of what follows from it."""

from typing import Annotated, Literal

from generator.records.model.amounts import Count, Sum, Targets
from generator.records.model.dates import When
from generator.records.model.notice import Notice
from generator.records.model.part import Many, Number, Part, Tally, Text, Word
from generator.records.model.parties import Member, Supplier, Who, Whos
from generator.records.model.rows import BudgetLine, GradeCount, Result, Workload
from generator.records.model.times import Span


class Report(Notice):
    """履约报告、监督检查 (Wuhan 10(3), 11)."""

    kind: Literal["report"]
    report_kind: Annotated[str, Word("report_kind")] | None = None
    reporter: Whos = ()
    period: Span | None = None
    done: Targets = ()
    spent: Sum | None = None
    spent_lines: Many[BudgetLine] = ()
    hours_done: Many[Workload] = ()
    findings: Many[Text] = ()


class PaymentMade(Notice):
    """资金支付."""

    kind: Literal["payment"]
    paid_on: When | None = None
    amount: Sum | None = None
    share: Number | None = None
    payer: Whos = ()
    payee: Whos = ()
    milestone: Text | None = None
    invoice_on: When | None = None


class Satisfaction(Part):
    """How satisfied the users were, of how many asked."""

    rate: Number | None = None
    asked: Tally | None = None
    printed: Text | None = None


class Acceptance(Notice):
    """公共服务项目验收结果公告 (实施条例 45; Wuhan 11)."""

    kind: Literal["acceptance"]
    period: Span | None = None
    accepted_on: When | None = None
    group: Many[Member] = ()
    checks: Targets = ()
    done: Targets = ()
    satisfaction: Satisfaction | None = None
    opinion: Text | None = None
    conclusion: Annotated[str, Word("conclusion")] | None = None
    conclusion_printed: Text | None = None


class Scale(Part):
    """The scale of the grades: by id of the jurisdiction's list, or as printed."""

    id: Text | None = None
    max_score: Number | None = None
    grades: Many[Text] = ()
    printed: Text | None = None


class Evaluation(Notice):
    """绩效评价、评估结果公告 (Wuhan 11; Beijing: seven dimensions)."""

    kind: Literal["evaluation"]
    stage: Annotated[str, Word("evaluation_stage")] | None = None
    stage_printed: Text | None = None
    evaluator: Whos = ()
    commissioned_by: Whos = ()
    candidates: Many[Supplier] = ()
    evaluated_on: When | None = None
    evaluated_until: When | None = None
    completed_on: When | None = None
    period: Span | None = None
    scale: Scale | None = None
    overall: Result | None = None
    results: Many[Result] = ()
    site_results: Many[Result] = ()
    dimensions: Many[Result] = ()
    grade_counts: Many[GradeCount] = ()
    evaluated_count: Count | None = None
    done: Targets = ()
    satisfaction: Satisfaction | None = None
    findings: Many[Text] = ()
    recommendations: Many[Text] = ()
    decided_on: When | None = None


class Consequence(Notice):
    """整改通知、取消承接资格 and other consequences of an evaluation (Wuhan 11)."""

    kind: Literal["consequence"]
    measure: Annotated[str, Word("measure")] | None = None
    decided_on: When | None = None
    decided_by: Whos = ()
    text: Text | None = None
    due: When | None = None
    done_on: When | None = None
    effective: Span | None = None
    withheld: Sum | None = None
    appeal: Text | None = None
    outcome: Text | None = None


class Complaint(Notice):
    """异议、质疑、投诉处理结果 (令74 40, 采购法 56)."""

    kind: Literal["complaint"]
    complaint_kind: Annotated[str, Word("complaint_kind")] | None = None
    complainant: Whos = ()
    respondents: Whos = ()
    received_on: When | None = None
    decided_on: When | None = None
    decided_by: Whos = ()
    approved_on: When | None = None
    facts: Text | None = None
    grounds: Many[Text] = ()
    outcome: Text | None = None
    told_on: When | None = None


class Inspection(Notice):
    """监督检查、考核结果 (采购法 66)."""

    kind: Literal["inspection"]
    authority: Who | None = None
    subject: Whos = ()
    inspected_on: When | None = None
    approved_on: When | None = None
    inspection_method: Text | None = None
    facts: Text | None = None
    grounds: Many[Text] = ()
    findings: Many[Text] = ()
    outcome: Text | None = None
