"""What a feed says of one notice: what it is, who is in it, how much, what came of it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.publish import permalinks
from generator.publish.press import Press
from generator.publish.project import result
from generator.publish.project.saying import known_words
from generator.publish.search import announced
from generator.publish.search.takeaway import NoticeLine
from generator.publish.words import later
from generator.publish.words.cells import dated, money, yuan
from generator.records.digest import Digest, Line
from generator.records.model.dates import chinese
from generator.records.paper import Stated
from generator.vocabulary import label

# What XML cannot hold, and what nobody sees.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST = 3
_GIFTS = frozenset({"grant", "honour"})


class Word(NamedTuple):
    """A word that an entry can be sorted by: of which list, its key and what it is called."""

    list: str
    key: str
    label: str


class Entry(NamedTuple):
    """One entry of a feed; `day` is the day of the record, `printed` as the notice prints it."""

    id: str
    href: str
    title: str
    day: date
    printed: str
    says: str
    words: tuple[Word, ...] = ()
    fictional: bool = False

    @property
    def updated(self) -> str:
        """The first moment of its day, by the clock in China."""
        return f"{self.day.isoformat()}T00:00:00+08:00"


def clean(text: str) -> str:
    """The text without what no reader could show."""
    return _UNSEEN.sub("", text)


def tag(press: Press, *steps: str) -> str:
    """An id that does not change with the host (RFC 4151)."""
    return f"tag:{press.chrome.settings.portal.namespace}:{'/'.join(steps)}"


def entries(press: Press, digest: Digest, days: dict[str, date]) -> dict[str, Entry]:
    """By stem, the entries of all notices of a record of which a day is known."""
    outcomes = result.by_step(digest, press.directory)
    held = announced.lines_of(press, digest)
    return {
        one.line.stem: _entry(press, one, days[one.line.stem], outcomes.get(one.line.stem, ""))
        for one in held
        if one.line.stem in days
    }


def _entry(press: Press, one: NoticeLine, day: date, outcome: str) -> Entry:
    digest, line = one.digest, one.line
    printed = line.dated.date.text if line.dated else ""
    id, href = tag(press, digest.id, line.stem), permalinks.of_notice(digest, line)
    if line.withdrawn or digest.withdrawn:
        title = f"已撤回：{digest.id}/{line.stem}"
        return Entry(id, href, title, day, printed, "", (), digest.fictional)
    said = " · ".join(filter(None, _says(one, day, outcome)))
    title = f"{'演示：' if digest.fictional else ''}{line.title}"
    words = tuple(_words(press, digest, line))
    return Entry(id, href, clean(title), day, printed, clean(said), words, digest.fictional)


def _says(one: NoticeLine, day: date, outcome: str) -> Iterator[str]:
    yield label("kind", one.line.kind)
    how = label("basis", one.line.basis) if one.line.basis else ""
    if not one.line.dated:
        how = f"{chinese(day)}录入"
    yield f"{dated(one.line.dated)}{f'（{how}）' if how else ''}"
    yield _some("", one.publishers)
    # Whoever gets a prize or a grant supplies nothing by it.
    yield _some("入选：" if one.line.kind in _GIFTS else "供应商：", one.sides.chosen)
    yield _some("候选：", one.sides.proposed)
    yield from _sums(one)
    yield outcome
    yield from one.until
    yield one.shared.place
    yield later.status(one.digest, one.line)
    if one.line.tier != "original":
        yield label("tier", one.line.tier)


def _sums(one: NoticeLine) -> Iterator[str]:
    """What the notice states; a sum that another notice states anew is no news."""
    paper = one.line.paper
    if paper.amount and not later.is_over(one.digest, one.line):
        yield f"金额 {_sum(paper.amount)}"
    elif paper.budget and not paper.amount:
        yield f"预算 {_sum(paper.budget)}"


def _sum(given: Stated) -> str:
    told = yuan(given.yuan) if given.money is None and given.yuan is not None else ""
    return f"{told or (money(given.money) if given.money else '')}{known_words(given.basis)}"


def _some(before: str, names: tuple[str, ...]) -> str:
    if not names:
        return ""
    more = f" 等 {len(names)} 家" if len(names) > _MOST else ""
    return f"{before}{'、'.join(names[:_MOST])}{more}"


def _words(press: Press, digest: Digest, line: Line) -> Iterator[Word]:
    yield Word("kind", line.kind, label("kind", line.kind))
    if digest.field:
        yield Word("field", digest.field, label("field", digest.field))
    for one in press.known.divisions.lineage(digest.division):
        yield Word("division", one.code, clean(press.known.divisions.name(one.code)))
