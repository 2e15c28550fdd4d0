"""Rows of what a notice lists: lots, line items, results, changes, criteria."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.records.model.amounts import Count, Funder, NamedSum, Sum, Targets
from generator.records.model.dates import When
from generator.records.model.meaning import Acts, AddsUp, Costs, Day, Figure, Hundred
from generator.records.model.part import (
    Address,
    LotId,
    Many,
    Number,
    Part,
    PartyId,
    ProjectId,
    Reference,
    Tally,
    Text,
    Word,
    Year,
)
from generator.records.model.parties import Supplier
from generator.records.model.times import Length, Term


class Sme(Part):
    """The notice's word on small and medium-sized enterprises (财库〔2020〕46号)."""

    reserved: bool | None = None
    reason: Text | None = None
    industry: Text | None = None


class Declaration(Part):
    """A declaration of who was chosen that a result publishes (财库〔2020〕46号 13), and how far.

    The three states are kept apart: its words, a file with it, or a stroke in its place.
    """

    name: Annotated[str, Word("declaration")]
    how: Annotated[str, Word("declared")]
    lots: Many[LotId] = ()
    printed: Text | None = None


class LotFee(Part):
    """What the agency gets for one lot."""

    lot: LotId
    amount: Annotated[Sum, Costs("beside")]


class Fee(Part):
    """The agency's fee and the standard it follows."""

    amount: Annotated[Sum | None, Costs("beside")] = None
    standard: Text | None = None
    by_lot: Many[LotFee] = ()


class Row(Part):
    """A lot, or a line of a plan, an allocation, a budget or an account.

    `id` names a lot of the project; `number` is what the notice prints.
    """

    id: Reference | None = None
    number: Reference | None = None
    name: Text | None = None
    category: Text | None = None
    places: Many[Address] = ()
    service_items: Many[Text] = ()
    beneficiaries: Text | None = None
    people: Count | None = None
    quantity: Count | None = None
    unit_price: Annotated[Sum | None, Costs("unit")] = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    budget: Annotated[Sum | None, Costs("planned")] = None
    ceiling: Annotated[Sum | None, Costs("planned")] = None
    spent: Annotated[Sum | None, Costs("spent")] = None
    carried_over: Annotated[Sum | None, Costs("rest")] = None
    returned: Annotated[Sum | None, Costs("rest")] = None
    project: ProjectId | None = None
    share: Annotated[Number | None, Figure()] = None
    self_funding: Annotated[Sum | None, Costs("rest")] = None
    funders: Annotated[Many[Funder], Acts("funder")] = ()
    amounts: Many[NamedSum] = ()
    suppliers: Annotated[Many[Supplier], Acts("provider")] = ()
    suppliers_count: Tally | None = None
    bidders_count: Tally | None = None
    min_applicants: Tally | None = None
    expected: Annotated[When | None, Day("ahead")] = None
    term: Annotated[Term | None, Day("ahead")] = None
    targets: Targets = ()
    sme: Sme | None = None
    structure: Text | None = None
    consortium: bool | None = None
    consortium_max: Tally | None = None
    code: Reference | None = None
    failed: bool | None = None
    reason: Text | None = None


Rows = Annotated[
    Many[Row],
    AddsUp("amount"),
    AddsUp("budget", ("budget",)),
    AddsUp("carried_over", ("carried_over",)),
    AddsUp("ceiling", ("ceiling", "budget")),
    AddsUp("spent", ("spent", "amount")),
]


class Population(Part):
    """One of several groups that are served, and how many they are."""

    name: Text
    people: Count | None = None


class FunnelStep(Part):
    """How many were left after one step of the choice."""

    name: Text
    organisations: Tally | None = None
    projects: Tally | None = None
    on: Annotated[When | None, Day("past")] = None


class Score(Part):
    """A score as a number, or what stands printed in its place."""

    value: Number | None = None
    printed: Text | None = None


class Grade(Part):
    """A grade in the words of its own scale, or what stands in its place."""

    value: Text | None = None
    printed: Text | None = None


def _wrapped(given: object) -> object:
    return given if given is None or isinstance(given, dict | Part) else {"value": given}


Mark = Annotated[Score, BeforeValidator(_wrapped)]


class StageMark(Part):
    """The mark of one stage that goes into a combined one, and its weight in percent."""

    stage: Annotated[str, Word("evaluation_stage")] | None = None
    stage_printed: Text | None = None
    score: Annotated[Mark | None, Figure()] = None
    weight: Annotated[Number | None, Figure()] = None


class Result(Part):
    """One cell of an evaluation: a service, a site or a party, and its mark.

    `parts` are the marks of several stages that it is combined of.
    """

    lot: LotId | None = None
    service: Text | None = None
    site: Text | None = None
    party: PartyId | None = None
    printed: Text | None = None
    dimension: Text | None = None
    weight: Annotated[Number | None, Figure()] = None
    full: Number | None = None
    score: Annotated[Mark | None, Figure()] = None
    grade: Annotated[Grade, BeforeValidator(_wrapped)] | None = None
    parts: Annotated[Many[StageMark], Hundred("weight")] = ()


class GradeCount(Part):
    """How many got one grade or prize."""

    grade: Text
    category: Text | None = None
    count: Annotated[Tally | None, Figure()] = None
    names: Many[Text] = ()


class Change(Part):
    """What a correction or a contract change replaces by what."""

    number: Text | None = None
    item: Text | None = None
    weight: Annotated[Number | None, Figure()] = None
    before: Text | None = None
    after: Text | None = None


class Excluded(Part):
    """A time that does not count towards a decision: from a letter to its answer (令94 27)."""

    needed_for: Annotated[str, Word("excluded_for")] | None = None
    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[When | None, Day("ahead")] = None
    length: Length | None = None
    printed: Text | None = None


class CriterionPart(Part):
    """One of the items that a criterion is made of, weighed as it is."""

    name: Text
    weight: Annotated[Number | None, Figure()] = None
    full: Annotated[Number | None, Figure()] = None
    text: Text | None = None


class Criterion(Part):
    """One criterion of selection: its weight in points or percent, or the most it can bring.

    Its `parts` come to the same, or are a hundred percent of it.
    """

    name: Text
    weight: Annotated[Number | None, Figure()] = None
    full: Annotated[Number | None, Figure()] = None
    text: Text | None = None
    parts: Many[CriterionPart] = ()


class BudgetLine(Part):
    """A line of the cost plan: labour, service costs, other."""

    name: Text
    line: Annotated[str, Word("cost")] | None = None
    amount: Annotated[Sum | None, Costs("part")] = None
    people: Number | None = None
    per_person_year: Annotated[Sum | None, Costs("unit")] = None


class Workload(Part):
    """Planned hours of one type of work."""

    type: Annotated[str, Word("work")]
    unit: Text | None = None
    count: Annotated[Number | None, Figure()] = None
    hours_per_unit: Number | None = None
    hours: Number | None = None


class Team(Part):
    """Who works on the project, as numbers: no names. `unit` is what they are counted in."""

    total: Count | None = None
    unit: Text | None = None
    qualified_fulltime: Tally | None = None
    certified: Tally | None = None
    per_site: Text | None = None


class Supervisor(Part):
    """The qualification of the supervisor: no name."""

    level: Annotated[str, Word("social_worker_level")] | None = None
    years: Number | None = None
    route: Text | None = None
    party: PartyId | None = None


class Posts(Part):
    """Posts bought at the guide price (Wuhan 8)."""

    count: Annotated[Tally | None, Figure()] = None
    guide_price_year: Year | None = None
    guide_price: Annotated[Sum | None, Costs("unit")] = None


class Opinion(Part):
    """One opinion received and what was answered."""

    role: Annotated[str, Word("opinion_role")] | None = None
    text: Text
    answer: Text | None = None
    adopted: bool | None = None
