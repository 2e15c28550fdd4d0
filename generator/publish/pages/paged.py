"""Lists in pages: the first at its address, the others at `page/N/`, each made when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.publish import paper
from generator.publish.data.feeds import addresses
from generator.publish.pages.lists import List, told, totals
from generator.publish.press import File, Later, Press


class Pager(NamedTuple):
    """Where a page stands among the pages of its list."""

    number: int
    pages: int
    before: str
    after: str


def files(
    press: Press, list_: List, size: int, template: str = "list.html", **facts: Any
) -> Iterator[File]:
    """The pages of a list: the first at its address, the others at `page/N/`."""
    return pages(press, Pages(list_.path, len(list_.rows), size, template, lambda: (list_, facts)))


class Pages(NamedTuple):
    """A list in pages that is made, with the facts beside it, when the first of them is."""

    base: str
    rows: int
    size: int
    template: str
    made: Callable[[], tuple[List, Mapping[str, Any]]]

    @property
    def number(self) -> int:
        """How many pages there are: one, where there are no rows."""
        return max(1, -(-self.rows // self.size))


def pages(press: Press, of: Pages) -> Iterator[File]:
    """The files of a list in pages, each made when it is written."""
    for number in range(1, of.number + 1):
        make = partial(_stamped, press, of, number)
        yield File(f"{_page(of.base, number)}index.html", Later(make))


def _stamped(press: Press, of: Pages, number: int) -> bytes:
    list_, facts = of.made()
    size, count = of.size, of.number
    path = _page(list_.path, number)
    shell = press.chrome[list_.section]
    body = paper.body(
        of.template,
        title=list_.title,
        intro=shell.intro_at(path) if list_.path == f"{list_.section}/" else "",
        empty=list_.empty,
        unit=list_.unit,
        totals=totals(list_),
        total=len(list_.rows),
        sorts=told(list_) if list_.unit == "份" else (),
        rows=list_.rows[(number - 1) * size : number * size],
        pager=Pager(
            number,
            count,
            _page(list_.path, number - 1) if number > 1 else "",
            _page(list_.path, number + 1) if number < count else "",
        ),
        root="../" * path.count("/"),
        first=number == 1,
        follow=addresses.of_page(list_.path),
        today=press.today,
        **facts,
    )
    title = (
        f"{list_.title}{f'（第 {number} 页）' if number > 1 else ''} - {press.links['site_name']}"
    )
    return shell.stamp(path, title, list_.about, body)


def _page(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page/{number}/"
