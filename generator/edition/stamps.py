"""What makes pages of loaded projects: the only door from an edition to the publishers.

A check has no stamps, and does not load MkDocs, Jinja or numpy.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.edition import shelf
from generator.law.opinion import Opinion
from generator.law.verdict import Verdict
from generator.publish import earlier, lists, pages, panel, records, site, titles
from generator.publish.earlier import Earlier
from generator.publish.file import File
from generator.publish.lists import newest_first
from generator.publish.press import Press
from generator.records.digest import Digest
from generator.records.register import LooseNotice, Project

# What goes into the page of a project, by the slot that waits for it.
_SLOTS = ("across", "across-count", "earlier", "earlier-link")

Stamped = tuple[Digest, list[str]]


class Beside(NamedTuple):
    """What can only be said of a project when all are known."""

    verdicts: tuple[Verdict, ...] = ()
    earlier: Earlier = Earlier((), "", ())
    titles: tuple[tuple[str, str], ...] = ()
    address: str = ""


NOTHING = Beside()


def alone(digest: Digest) -> Beside:
    """Of a project that no other has to do with: which earlier purchases were looked for."""
    return NOTHING._replace(earlier=earlier.nothing(digest))


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

    def beside(
        self, digests: Iterable[Digest], judged: Mapping[str, tuple[Verdict, ...]]
    ) -> dict[str, Beside]:
        """By record, what others have to do with it; nothing for most."""
        held = {one.id: one for one in digests}
        before = earlier.of_all(held.values())
        pointing = {id for id, one in held.items() if one.points}
        return {
            id: Beside(
                judged.get(id, ()),
                before.get(id) or earlier.nothing(held[id]),
                tuple((other, held[other].title) for other in held[id].points if other in held),
                lists.address(held[id]),
            )
            for id in sorted({*before, *judged, *pointing})
        }

    def fill(self, found: Iterable[tuple[str, Beside]]) -> None:
        """Put it into the slots of the pages of these records."""
        for id, told in found:
            path = f"{told.address or f'projects/{id}/'}index.html"
            page = titles.filled((self.out / path).read_bytes(), dict(told.titles))
            said = panel.across(told.verdicts) | told.earlier._asdict()
            for slot in _SLOTS:
                page = _filled(page, slot, pages.body(f"{slot}.html", root="../../", **said))
            shelf.put(self.out, [File(path, page)])


def _filled(page: bytes, slot: str, told: str) -> bytes:
    before, start, rest = page.partition(f"<!--{slot}-->".encode())
    if not start:
        # What was withdrawn shows nothing, and keeps no place for it.
        return page
    _, end, after = rest.partition(f"<!--/{slot}-->".encode())
    return before + start + told.strip().encode() + end + after
