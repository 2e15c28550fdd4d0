"""What every page needs besides its record."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.origin import UNKNOWN, Origin
from generator.publish import paper
from generator.publish.chrome.shell import Chrome
from generator.publish.directory import Directory, directory
from generator.publish.file import File, Later
from generator.publish.remembered import Forgetful, Memory
from generator.publish.words.mended import Past, past
from generator.records.annals import Annals, Entry
from generator.records.digest import Digest
from generator.records.known import Known

__all__ = ["File", "Later", "Press", "set_up"]


class Press(NamedTuple):
    """What every page needs besides its record. Today is an argument, never a clock."""

    chrome: Chrome
    known: Known
    directory: Directory
    links: Mapping[str, str]
    today: date
    demo_on: date
    page_size: int
    origin: Origin = UNKNOWN
    # What became of records, and by record; None where nobody has asked git.
    annals: Annals | None = None
    changed: Mapping[str, tuple[Entry, ...]] = {}
    memory: Memory = Forgetful()

    def past(self, digest: Digest) -> Past | None:
        """What became of one record since it was published; of what is invented nobody asks."""
        if digest.fictional:
            return None
        gone = frozenset(line.stem for line in digest.notices if line.withdrawn)
        hidden = None if digest.withdrawn else gone
        return past(self.annals, self.changed.get(digest.id, ()), hidden)

    @property
    def shows_demos(self) -> bool:
        """Whether the site shows invented records, and says so on its own pages."""
        return self.chrome.settings.portal.demo_on is not None

    def as_of(self, digest: Digest) -> date:
        """The day a record is read as of: invented ones have a day of their own."""
        return self.demo_on if digest.fictional else self.today


def set_up(
    chrome: Chrome,
    known: Known,
    today: date,
    origin: Origin = UNKNOWN,
    annals: Annals | None = None,
) -> Press:
    """A press for one edition of the site."""
    portal = chrome.settings.portal
    return Press(
        chrome,
        known,
        directory(known),
        paper.links(chrome.settings),
        today,
        portal.demo_on or today,
        portal.page_size,
        origin,
        annals,
        annals.by_record() if annals else {},
    )
