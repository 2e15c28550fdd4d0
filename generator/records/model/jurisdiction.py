"""What differs by place: rule books in force, thresholds, scales, day counting."""

from typing import Annotated, Literal

from pydantic import Field

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Apart, Costs, Day
from generator.records.model.origin import Source
from generator.records.model.part import Many, Number, Part, Reference, Text, Word, Year
from generator.records.model.portal import Portal


class RuleBook(Part):
    """A rule book that holds in this place, with its days in force."""

    id: Text
    title: Text
    number: Reference | None = None
    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[When | None, Day("ahead")] = None


class Threshold(Part):
    """A sum from which a procedure is required, with its days in force.

    Without a level it holds for all of them, without objects for whatever is bought.
    """

    kind: Annotated[str, Word("threshold")]
    amount: Annotated[Sum, Costs("beside")]
    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[When | None, Day("ahead")] = None
    level: Annotated[str, Word("government_level")] | None = None
    objects: Many[Annotated[str, Word("purchase_object")]] = ()
    source: Text
    confidence: Annotated[str, Word("confidence")] | None = None
    doubt: Text | None = None


class Band(Part):
    """One grade and the scores it covers."""

    grade: Text
    min: Number | None = None
    min_inclusive: bool | None = None
    max: Number | None = None
    max_inclusive: bool | None = None
    consequence: Annotated[str, Word("measure")] | None = None


class GradeScale(Part):
    """A scale of grades with its days in force."""

    id: Text
    title: Text
    number: Text | None = None
    from_: Annotated[When | None, Day("begins")] = Field(None, alias="from")
    to: Annotated[When | None, Day("ahead")] = None
    max_score: Number | None = None
    bands: Many[Band]
    source: Text


class Wage(Part):
    """The average wage of one year."""

    year: Year
    amount: Annotated[Sum, Costs("each")]
    source: Text


class JurisdictionRecord(Part):
    """地区规则记录."""

    kind: Annotated[Literal["jurisdiction"], Apart()]
    division: Annotated[Text, Apart()]
    title: Annotated[Text, Apart()]
    source: Annotated[Source, Apart()]
    fictional: Annotated[bool | None, Apart()] = None
    day_counting: Annotated[str, Word("day_counting")] | None = None
    rule_books: Annotated[Many[RuleBook], Day("ours")] = ()
    thresholds: Annotated[Many[Threshold], Day("ours")] = ()
    scales: Annotated[Many[GradeScale], Day("ours")] = ()
    average_wages: Many[Wage] = ()
    media: Many[Text] = ()
    portal: Annotated[Portal | None, Apart()] = None
