"""What holds in a place, as data: rule books, thresholds, scales and wages, with their sources."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.publish.press import Press
from generator.publish.words.cells import Fact
from generator.publish.words.sheet import of_portal, remarks
from generator.publish.words.values import facts
from generator.records.model.jurisdiction import JurisdictionRecord
from generator.records.model.origin import Source
from generator.records.walk import apart

_ON_TOP = apart(JurisdictionRecord)


class Local(NamedTuple):
    """The rules of one place, and where they were found."""

    title: str
    facts: tuple[Fact, ...]
    source: Source
    remarks: tuple[str, ...]
    path: str
    portal: tuple[Fact, ...]


def rules(press: Press, code: str) -> Iterator[Local]:
    """What holds in a division: its own rules, then those of the city and the province around it."""
    for around in press.known.divisions.upwards(code):
        if filed := press.known.rules.get(around):
            stated = facts(filed.record, filed, press.directory)
            shown = tuple(fact for key, fact in stated if key not in _ON_TOP)
            said, portal = tuple(remarks(filed)), of_portal(filed, press.directory)
            yield Local(filed.record.title, shown, filed.record.source, said, filed.path, portal)
