"""What stands beside what a notice decides: documents, other channels, statements no key can hold."""

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from generator.records.model.dates import When
from generator.records.model.meaning import Day
from generator.records.model.part import TEXT_SCHEMA, Many, Part, Reference, Text, Url, wrong
from generator.records.model.parties import NOBODY_SCHEMA, is_nobody


class Labelled(Part):
    """A further statement that no field can hold, under its own label."""

    label: Text
    value: Many[Text]


_ATTACHED = {**TEXT_SCHEMA, "not": NOBODY_SCHEMA}


def _attached(title: str) -> str:
    """A title; where none is attached there is none to look for what a notice leaves out."""
    if is_nobody(title):
        raise wrong("text", title, "没有附件的整行删去，要照录的写在 other")
    return title


class Attachment(Part):
    """A document or attachment by its title."""

    title: Annotated[Text, AfterValidator(_attached), WithJsonSchema(_ATTACHED)]
    url: Reference | None = None
    holds: Text | None = None


class AlsoPublished(Part):
    """Where else the notice was made public; only designated media count as official."""

    media: Text
    url: Url | None = None
    on: Annotated[When | None, Day("past")] = None
