"""Notices of public money around the projects: plans, budgets, accounts, standards."""

from typing import Annotated, ClassVar, Literal

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Acts, After, Apiece, Costs, Day, Lasts, Places, Reached
from generator.records.model.notice import Notice
from generator.records.model.outcomes import Audit, Funds
from generator.records.model.part import Many, Text
from generator.records.model.parties import Whos
from generator.records.model.times import Span


class AnnualPlan(Notice):
    """年度购买计划 (Wuhan 9(1))."""

    kind: Literal["annual-plan"]
    reaches: ClassVar = Reached("funds")
    tells: ClassVar = ("account",)
    after: ClassVar = After()
    year: Text | None = None
    approved_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    authority: Annotated[Whos, Acts("authority")] = ()
    need: Text | None = None
    scale: Text | None = None
    quality: Text | None = None
    outcome_goals: Text | None = None


class BudgetApproval(Notice):
    """预算批复 (Wuhan 9(1))."""

    kind: Literal["budget-approval"]
    reaches: ClassVar = Reached("funds")
    tells: ClassVar = ("account",)
    after: ClassVar = After()
    year: Text | None = None
    approved_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    authority: Annotated[Whos, Acts("authority")] = ()
    adjust_rule: Text | None = None


class Allocation(Notice):
    """资金分配、使用情况."""

    kind: Literal["allocation"]
    reaches: ClassVar = Reached("funds")
    tells: ClassVar = ("account", "open")
    after: ClassVar = After()
    year: Text | None = None
    period: Annotated[Span | None, Day("past"), Lasts(8)] = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    carried_over: Annotated[Sum | None, Costs("rest")] = None
    carried_over_printed: Text | None = None
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    decided_by: Annotated[Whos, Acts("authority")] = ()
    execution: Annotated[Many[Funds], Apiece()] = ()
    use: Many[Text] = ()
    reporting_rule: Text | None = None


class FinalAccount(Notice):
    """决算 (Wuhan 10(1), 预算法 14)."""

    kind: Literal["final-account"]
    reaches: ClassVar = Reached("funds")
    tells: ClassVar = ("account",)
    after: ClassVar = After()
    year: Text | None = None
    approved_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    carried_over: Annotated[Sum | None, Costs("rest")] = None
    execution: Annotated[Many[Funds], Apiece()] = ()
    audits: Many[Audit] = ()


class Standard(Notice):
    """资助标准、服务标准、薪酬指导价 (Wuhan 8, 10(1))."""

    kind: Literal["standard"]
    reaches: ClassVar = Reached("funds")
    tells: ClassVar = ()
    after: ClassVar = After()
    applies_to: Text | None = None
    effective: Annotated[Span | None, Day("ahead"), Lasts(30)] = None
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    decided_by: Annotated[Whos, Acts("authority")] = ()
    text: Text | None = None


class Support(Notice):
    """培育扶持措施 (Wuhan 12)."""

    kind: Literal["support"]
    reaches: ClassVar = Reached("funds")
    tells: ClassVar = ("gift",)
    after: ClassVar = After()
    applies_to: Text | None = None
    effective: Annotated[Span | None, Day("ahead"), Lasts(30)] = None
    decided_on: Annotated[When | None, Day("deed"), Places("deed")] = None
    decided_by: Annotated[Whos, Acts("authority")] = ()
    measures: Many[Text] = ()
