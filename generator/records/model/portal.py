"""What this portal says of a record; never part of the notice."""

from typing import Annotated

from generator.records.model.dates import When
from generator.records.model.meaning import Day
from generator.records.model.part import Many, Part, Text


class Confirmed(Part):
    """A suspicious value that was looked at and is right."""

    id: Text
    at: Text
    reason: Text


class Fix(Part):
    """A correction of our own transcription."""

    at: Text
    date: Annotated[When, Day("ours")]
    reason: Text
    was: Text | None = None


class Withdrawn(Part):
    """Why and since when a record is no longer shown."""

    date: Annotated[When, Day("ours")]
    reason: Text


class Review(Part):
    """The review before publication (政府信息公开条例 17)."""

    by_role: Text
    date: Annotated[When, Day("ours")]
    result: Text | None = None


class Portal(Part):
    """What this portal says of the record; never part of the notice."""

    confirmed: Many[Confirmed] = ()
    fixes: Many[Fix] = ()
    withdrawn: Withdrawn | None = None
    # Why it is here although it is no purchase of social work services.
    sample: Text | None = None
    disclosure_review: Review | None = None
