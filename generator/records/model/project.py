"""The project record: what the notices of one purchase have in common."""

from typing import Annotated, ClassVar, Literal

from generator.records.model.amounts import Sum
from generator.records.model.dates import When
from generator.records.model.meaning import Acts, After, AnyStage, Costs, Day
from generator.records.model.notice import Notice
from generator.records.model.part import Many, Part, Tally, Text, Word, Year
from generator.records.model.parties import Whos
from generator.records.model.rows import Posts, Supervisor
from generator.records.model.sorting import Sorting


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


class ReferenceWage(Part):
    """The wage that the labour cost is held against (Beijing)."""

    year: Year
    amount: Annotated[Sum, Costs("each")]
    source: Text | None = None


class Project(Sorting, Notice):
    """项目（采购）记录."""

    # Whether it is a record beside its notices.
    own_file: ClassVar[bool] = True

    kind: Literal["project"]
    reaches: ClassVar = AnyStage("it holds for the whole purchase")
    tells: ClassVar = ("promise", "one-term")
    after: ClassVar = After()
    need: Need | None = None
    library: Annotated[Many[LibraryStage], Day("ahead")] = ()
    posts: Posts | None = None
    supervisor: Annotated[Supervisor | None, Acts("named")] = None
    reference_wage: ReferenceWage | None = None


class Begun(Project):
    """A project that has no file of its own: what its first notice says of it (`begins`).

    No rule is about it: what the notice states is judged where it stands.
    """

    own_file: ClassVar[bool] = False
