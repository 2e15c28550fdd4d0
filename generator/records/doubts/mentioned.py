"""What a notice tells of other steps, against the days that it states itself."""

from collections.abc import Iterator

from generator.records.doubts.days import gap
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.model.dates import Date
from generator.records.walk import given

CONCERNS = frozenset({"mentions"})
# The key under which a notice dates what it may tell of.
_DATED = {
    "acceptance": "accepted_on",
    "award": "determined_on",
    "contract": "signed",
    "contract-change": "changed_on",
    "evaluation": "evaluated_on",
    "inspection": "inspected_on",
    "letter": "letter_issued_on",
    "payment": "paid_on",
    "review": "reviewed_on",
}


def doubts(seen: Sight) -> Iterator[Doubt]:
    """A step that has not happened yet, and the day on which it did, in one notice."""
    for i, one in enumerate(seen.record.mentions):
        key = _DATED.get(one.event, "") if one.not_yet else ""
        day = given(seen.record, key)
        # What is still to come after that day may be the next of its kind.
        if isinstance(day, Date) and not (one.on and gap(one.on, day) > 0):
            told = f"写了还没有发生（not_yet），又写了{label(seen.record, key)} {day}；改期的请写 event: rescheduled，原定的日子写 was"
            yield Doubt("MG-2", ("mentions", i), told, ((seen.stem, (key,)),))
