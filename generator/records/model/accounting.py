"""Notices of public money around the projects: plans, budgets, accounts, standards."""

from typing import Literal

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.notice import Notice
from generator.records.model.part import Many, Text
from generator.records.model.parties import Whos
from generator.records.model.times import Span


class AnnualPlan(Notice):
    """年度购买计划 (Wuhan 9(1))."""

    kind: Literal["annual-plan"]
    year: Text | None = None
    approved_on: When | None = None
    authority: Whos = ()
    need: Text | None = None
    scale: Text | None = None
    quality: Text | None = None
    outcome_goals: Text | None = None


class BudgetApproval(Notice):
    """预算批复 (Wuhan 9(1))."""

    kind: Literal["budget-approval"]
    year: Text | None = None
    approved_on: When | None = None
    authority: Whos = ()
    adjust_rule: Text | None = None


class Allocation(Notice):
    """资金分配、使用情况."""

    kind: Literal["allocation"]
    year: Text | None = None
    period: Span | None = None
    amount: Sum | None = None
    carried_over: Sum | None = None
    carried_over_printed: Text | None = None
    decided_on: When | None = None
    decided_by: Whos = ()
    use: Many[Text] = ()
    reporting_rule: Text | None = None


class FinalAccount(Notice):
    """决算 (Wuhan 10(1), 预算法 14)."""

    kind: Literal["final-account"]
    year: Text | None = None
    approved_on: When | None = None
    amount: Sum | None = None
    carried_over: Sum | None = None


class Standard(Notice):
    """资助标准、服务标准、薪酬指导价 (Wuhan 8, 10(1))."""

    kind: Literal["standard"]
    applies_to: Text | None = None
    effective: Span | None = None
    decided_on: When | None = None
    decided_by: Whos = ()
    text: Text | None = None


class Support(Notice):
    """培育扶持措施 (Wuhan 12)."""

    kind: Literal["support"]
    applies_to: Text | None = None
    effective: Span | None = None
    decided_on: When | None = None
    decided_by: Whos = ()
    measures: Many[Text] = ()
