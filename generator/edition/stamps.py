"""What makes pages of loaded projects: the only door from an edition to the publishers.

A check has no stamps, and does not load MkDocs, Jinja or numpy.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.edition import crossed, shelf, stacks
from generator.edition.comparison import compare_laid
from generator.edition.crossed import Crossed
from generator.edition.shards import Made, Shards
from generator.edition.stacks import Key, Stack
from generator.law.opinion import Opinion
from generator.law.verdict import Verdict
from generator.publish import paper, permalinks, site
from generator.publish.data import sections
from generator.publish.data.api import records as api
from generator.publish.data.api.envelope import path_of
from generator.publish.data.loaded import Loaded
from generator.publish.data.made import made
from generator.publish.data.stock import Stock
from generator.publish.file import File
from generator.publish.pages import record
from generator.publish.pages.lists import newest_first
from generator.publish.press import Press
from generator.publish.project import barred, earlier, judged
from generator.publish.project.earlier import Earlier
from generator.publish.words import titles
from generator.records.digest import Digest
from generator.records.register import LooseNotice, Project

# What goes into the page of a project, by the slot that waits for it.
_SLOTS = ("across", "across-count", "barred", "earlier", "earlier-link")

# A record as others see it, its page, and what tables are made of.
# By the address that their files begin with.
SECTIONS = (*sections.SECTIONS, *site.SECTIONS)

# In shards: what of a page waits for the others; so many pages are filled at a time.
BESIDE, BATCH = "beside", 64

Stamped = tuple[Digest, list[str], Made]


class Beside(NamedTuple):
    """What can only be said of a project when all are known."""

    verdicts: tuple[Verdict, ...] = ()
    earlier: Earlier = Earlier((), "", ())
    titles: tuple[tuple[str, str], ...] = ()
    address: str = ""
    barred: str = ""

    @property
    def said(self) -> dict[str, object]:
        """What the slots of its page are filled from."""
        return judged.across(self.verdicts) | self.earlier._asdict() | {"barred": self.barred}


NOTHING = Beside()


def alone(digest: Digest) -> Beside:
    """Of a project that no other has to do with: which earlier purchases were looked for."""
    return NOTHING._replace(earlier=earlier.nothing(digest))


def own(digest: Digest) -> set[str]:
    """The files that a record alone has: its page, and the answer about it."""
    return {f"{permalinks.of(digest)}index.html", path_of(digest)}


@dataclass(frozen=True, slots=True)
class Stamps:
    """A press, the folder its pages go to, and where what tables are made of is kept.

    Without shards only pages are made.
    """

    press: Press
    out: Path
    shards: Shards | None = None

    def project(self, project: Project, said: Opinion) -> Stamped:
        """Write the page of a project: its digest, the paths, and what else was made of it."""
        digested, page = record.project_page(self.press, project, said)
        return self._stamped(Loaded(self.press, project, digested, said), page)

    def notice(self, notice: LooseNotice, said: Opinion) -> Stamped:
        """Write the page of a notice that belongs to no project: as of a project."""
        digested, page = record.notice_page(self.press, notice, said)
        return self._stamped(Loaded(self.press, notice, digested, said), page)

    def _stamped(self, loaded: Loaded, page: File) -> Stamped:
        if not self.shards:
            return loaded.digest, shelf.put(self.out, [page]), {}
        return loaded.digest, shelf.put(self.out, [page, *api.files(loaded)]), made(loaded)

    def rounds(self, wanted: Iterable[str]) -> list[list[str]]:
        """The names of what crosses projects, or of some of it: first what reads rows, then digests."""
        names = list(wanted) or [*SECTIONS]
        of_rows = [one for one in names if one in sections.OF_ROWS or one in site.OF_WORDS]
        others = [one for one in names if one not in of_rows]
        return [some for some in (of_rows, others) if some]

    def section(self, name: str, stock: Stock) -> list[str]:
        """Write one section, of all digests in their order; the paths."""
        return shelf.put(self.out, self.files(name, stock))

    def files(self, name: str, stock: Stock) -> Iterator[File]:
        """The files of one section."""
        if name in sections.SECTIONS:
            return sections.SECTIONS[name](self.press, stock)
        return site.SECTIONS[name](self.press, stock.digests, self.press.page_size)

    def lay(self, digests: Iterable[Digest]) -> list[Key]:
        """Put digests on disk; where each lies."""
        assert self.shards
        return stacks.put(self.shards.folder, digests)

    def stack(self, keys: list[Key]) -> Stack:
        """The digests that lie there."""
        assert self.shards
        return Stack(self.shards.folder, keys)

    def cross(self, stack: Stack) -> Crossed:
        """Judge across projects, and lay down what that says for lists and pages."""
        assert self.shards
        judged, told, found = compare_laid(self.press.known, stack)
        crossed.keep(stack.folder, found)
        beside = self.beside(judged, found)
        batches = [
            self.shards.put((id, {BESIDE: one}) for id, one in some)
            for some in _by(list(beside.items()), BATCH)
        ]
        return Crossed(judged, told, [next(iter(one.values())) for one in batches])

    def stock(
        self,
        digests: Iterable[Digest],
        across: Mapping[str, tuple[Verdict, ...]],
        places: Mapping[str, str],
    ) -> Stock:
        """What sections are made from; `places` tells in which shard a record lies."""
        assert self.shards
        held = stacks.ordered(digests, newest_first)
        years = {one.id: one.year for one in held}
        in_order = dict(sorted(places.items(), key=lambda one: (years[one[0]], one[0])))
        return Stock(held, across, partial(self.shards.read, in_order))

    def beside(
        self, digests: Iterable[Digest], judged: Mapping[str, tuple[Verdict, ...]]
    ) -> dict[str, Beside]:
        """By record, what others have to do with it; nothing for most."""
        held = {one.id: one for one in digests}
        before = earlier.of_all(held.values(), self.press.memory)
        pointing = {id for id, one in held.items() if one.points}
        return {
            id: Beside(
                judged.get(id, ()),
                before.get(id) or earlier.nothing(held[id]),
                tuple((other, held[other].title) for other in held[id].points if other in held),
                permalinks.of(held[id]),
                barred.words(held[id], self.press.directory),
            )
            for id in sorted({*before, *judged, *pointing})
        }

    def fill(self, found: Iterable[tuple[str, Beside]]) -> None:
        """Put it into the slots of the pages of these records."""
        for id, told in found:
            path = f"{told.address or f'projects/{id}/'}index.html"
            page = titles.filled((self.out / path).read_bytes(), dict(told.titles))
            said = told.said
            for slot in _SLOTS:
                page = _filled(page, slot, paper.body(f"{slot}.html", root="../../", **said))
            shelf.replace(self.out, File(path, page))

    def fill_laid(self, batch: str) -> None:
        """The same of what lies in a shard."""
        assert self.shards
        self.fill(self.shards.all(batch, BESIDE))


def _by(found: list[Any], size: int) -> Iterator[list[Any]]:
    return (found[start : start + size] for start in range(0, len(found), size))


def _filled(page: bytes, slot: str, told: str) -> bytes:
    before, start, rest = page.partition(f"<!--{slot}-->".encode())
    if not start:
        # What was withdrawn shows nothing, and keeps no place for it.
        return page
    _, end, after = rest.partition(f"<!--/{slot}-->".encode())
    return before + start + told.strip().encode() + end + after
