"""Stretches of time: terms, windows, periods counted in days."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Costs, Day, Figure
from generator.records.model.part import Many, Number, Part, Text, Word

_CENTURY = 100


class Length(Part):
    """A number of days; `working` stays out where the notice does not say."""

    days: Annotated[int, Field(ge=1, le=_CENTURY * 366)] | None = None
    months: Annotated[int, Field(ge=1, le=_CENTURY * 12)] | None = None
    years: Annotated[int, Field(ge=1, le=_CENTURY)] | None = None
    working: bool | None = None
    printed: Text | None = None


class Point(Part):
    """The start or end of a stretch: a date or an event."""

    on: Annotated[When | None, Day("begins")] = None
    event: Text | None = None


Bound = Annotated[
    Point, BeforeValidator(lambda given: {"on": given} if isinstance(given, str | int) else given)
]


class Span(Part):
    """From one day to another, both included."""

    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[When | None, Day("ahead")] = None
    length: Length | None = None
    printed: Text | None = None


class Term(Part):
    """How long the service lasts; either end may be an event."""

    from_: Annotated[Bound | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[Bound | None, Day("ahead")] = None
    length: Number | None = None
    unit: Annotated[str, Word("time_unit")] | None = None
    at_most: Length | None = None
    printed: Text | None = None


class Renewal(Part):
    """When and how often the contract may be renewed."""

    condition: Text | None = None
    times: Annotated[int, Field(ge=0, le=_CENTURY)] | None = None
    each: Text | None = None
    at_most: Length | None = None
    printed: Text | None = None


class Payment(Part):
    """One instalment and what it waits for."""

    share: Annotated[Number | None, Figure()] = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    event: Text | None = None
    on: Annotated[When | None, Day("begins")] = None
    within: Length | None = None
    depends_on: Many[Annotated[str, Word("payment_dependency")]] = ()
    printed: Text | None = None
