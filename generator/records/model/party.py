"""An organisation. Party files change over time; notices do not."""

from typing import Annotated, Literal

from generator.records.model.dates import When
from generator.records.model.meaning import Apart, Day, Figure
from generator.records.model.origin import Source
from generator.records.model.part import Many, Part, Reference, Shows, Tally, Text, Url, Word, Year
from generator.records.model.portal import Portal


class Alias(Part):
    """Another name of the same organisation, and where that is stated."""

    name: Text
    source: Text


class Certified(Part):
    """How many certified social workers there were on a day (Wuhan 6(2))."""

    as_of: Annotated[When, Day("past")]
    count: Annotated[Tally, Figure()]
    source: Text


class AnnualInspection(Part):
    """The result of one year's inspection (Wuhan 6(3))."""

    year: Year
    result: Annotated[str, Word("inspection_result")]
    source: Text


class Penalty(Part):
    """A penalty of the registration authority (Wuhan 6(3))."""

    date: Annotated[When, Day("past")]
    by: Text
    text: Text
    source: Text


class OrgGrade(Part):
    """The grade of the organisation itself, 1A to 5A; not of a project."""

    grade: Text
    valid_from: Annotated[When | None, Day("begins")] = None
    valid_to: Annotated[When | None, Day("ahead")] = None
    source: Text


class PartyRecord(Part):
    """机构记录."""

    kind: Annotated[Literal["party"], Apart()]
    name: Annotated[Text, Apart()]
    type: Annotated[str, Word("party_type")]
    source: Annotated[Source, Apart()]
    id: Annotated[Text | None, Apart()] = None
    credit_code: Annotated[Reference, Shows("code")] | None = None
    fictional: Annotated[bool | None, Apart()] = None
    division: Text | None = None
    aliases: Many[Alias] = ()
    website: Url | None = None
    registered_with: Text | None = None
    registered_on: Annotated[When | None, Day("past")] = None
    level: Annotated[str, Word("government_level")] | None = None
    institution_class: Annotated[str, Word("institution_class")] | None = None
    certified_social_workers: Annotated[Many[Certified], Day("past")] = ()
    annual_inspections: Annotated[Many[AnnualInspection], Day("past")] = ()
    penalties: Annotated[Many[Penalty], Day("past")] = ()
    organisation_grades: Annotated[Many[OrgGrade], Day("past")] = ()
    portal: Annotated[Portal | None, Apart()] = None
