"""`/corrections/`: what became of published records, all of it, the latest first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.publish import paper, permalinks
from generator.publish.press import File, Press
from generator.publish.words import mended
from generator.publish.words.mended import Line
from generator.records.annals import Entry, ordered
from generator.records.digest import Digest
from generator.vocabulary import words

PATH = "corrections/"
# What is made of the records changed, not they.
_CODE = "code"
# The first page shows so many; each year has a page with all of its own.
FIRST = 100
_ABOUT = "公布过的记录改了什么、为什么、原来是什么，按提交的先后"


class Count(NamedTuple):
    """How many values or files came to be otherwise in one way."""

    what: str
    meaning: str
    number: int


class _Told(NamedTuple):
    """What one page tells: all of a year, or the latest with the ways to the years."""

    title: str = "订正与撤回"
    lines: tuple[Line, ...] = ()
    years: tuple[tuple[str, int], ...] = ()
    code: tuple[Line, ...] = ()


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """The latest changes, and a page a year; one that says so where the past is not known."""
    held = press.annals.entries if press.annals else ()
    records = {one.id: one for one in digests}
    told = ordered(one for one in held if one.change != _CODE)
    every = tuple(_with_record(press, mended.line(one), records, one) for one in told)
    code = tuple(mended.lines(one for one in held if one.change == _CODE))
    by_year = Counter(str(one.on.year) for one in every)
    years = tuple(sorted(by_year.items(), reverse=True))
    yield _page(press, PATH, _Told(lines=every[:FIRST], years=years, code=code))
    for year in by_year:
        own = tuple(one for one in every if str(one.on.year) == year)
        yield _page(press, f"{PATH}{year}/", _Told(f"{year}年的订正与撤回", own))


def _with_record(press: Press, line: Line, records: Mapping[str, Digest], entry: Entry) -> Line:
    """The change with its record: of what was withdrawn neither title nor values are shown again."""
    held = records.get(entry.record)
    if held is None:
        return _of_standing(press, line, entry)
    address = permalinks.of(held)
    if held.withdrawn:
        return mended.bare(line)._replace(href=address, title=held.id)
    stems = {one.stem for one in held.notices if not one.withdrawn}
    if not held.loose and entry.notice in stems:
        address += f"#{entry.notice}"
    if entry.notice in {one.stem for one in held.notices if one.withdrawn}:
        line = mended.bare(line)
    return line._replace(href=address, title=held.title)


def _of_standing(press: Press, line: Line, entry: Entry) -> Line:
    """A change of what is no record with a page: an organisation, a place, what is gone."""
    name = entry.record or entry.path
    if entry.path.startswith("data/parties/"):
        return line._replace(title=press.directory.names.get(name, name), notice="机构")
    if entry.path.startswith("data/jurisdictions/"):
        return line._replace(title=press.known.divisions.name(name) or name, notice="地区规则")
    return line._replace(title=name)


def _page(press: Press, path: str, told: _Told) -> File:
    shell, annals = press.chrome["corrections"], press.annals
    body = paper.body(
        "corrections.html",
        intro=shell.intro_at(path),
        is_first=path == PATH,
        known=annals is not None,
        demos=press.shows_demos,
        head=annals.head[:12] if annals else "",
        counts=list(_counts(annals.entries if annals else ())),
        told=told,
        root="../" * path.count("/"),
    )
    name = f"{told.title} - {press.links['site_name']}"
    return File(f"{path}index.html", shell.stamp(path, name, _ABOUT, body))


def _counts(entries: Iterable[Entry]) -> Iterator[Count]:
    held = Counter(one.change for one in entries)
    for key, term in words("change").items():
        if held[key]:
            yield Count(term.label, term.meaning, held[key])
