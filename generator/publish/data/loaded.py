"""A record while it is in memory: what all rows, releases and answers of a project are made of."""

from dataclasses import dataclass
from functools import cached_property

from generator.law.opinion import Opinion
from generator.publish.press import Press
from generator.records.digest import Digest
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project


@dataclass(frozen=True)
class Loaded:
    """A project, or a loose notice, with its digest and what the law says about it."""

    press: Press
    record: Project | LooseNotice
    digest: Digest
    said: Opinion

    @cached_property
    def notices(self) -> tuple[Filed, ...]:
        """The notices that are shown, earliest first; a loose one is its own."""
        if isinstance(self.record, LooseNotice):
            return () if self.digest.withdrawn else (self.record.filed,)
        return () if self.digest.withdrawn else self.record.shown.notices
