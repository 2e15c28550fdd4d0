"""How a purchase is sorted: under which rules, in which field, for whom, in which rounds and lots."""

from typing import Annotated

from generator.records.model.dates import When
from generator.records.model.meaning import Acts, Day
from generator.records.model.part import (
    Address,
    Many,
    Ordinal,
    Part,
    PartyId,
    Reference,
    Text,
    Word,
)


class Coverage(Part):
    """Who says that all notices of the project are here, and since when."""

    by: Annotated[str, Word("coverage_by")]
    since: Annotated[When, Day("ours")]


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


class Sorting(Part):
    """What places a purchase among others; most of it no notice prints."""

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
    procedures: Many[Procedure] = ()
    lot_names: Many[LotName] = ()


class Beginning(Sorting):
    """A project that begins in this notice and has no file of its own."""

    title: Text | None = None
