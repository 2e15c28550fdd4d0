"""The project record: what the notices of one purchase have in common."""

from typing import Annotated, ClassVar, Literal

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Acts, AnyStage, Costs, Day
from generator.records.model.notice import Notice
from generator.records.model.part import (
    Address,
    Many,
    Ordinal,
    Part,
    PartyId,
    Reference,
    Tally,
    Text,
    Word,
    Year,
)
from generator.records.model.parties import Whos
from generator.records.model.rows import Posts, Supervisor


class Coverage(Part):
    """Who says that all notices of the project are here, and since when."""

    by: Annotated[str, Word("coverage_by")]
    since: Annotated[When, Day("ours")]


class Need(Part):
    """The need that was assessed before the purchase (Wuhan 4, 9(1))."""

    text: Text
    assessed_on: Annotated[When | None, Day("past")] = None
    by: Annotated[Whos, Acts("aside")] = ()
    people: Tally | None = None


class LibraryStage(Part):
    """One stage of the project library (Wuhan 10(1))."""

    stage: Annotated[str, Word("library_stage")]
    date: Annotated[When | None, Day("begins")] = None


class Procedure(Part):
    """One round of procurement, with the numbers it had."""

    round: Ordinal
    method: Annotated[str, Word("method")] | None = None
    numbers: Many[Reference] = ()
    outcome: Text | None = None


class LotName(Part):
    """A lot that notices refer to by its id."""

    id: Text
    name: Text


class Roles(Part):
    """The public bodies around a purchase (Wuhan 5)."""

    civil_affairs: Annotated[PartyId | None, Acts("buyer")] = None
    finance: Annotated[PartyId | None, Acts("buyer")] = None
    using_unit: Annotated[PartyId | None, Acts("buyer")] = None


class ReferenceWage(Part):
    """The wage that the labour cost is held against (Beijing)."""

    year: Year
    amount: Annotated[Sum, Costs("each")]
    source: Text | None = None


class Project(Notice):
    """项目（采购）记录."""

    kind: Literal["project"]
    reaches: ClassVar = AnyStage("it holds for the whole purchase")
    tells: ClassVar = ("promise", "one-term")
    regime: Annotated[str, Word("regime")]
    division: Text | None = None
    place: Address | None = None
    coverage: Coverage | None = None
    field: Annotated[str, Word("field")] | None = None
    service_kind: Annotated[str, Word("service_kind")] | None = None
    form: Annotated[str, Word("form")] | None = None
    target_groups: Many[Annotated[str, Word("target_group")]] = ()
    plan: Annotated[str, Word("wuhan_plan")] | None = None
    functions: Many[Annotated[str, Word("function")]] = ()
    former_names: Many[Text] = ()
    roles: Roles | None = None
    need: Need | None = None
    library: Annotated[Many[LibraryStage], Day("ahead")] = ()
    posts: Posts | None = None
    supervisor: Annotated[Supervisor | None, Acts("named")] = None
    reference_wage: ReferenceWage | None = None
    procedures: Many[Procedure] = ()
    lot_names: Many[LotName] = ()
