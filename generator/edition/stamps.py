"""What makes pages of loaded projects: the only door from an edition to the publishers.

A check has no stamps, and does not load MkDocs, Jinja or numpy.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.edition import shelf
from generator.law.opinion import Opinion
from generator.law.verdict import Verdict
from generator.publish import pages, panel, records, site
from generator.publish.file import File
from generator.publish.lists import newest_first
from generator.publish.press import Press
from generator.records.digest import Digest
from generator.records.register import LooseNotice, Project

# What goes into the page of a project, by the slot that waits for it.
_SLOTS = {"across": "across.html", "across-count": "across-count.html"}

Stamped = tuple[Digest, list[str]]


@dataclass(frozen=True, slots=True)
class Stamps:
    """A press, and the folder its pages go to."""

    press: Press
    out: Path

    def project(self, project: Project, said: Opinion) -> Stamped:
        """Write the page of a project: its digest, and the paths."""
        digested, page = records.project_page(self.press, project, said)
        return digested, shelf.put(self.out, [page])

    def notice(self, notice: LooseNotice, said: Opinion) -> Stamped:
        """Write the page of a notice that belongs to no project: its digest, and the paths."""
        digested, page = records.notice_page(self.press, notice, said)
        return digested, shelf.put(self.out, [page])

    @property
    def sections(self) -> Collection[str]:
        """The names of all that crosses projects."""
        return site.SECTIONS

    def ordered(self, digests: Iterable[Digest]) -> list[Digest]:
        """As sections want them."""
        return newest_first(digests)

    def section(self, name: str, digests: list[Digest]) -> list[str]:
        """Write one section, of all digests in their order; the paths."""
        return shelf.put(self.out, site.SECTIONS[name](self.press, digests, self.press.page_size))

    def fill(self, found: Mapping[str, tuple[Verdict, ...]], ids: Iterable[str]) -> None:
        """Put the verdicts across projects into the slots of the pages of these projects."""
        for id in ids:
            path = f"projects/{id}/index.html"
            page, said = (self.out / path).read_bytes(), panel.across(found.get(id, ()))
            for slot, template in _SLOTS.items():
                page = _filled(page, slot, pages.body(template, root="../../", **said))
            shelf.put(self.out, [File(path, page)])


def _filled(page: bytes, slot: str, told: str) -> bytes:
    before, start, rest = page.partition(f"<!--{slot}-->".encode())
    _, end, after = rest.partition(f"<!--/{slot}-->".encode())
    return before + start + told.strip().encode() + end + after
