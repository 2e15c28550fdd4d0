"""Where a record comes from, how much of the page was seen, and what was looked for in it."""

from typing import Annotated

from pydantic import ValidationInfo, field_validator

from generator.records.model.dates import When
from generator.records.model.meaning import Day
from generator.records.model.part import Many, Part, Reference, Text, Url, Word, wrong

# What `absent` says of everything that the law wants of the kind.
EVERYTHING = "all"
# The tier of what may be an original or a copy: nothing is told of it that an original would bear out.
UNKNOWN = "unknown"
_OF_A_FULL_TEXT = "摘录看不到的，原文可能写了；请改写在 silent_on，看过全文再写 absent"
_OF_AN_EXCERPT = "silent_on 说的是摘录没有看到什么；在全文里找过、公告没有写的，请写在 absent"


class Source(Part):
    """Where the record comes from, how much of the page was seen, and what was looked for in it."""

    tier: Annotated[str, Word("tier")]
    extent: Annotated[str, Word("extent")]
    url: Url | None = None
    site: Text | None = None
    publisher: Text | None = None
    document_no: Reference | None = None
    recorded: Annotated[When | None, Day("ours")] = None
    silent_on: Many[Text] = ()
    absent: Many[Annotated[str, Word("absent")]] = ()
    masking: Text | None = None
    replaced: Many[Annotated[str, Word("replaced")]] = ()

    @field_validator("absent")
    @classmethod
    def _of_a_full_text(cls, given: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if given and info.data.get("extent") == "excerpt":
            raise wrong("word", "、".join(given), _OF_A_FULL_TEXT)
        return given

    @field_validator("silent_on")
    @classmethod
    def _of_an_excerpt(cls, given: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if given and info.data.get("extent") == "full":
            raise wrong("word", "、".join(given), _OF_AN_EXCERPT)
        return given

    def unseen(self, item: str) -> str:
        """Why nothing follows from an item that the record does not state: a word of the list `why`.

        Empty where whoever entered the whole text looked for it: then the notice does not state it.
        """
        if self.extent != "full":
            return "excerpt"
        looked_for = item in self.absent or EVERYTHING in self.absent
        return "" if looked_for else "unchecked"


class Official(Part):
    """The official text on the designated media; it prevails."""

    url: Url | None = None
    published: Annotated[When | None, Day("made")] = None
    media: Many[Text] = ()
