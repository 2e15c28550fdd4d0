"""What a digest does not hold of a notice and a feed asks for: when it was entered, how it was mended."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.publish.data.loaded import Loaded
from generator.records.reading import Filed
from generator.records.register import LooseNotice, is_withdrawn, placed
from generator.vocabulary import key_term


class Recorded(NamedTuple):
    """When an undated notice was entered here."""

    stem: str
    day: date


class Mended(NamedTuple):
    """That our own transcription was corrected, or a record withdrawn: when, of what, why."""

    stem: str
    day: date
    number: int
    what: str
    why: str


def recorded(loaded: Loaded) -> Iterator[Recorded]:
    """Of each notice that nothing else dates."""
    for one in loaded.notices:
        when = one.record.source.recorded
        if when and placed(one.record) is None:
            yield Recorded(one.stem, when.first)


def mended(loaded: Loaded) -> Iterator[Mended]:
    """All corrections of our own, each with its place among those of its notice."""
    record = loaded.record
    every = (record.filed,) if isinstance(record, LooseNotice) else record.everything
    for one in every:
        portal = one.record.portal
        if portal and is_withdrawn(one.record):
            yield Mended(one.stem, portal.withdrawn.date.first, 0, "", "")
        elif portal and not loaded.digest.withdrawn:
            for number, fix in enumerate(portal.fixes, 1):
                yield Mended(one.stem, fix.date.first, number, _called(one, fix.at), fix.reason)


def _called(one: Filed, at: str) -> str:
    """合同金额: the key that was mended, in Chinese where it has a name."""
    try:
        return key_term(at.partition(".")[0].partition("[")[0], type(one.record).__name__).label
    except KeyError:
        return at
